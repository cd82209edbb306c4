package dev.foliospec.mutation;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import dev.foliospec.specs.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a policy answers at every point that it can reach: the tests that are kept while a cell is
 * changed.
 *
 * <p>An answer is what can be seen or felt: ok or the error, the outputs, the effects in order, the
 * state afterwards. Which row gave it, and whether an error that changes nothing was written {@code
 * refuse} or {@code fail}, are no part of it.
 */
final class Replies {
  private record Kept(State state, Input input, String said) {}

  private final Policy policy;

  /** By configuration, then by event. */
  private final Map<Configuration, Map<String, List<Kept>>> kept = new LinkedHashMap<>();

  private Replies(Policy policy) {
    this.policy = policy;
  }

  /**
   * Asks a policy everywhere.
   *
   * @param matters whether a chance is read at all; the others stay at their usual value
   */
  static Replies of(Policy policy, Predicate<Chance> matters) {
    Replies replies = new Replies(policy);
    for (Reach.Asked each : Reach.replies(policy, matters)) {
      replies
          .kept
          .computeIfAbsent(each.configuration(), any -> new LinkedHashMap<>())
          .computeIfAbsent(each.input().event().name(), any -> new ArrayList<>())
          .add(new Kept(each.state(), each.input(), said(each.reply())));
    }
    return replies;
  }

  private static String said(Reply reply) {
    if (reply instanceof Reply.Answered answered) {
      return answered.responses().stream()
          .map(Replies::said)
          .collect(Collectors.toCollection(TreeSet::new))
          .toString();
    }
    if (reply instanceof Reply.Forbidden) {
      return "forbidden";
    }
    if (reply instanceof Reply.Overlapping) {
      return "several rows";
    }
    if (reply instanceof Reply.Faulty faulty) {
      return faulty.trouble() + " " + faulty.subject();
    }
    return reply.getClass().getSimpleName();
  }

  private static String said(Response response) {
    List<String> outputs = new ArrayList<>();
    for (Shown each : response.outputs()) {
      outputs.add(each instanceof Shown.One one ? one.value().name() : each.toString());
    }
    return response.answer()
        + outputs
        + response.effects().stream().map(Effect::name).toList()
        + response.next().values();
  }

  /** How many answers are kept. */
  int size() {
    return kept.values().stream()
        .flatMap(each -> each.values().stream())
        .mapToInt(List::size)
        .sum();
  }

  /**
   * The first point at which another policy says something else.
   *
   * @param other the same policy, changed
   * @param events the events that are asked
   */
  Optional<String> difference(Policy other, Collection<String> events) {
    Interpreter interpreter = new Interpreter(other);
    for (Map.Entry<Configuration, Map<String, List<Kept>>> each : kept.entrySet()) {
      Optional<Configuration> counterpart = counterpart(each.getKey(), other);
      if (counterpart.isEmpty()) {
        return Optional.of(
            policy.name() + " has no variant like " + each.getKey().choices());
      }
      for (String event : events) {
        for (Kept asked : each.getValue().getOrDefault(event, List.of())) {
          String said = said(interpreter.step(counterpart.get(), asked.state(), asked.input()));
          if (!said.equals(asked.said())) {
            return Optional.of(policy.name() + ", " + asked.input().call() + " in "
                + asked.state().values() + ": " + asked.said() + ", now " + said);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether another policy, asked everywhere that it can reach by itself, says the same. */
  boolean sameEverywhere(Policy other, Predicate<Chance> matters) {
    Replies its = of(other, matters);
    if (its.kept.size() != kept.size()) {
      return false;
    }
    for (Map.Entry<Configuration, Map<String, List<Kept>>> each : kept.entrySet()) {
      Optional<Configuration> counterpart = counterpart(each.getKey(), other);
      if (counterpart.isEmpty()
          || !spelled(each.getValue())
              .equals(spelled(its.kept.getOrDefault(counterpart.get(), Map.of())))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> spelled(Map<String, List<Kept>> kept) {
    return kept.values().stream()
        .flatMap(Collection::stream)
        .map(each ->
            each.state().values() + each.input().call() + each.input().chances() + each.said())
        .sorted()
        .toList();
  }

  /** The configuration of another policy with the same flags and the same choices by name. */
  private Optional<Configuration> counterpart(Configuration configuration, Policy other) {
    List<Integer> choices = new ArrayList<>();
    for (TraitSetting theirs : other.traits()) {
      TraitSetting ours = policy.traits().stream()
          .filter(each -> each.trait().name().equals(theirs.trait().name()))
          .findFirst()
          .orElseThrow();
      if (!ours.undecided() && !theirs.undecided()) {
        continue;
      }
      int at = ours.undecided() ? configuration.choices().get(policy.choices().indexOf(ours)) : 0;
      String chosen = ours.alternatives().get(at).spelled();
      List<String> spelled =
          theirs.alternatives().stream().map(TraitSetting.Alternative::spelled).toList();
      if (!spelled.contains(chosen)) {
        return Optional.empty();
      }
      if (theirs.undecided()) {
        choices.add(spelled.indexOf(chosen));
      }
    }
    return Optional.of(new Configuration(flags(configuration, other), choices));
  }

  private static List<Value> flags(Configuration configuration, Policy other) {
    if (configuration.flags().size() != other.flags().size()) {
      throw new AssertionError(other.name() + " has other flags");
    }
    return configuration.flags();
  }
}
