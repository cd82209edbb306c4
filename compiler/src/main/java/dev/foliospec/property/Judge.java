package dev.foliospec.property;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Limits;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges the properties of one policy, all its variants at once.
 *
 * <p>Each state and each transition is looked at once for each property. Nodes are numbered
 * breadth-first, so the first that fails is one of the nearest.
 */
public final class Judge {
  private final Reached reached;
  private final Dense dense;
  private final Policy policy;

  /**
   * A judge of one policy.
   *
   * @param dense all that the policy can reach
   * @param limits how far to go with ghosts followed
   */
  public Judge(Dense dense, Limits limits) {
    this.reached = new Reached(dense, limits);
    this.dense = dense;
    this.policy = dense.policy();
  }

  /** A judge within the usual limits, but for the states with ghosts followed. */
  public Judge(Dense dense, int mostStates) {
    this(dense, Limits.states(mostStates));
  }

  /** Judges a property; whether it is about this policy is looked up too. */
  public Judgement judge(Property property) {
    boolean[] included = covered(property.about());
    if (included == null || reached.configurations == 0) {
      return Judgement.NOT_ASKED;
    }
    if (property.where().isPresent()) {
      restrict(included, property.where().get());
    }
    List<Slot> read = Reads.of(property.claim());
    Graph graph = reached.graph(read);
    if (graph.cut != null) {
      return Judgement.cutAt(graph.cut);
    }
    return new Case(property, included, graph, reached.scenes(read)).judge();
  }

  /** The configurations of some subjects, or none where the policy is not among them. */
  private boolean @Nullable [] covered(List<Property.Subject> subjects) {
    boolean[] covered = null;
    for (Property.Subject subject : subjects) {
      if (subject.policy().equals(policy.name())) {
        if (covered == null) {
          covered = new boolean[reached.configurations];
        }
        for (int number = 0; number < covered.length; number++) {
          covered[number] |= subject.fixed().isEmpty() || fits(number, subject.fixed());
        }
      }
    }
    return covered;
  }

  private boolean fits(int number, Map<String, String> fixed) {
    Configuration configuration = dense.configuration(number);
    for (Map.Entry<String, String> each : fixed.entrySet()) {
      if (!each.getValue().equals(reached.spelled(each.getKey(), configuration))) {
        return false;
      }
    }
    return true;
  }

  private void restrict(boolean[] included, Expression where) {
    Graph states = reached.graph(List.of());
    long[] set = new Conditions(reached, states, reached.scenes(List.of()))
        .of(where, true)
        .nodes(states.nodes);
    for (int number = 0; number < included.length; number++) {
      included[number] &= Bits.has(set, number);
    }
  }

  /** One property in this policy. */
  private final class Case {
    private final Property property;
    private final Graph graph;
    private final Scenes scenes;
    private final Conditions conditions;

    /** By configuration: whether the property is about it. */
    private final boolean[] included;

    /** By configuration: the exceptions that cover it, as bits; -1 where it is not included. */
    private final long[] exempt;

    /** By variant: whether it is asked, and the run that shows its failure. */
    private final boolean[] asked;

    private final boolean[] failed;
    private final @Nullable Run[] runs;
    private final Set<Integer> needed = new TreeSet<>();
    private int unfailed;
    private long unneeded;
    private boolean occurs;

    Case(Property property, boolean[] included, Graph graph, Scenes scenes) {
      this.property = property;
      this.included = included;
      this.graph = graph;
      this.scenes = scenes;
      conditions = new Conditions(reached, graph, scenes);
      int variants = dense.variants().size();
      asked = new boolean[variants];
      failed = new boolean[variants];
      runs = new Run[variants];
      exempt = new long[included.length];
      for (int at = 0; at < property.exemptions().size(); at++) {
        boolean[] covered = covered(property.exemptions().get(at).subjects());
        for (int number = 0; covered != null && number < covered.length; number++) {
          if (covered[number] && included[number]) {
            // More than 63 exceptions in one property share the last bit.
            exempt[number] |= 1L << Math.min(at, 62);
            unneeded |= 1L << Math.min(at, 62);
          }
        }
      }
      for (int number = 0; number < included.length; number++) {
        if (included[number]) {
          asked[number / reached.perVariant] = true;
        }
      }
      for (boolean each : asked) {
        unfailed += each ? 1 : 0;
      }
    }

