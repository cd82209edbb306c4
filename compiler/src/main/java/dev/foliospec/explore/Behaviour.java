package dev.foliospec.explore;

import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy compiled for evaluation: a decision graph for each event and step, an action for each row.
 *
 * <p>{@link #answer} takes the point that the frame holds and leaves what the policy may do there in
 * {@link #moves}, {@link #reactions} and {@link #edges}. Not for several threads at once.
 */
final class Behaviour {
  /** Effects and calls that one row may splice. */
  static final int MOST_EFFECTS = 1_000;

  /** Responses that one row may give at one point. */
  static final int MOST_RESPONSES = 1 << 16;

  final Policy policy;
  final Layout layout;
  final int[] frame;
  final Part[] events;
  final Part[] steps;

  /** The row that splices more effects than allowed, if there is one; nothing is run then. */
  @Nullable
  Transition tooManyEffects;

  /** By edge of the last answer: what is added to the rank, and the reaction. */
  long[] moves = new long[8];

  int[] reactions = new int[8];
  int edges;

  /** Of the last faulty answer. */
  Trouble trouble = Trouble.UNCOVERED;

  String subject = "";

  /** The last step that was in trouble, with its rows. */
  private @Nullable Part troubledStep;

  private @Nullable Verdict troubledVerdict;

  /** A row that had more responses at one point than allowed. */
  @Nullable
  Transition tooManyResponses;

  private final Numbers numbers;

  /** By effect: what it ensures. */
  private final @Nullable Formula[] ensures;

  private final List<Action> actions = new ArrayList<>();
  private final Interned interned = new Interned();
  private Interned met = new Interned();
  private final int[][] scratch;
  private int[] done = new int[16];
  private int doneCount;
  private int[] key = new int[32];

  /** The graph and actions of an event or a step. */
  static final class Part {
    final @Nullable Event event;
    final String name;
    final List<Candidate> candidates;
    final Action[] actions;
    final DecisionGraph graph;

    /** The places of parameters, then of chances that its rows read. */
    final int[] inputPlaces;

    final boolean single;

    private Part(
        @Nullable Event event,
        String name,
        List<Candidate> candidates,
        Action[] actions,
        DecisionGraph graph,
        int[] inputPlaces,
        boolean single) {
      this.event = event;
      this.name = name;
      this.candidates = candidates;
      this.actions = actions;
      this.graph = graph;
      this.inputPlaces = inputPlaces;
      this.single = single;
    }
  }

  Behaviour(Policy policy, Layout layout) {
    this.policy = policy;
    this.layout = layout;
    frame = layout.frame();
    numbers = new Numbers(policy);
    measure();
    boolean run = tooManyEffects == null;
    steps = new Part[run ? policy.steps().size() : 0];
    boolean[] singleStep = new boolean[steps.length];
    long[][] stepReads = new long[steps.length][];
    int[] stepOrder = run ? stepOrder() : Formula.NONE;
    for (int at : stepOrder) {
      Table step = policy.steps().get(at);
      List<Candidate> candidates = new ArrayList<>();
      add(step, 0, null, candidates);
      link(candidates);
      Action[] compiled = compile(null, candidates);
      long[] reads = new long[Bits.words(Math.max(1, layout.slots))];
      boolean single = gather(candidates, compiled, reads, singleStep, stepReads);
      singleStep[at] = single;
      stepReads[at] = reads;
      steps[at] = new Part(
          null,
          step.name(),
          candidates,
          compiled,
          new DecisionGraph(layout, candidates),
          Formula.NONE,
          single);
    }
    events = new Part[run ? policy.events().size() : 0];
    for (int at = 0; at < events.length; at++) {
      events[at] = event(policy.events().get(at), singleStep, stepReads);
    }
    scratch = new int[steps.length + 1][layout.variables];
    ensures = new Formula[numbers.effects().size()];
    for (int at = 0; at < ensures.length; at++) {
      Expression ensured = numbers.effects().get(at).ensures().orElse(null);
      ensures[at] = ensured == null ? null : layout.formula(ensured, null);
    }
  }

  private Part event(Event event, boolean[] singleStep, long[][] stepReads) {
    List<Candidate> candidates = new ArrayList<>();
    if (event.onlyWhen().isPresent()) {
      candidates.add(new Candidate(layout, event, event.onlyWhen().get()));
    }
    int number = 0;
    for (Table table : policy.checks()) {
      add(table, number++, event, candidates);
    }
    for (Table table : policy.bodies()) {
      add(table, number++, event, candidates);
    }
    link(candidates);
    Action[] compiled = compile(event, candidates);
    long[] reads = new long[Bits.words(Math.max(1, layout.slots))];
    boolean single = gather(candidates, compiled, reads, singleStep, stepReads);
    List<Integer> places = new ArrayList<>();
    for (int place : layout.parameterPlaces(event)) {
      places.add(place);
    }
    for (int chance = 0; chance < policy.chances().size(); chance++) {
      if (Bits.has(reads, layout.chancePlace(chance))) {
        places.add(layout.chancePlace(chance));
      }
    }
    int[] inputPlaces = new int[places.size()];
    for (int at = 0; at < inputPlaces.length; at++) {
      inputPlaces[at] = places.get(at);
    }
    return new Part(
        event,
        event.name(),
        candidates,
        compiled,
        new DecisionGraph(layout, candidates),
        inputPlaces,
        single);
  }

  private void add(Table table, int number, @Nullable Event event, List<Candidate> candidates) {
    for (Transition row : table.rows()) {
      if (event == null || answers(row, event)) {
        Candidate candidate = new Candidate(layout, event, table, number, row);
        candidate.impossible |= row.alternativeTo().isPresent();
        candidates.add(candidate);
      }
    }
  }

  private static boolean answers(Transition row, Event event) {
    for (Event each : row.events()) {
      if (each.name().equals(event.name())) {
        return true;
      }
    }
    return false;
  }

  /** Finds, among the candidates, those that split others and the alternatives to others. */
  private static void link(List<Candidate> candidates) {
    for (int number = 0; number < candidates.size(); number++) {
      Candidate candidate = candidates.get(number);
      if (candidate.row == null) {
        continue;
      }
      for (RowId splitter : candidate.row.splitBy()) {
        for (int other = 0; other < candidates.size(); other++) {
          Candidate each = candidates.get(other);
          if (each.row != null && each.row.id().equals(splitter)) {
            candidate.splitters = append(candidate.splitters, other);
          }
        }
      }
      if (candidate.row.alternativeTo().isPresent()) {
        for (Candidate each : candidates) {
          if (each.row != null
              && each.row.id().equals(candidate.row.alternativeTo().get())) {
            each.alternatives = append(each.alternatives, number);
          }
        }
      }
    }
  }

  private static int[] append(int[] numbers, int more) {
    int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
    longer[numbers.length] = more;
    return longer;
  }

  private Action[] compile(@Nullable Event event, List<Candidate> candidates) {
    Action[] compiled = new Action[candidates.size()];
    for (int at = 0; at < compiled.length; at++) {
      Transition row = candidates.get(at).row;
      if (row == null) {
        continue;
      }
      compiled[at] = new Action(layout, event, row, actions.size(), numbers);
      actions.add(compiled[at]);
    }
    return compiled;
  }

  /** Adds the places that a part reads; says whether each of its rows has one response at most. */
  private boolean gather(
      List<Candidate> candidates,
      Action[] compiled,
      long[] reads,
      boolean[] singleStep,
      long[][] stepReads) {
    boolean single = true;
    for (int at = 0; at < compiled.length; at++) {
      Candidate candidate = candidates.get(at);
      for (int place = 0; place < layout.slots; place++) {
        if (candidate.mask(place) != null) {
          Bits.add(reads, place);
        }
      }
      for (int test = 0; test < candidate.tests(); test++) {
        Bits.addAll(reads, candidate.testSlots(test));
      }
      Action action = compiled[at];
      if (action == null) {
        continue;
      }
      action.reads(reads);
      single &= action.single && candidate.alternatives.length == 0;
      for (int item = 0; item < action.items.length; item++) {
        if (action.items[item] == Action.CALL) {
          single &= singleStep[action.subjects[item]];
          Bits.addAll(reads, stepReads[action.subjects[item]]);
        }
      }
    }
    return single;
  }

  /** Counts what each row splices, and stops at the first row that splices too much. */
  private void measure() {
    int[] weights = new int[policy.steps().size()];
    for (int step : stepOrder()) {
      for (Transition row : policy.steps().get(step).rows()) {
        weights[step] = Math.max(weights[step], weigh(row, weights));
      }
    }
    for (Table table : policy.checks()) {
      weighAll(table, weights);
    }
    for (Table table : policy.bodies()) {
      weighAll(table, weights);
    }
    for (Table table : policy.steps()) {
      weighAll(table, weights);
    }
  }

  private void weighAll(Table table, int[] weights) {
    for (Transition row : table.rows()) {
      if (tooManyEffects == null && weigh(row, weights) > MOST_EFFECTS) {
        tooManyEffects = row;
      }
    }
  }

  private int weigh(Transition row, int[] weights) {
    int weight = 0;
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call) {
        int step = numbers.step(call.step());
        weight += step < 0 ? 0 : 1 + weights[step];
      } else if (item instanceof EffectItem.FromTrait fromTrait) {
        int longest = 0;
        for (TraitSetting setting : policy.traits()) {
          if (setting.trait().name().equals(fromTrait.trait().name())) {
            for (TraitSetting.Alternative each : setting.alternatives()) {
              if (each instanceof TraitSetting.Listed listed) {
                longest = Math.max(longest, listed.effects().size());
              }
            }
          }
        }
        weight += longest;
      } else {
        weight++;
      }
      weight = Math.min(weight, MOST_EFFECTS + 1);
    }
    return weight;
  }

  /** The steps, each behind those that it calls. */
  private int[] stepOrder() {
    int count = policy.steps().size();
    int[] order = new int[count];
    int[] open = new int[count];
    int[][] callers = new int[count][0];
    for (int step = 0; step < count; step++) {
      long[] called = new long[Bits.words(count)];
      for (Transition row : policy.steps().get(step).rows()) {
        for (EffectItem item : row.outcome().effects()) {
          if (item instanceof EffectItem.Call call && numbers.step(call.step()) >= 0) {
            Bits.add(called, numbers.step(call.step()));
          }
        }
      }
      for (int each : Bits.members(called)) {
        open[step]++;
        callers[each] = append(callers[each], step);
      }
    }
    int filled = 0;
    for (int step = 0; step < count; step++) {
      if (open[step] == 0) {
        order[filled++] = step;
      }
    }
    for (int at = 0; at < filled; at++) {
      for (int caller : callers[order[at]]) {
        if (--open[caller] == 0) {
          order[filled++] = caller;
        }
      }
    }
    return Arrays.copyOf(order, filled);
  }

  // Evaluation.

  /**
   * Answers an event at the point that the frame holds.
   *
   * @return what becomes of it; {@link #edges} is 0 but for answered and forbidden points
   */
  PointKind answer(Part part, boolean exploring) {
    edges = 0;
    Verdict verdict = part.graph.decide(frame);
    if (exploring) {
      verdict.visited = true;
    }
    if (verdict.kind != PointKind.ANSWERED) {
      return verdict.kind;
    }
    if (verdict.candidates.length == 1) {
      Action action = part.actions[verdict.candidates[0]];
      if (action.answer == Outcome.Answer.FORBID) {
        forbid(action);
        return PointKind.FORBIDDEN;
      }
      if (part.single || (action.single && !action.calls)) {
        return (action.simple ? move(action) : walk(action)) ? PointKind.ANSWERED : fault();
      }
    }
    for (int candidate : verdict.candidates) {
      if (part.actions[candidate].answer == Outcome.Answer.FORBID) {
        edges = 0;
        forbid(part.actions[candidate]);
        return PointKind.FORBIDDEN;
      }
    }
    for (int candidate : verdict.candidates) {
      if (!spread(part.actions[candidate])) {
        return fault();
      }
    }
    return PointKind.ANSWERED;
  }

  private PointKind fault() {
    edges = 0;
    return PointKind.FAULTY;
  }

  private boolean trouble(Trouble kind, String name) {
    trouble = kind;
    subject = name;
    return false;
  }

  private void forbid(Action action) {
    if (action.reaction < 0) {
      doneCount = 0;
      action.reaction = intern(action, -1, Reaction.Kind.FORBIDDEN, Formula.NONE);
    }
    edge(0, action.reaction);
  }

  private void edge(long move, int reaction) {
    if (edges == moves.length) {
      moves = Arrays.copyOf(moves, edges * 2);
      reactions = Arrays.copyOf(reactions, edges * 2);
    }
    moves[edges] = move;
    reactions[edges++] = reaction;
  }

  /** A row with one response that calls no step and reads no new value. */
  private boolean move(Action action) {
    long move = 0;
    for (int at = 0; at < action.writes.length; at++) {
      Origin origin = action.origins[at];
      int code =
          origin.kind == Origin.CONSTANT ? origin.constant : origin.table[frame[origin.place]];
      int variable = action.writes[at];
      if (code < 0) {
        return outside(code, origin, policy.variables().get(variable).name());
      }
      move += (code - frame[layout.variableBase + variable]) * layout.weight(variable);
    }
    if (action.answer == Outcome.Answer.REFUSE && (move != 0 || action.items.length > 0)) {
      doneCount = 0;
      items(action);
      if (move != 0 || doneCount > 0) {
        return trouble(Trouble.REFUSAL_CHANGES, changedBy(action));
      }
    }
    if (action.constantReaction && action.reaction >= 0) {
      edge(move, action.reaction);
      return true;
    }
    doneCount = 0;
    items(action);
    int reaction = respond(action, null);
    if (reaction == Integer.MIN_VALUE) {
      return false;
    }
    if (action.constantReaction) {
      action.reaction = reaction;
    }
    edge(move, reaction);
    return true;
  }

  private String changedBy(Action action) {
    for (int at = 0; at < action.writes.length; at++) {
      Origin origin = action.origins[at];
      int variable = action.writes[at];
      if (origin.kind == Origin.SEVERAL
          || origin.primed
          || (origin.kind == Origin.CONSTANT ? origin.constant : origin.table[frame[origin.place]])
              != frame[layout.variableBase + variable]) {
        return policy.variables().get(variable).name();
      }
    }
    return "effects";
  }

  private boolean outside(int code, Origin origin, String target) {
    return code == Origin.OUTSIDE_MAP
        ? trouble(Trouble.OUTSIDE_MAP, origin.subject)
        : trouble(Trouble.OUTSIDE_RANGE, target);
  }

  /** Adds the effects of a row that calls no step. */
  private void items(Action action) {
    for (int at = 0; at < action.items.length; at++) {
      if (action.items[at] == Action.DO) {
        done(action.subjects[at]);
      } else if (action.items[at] == Action.BY_CHOICE) {
        for (int effect : action.lists[at][frame[layout.choiceBase + action.subjects[at]]]) {
          done(effect);
        }
      }
    }
  }

  private void done(int effect) {
    if (doneCount == done.length) {
      done = Arrays.copyOf(done, doneCount * 2);
    }
    done[doneCount++] = effect;
  }

  /** The reaction of a row with one response, or the least number where an output is in trouble. */
  private int respond(Action action, int @Nullable [] written) {
    int answer = action.answer == Outcome.Answer.OK ? -1 : action.errors[0];
    Reaction.Kind kind = action.answer == Outcome.Answer.OK
        ? Reaction.Kind.OK
        : action.answer == Outcome.Answer.REFUSE ? Reaction.Kind.REFUSED : Reaction.Kind.FAILED;
    int size = keyHead(action, answer, kind, action.outputs.length);
    for (int at = 0; at < action.outputs.length; at++) {
      int code = value(action.outputs[at], written);
      if (code < Origin.ANYTHING) {
        outside(code, action.outputs[at], outputName(action, at));
        return Integer.MIN_VALUE;
      }
      key[size++] = code;
    }
    return finish(size);
  }

  private String outputName(Action action, int output) {
    Part part = partOf(action);
    return part == null || part.event == null
        ? ""
        : part.event.outputs().get(output).name();
  }

  private @Nullable Part partOf(Action action) {
    for (Part part : events) {
      for (Action each : part.actions) {
        if (each == action) {
          return part;
        }
      }
    }
    return null;
  }

  private int keyHead(Action action, int answer, Reaction.Kind kind, int outputs) {
    int needed = 3 + outputs + doneCount;
    if (key.length < needed) {
      key = new int[needed * 2];
    }
    key[0] = action.number;
    key[1] = answer;
    key[2] = kind.ordinal();
    return 3;
  }

  private int finish(int size) {
    System.arraycopy(done, 0, key, size, doneCount);
    return interned.number(key, size + doneCount);
  }

  private int intern(Action action, int answer, Reaction.Kind kind, int[] outputs) {
    int size = keyHead(action, answer, kind, outputs.length);
    for (int output : outputs) {
      key[size++] = output;
    }
    return finish(size);
  }

  private int value(Origin origin, int @Nullable [] written) {
    if (origin.kind == Origin.CONSTANT) {
      return origin.constant;
    }
    if (origin.primed && written != null) {
      int now = written[origin.place - layout.variableBase];
      return origin.table[now >= 0 ? now : frame[origin.place]];
    }
    return origin.table[frame[origin.place]];
  }

  /** A row with one response, steps and new values included. */
  private boolean walk(Action action) {
    doneCount = 0;
    int[] written = scratch[0];
    if (!scope(action, written, 0)) {
      return false;
    }
    long move = 0;
    for (int variable = 0; variable < written.length; variable++) {
      if (written[variable] >= 0) {
        move +=
            (written[variable] - frame[layout.variableBase + variable]) * layout.weight(variable);
      }
    }
    if (action.answer == Outcome.Answer.REFUSE && (move != 0 || doneCount > 0)) {
      return trouble(Trouble.REFUSAL_CHANGES, changedBy(action));
    }
    if (!ensured(written)) {
      return false;
    }
    int reaction = respond(action, written);
    if (reaction == Integer.MIN_VALUE) {
      return false;
    }
    edge(move, reaction);
    return true;
  }

  /** Works out what a row with one response writes, its steps first; -1 is not written. */
  private boolean scope(Action action, int[] written, int depth) {
    Arrays.fill(written, -1);
    for (int at = 0; at < action.items.length; at++) {
      switch (action.items[at]) {
        case Action.DO -> done(action.subjects[at]);
        case Action.BY_CHOICE -> {
          for (int effect : action.lists[at][frame[layout.choiceBase + action.subjects[at]]]) {
            done(effect);
          }
        }
        default -> {
          Action called = called(steps[action.subjects[at]]);
          if (called == null) {
            return false;
          }
          int[] inner = scratch[depth + 1];
          if (!scope(called, inner, depth + 1) || !merge(action, written, inner)) {
            return false;
          }
        }
      }
    }
    for (int at = 0; at < action.writes.length; at++) {
      int code = value(action.origins[at], written);
      if (code < 0) {
        return outside(
            code, action.origins[at], policy.variables().get(action.writes[at]).name());
      }
      written[action.writes[at]] = code;
    }
    return true;
  }

  private boolean merge(Action action, int[] written, int[] inner) {
    for (int variable = 0; variable < written.length; variable++) {
      if (inner[variable] >= 0) {
        if (written[variable] >= 0
            && written[variable] != inner[variable]
            && !action.owns[variable]) {
          return trouble(
              Trouble.STEPS_DISAGREE, policy.variables().get(variable).name());
        }
        written[variable] = inner[variable];
      }
    }
    return true;
  }

  private @Nullable Action called(Part step) {
    Verdict verdict = step.graph.decide(frame);
    verdict.visited = true;
    if (verdict.kind == PointKind.ANSWERED) {
      return step.actions[verdict.candidates[0]];
    }
    troubledStep = step;
    troubledVerdict = verdict;
    trouble(
        verdict.kind == PointKind.UNCOVERED ? Trouble.STEP_GAP : Trouble.STEP_OVERLAP, step.name);
    return null;
  }

  private boolean ensured(int[] written) {
    boolean ready = false;
    for (int at = 0; at < doneCount; at++) {
      Formula formula = ensures[done[at]];
      if (formula == null) {
        continue;
      }
      if (!ready) {
        for (int variable = 0; variable < written.length; variable++) {
          frame[layout.afterBase + variable] =
              written[variable] >= 0 ? written[variable] : frame[layout.variableBase + variable];
        }
        ready = true;
      }
      if (!layout.holds(formula, frame)) {
        return trouble(Trouble.ENSURES_BROKEN, numbers.effects().get(done[at]).name());
      }
    }
    return true;
  }

  // The long way: all that a row may do.

  /** What a row or step may write and do, one of several. */
  private static final class Course {
    private final int[] written;
    private final int[] done;

    Course(int[] written, int[] done) {
      this.written = written;
      this.done = done;
    }

    int[] written() {
      return written;
    }

    int[] done() {
      return done;
    }
  }

  private boolean spread(Action action) {
    List<Course> courses = new ArrayList<>();
    if (!courses(action, courses)) {
      return false;
    }
    boolean changing = switch (action.answer) {
      case OK, OK_OR, ANY, FAIL, REFUSE -> true;
      default -> false;
    };
    if (!changing) {
      return true;
    }
    int first = edges;
    for (Course course : courses) {
      long move = 0;
      for (int variable = 0; variable < course.written().length; variable++) {
        if (course.written()[variable] >= 0) {
          move += (course.written()[variable] - frame[layout.variableBase + variable])
              * layout.weight(variable);
        }
      }
      load(course.done());
      if (action.answer == Outcome.Answer.REFUSE && (move != 0 || doneCount > 0)) {
        return trouble(Trouble.REFUSAL_CHANGES, changedBy(action));
      }
      if (!ensured(course.written())) {
        return false;
      }
      boolean ok = true;
      switch (action.answer) {
        case OK, OK_OR, ANY ->
          ok = respond(action, -1, Reaction.Kind.OK, action.outputs, course, move, first);
        case FAIL -> {
          for (int error : action.errors) {
            ok &= respond(action, error, Reaction.Kind.FAILED, action.outputs, course, move, first);
          }
        }
        default -> {}
      }
      if (ok && action.answer == Outcome.Answer.ANY) {
        for (int error : action.errors) {
          ok &= respond(
              action, error, Reaction.Kind.FAILED, action.errorOutputs, course, move, first);
        }
      }
      if (!ok) {
        return false;
      }
    }
    Course none = new Course(unwritten(), Formula.NONE);
    Origin[] shown = action.answer == Outcome.Answer.REFUSE ? action.outputs : action.errorOutputs;
    if (action.answer == Outcome.Answer.REFUSE
        || action.answer == Outcome.Answer.OK_OR
        || action.answer == Outcome.Answer.ANY) {
      for (int error : action.errors) {
        load(Formula.NONE);
        if (!respond(action, error, Reaction.Kind.REFUSED, shown, none, 0, first)) {
          return false;
        }
      }
    }
    return true;
  }

  private int[] unwritten() {
    int[] written = new int[layout.variables];
    Arrays.fill(written, -1);
    return written;
  }

  private void load(int[] effects) {
    doneCount = 0;
    for (int effect : effects) {
      done(effect);
    }
  }

  private boolean respond(
      Action action,
      int answer,
      Reaction.Kind kind,
      Origin[] outputs,
      Course course,
      long move,
      int first) {
    return respond(
        action, answer, kind, outputs, new int[outputs.length], 0, course.written(), move, first);
  }

  private boolean respond(
      Action action,
      int answer,
      Reaction.Kind kind,
      Origin[] outputs,
      int[] codes,
      int at,
      int[] written,
      long move,
      int first) {
    if (at < outputs.length) {
      for (int code : codes(outputs[at], written)) {
        if (code < Origin.ANYTHING) {
          return outside(code, outputs[at], outputName(action, at));
        }
        codes[at] = code;
        if (!respond(action, answer, kind, outputs, codes, at + 1, written, move, first)) {
          return false;
        }
      }
      return true;
    }
    int reaction = intern(action, answer, kind, codes);
    if (edges >= MOST_RESPONSES) {
      tooManyResponses = action.row;
    } else if (!known(move, reaction, first)) {
      edge(move, reaction);
    }
    return true;
  }

  /** Whether a response is among those from an edge on. */
  private boolean known(long move, int reaction, int first) {
    if (edges - first <= 32) {
      for (int edge = first; edge < edges; edge++) {
        if (moves[edge] == move && reactions[edge] == reaction) {
          return true;
        }
      }
      return false;
    }
    if (edges - first == 33) {
      met = new Interned();
      for (int edge = first; edge < edges; edge++) {
        met.number(response(moves[edge], reactions[edge]), 3);
      }
    }
    int size = met.size();
    return met.number(response(move, reaction), 3) < size;
  }

  private static int[] response(long move, int reaction) {
    return new int[] {(int) (move >> 32), (int) move, reaction};
  }

  /** The codes that an origin may give. */
  private int[] codes(Origin origin, int[] written) {
    if (origin.kind != Origin.SEVERAL) {
      return new int[] {value(origin, written)};
    }
    int[] all = Formula.NONE;
    for (Origin choice : origin.choices) {
      if (choice.kind == Origin.SEVERAL) {
        all = concat(all, codes(choice, written));
      } else {
        all = append(all, value(choice, written));
      }
    }
    return all;
  }

  private boolean courses(Action action, List<Course> into) {
    List<Course> open = new ArrayList<>();
    open.add(new Course(unwritten(), Formula.NONE));
    for (int at = 0; at < action.items.length; at++) {
      if (action.items[at] == Action.CALL) {
        Action called = called(steps[action.subjects[at]]);
        if (called == null) {
          return false;
        }
        List<Course> inner = new ArrayList<>();
        if (!courses(called, inner)) {
          return false;
        }
        List<Course> both = new ArrayList<>();
        for (Course before : open) {
          for (Course next : inner) {
            int[] written = before.written().clone();
            if (!merge(action, written, next.written())) {
              return false;
            }
            if (both.size() >= MOST_RESPONSES) {
              tooManyResponses = action.row;
              break;
            }
            both.add(new Course(written, concat(before.done(), next.done())));
          }
        }
        open = both;
      } else {
        int[] more = action.items[at] == Action.DO
            ? new int[] {action.subjects[at]}
            : action.lists[at][frame[layout.choiceBase + action.subjects[at]]];
        for (int course = 0; course < open.size(); course++) {
          Course before = open.get(course);
          open.set(course, new Course(before.written(), concat(before.done(), more)));
        }
      }
    }
    for (Course course : open) {
      if (!write(action, 0, course, into)) {
        return false;
      }
    }
    return true;
  }

  private boolean write(Action action, int at, Course course, List<Course> into) {
    if (at == action.writes.length) {
      if (into.size() >= MOST_RESPONSES) {
        tooManyResponses = action.row;
      } else {
        into.add(new Course(course.written().clone(), course.done()));
      }
      return true;
    }
    int variable = action.writes[at];
    int before = course.written()[variable];
    for (int code : codes(action.origins[at], course.written())) {
      if (code < 0) {
        return outside(
            code, action.origins[at], policy.variables().get(variable).name());
      }
      if (into.size() >= MOST_RESPONSES) {
        tooManyResponses = action.row;
        break;
      }
      course.written()[variable] = code;
      if (!write(action, at + 1, course, into)) {
        return false;
      }
    }
    course.written()[variable] = before;
    return true;
  }

  private static int[] concat(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** The rows of the last step in trouble, the answering row first. */
  List<RowId> troubledRows(RowId answering) {
    List<RowId> rows = new ArrayList<>();
    rows.add(answering);
    if (troubledStep != null
        && troubledVerdict != null
        && (trouble == Trouble.STEP_GAP || trouble == Trouble.STEP_OVERLAP)) {
      for (int candidate : troubledVerdict.candidates) {
        rows.add(row(troubledStep, candidate).id());
      }
    }
    return rows;
  }

  static Transition row(Part part, int candidate) {
    Transition row = part.candidates.get(candidate).row;
    if (row == null) {
      throw new IllegalArgumentException("candidate " + candidate + " has no row");
    }
    return row;
  }

  /** All reactions so far, by number. */
  List<Reaction> allReactions() {
    List<Reaction> all = new ArrayList<>(interned.size());
    Part[] partOf = new Part[actions.size()];
    for (Part part : events) {
      for (Action action : part.actions) {
        if (action != null) {
          partOf[action.number] = part;
        }
      }
    }
    Reaction.Kind[] kinds = Reaction.Kind.values();
    for (int number = 0; number < interned.size(); number++) {
      int[] parts = interned.key(number);
      Action action = actions.get(parts[0]);
      Event event = partOf[parts[0]].event;
      Reaction.Kind kind = kinds[parts[2]];
      List<Output> shown =
          event == null || kind == Reaction.Kind.FORBIDDEN ? List.of() : event.outputs();
      int outputs = shown.size();
      List<Given> given = new ArrayList<>(outputs);
      for (int at = 0; at < outputs; at++) {
        int code = parts[3 + at];
        given.add(
            code == Origin.NOTHING
                ? Given.NOTHING
                : code == Origin.ANYTHING
                    ? Given.ANYTHING
                    : Given.of(shown.get(at).type().values().get(code)));
      }
      List<Effect> carried = new ArrayList<>();
      for (int at = 3 + outputs; at < parts.length; at++) {
        carried.add(numbers.effects().get(parts[at]));
      }
      String answer = kind == Reaction.Kind.OK
          ? "ok"
          : kind == Reaction.Kind.FORBIDDEN
              ? ""
              : numbers.errors().get(parts[1]).name();
      all.add(new Reaction(action.row.id(), kind, answer, given, carried));
    }
    return all;
  }
}
