package dev.foliospec.refine;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.explore.Trace;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Observer;
import dev.foliospec.model.State;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.observe.Side;
import dev.foliospec.observe.Sights;
import dev.foliospec.observe.Tracker;
import dev.foliospec.refine.Breach.Kind;
import dev.foliospec.refine.Breach.Reply;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells how a policy came to do what its contract does not allow. */
final class Telling {
  /** Stands for the edge of a policy that forbids. */
  static final int FORBIDS = -1;

  private final Side policy;
  private final Side contract;
  private final Dense dense;
  private final Dense other;
  private final Observer observer;
  private final Sights sights;
  private final Sights.Of seen;
  private final Sights.Of promised;
  private final Meetings meetings;

  Telling(
      Side policy,
      Side contract,
      Observer observer,
      Sights sights,
      Sights.Of seen,
      Sights.Of promised,
      Meetings meetings) {
    this.policy = policy;
    this.contract = contract;
    this.dense = policy.dense();
    this.other = contract.dense();
    this.observer = observer;
    this.sights = sights;
    this.seen = seen;
    this.promised = promised;
    this.meetings = meetings;
  }

  // --- Before the first step ---

  /** A variant of the policy that the contract does not have. */
  Breach choice(Variant variant) {
    int initial = Starts.initials(dense, variant).get(0);
    return before(Kind.CHOICE, variant, contract.variants().get(0), initial, Map.of());
  }

  /** Values of flags with which the contract does not start. */
  Breach flags(Starts.Pair pair, int initial, List<FlagSetting> notAllowed) {
    Map<String, String> flags = new LinkedHashMap<>();
    Configuration configuration = dense.configuration(initial);
    for (FlagSetting each : notAllowed) {
      int at = policy.policy().flags().indexOf(each);
      flags.put(each.flag().name(), configuration.flags().get(at).name());
    }
    return before(Kind.FLAG, pair.variant(), pair.against(), initial, flags);
  }

