package dev.foliospec.property;

import dev.foliospec.explore.Elements;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one property over one graph. */
final class Conditions {
  private final Reached reached;
  private final Graph graph;
  private final Scenes scenes;
  private final Map<String, Test> definitions = new HashMap<>();

  Conditions(Reached reached, Graph graph, Scenes scenes) {
    this.reached = reached;
    this.graph = graph;
    this.scenes = scenes;
  }

  /**
   * The condition that an expression holds, or that it does not.
   *
   * @param truth whether it holds
   */
  Test of(Expression written, boolean truth) {
    Expression expression = Elements.apart(written);
    if (expression instanceof Expression.Not not) {
      return of(not.part(), !truth);
    }
    if (expression instanceof Expression.And and) {
      Test kept = kept(and.parts(), truth);
      return kept == null ? together(and.parts(), truth, truth) : kept;
    }
    if (expression instanceof Expression.Or or) {
      return together(or.parts(), truth, !truth);
    }
    if (expression instanceof Expression.Implies implies) {
      int last = implies.parts().size() - 1;
      List<Test> parts = new ArrayList<>();
      for (int at = 0; at <= last; at++) {
        parts.add(of(implies.parts().get(at), (at == last) == truth));
      }
      return truth ? Test.any(parts) : Test.all(parts);
    }
    if (expression instanceof Expression.Defined defined) {
      String key = defined.definition().name() + (truth ? "" : " not");
      Test known = definitions.get(key);
      if (known == null) {
        known = of(defined.definition().expression(), truth);
        definitions.put(key, known);
      }
      return known;
    }
    return leaf(expression, truth);
  }

  /** Where all parts say that something is after the event what it was before: one comparison. */
  private @Nullable Test kept(List<Expression> parts, boolean truth) {
    int[] held = new int[graph.nodes];
    long ways = 1;
    for (Expression part : parts) {
      if (!(part instanceof Expression.Compared compared)
          || compared.comparator() != Expression.Comparator.EQUAL
          || !compared.left().primed()
          || compared.right().primed()
          || !compared.left().slot().name().equals(compared.right().slot().name())) {
        return null;
      }
      Line line = line(compared.right());
      if (line == null) {
        return null;
      }
      ways *= line.size;
      if (ways > Integer.MAX_VALUE) {
        return null;
      }
      for (int node = 0; node < held.length; node++) {
        held[node] = held[node] * line.size + line.codes[node];
      }
    }
    return Test.of(new Test.Kept(held, truth));
  }

  private Test together(List<Expression> expressions, boolean truth, boolean all) {
    List<Test> parts = new ArrayList<>();
    for (Expression each : expressions) {
      parts.add(of(each, truth));
    }
    return all ? Test.all(parts) : Test.any(parts);
  }

