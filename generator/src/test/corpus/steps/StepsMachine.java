// Generated from specs/steps.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Contents;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Folio;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Sees;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.steps.Chances;
import foliospec.generated.demo.demo.steps.Config;
import foliospec.generated.demo.demo.steps.Row;
import foliospec.generated.demo.demo.steps.State;
import foliospec.generated.demo.demo.steps.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.steps</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class StepsMachine {
  private StepsMachine() {
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
      case USE -> use(c, s);
      case DROP -> drop(s);
    };
  }

  /**
   * Answers <code>use</code>: table <code>use</code>.
   */
  private static Step use(Config c, State s) {
    return switch (s.ready()) {
      case NO -> u1(c, s);
      case YES -> u2(s);
    };
  }

  /**
   * Answers <code>drop</code>: table <code>drop</code>.
   */
  private static Step drop(State s) {
    return switch (s.folio()) {
      case ABSENT -> d1(s);
      case PRESENT -> d2(s);
    };
  }

  /**
   * U1: a row of <code>use</code>.
   *
   * <p>Where ready no: ok; sees = contents'; ready' = yes; effects = do get, prepare. Source: S.
   * Row: specs/steps.folio:44.
   */
  private static Step u1(Config c, State s) {
    return switch (s.folio()) {
      case ABSENT -> switch (c.zeroing()) {
        case NO -> switch (c.prepare()) {
          case NONE ->
              Step.ok(
                  Row.U1,
                  withFolioReady(s, Folio.PRESENT, YesNo.YES),
                  Outputs.sees(sees(s.contents())),
                  Does.ALLOC);
          case ASSIGN_VALIDATE ->
              Step.ok(
                  Row.U1,
                  withFolioReady(s, Folio.PRESENT, YesNo.YES),
                  Outputs.sees(sees(s.contents())),
                  Does.ALLOC_ASSIGN_VALIDATE);
        };
        case YES -> switch (c.prepare()) {
          case NONE ->
              Step.ok(
                  Row.U1,
                  withFolioReadyContents(s, Folio.PRESENT, YesNo.YES, Contents.ZEROS),
                  Outputs.sees(Sees.ZEROS),
                  Does.ALLOC_ZERO);
          case ASSIGN_VALIDATE ->
              Step.ok(
                  Row.U1,
                  withFolioReadyContents(s, Folio.PRESENT, YesNo.YES, Contents.ZEROS),
                  Outputs.sees(Sees.ZEROS),
                  Does.ALLOC_ZERO_ASSIGN_VALIDATE);
        };
      };
      case PRESENT -> switch (c.prepare()) {
        case NONE ->
            Step.ok(
                Row.U1,
                withFolioReady(s, Folio.PRESENT, YesNo.YES),
                Outputs.sees(sees(s.contents())),
                List.of());
        case ASSIGN_VALIDATE ->
            Step.ok(
                Row.U1,
                withFolioReady(s, Folio.PRESENT, YesNo.YES),
                Outputs.sees(sees(s.contents())),
                Does.ASSIGN_VALIDATE);
      };
    };
  }

  /**
   * U2: a row of <code>use</code>.
   *
   * <p>Where ready yes: ok; sees = contents; contents' = data. Source: S. Row:
   * specs/steps.folio:45.
   */
  private static Step u2(State s) {
    return Step.ok(
        Row.U2, s.withContents(Contents.DATA), Outputs.sees(sees(s.contents())), List.of());
  }

  /**
   * D1: a row of <code>drop</code>.
   *
   * <p>Where folio absent: ok. Source: S. Row: specs/steps.folio:50.
   */
  private static Step d1(State s) {
    return Step.ok(Row.D1, s, Outputs.NONE, List.of());
  }

  /**
   * D2: a row of <code>drop</code>.
   *
   * <p>Where folio present: ok; folio' = absent; ready' = no; contents' = stale; effects = free.
   * Source: S. Row: specs/steps.folio:51.
   */
  private static Step d2(State s) {
    return Step.ok(
        Row.D2,
        withFolioReadyContents(s, Folio.ABSENT, YesNo.NO, Contents.STALE),
        Outputs.NONE,
        Does.FREE);
  }

  /**
   * What <code>Sees</code> makes of a value.
   */
  private static Sees sees(Contents value) {
    return switch (value) {
      case STALE -> Sees.STALE;
      case ZEROS -> Sees.ZEROS;
      case DATA -> Sees.DATA;
    };
  }

  /**
   * The same state, with another <code>folio</code>, <code>ready</code>.
   */
  private static State withFolioReady(State s, Folio folio, YesNo ready) {
    return new State(folio, ready, s.contents());
  }

  /**
   * The same state, with another <code>folio</code>, <code>ready</code>, <code>contents</code>.
   */
  private static State withFolioReadyContents(State s, Folio folio, YesNo ready,
      Contents contents) {
    return new State(folio, ready, contents);
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> ALLOC = List.of(Effect.ALLOC);

    static final List<Effect> ALLOC_ASSIGN_VALIDATE =
        List.of(Effect.ALLOC, Effect.ASSIGN, Effect.VALIDATE);

    static final List<Effect> ALLOC_ZERO = List.of(Effect.ALLOC, Effect.ZERO);

    static final List<Effect> ALLOC_ZERO_ASSIGN_VALIDATE =
        List.of(Effect.ALLOC, Effect.ZERO, Effect.ASSIGN, Effect.VALIDATE);

    static final List<Effect> ASSIGN_VALIDATE = List.of(Effect.ASSIGN, Effect.VALIDATE);

    static final List<Effect> FREE = List.of(Effect.FREE);

    private Does() {
    }
  }
}
