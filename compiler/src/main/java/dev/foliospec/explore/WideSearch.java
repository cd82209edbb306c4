package dev.foliospec.explore;

import dev.foliospec.engine.Breach;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.End;
import dev.foliospec.engine.Reached;
import dev.foliospec.engine.Search;
import dev.foliospec.engine.Watch;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches a system that is too large for {@link Dense}: its states are met and looked at once, and
 * only their ranks are kept. Traces are found again afterwards, so none of them costs memory.
 */
public final class WideSearch {
  private final Policy system;
  private final WideSpace space;
  private final List<WideWatch> watches;
  private final Reached reached;
  private final int faults;

  private WideSearch(
      Policy system, WideSpace space, List<WideWatch> watches, Reached reached, int faults) {
    this.system = system;
    this.space = space;
    this.watches = watches;
    this.reached = reached;
    this.faults = faults;
  }

  /** Searches a sound system, asking some questions on the way. */
  public static WideSearch of(Policy system, List<WideQuestion> questions, Budget budget) {
    WideSpace space = new WideSpace(system, Limits.USUAL.inputs());
    List<WideWatch> watches = new ArrayList<>();
    Watch[] all = new Watch[questions.size() + 1];
    for (int at = 0; at < questions.size(); at++) {
      watches.add(new WideWatch(system, questions.get(at)));
      all[at] = watches.get(at);
    }
    all[questions.size()] =
        expander -> (state, successors) -> ((WideSpace.Steps) expander).fault == null;
    Reached reached = new Search(space, budget).watching(all).run();
    return new WideSearch(system, space, watches, reached, questions.size());
  }

  /** Whether every reachable state was met. */
  public boolean complete() {
    return reached.complete();
  }

  /** Why it ended, where it is not complete. */
  public End end() {
    return reached.end();
  }

  /** How many states were met. */
  public long states() {
    return reached.states();
  }

  /** How many steps the states that are furthest away lie from where runs start. */
  public int depth() {
    return reached.layers() - 1;
  }

  /** How many states were met of each variant, in order. */
  public long[] statesByVariant() {
    long[] counts = new long[space.layout.variants];
    int each = space.layout.configurations / space.layout.variants;
    reached.forEach(state -> counts[space.layout.configurationOf(state) / each]++);
    return counts;
  }

  /** The flags and choices of a system's configurations, in order. */
  public static List<Configuration> configurations(Policy system) {
    Layout layout = new Layout(system);
    int[] frame = layout.frame();
    List<Configuration> all = new ArrayList<>();
    for (int at = 0; at < layout.configurations; at++) {
      layout.configure(at, frame);
      all.add(layout.configuration(frame));
    }
    return all;
  }

  /** Whether a condition on flags and traits holds in a configuration. */
  public static boolean holds(Policy system, int configuration, Expression condition) {
    Layout layout = new Layout(system);
    int[] frame = layout.frame();
    layout.configure(configuration, frame);
    return layout.holds(layout.formula(condition, null), frame);
  }

  /** Whether what a question speaks of was met. */
  public boolean occurs(int question) {
    return watches.get(question).occurs.get();
  }

  /** The shortest run that breaks a question; the last step is the one that does, of transitions. */
  public Optional<Trace> broken(int question) {
    Optional<Breach> breach = reached.breach(question);
    if (breach.isEmpty()) {
      return Optional.empty();
    }
    WideSpace.Steps steps = space.expander();
    Trace way = trace(reached.path(breach.get()), steps);
    if (watches.get(question).over(steps) instanceof WideWatch.Transitions transitions) {
      steps.expand(breach.get().state());
      if (!transitions.holds(breach.get().state(), 0)) {
        return Optional.of(and(way, steps, transitions.broken));
      }
    }
    return Optional.of(way);
  }

  /** The first point that is not answered as it should be, and the way to it. */
  public Optional<Troubled> troubled() {
    Optional<Breach> breach = reached.breach(faults);
    if (breach.isEmpty()) {
      return Optional.empty();
    }
    WideSpace.Steps steps = space.expander();
    Trace way = trace(reached.path(breach.get()), steps);
    steps.expand(breach.get().state());
    Fault fault = steps.fault;
    return fault == null
        ? Optional.empty()
        : Optional.of(
            new Troubled(fault, steps.pages.calls.input(steps.faultEvent, steps.faultWay), way));
  }

  /**
   * A point that is not answered as it should be.
   *
   * @param fault what is wrong; its state and input have no numbers
   * @param input the input
   * @param way how its state is reached
   */
  public record Troubled(Fault fault, Input input, Trace way) {}

  /**
   * The shortest run to a state from which no way leads on to another.
   *
   * @param from the states from which there should be a way
   * @param goal where it should lead
   * @param by the events that it may use; all where none are named
   * @param configurations by number, those that are asked
   */
  public Optional<Trace> stuck(
      Expression from, Expression goal, Set<String> by, boolean[] configurations) {
    WideSpace.Steps steps = space.expander();
    Formula start = steps.its.formula(from, null);
    Formula end = steps.its.formula(goal, null);
    boolean[] open = new boolean[system.events().size()];
    for (int event = 0; event < open.length; event++) {
      open[event] = by.isEmpty() || by.contains(system.events().get(event).name());
    }
    Set<Long> good = new HashSet<>();
    int before;
    do {
      before = good.size();
      for (int layer = reached.layers() - 1; layer >= 0; layer--) {
        for (long state : reached.layer(layer)) {
          if (configurations[steps.its.configurationOf(state)]
              && !good.contains(state)
              && leads(state, steps, end, open, good)) {
            good.add(state);
          }
        }
      }
    } while (good.size() > before);
    for (int layer = 0; layer < reached.layers(); layer++) {
      for (long state : reached.layer(layer)) {
        if (configurations[steps.its.configurationOf(state)] && !good.contains(state)) {
          steps.its.unrank(state, steps.frame);
          if (steps.its.holds(start, steps.frame)) {
            return Optional.of(trace(reached.path(layer, state), steps));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean leads(
      long state, WideSpace.Steps steps, Formula end, boolean[] open, Set<Long> good) {
    steps.its.unrank(state, steps.frame);
    if (steps.its.holds(end, steps.frame)) {
      return true;
    }
    steps.expand(state);
    for (int step = 0; step < steps.steps; step++) {
      if (open[steps.events[step]] && good.contains(steps.targets[step])) {
        return true;
      }
    }
    return false;
  }

  private Trace trace(long[] path, WideSpace.Steps steps) {
    List<Trace.Step> taken = new ArrayList<>();
    for (int at = 0; at + 1 < path.length; at++) {
      steps.expand(path[at]);
      int step = 0;
      while (steps.targets[step] != path[at + 1]) {
        step++;
      }
      taken.add(step(steps, step));
    }
    steps.its.unrank(path[0], steps.frame);
    return new Trace(
        system, steps.its.configuration(steps.frame), steps.its.state(steps.frame), taken);
  }

  private static Trace.Step step(WideSpace.Steps steps, int step) {
    int[] frame = steps.its.frame();
    steps.its.unrank(steps.targets[step], frame);
    State next = steps.its.state(frame);
    return new Trace.Step(
        steps.pages.calls.input(steps.events[step], steps.ways[step]),
        steps.pages.made.reaction(steps.reactions[step]),
        next);
  }

  private static Trace and(Trace way, WideSpace.Steps steps, int step) {
    List<Trace.Step> longer = new ArrayList<>(way.steps());
    longer.add(step(steps, step));
    return new Trace(way.policy(), way.configuration(), way.start(), longer);
  }
}
