package dev.foliospec.refine;

import dev.foliospec.engine.Budget;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Observer;
import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import dev.foliospec.observe.Sights;
import dev.foliospec.observe.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy held against a contract, breadth-first over each state of the policy with the set of the
 * contract's states that the same observations leave possible.
 *
 * <p>One state of the policy at a time is enough: a set of its states can answer what one of them can.
 */
public final class Refinement {
  private final Side policy;
  private final Side contract;
  private final Observer observer;
  private final Dense dense;
  private final Promise promise;
  private final Sights.Of seen;
  private final Meetings meetings;
  private final Tracker tracker;
  private final Starts starts;
  private final Visits visits = new Visits();
  private final Budget budget;

  private Refinement(Side policy, Promise promise, Budget budget) {
    this.budget = budget;
    this.policy = policy;
    this.promise = promise;
    contract = promise.contract();
    observer = promise.observer();
    dense = policy.dense();
    seen = promise.sights().new Of(dense);
    meetings = new Meetings(dense, contract.dense());
    tracker = promise.under(meetings.groups());
    starts = new Starts(policy, contract);
  }

  /**
   * Asks whether a policy refines a contract of the same vocabulary, as an observer sees them. Both
   * must be without gaps and overlaps.
   */
  public static Refined judge(Side policy, Side contract, Observer observer) {
    return judge(policy, new Promise(contract, observer));
  }

  /** The same, for a contract that others are held against too. */
  public static Refined judge(Side policy, Promise promise) {
    return judge(policy, promise, Budget.usual());
  }

  /**
   * The same within a budget: of its states so many pairs of a state and a set, and on one thread.
   * Where that does not suffice, the answer says how far it came.
   */
  public static Refined judge(Side policy, Promise promise, Budget budget) {
    return new Refinement(policy, promise, budget).judged();
  }

  private Refined judged() {
    List<Starts.Pair> pairs = starts.pairs();
    @Nullable Breach[] breaches = new Breach[pairs.size()];
    List<Breach> found = new ArrayList<>();
    Telling telling = new Telling(
        policy, contract, observer, promise.sights(), seen, promise.promised(), meetings);
    for (Variant variant : starts.unmatched()) {
      found.add(telling.choice(variant));
    }
    int open = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      breaches[pair] = begin(pair, pairs.get(pair), telling);
      open += breaches[pair] == null ? 1 : 0;
    }
    Optional<Cut> cut = Optional.empty();
    for (int at = 0; at < visits.size() && open > 0 && cut.isEmpty(); at++) {
      int pair = visits.pair(at);
      if (breaches[pair] == null) {
        breaches[pair] = visit(at, pairs.get(pair), telling);
        open -= breaches[pair] == null ? 0 : 1;
      }
      if ((at & 255) == 0 && open > 0) {
        cut = cut(at);
      }
    }
    for (Breach breach : breaches) {
      if (breach != null) {
        found.add(breach);
      }
    }
    found.sort((one, other) -> Integer.compare(one.trace().size(), other.trace().size()));
    return new Refined(
        policy, contract, observer.name(), pairs.size() + starts.unmatched().size(), found, cut);
  }

  /** Where a bound ends it, after a visit. */
  private Optional<Cut> cut(int at) {
    // What is allowed takes about as much as the answers that it comes from.
    boolean memory = visits.bytes() + 2 * tracker.bytes() > budget.bytes();
    if (at + 1 == visits.size() || (!memory && visits.size() <= budget.states())) {
      budget.progress().at(visits.size(), visits.steps(at));
      return Optional.empty();
    }
    return Optional.of(new Cut(visits.steps(at + 1), visits.size(), memory));
  }

  /** Puts the states in which a pair of variants starts, or says which flags do not fit. */
  private @Nullable Breach begin(int number, Starts.Pair pair, Telling telling) {
    for (int initial : Starts.initials(dense, pair.variant())) {
      int[] together = starts.together(initial, pair);
      if (together.length == 0) {
        return telling.flags(pair, initial, starts.notAllowed(dense.configuration(initial)));
      }
      visits.start(initial, tracker.set(together), number);
    }
    return null;
  }

  /** Tries everything in one state; the answer that is not allowed, if there is one. */
  private @Nullable Breach visit(int at, Starts.Pair pair, Telling telling) {
    int state = visits.state(at);
    int set = visits.set(at);
    for (int meeting = 0; meeting < meetings.size(); meeting++) {
      int input = meetings.input(meeting);
      PointKind kind = dense.kind(state, input);
      boolean forbidden = kind == PointKind.FORBIDDEN;
      if (!forbidden && kind != PointKind.ANSWERED) {
        continue;
      }
      int group = meetings.group(meeting);
      if (group == Meetings.LACKED) {
        alone(at, meeting);
        continue;
      }
      Promise.Allowed allows = promise.allowed(tracker, set, group);
      if (allows.forbids()) {
        continue;
      }
      boolean silent = meetings.silent(meeting);
      if (!allows.happens()) {
        if (!silent) {
          return telling.breach(pair, visits, at, meeting, edge(state, input, forbidden), tracker);
        }
        alone(at, meeting);
      } else if (forbidden) {
        return telling.breach(pair, visits, at, meeting, Telling.FORBIDS, tracker);
      } else if (silent) {
        alone(at, meeting);
      } else {
        int event = dense.eventOf(input);
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          int next = promise.next(tracker, allows, seen.edge(event, edge));
          if (next < 0) {
            return telling.breach(pair, visits, at, meeting, edge, tracker);
          }
          visits.step(at, meeting, edge, dense.target(edge), next);
        }
      }
    }
    return null;
  }

  private int edge(int state, int input, boolean forbidden) {
    return forbidden ? Telling.FORBIDS : dense.from(state, input);
  }

  /** The policy takes a silent event; what is known of the contract stays as it is. */
  private void alone(int at, int meeting) {
    int state = visits.state(at);
    int input = meetings.input(meeting);
    if (dense.kind(state, input) == PointKind.ANSWERED) {
      for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
        visits.step(at, meeting, edge, dense.target(edge), visits.set(at));
      }
    }
  }
}
