// Generated from specs/choices.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Contents;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Zeroing;
import foliospec.generated.demo.demo.choices.Chances;
import foliospec.generated.demo.demo.choices.Config;
import foliospec.generated.demo.demo.choices.Row;
import foliospec.generated.demo.demo.choices.State;
import foliospec.generated.demo.demo.choices.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.choices</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class ChoicesMachine {
  private ChoicesMachine() {
  }

  /**
   * Answers an event when the environment does what it usually does.
   */
  public static Step step(Config c, State s, Event event) {
    return step(c, s, event, Chances.USUAL);
  }

  /**
   * Answers an event.
   */
  public static Step step(Config c, State s, Event event, Chances chances) {
    return switch (event.kind()) {
      case CONVERT -> convert(c, s);
    };
  }

  /**
   * Answers <code>convert</code>: table <code>convert</code>.
   */
  private static Step convert(Config c, State s) {
    return switch (c.mode()) {
      case SLOW -> switch (c.zeroFlag()) {
        case NEVER -> switch (c.zero()) {
          case ZERO_FLAG -> c1(c, s);
          case BOTH -> c2(c, s);
        };
        case BOTH -> c2(c, s);
      };
      case SAFE -> switch (c.zeroFlag()) {
        case NEVER -> switch (c.zero()) {
          case ZERO_FLAG -> c1(c, s);
          case BOTH -> c3(c, s);
        };
        case BOTH -> c3(c, s);
      };
      case FAST -> Step.uncovered(s);
    };
  }

  /**
   * C1: a row of <code>convert</code>.
   *
   * <p>Where zero never: ok; was = zero. Source: S. Row: specs/choices.folio:27.
   */
  private static Step c1(Config c, State s) {
    return Step.ok(Row.C1, s, Outputs.was(c.zeroFlag()), List.of());
  }

  /**
   * C2: a row of <code>convert</code>.
   *
   * <p>Where zero both, mode slow: ok; was = zero; contents' = zeros; effects = wipe, wait. Source:
   * S. Row: specs/choices.folio:28.
   */
  private static Step c2(Config c, State s) {
    return switch (c.zero()) {
      case ZERO_FLAG ->
          Step.ok(
              Row.C2, s.withContents(Contents.ZEROS), Outputs.was(c.zeroFlag()), Does.WIPE_WAIT);
      case BOTH ->
          Step.ok(
              Row.C2, s.withContents(Contents.ZEROS), Outputs.was(Zeroing.BOTH), Does.WIPE_WAIT);
    };
  }

  /**
   * C3: a row of <code>convert</code>.
   *
   * <p>Where zero both, mode safe: ok; was = zero; contents' = zeros; effects = wipe. Source: S.
   * Row: specs/choices.folio:29.
   */
  private static Step c3(Config c, State s) {
    return switch (c.zero()) {
      case ZERO_FLAG ->
          Step.ok(Row.C3, s.withContents(Contents.ZEROS), Outputs.was(c.zeroFlag()), Does.WIPE);
      case BOTH ->
          Step.ok(Row.C3, s.withContents(Contents.ZEROS), Outputs.was(Zeroing.BOTH), Does.WIPE);
    };
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> WIPE_WAIT = List.of(Effect.WIPE, Effect.WAIT);

    static final List<Effect> WIPE = List.of(Effect.WIPE);

    private Does() {
    }
  }
}
