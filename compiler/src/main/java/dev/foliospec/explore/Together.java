package dev.foliospec.explore;

import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers the events of a system: each page by its cells, put together as {@link Lifting} says.
 *
 * <p>{@link #answer} takes the state that a frame of the system holds and leaves what the system may
 * do in {@link #moves}, {@link #reactions} and {@link #edges}. Not for several threads at once.
 */
final class Together {
  final PageCells page;
  final Calls calls;
  final SystemReactions made;

  /** By edge of the last answer: what is added to the rank, and the reaction. */
  long[] moves = new long[8];

  int[] reactions = new int[8];
  int edges;

  /** Of the last point that is not as it should be: where the page's own trouble is, or -1. */
  private int troubledPage = -1;

  private int troubledState;
  private int troubledEvent;
  private int troubledInput;
  private String disagreed = "";
  private int disagreedRow = -1;

  private final Policy system;
  private final Lifting lifting;
  private final Layout layout;
  private final int pages;

  /** By page and variable of the page: the system's variable. */
  private final int[][] variableOf;

  private final boolean[] common;

  private final int[] replies;
  private final Formula[][] refusals;

  /** By event: what its pages are told. */
  private final Formula[][] globals;

  /** Of the call under way: what being told adds to inputs of the event, refused, beside. */
  private final int[] globally = new int[3];

  private final int[] pageFrame;

  /** By variable of the page: the value now written to a common one, or -1. */
  private final int[] written;

  /** By page: its state where the system now is. */
  private final int[] now;

  /** By page and state of it: what the page's own variables add to the rank of the system. */
  private final long[][] own;

  /** By state of a page: what the common variables add to the rank of the system. */
  private long[] shared = new long[64];

  /** Of how many states of a page that is known. */
  private int ranked;

  /** What pages are told where none is told anything, and which of their edges then. */
  private final PageCells.Cell[] nobody;

  private final int[] nothing;

  private static final int[] NO_EFFECTS = {};

  /** At most so many globals are told apart in {@link #known}. */
  private static final int MOST_TOLD = 4;

  /** By event: whether one that is refused before any page is asked is among its inputs. */
  private final boolean[] refusable;

  /**
   * By event, way and which globals hold: what a page answers that is the only one asked, once that
   * is known. None where others are asked or told.
   */
  private final Alone[][][] known;

  Together(Policy system, Lifting lifting, Layout layout, int mostInputs) {
    this.system = system;
    this.lifting = lifting;
    this.layout = layout;
    page = new PageCells(lifting.page());
    calls = new Calls(system, lifting, page, mostInputs);
    made = new SystemReactions(system, lifting, page);
    pages = lifting.pages();
    pageFrame = page.layout.frame();
    List<Variable> variables = lifting.page().variables();
    common = new boolean[variables.size()];
    written = new int[variables.size()];
    variableOf = new int[pages][variables.size()];
    Map<String, Integer> places = new HashMap<>();
    for (int at = 0; at < system.variables().size(); at++) {
      places.put(system.variables().get(at).name(), at);
    }
    for (int at = 0; at < common.length; at++) {
      String name = variables.get(at).name();
      common[at] = lifting.common().contains(name);
      for (int number = 0; number < pages; number++) {
        variableOf[number][at] = places.getOrDefault(lifting.nameOf(name, number), -1);
      }
    }
    replies = replies();
    now = new int[pages];
    own = new long[pages][shared.length];
    nobody = new PageCells.Cell[pages];
    nothing = new int[pages];
    refusable = new boolean[system.events().size()];
    known = new Alone[refusable.length][][];
    for (int event = 0; event < refusable.length; event++) {
      Lifting.Lifted its = lifting.events().get(event);
      for (Lifting.Refusal each : lifting.refusals()) {
        refusable[event] |= each.row().answers(system.events().get(event));
      }
      known[event] = new Alone[calls.ways(event)][];
      if (its.beside().isEmpty() && its.globals().size() <= MOST_TOLD) {
        for (int way = 0; way < known[event].length; way++) {
          if (calls.call(event, way).first() == calls.call(event, way).last()) {
            known[event][way] = new Alone[1 << its.globals().size()];
          }
        }
      }
    }
    refusals = new Formula[system.events().size()][lifting.refusals().size()];
    globals = new Formula[refusals.length][];
    for (int event = 0; event < refusals.length; event++) {
      Event its = system.events().get(event);
      List<Lifting.Global> told = lifting.events().get(event).globals();
      globals[event] = new Formula[told.size()];
      for (int at = 0; at < globals[event].length; at++) {
        globals[event][at] = layout.formula(told.get(at).when(), its);
      }
      for (int at = 0; at < refusals[event].length; at++) {
        Lifting.Refusal refusal = lifting.refusals().get(at);
        if (refusal.row().answers(its)) {
          refusals[event][at] = layout.formula(refusal.when(), its);
        }
      }
    }
  }

  /** By error of the page, shifted by one so that ok comes first: its position among the replies. */
  private int[] replies() {
    List<String> names = new ArrayList<>(List.of("ok"));
    page.behaviour.numbers.errors().forEach(each -> names.add(each.name()));
    int[] positions = new int[names.size()];
    for (int event = 0; event < calls.asked.length; event++) {
      int told = Math.max(calls.refused[event], calls.beside[event]);
      if (told >= 0) {
        Event seen = lifting.page().events().get(told);
        var type = seen.parameters().get(seen.parameters().size() - 1).type();
        for (int at = 0; at < positions.length; at++) {
          positions[at] = type.position(new Value(names.get(at)));
        }
      }
    }
    return positions;
  }

  // --- Answers ---

  /** Takes note of the state that a frame of the system holds, which {@link #answer} is about. */
  void at(int[] frame) {
    for (int number = 0; number < pages; number++) {
      now[number] = seen(number, frame);
    }
  }

  /** Answers an event in the state that was taken note of, and that the frame holds. */
  PointKind answer(int event, int way, int[] frame) {
    Calls.Call call = calls.call(event, way);
    int refusal = refusable[event] ? refusal(event, call, frame) : -1;
    if (refusal >= 0) {
      edges = 0;
      edge(0, made.refused(event, refusal));
      return PointKind.ANSWERED;
    }
    int told = globals[event].length == 0 ? 0 : settle(event, call, frame);
    Alone[] alone = known[event][way];
    return alone == null ? asked(event, call, frame) : alone(alone, told, event, call, frame);
  }

  private PointKind alone(Alone[] alone, int told, int event, Calls.Call call, int[] frame) {
    Alone its = alone[told];
    if (its == null) {
      its = new Alone();
      alone[told] = its;
    }
    int state = now[call.first()];
    byte kind = its.kind(state);
    if (kind == Alone.ONE) {
      edges = 1;
      moves[0] = its.moves[state];
      reactions[0] = its.reactions[state];
      return PointKind.ANSWERED;
    }
    if (kind == Alone.NONE) {
      edges = 0;
      return PointKind.BEYOND;
    }
    PointKind found = asked(event, call, frame);
    if (kind == Alone.UNKNOWN) {
      boolean one = found == PointKind.ANSWERED && edges == 1;
      byte what = one ? Alone.ONE : found == PointKind.BEYOND ? Alone.NONE : Alone.OTHER;
      its.put(state, what, one ? moves[0] : 0, one ? reactions[0] : 0);
    }
    return found;
  }

  private PointKind asked(int event, Calls.Call call, int[] frame) {
    edges = 0;
    troubledPage = -1;
    disagreed = "";
    if (globals[event].length == 0) {
      Arrays.fill(globally, 0);
    }
    return lifting.events().get(event).manner() == Lifting.Manner.ALL
        ? together(event, call)
        : oneByOne(event, call, frame);
  }

  /** Works out what the pages of a call are told; a bit for each global that holds. */
  private int settle(int event, Calls.Call call, int[] frame) {
    Arrays.fill(globally, 0);
    load(event, call, frame);
    int told = 0;
    for (int at = 0; at < globals[event].length; at++) {
      if (layout.holds(globals[event][at], frame)) {
        told |= 1 << at;
        for (int which = 0; which < globally.length; which++) {
          globally[which] += calls.globalStride[event][at][which];
        }
      }
    }
    return told;
  }

  /** The first refusal that holds an event back, or -1. */
  private int refusal(int event, Calls.Call call, int[] frame) {
    boolean loaded = false;
    for (int at = 0; at < refusals[event].length; at++) {
      Formula formula = refusals[event][at];
      if (formula == null) {
        continue;
      }
      if (!loaded) {
        load(event, call, frame);
        loaded = true;
      }
      if (layout.holds(formula, frame)) {
        return at;
      }
    }
    return -1;
  }

  /** Puts the arguments of a call into a frame of the system. */
  void load(int event, Calls.Call call, int[] frame) {
    int[] places = layout.parameterPlaces(system.events().get(event));
    int ahead = lifting.events().get(event).places();
    if (ahead > 0) {
      frame[places[0]] = call.first();
    }
    if (ahead > 1) {
      frame[places[1]] = call.last();
    }
    for (int at = 0; at < call.arguments().length; at++) {
      frame[places[ahead + at]] = call.arguments()[at];
    }
  }

  /** The number of a page's state; {@code moved} has the system's codes of variables. */
  private int seen(int number, int[] frame) {
    System.arraycopy(frame, 0, pageFrame, 0, layout.variableBase);
    System.arraycopy(frame, layout.choiceBase, pageFrame, page.layout.choiceBase, layout.choices);
    int[] its = variableOf[number];
    for (int at = 0; at < its.length; at++) {
      pageFrame[page.layout.variableBase + at] = frame[layout.variableBase + its[at]];
    }
    return page.state(pageFrame);
  }

  private PageCells.Cell ask(int number, int state, int event, int input) {
    PageCells.Cell cell = page.cell(state, event, input);
    if (cell.kind() != PointKind.ANSWERED) {
      troubledPage = number;
      troubledState = state;
      troubledEvent = event;
      troubledInput = input;
    }
    return cell;
  }

  private PointKind other(int event, PageCells.Cell cell) {
    edges = 0;
    if (cell.kind() == PointKind.FORBIDDEN) {
      edge(0, made.forbidden(event, action(cell.reaction(0))));
    }
    return cell.kind();
  }

  private void edge(long move, int reaction) {
    for (int at = 0; at < edges; at++) {
      if (moves[at] == move && reactions[at] == reaction) {
        return;
      }
    }
    if (edges == moves.length) {
      moves = Arrays.copyOf(moves, edges * 2);
      reactions = Arrays.copyOf(reactions, edges * 2);
    }
    moves[edges] = move;
    reactions[edges++] = reaction;
  }

  // --- All pages, or none ---

  private PointKind together(int event, Calls.Call call) {
    int size = call.last() - call.first() + 1;
    int[] states = new int[pages];
    PageCells.Cell[] cells = new PageCells.Cell[size];
    for (int at = 0; at < size; at++) {
      int number = call.first() + at;
      states[number] = now[number];
      cells[at] = ask(number, states[number], calls.asked[event], call.input(number) + globally[0]);
      if (cells[at].kind() != PointKind.ANSWERED) {
        return other(event, cells[at]);
      }
    }
    int[] chosen = new int[size];
    do {
      PointKind kind = together(event, call, states, cells, chosen);
      if (kind != PointKind.ANSWERED) {
        return kind;
      }
    } while (next(chosen, cells));
    return PointKind.ANSWERED;
  }

  private static boolean next(int[] chosen, PageCells.Cell[] cells) {
    for (int at = chosen.length - 1; at >= 0; at--) {
      if (cells[at] != null) {
        if (++chosen[at] < cells[at].edges()) {
          return true;
        }
        chosen[at] = 0;
      }
    }
    return false;
  }

  private PointKind together(
      int event, Calls.Call call, int[] states, PageCells.Cell[] cells, int[] chosen) {
    int first = call.first();
    int offender = -1;
    for (int at = 0; at < chosen.length && offender < 0; at++) {
      if (page.kind(cells[at].reaction(chosen[at])) != Reaction.Kind.OK) {
        offender = at;
      }
    }
    int deciding = cells[Math.max(0, offender)].reaction(chosen[Math.max(0, offender)]);
    int reply = replies.length == 0 ? 0 : replies[1 + page.behaviour.interned.key(deciding)[1]];
    boolean telling = calls.beside[event] >= 0 || (offender >= 0 && calls.refused[event] >= 0);
    PageCells.Cell[] told = telling ? new PageCells.Cell[pages] : nobody;
    for (int number = 0; telling && number < pages; number++) {
      boolean within = number >= first && number <= call.last();
      int each = -1;
      int input = 0;
      if (!within && calls.beside[event] >= 0) {
        each = calls.beside[event];
        input = call.input(number) + globally[2] + reply * calls.besideStride[event];
        states[number] = now[number];
      } else if (within
          && offender >= 0
          && number != first + offender
          && calls.refused[event] >= 0) {
        each = calls.refused[event];
        input = call.told(number) + globally[1] + reply * calls.refusedStride[event];
      }
      if (each >= 0) {
        told[number] = ask(number, states[number], each, input);
        if (told[number].kind() != PointKind.ANSWERED) {
          return other(event, told[number]);
        }
      }
    }
    int[] also = telling ? new int[pages] : nothing;
    do {
      PointKind kind = put(event, call, states, cells, chosen, offender, deciding, told, also);
      if (kind != PointKind.ANSWERED) {
        return kind;
      }
    } while (next(also, told));
    return PointKind.ANSWERED;
  }

  private PointKind put(
      int event,
      Calls.Call call,
      int[] states,
      PageCells.Cell[] cells,
      int[] chosen,
      int offender,
      int deciding,
      PageCells.Cell[] told,
      int[] also) {
    int first = call.first();
    int outputs = lifting.events().get(event).each().outputs().size();
    Arrays.fill(written, -1);
    long move = 0;
    made.begin();
    boolean agree = true;
    for (int round = 0; round < 2; round++) {
      for (int number = 0; number < pages; number++) {
        boolean within = number >= first && number <= call.last();
        if (within != (round == 1)) {
          continue;
        }
        PageCells.Cell cell = told[number];
        int edge = also[number];
        int shown = 0;
        if (within && (offender < 0 || number == first + offender)) {
          cell = cells[number - first];
          edge = chosen[number - first];
          shown = outputs;
        }
        if (cell != null) {
          move += moved(number, states[number], cell.target(edge));
          agree &= disagreed.isEmpty();
          made.effects(cell.reaction(edge), shown);
        }
      }
    }
    if (!agree) {
      disagreedRow = action(deciding);
      edges = 0;
      return PointKind.FAULTY;
    }
    move += commonMoves(states[first]);
    Reaction.Kind kind = Reaction.Kind.OK;
    if (offender >= 0) {
      boolean still = move == 0 && made.quiet() && page.kind(deciding) != Reaction.Kind.FAILED;
      kind = still ? Reaction.Kind.REFUSED : Reaction.Kind.FAILED;
    }
    int[] shown = new int[outputs];
    for (int at = 0; at < outputs; at++) {
      int code = page.behaviour.interned.key(deciding)[3 + at];
      if (offender < 0) {
        for (int each = 1; each < chosen.length; each++) {
          int reaction = cells[each].reaction(chosen[each]);
          if (page.behaviour.interned.key(reaction)[3 + at] != code) {
            code = Origin.NOTHING;
          }
        }
      }
      shown[at] = code;
    }
    int stopped = offender < 0 ? -1 : first + offender;
    edge(move, made.decided(event, action(deciding), error(deciding), kind, stopped, shown));
    return PointKind.ANSWERED;
  }

  private int action(int reaction) {
    return page.behaviour.interned.key(reaction)[0];
  }

  private int error(int reaction) {
    return page.behaviour.interned.key(reaction)[1];
  }

  /** What a page's own variables add to the rank; common ones are noted. */
  private long moved(int number, int state, int target) {
    if (state == target) {
      return 0;
    }
    rankStates();
    if (shared[state] != shared[target]) {
      int[] before = page.codes(state);
      int[] after = page.codes(target);
      for (int at = 0; at < before.length; at++) {
        if (!common[at] || before[at] == after[at]) {
          continue;
        }
        if (written[at] >= 0 && written[at] != after[at]) {
          disagreed = lifting.page().variables().get(at).name();
        } else {
          written[at] = after[at];
        }
      }
    }
    return own[number][target] - own[number][state];
  }

  /** Works out what the states of pages met so far add to the rank of the system. */
  private void rankStates() {
    int states = page.states();
    if (ranked == states) {
      return;
    }
    if (states > shared.length) {
      shared = Arrays.copyOf(shared, states * 2);
      for (int number = 0; number < pages; number++) {
        own[number] = Arrays.copyOf(own[number], states * 2);
      }
    }
    for (int state = ranked; state < states; state++) {
      int[] codes = page.codes(state);
      for (int at = 0; at < codes.length; at++) {
        if (common[at]) {
          shared[state] += codes[at] * layout.weight(variableOf[0][at]);
          continue;
        }
        for (int number = 0; number < pages; number++) {
          own[number][state] += codes[at] * layout.weight(variableOf[number][at]);
        }
      }
    }
    ranked = states;
  }

  private long commonMoves(int state) {
    long move = 0;
    int[] before = page.codes(state);
    for (int at = 0; at < written.length; at++) {
      if (written[at] >= 0) {
        move += (written[at] - before[at]) * layout.weight(variableOf[0][at]);
      }
    }
    return move;
  }

  // --- One page after the other ---

  private PointKind oneByOne(int event, Calls.Call call, int[] frame) {
    return new Walk(event, call, frame).from(call.first(), now[call.first()], 0, NO_EFFECTS);
  }

  /** One call that asks its pages one after the other, each seeing what those before it did. */
  private final class Walk {
    private final int event;
    private final Calls.Call call;
    private final int[] frame;
    private final int outputs;
    private final int[] chosen;

    /** By variable of the page, the value before the call; only where pages beside it are told. */
    private final int[] start;

    Walk(int event, Calls.Call call, int[] frame) {
      this.event = event;
      this.call = call;
      this.frame = frame;
      this.outputs = lifting.events().get(event).each().outputs().size();
      this.chosen = new int[pages];
      this.start = calls.beside[event] < 0 ? NO_EFFECTS : start();
    }

    /** Goes on with a page, in a state; so much was moved before, with these effects. */
    PointKind from(int number, int state, long move, int[] done) {
      PageCells.Cell cell =
          ask(number, state, calls.asked[event], call.input(number) + globally[0]);
      if (cell.kind() != PointKind.ANSWERED) {
        return other(event, cell);
      }
      rankStates();
      for (int edge = 0; edge < cell.edges(); edge++) {
        int reaction = cell.reaction(edge);
        chosen[number] = reaction;
        int[] effectsNow = and(done, reaction);
        int target = cell.target(edge);
        long moved =
            move + own[number][target] - own[number][state] + shared[target] - shared[state];
        if (shared[target] != shared[state]) {
          share(page.codes(target));
        }
        PointKind kind;
        if (page.kind(reaction) != Reaction.Kind.OK) {
          kind = stop(number, moved, effectsNow, false);
        } else if (number == call.last()) {
          kind = stop(number + 1, moved, effectsNow, true);
        } else {
          int next = now[number + 1];
          boolean asBefore = shared[target] == shared[now[call.first()]];
          kind = from(number + 1, asBefore ? next : seen(number + 1, frame), moved, effectsNow);
        }
        if (shared[target] != shared[state]) {
          share(page.codes(state));
        }
        if (kind != PointKind.ANSWERED) {
          return kind;
        }
      }
      return PointKind.ANSWERED;
    }

    /** Puts the common variables of a page's state into the frame, where later pages see them. */
    private void share(int[] codes) {
      for (int at = 0; at < codes.length; at++) {
        if (common[at]) {
          frame[layout.variableBase + variableOf[0][at]] = codes[at];
        }
      }
    }

    private int[] and(int[] done, int reaction) {
      int[] parts = page.behaviour.interned.key(reaction);
      int more = parts.length - 3 - outputs;
      if (more == 0) {
        return done;
      }
      int[] both = Arrays.copyOf(done, done.length + more);
      System.arraycopy(parts, 3 + outputs, both, done.length, more);
      return both;
    }

    /** The pages of the range are done; those beside it are told, who see the state before. */
    private PointKind stop(int number, long move, int[] done, boolean whole) {
      boolean progress = !whole
          && number > call.first()
          && lifting.events().get(event).manner() == Lifting.Manner.PROGRESS;
      int deciding = chosen[whole ? call.first() : number];
      int reply = whole || progress ? replies[0] : replies[1 + error(deciding)];
      boolean telling = calls.beside[event] >= 0;
      PageCells.Cell[] told = telling ? new PageCells.Cell[pages] : nobody;
      int[] states = telling ? new int[pages] : nothing;
      if (telling) {
        for (int each = 0; each < pages; each++) {
          if (each < call.first() || each > call.last()) {
            states[each] = now[each];
            told[each] = ask(
                each,
                states[each],
                calls.beside[event],
                call.input(each) + globally[2] + reply * calls.besideStride[event]);
            if (told[each].kind() != PointKind.ANSWERED) {
              return other(event, told[each]);
            }
          }
        }
      }
      int[] also = telling ? new int[pages] : nothing;
      do {
        if (!finish(number, move, done, whole, progress, deciding, states, told, also)) {
          disagreedRow = action(deciding);
          edges = 0;
          return PointKind.FAULTY;
        }
      } while (next(also, told));
      return PointKind.ANSWERED;
    }

    private int[] start() {
      int[] codes = new int[written.length];
      for (int at = 0; at < codes.length; at++) {
        codes[at] = frameOf(at);
      }
      return codes;
    }

    private int frameOf(int variable) {
      return frame[layout.variableBase + variableOf[0][variable]];
    }

    private boolean finish(
        int number,
        long move,
        int[] done,
        boolean whole,
        boolean progress,
        int deciding,
        int[] states,
        PageCells.Cell[] told,
        int[] also) {
      made.begin();
      long all = move;
      if (told != nobody) {
        all += beside(states, told, also);
        if (!disagreed.isEmpty()) {
          return false;
        }
      }
      for (int effect : done) {
        made.effect(effect);
      }
      Reaction.Kind kind = Reaction.Kind.OK;
      if (!whole && !progress) {
        boolean still = all == 0 && made.quiet() && page.kind(deciding) != Reaction.Kind.FAILED;
        kind = still ? Reaction.Kind.REFUSED : Reaction.Kind.FAILED;
      }
      int[] shown = new int[outputs];
      for (int at = 0; at < outputs; at++) {
        int code = progress ? Origin.NOTHING : page.behaviour.interned.key(deciding)[3 + at];
        for (int each = call.first() + 1; whole && each <= call.last(); each++) {
          if (page.behaviour.interned.key(chosen[each])[3 + at] != code) {
            code = Origin.NOTHING;
          }
        }
        shown[at] = code;
      }
      int error = progress ? -1 : error(deciding);
      int stopped = whole ? -1 : number;
      edge(all, made.decided(event, action(deciding), error, kind, stopped, shown));
      return true;
    }

    /** What the pages beside the range add; they may be at odds with it, and with each other. */
    private long beside(int[] states, PageCells.Cell[] told, int[] also) {
      Arrays.fill(written, -1);
      long all = 0;
      for (int each = 0; each < pages; each++) {
        if (told[each] != null) {
          all += moved(each, states[each], told[each].target(also[each]));
          made.effects(told[each].reaction(also[each]), 0);
        }
      }
      for (int at = 0; at < written.length; at++) {
        int value = common[at] ? frameOf(at) : start[at];
        if (written[at] >= 0 && value != start[at] && value != written[at]) {
          disagreed = lifting.page().variables().get(at).name();
        } else if (written[at] >= 0 && value == start[at]) {
          all += (written[at] - start[at]) * layout.weight(variableOf[0][at]);
        }
      }
      return all;
    }
  }

  // --- What was found ---

  /** What was wrong with the last point that was not as it should be. */
  Fault fault(PointKind kind, int state, int input) {
    if (!disagreed.isEmpty()) {
      return new Fault(
          Trouble.PAGES_DISAGREE,
          state,
          input,
          List.of(page.behaviour.row(disagreedRow).id()),
          disagreed);
    }
    Part part = page.load(troubledState, troubledEvent, troubledInput);
    Evaluation evaluation = page.behaviour.evaluation;
    evaluation.answer(part, false);
    Verdict verdict = part.graph.decide(evaluation.frame);
    List<RowId> rows = new ArrayList<>();
    for (int candidate : verdict.candidates) {
      rows.add(part.row(candidate).id());
    }
    if (kind == PointKind.UNCOVERED) {
      return new Fault(
          Trouble.UNCOVERED, state, input, rows, part.name + " on page " + troubledPage);
    }
    if (kind == PointKind.OVERLAPPING) {
      return new Fault(
          Trouble.OVERLAPPING, state, input, rows, part.name + " on page " + troubledPage);
    }
    return new Fault(
        evaluation.trouble, state, input, evaluation.troubledRows(rows.get(0)), evaluation.subject);
  }
}
