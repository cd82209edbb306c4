package dev.foliospec.property;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Input;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.run.Ghosts;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Occasion;
import dev.foliospec.run.Products;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the interpreter finds of properties when it is simply run, breadth-first, all ghosts followed. */
final class BruteForce {
  private final Policy policy;
  private final List<Configuration> configurations;
  private final Ghosts ghosts;
  private final List<Node> nodes = new ArrayList<>();

  /** A state with its ghosts, how far it is from the start, and what can happen next. */
  private static final class Node {
    final Configuration configuration;
    final State state;
    final List<Value> ghosts;
    final int depth;
    final List<Step> steps = new ArrayList<>();

    Node(Configuration configuration, State state, List<Value> ghosts, int depth) {
      this.configuration = configuration;
      this.state = state;
      this.ghosts = ghosts;
      this.depth = depth;
    }
  }

  private record Step(Input input, Response response, Node next) {}

  /**
   * What was found.
   *
   * @param failures by the variant's choices, the length of the shortest run that shows the failure;
   *     -1 where a state is never reached
   */
  record Found(
      boolean asked,
      boolean occurs,
      Map<List<Integer>, Integer> failures,
      Set<Integer> needed,
      Optional<Integer> witness) {}

  BruteForce(Policy policy) {
    this.policy = policy;
    this.ghosts = new Ghosts(policy);
    Interpreter interpreter = new Interpreter(policy);
    configurations = interpreter.configurations();
    Map<List<Object>, Node> known = new HashMap<>();
    ArrayDeque<Node> open = new ArrayDeque<>();
    for (Configuration each : configurations) {
      node(each, interpreter.initial(each), ghosts.initial(), 0, known, open);
    }
    List<Input> inputs = inputs();
    while (!open.isEmpty()) {
      Node node = open.poll();
      for (Input input : inputs) {
        Reply reply = interpreter.step(node.configuration, node.state, input);
        if (reply instanceof Reply.Answered answered) {
          for (Response response : answered.responses()) {
            List<Value> later = ghosts.after(node.ghosts, response);
            Node next =
                node(node.configuration, response.next(), later, node.depth + 1, known, open);
            node.steps.add(new Step(input, response, next));
          }
        }
      }
    }
  }

  private Node node(
      Configuration configuration,
      State state,
      List<Value> values,
      int depth,
      Map<List<Object>, Node> known,
      ArrayDeque<Node> open) {
    return known.computeIfAbsent(List.of(configuration, state, values), key -> {
      Node node = new Node(configuration, state, values, depth);
      nodes.add(node);
      open.add(node);
      return node;
    });
  }

