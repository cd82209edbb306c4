// Generated from specs/claims.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Gfn;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.claims.Chances;
import foliospec.generated.demo.demo.claims.Config;
import foliospec.generated.demo.demo.claims.Row;
import foliospec.generated.demo.demo.claims.State;
import foliospec.generated.demo.demo.claims.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.claims</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class ClaimsMachine {
  private ClaimsMachine() {
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
      case CONVERT -> convert(c, s, ((Event.Convert) event).to());
      case READ -> read(s, chances);
      case PIN -> pin(s);
      case PUNCH -> punch(s);
      case LOOK -> look(s, ((Event.Look) event).at());
    };
  }

  /**
   * Answers <code>convert(to)</code>: table <code>conversion</code>.
   */
  private static Step convert(Config c, State s, Attr to) {
    return s.attr() == to
        ? c1(s)
        : switch (c.zeroOnConversion()) {
          case NO -> switch (c.strict()) {
            case NO -> s.pins() > 0 ? c3(s, to) : c5(s, to);
            case YES -> s.pins() > 0 ? c2(s) : c5(s, to);
          };
          case YES -> switch (c.strict()) {
            case NO -> s.pins() > 0 ? c4(s, to) : c6(s, to);
            case YES -> s.pins() > 0 ? c2(s) : c6(s, to);
          };
        };
  }

  /**
   * Answers <code>read(as)</code>: table <code>reading</code>.
   */
  private static Step read(State s, Chances chances) {
    return switch (chances.nomem()) {
      case NO -> r2(s);
      case YES -> r1(s);
    };
  }

  /**
   * Answers <code>pin</code>: table <code>pinning</code>.
   */
  private static Step pin(State s) {
    if (s.pins() == 2) {
      return Step.beyond(s);
    }
    return p1(s);
  }

  /**
   * Answers <code>punch</code>: table <code>pinning</code>.
   */
  private static Step punch(State s) {
    return p2(s);
  }

  /**
   * Answers <code>look(at)</code>: table <code>looking</code>.
   */
  private static Step look(State s, Gfn at) {
    return l1(s, at);
  }

  /**
   * C1: a row of <code>conversion</code>.
   *
   * <p>Where to =attr: ok. Source: S. Row: specs/claims.folio:39.
   */
  private static Step c1(State s) {
    return Step.ok(Row.C1, s, Outputs.NONE, List.of());
  }

  /**
   * C2: a row of <code>conversion</code>.
   *
   * <p>Where to !=attr, pinned yes, strict yes: refuse EAGAIN. Source: S. Row:
   * specs/claims.folio:40.
   */
  private static Step c2(State s) {
    return Step.refuse(Row.C2, Error.EAGAIN, s, Outputs.NONE);
  }

  /**
   * C3: a row of <code>conversion</code>.
   *
   * <p>Where to !=attr, pinned yes, zero_on_conversion no, strict no: ok; attr' = to. Source: S.
   * Row: specs/claims.folio:41.
   */
  private static Step c3(State s, Attr to) {
    return Step.ok(Row.C3, s.withAttr(to), Outputs.NONE, List.of());
  }

  /**
   * C4: a row of <code>conversion</code>.
   *
   * <p>Where to !=attr, pinned yes, zero_on_conversion yes, strict no: ok; attr' = to; effects =
   * zero. Source: S. Row: specs/claims.folio:42.
   */
  private static Step c4(State s, Attr to) {
    return Step.ok(Row.C4, s.withAttr(to), Outputs.NONE, Does.ZERO);
  }

  /**
   * C5: a row of <code>conversion</code>.
   *
   * <p>Where to !=attr, pinned no, zero_on_conversion no: ok; attr' = to. Source: S. Row:
   * specs/claims.folio:43.
   */
  private static Step c5(State s, Attr to) {
    return Step.ok(Row.C5, s.withAttr(to), Outputs.NONE, List.of());
  }

  /**
   * C6: a row of <code>conversion</code>.
   *
   * <p>Where to !=attr, pinned no, zero_on_conversion yes: ok; attr' = to; effects = free, zero.
   * Source: S. Row: specs/claims.folio:44.
   */
  private static Step c6(State s, Attr to) {
    return Step.ok(Row.C6, s.withAttr(to), Outputs.NONE, Does.FREE_ZERO);
  }

  /**
   * R1: a row of <code>reading</code>.
   *
   * <p>Where nomem yes: refuse ENOMEM. Source: S. Row: specs/claims.folio:49.
   */
  private static Step r1(State s) {
    return Step.refuse(Row.R1, Error.ENOMEM, s, Outputs.NONE);
  }

  /**
   * R2: a row of <code>reading</code>.
   *
   * <p>Where nomem no: ok; sees = attr; seen[a]' = yes. Source: S. Row: specs/claims.folio:50.
   */
  private static Step r2(State s) {
    return Step.ok(Row.R2, s.withSeenA(YesNo.YES), Outputs.sees(s.attr()), List.of());
  }

  /**
   * P1: a row of <code>pinning</code>.
   *
   * <p>Where event pin: ok; pins' = pins+1. Source: S. Row: specs/claims.folio:55.
   */
  private static Step p1(State s) {
    return Step.ok(Row.P1, s.withPins(s.pins() + 1), Outputs.NONE, List.of());
  }

  /**
   * P2: a row of <code>pinning</code>.
   *
   * <p>Where event punch: ok; pins' = 0; effects = free. Source: S. Row: specs/claims.folio:56.
   */
  private static Step p2(State s) {
    return Step.ok(Row.P2, s.withPins(0), Outputs.NONE, Does.FREE);
  }

  /**
   * L1: a row of <code>looking</code>.
   *
   * <p>Always: ok; seen[at]' = yes. Source: S. Row: specs/claims.folio:61.
   */
  private static Step l1(State s, Gfn at) {
    return Step.ok(Row.L1, s.withSeen(at, YesNo.YES), Outputs.NONE, List.of());
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> ZERO = List.of(Effect.ZERO);

    static final List<Effect> FREE_ZERO = List.of(Effect.FREE, Effect.ZERO);

    static final List<Effect> FREE = List.of(Effect.FREE);

    private Does() {
    }
  }
}