    Judgement judge() {
      if (unfailed == 0) {
        return Judgement.NOT_ASKED;
      }
      Claim claim = property.claim();
      Optional<Run> witness = Optional.empty();
      if (claim instanceof Claim.Always always) {
        always(always);
      } else if (claim instanceof Claim.After after) {
        int[] inputs = inputs(after.triggers());
        if (inputs.length == 0 && !knows(after.triggers())) {
          return Judgement.NOT_ASKED;
        }
        after(after, inputs);
      } else if (claim instanceof Claim.Reachable reachable) {
        witness = reachable(reachable);
      } else if (claim instanceof Claim.CanReach canReach) {
        boolean[] open = open(canReach.by());
        if (open == null) {
          return Judgement.NOT_ASKED;
        }
        canReach(canReach, open);
      }
      int variants = 0;
      List<Judgement.Failure> failures = new ArrayList<>();
      for (int variant = 0; variant < asked.length; variant++) {
        variants += asked[variant] ? 1 : 0;
        if (failed[variant]) {
          failures.add(new Judgement.Failure(variant, Optional.ofNullable(runs[variant])));
        }
      }
      failures.sort(Case::byLength);
      return new Judgement(true, occurs, variants, failures, needed, witness, Optional.empty());
    }

    /** Whether the policy has one of the events, though perhaps not with these arguments. */
    private boolean knows(List<Claim.Trigger> triggers) {
      for (Claim.Trigger each : triggers) {
        if (dense.event(each.event().name()) >= 0) {
          return true;
        }
      }
      return false;
    }

    private static int byLength(Judgement.Failure one, Judgement.Failure other) {
      return Integer.compare(length(one), length(other));
    }

    private static int length(Judgement.Failure failure) {
      return failure.run().map(run -> run.steps().size()).orElse(0);
    }

    private int configuration(int node) {
      return reached.configurationOf[graph.state(node)];
    }

    /** Whether a failure in a configuration would say nothing new. */
    private boolean settled(int configuration) {
      long by = exempt[configuration];
      return by == 0 ? failed[configuration / reached.perVariant] : (by & unneeded) == 0;
    }

    /** Notes a failure; says whether it is one to be shown. */
    private boolean fails(int configuration) {
      long by = exempt[configuration];
      if (by != 0) {
        for (int at = 0; at < property.exemptions().size(); at++) {
          if ((by & (1L << Math.min(at, 62))) != 0) {
            needed.add(at);
          }
        }
        unneeded &= ~by;
        return false;
      }
      failed[configuration / reached.perVariant] = true;
      unfailed--;
      return true;
    }

    private boolean done() {
      return unfailed == 0 && unneeded == 0;
    }

    // --- States ---

    private void always(Claim.Always claim) {
      boolean truth = !claim.never();
      long[] bad = conditions.of(claim.state(), !truth).nodes(graph.nodes);
      Optional<Test> premise = truth ? premise(claim.state()) : Optional.empty();
      occurs = premise.isEmpty() || occurs(premise.get().nodes(graph.nodes));
      each(bad);
    }

    /** Whether some node that the property is about is in a set. */
    private boolean occurs(long[] set) {
      for (int word = 0; word < set.length; word++) {
        for (long rest = set[word]; rest != 0; rest &= rest - 1) {
          if (included[configuration((word << 6) + Long.numberOfTrailingZeros(rest))]) {
            return true;
          }
        }
      }
      return false;
    }

    /** Notes the nodes of a set, which do not keep the property. */
    private void each(long[] bad) {
      for (int word = 0; word < bad.length; word++) {
        for (long rest = bad[word]; rest != 0; rest &= rest - 1) {
          int node = (word << 6) + Long.numberOfTrailingZeros(rest);
          int configuration = configuration(node);
          if (included[configuration] && !settled(configuration) && fails(configuration)) {
            runs[configuration / reached.perVariant] = run(node, -1, -1, -1);
          }
          if (done()) {
            return;
          }
        }
      }
    }

    /** What stands before the last {@code implies}. */
    private Optional<Test> premise(Expression expression) {
      if (!(expression instanceof Expression.Implies implies)) {
        return Optional.empty();
      }
      List<Test> parts = new ArrayList<>();
      for (Expression each : implies.parts().subList(0, implies.parts().size() - 1)) {
        parts.add(conditions.of(each, true));
      }
      return Optional.of(Test.all(parts));
    }

