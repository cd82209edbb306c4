// Generated from specs/indexed.folio. Edit the tables, not this file.
package foliospec.generated.frames.demo;

import foliospec.generated.frames.Effect;
import foliospec.generated.frames.Error;
import foliospec.generated.frames.Event;
import foliospec.generated.frames.Gfn;
import foliospec.generated.frames.Outputs;
import foliospec.generated.frames.Own;
import foliospec.generated.frames.YesNo;
import foliospec.generated.frames.demo.indexed.Chances;
import foliospec.generated.frames.demo.indexed.Config;
import foliospec.generated.frames.demo.indexed.Row;
import foliospec.generated.frames.demo.indexed.State;
import foliospec.generated.frames.demo.indexed.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.indexed</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class IndexedMachine {
  private IndexedMachine() {
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
      case DONATE -> donate(s, ((Event.Donate) event).gfn());
      case SHARE -> share(s, ((Event.Share) event).gfn());
      case EXCHANGE -> exchange(s, ((Event.Exchange) event).x(), ((Event.Exchange) event).y());
      case DROP -> drop(s);
      case TAKE -> take(s, ((Event.Take) event).slot());
    };
  }

  /**
   * Answers <code>donate(gfn)</code>: table <code>sharing</code>.
   */
  private static Step donate(State s, Gfn gfn) {
    return do1(s, gfn);
  }

  /**
   * Answers <code>share(gfn)</code>: tables <code>owning</code>, <code>sharing</code>.
   */
  private static Step share(State s, Gfn gfn) {
    // owning
    if (s.guest(gfn) == Own.NOPAGE) {
      return ow1(s);
    }
    return switch (s.guest(gfn)) {
      case OWNED -> sh1(s, gfn);
      case SHARED -> sh2(s, gfn);
      case NOPAGE -> Step.uncovered(s);
    };
  }

  /**
   * Answers <code>exchange(x, y)</code>: table <code>exchanging</code>.
   */
  private static Step exchange(State s, Gfn x, Gfn y) {
    return x == y
        ? ex1(s, x)
        : switch (s.guestA()) {
          case NOPAGE -> switch (s.guestB()) {
            case NOPAGE -> ex3(s);
            case OWNED, SHARED -> switch (s.last()) {
              case A -> ex3(s);
              case B -> ex2(s, x, y);
            };
          };
          case OWNED, SHARED -> switch (s.guestB()) {
            case NOPAGE -> switch (s.last()) {
              case A -> ex2(s, x, y);
              case B -> ex3(s);
            };
            case OWNED, SHARED -> ex2(s, x, y);
          };
        };
  }

  /**
   * Answers <code>drop</code>: table <code>dropping</code>.
   */
  private static Step drop(State s) {
    return s.guest(s.last()) == Own.NOPAGE ? dr1(s) : dr2(s);
  }

  /**
   * Answers <code>take(slot)</code>: table <code>taking</code>.
   */
  private static Step take(State s, int slot) {
    return slot > 0
        ? slot <= 1
            ? switch (s.used1()) {
              case NO -> ta1(s, slot);
              case YES -> ta2(s);
            }
            : switch (s.used2()) {
              case NO -> ta1(s, slot);
              case YES -> ta2(s);
            }
        : switch (s.used0()) {
          case NO -> ta1(s, slot);
          case YES -> ta2(s);
        };
  }

  /**
   * OW1: a row of <code>owning</code>.
   *
   * <p>Where guest[gfn] nopage: refuse EPERM. Source: K. Row: specs/indexed.folio:35.
   */
  private static Step ow1(State s) {
    return Step.refuse(Row.OW1, Error.EPERM, s, Outputs.NONE);
  }

  /**
   * DO1: a row of <code>sharing</code>.
   *
   * <p>Where event donate: ok; guest[gfn]' = given(guest[gfn]); effects = do pin. Source: K. Row:
   * specs/indexed.folio:40.
   */
  private static Step do1(State s, Gfn gfn) {
    return s.refs(gfn) <= 1
        ? Step.ok(
            Row.DO1,
            s.withGuest(gfn, given(s.guest(gfn))).withRefs(gfn, s.refs(gfn) + 1),
            Outputs.NONE,
            Does.MAP_PAGE)
        : Step.ok(Row.DO1, s.withGuest(gfn, given(s.guest(gfn))), Outputs.NONE, List.of());
  }

  /**
   * SH1: a row of <code>sharing</code>.
   *
   * <p>Where event share, guest[gfn] owned: ok; was = guest[gfn]; guest[gfn]' = shared; effects =
   * do pin. Source: K. Row: specs/indexed.folio:41.
   */
  private static Step sh1(State s, Gfn gfn) {
    return s.refs(gfn) <= 1
        ? Step.ok(
            Row.SH1,
            s.withGuest(gfn, Own.SHARED).withRefs(gfn, s.refs(gfn) + 1),
            Outputs.was(s.guest(gfn)),
            Does.MAP_PAGE)
        : Step.ok(Row.SH1, s.withGuest(gfn, Own.SHARED), Outputs.was(s.guest(gfn)), List.of());
  }

  /**
   * SH2: a row of <code>sharing</code>.
   *
   * <p>Where event share, guest[gfn] !owned: ok; was = guest[gfn]'. Source: K. Row:
   * specs/indexed.folio:42.
   */
  private static Step sh2(State s, Gfn gfn) {
    return Step.ok(Row.SH2, s, Outputs.was(s.guest(gfn)), List.of());
  }

  /**
   * EX1: a row of <code>exchanging</code>.
   *
   * <p>Where x =y: ok; last' = x. Source: K. Row: specs/indexed.folio:47.
   */
  private static Step ex1(State s, Gfn x) {
    return Step.ok(Row.EX1, s.withLast(x), Outputs.NONE, List.of());
  }

  /**
   * EX2: a row of <code>exchanging</code>.
   *
   * <p>Where x !=y, held yes: ok; guest[x]' = guest[y]; guest[y]' = guest[x]. Source: K. Row:
   * specs/indexed.folio:48.
   */
  private static Step ex2(State s, Gfn x, Gfn y) {
    return switch (x) {
      case A -> switch (y) {
        case A -> Step.ok(Row.EX2, s, Outputs.NONE, List.of());
        case B ->
            Step.ok(Row.EX2, withGuestAGuestB(s, s.guestB(), s.guestA()), Outputs.NONE, List.of());
      };
      case B -> switch (y) {
        case A ->
            Step.ok(Row.EX2, withGuestAGuestB(s, s.guestB(), s.guestA()), Outputs.NONE, List.of());
        case B -> Step.ok(Row.EX2, s, Outputs.NONE, List.of());
      };
    };
  }

  /**
   * EX3: a row of <code>exchanging</code>.
   *
   * <p>Where x !=y, held no: refuse EPERM. Source: K. Row: specs/indexed.folio:49.
   */
  private static Step ex3(State s) {
    return Step.refuse(Row.EX3, Error.EPERM, s, Outputs.NONE);
  }

  /**
   * DR1: a row of <code>dropping</code>.
   *
   * <p>Where guest[last] nopage: ok; last' = b; refs[a]' = 0. Source: K. Row:
   * specs/indexed.folio:54.
   */
  private static Step dr1(State s) {
    return Step.ok(Row.DR1, withRefsALast(s, 0, Gfn.B), Outputs.NONE, List.of());
  }

  /**
   * DR2: a row of <code>dropping</code>.
   *
   * <p>Where guest[last] !nopage: ok; guest[last]' = nopage; last' = a; effects = zap. Source: K.
   * Row: specs/indexed.folio:55.
   */
  private static Step dr2(State s) {
    return Step.ok(
        Row.DR2, s.withLast(Gfn.A).withGuest(s.last(), Own.NOPAGE), Outputs.NONE, Does.ZAP);
  }

  /**
   * TA1: a row of <code>taking</code>.
   *
   * <p>Where used[slot] no: ok; used[slot]' = yes. Source: K. Row: specs/indexed.folio:60.
   */
  private static Step ta1(State s, int slot) {
    return slot > 0
        ? slot <= 1
            ? Step.ok(Row.TA1, s.withUsed1(YesNo.YES), Outputs.NONE, List.of())
            : Step.ok(Row.TA1, s.withUsed2(YesNo.YES), Outputs.NONE, List.of())
        : Step.ok(Row.TA1, s.withUsed0(YesNo.YES), Outputs.NONE, List.of());
  }

  /**
   * TA2: a row of <code>taking</code>.
   *
   * <p>Where used[slot] yes: refuse EPERM. Source: K. Row: specs/indexed.folio:61.
   */
  private static Step ta2(State s) {
    return Step.refuse(Row.TA2, Error.EPERM, s, Outputs.NONE);
  }

  /**
   * What <code>given</code> makes of a value.
   */
  private static Own given(Own value) {
    return switch (value) {
      case NOPAGE -> Own.OWNED;
      case OWNED -> Own.SHARED;
      case SHARED -> Own.NOPAGE;
    };
  }

  /**
   * The same state, with another <code>guest[a]</code>, <code>guest[b]</code>.
   */
  private static State withGuestAGuestB(State s, Own guestA, Own guestB) {
    return new State(
        guestA, guestB, s.refsA(), s.refsB(), s.used0(), s.used1(), s.used2(), s.last());
  }

  /**
   * The same state, with another <code>refs[a]</code>, <code>last</code>.
   */
  private static State withRefsALast(State s, int refsA, Gfn last) {
    return new State(
        s.guestA(), s.guestB(), refsA, s.refsB(), s.used0(), s.used1(), s.used2(), last);
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> MAP_PAGE = List.of(Effect.MAP_PAGE);

    static final List<Effect> ZAP = List.of(Effect.ZAP);

    private Does() {
    }
  }
}