  private Breach before(
      Kind kind, Variant variant, Variant against, int initial, Map<String, String> flags) {
    Trace nothing =
        new Trace(policy.policy(), dense.configuration(initial), dense.state(initial), List.of());
    return new Breach(
        kind,
        variant,
        against,
        flags,
        nothing,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  // --- After some steps ---

  /**
   * One step too many.
   *
   * @param last the visit at which it is taken
   * @param meeting with what
   * @param edge what the policy does, or {@link #FORBIDS}
   */
  Breach breach(Starts.Pair pair, Visits visits, int last, int meeting, int edge, Tracker tracker) {
    List<Integer> chain = new ArrayList<>();
    for (int at = last; at >= 0; at = visits.parent(at)) {
      chain.add(0, at);
    }
    int initial = visits.state(chain.get(0));
    Starts starts = new Starts(policy, contract);
    Following following = new Following(other, starts.together(initial, pair));
    List<Trace.Step> run = new ArrayList<>();
    List<TraceStep> trace = new ArrayList<>();
    for (int at = 1; at < chain.size(); at++) {
      int visit = chain.get(at);
      int taken = visits.edge(visit);
      int input = meetings.input(visits.meeting(visit));
      int from = visits.state(chain.get(at - 1));
      add(from, input, taken, run, trace);
      if (!meetings.silent(visits.meeting(visit))) {
        follow(following, meetings.groups()[meetings.group(visits.meeting(visit))], input, taken);
      }
    }
    int state = visits.state(last);
    int input = meetings.input(meeting);
    add(state, input, edge, run, trace);
    int rowEdge = edge == FORBIDS ? dense.from(state, input) : edge;
    Reaction does = dense.reactions().get(dense.reaction(rowEdge));
    int[] given = meetings.groups()[meetings.group(meeting)];
    Nearest nearest = nearest(following, given, input, edge, does);
    List<TraceStep> promises = new ArrayList<>();
    int followed = following.states().get(0);
    if (nearest.edge() >= 0) {
      followed = nearest.state();
    }
    promises.addAll(following.steps(followed));
    Optional<Transition> promise = Optional.empty();
    if (nearest.edge() >= 0) {
      promises.add(Trace.toStep(
          other.policy(),
          other.input(nearest.input()),
          other.reactions().get(other.reaction(nearest.edge())),
          other.state(nearest.state()),
          other.state(other.target(nearest.edge()))));
      promise = other
          .policy()
          .row(other.reactions().get(other.reaction(nearest.edge())).row());
    }
    Map<String, String> flags = new LinkedHashMap<>();
    flags(policy, dense.configuration(initial), flags);
    flags(contract, other.configuration(following.start(followed)), flags);
    return new Breach(
        nearest.kind(),
        pair.variant(),
        pair.against(),
        flags,
        new Trace(
            policy.policy(), dense.configuration(initial), dense.state(initial), List.copyOf(run)),
        trace,
        promises,
        policy.policy().row(does.row()),
        promise,
        Optional.of(reply(policy, seen, input, rowEdge)),
        allowed(tracker.members(visits.set(last)), given));
  }

  private void add(int from, int input, int edge, List<Trace.Step> run, List<TraceStep> trace) {
    int rowEdge = edge == FORBIDS ? dense.from(from, input) : edge;
    Reaction reaction = dense.reactions().get(dense.reaction(rowEdge));
    State after = edge == FORBIDS ? dense.state(from) : dense.state(dense.target(edge));
    if (edge != FORBIDS) {
      run.add(new Trace.Step(dense.input(input), reaction, after));
    }
    trace.add(
        Trace.toStep(policy.policy(), dense.input(input), reaction, dense.state(from), after));
  }

  private void follow(Following following, int[] group, int input, int edge) {
    long sight = seen.edge(dense.eventOf(input), edge);
    following.observe(
        group, (each, may) -> sights.allows(promised.edge(other.eventOf(each), may), sight));
  }

  /** The answer of the contract that is nearest to the policy's; an edge of -1 where there is none. */
  private record Nearest(Kind kind, int state, int input, int edge) {}

  private Nearest nearest(Following following, int[] given, int input, int edge, Reaction does) {
    Nearest best = new Nearest(Kind.BEYOND, -1, -1, -1);
    int most = -1;
    for (int state : following.states()) {
      for (int each : given) {
        if (other.kind(state, each) != PointKind.ANSWERED) {
          continue;
        }
        for (int may = other.from(state, each); may < other.to(state, each); may++) {
          Reaction promise = other.reactions().get(other.reaction(may));
          boolean answer = promise.answer().equals(does.answer());
          boolean outputs = answer && outputsAllowed(input, promise, does);
          boolean effects = outputs && names(promise).equals(names(does));
          int near = effects && observer.effects() ? 3 : outputs ? 2 : answer ? 1 : 0;
          if (near > most) {
            most = near;
            best = new Nearest(kind(near, edge), state, each, may);
          }
        }
      }
    }
    return best;
  }

  private Kind kind(int near, int edge) {
    if (edge == FORBIDS) {
      return Kind.FORBIDDEN;
    }
    return switch (near) {
      case 0 -> Kind.ANSWER;
      case 1 -> Kind.OUTPUT;
      case 2 -> observer.effects() ? Kind.EFFECTS : Kind.STATE;
      default -> Kind.STATE;
    };
  }

  private boolean outputsAllowed(int input, Reaction promise, Reaction does) {
    Event event = dense.input(input).event();
    for (int at = 0; at < event.outputs().size(); at++) {
      Given may = promise.outputs().get(at);
      Given given = does.outputs().get(at);
      boolean anything = may.anything()
          || may.value().filter(event.outputs().get(at).type()::matchesAny).isPresent();
      if (!anything && (given.anything() || !may.value().equals(given.value()))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(Reaction reaction) {
    List<String> names = new ArrayList<>();
    for (Effect effect : reaction.effects()) {
      names.add(effect.name());
    }
    return names;
  }

  /** Everything that some states allow, each answer that looks different once. */
  private List<Reply> allowed(int[] states, int[] given) {
    Map<Long, Reply> allowed = new LinkedHashMap<>();
    for (int state : states) {
      for (int input : given) {
        if (other.kind(state, input) == PointKind.ANSWERED) {
          int event = other.eventOf(input);
          for (int edge = other.from(state, input); edge < other.to(state, input); edge++) {
            long sight = promised.edge(event, edge);
            if (!allowed.containsKey(sight)) {
              allowed.put(sight, reply(contract, promised, input, edge));
            }
          }
        }
      }
    }
    return List.copyOf(allowed.values());
  }

  private Reply reply(Side side, Sights.Of of, int input, int edge) {
    Dense its = side.dense();
    Reaction reaction = its.reactions().get(its.reaction(edge));
    Event event = its.input(input).event();
    boolean shown = observer.actors().contains(event.actor()) && !event.silent();
    Map<String, String> outputs = new LinkedHashMap<>();
    for (int at = 0; shown && at < reaction.outputs().size(); at++) {
      Given output = reaction.outputs().get(at);
      if (output.anything() || output.value().isPresent()) {
        outputs.put(event.outputs().get(at).name(), output.spelled());
      }
    }
    Map<String, String> state = new LinkedHashMap<>();
    for (Variable each : of.shown()) {
      int at = its.policy().variables().indexOf(each);
      state.put(each.name(), its.state(its.target(edge)).values().get(at).name());
    }
    return new Reply(
        reaction.kind() == Reaction.Kind.FORBIDDEN ? "" : shown ? reaction.answer() : "-",
        outputs,
        observer.effects() ? Optional.of(names(reaction)) : Optional.empty(),
        state,
        reaction.row().id());
  }

  /** The flags on which a side's behaviour can depend. */
  private static void flags(Side side, Configuration in, Map<String, String> flags) {
    List<FlagSetting> settings = side.policy().flags();
    Set<String> telling = Reads.flags(side.policy());
    for (int at = 0; at < settings.size(); at++) {
      Value value = in.flags().get(at);
      String name = settings.get(at).flag().name();
      if (telling.contains(name) && settings.get(at).allowed().size() > 1) {
        flags.putIfAbsent(name, value.name());
      }
    }
  }
}
