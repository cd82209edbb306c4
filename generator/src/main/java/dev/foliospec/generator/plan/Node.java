package dev.foliospec.generator.plan;

import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A decision tree over places; equal parts are one object. */
public sealed interface Node {
  /**
   * Goes by the value of a place.
   *
   * @param place the place
   * @param arms where to go, by positions in the place's values
   * @param spared positions that cannot occur here
   */
  record Split(Place place, List<Arm> arms, BitSet spared) implements Node {
    /** Copies the list. */
    public Split {
      arms = List.copyOf(arms);
    }
  }

  /**
   * One way to go.
   *
   * @param values positions in the place's values
   * @param node what comes then
   */
  record Arm(BitSet values, Node node) {}

  /** Goes by a comparison of two places with many values. */
  record Test(Formula.Compared question, Node yes, Node no) implements Node {}

  /** Goes by whether a place's position is below another: a split with too many arms for one. */
  record Below(Place place, int position, Node low, Node high) implements Node {}

  /** No row answers, or none that says what it does; cannot be reached in a checked policy. */
  record Uncovered() implements Node {}

  /**
   * A row answers.
   *
   * @param row its number in the policy
   */
  record Answer(int row) implements Node {}

  /**
   * What a row does.
   *
   * @param kind whether it is done, refused or failed
   * @param error the error, unless it is done
   * @param changes the variables that get another value
   * @param shown the outputs that are given
   * @param effects what is done, in order
   */
  record Act(
      Kind kind,
      Optional<ConstantPlan> error,
      List<Assignment> changes,
      List<Assignment> shown,
      List<ConstantPlan> effects)
      implements Node {
    /** Copies the lists. */
    public Act {
      changes = List.copyOf(changes);
      shown = List.copyOf(shown);
      effects = List.copyOf(effects);
    }
  }

  /** The effects of a row, where they alone depend on the state. */
  record Does(List<ConstantPlan> effects) implements Node {
    /** Copies the list. */
    public Does {
      effects = List.copyOf(effects);
    }
  }

  /** The caller must not ask. */
  record Forbid() implements Node {}

  /** How an event ends. */
  enum Kind {
    /** Done. */
    OK,
    /** An error, and nothing changes. */
    REFUSE,
    /** An error, with the row's changes. */
    FAIL
  }

  /**
   * A component gets a value.
   *
   * @param field the component, or the indexed variable of which an element does
   * @param index what picks the element
   * @param value the value
   */
  record Assignment(FieldPlan field, Optional<Place> index, Source value) {
    /** A component that nothing picks. */
    public Assignment(FieldPlan field, Source value) {
      this(field, Optional.empty(), value);
    }
  }

  /** Where a value comes from. */
  sealed interface Source {}

  /** A value. */
  record Constant(Value value) implements Source {}

  /** What a place holds, in another Java type if need be. */
  record Read(Place place) implements Source {}

  /** The number that a place holds, moved. */
  record Shifted(Place place, int by) implements Source {}

  /** What a map makes of what a place holds. */
  record Mapped(ValueMap map, Place place) implements Source {}
}
