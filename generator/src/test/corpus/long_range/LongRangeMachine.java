// Generated from specs/long_range.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.demo.long_range.Chances;
import foliospec.generated.demo.demo.long_range.Config;
import foliospec.generated.demo.demo.long_range.Row;
import foliospec.generated.demo.demo.long_range.State;
import foliospec.generated.demo.demo.long_range.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.long_range</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class LongRangeMachine {
  private LongRangeMachine() {
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
      case JUMP -> jump(s, ((Event.Jump) event).to());
      case LOOK -> look(s);
    };
  }

  /**
   * Answers <code>jump(to)</code>: table <code>jump</code>.
   */
  private static Step jump(State s, int to) {
    return s._long() == to ? j1(s) : j2(s, to);
  }

  /**
   * Answers <code>look</code>: table <code>look</code>.
   */
  private static Step look(State s) {
    return s._long() <= 29
        ? s._long() <= 9
            ? k1(s)
            : s._long() <= 19 ? k2(s) : k3(s)
        : s._long() <= 32
            ? s._long() <= 30 ? k4(s) : k5(s)
            : s._long() <= 33 ? k4(s) : k5(s);
  }

  /**
   * J1: a row of <code>jump</code>.
   *
   * <p>Where to =long: ok. Source: S. Row: specs/long_range.folio:21.
   */
  private static Step j1(State s) {
    return Step.ok(Row.J1, s, Outputs.NONE, List.of());
  }

  /**
   * J2: a row of <code>jump</code>.
   *
   * <p>Where to !=long: ok; long' = to. Source: S. Row: specs/long_range.folio:22.
   */
  private static Step j2(State s, int to) {
    return Step.ok(Row.J2, s.withLong(to), Outputs.NONE, List.of());
  }

  /**
   * K1: a row of <code>look</code>.
   *
   * <p>Where long 0..9: refuse EAGAIN. Source: S. Row: specs/long_range.folio:27.
   */
  private static Step k1(State s) {
    return Step.refuse(Row.K1, Error.EAGAIN, s, Outputs.NONE);
  }

  /**
   * K2: a row of <code>look</code>.
   *
   * <p>Where long 10..19: refuse EINVAL. Source: S. Row: specs/long_range.folio:28.
   */
  private static Step k2(State s) {
    return Step.refuse(Row.K2, Error.EINVAL, s, Outputs.NONE);
  }

  /**
   * K3: a row of <code>look</code>.
   *
   * <p>Where long 20..29: refuse EIO. Source: S. Row: specs/long_range.folio:29.
   */
  private static Step k3(State s) {
    return Step.refuse(Row.K3, Error.EIO, s, Outputs.NONE);
  }

  /**
   * K4: a row of <code>look</code>.
   *
   * <p>Where long 30, 33: refuse EPERM. Source: S. Row: specs/long_range.folio:30.
   */
  private static Step k4(State s) {
    return Step.refuse(Row.K4, Error.EPERM, s, Outputs.NONE);
  }

  /**
   * K5: a row of <code>look</code>.
   *
   * <p>Where long otherwise: ok. Source: S. Row: specs/long_range.folio:31.
   */
  private static Step k5(State s) {
    return Step.ok(Row.K5, s, Outputs.NONE, List.of());
  }
}
