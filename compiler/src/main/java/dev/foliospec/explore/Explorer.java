package dev.foliospec.explore;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.Discovery;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers the reachable states of one policy, breadth-first. */
final class Explorer {
  private final Policy policy;
  private final Limits limits;
  private final Layout layout;
  private final Behaviour behaviour;
  private final @Nullable Together pages;
  private final int[] firstInputs;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> faultsKnown = new HashSet<>();
  private @Nullable Excess excess;

  private final Discovery ranks = new Discovery();
  private int states;

  /** How many steps the state that is being expanded lies from an initial one. */
  private int layer;

  private byte[] kinds = new byte[1024];
  private int[] offsets = new int[1025];
  private int points;
  private int[] targets = new int[1024];
  private int[] reactions = new int[1024];
  private int edges;

  /** Bytes that all of these take. */
  private long held = 14_000;

  Explorer(Policy policy, Limits limits) {
    this.policy = policy;
    this.limits = limits;
    layout = new Layout(policy);
    behaviour = new Behaviour(policy, layout);
    Lifting lifting = policy.lifting().orElse(null);
    pages = lifting == null || layout.ranks < 0
        ? null
        : new Together(policy, lifting, layout, limits.inputs());
    firstInputs = new int[behaviour.events.length + 1];
    long inputs = pages == null ? 0 : pages.calls.count();
    for (int event = 0; pages != null && event < behaviour.events.length; event++) {
      firstInputs[event + 1] = firstInputs[event] + pages.calls.ways(event);
    }
    for (int event = 0; pages == null && event < behaviour.events.length; event++) {
      long ways = 1;
      for (int place : behaviour.events[event].inputPlaces) {
        ways = Math.min(ways * layout.size(place), 1L << 40);
      }
      inputs = Math.min(inputs + ways, Integer.MAX_VALUE);
      firstInputs[event + 1] = (int) inputs;
    }
    if (behaviour.tooManyEffects != null) {
      excess = new Excess(
          Rule.TOO_MANY_EFFECTS,
          "row "
              + behaviour.tooManyEffects.id().id()
              + " has more than 1,000 effects, those of its steps included",
          behaviour.tooManyEffects.at("effects"));
    } else if (layout.ranks < 0) {
      excess = new Excess(
          Rule.STATE_SPACE_TOO_LARGE,
          "the variables, flags and open traits of `"
              + policy.name()
              + "` have more than 2^62 combinations",
          policy.at());
    } else if (layout.variants > Variant.MOST) {
      excess = new Excess(
          Rule.TOO_MANY_VARIANTS,
          "the undecided traits of `" + policy.name() + "` make more than 64 variants",
          policy.at());
    } else if (inputs > limits.inputs()) {
      excess = new Excess(
          Rule.STATE_SPACE_TOO_LARGE,
          "the events of `"
              + policy.name()
              + "` can happen in more than "
              + limits.inputs()
              + " ways",
          policy.at());
    } else if (layout.configurations > limits.states()) {
      excess = tooManyStates();
    }
  }

  private Excess tooManyStates() {
    return new Excess(
        Rule.TOO_MANY_STATES,
        "`" + policy.name() + "` reaches more than " + limits.states() + " states",
        policy.at());
  }

  Exploration explore() {
    if (excess != null) {
      Arrays.fill(firstInputs, 0);
    } else {
      try {
        search();
      } catch (OutOfMemoryError full) {
        forget();
      }
    }
    int initials = states == 0 ? 0 : layout.configurations;
    Dense dense = new Dense(
        behaviour,
        pages,
        ranks.keys(),
        states,
        initials,
        firstInputs,
        kinds,
        offsets,
        targets,
        reactions,
        ranks.parents(),
        ranks.steps());
    return new Exploration(dense, faults, Optional.ofNullable(excess));
  }

