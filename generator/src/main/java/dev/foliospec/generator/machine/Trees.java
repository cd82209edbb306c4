package dev.foliospec.generator.machine;

import com.palantir.javapoet.CodeBlock;
import dev.foliospec.generator.plan.EnumPlan;
import dev.foliospec.generator.plan.Node;
import dev.foliospec.generator.plan.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decision trees as nested expressions of Java: a switch that names every constant, or a condition.
 *
 * <p>Parts that are shared, deep or long become methods of their own, since the virtual machine does
 * not compile methods over 8,000 bytecodes, and nobody likes to read them.
 */
final class Trees {
  /** Estimated bytecodes above which a tree is taken apart; estimates are rough. */
  private static final int LONG = 1200;

  /** Estimated bytecodes above which a part that is used twice becomes a method. */
  private static final int WORTH_SHARING = 60;

  /** How deep questions are nested in one method. */
  private static final int DEEP = 5;

  /** How a leaf is written. */
  interface Leaves {
    /** The code of a leaf. */
    CodeBlock leaf(Node leaf, int indent, int before, int after);

    /** The leaf on one line. */
    Piece flat(Node leaf);
  }

  private final Leaves leaves;
  private final Conditions conditions;
  private final Needs.Index index;
  private final Function<Node.Answer, Needs> answer;
  private final Piece uncovered;
  private final IdentityHashMap<Node, String> parts = new IdentityHashMap<>();
  private final List<Node> inOrder = new ArrayList<>();
  private final IdentityHashMap<Node, Integer> uses = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Integer> weights = new IdentityHashMap<>();
  private final Supplier<String> names;
  private final boolean answering;

  /**
   * Trees of one method.
   *
   * @param answering whether leaves are steps, which take the state
   * @param names finds names for parts
   */
  Trees(
      Leaves leaves,
      Conditions conditions,
      Needs.Index index,
      Function<Node.Answer, Needs> answer,
      Piece uncovered,
      boolean answering,
      Supplier<String> names) {
    this.answering = answering;
    this.leaves = leaves;
    this.conditions = conditions;
    this.index = index;
    this.answer = answer;
    this.uncovered = uncovered;
    this.names = names;
  }

  /** Decides which parts of a tree become methods of their own. */
  void divide(Node root) {
    count(root);
    weigh(root);
    deepen(root, 0);
  }

  /** The parts that became methods, in the order of need. */
  List<Node> parts() {
    return inOrder;
  }

  /** The method of a part. */
  String method(Node part) {
    String name = parts.get(part);
    if (name == null) {
      throw new IllegalArgumentException("not a part");
    }
    return name;
  }

  /** What a part has to be given. */
  Needs needs(Node part) {
    return answering ? index.needs(part, answer) : index.reads(part);
  }

  private static List<Node> children(Node node) {
    if (node instanceof Node.Split split) {
      return split.arms().stream().map(Node.Arm::node).toList();
    }
    if (node instanceof Node.Below below) {
      return List.of(below.low(), below.high());
    }
    return node instanceof Node.Test test ? List.of(test.yes(), test.no()) : List.of();
  }

  private void count(Node node) {
    if (uses.merge(node, 1, Integer::sum) == 1) {
      children(node).forEach(this::count);
    }
  }

  private void makePart(Node node) {
    if (!parts.containsKey(node)) {
      parts.put(node, names.get());
      inOrder.add(node);
    }
  }

  private int weigh(Node node) {
    Integer before = weights.get(node);
    if (before != null) {
      return parts.containsKey(node) ? 12 : before;
    }
    List<Node> children = children(node);
    if (children.isEmpty()) {
      weights.put(node, node instanceof Node.Act act ? 40 + 12 * act.changes().size() : 14);
      return weights.get(node);
    }
    int weight = 40;
    if (node instanceof Node.Split split) {
      weight += 4 * split.place().values().size();
    }
    for (Node child : children) {
      weight += weigh(child) + 6;
    }
    while (weight > LONG) {
      Node heaviest = node;
      int most = 100;
      for (Node child : children) {
        if (!parts.containsKey(child) && !children(child).isEmpty() && weight(child) > most) {
          heaviest = child;
          most = weight(child);
        }
      }
      if (heaviest == node) {
        break;
      }
      makePart(heaviest);
      weight -= most - 12;
    }
    weights.put(node, weight);
    if (Objects.requireNonNull(uses.get(node)) > 1 && weight > WORTH_SHARING) {
      makePart(node);
      return 12;
    }
    return weight;
  }

