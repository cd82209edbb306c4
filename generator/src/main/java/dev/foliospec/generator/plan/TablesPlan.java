package dev.foliospec.generator.plan;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Output;
import dev.foliospec.model.RowId;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The reachable part of a policy as numbers, as packed code and monitors hold it.
 *
 * <p>An edge is one number: the reaction, shifted, and the state to which it leads. A point of a
 * deterministic policy is one edge; where the event cannot happen, the edge's reaction is the number
 * after the last one.
 *
 * @param policy the policy
 * @param states how many states; the first are initial, one for each configuration
 * @param initials how many of them are initial
 * @param inputs the inputs by their numbers
 * @param single whether each point is one edge
 * @param offsets where the edges of each point start, and where the last ones end; empty if single
 * @param edges the edges
 * @param shift how many bits the state has in an edge
 * @param reactions what may be answered
 * @param values for each state the positions of its configuration's and variables' values
 * @param sizes for each of these how many positions there are
 * @param events how the inputs of each event of the vocabulary are numbered
 */
public record TablesPlan(
    PolicyPlan policy,
    int states,
    int initials,
    List<Input> inputs,
    boolean single,
    Numbers offsets,
    Numbers edges,
    int shift,
    List<ReactionPlan> reactions,
    Numbers values,
    List<Integer> sizes,
    List<EventInputs> events) {
  /** Above this many points there are no tables: a class file could not hold them. */
  static final int MOST_POINTS = 2_000_000;

  /**
   * What is answered.
   *
   * @param row the row
   * @param reaction what is seen of the answer
   * @param shown the components that are given, with their values
   * @param loose the names of components for which any observation is accepted
   */
  public record ReactionPlan(
      RowPlan row, Reaction reaction, List<Shown> shown, List<String> loose) {}

  /** A component of the outputs and its value. */
  public record Shown(FieldPlan field, Value value) {}

  /**
   * The inputs of an event.
   *
   * @param event the event
   * @param first its first input, or -1 where the policy lacks it
   * @param chances the chances that its rows read; the last one moves fastest, after the parameters
   */
  public record EventInputs(EventPlan event, int first, List<Place> chances) {}

  /** The tables of an explored policy, unless they would be too large or are not complete. */
  static Optional<TablesPlan> of(PolicyPlan plan, Exploration explored) {
    Dense dense = explored.dense();
    if (!explored.complete() || (long) dense.states() * dense.inputs() > MOST_POINTS) {
      return Optional.empty();
    }
    List<Input> inputs = new ArrayList<>();
    for (int input = 0; input < dense.inputs(); input++) {
      inputs.add(dense.input(input));
    }
    Map<RowId, RowPlan> byId = plan.rowsById();
    List<ReactionPlan> reactions = new ArrayList<>();
    for (Reaction reaction : dense.reactions()) {
      reactions.add(reaction(plan, byId, reaction));
    }
    int shift = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, dense.states() - 1)));
    if ((long) (reactions.size() + 1) << shift > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    boolean single = dense.deterministic();
    int points = dense.states() * dense.inputs();
    int[] offsets = new int[single ? 0 : points + 1];
    int[] edges = new int[single ? points : dense.edges()];
    for (int state = 0; state < dense.states(); state++) {
      for (int input = 0; input < dense.inputs(); input++) {
        int point = state * dense.inputs() + input;
        int from = dense.from(state, input);
        int to = dense.to(state, input);
        if (!single) {
          offsets[point] = from;
          offsets[point + 1] = to;
        } else if (from == to) {
          edges[point] = reactions.size() << shift | state;
        }
        for (int edge = from; edge < to; edge++) {
          edges[single ? point : edge] = dense.reaction(edge) << shift | dense.target(edge);
        }
      }
    }
    return Optional.of(new TablesPlan(
        plan,
        dense.states(),
        dense.initials(),
        List.copyOf(inputs),
        single,
        new Numbers(offsets),
        new Numbers(edges),
        shift,
        List.copyOf(reactions),
        new Numbers(values(plan, dense)),
        sizes(plan),
        events(plan, dense)));
  }

  private static ReactionPlan reaction(
      PolicyPlan plan, Map<RowId, RowPlan> byId, Reaction reaction) {
    RowPlan row = Objects.requireNonNull(byId.get(reaction.row()));
    List<Shown> shown = new ArrayList<>();
    List<String> loose = new ArrayList<>();
    if (!reaction.outputs().isEmpty()) {
      EventPlan event = event(plan, row, reaction);
      for (int i = 0; i < reaction.outputs().size(); i++) {
        Given given = reaction.outputs().get(i);
        Output output = event.event().outputs().get(i);
        FieldPlan field = event.output(output.name());
        given.value().ifPresent(value -> shown.add(new Shown(field, value)));
        if (given.anything() || given.value().filter(output.type()::matchesAny).isPresent()) {
          loose.add(field.name());
        }
      }
    }
    return new ReactionPlan(row, reaction, shown, loose);
  }

  /** An event with these outputs that the row answers; all such read the outputs alike. */
  private static EventPlan event(PolicyPlan plan, RowPlan row, Reaction reaction) {
    for (Event each : row.row().events()) {
      if (each.outputs().size() == reaction.outputs().size()) {
        boolean fits = true;
        for (int i = 0; i < reaction.outputs().size(); i++) {
          Optional<Value> value = reaction.outputs().get(i).value();
          fits &= value.isEmpty() || each.outputs().get(i).type().has(value.get());
        }
        if (fits) {
          return plan.vocabulary().plan(each);
        }
      }
    }
    throw new IllegalArgumentException("no event for " + reaction);
  }

  private static int[] values(PolicyPlan plan, Dense dense) {
    List<Places.Choice> choices = plan.places().configuration();
    List<Place> variables = plan.places().state();
    int width = choices.size() + variables.size();
    int[] values = new int[dense.states() * width];
    for (int number = 0; number < dense.states(); number++) {
      Configuration configuration = dense.configuration(number);
      State state = dense.state(number);
      int at = number * width;
      for (Places.Choice choice : choices) {
        values[at++] = choice.place().position(chosen(plan, choice, configuration));
      }
      for (int i = 0; i < variables.size(); i++) {
        values[at++] = variables.get(i).position(state.values().get(i));
      }
    }
    return values;
  }

  /** The value that a configuration gives to something that is chosen. */
  public static Value chosen(PolicyPlan plan, Places.Choice choice, Configuration configuration) {
    if (choice.trait().isPresent()) {
      List<TraitSetting> open = plan.policy().choices();
      for (int i = 0; i < open.size(); i++) {
        if (open.get(i).equals(choice.trait().get())) {
          return choice.allowed().get(configuration.choices().get(i));
        }
      }
    }
    for (int i = 0; i < plan.policy().flags().size(); i++) {
      if (plan.policy()
          .flags()
          .get(i)
          .flag()
          .name()
          .equals(choice.place().field().spelling())) {
        return configuration.flags().get(i);
      }
    }
    throw new IllegalArgumentException("nothing chosen for " + choice.place());
  }

  private static List<Integer> sizes(PolicyPlan plan) {
    List<Integer> sizes = new ArrayList<>();
    plan.places()
        .configuration()
        .forEach(each -> sizes.add(each.place().values().size()));
    plan.places().state().forEach(each -> sizes.add(each.values().size()));
    return List.copyOf(sizes);
  }

  private static List<EventInputs> events(PolicyPlan plan, Dense dense) {
    List<EventInputs> events = new ArrayList<>();
    for (EventPlan event : plan.vocabulary().events()) {
      int at = dense.event(event.event().name());
      List<Place> chances = new ArrayList<>();
      for (int i = 0; at >= 0 && i < plan.places().chances().size(); i++) {
        if (dense.readsChance(at, i)) {
          chances.add(plan.places().chances().get(i));
        }
      }
      events.add(new EventInputs(event, at < 0 ? -1 : dense.firstInput(at), chances));
    }
    return events;
  }
}