  private void search() {
    int[] frame = behaviour.evaluation.frame;
    for (long initial : layout.initials()) {
      number(initial, -1, -1);
    }
    int inputs = firstInputs[firstInputs.length - 1];
    int state = 0;
    int layerEnd = states;
    while (state < states && excess == null) {
      if (state == layerEnd) {
        layer++;
        layerEnd = states;
      }
      if ((state & 1023) == 1023) {
        limits.progress().at(states, layer);
      }
      if ((long) points + inputs > limits.points()) {
        excess = tooManyPoints();
        break;
      }
      if (points + inputs >= kinds.length) {
        int length = Math.max(points + inputs + 1, (int) Math.min(kinds.length * 2L, 1 << 30));
        if (!room(5L * length, 5L * kinds.length)) {
          break;
        }
        kinds = Arrays.copyOf(kinds, length);
        offsets = Arrays.copyOf(offsets, length + 1);
      }
      layout.unrank(ranks.key(state), frame);
      if (pages != null) {
        expand(pages, state, frame);
      } else {
        for (Part part : behaviour.events) {
          expand(part, state, frame);
        }
      }
      if (excess == null) {
        state++;
      }
    }
    if (excess != null) {
      cut(state);
    }
  }

  private Excess tooManyPoints() {
    return new Excess(
        Rule.TOO_MANY_STATES,
        "`"
            + policy.name()
            + "` reaches more than "
            + limits.points()
            + " pairs of a state and an event",
        policy.at());
  }

  private void expand(Part part, int state, int[] frame) {
    int[] places = part.inputPlaces;
    for (int place : places) {
      frame[place] = 0;
    }
    int count = ways(places);
    int first = points - state * firstInputs[firstInputs.length - 1];
    for (int way = 0; way < count; way++) {
      int input = first + way;
      PointKind kind = behaviour.evaluation.answer(part, true);
      if (behaviour.evaluation.tooManyResponses != null && excess == null) {
        excess = new Excess(
            Rule.TOO_MANY_STATES,
            "row "
                + behaviour.evaluation.tooManyResponses.id().id()
                + " may do more than "
                + Spread.MOST
                + " different things at one point",
            behaviour.evaluation.tooManyResponses.at());
      }
      if (kind.ordinal() > PointKind.BEYOND.ordinal()) {
        blame(part, kind, state);
      }
      Evaluation evaluation = behaviour.evaluation;
      point(state, input, kind, evaluation.moves, evaluation.reactions, evaluation.edges);
      for (int at = places.length - 1; at >= 0; at--) {
        if (++frame[places[at]] < layout.size(places[at])) {
          break;
        }
        frame[places[at]] = 0;
      }
    }
  }

  /** Expands a state of a system, in the frame. */
  private void expand(Together asked, int state, int[] frame) {
    asked.at(frame);
    int input = 0;
    for (int event = 0; event < behaviour.events.length; event++) {
      for (int way = 0; way < asked.calls.ways(event); way++) {
        PointKind kind = asked.answer(event, way, frame);
        if (kind.ordinal() > PointKind.BEYOND.ordinal()) {
          Fault fault = asked.fault(kind, state, input);
          String which = fault.trouble() == Trouble.PAGES_DISAGREE
              ? behaviour.events[event].name
              : fault.rows().toString();
          if (faultsKnown.add(fault.trouble() + " " + fault.subject() + " " + which)) {
            faults.add(fault);
          }
        }
        point(state, input++, kind, asked.moves, asked.reactions, asked.edges);
      }
    }
  }

  /** Keeps what becomes of a point. */
  private void point(int state, int input, PointKind kind, long[] moves, int[] answers, int given) {
    kinds[points] = (byte) kind.ordinal();
    if (edges + given > targets.length) {
      if (edges + given > (1 << 27)) {
        excess = tooManyPoints();
        return;
      }
      int length = Math.max(edges + given, targets.length * 2);
      if (!room(8L * length, 8L * targets.length)) {
        return;
      }
      targets = Arrays.copyOf(targets, length);
      reactions = Arrays.copyOf(reactions, length);
    }
    long moved = 0;
    int target = state;
    for (int edge = 0; edge < given; edge++) {
      long move = moves[edge];
      if (move != moved) {
        moved = move;
        target = move == 0 ? state : number(ranks.key(state) + move, state, input);
      }
      targets[edges] = target;
      reactions[edges++] = answers[edge];
    }
    points++;
    offsets[points] = edges;
  }

