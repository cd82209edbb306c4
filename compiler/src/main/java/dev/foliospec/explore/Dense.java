package dev.foliospec.explore;

import dev.foliospec.engine.Numbering;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reachable part of one policy, all its variants and flag values at once.
 *
 * <p>A state here is a pair of configuration and state; states are numbered breadth-first, one
 * initial state for each configuration first, variants in their order and flags within them. An input
 * is an event with its arguments and with those chances that the event's rows read, the steps that
 * they call included; chances not read are at their usual value. A response is an edge: it leads to a
 * state and has a reaction.
 */
public final class Dense {
  private final Behaviour behaviour;

  /** Of a system: what its pages answer together. */
  private final @Nullable Together pages;

  private final long[] ranks;
  private final int states;
  private final int initials;
  private final int inputs;
  private final int[] firstInputs;
  private final byte[] kinds;
  private final int[] offsets;
  private final int[] targets;
  private final int[] reactionOf;
  private final int[] parents;
  private final int[] parentInputs;
  private final List<Reaction> reactions;
  private final int[] frame;
  private @Nullable List<Variant> variants;

  Dense(
      Behaviour behaviour,
      @Nullable Together pages,
      long[] ranks,
      int states,
      int initials,
      int[] firstInputs,
      byte[] kinds,
      int[] offsets,
      int[] targets,
      int[] reactionOf,
      int[] parents,
      int[] parentInputs) {
    this.behaviour = behaviour;
    this.pages = pages;
    this.ranks = ranks;
    this.states = states;
    this.initials = initials;
    this.firstInputs = firstInputs;
    this.inputs = firstInputs[firstInputs.length - 1];
    this.kinds = kinds;
    this.offsets = offsets;
    this.targets = targets;
    this.reactionOf = reactionOf;
    this.parents = parents;
    this.parentInputs = parentInputs;
    reactions = pages == null ? behaviour.allReactions() : pages.made.all();
    frame = behaviour.layout.frame();
  }

  /** The reachable part of a policy within the usual limits. */
  public static Dense of(Policy policy) {
    return explore(policy, Limits.USUAL).dense();
  }

  /** Explores a policy; the policy must be sound and complete. */
  public static Exploration explore(Policy policy, Limits limits) {
    return new Explorer(policy, limits).explore();
  }

  Behaviour behaviour() {
    return behaviour;
  }

  /** The policy. */
  public Policy policy() {
    return behaviour.policy;
  }

  /** How many pairs of configuration and state can be reached. */
  public int states() {
    return states;
  }

  /** How many states are initial; they come first, one for each configuration. */
  public int initials() {
    return initials;
  }

  /** How many inputs there are. */
  public int inputs() {
    return inputs;
  }

  /** The number of an event's first input; the next event's first input ends them. */
  public int firstInput(int event) {
    return firstInputs[event];
  }

  /** The position of an input's event among the policy's events. */
  public int eventOf(int input) {
    int event = 0;
    while (firstInputs[event + 1] <= input) {
      event++;
    }
    return event;
  }

  /** The position of an event among the policy's events, or -1 where it lacks it. */
  public int event(String name) {
    for (int at = 0; at < behaviour.events.length; at++) {
      if (behaviour.events[at].name.equals(name)) {
        return at;
      }
    }
    return -1;
  }

  /** The input of a number. */
  public Input input(int number) {
    int at = eventOf(number);
    if (pages != null) {
      return pages.calls.input(at, number - firstInputs[at]);
    }
    Part part = behaviour.events[at];
    Event event = policy().events().get(at);
    int[] point = behaviour.layout.frame();
    load(part, number - firstInputs[at], point);
    List<Value> arguments = new ArrayList<>();
    for (int parameter = 0; parameter < event.parameters().size(); parameter++) {
      int place = part.inputPlaces[parameter];
      arguments.add(behaviour.layout.value(place, point[place]));
    }
    List<Value> chances = new ArrayList<>();
    for (int chance = 0; chance < policy().chances().size(); chance++) {
      int place = behaviour.layout.chancePlace(chance);
      boolean read = false;
      for (int each : part.inputPlaces) {
        read |= each == place;
      }
      chances.add(
          read
              ? behaviour.layout.value(place, point[place])
              : policy().chances().get(chance).usual());
    }
    return new Input(event, arguments, chances);
  }