  private List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    for (Event event : policy.events()) {
      List<Type> types = event.parameters().stream().map(Parameter::type).toList();
      for (List<Value> arguments : Products.of(types)) {
        List<Type> chances = policy.chances().stream().map(Chance::type).toList();
        for (List<Value> chance : Products.of(chances)) {
          inputs.add(new Input(event, arguments, chance));
        }
      }
    }
    return inputs;
  }

  int size() {
    return nodes.size();
  }

  // --- Judging ---

  Found judge(Property property) {
    Set<Configuration> about = new HashSet<>();
    for (Configuration each : configurations) {
      if (covers(property.about(), each)
          && (property.where().isEmpty() || flags(each).holds(property.where().get()))) {
        about.add(each);
      }
    }
    boolean named = !about.isEmpty();
    Claim claim = property.claim();
    if (claim instanceof Claim.After after) {
      named &= after.triggers().stream()
          .anyMatch(each -> policy.event(each.event().name()).isPresent());
    }
    if (claim instanceof Claim.CanReach canReach && !canReach.by().isEmpty()) {
      named &= canReach.by().stream().anyMatch(each -> policy.event(each).isPresent());
    }
    if (!named) {
      return new Found(false, false, Map.of(), Set.of(), Optional.empty());
    }
    Collected collected = new Collected(property, about);
    if (claim instanceof Claim.Always always) {
      collected.always(always);
    } else if (claim instanceof Claim.After after) {
      collected.after(after);
    } else if (claim instanceof Claim.Reachable reachable) {
      collected.reachable(reachable);
    } else {
      collected.canReach((Claim.CanReach) claim);
    }
    return new Found(
        true, collected.occurs, collected.failures, collected.needed, collected.witness);
  }

  private Occasion flags(Configuration configuration) {
    Node any = nodes.stream()
        .filter(each -> each.configuration.equals(configuration))
        .findFirst()
        .orElseThrow();
    return Occasion.of(policy, configuration, any.state, any.ghosts);
  }

  private boolean covers(List<Property.Subject> subjects, Configuration configuration) {
    return subjects.stream()
        .filter(each -> each.policy().equals(policy.name()))
        .anyMatch(each -> each.fixed().entrySet().stream()
            .allMatch(fixed -> policy.traits().stream()
                .anyMatch(trait -> trait.trait().name().equals(fixed.getKey())
                    && spelled(trait, configuration).equals(fixed.getValue()))));
  }

  private String spelled(TraitSetting trait, Configuration configuration) {
    int choice = policy.choices().indexOf(trait);
    return trait
        .alternatives()
        .get(choice < 0 ? 0 : configuration.choices().get(choice))
        .spelled();
  }

  private final class Collected {
    final Property property;
    final Set<Configuration> about;
    final Map<List<Integer>, Integer> failures = new LinkedHashMap<>();
    final Set<Integer> needed = new TreeSet<>();
    boolean occurs;
    Optional<Integer> witness = Optional.empty();

    Collected(Property property, Set<Configuration> about) {
      this.property = property;
      this.about = about;
    }

    private Occasion at(Node node) {
      return Occasion.of(policy, node.configuration, node.state, node.ghosts);
    }

    private void fails(Configuration configuration, int length) {
      boolean exempt = false;
      for (int at = 0; at < property.exemptions().size(); at++) {
        if (covers(property.exemptions().get(at).subjects(), configuration)) {
          needed.add(at);
          exempt = true;
        }
      }
      if (!exempt) {
        failures.merge(configuration.choices(), length, Math::min);
      }
    }

    private boolean premise(Occasion occasion, Expression holds) {
      return !(holds instanceof Expression.Implies implies)
          || implies.parts().subList(0, implies.parts().size() - 1).stream()
              .allMatch(occasion::holds);
    }

    void always(Claim.Always claim) {
      for (Node node : nodes) {
        if (about.contains(node.configuration)) {
          Occasion occasion = at(node);
          occurs |= claim.never() || premise(occasion, claim.state());
          if (occasion.holds(claim.state()) == claim.never()) {
            fails(node.configuration, node.depth);
          }
        }
      }
    }

    void after(Claim.After claim) {
      for (Node node : nodes) {
        if (about.contains(node.configuration)) {
          for (Step step : node.steps) {
            if (claim.triggers().stream().anyMatch(each -> fits(step.input(), each))) {
              after(claim, node, step);
            }
          }
        }
      }
    }

    private boolean fits(Input input, Claim.Trigger trigger) {
      if (!input.event().name().equals(trigger.event().name())) {
        return false;
      }
      for (int at = 0; at < trigger.arguments().size(); at++) {
        Optional<Value> wanted = trigger.arguments().get(at);
        if (wanted.isPresent() && !wanted.get().equals(input.arguments().get(at))) {
          return false;
        }
      }
      return true;
    }

    private void after(Claim.After claim, Node node, Step step) {
      for (List<Optional<Value>> shown : Occasion.outcomes(step.input().event(), step.response())) {
        Occasion occasion = Occasion.of(
            policy,
            node.configuration,
            node.state,
            node.ghosts,
            step.input(),
            step.response(),
            shown,
            step.next().ghosts);
        if (claim.when().isEmpty() || occasion.holds(claim.when().get())) {
          occurs |= premise(occasion, claim.holds());
          if (!occasion.holds(claim.holds())) {
            fails(node.configuration, node.depth + 1);
          }
        }
      }
    }

    void reachable(Claim.Reachable claim) {
      occurs = true;
      Map<List<Integer>, List<Configuration>> variants = new HashMap<>();
      about.forEach(each ->
          variants.computeIfAbsent(each.choices(), none -> new ArrayList<>()).add(each));
      for (List<Configuration> variant : variants.values()) {
        boolean found = false;
        for (Node node : nodes) {
          if (variant.contains(node.configuration) && at(node).holds(claim.state())) {
            found = true;
            witness = Optional.of(Math.min(node.depth, witness.orElse(node.depth)));
          }
        }
        if (!found) {
          variant.forEach(each -> fails(each, -1));
        }
      }
    }

    void canReach(Claim.CanReach claim) {
      Set<Node> good = new HashSet<>();
      boolean more = true;
      for (Node node : nodes) {
        if (at(node).holds(claim.goal())) {
          good.add(node);
        }
      }
      while (more) {
        more = false;
        for (Node node : nodes) {
          boolean leads = node.steps.stream()
              .anyMatch(step -> good.contains(step.next())
                  && (claim.by().isEmpty()
                      || claim.by().contains(step.input().event().name())));
          more |= leads && good.add(node);
        }
      }
      for (Node node : nodes) {
        if (about.contains(node.configuration) && at(node).holds(claim.from())) {
          occurs = true;
          if (!good.contains(node)) {
            fails(node.configuration, node.depth);
          }
        }
      }
    }
  }

  /** A judgement in the same shape. */
  static Found found(Policy policy, Judgement judgement) {
    Map<List<Integer>, Integer> failures =
        new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    List<dev.foliospec.explore.Variant> variants = dev.foliospec.explore.Variant.of(policy);
    for (Judgement.Failure each : judgement.failures()) {
      failures.put(
          variants.get(each.variant()).choices(),
          each.run().map(run -> run.steps().size()).orElse(-1));
    }
    return new Found(
        judgement.asked(),
        judgement.occurs(),
        new LinkedHashMap<>(failures),
        judgement.needed(),
        judgement.witness().map(run -> run.steps().size()));
  }
}
