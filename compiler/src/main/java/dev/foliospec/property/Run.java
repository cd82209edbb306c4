package dev.foliospec.property;

import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Input;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import java.util.List;

/**
 * A run of a policy from where it starts, with the ghosts that a property reads.
 *
 * @param configuration its flags and choices
 * @param ghosts the ghosts
 * @param start where it starts
 * @param steps what happens
 */
public record Run(Configuration configuration, List<Ghost> ghosts, Moment start, List<Step> steps) {
  /** Copies the lists. */
  public Run {
    ghosts = List.copyOf(ghosts);
    steps = List.copyOf(steps);
  }

  /**
   * A state with the values of the ghosts.
   *
   * @param state the state
   * @param ghosts one value for each ghost
   */
  public record Moment(State state, List<Value> ghosts) {
    /** Copies the list. */
    public Moment {
      ghosts = List.copyOf(ghosts);
    }
  }

  /**
   * One step.
   *
   * @param input what happens
   * @param reaction what is answered
   * @param given its outputs; where anything may be shown, what breaks the property
   * @param next the moment afterwards
   */
  public record Step(Input input, Reaction reaction, List<Given> given, Moment next) {
    /** Copies the list. */
    public Step {
      given = List.copyOf(given);
    }
  }

  /** The moment at its end. */
  public Moment end() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).next();
  }

  /** The moment before its last step, or where it starts. */
  public Moment beforeEnd() {
    return steps.size() < 2 ? start : steps.get(steps.size() - 2).next();
  }
}