  /**
   * The number of an input, or -1 where there is none such.
   *
   * @param chances one for each of the policy's chances; those not read make no difference
   */
  public int inputOf(String event, List<Value> arguments, List<Value> chances) {
    int at = event(event);
    if (at < 0) {
      return -1;
    }
    if (pages != null) {
      int way = pages.calls.way(at, arguments, chances);
      return way < 0 ? -1 : firstInputs[at] + way;
    }
    Part part = behaviour.events[at];
    Layout layout = behaviour.layout;
    int number = 0;
    for (int digit = 0; digit < part.inputPlaces.length; digit++) {
      int place = part.inputPlaces[digit];
      Value value = layout.isChance(place)
          ? chances.get(place - layout.chancePlace(0))
          : arguments.get(digit);
      int code = layout.slot(place).type().position(value);
      if (code < 0) {
        return -1;
      }
      number = number * layout.size(place) + code;
    }
    return firstInputs[at] + number;
  }

  /** Whether the rows of an event read a chance, so that its inputs differ by it. */
  public boolean readsChance(int event, int chance) {
    if (pages != null) {
      return pages.calls.readsChance(event, chance);
    }
    int place = behaviour.layout.chancePlace(chance);
    for (int each : behaviour.events[event].inputPlaces) {
      if (each == place) {
        return true;
      }
    }
    return false;
  }

  private void load(Part part, int number, int[] point) {
    int rest = number;
    for (int at = part.inputPlaces.length - 1; at >= 0; at--) {
      int place = part.inputPlaces[at];
      point[place] = rest % behaviour.layout.size(place);
      rest /= behaviour.layout.size(place);
    }
  }

  /** Puts a point into a frame. */
  void load(int state, int input, int[] point) {
    behaviour.layout.unrank(ranks[state], point);
    if (input >= 0) {
      int event = eventOf(input);
      if (pages != null) {
        pages.load(event, pages.calls.call(event, input - firstInputs[event]), point);
        return;
      }
      load(behaviour.events[event], input - firstInputs[event], point);
    }
  }

  /** The values of a state's variables. */
  public State state(int number) {
    behaviour.layout.unrank(ranks[number], frame);
    return behaviour.layout.state(frame);
  }

  /** The position of a variable's value in a state, in the variable's type. */
  public int code(int state, int variable) {
    behaviour.layout.unrank(ranks[state], frame);
    return frame[behaviour.layout.variableBase + variable];
  }

  /** The positions of all variables' values in a state. */
  public int[] codes(int state) {
    behaviour.layout.unrank(ranks[state], frame);
    int[] codes = new int[behaviour.layout.variables];
    System.arraycopy(frame, behaviour.layout.variableBase, codes, 0, codes.length);
    return codes;
  }

  /** The positions of a variable's value in every state, by the state's number. */
  public char[] column(int variable) {
    long weight = behaviour.layout.weight(variable);
    int size = behaviour.layout.size(behaviour.layout.variableBase + variable);
    char[] column = new char[states];
    for (int state = 0; state < states; state++) {
      column[state] = (char) (ranks[state] / weight % size);
    }
    return column;
  }

  /**
   * The states that agree but for some variables, their configuration included.
   *
   * @param ignored by variable, whether it may differ
   * @return for each state the first that agrees with it
   */
  public int[] alike(boolean[] ignored) {
    int[] alike = new int[states];
    Numbering known = new Numbering();
    int[] first = new int[states];
    for (int state = 0; state < states; state++) {
      long rank = ranks[state];
      for (int variable = 0; variable < ignored.length; variable++) {
        if (ignored[variable]) {
          long weight = behaviour.layout.weight(variable);
          int size = behaviour.layout.size(behaviour.layout.variableBase + variable);
          rank -= ranks[state] / weight % size * weight;
        }
      }
      int before = known.size();
      int number = known.number(rank);
      if (number == before) {
        first[number] = state;
      }
      alike[state] = first[number];
    }
    return alike;
  }

  /** The configuration of every state: the number of its initial state. */
  public int[] configurations() {
    int[] numbers = new int[states];
    for (int state = 0; state < states; state++) {
      numbers[state] = behaviour.layout.configurationOf(ranks[state]);
    }
    return numbers;
  }

