package dev.foliospec.specs;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The points that a policy can reach, found by asking the interpreter step by step. */
public final class Reach {
  /**
   * One question to a policy.
   *
   * @param configuration how the run was set up
   * @param state where it is
   * @param input what happens
   * @param reply what the policy says
   */
  public record Asked(Configuration configuration, State state, Input input, Reply reply) {}

  private Reach() {}

  /** What a policy says at every reachable point, in the order in which they are met. */
  public static List<Asked> replies(Policy policy) {
    return replies(policy, each -> true);
  }

  /**
   * What a policy says at every reachable point.
   *
   * @param matters whether a chance takes every value; the others stay at their usual one
   */
  public static List<Asked> replies(Policy policy, Predicate<Chance> matters) {
    List<Asked> replies = new ArrayList<>();
    visit(policy, matters, replies::add);
    return replies;
  }

  /** The same, one after another, for those who keep few of them. */
  static void visit(Policy policy, Predicate<Chance> matters, Consumer<Asked> visitor) {
    Interpreter interpreter = new Interpreter(policy);
    List<Input> inputs = inputs(policy, matters);
    for (Configuration configuration : interpreter.configurations()) {
      State first = interpreter.initial(configuration);
      Set<State> met = new LinkedHashSet<>(Set.of(first));
      Deque<State> open = new ArrayDeque<>(met);
      while (!open.isEmpty()) {
        State state = open.remove();
        for (Input input : inputs) {
          Reply reply = interpreter.step(configuration, state, input);
          visitor.accept(new Asked(configuration, state, input, reply));
          if (reply instanceof Reply.Answered answered) {
            answered.responses().stream().map(Response::next).filter(met::add).forEach(open::add);
          }
        }
      }
    }
  }

  private static List<Input> inputs(Policy policy, Predicate<Chance> matters) {
    List<Input> inputs = new ArrayList<>();
    List<List<Value>> chances = every(policy.chances().stream()
        .map(each -> matters.test(each) ? each.type().values() : List.of(each.usual()))
        .toList());
    for (Event event : policy.events()) {
      for (List<Value> arguments : every(event.parameters().stream()
          .map(Parameter::type)
          .map(each -> each.values())
          .toList())) {
        chances.forEach(chance -> inputs.add(new Input(event, arguments, chance)));
      }
    }
    return inputs;
  }

  private static List<List<Value>> every(List<List<Value>> choices) {
    List<List<Value>> all = List.of(List.of());
    for (List<Value> choice : choices) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> each : all) {
        for (Value value : choice) {
          List<Value> more = new ArrayList<>(each);
          more.add(value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }
}