  private int ways(int[] places) {
    int ways = 1;
    for (int place : places) {
      ways *= layout.size(place);
    }
    return ways;
  }

  private int number(long rank, int parent, int input) {
    int known = ranks.find(rank);
    if (known >= 0) {
      return known;
    }
    if (states == limits.states()) {
      if (excess == null) {
        excess = tooManyStates();
      }
      return 0;
    }
    long growth = ranks.growth();
    if (growth > 0 && !room(growth, growth / 2)) {
      return 0;
    }
    states++;
    return ranks.add(rank, parent, input);
  }

  /** Whether there is memory for something larger while the smaller is still there. */
  private boolean room(long larger, long smaller) {
    if (held + larger > limits.bytes()) {
      if (excess == null) {
        excess = tooMuchMemory();
      }
      return false;
    }
    held += larger - smaller;
    return true;
  }

  private Excess tooMuchMemory() {
    return new Excess(
        Rule.TOO_MUCH_MEMORY,
        "exploring `" + policy.name() + "` takes more than " + megabytes(limits.bytes()) + " MB",
        policy.at());
  }

  private static long megabytes(long bytes) {
    return bytes >> 20;
  }

  /** Lets go of everything, after the heap itself ran out. */
  private void forget() {
    excess = new Excess(
        Rule.TOO_MUCH_MEMORY,
        "exploring `"
            + policy.name()
            + "` takes more than the heap of "
            + megabytes(Runtime.getRuntime().maxMemory())
            + " MB",
        policy.at());
    Arrays.fill(firstInputs, 0);
    states = 0;
    kinds = new byte[0];
    offsets = new int[1];
    targets = new int[0];
    reactions = new int[0];
    faults.clear();
  }

  /**
   * Keeps the states that were expanded. A point that leads beyond them counts as one that cannot
   * happen.
   */
  private void cut(int kept) {
    int inputs = firstInputs[firstInputs.length - 1];
    states = kept < layout.configurations ? 0 : kept;
    if (states > 0 && excess != null) {
      String covered =
          layer == 0 ? "" : ", among them all that fewer than " + layer + " events lead to";
      excess = new Excess(
          excess.rule(), excess.message(), kept + " states were explored" + covered, excess.at());
    }
    int filled = 0;
    int from = 0;
    for (int point = 0; point < states * inputs; point++) {
      int to = offsets[point + 1];
      boolean inside = true;
      for (int edge = from; edge < to; edge++) {
        inside &= targets[edge] < states;
      }
      if (inside) {
        for (int edge = from; edge < to; edge++) {
          targets[filled] = targets[edge];
          reactions[filled++] = reactions[edge];
        }
      } else {
        kinds[point] = (byte) PointKind.BEYOND.ordinal();
      }
      offsets[point + 1] = filled;
      from = to;
    }
    for (int at = faults.size() - 1; at >= 0; at--) {
      if (faults.get(at).state() >= states) {
        faults.remove(at);
      }
    }
  }

  private void blame(Part part, PointKind kind, int state) {
    int input = points - state * firstInputs[firstInputs.length - 1];
    Verdict verdict = part.graph.decide(behaviour.evaluation.frame);
    if (kind != PointKind.FAULTY && verdict.reported) {
      return;
    }
    List<RowId> rows = new ArrayList<>();
    for (int candidate : verdict.candidates) {
      rows.add(part.row(candidate).id());
    }
    Trouble trouble = behaviour.evaluation.trouble;
    String subject = "";
    if (kind == PointKind.UNCOVERED) {
      trouble = Trouble.UNCOVERED;
    } else if (kind == PointKind.OVERLAPPING) {
      trouble = Trouble.OVERLAPPING;
    } else {
      subject = behaviour.evaluation.subject;
      rows = behaviour.evaluation.troubledRows(rows.get(0));
    }
    verdict.reported = kind != PointKind.FAULTY;
    String known = kind == PointKind.UNCOVERED
        ? "gap " + part.name
        : trouble.name() + " " + subject + " " + rows;
    if (faultsKnown.add(known)) {
      faults.add(new Fault(trouble, state, input, rows, subject));
    }
  }
}
