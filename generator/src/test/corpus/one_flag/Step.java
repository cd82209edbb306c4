// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo.one_flag;

import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Outputs;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * What <code>demo.one_flag</code> says when an event meets a state.
 *
 * @param kind which of these it is
 * @param row the row that answers, or {@code null}
 * @param error the error that is answered, or {@code null}
 * @param next the state afterwards
 * @param outputs what is answered beside
 * @param effects what is done, in order
 */
@Generated("foliospec")
public record Step(Step.Kind kind, Row row, Error error, State next, Outputs outputs,
    List<Effect> effects) {
  /**
   * Whether a row answers.
   */
  public boolean answered() {
    return kind == Kind.OK || kind == Kind.REFUSED || kind == Kind.FAILED;
  }

  /**
   * Done.
   */
  public static Step ok(Row row, State next, Outputs outputs, List<Effect> effects) {
    return new Step(Kind.OK, row, null, next, outputs, effects);
  }

  /**
   * An error, and nothing changes.
   */
  public static Step refuse(Row row, Error error, State next, Outputs outputs) {
    return new Step(Kind.REFUSED, row, error, next, outputs, List.of());
  }

  /**
   * An error, with the row's changes.
   */
  public static Step fail(Row row, Error error, State next, Outputs outputs, List<Effect> effects) {
    return new Step(Kind.FAILED, row, error, next, outputs, effects);
  }

  /**
   * The caller must not ask this here.
   */
  public static Step forbidden(Row row, State next) {
    return new Step(Kind.FORBIDDEN, row, null, next, Outputs.NONE, List.of());
  }

  /**
   * The policy does not have this event.
   */
  public static Step lacking(State next) {
    return new Step(Kind.LACKING, null, null, next, Outputs.NONE, List.of());
  }

  /**
   * The event cannot happen here.
   */
  public static Step beyond(State next) {
    return new Step(Kind.BEYOND, null, null, next, Outputs.NONE, List.of());
  }

  /**
   * No row answers.
   */
  public static Step uncovered(State next) {
    return new Step(Kind.UNCOVERED, null, null, next, Outputs.NONE, List.of());
  }

  /**
   * What a policy may say.
   */
  public enum Kind {
    /**
     * Done.
     */
    OK,

    /**
     * An error is answered, nothing changes.
     */
    REFUSED,

    /**
     * An error is answered, and yet something changes or is done.
     */
    FAILED,

    /**
     * The caller must not ask this here; nothing is promised.
     */
    FORBIDDEN,

    /**
     * The policy does not have this event.
     */
    LACKING,

    /**
     * The event cannot happen here, by its {@code only when}.
     */
    BEYOND,

    /**
     * No row answers, or none that says what it does; no state that can be reached is so.
     */
    UNCOVERED
  }
}