  private void deepen(Node node, int depth) {
    for (Node child : children(node)) {
      if (children(child).isEmpty()) {
        continue;
      }
      if (parts.containsKey(child)) {
        deepen(child, 0);
      } else if (depth + 1 >= DEEP) {
        makePart(child);
        deepen(child, 0);
      } else {
        deepen(child, depth + 1);
      }
    }
  }

  // --- Writing --------------------------------------------------------------------------------

  private boolean isLeaf(Node node) {
    return parts.containsKey(node) || children(node).isEmpty();
  }

  private Piece flat(Node node) {
    String part = parts.get(node);
    if (part != null) {
      return Piece.of("$N($L)", part, needs(node).arguments());
    }
    return leaves.flat(node);
  }

  /** A part, even if it is a method of its own: what stands in that method. */
  CodeBlock body(Node node, int indent, int before) {
    return children(node).isEmpty()
        ? leaves.leaf(node, indent, before, 1)
        : inner(node, indent, before, 1);
  }

  /** A tree where it is used. */
  private CodeBlock tree(Node node, int indent, int before, int after) {
    if (parts.containsKey(node)) {
      return Piece.call(Piece.of("$N", method(node)), needs(node).list(), indent, before, after);
    }
    return children(node).isEmpty()
        ? leaves.leaf(node, indent, before, after)
        : inner(node, indent, before, after);
  }

  private CodeBlock inner(Node node, int indent, int before, int after) {
    if (node instanceof Node.Test test) {
      return conditional(
          conditions.compared(test.question(), false),
          test.yes(),
          test.no(),
          indent,
          before,
          after);
    }
    if (node instanceof Node.Below below) {
      Piece read = Conditions.read(below.place());
      Piece question = below.place().field().type().isNumber()
          ? Piece.of("$L < $L", read, Conditions.number(below.place(), below.position()))
          : Piece.of("$L.ordinal() < $L", read, below.position());
      return conditional(question, below.low(), below.high(), indent, before, after);
    }
    Node.Split split = (Node.Split) node;
    if (split.place().field().type().isNumber()) {
      return numbers(split, indent, before, after);
    }
    if (isShort(split)) {
      int single = split.arms().get(0).values().cardinality() == 1 ? 0 : 1;
      Node.Arm arm = split.arms().get(single);
      return conditional(
          Conditions.within(split.place(), arm.values()),
          arm.node(),
          split.arms().get(1 - single).node(),
          indent,
          before,
          after);
    }
    return choice(split, indent);
  }

  /** Whether a condition says it better than a switch: one constant of many against the others. */
  private boolean isShort(Node.Split split) {
    return split.arms().size() == 2
        && split.spared().isEmpty()
        && split.place().values().size() > 2
        && split.arms().stream().allMatch(arm -> isLeaf(arm.node()))
        && split.arms().stream().anyMatch(arm -> arm.values().cardinality() == 1);
  }

