// Generated from specs/numbers.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.numbers.Chances;
import foliospec.generated.demo.demo.numbers.Config;
import foliospec.generated.demo.demo.numbers.Row;
import foliospec.generated.demo.demo.numbers.State;
import foliospec.generated.demo.demo.numbers.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.numbers</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class NumbersMachine {
  private NumbersMachine() {
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
      case PIN -> pin(s);
      case UNPIN -> unpin(s);
      case SET -> set(s, ((Event.Set) event).to());
      case CLOSE -> close(s);
    };
  }

  /**
   * Answers <code>pin</code>: tables <code>pin_gate</code>, <code>pin</code>.
   */
  private static Step pin(State s) {
    if (s.refs() == 5) {
      return Step.beyond(s);
    }
    // pin_gate
    if (s.refs() >= s.limit()) {
      return p0(s);
    }
    return switch (s.shut()) {
      case NO -> p1(s);
      case YES -> p2(s);
    };
  }

  /**
   * Answers <code>unpin</code>: table <code>unpin</code>.
   */
  private static Step unpin(State s) {
    return s.refs() > 0
        ? s.refs() <= 3 ? u2(s) : u3(s)
        : u1(s);
  }

  /**
   * Answers <code>set(to)</code>: table <code>set</code>.
   */
  private static Step set(State s, int to) {
    return s.limit() == to
        ? s1(s)
        : s.refs() <= 2 ? s2(s, to) : s3(s);
  }

  /**
   * Answers <code>close</code>: table <code>close</code>.
   */
  private static Step close(State s) {
    return c1(s);
  }

  /**
   * P0: a row of <code>pin_gate</code>.
   *
   * <p>Where when refs &gt;= limit: refuse EAGAIN. Source: S. Row: specs/numbers.folio:25.
   */
  private static Step p0(State s) {
    return Step.refuse(Row.P0, Error.EAGAIN, s, Outputs.NONE);
  }

  /**
   * P1: a row of <code>pin</code>.
   *
   * <p>Where shut no: ok; refs' = refs+1. Source: S. Row: specs/numbers.folio:30.
   */
  private static Step p1(State s) {
    return Step.ok(Row.P1, s.withRefs(s.refs() + 1), Outputs.NONE, List.of());
  }

  /**
   * P2: a row of <code>pin</code>.
   *
   * <p>Where shut yes: forbid. Source: S. Row: specs/numbers.folio:31.
   */
  private static Step p2(State s) {
    return Step.forbidden(Row.P2, s);
  }

  /**
   * U1: a row of <code>unpin</code>.
   *
   * <p>Where refs 0: refuse EINVAL. Source: S. Row: specs/numbers.folio:36.
   */
  private static Step u1(State s) {
    return Step.refuse(Row.U1, Error.EINVAL, s, Outputs.NONE);
  }

  /**
   * U2: a row of <code>unpin</code>.
   *
   * <p>Where refs 1..3: ok; refs' = refs-1. Source: S. Row: specs/numbers.folio:37.
   */
  private static Step u2(State s) {
    return Step.ok(Row.U2, s.withRefs(s.refs() - 1), Outputs.NONE, List.of());
  }

  /**
   * U3: a row of <code>unpin</code>.
   *
   * <p>Where refs &gt;3: ok; refs' = refs-1. Source: S. Row: specs/numbers.folio:38.
   */
  private static Step u3(State s) {
    return Step.ok(Row.U3, s.withRefs(s.refs() - 1), Outputs.NONE, List.of());
  }

  /**
   * S1: a row of <code>set</code>.
   *
   * <p>Where to =limit: ok. Source: S. Row: specs/numbers.folio:43.
   */
  private static Step s1(State s) {
    return Step.ok(Row.S1, s, Outputs.NONE, List.of());
  }

  /**
   * S2: a row of <code>set</code>.
   *
   * <p>Where to !=limit, refs &lt;3: ok; limit' = to. Source: S. Row: specs/numbers.folio:44.
   */
  private static Step s2(State s, int to) {
    return Step.ok(Row.S2, s.withLimit(to), Outputs.NONE, List.of());
  }

  /**
   * S3: a row of <code>set</code>.
   *
   * <p>Where to !=limit, refs &gt;=3: fail EAGAIN; refs' = 0. Source: S. Row:
   * specs/numbers.folio:45.
   */
  private static Step s3(State s) {
    return Step.fail(Row.S3, Error.EAGAIN, s.withRefs(0), Outputs.NONE, List.of());
  }

  /**
   * C1: a row of <code>close</code>.
   *
   * <p>Always: ok; shut' = yes. Source: S. Row: specs/numbers.folio:50.
   */
  private static Step c1(State s) {
    return Step.ok(Row.C1, s.withShut(YesNo.YES), Outputs.NONE, List.of());
  }
}
