package dev.foliospec.generator.export.promela;

import dev.foliospec.generator.rows.Origin;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions and values in Promela. What is unprimed is read from the state, what is primed from the
 * next one; a definition is a variable that was worked out before.
 */
final class Expressions {
  private final Names names;
  private final String before;
  private final String after;
  private final String output;
  private final String defined;

  private Expressions(Names names, String before, String after, String output, String defined) {
    this.names = names;
    this.before = before;
    this.after = after;
    this.output = output;
    this.defined = defined;
  }

  /** What is said of a state and of a transition. */
  static Expressions ofStates(Names names) {
    return new Expressions(names, "s_", "n_", "o_", "d_");
  }

  /** What is said of one page of a system, as if it were alone. */
  static Expressions ofPage(Names names) {
    return new Expressions(names, "y_", "z_", "u_", "q_");
  }

  /** Conjuncts; none hold always. */
  String all(List<Expression> parts) {
    return parts.isEmpty() ? "true" : Text.all(each(parts));
  }

  /** A statement that works a definition out. */
  String worked(Definition definition) {
    String truth = of(definition.expression());
    return definition(definition) + " = (" + truth + ")";
  }

  String definition(Definition definition) {
    return names.named(defined, definition.name());
  }

  private List<String> each(List<Expression> parts) {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> texts.add(of(part)));
    return texts;
  }

  String of(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return Boolean.toString(literally.truth());
    }
    if (expression instanceof Expression.Not not) {
      return "!(" + of(not.part()) + ")";
    }
    if (expression instanceof Expression.And and) {
      return Text.all(each(and.parts()));
    }
    if (expression instanceof Expression.Or or) {
      return Text.any(each(or.parts()));
    }
    if (expression instanceof Expression.Implies implies) {
      int last = implies.parts().size() - 1;
      String premises = Text.all(each(implies.parts().subList(0, last)));
      return "(!(" + premises + ") || " + of(implies.parts().get(last)) + ")";
    }
    if (expression instanceof Expression.Defined named) {
      return definition(named.definition());
    }
    if (expression instanceof Expression.Within within) {
      return names.within(slot(within.term().slot(), within.term().primed()), within.values());
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared);
    }
    return ofAnswer(expression);
  }

  private String ofAnswer(Expression expression) {
    if (expression instanceof Expression.Answered answered) {
      List<String> parts = new ArrayList<>();
      for (String answer : answered.answers()) {
        parts.add("answer == " + names.named("a_", answer));
      }
      return parts.isEmpty() ? "answer != " + names.named("a_", "ok") : Text.any(parts);
    }
    if (expression instanceof Expression.Includes includes) {
      return effect(includes.effect()) + " > 0";
    }
    Expression.Ordered ordered = (Expression.Ordered) expression;
    String first = effect(ordered.first());
    return "(" + first + " > 0 && " + first + " < " + effect(ordered.second()) + ")";
  }

  /** Where among a row's effects one comes first, counted from 1, or 0. */
  String effect(String name) {
    return names.named("e_", name);
  }

  /** Whether an output might as well have shown anything else. */
  String any(String outputName) {
    return names.named("any_" + output, outputName);
  }

  private String compared(Expression.Compared compared) {
    Slot left = compared.left().slot();
    Slot right = compared.right().slot();
    String one = slot(left, compared.left().primed());
    String other = slot(right, compared.right().primed());
    String sign = Names.sign(compared.comparator());
    // No output equals nothing, not even no output, and is neither before nor after.
    List<String> shown = new ArrayList<>();
    if (left instanceof Observed) {
      shown.add(one + " != " + Names.NOTHING);
    }
    if (right instanceof Observed) {
      shown.add(other + " != " + Names.NOTHING);
    }
    if (compared.comparator() == Expression.Comparator.DIFFERENT) {
      shown.add(one + " == " + other);
      return shown.size() == 1 ? one + sign + other : "!" + Text.all(shown);
    }
    shown.add(
        compared.comparator() == Expression.Comparator.EQUAL
            ? one + sign + other
            : names.ordered(left.type(), one, sign, right.type(), other));
    return Text.all(shown);
  }

  /** A slot's value. */
  String slot(Slot slot, boolean primed) {
    if (slot instanceof Variable variable) {
      return names.variable(primed ? after : before, variable);
    }
    if (slot instanceof Element element) {
      String key = slot(element.index(), false);
      return names.named(primed ? after : before, element.family())
          + "["
          + names.index(over(element), key)
          + "]";
    }
    if (slot instanceof Flag) {
      return names.flag(slot.name());
    }
    if (slot instanceof Trait) {
      return names.trait(slot.name());
    }
    if (slot instanceof Ghost) {
      return names.named(primed ? "h_" : "g_", slot.name());
    }
    if (slot instanceof Observed) {
      return names.named(output, slot.name());
    }
    if (slot instanceof Chance) {
      return names.named("c_", slot.name());
    }
    return names.named("p_", ((Parameter) slot).name());
  }

  private static Type over(Element element) {
    return element.elements().get(0).member().orElseThrow().over();
  }

  /** A value from before the event. */
  String origin(Origin origin) {
    if (origin instanceof Origin.Constant constant) {
      return names.value(constant.value());
    }
    if (origin instanceof Origin.Read read) {
      return slot(read.slot(), false);
    }
    if (origin instanceof Origin.Shifted shifted) {
      String by = shifted.by() < 0 ? " - " + -shifted.by() : " + " + shifted.by();
      return "(" + origin(shifted.from()) + by + ")";
    }
    if (origin instanceof Origin.Mapped mapped) {
      return names.named("m_", mapped.map().name()) + "(" + origin(mapped.from()) + ")";
    }
    if (origin instanceof Origin.Picked picked) {
      return picked(picked.pick().number());
    }
    Origin.Either either = (Origin.Either) origin;
    return "("
        + of(either.when())
        + " -> "
        + origin(either.yes())
        + " : "
        + origin(either.no())
        + ")";
  }

  /** The value that was picked for a cell that leaves it open. */
  static String picked(int number) {
    return "picked[" + number + "]";
  }
}
