package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every policy follows the scenarios that name it.
 *
 * <p>Scenarios are the one oracle that no table produced: somebody read a mail, a manual or a test
 * and wrote down what must be seen. Each is replayed for every flag value and open choice that it
 * does not fix. Reports {@link Rule#SCENARIO_DISAGREES} and {@link Rule#SCENARIO_IMPOSSIBLE} at the
 * first step that goes wrong, once for each scenario and policy. Where the policy has a gap or an
 * overlap, that is reported elsewhere and nothing is added here.
 */
public final class Scenarios {
  /** One set-up in which a scenario goes wrong. */
  private record Failure(Configuration configuration, Disagreement what) {}

  /** Replays all scenarios. */
  public void inspect(PolicySet set, Diagnostics found) {
    for (Policy policy : set.completePolicies()) {
      if (policy.sound()) {
        Steps interpreter = new Steps(policy);
        boolean deterministic = Replay.deterministic(policy);
        for (Scenario scenario : set.scenarios()) {
          if (scenario.policies().contains(policy.name())) {
            inspect(scenario, policy, interpreter, deterministic).ifPresent(found::add);
          }
        }
      }
    }
  }

  /** What a policy makes of a scenario, if it does not follow it. */
  public Optional<Diagnostic> inspect(Scenario scenario, Policy policy) {
    return inspect(scenario, policy, new Steps(policy), Replay.deterministic(policy));
  }

  /** The first of some scenarios that a policy does not follow. */
  public Optional<Scenario> firstBroken(List<Scenario> scenarios, Policy policy) {
    Steps interpreter = new Steps(policy);
    boolean deterministic = Replay.deterministic(policy);
    for (Scenario scenario : scenarios) {
      if (inspect(scenario, policy, interpreter, deterministic).isPresent()) {
        return Optional.of(scenario);
      }
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> inspect(
      Scenario scenario, Policy policy, Steps interpreter, boolean deterministic) {
    List<Configuration> setUps = new ArrayList<>();
    List<TraitSetting> choices = policy.choices();
    Set<String> telling = interpreter.telling();
    for (Configuration each : interpreter.configurations()) {
      if (fits(each, scenario, policy.flags(), choices)
          && isFirst(each, telling, scenario, policy.flags(), choices)) {
        setUps.add(each);
      }
    }
    if (setUps.isEmpty()) {
      return Optional.of(Diagnostic.of(
              Rule.SCENARIO_IMPOSSIBLE,
              scenario.at(),
              "scenario `%s` sets `%s` up as it cannot be"
                  .formatted(scenario.name(), policy.name()))
          .withLabel("no flags and choices of the policy agree with `with`")
          .withRelated(policy.at(), "the policy"));
    }
    List<Failure> failures = new ArrayList<>();
    for (Configuration each : setUps) {
      Replay replay = new Replay(scenario, policy, each, interpreter, deterministic);
      if (!replay.follows()) {
        replay.disagreement().ifPresent(what -> failures.add(new Failure(each, what)));
      }
    }
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(reported(scenario, policy, setUps.size(), failures));
  }

  /** Whether flags and choices that no answer depends on, and that the scenario leaves open, are at their first. */
  private static boolean isFirst(
      Configuration each,
      Set<String> telling,
      Scenario scenario,
      List<FlagSetting> flags,
      List<TraitSetting> choices) {
    for (int at = 0; at < flags.size(); at++) {
      FlagSetting setting = flags.get(at);
      String name = setting.flag().name();
      if (!telling.contains(name)
          && !scenario.flags().containsKey(name)
          && !setting.allowed().get(0).equals(each.flags().get(at))) {
        return false;
      }
    }
    for (int at = 0; at < choices.size(); at++) {
      String name = choices.get(at).trait().name();
      if (!telling.contains(name)
          && !scenario.choices().containsKey(name)
          && each.choices().get(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(
      Configuration each, Scenario scenario, List<FlagSetting> flags, List<TraitSetting> choices) {
    for (int at = 0; at < flags.size(); at++) {
      Value wanted = scenario.flags().get(flags.get(at).flag().name());
      if (wanted != null && !wanted.equals(each.flags().get(at))) {
        return false;
      }
    }
    for (int at = 0; at < choices.size(); at++) {
      String wanted = scenario.choices().get(choices.get(at).trait().name());
      if (wanted != null && !wanted.equals(chosen(choices.get(at), each, at))) {
        return false;
      }
    }
    return true;
  }

  private static String chosen(TraitSetting choice, Configuration in, int at) {
    return choice.alternatives().get(in.choices().get(at)).spelled();
  }

  private static Diagnostic reported(
      Scenario scenario, Policy policy, int setUps, List<Failure> failures) {
    Failure first = failures.get(0);
    Disagreement what = first.what();
    String who = variant(policy, first.configuration());
    Diagnostic diagnostic = Diagnostic.of(
            what.rule(),
            what.step().at(),
            "scenario `%s`: `%s` %s".formatted(scenario.name(), who, what.given()))
        .withLabel(what.expected());
    for (Transition row : what.rows()) {
      String does = row.outcome().answer() == Outcome.Answer.FORBID ? "forbids" : "answers";
      diagnostic = diagnostic.withRelated(row.at(), "row " + row.id().id() + " " + does);
    }
    for (Lack lack : policy.lacks()) {
      if (lack.event().name().equals(what.step().event().name())) {
        diagnostic = diagnostic.withRelated(lack.at(), "said here");
      }
    }
    for (Transition row : what.rows()) {
      if (!row.grounds().sources().isEmpty()) {
        diagnostic = diagnostic.withNote(
            "row %s rests on %s".formatted(row.id().spelled(), row.grounds().spelled()));
      }
    }
    if (!scenario.grounds().sources().isEmpty()) {
      diagnostic =
          diagnostic.withNote("the scenario rests on " + scenario.grounds().spelled());
    }
    String flags = flags(policy, first.configuration());
    if (failures.size() < setUps) {
      diagnostic = diagnostic.withNote("so in %d of %d ways to set the policy up, first with %s"
          .formatted(failures.size(), setUps, setUp(policy, first.configuration())));
    } else if (!flags.isEmpty() && setUps == 1) {
      diagnostic = diagnostic.withNote("set up with " + flags);
    }
    return diagnostic.withTrace(what.trace());
  }

  private static String variant(Policy policy, Configuration in) {
    List<TraitSetting> choices = policy.choices();
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < choices.size(); at++) {
      parts.add(choices.get(at).trait().name() + "=" + chosen(choices.get(at), in, at));
    }
    return parts.isEmpty() ? policy.name() : policy.name() + "[" + String.join(",", parts) + "]";
  }

  private static String setUp(Policy policy, Configuration in) {
    String flags = flags(policy, in);
    List<TraitSetting> choices = policy.choices();
    List<String> parts = new ArrayList<>();
    if (!flags.isEmpty()) {
      parts.add(flags);
    }
    for (int at = 0; at < choices.size(); at++) {
      parts.add(
          "`%s` = `%s`".formatted(choices.get(at).trait().name(), chosen(choices.get(at), in, at)));
    }
    return String.join(", ", parts);
  }

  private static String flags(Policy policy, Configuration in) {
    List<FlagSetting> flags = policy.flags();
    List<Integer> open = new ArrayList<>();
    for (int at = 0; at < flags.size(); at++) {
      if (flags.get(at).allowed().size() > 1) {
        open.add(at);
      }
    }
    return open.stream()
        .map(at ->
            "`%s` = `%s`".formatted(flags.get(at).flag().name(), in.flags().get(at)))
        .collect(Collectors.joining(", "));
  }
}
