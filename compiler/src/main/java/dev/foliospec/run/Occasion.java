package dev.foliospec.run;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Input;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One state or one transition as properties see it, read name by name.
 *
 * <p>It shares nothing with the package that judges properties, so that comparing the two means
 * something.
 */
public final class Occasion {
  private final Policy policy;
  private final Map<String, Value> before = new HashMap<>();
  private final Map<String, Value> after = new HashMap<>();
  private final Map<String, Optional<Value>> shown = new HashMap<>();
  private final @Nullable Response response;

  private Occasion(Policy policy, @Nullable Response response) {
    this.policy = policy;
    this.response = response;
  }

  /**
   * A state.
   *
   * @param ghosts one value for each ghost of the policy
   */
  public static Occasion of(
      Policy policy, Configuration configuration, State state, List<Value> ghosts) {
    Occasion occasion = new Occasion(policy, null);
    occasion.setUp(configuration);
    occasion.put(state, ghosts, occasion.before);
    return occasion;
  }

  /**
   * A transition.
   *
   * @param state the state before
   * @param ghosts the ghosts before, one value for each
   * @param shown its outputs, one for each of the event, any output settled
   * @param later the ghosts after
   */
  public static Occasion of(
      Policy policy,
      Configuration configuration,
      State state,
      List<Value> ghosts,
      Input input,
      Response response,
      List<Optional<Value>> shown,
      List<Value> later) {
    Occasion occasion = new Occasion(policy, response);
    occasion.setUp(configuration);
    occasion.put(state, ghosts, occasion.before);
    occasion.put(response.next(), later, occasion.after);
    Event event = input.event();
    for (int at = 0; at < event.parameters().size(); at++) {
      Parameter parameter = event.parameters().get(at);
      occasion.before.put(parameter.name(), input.arguments().get(at));
    }
    for (int at = 0; at < policy.chances().size(); at++) {
      Chance chance = policy.chances().get(at);
      occasion.before.put(chance.name(), input.chances().get(at));
    }
    for (int at = 0; at < event.outputs().size(); at++) {
      Output output = event.outputs().get(at);
      occasion.shown.put(output.name(), shown.get(at));
    }
    return occasion;
  }

  /** All ways in which the outputs of a response can turn out where some may be anything. */
  public static List<List<Optional<Value>>> outcomes(Event event, Response response) {
    List<List<Optional<Value>>> all = List.of(List.of());
    for (int at = 0; at < event.outputs().size(); at++) {
      List<Optional<Value>> ways = new ArrayList<>();
      Shown each = response.outputs().get(at);
      if (each instanceof Shown.One one) {
        ways.add(Optional.of(one.value()));
      } else {
        ways.add(Optional.empty());
      }
      if (each instanceof Shown.Whatever) {
        event.outputs().get(at).type().values().forEach(value -> ways.add(Optional.of(value)));
      }
      List<List<Optional<Value>>> longer = new ArrayList<>();
      for (List<Optional<Value>> start : all) {
        for (Optional<Value> way : ways) {
          List<Optional<Value>> one = new ArrayList<>(start);
          one.add(way);
          longer.add(one);
        }
      }
      all = longer;
    }
    return all;
  }

  private void setUp(Configuration configuration) {
    Point point = Point.of(policy, configuration);
    policy.flags().forEach(each -> before.put(each.flag().name(), point.value(each.flag())));
    policy.traits().stream()
        .filter(each -> !each.trait().effects())
        .forEach(each -> before.put(each.trait().name(), point.value(each.trait())));
  }

  private void put(State state, List<Value> ghosts, Map<String, Value> into) {
    for (int at = 0; at < policy.variables().size(); at++) {
      Variable variable = policy.variables().get(at);
      into.put(variable.name(), state.values().get(at));
    }
    for (int at = 0; at < policy.ghosts().size(); at++) {
      Ghost ghost = policy.ghosts().get(at);
      into.put(ghost.name(), ghosts.get(at));
    }
  }

  /** Whether an expression of a property holds of it. */
  public boolean holds(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return literally.truth();
    }
    if (expression instanceof Expression.Not not) {
      return !holds(not.part());
    }
    if (expression instanceof Expression.And and) {
      return and.parts().stream().allMatch(this::holds);
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().anyMatch(this::holds);
    }
    if (expression instanceof Expression.Implies implies) {
      List<Expression> parts = implies.parts();
      int last = parts.size() - 1;
      return holds(parts.get(last)) || !parts.subList(0, last).stream().allMatch(this::holds);
    }
    if (expression instanceof Expression.Defined defined) {
      return holds(defined.definition().expression());
    }
    if (expression instanceof Expression.Within within) {
      return value(within.term()).filter(within.values()::contains).isPresent();
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared);
    }
    return ofResponse(expression);
  }

  private boolean ofResponse(Expression expression) {
    Response given = response;
    if (given == null) {
      throw new IllegalArgumentException("a state has no answer and no effects");
    }
    List<String> effects = given.effects().stream().map(Effect::name).toList();
    if (expression instanceof Expression.Answered answered) {
      return answered.answers().isEmpty()
          ? !given.answer().equals("ok")
          : answered.answers().contains(given.answer());
    }
    if (expression instanceof Expression.Includes includes) {
      return effects.contains(includes.effect());
    }
    Expression.Ordered ordered = (Expression.Ordered) expression;
    return effects.contains(ordered.first())
        && effects.indexOf(ordered.first()) < effects.indexOf(ordered.second());
  }

  private Optional<Value> value(Expression.Term term) {
    if (term.slot() instanceof Observed) {
      return shown.getOrDefault(term.slot().name(), Optional.empty());
    }
    String name = term.slot().name();
    if (term.slot() instanceof Element element) {
      Optional<Value> key = value(new Expression.Term(element.index(), false));
      name = key.flatMap(element::at).map(Variable::name).orElse(name);
    }
    return Optional.ofNullable((term.primed() ? after : before).get(name));
  }

  private boolean compared(Expression.Compared compared) {
    Optional<Value> left = value(compared.left());
    Optional<Value> right = value(compared.right());
    boolean same = left.isPresent() && left.equals(right);
    if (compared.comparator() == Expression.Comparator.EQUAL) {
      return same;
    }
    if (compared.comparator() == Expression.Comparator.DIFFERENT) {
      return !same;
    }
    Optional<Integer> order = left.isPresent() && right.isPresent()
        ? Point.order(compared, left.get(), right.get())
        : Optional.empty();
    return order
        .filter(sign -> switch (compared.comparator()) {
          case LESS -> sign < 0;
          case AT_MOST -> sign <= 0;
          case MORE -> sign > 0;
          default -> sign >= 0;
        })
        .isPresent();
  }
}
