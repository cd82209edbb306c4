package dev.foliospec.model;

import java.util.List;

/** A boolean expression with its names bound. */
public sealed interface Expression {
  /** {@code a implies b implies c}, to the right. */
  record Implies(List<Expression> parts) implements Expression {
    /** Copies the list. */
    public Implies {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a or b}. */
  record Or(List<Expression> parts) implements Expression {
    /** Copies the list. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a and b}. */
  record And(List<Expression> parts) implements Expression {
    /** Copies the list. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** {@code not a}. */
  record Not(Expression part) implements Expression {}

  /** {@code a in {x, y}}, and every comparison with a constant. */
  record Within(Term term, List<Value> values) implements Expression {
    /** Copies the list. */
    public Within {
      values = List.copyOf(values);
    }
  }

  /** {@code a = b}, {@code a < b} where neither is a constant. */
  record Compared(Term left, Comparator comparator, Term right) implements Expression {}

  /** A definition by its name. */
  record Defined(Definition definition) implements Expression {}

  /** Always the same. */
  record Literally(boolean truth) implements Expression {}

  /**
   * {@code answer = EAGAIN}, {@code refused}: in properties, of a transition.
   *
   * @param answers {@code ok} and names of errors; none stands for any error
   */
  record Answered(List<String> answers) implements Expression {
    /** Copies the list. */
    public Answered {
      answers = List.copyOf(answers);
    }
  }

  /** {@code effects include e}: in properties, of a transition. */
  record Includes(String effect) implements Expression {}

  /** {@code effects order a < b}, both occur, first a before first b: of a transition. */
  record Ordered(String first, String second) implements Expression {}

  /** A slot's value before the event, or a variable's or ghost's after it. */
  record Term(Slot slot, boolean primed) {}

  /** How two terms are compared; {@code <} and its kin by position in the left term's type. */
  enum Comparator {
    /** The same value. */
    EQUAL,
    /** Another value. */
    DIFFERENT,
    /** Earlier in the order. */
    LESS,
    /** Not later. */
    AT_MOST,
    /** Later. */
    MORE,
    /** Not earlier. */
    AT_LEAST
  }
}
