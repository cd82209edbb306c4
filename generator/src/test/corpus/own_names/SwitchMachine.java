// Generated from specs/own_names.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo._Event;
import foliospec.generated.demo._List;
import foliospec.generated.demo.demo._switch.Chances;
import foliospec.generated.demo.demo._switch.Config;
import foliospec.generated.demo.demo._switch.Effect;
import foliospec.generated.demo.demo._switch.Error;
import foliospec.generated.demo.demo._switch.Row;
import foliospec.generated.demo.demo._switch.State;
import foliospec.generated.demo.demo._switch.Step;
import foliospec.generated.demo.demo._switch._State;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.switch</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class SwitchMachine {
  private SwitchMachine() {
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
      case FINALIZE -> _finalize(s, ((Event.Finalize) event)._int(), ((Event.Finalize) event).s());
      case YIELD -> _yield(s);
    };
  }

  /**
   * Answers <code>finalize(int, s)</code>: table <code>try</code>.
   */
  private static Step _finalize(State s, _Event _int, YesNo _s) {
    return switch (_int) {
      case NEW -> switch (_s) {
        case NO -> _1(s, _int);
        case YES -> _if(s, _int);
      };
      case DEFAULT, _4K, TRUE -> switch (_s) {
        case NO -> _1(s, _int);
        case YES -> _do(s);
      };
    };
  }

  /**
   * Answers <code>yield</code>: table <code>catch</code>.
   */
  private static Step _yield(State s) {
    return switch (s._record()) {
      case THIS -> _for(s);
      case SUPER -> _2nd(s);
    };
  }

  /**
   * 1: a row of <code>try</code>.
   *
   * <p>Where s no: ok; return = class'; class' = int; toString' = yes; effects = import. Source: S.
   * Row: specs/own_names.folio:33.
   */
  private static Step _1(State s, _Event _int) {
    return Step.ok(
        Row._1, withClassToString(s, _int, YesNo.YES), Outputs._return(_int), Does.IMPORT);
  }

  /**
   * if: a row of <code>try</code>.
   *
   * <p>Where int new, s yes: ok; return = int; record' = super; effects = throw. Source: S. Row:
   * specs/own_names.folio:34.
   */
  private static Step _if(State s, _Event _int) {
    return Step.ok(Row.IF, s.withRecord(_State.SUPER), Outputs._return(_int), Does.THROW);
  }

  /**
   * do: a row of <code>try</code>.
   *
   * <p>Where int !new, s yes: fail assert, return=class; record' = this; effects = import, throw.
   * Source: S. Row: specs/own_names.folio:35.
   */
  private static Step _do(State s) {
    return Step.fail(
        Row.DO,
        Error.ASSERT,
        s.withRecord(_State.THIS),
        Outputs._return(s._class()),
        Does.IMPORT_THROW);
  }

  /**
   * for: a row of <code>catch</code>.
   *
   * <p>Where record this: refuse null. Source: S. Row: specs/own_names.folio:40.
   */
  private static Step _for(State s) {
    return Step.refuse(Row.FOR, Error.NULL, s, Outputs.NONE);
  }

  /**
   * 2nd: a row of <code>catch</code>.
   *
   * <p>Where record super: ok; Integer' = text; record' = this. Source: S. Row:
   * specs/own_names.folio:41.
   */
  private static Step _2nd(State s) {
    return Step.ok(
        Row._2ND, withIntegerRecord(s, _List.TEXT, _State.THIS), Outputs.NONE, List.of());
  }

  /**
   * The same state, with another <code>class</code>, <code>toString</code>.
   */
  private static State withClassToString(State s, _Event _class, YesNo _toString) {
    return new State(_class, s.integer(), _toString, s._record());
  }

  /**
   * The same state, with another <code>Integer</code>, <code>record</code>.
   */
  private static State withIntegerRecord(State s, _List integer, _State _record) {
    return new State(s._class(), integer, s._toString(), _record);
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> IMPORT = List.of(Effect.IMPORT);

    static final List<Effect> THROW = List.of(Effect.THROW);

    static final List<Effect> IMPORT_THROW = List.of(Effect.IMPORT, Effect.THROW);

    private Does() {
    }
  }
}
