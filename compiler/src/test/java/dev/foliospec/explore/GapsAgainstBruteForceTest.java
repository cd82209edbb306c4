package dev.foliospec.explore;

import static dev.foliospec.run.PolicyByHand.constant;
import static dev.foliospec.run.PolicyByHand.row;
import static dev.foliospec.run.PolicyByHand.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome.Answer;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.State;
import dev.foliospec.model.Table;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.PolicyByHand;
import dev.foliospec.run.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that would fill gaps, held against every point of small random tables. */
class GapsAgainstBruteForceTest {
  private static final List<String> LETTERS = List.of("a", "b", "c");

  /** All points of one event, reachable or not. */
  private record Point(State state, Value argument) {}

  private int several;
  private int single;

  @Test
  void rowsFillTheGapsAndNoneCanBeWidenedOrDropped() {
    for (long seed = 0; seed < 300; seed++) {
      judge(seed);
    }
    assertThat(single).isGreaterThan(40);
    assertThat(several).isGreaterThan(40);
  }

  private void judge(long seed) {
    Random random = new Random(seed);
    PolicyByHand hand = new PolicyByHand("g");
    Variable x = hand.variable("x", "a", "a", "b", "c");
    Variable y = hand.variable("y", "a", "a", "b", "c");
    Variable z = hand.variable("z", "a", "a", "b");
    Parameter p = new Parameter("p", type("a", "b", "c"));
    Event ask = hand.event("ask", List.of(p));
    List<Slot> slots = List.of(x, y, z, p);
    PolicyByHand.Row[] rows = new PolicyByHand.Row[2 + random.nextInt(4)];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = some(random, row("R" + at), slots).answers(Answer.OK);
    }
    hand.body("asking", List.of(ask), rows);
    if (random.nextInt(3) == 0) {
      hand.checks("gate", List.of(ask), some(random, row("X"), slots).answers(Answer.REFUSE, "E"));
    }
    List<Variable> moved = random.nextInt(4) == 0 ? List.of(x, z) : List.of(x, y, z);
    for (Variable variable : moved) {
      for (Value value : variable.type().values()) {
        Event move = hand.event("to_" + variable.name() + "_" + value, List.of());
        NewValue target = constant(value.name());
        hand.table(
            "moving_" + variable.name() + "_" + value,
            Table.Kind.BODY,
            List.of(move),
            Optional.empty(),
            row("M" + variable.name() + value).answers(Answer.OK).sets(variable, target));
      }
    }
    judge("seed " + seed, hand.build(), ask, slots);
  }

  private static PolicyByHand.Row some(Random random, PolicyByHand.Row row, List<Slot> slots) {
    for (Slot slot : slots) {
      if (random.nextInt(3) > 0) {
        List<String> values = new ArrayList<>();
        for (Value value : slot.type().values()) {
          if (random.nextBoolean()) {
            values.add(value.name());
          }
        }
        if (!values.isEmpty()) {
          row.when(slot, values.toArray(new String[0]));
        }
      }
    }
    if (random.nextInt(4) == 0) {
      row.same(slots.get(0), slots.get(3), random.nextBoolean());
    }
    return row;
  }

  private void judge(String what, Policy policy, Event ask, List<Slot> slots) {
    Dense dense = Dense.of(policy);
    int event = dense.event("ask");
    List<Point> gaps = new ArrayList<>();
    List<Point> answered = new ArrayList<>();
    Interpreter interpreter = new Interpreter(policy);
    Configuration configuration = interpreter.configurations().get(0);
    for (String first : LETTERS) {
      for (String second : LETTERS) {
        for (String third : LETTERS.subList(0, 2)) {
          for (String argument : LETTERS) {
            State state = new State(List.of(new Value(first), new Value(second), new Value(third)));
            Point point = new Point(state, new Value(argument));
            Input input = new Input(ask, List.of(point.argument()), List.of());
            Reply reply = interpreter.step(configuration, state, input);
            if (reply instanceof Reply.Uncovered && dense.stateOf(configuration, state) >= 0) {
              gaps.add(point);
            } else if (reply instanceof Reply.Overlapping
                || (reply instanceof Reply.Answered one && !byCheck(one))) {
              answered.add(point);
            }
          }
        }
      }
    }
    List<Region> regions = Regions.gaps(dense, event);
    if (gaps.isEmpty()) {
      assertThat(regions).as(what).isEmpty();
      return;
    }
    several += regions.size() > 1 ? 1 : 0;
    single += regions.size() == 1 ? 1 : 0;
    for (Point gap : gaps) {
      assertThat(regions.stream().filter(region -> holds(region, gap, slots)).count())
          .as("%s: rows %s at %s", what, regions, gap)
          .isEqualTo(1);
    }
    for (Region region : regions) {
      assertThat(gaps.stream().anyMatch(gap -> holds(region, gap, slots)))
          .as("%s: %s is needed", what, region)
          .isTrue();
      assertThat(answered.stream().noneMatch(point -> holds(region, point, slots)))
          .as("%s: %s takes from no row", what, region)
          .isTrue();
      for (Slot slot : region.values().keySet()) {
        for (Value value : slot.type().values()) {
          if (!region.values().get(slot).contains(value)) {
            Region wider = wider(region, slot, value);
            boolean blocked = answered.stream().anyMatch(point -> holds(wider, point, slots))
                || regions.stream()
                    .filter(other -> !other.equals(region))
                    .anyMatch(other -> meet(other, wider, slots));
            assertThat(blocked)
                .as("%s: %s by %s = %s", what, region, slot.name(), value)
                .isTrue();
          }
        }
      }
    }
    if (regions.size() > 1) {
      assertThat(answered.stream().anyMatch(point -> holds(around(gaps, slots), point, slots)))
          .as("%s: one row would do for %s", what, gaps)
          .isTrue();
    }
  }

  private static boolean byCheck(Reply.Answered answered) {
    return answered.responses().get(0).row().equals(new RowId("g", "X"));
  }

  private static Value value(Point point, Slot slot, List<Slot> slots) {
    int at = slots.indexOf(slot);
    return at < 3 ? point.state().values().get(at) : point.argument();
  }

  private static boolean holds(Region region, Point point, List<Slot> slots) {
    return region.values().entrySet().stream()
        .allMatch(each -> each.getValue().contains(value(point, each.getKey(), slots)));
  }

  private static boolean meet(Region one, Region other, List<Slot> slots) {
    return slots.stream()
        .allMatch(slot -> one.values().getOrDefault(slot, slot.type().values()).stream()
            .anyMatch(other.values().getOrDefault(slot, slot.type().values())::contains));
  }

  private static Region wider(Region region, Slot slot, Value value) {
    Map<Slot, List<Value>> values = new LinkedHashMap<>(region.values());
    List<Value> more = new ArrayList<>(region.values().get(slot));
    more.add(value);
    values.put(slot, more);
    return new Region(values);
  }

  /** The smallest block around some points. */
  private static Region around(List<Point> points, List<Slot> slots) {
    Map<Slot, List<Value>> values = new LinkedHashMap<>();
    for (Slot slot : slots) {
      values.put(
          slot,
          points.stream().map(point -> value(point, slot, slots)).distinct().toList());
    }
    return new Region(values);
  }
}
