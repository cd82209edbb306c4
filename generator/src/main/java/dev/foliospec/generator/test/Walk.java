package dev.foliospec.generator.test;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Definition;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Input;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.State;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the interpreter can reach in a policy, breadth-first, with its replies.
 *
 * <p>It is another walk than the explorer's, on purpose: generated tests must not rest on what they
 * are to test.
 */
public final class Walk {
  /** A state of one configuration, and how it was first reached. */
  public record Place(Configuration configuration, State state, int parent, int parentInput) {}

  /** What the policy says at a point. */
  public record Point(int place, int input, Reply reply, List<Integer> next) {}

  private record Key(Configuration configuration, State state) {}

  private final Policy policy;
  private final Interpreter interpreter;
  private final int most;
  private final List<Input> inputs = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final Map<Key, Integer> numbers = new HashMap<>();

  private Walk(Policy policy, int most) {
    this.policy = policy;
    this.interpreter = new Interpreter(policy);
    this.most = most;
  }

  /**
   * Walks a policy.
   *
   * @param most how many points to look at before giving up
   */
  public static Walk of(Policy policy, int most) {
    Walk walk = new Walk(policy, most);
    for (Event event : policy.events()) {
      walk.addInputs(event);
    }
    for (Configuration each : walk.interpreter.configurations()) {
      walk.number(each, walk.interpreter.initial(each), -1, -1);
    }
    walk.go();
    return walk;
  }

  /** The policy. */
  public Policy policy() {
    return policy;
  }

  /** Events with their arguments, and with those chances that their rows read. */
  public List<Input> inputs() {
    return inputs;
  }

  /** The states that can be reached. */
  public List<Place> places() {
    return places;
  }

  /** The points at which a row answers or forbids, by place and input. */
  public List<Point> points() {
    return points;
  }

  /** Whether it got to the end. */
  public boolean complete() {
    return points.size() < most;
  }

  private void go() {
    for (int at = 0; at < places.size() && points.size() < most; at++) {
      Place place = places.get(at);
      for (int input = 0; input < inputs.size(); input++) {
        Reply reply = interpreter.step(place.configuration(), place.state(), inputs.get(input));
        List<Integer> next = new ArrayList<>();
        if (reply instanceof Reply.Answered answered) {
          for (Response response : answered.responses()) {
            next.add(number(place.configuration(), response.next(), at, input));
          }
        }
        if (reply instanceof Reply.Answered || reply instanceof Reply.Forbidden) {
          points.add(new Point(at, input, reply, List.copyOf(next)));
        }
      }
    }
  }

  private int number(Configuration configuration, State state, int parent, int input) {
    Key key = new Key(configuration, state);
    Integer known = numbers.get(key);
    if (known == null) {
      known = places.size();
      numbers.put(key, known);
      places.add(new Place(configuration, state, parent, input));
    }
    return known;
  }

  // --- Inputs ---------------------------------------------------------------------------------

  private void addInputs(Event event) {
    Set<String> read = new HashSet<>();
    Set<String> seen = new HashSet<>();
    List<Table> tables = new ArrayList<>(policy.checks());
    tables.addAll(policy.bodies());
    for (Table table : tables) {
      if (table.on(event)) {
        table.where().ifPresent(where -> read(where, read, seen));
        for (Transition row : table.rows()) {
          if (row.answers(event)) {
            read(row, read, seen);
          }
        }
      }
    }
    List<List<Value>> arguments = List.of(List.of());
    for (Parameter parameter : event.parameters()) {
      arguments = longer(arguments, parameter.type());
    }
    List<List<Value>> chances = List.of(List.of());
    for (Chance chance : policy.chances()) {
      chances = read.contains(chance.name())
          ? longer(chances, chance.type())
          : chances.stream().map(each -> and(each, chance.usual())).toList();
    }
    for (List<Value> each : arguments) {
      for (List<Value> forced : chances) {
        inputs.add(new Input(event, each, forced));
      }
    }
  }

  private static List<List<Value>> longer(List<List<Value>> lists, Type type) {
    List<List<Value>> longer = new ArrayList<>();
    for (List<Value> each : lists) {
      type.values().forEach(value -> longer.add(and(each, value)));
    }
    return longer;
  }

  private static List<Value> and(List<Value> list, Value last) {
    List<Value> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** The names of the slots that a row reads, with its steps. */
  private void read(Transition row, Set<String> names, Set<String> seen) {
    for (Condition condition : row.guard().conditions()) {
      Condition.Test test = condition.test();
      if (test instanceof Condition.Within within) {
        add(within.slot(), names);
      } else if (test instanceof Condition.Same same) {
        add(same.slot(), names);
        add(same.other(), names);
      } else if (test instanceof Condition.Holds holds) {
        read(holds.expression(), names, seen);
      }
    }
    for (Update each : row.outcome().updates()) {
      if (each.target() instanceof Element element) {
        add(element.index(), names);
      }
      read(each.value(), names);
    }
    row.outcome().outputs().forEach(each -> read(each.value(), names));
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call && seen.add("step " + call.step())) {
        policy.step(call.step()).ifPresent(step -> {
          step.where().ifPresent(where -> read(where, names, seen));
          step.rows().forEach(each -> read(each, names, seen));
        });
      }
    }
  }

  private static void add(Slot slot, Set<String> names) {
    slot.sources().forEach(each -> names.add(each.name()));
  }

  private static void read(NewValue value, Set<String> names) {
    if (value instanceof NewValue.Read read) {
      add(read.slot(), names);
    } else if (value instanceof NewValue.Shifted shifted) {
      add(shifted.slot(), names);
    } else if (value instanceof NewValue.Mapped mapped) {
      add(mapped.slot(), names);
    } else if (value instanceof NewValue.OneOf some) {
      some.choices().forEach(each -> read(each, names));
    }
  }

  private void read(Expression expression, Set<String> names, Set<String> seen) {
    if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(each -> read(each, names, seen));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(each -> read(each, names, seen));
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(each -> read(each, names, seen));
    } else if (expression instanceof Expression.Not not) {
      read(not.part(), names, seen);
    } else if (expression instanceof Expression.Within within) {
      add(within.term().slot(), names);
    } else if (expression instanceof Expression.Compared compared) {
      add(compared.left().slot(), names);
      add(compared.right().slot(), names);
    } else if (expression instanceof Expression.Defined defined) {
      Definition definition = defined.definition();
      if (seen.add("definition " + definition.name())) {
        read(definition.expression(), names, seen);
      }
    }
  }
}