  /** The flags and choices of a state. */
  public Configuration configuration(int state) {
    behaviour.layout.unrank(ranks[state], frame);
    return behaviour.layout.configuration(frame);
  }

  /** The number of a reachable state, or -1 where it is not reachable. */
  public int stateOf(Configuration configuration, State state) {
    long rank = behaviour.layout.rank(configuration, state);
    for (int number = 0; number < states; number++) {
      if (ranks[number] == rank) {
        return number;
      }
    }
    return -1;
  }

  /** The variants of the policy, in order. */
  public List<Variant> variants() {
    List<Variant> known = variants;
    if (known == null) {
      known = Variant.of(policy());
      variants = known;
    }
    return known;
  }

  /** The position among {@link #variants()} of a state's variant. */
  public int variantOf(int state) {
    behaviour.layout.unrank(ranks[state], frame);
    return behaviour.layout.configurationOf(frame)
        / (behaviour.layout.configurations / behaviour.layout.variants);
  }

  /** What the policy makes of an input in a state. */
  public PointKind kind(int state, int input) {
    return PointKind.of(kinds[state * inputs + input]);
  }

  /** The first edge of an input in a state; none but for answered and forbidden points. */
  public int from(int state, int input) {
    return offsets[state * inputs + input];
  }

  /** The end of the edges of an input in a state. */
  public int to(int state, int input) {
    return offsets[state * inputs + input + 1];
  }

  /** The state to which an edge leads; of a forbidden point, where it begins. */
  public int target(int edge) {
    return targets[edge];
  }

  /** The position among {@link #reactions()} of an edge's reaction. */
  public int reaction(int edge) {
    return reactionOf[edge];
  }

  /** How many edges there are. */
  public int edges() {
    return offsets[states * inputs];
  }

  /** All reactions that occur, each once. */
  public List<Reaction> reactions() {
    return reactions;
  }

  /** By reaction: the position among the policy's events of the event that it answers. */
  public int[] answering() {
    return pages == null ? behaviour.answering() : pages.made.answering();
  }

  /** Whether each point has one response at most. */
  public boolean deterministic() {
    for (int point = 0; point < states * inputs; point++) {
      if (offsets[point + 1] - offsets[point] > 1) {
        return false;
      }
    }
    return true;
  }

  /** The rows that apply at a point: one that answers with its alternatives, or several at odds. */
  public List<RowId> rows(int state, int input) {
    if (pages != null) {
      List<RowId> deciding = new ArrayList<>();
      for (int edge = from(state, input); edge < to(state, input); edge++) {
        RowId row = reactions.get(reactionOf[edge]).row();
        if (!deciding.contains(row)) {
          deciding.add(row);
        }
      }
      return deciding;
    }
    load(state, input, behaviour.evaluation.frame);
    Part part = behaviour.events[eventOf(input)];
    Verdict verdict = part.graph.decide(behaviour.evaluation.frame);
    List<RowId> rows = new ArrayList<>();
    for (int candidate : verdict.candidates) {
      rows.add(part.row(candidate).id());
    }
    return rows;
  }

  /** Of a system: the rows of its pages that apply at some point, steps included. */
  public Set<RowId> pageRows() {
    return pages == null ? Set.of() : pages.page.applied();
  }

  /** The shortest trace to a state. */
  public Trace traceTo(int state) {
    ArrayDeque<Trace.Step> steps = new ArrayDeque<>();
    int at = state;
    while (parents[at] >= 0) {
      int before = parents[at];
      int input = parentInputs[at];
      for (int edge = from(before, input); edge < to(before, input); edge++) {
        if (targets[edge] == at) {
          steps.addFirst(new Trace.Step(input(input), reactions.get(reactionOf[edge]), state(at)));
          break;
        }
      }
      at = before;
    }
    return new Trace(policy(), configuration(at), state(at), List.copyOf(steps));
  }

  /** The state from which the exploration first came to this one, or -1 for initial states. */
  public int parent(int state) {
    return parents[state];
  }

  /** The input by which the exploration first came to a state. */
  public int parentInput(int state) {
    return parentInputs[state];
  }
}
