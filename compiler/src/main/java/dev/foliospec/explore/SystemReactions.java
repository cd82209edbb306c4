package dev.foliospec.explore;

import dev.foliospec.engine.Interned;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The reactions of a system, each once and by number: of the page that decides the answer, with the
 * effects of all pages, which are gathered here first.
 */
final class SystemReactions {
  private static final int DECIDED = 0;
  private static final int REFUSED = 1;
  private static final int FORBIDDEN = 2;

  /** Event, form, row, error, kind, page that stopped it; then outputs, then effects. */
  private static final int HEAD = 6;

  private static final Reaction.Kind[] KINDS = Reaction.Kind.values();

  private final Policy system;
  private final Lifting lifting;
  private final PageCells page;
  private final Interned interned = new Interned();
  private int[] key = new int[32];
  private int[] effects = new int[16];
  private int effectCount;

  SystemReactions(Policy system, Lifting lifting, PageCells page) {
    this.system = system;
    this.lifting = lifting;
    this.page = page;
  }

  // --- Gathering ---

  /** Starts the effects afresh. */
  void begin() {
    effectCount = 0;
  }

  /** Whether no effect was gathered so far. */
  boolean quiet() {
    return effectCount == 0;
  }

  /** Adds the effects of a page's reaction, which has so many outputs. */
  void effects(int reaction, int outputs) {
    int[] parts = page.behaviour.interned.key(reaction);
    for (int at = 3 + outputs; at < parts.length; at++) {
      effect(parts[at]);
    }
  }

  /** Adds an effect of the pages. */
  void effect(int effect) {
    if (effectCount == effects.length) {
      effects = Arrays.copyOf(effects, effectCount * 2);
    }
    effects[effectCount++] = effect;
  }

  // --- Numbers ---

  /**
   * The reaction that a page decides, with the effects gathered.
   *
   * @param action the page's row
   * @param error the page's error, or -1
   * @param stopped the page that stopped it, or -1
   * @param outputs the outputs of the page's event, as positions in their types
   */
  int decided(int event, int action, int error, Reaction.Kind kind, int stopped, int[] outputs) {
    head(event, DECIDED, action, error, kind, outputs.length + effectCount);
    // Where the event has no output for it, the page that stopped it makes no difference.
    key[5] = lifting.events().get(event).output().isPresent() ? stopped + 1 : 0;
    System.arraycopy(outputs, 0, key, HEAD, outputs.length);
    System.arraycopy(effects, 0, key, HEAD + outputs.length, effectCount);
    return interned.number(key, HEAD + outputs.length + effectCount);
  }

  /** The answer to an event before any page is asked. */
  int refused(int event, int refusal) {
    int outputs = system.events().get(event).outputs().size();
    head(event, REFUSED, refusal, -1, Reaction.Kind.REFUSED, outputs);
    Arrays.fill(key, HEAD, HEAD + outputs, Origin.NOTHING);
    return interned.number(key, HEAD + outputs);
  }

  /** That a page's row forbids an event. */
  int forbidden(int event, int action) {
    head(event, FORBIDDEN, action, -1, Reaction.Kind.FORBIDDEN, 0);
    return interned.number(key, HEAD);
  }

  private void head(int event, int form, int action, int error, Reaction.Kind kind, int more) {
    if (key.length < HEAD + more) {
      key = new int[(HEAD + more) * 2];
    }
    key[0] = event;
    key[1] = form;
    key[2] = action;
    key[3] = error;
    key[4] = kind.ordinal();
    key[5] = 0;
  }

  // --- Reactions ---

  /** All reactions so far, by number. */
  List<Reaction> all() {
    List<Reaction> all = new ArrayList<>(interned.size());
    for (int number = 0; number < interned.size(); number++) {
      all.add(reaction(number));
    }
    return all;
  }

  /** The reaction of a number. */
  Reaction reaction(int number) {
    int[] parts = interned.key(number);
    Event event = system.events().get(parts[0]);
    Lifting.Lifted lifted = lifting.events().get(parts[0]);
    Reaction.Kind kind = KINDS[parts[4]];
    int own = switch (parts[1]) {
      case FORBIDDEN -> 0;
      case REFUSED -> event.outputs().size();
      default -> lifted.each().outputs().size();
    };
    List<Given> given = new ArrayList<>();
    for (int at = 0; at < own; at++) {
      int code = parts[HEAD + at];
      given.add(
          code == Origin.NOTHING
              ? Given.NOTHING
              : code == Origin.ANYTHING
                  ? Given.ANYTHING
                  : Given.of(event.outputs().get(at).type().values().get(code)));
    }
    if (parts[1] == DECIDED && lifted.output().isPresent()) {
      given.add(parts[5] == 0 ? Given.NOTHING : Given.of(Value.of(parts[5] - 1)));
    }
    List<Effect> carried = new ArrayList<>();
    for (int at = HEAD + own; at < parts.length; at++) {
      carried.add(page.behaviour.numbers.effects().get(parts[at]));
    }
    return new Reaction(row(parts), kind, answer(parts, kind), given, carried);
  }

  private RowId row(int[] parts) {
    return parts[1] == REFUSED
        ? lifting.refusals().get(parts[2]).row().id()
        : page.behaviour.row(parts[2]).id();
  }

  private String answer(int[] parts, Reaction.Kind kind) {
    if (kind == Reaction.Kind.OK) {
      return "ok";
    }
    if (kind == Reaction.Kind.FORBIDDEN) {
      return "";
    }
    return parts[1] == REFUSED
        ? lifting.refusals().get(parts[2]).row().outcome().errors().get(0).name()
        : page.behaviour.numbers.errors().get(parts[3]).name();
  }

  /** By reaction: the position of the event that it answers. */
  int[] answering() {
    int[] answering = new int[interned.size()];
    for (int number = 0; number < answering.length; number++) {
      answering[number] = interned.key(number)[0];
    }
    return answering;
  }
}
