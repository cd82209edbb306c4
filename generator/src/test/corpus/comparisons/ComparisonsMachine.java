// Generated from specs/comparisons.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Kind;
import foliospec.generated.demo.Level;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Stage2;
import foliospec.generated.demo.demo.comparisons.Chances;
import foliospec.generated.demo.demo.comparisons.Config;
import foliospec.generated.demo.demo.comparisons.Row;
import foliospec.generated.demo.demo.comparisons.State;
import foliospec.generated.demo.demo.comparisons.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.comparisons</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class ComparisonsMachine {
  private ComparisonsMachine() {
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
      case ACCESS -> access(s, ((Event.Access) event).as());
      case CONVERT -> convert(s, ((Event.Convert) event).to());
      case PEEK -> peek(s, ((Event.Peek) event).as());
      case RAISE -> raise(s);
      case LOWER -> lower(s);
    };
  }

  /**
   * Answers <code>access(as)</code>: table <code>access</code>.
   */
  private static Step access(State s, Attr as) {
    return switch (as) {
      case PRIVATE -> switch (s.stage2()) {
        case NONE, SHARED -> switch (s.attr()) {
          case PRIVATE -> a2(s, as);
          case SHARED -> a3(s, as);
        };
        case PRIVATE -> a1(s, as);
      };
      case SHARED -> switch (s.stage2()) {
        case NONE, PRIVATE -> switch (s.attr()) {
          case PRIVATE -> a3(s, as);
          case SHARED -> a2(s, as);
        };
        case SHARED -> a1(s, as);
      };
    };
  }

  /**
   * Answers <code>convert(to)</code>: table <code>convert</code>.
   */
  private static Step convert(State s, Attr to) {
    return s.attr() == to
        ? c1(s)
        : s.stage2() == Stage2.NONE ? c3(s, to) : c2(s, to);
  }

  /**
   * Answers <code>peek(as)</code>: tables <code>peek_check</code>, <code>peek</code>.
   */
  private static Step peek(State s, Attr as) {
    // peek_check
    // P0 lets through
    if (s.stage2() == stage2(as)) {
      return p1(s);
    }
    return p2(s);
  }

  /**
   * Answers <code>raise</code>: table <code>raise</code>.
   */
  private static Step raise(State s) {
    return switch (s.level()) {
      case LOW -> s.top() == Level.LOW ? r3(s) : r1(s);
      case MIDDLE ->
          s.stage2() == stage2(s.attr())
              ? r2(s)
              : switch (s.stage2()) {
                case NONE -> r2(s);
                case PRIVATE, SHARED -> s.top() == Level.HIGH ? r2(s) : r3(s);
              };
      case HIGH ->
          s.stage2() == stage2(s.attr())
              ? r2(s)
              : s.stage2() == Stage2.NONE ? r2(s) : r3(s);
    };
  }

  /**
   * Answers <code>lower</code>: table <code>lower</code>.
   */
  private static Step lower(State s) {
    return switch (s.level()) {
      case LOW, MIDDLE -> l1(s);
      case HIGH -> s.top() == Level.MIDDLE ? l2(s) : l1(s);
    };
  }

  /**
   * P1: a row of <code>peek_check</code>.
   *
   * <p>Always: refuse EPERM. Source: S. Row: specs/comparisons.folio:54.
   */
  private static Step p1(State s) {
    return Step.refuse(Row.P1, Error.EPERM, s, Outputs.NONE);
  }

  /**
   * A1: a row of <code>access</code>.
   *
   * <p>Where stage2 =as: ok; last' = kind(as). Source: S. Row: specs/comparisons.folio:39.
   */
  private static Step a1(State s, Attr as) {
    return Step.ok(Row.A1, s.withLast(kind(as)), Outputs.NONE, List.of());
  }

  /**
   * A2: a row of <code>access</code>.
   *
   * <p>Where as =attr, stage2 !=as: ok; stage2' = as; last' = kind(as). Source: S. Row:
   * specs/comparisons.folio:40.
   */
  private static Step a2(State s, Attr as) {
    return Step.ok(Row.A2, withStage2Last(s, stage2(as), kind(as)), Outputs.NONE, List.of());
  }

  /**
   * A3: a row of <code>access</code>.
   *
   * <p>Where as !=attr, stage2 !=as: refuse memory_fault, asked=as. Source: S. Row:
   * specs/comparisons.folio:41.
   */
  private static Step a3(State s, Attr as) {
    return Step.refuse(Row.A3, Error.MEMORY_FAULT, s, Outputs.asked(as));
  }

  /**
   * C1: a row of <code>convert</code>.
   *
   * <p>Where to =attr: ok. Source: S. Row: specs/comparisons.folio:46.
   */
  private static Step c1(State s) {
    return Step.ok(Row.C1, s, Outputs.NONE, List.of());
  }

  /**
   * C2: a row of <code>convert</code>.
   *
   * <p>Where to !=attr, mapped yes: ok; attr' = to; effects = zap. Source: S. Row:
   * specs/comparisons.folio:47.
   */
  private static Step c2(State s, Attr to) {
    return Step.ok(Row.C2, withAttrStage2(s, to, Stage2.NONE), Outputs.NONE, Does.ZAP);
  }

  /**
   * C3: a row of <code>convert</code>.
   *
   * <p>Where to !=attr, mapped no: ok; attr' = to. Source: S. Row: specs/comparisons.folio:48.
   */
  private static Step c3(State s, Attr to) {
    return Step.ok(Row.C3, s.withAttr(to), Outputs.NONE, List.of());
  }

  /**
   * P2: a row of <code>peek</code>.
   *
   * <p>Always: ok. Source: S. Row: specs/comparisons.folio:59.
   */
  private static Step p2(State s) {
    return Step.ok(Row.P2, s, Outputs.NONE, List.of());
  }

  /**
   * R1: a row of <code>raise</code>.
   *
   * <p>Where level low, when level &lt; top: ok; level' = top. Source: S. Row:
   * specs/comparisons.folio:64.
   */
  private static Step r1(State s) {
    return Step.ok(Row.R1, s.withLevel(s.top()), Outputs.NONE, List.of());
  }

  /**
   * R2: a row of <code>raise</code>.
   *
   * <p>Where level in upper, when level &lt; top or not wrong: ok; level' = high. Source: S. Row:
   * specs/comparisons.folio:65.
   */
  private static Step r2(State s) {
    return Step.ok(Row.R2, s.withLevel(Level.HIGH), Outputs.NONE, List.of());
  }

  /**
   * R3: a row of <code>raise</code>.
   *
   * <p>Where level otherwise: refuse EPERM. Source: S. Row: specs/comparisons.folio:66.
   */
  private static Step r3(State s) {
    return Step.refuse(Row.R3, Error.EPERM, s, Outputs.NONE);
  }

  /**
   * L1: a row of <code>lower</code>.
   *
   * <p>Always: ok; level' = low; top' = level. Source: S. Row: specs/comparisons.folio:71.
   */
  private static Step l1(State s) {
    return Step.ok(Row.L1, withLevelTop(s, Level.LOW, s.level()), Outputs.NONE, List.of());
  }

  /**
   * L2: a row of <code>lower</code>.
   *
   * <p>Where level high, top middle: ok; level' = middle; top' = middle. Source: S. Row:
   * specs/comparisons.folio:78.
   */
  private static Step l2(State s) {
    return Step.ok(Row.L2, withLevelTop(s, Level.MIDDLE, Level.MIDDLE), Outputs.NONE, List.of());
  }

  /**
   * What <code>Stage2</code> makes of a value.
   */
  private static Stage2 stage2(Attr value) {
    return switch (value) {
      case PRIVATE -> Stage2.PRIVATE;
      case SHARED -> Stage2.SHARED;
    };
  }

  /**
   * What <code>kind</code> makes of a value.
   */
  private static Kind kind(Attr value) {
    return switch (value) {
      case PRIVATE -> Kind.PRIVATE_KIND;
      case SHARED -> Kind.SHARED_KIND;
    };
  }

  /**
   * The same state, with another <code>stage2</code>, <code>last</code>.
   */
  private static State withStage2Last(State s, Stage2 stage2, Kind last) {
    return new State(s.attr(), stage2, last, s.level(), s.top());
  }

  /**
   * The same state, with another <code>attr</code>, <code>stage2</code>.
   */
  private static State withAttrStage2(State s, Attr attr, Stage2 stage2) {
    return new State(attr, stage2, s.last(), s.level(), s.top());
  }

  /**
   * The same state, with another <code>level</code>, <code>top</code>.
   */
  private static State withLevelTop(State s, Level level, Level top) {
    return new State(s.attr(), s.stage2(), s.last(), level, top);
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> ZAP = List.of(Effect.ZAP);

    private Does() {
    }
  }
}
