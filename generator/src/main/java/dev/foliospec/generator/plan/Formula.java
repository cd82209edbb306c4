package dev.foliospec.generator.plan;

import java.util.BitSet;
import java.util.List;

/**
 * When something holds, over places; made by {@link Formulas}, where equal formulas are one object.
 *
 * <p>A definition is one formula however often it is named, so that formulas stay as small as what
 * was written.
 */
public sealed interface Formula {
  /** A number of its own among the formulas of one maker. */
  int id();

  /** The numbers of the places that it depends on. */
  BitSet places();

  /** Always the same. */
  record Literally(int id, BitSet places, boolean truth) implements Formula {}

  /**
   * A place has one of some values.
   *
   * @param values positions in the place's values
   */
  record In(int id, BitSet places, Place place, BitSet values) implements Formula {}

  /** Two places of one Java type compare so. */
  record Compared(int id, BitSet places, Place left, Operator operator, Place right)
      implements Formula {}

  /** All hold. */
  record And(int id, BitSet places, List<Formula> parts) implements Formula {}

  /** One holds at least. */
  record Or(int id, BitSet places, List<Formula> parts) implements Formula {}

  /** It does not hold. */
  record Not(int id, BitSet places, Formula part) implements Formula {}

  /** A definition, whole. */
  record Named(int id, BitSet places, String name, Formula meaning) implements Formula {}

  /** How two places compare. */
  enum Operator {
    /** The same value. */
    EQUAL("=="),
    /** Another value. */
    DIFFERENT("!="),
    /** Earlier. */
    LESS("<"),
    /** Not later. */
    AT_MOST("<="),
    /** Later. */
    MORE(">"),
    /** Not earlier. */
    AT_LEAST(">=");

    private final String java;

    Operator(String java) {
      this.java = java;
    }

    /** Between two numbers in Java. */
    public String java() {
      return java;
    }

    /** The operator that holds where this one does not. */
    public Operator contrary() {
      return switch (this) {
        case EQUAL -> DIFFERENT;
        case DIFFERENT -> EQUAL;
        case LESS -> AT_LEAST;
        case AT_MOST -> MORE;
        case MORE -> AT_MOST;
        case AT_LEAST -> LESS;
      };
    }

    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case DIFFERENT -> comparison != 0;
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case MORE -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }
  }

  /** Whether it holds whatever the places are. */
  default boolean isTrue() {
    return this instanceof Literally literally && literally.truth();
  }

  /** Whether it never holds. */
  default boolean isFalse() {
    return this instanceof Literally literally && !literally.truth();
  }
}
