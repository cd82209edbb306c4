package dev.foliospec.explore;

import dev.foliospec.engine.Interned;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Output;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy compiled for evaluation: a decision graph for each event and step, an action for each row.
 */
final class Behaviour {
  final Policy policy;
  final Layout layout;
  final Part[] events;
  final Part[] steps;

  /** The row that splices more effects than allowed, if there is one; nothing is run then. */
  final @Nullable Transition tooManyEffects;

  final Numbers numbers;

  /** By effect: what it ensures. */
  final @Nullable Formula[] ensures;

  /** The keys of all reactions so far: action, answer, kind, outputs, effects. */
  final Interned interned = new Interned();

  final Evaluation evaluation;
  private final List<Action> actions = new ArrayList<>();

  Behaviour(Policy policy, Layout layout) {
    this.policy = policy;
    this.layout = layout;
    numbers = new Numbers(policy);
    Splices splices = new Splices(policy, numbers);
    tooManyEffects = splices.excessive;
    boolean run = tooManyEffects == null;
    steps = new Part[run ? policy.steps().size() : 0];
    boolean[] singleStep = new boolean[steps.length];
    long[][] stepReads = new long[steps.length][];
    int[] stepOrder = run ? splices.order : Formula.NONE;
    for (int at : stepOrder) {
      Table step = policy.steps().get(at);
      List<Candidate> candidates = new ArrayList<>();
      for (Transition row : step.rows()) {
        candidates.add(new Candidate(layout, null, step, 0, row));
      }
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
    Map<String, List<Asked>> asked = asked();
    events = new Part[run ? policy.events().size() : 0];
    for (int at = 0; at < events.length; at++) {
      events[at] = event(policy.events().get(at), asked, singleStep, stepReads);
    }
    ensures = new Formula[numbers.effects().size()];
    for (int at = 0; at < ensures.length; at++) {
      Expression ensured = numbers.effects().get(at).ensures().orElse(null);
      ensures[at] = ensured == null ? null : layout.formula(ensured, null);
    }
    evaluation = new Evaluation(this);
  }

  private Part event(
      Event event, Map<String, List<Asked>> asked, boolean[] singleStep, long[][] stepReads) {
    List<Candidate> candidates = new ArrayList<>();
    if (event.onlyWhen().isPresent()) {
      candidates.add(new Candidate(layout, event, event.onlyWhen().get()));
    }
    for (Asked each : asked.getOrDefault(event.name(), List.of())) {
      Candidate candidate = new Candidate(layout, event, each.table(), each.number(), each.row());
      candidate.impossible |= each.row().alternativeTo().isPresent();
      candidates.add(candidate);
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

  /** A row that an event asks, with its table and the table's number. */
  private record Asked(Table table, int number, Transition row) {}

  /** The rows of each event, in the order in which they are asked. */
  private Map<String, List<Asked>> asked() {
    Map<String, List<Asked>> asked = new HashMap<>();
    int number = 0;
    for (List<Table> tables : List.of(policy.checks(), policy.bodies())) {
      for (Table table : tables) {
        for (Transition row : table.rows()) {
          for (Event event : row.events()) {
            asked
                .computeIfAbsent(event.name(), none -> new ArrayList<>())
                .add(new Asked(table, number, row));
          }
        }
        number++;
      }
    }
    return asked;
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
            candidate.splitters = Bits.append(candidate.splitters, other);
          }
        }
      }
      if (candidate.row.alternativeTo().isPresent()) {
        for (Candidate each : candidates) {
          if (each.row != null
              && each.row.id().equals(candidate.row.alternativeTo().get())) {
            each.alternatives = Bits.append(each.alternatives, number);
          }
        }
      }
    }
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

  /** The row of an action. */
  Transition row(int action) {
    return actions.get(action).row;
  }

  /** By reaction: the position of the event that it answers. */
  int[] answering() {
    int[] eventOf = new int[actions.size()];
    for (int at = 0; at < events.length; at++) {
      for (Action action : events[at].actions) {
        if (action != null) {
          eventOf[action.number] = at;
        }
      }
    }
    int[] answering = new int[interned.size()];
    for (int number = 0; number < answering.length; number++) {
      answering[number] = eventOf[interned.key(number)[0]];
    }
    return answering;
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