  private CodeBlock choice(Node.Split split, int indent) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("switch (").add(Conditions.read(split.place()).code()).add(") {$>\n");
    for (Node.Arm arm : split.arms()) {
      arm(code, split.place(), arm.values(), arm.node(), indent + 2);
    }
    if (!split.spared().isEmpty()) {
      code.add("case ");
      Piece.fill(code, labels(split.place(), split.spared()), indent + 2, indent + 7, 4);
      code.add(" -> $L;\n", uncovered.code());
    }
    return code.add("$<}").build();
  }

  private static List<Piece> labels(Place place, BitSet values) {
    EnumPlan type = place.field().type().enumeration().orElseThrow();
    return Conditions.picked(place, values).stream()
        .map(value -> Piece.of("$N", type.constant(value.name()).name()))
        .toList();
  }

  private void arm(CodeBlock.Builder code, Place place, BitSet values, Node node, int indent) {
    List<Piece> labels = labels(place, values);
    code.add("case ");
    Piece.fill(code, labels, indent, indent + 5, 4);
    int before = Math.min(indent + 5 + Piece.join(labels, ", ").width() + 4, Piece.LINE);
    boolean stays = isLeaf(node)
        ? before + flat(node).width() + 1 <= Piece.LINE
        : node instanceof Node.Split split
            && !split.place().field().type().isNumber()
            && !isShort(split);
    if (!stays && !isLeaf(node)) {
      stays = fits(node, before);
    }
    if (stays) {
      code.add(" -> ").add(tree(node, indent, before, 1)).add(";\n");
    } else {
      code.add(" ->$>$>\n").add(tree(node, indent + 4, indent + 4, 1)).add(";$<$<\n");
    }
  }

  /** Whether a condition with its two ways fits on the rest of the line. */
  private boolean fits(Node node, int before) {
    return !tree(node, 0, before, 1).toString().contains("\n");
  }

  private CodeBlock conditional(
      Piece question, Node yes, Node no, int indent, int before, int after) {
    if (isLeaf(yes) && isLeaf(no)) {
      Piece flat = Piece.of("$L ? $L : $L", question, flat(yes), flat(no));
      if (before + flat.width() + after <= Piece.LINE) {
        return flat.code();
      }
    }
    return CodeBlock.builder()
        .add("$L$>$>\n", question.code())
        .add("? $L\n", tree(yes, indent + 4, indent + 6, 0))
        .add(": $L$<$<", tree(no, indent + 4, indent + 6, after))
        .build();
  }

  // --- Numbers --------------------------------------------------------------------------------

  /** A stretch of numbers that all go one way. */
  private record Stretch(int from, int to, Node node) {}

  private CodeBlock numbers(Node.Split split, int indent, int before, int after) {
    if (!Conditions.isRun(split.place())) {
      return chain(split, 0, indent, before, after);
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < split.place().values().size(); i++) {
      int at = i;
      Node node = split.arms().stream()
          .filter(arm -> arm.values().get(at))
          .map(Node.Arm::node)
          .findFirst()
          .orElse(null);
      int last = stretches.size() - 1;
      if (node == null && last >= 0) {
        // Cannot occur here: goes with its neighbour.
        stretches.set(
            last, new Stretch(stretches.get(last).from(), i, stretches.get(last).node()));
      } else if (node != null && last >= 0 && stretches.get(last).node() == node) {
        stretches.set(last, new Stretch(stretches.get(last).from(), i, node));
      } else if (node != null) {
        stretches.add(new Stretch(last < 0 ? 0 : i, i, node));
      }
    }
    return stretches(split.place(), stretches, indent, before, after);
  }

  private CodeBlock stretches(
      Place place, List<Stretch> stretches, int indent, int before, int after) {
    if (stretches.size() == 1) {
      return tree(stretches.get(0).node(), indent, before, after);
    }
    int middle = stretches.size() / 2;
    List<Stretch> low = stretches.subList(0, middle);
    List<Stretch> high = stretches.subList(middle, stretches.size());
    int bound = high.get(0).from();
    BitSet below = new BitSet();
    below.set(0, bound);
    BitSet above = new BitSet();
    above.set(bound, place.values().size());
    // As a table would say it: `> 0` rather than `<= 0`.
    boolean first = bound == 1 && place.values().size() > 2;
    Piece question = Conditions.within(place, first ? above : below);
    List<Stretch> yes = first ? high : low;
    List<Stretch> no = first ? low : high;
    if (yes.size() == 1 && no.size() == 1) {
      return conditional(question, yes.get(0).node(), no.get(0).node(), indent, before, after);
    }
    return CodeBlock.builder()
        .add("$L$>$>\n", question.code())
        .add("? $L\n", stretches(place, yes, indent + 4, indent + 6, 0))
        .add(": $L$<$<", stretches(place, no, indent + 4, indent + 6, after))
        .build();
  }

  private CodeBlock chain(Node.Split split, int arm, int indent, int before, int after) {
    if (arm == split.arms().size() - 1) {
      return tree(split.arms().get(arm).node(), indent, before, after);
    }
    Node.Arm way = split.arms().get(arm);
    return CodeBlock.builder()
        .add("$L$>$>\n", Conditions.within(split.place(), way.values()).code())
        .add("? $L\n", tree(way.node(), indent + 4, indent + 6, 0))
        .add(": $L$<$<", chain(split, arm + 1, indent + 4, indent + 6, after))
        .build();
  }

  private int weight(Node node) {
    return Objects.requireNonNull(weights.get(node));
  }
}