    private Optional<Run> reachable(Claim.Reachable claim) {
      long[] goal = conditions.of(claim.state(), true).nodes(graph.nodes);
      occurs = true;
      boolean[] found = new boolean[asked.length];
      int first = -1;
      for (int word = 0; word < goal.length; word++) {
        for (long rest = goal[word]; rest != 0; rest &= rest - 1) {
          int node = (word << 6) + Long.numberOfTrailingZeros(rest);
          int configuration = configuration(node);
          if (included[configuration]) {
            found[configuration / reached.perVariant] = true;
            first = first < 0 ? node : first;
          }
        }
      }
      for (int variant = 0; variant < asked.length; variant++) {
        if (asked[variant] && !found[variant]) {
          for (int at = 0; at < reached.perVariant; at++) {
            int configuration = variant * reached.perVariant + at;
            if (included[configuration] && !settled(configuration)) {
              fails(configuration);
            }
          }
        }
      }
      return first < 0 ? Optional.empty() : Optional.of(run(first, -1, -1, -1));
    }

    // --- Transitions ---

    /** The inputs by which some events happen. */
    private int[] inputs(List<Claim.Trigger> triggers) {
      boolean[] wanted = new boolean[dense.inputs()];
      int count = 0;
      for (Claim.Trigger trigger : triggers) {
        int event = dense.event(trigger.event().name());
        for (int input = event < 0 ? 0 : dense.firstInput(event);
            event >= 0 && input < dense.firstInput(event + 1);
            input++) {
          if (!wanted[input] && fits(dense.input(input), trigger)) {
            wanted[input] = true;
            count++;
          }
        }
      }
      int[] inputs = new int[count];
      int at = 0;
      for (int input = 0; input < wanted.length; input++) {
        if (wanted[input]) {
          inputs[at++] = input;
        }
      }
      return inputs;
    }

    private static boolean fits(Input input, Claim.Trigger trigger) {
      for (int at = 0; at < trigger.arguments().size(); at++) {
        Optional<Value> wanted = trigger.arguments().get(at);
        if (wanted.isPresent() && !wanted.get().equals(input.arguments().get(at))) {
          return false;
        }
      }
      return true;
    }

    private void after(Claim.After claim, int[] inputs) {
      List<Test> parts = new ArrayList<>();
      parts.add(Test.in(Test.Side.REACTION, scenes.answers()));
      if (claim.when().isPresent()) {
        parts.add(conditions.of(claim.when().get(), true));
      }
      List<Test> happens = new ArrayList<>(parts);
      premise(claim.holds()).ifPresent(happens::add);
      parts.add(conditions.of(claim.holds(), false));
      Search kind = new Search(Test.all(happens), inputs);
      for (int node = 0; node < graph.nodes && !occurs; node++) {
        occurs = included[configuration(node)] && kind.next(node);
      }
      Search bad = new Search(Test.all(parts), inputs);
      for (int node = 0; node < graph.nodes && !done(); node++) {
        int configuration = configuration(node);
        if (included[configuration] && !settled(configuration) && bad.next(node)) {
          if (fails(configuration)) {
            runs[configuration / reached.perVariant] = run(node, bad.edge, bad.way, bad.shown);
          }
        }
      }
    }

    /** Looks for transitions of a kind, node by node, by some inputs. */
    private final class Search {
      private final Test kind;
      private final long @Nullable [] before;

      /** Runs of inputs that may be of the kind: their first ones and their ends. */
      private final int[] firsts;

      private final int[] ends;
      private int count;

      /** By reaction: whether it may be of the kind. */
      private final boolean[] wanted;

      /** The transition that was found: its edge, and how the property sees it. */
      private int edge;

      private int way;
      private int shown;

      Search(Test kind, int[] inputs) {
        this.kind = kind;
        before = kind.before();
        firsts = new int[inputs.length];
        ends = new int[inputs.length];
        for (int input : inputs) {
          if (may(Test.Side.INPUT, scenes.firstInput(input), scenes.firstInput(input + 1))) {
            if (count > 0 && ends[count - 1] == input) {
              ends[count - 1]++;
            } else {
              firsts[count] = input;
              ends[count++] = input + 1;
            }
          }
        }
        wanted = new boolean[dense.reactions().size()];
        for (int number = 0; number < wanted.length; number++) {
          wanted[number] = may(
              Test.Side.REACTION, scenes.firstReaction(number), scenes.firstReaction(number + 1));
        }
      }