  private Test leaf(Expression expression, boolean truth) {
    if (expression instanceof Expression.Within within) {
      return within(within, truth);
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared, truth);
    }
    if (expression instanceof Expression.Literally literally) {
      return literally.truth() == truth ? Test.TRUE : Test.FALSE;
    }
    long[] set = Bits.none(scenes.reactions());
    for (int number = 0; number < scenes.reactions(); number++) {
      if (says(expression, scenes.reaction(number)) == truth) {
        Bits.add(set, number);
      }
    }
    return Test.in(Test.Side.REACTION, set);
  }

  /** Whether what is said of an answer or of effects is so of a reaction. */
  private static boolean says(Expression expression, Reaction reaction) {
    if (expression instanceof Expression.Answered answered) {
      return answered.answers().isEmpty()
          ? reaction.kind() != Reaction.Kind.OK
          : answered.answers().contains(reaction.answer());
    }
    if (expression instanceof Expression.Includes includes) {
      return first(includes.effect(), reaction) >= 0;
    }
    Expression.Ordered ordered = (Expression.Ordered) expression;
    int first = first(ordered.first(), reaction);
    return first >= 0 && first < first(ordered.second(), reaction);
  }

  private static int first(String effect, Reaction reaction) {
    List<Effect> effects = reaction.effects();
    for (int at = 0; at < effects.size(); at++) {
      if (effects.get(at).name().equals(effect)) {
        return at;
      }
    }
    return -1;
  }

  /** A slot's codes along one side. */
  private static final class Line {
    final Test.Side side;
    final char[] codes;
    final Type type;
    final int size;

    Line(Test.Side side, char[] codes, Type type, int size) {
      this.side = side;
      this.codes = codes;
      this.type = type;
      this.size = size;
    }
  }

  private @Nullable Line line(Expression.Term term) {
    Slot slot = term.slot();
    Type type = slot.type();
    if (slot instanceof Parameter || slot instanceof Chance) {
      return new Line(Test.Side.INPUT, scenes.codes(slot), type, type.size());
    }
    if (slot instanceof Observed output) {
      return new Line(Test.Side.REACTION, scenes.shown(output), type, type.size() + 1);
    }
    char[] codes = slot instanceof Ghost ? history(slot) : states(slot);
    return codes == null
        ? null
        : new Line(term.primed() ? Test.Side.AFTER : Test.Side.BEFORE, codes, type, type.size());
  }

  private char @Nullable [] history(Slot ghost) {
    for (int at = 0; at < graph.ghosts.size(); at++) {
      if (graph.ghosts.get(at).name().equals(ghost.name())) {
        char[] codes = new char[graph.nodes];
        for (int node = 0; node < codes.length; node++) {
          codes[node] = (char) graph.code(node, at);
        }
        return codes;
      }
    }
    return null;
  }

  private char @Nullable [] states(Slot slot) {
    char[] column = reached.column(slot);
    if (column == null || graph.ghosts.isEmpty()) {
      return column;
    }
    char[] codes = new char[graph.nodes];
    for (int node = 0; node < codes.length; node++) {
      codes[node] = column[graph.state(node)];
    }
    return codes;
  }

  private Test within(Expression.Within within, boolean truth) {
    Line line = line(within.term());
    if (line == null) {
      return truth ? Test.FALSE : Test.TRUE;
    }
    boolean[] wanted = new boolean[line.size];
    for (Value value : within.values()) {
      int code = line.type.position(value);
      if (code >= 0) {
        wanted[code] = true;
      }
    }
    return set(line, wanted, truth);
  }

  private static Test set(Line line, boolean[] wanted, boolean truth) {
    char[] codes = line.codes;
    long[] set = Bits.none(codes.length);
    for (int at = 0; at < codes.length; at++) {
      if (wanted[codes[at]] == truth) {
        Bits.add(set, at);
      }
    }
    return Test.in(line.side, set);
  }

  private Test compared(Expression.Compared compared, boolean truth) {
    Line left = line(compared.left());
    Line right = line(compared.right());
    if (left == null || right == null) {
      return truth ? Test.FALSE : Test.TRUE;
    }
    int width = right.size;
    long[] pairs = Bits.none(left.size * width);
    for (int one = 0; one < left.size; one++) {
      for (int other = 0; other < width; other++) {
        if (compare(compared.comparator(), left.type, one, right.type, other) == truth) {
          Bits.add(pairs, one * width + other);
        }
      }
    }
    if (left.side != right.side) {
      return Test.of(new Test.Table(left.side, left.codes, right.side, right.codes, width, pairs));
    }
    long[] set = Bits.none(left.codes.length);
    for (int at = 0; at < left.codes.length; at++) {
      if (Bits.has(pairs, left.codes[at] * width + right.codes[at])) {
        Bits.add(set, at);
      }
    }
    return Test.in(left.side, set);
  }

  /** Compares two values; a code beyond the values stands for no output, which equals nothing. */
  private static boolean compare(
      Expression.Comparator comparator, Type type, int one, Type second, int other) {
    boolean both = one < type.size() && other < second.size();
    boolean same = both && type.values().get(one).equals(second.values().get(other));
    if (comparator == Expression.Comparator.EQUAL) {
      return same;
    }
    if (comparator == Expression.Comparator.DIFFERENT) {
      return !same;
    }
    if (!both) {
      return false;
    }
    Value left = type.values().get(one);
    Value right = second.values().get(other);
    boolean numbers = left.isNumber() && right.isNumber();
    int first = numbers ? left.number() : one;
    int last = numbers ? right.number() : type.position(right);
    if (!numbers && last < 0) {
      return false;
    }
    return switch (comparator) {
      case LESS -> first < last;
      case AT_MOST -> first <= last;
      case MORE -> first > last;
      default -> first >= last;
    };
  }
}
