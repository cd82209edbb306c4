// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Sees;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.one_flag.Chances;
import foliospec.generated.demo.demo.one_flag.Config;
import foliospec.generated.demo.demo.one_flag.Row;
import foliospec.generated.demo.demo.one_flag.State;
import foliospec.generated.demo.demo.one_flag.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.one_flag</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class OneFlagMachine {
  private OneFlagMachine() {
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
      case READ -> read(s, chances);
      case CONVERT -> convert(s);
    };
  }

  /**
   * Answers <code>read</code>: tables <code>gate</code>, <code>access</code>.
   */
  private static Step read(State s, Chances chances) {
    // gate
    // G0 lets through
    if (!(s.attr() == Attr.SHARED && chances.nomem() == YesNo.NO)) {
      if (chances.nomem() == YesNo.YES) {
        return g1(s);
      }
      return g2(s);
    }
    return a1(s);
  }

  /**
   * Answers <code>convert</code>: table <code>conversion</code>.
   */
  private static Step convert(State s) {
    return switch (s.attr()) {
      case PRIVATE -> c1(s);
      case SHARED -> c2(s);
    };
  }

  /**
   * G1: a row of <code>gate</code>.
   *
   * <p>Where nomem yes: refuse ENOMEM. Source: S. Row: specs/one_flag.folio:28.
   */
  private static Step g1(State s) {
    return Step.refuse(Row.G1, Error.ENOMEM, s, Outputs.NONE);
  }

  /**
   * G2: a row of <code>gate</code>.
   *
   * <p>Always: refuse SIGBUS. Source: S. Row: specs/one_flag.folio:29.
   */
  private static Step g2(State s) {
    return Step.refuse(Row.G2, Error.SIGBUS, s, Outputs.NONE);
  }

  /**
   * A1: a row of <code>access</code>.
   *
   * <p>Always: ok; sees = data. Source: S. Row: specs/one_flag.folio:34.
   */
  private static Step a1(State s) {
    return Step.ok(Row.A1, s, Outputs.sees(Sees.DATA), List.of());
  }

  /**
   * C1: a row of <code>conversion</code>.
   *
   * <p>Where attr private: ok; attr' = shared. Source: S. Row: specs/one_flag.folio:40.
   */
  private static Step c1(State s) {
    return Step.ok(Row.C1, s.withAttr(Attr.SHARED), Outputs.NONE, List.of());
  }

  /**
   * C2: the host must not keep it.
   *
   * <p>Where attr shared: ok; attr' = private; effects = unmap. Source: S. Row:
   * specs/one_flag.folio:41.
   */
  private static Step c2(State s) {
    return Step.ok(Row.C2, s.withAttr(Attr.PRIVATE), Outputs.NONE, Does.UNMAP);
  }

  /**
   * Effects in order, made once.
   */
  private static final class Does {
    static final List<Effect> UNMAP = List.of(Effect.UNMAP);

    private Does() {
    }
  }
}