      /** Whether the kind leaves room for one of several on a side. */
      private boolean may(Test.Side side, int from, int to) {
        long[] set = kind.set(side);
        boolean may = set == null && !kind.isFalse();
        for (int at = from; set != null && at < to; at++) {
          may |= Bits.has(set, at);
        }
        return may;
      }

      /** Finds the first transition of the kind from a node. */
      boolean next(int node) {
        if (before != null && !Bits.has(before, node)) {
          return false;
        }
        int state = graph.state(node);
        for (int run = 0; run < count; run++) {
          int input = firsts[run];
          int last = dense.to(state, ends[run] - 1);
          for (int each = dense.from(state, input); each < last; each++) {
            if (wanted[dense.reaction(each)]) {
              while (dense.to(state, input) <= each) {
                input++;
              }
              if (sees(node, input, each)) {
                return true;
              }
            }
          }
        }
        return false;
      }

      /** Whether the property can see a transition as one of the kind. */
      private boolean sees(int node, int input, int each) {
        int target = graph.target(node, each);
        int reaction = dense.reaction(each);
        for (int one = scenes.firstInput(input); one < scenes.firstInput(input + 1); one++) {
          for (int other = scenes.firstReaction(reaction);
              other < scenes.firstReaction(reaction + 1);
              other++) {
            if (kind.holds(node, one, target, other)) {
              edge = each;
              way = one;
              shown = other;
              return true;
            }
          }
        }
        return false;
      }
    }

    // --- Paths ---

    /** By input: whether a path may use it; none where the policy has none of the events. */
    private boolean @Nullable [] open(Set<String> by) {
      boolean[] open = new boolean[dense.inputs()];
      boolean any = by.isEmpty();
      for (int at = 0; at < policy.events().size(); at++) {
        Event event = policy.events().get(at);
        if (by.isEmpty() || by.contains(event.name())) {
          any = true;
          Arrays.fill(open, dense.firstInput(at), dense.firstInput(at + 1), true);
        }
      }
      return any ? open : null;
    }

    private void canReach(Claim.CanReach claim, boolean[] open) {
      long[] from = conditions.of(claim.from(), true).nodes(graph.nodes);
      long[] good = conditions.of(claim.goal(), true).nodes(graph.nodes).clone();
      occurs = occurs(from);
      graph.ways(open).back(good);
      long[] bad = Bits.others(good, graph.nodes);
      for (int word = 0; word < bad.length; word++) {
        bad[word] &= from[word];
      }
      each(bad);
    }

    // --- Runs ---

    /**
     * The shortest run to a node, and one more step where an edge is given.
     *
     * @param way the number of the last step's input among the scenes
     * @param shown the number of the last step's reaction among the scenes
     */
    private Run run(int node, int edge, int way, int shown) {
      List<Integer> path = new ArrayList<>();
      for (int at = node; at >= 0; at = graph.parent(at)) {
        path.add(0, at);
      }
      List<Run.Step> steps = new ArrayList<>();
      for (int at = 1; at < path.size(); at++) {
        steps.add(step(path.get(at - 1), path.get(at)));
      }
      if (edge >= 0) {
        steps.add(new Run.Step(
            scenes.input(way),
            scenes.reaction(shown),
            scenes.given(shown),
            moment(graph.target(node, edge))));
      }
      int start = path.get(0);
      return new Run(dense.configuration(graph.state(start)), graph.ghosts, moment(start), steps);
    }

    /** The first transition that leads from a node to another. */
    private Run.Step step(int before, int after) {
      int state = graph.state(before);
      for (int input = 0; input < dense.inputs(); input++) {
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          if (graph.target(before, edge) == after) {
            List<Given> given = dense.reactions().get(dense.reaction(edge)).outputs();
            return new Run.Step(
                dense.input(input),
                dense.reactions().get(dense.reaction(edge)),
                given,
                moment(after));
          }
        }
      }
      throw new IllegalStateException("nothing leads to a state that was reached");
    }

    private Run.Moment moment(int node) {
      List<Value> values = new ArrayList<>();
      for (int ghost = 0; ghost < graph.ghosts.size(); ghost++) {
        values.add(graph.value(node, ghost));
      }
      return new Run.Moment(dense.state(graph.state(node)), values);
    }
  }
}
