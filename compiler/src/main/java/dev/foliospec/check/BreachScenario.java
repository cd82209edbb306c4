package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Trace;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Output;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Value;
import dev.foliospec.property.Run;
import dev.foliospec.refine.Breach;
import dev.foliospec.refine.Refined;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Formatter;
import dev.foliospec.syntax.Parser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run that breaks a property or a contract, written as scenarios are: ready to paste.
 *
 * <p>It says what the policy does today. Whoever mends the policy writes into the last line what is to be
 * answered instead, and keeps it.
 */
public final class BreachScenario {
  private BreachScenario() {}

  /** One scenario before it is written. */
  private record Told(
      String name, String text, Policy policy, Variant variant, Run run, String source) {}

  /**
   * Scenarios for some breaches of properties and of contracts, a unit for each vocabulary; empty where
   * there are none.
   */
  public static String text(List<Judged> judged, List<Refined> refined) {
    List<Told> all = new ArrayList<>();
    for (Judged each : judged) {
      for (Judged.Breach breach : each.breaches()) {
        Policy policy = breach.policy();
        all.add(new Told(
            each.property().name() + "_in_" + policy.name().replace('.', '_'),
            "how `" + policy.name() + "` breaks the property",
            policy,
            breach.variant(),
            breach.run(),
            source(each, policy)));
      }
    }
    for (Refined each : refined) {
      if (!each.holds()) {
        all.add(told(each));
      }
    }
    StringBuilder text = new StringBuilder();
    Set<String> vocabularies = new LinkedHashSet<>();
    for (Told each : all) {
      vocabularies.add(each.policy().vocabulary().name());
    }
    for (String vocabulary : vocabularies) {
      text.append("scenarios of ").append(vocabulary).append("\n\n");
      for (Told each : all) {
        if (each.policy().vocabulary().name().equals(vocabulary)
            && !each.run().steps().isEmpty()) {
          scenario(each, text);
        }
      }
    }
    return text.length() == 0
        ? ""
        : Formatter.format(
            Parser.parse(new SourceFile("scenarios", text.toString()), new Diagnostics()));
  }

  private static Told told(Refined refined) {
    Breach breach = refined.breaches().get(0);
    Policy policy = refined.policy().policy();
    Policy contract = refined.contract().policy();
    List<Run.Step> steps = new ArrayList<>();
    for (Trace.Step step : breach.run().steps()) {
      Run.Moment next = new Run.Moment(step.next(), List.of());
      steps.add(new Run.Step(step.input(), step.reaction(), step.reaction().outputs(), next));
    }
    Run.Moment start = new Run.Moment(breach.run().start(), List.of());
    return new Told(
        "contract_" + contract.name().replace('.', '_') + "_in_" + policy.name().replace('.', '_'),
        "how `" + policy.name() + "` leaves `" + contract.name() + "`",
        policy,
        breach.variant(),
        new Run(breach.run().configuration(), List.of(), start, steps),
        "guess");
  }

  private static void scenario(Told told, StringBuilder text) {
    Policy policy = told.policy();
    Run run = told.run();
    text.append("scenario ")
        .append(told.name())
        .append(" \"")
        .append(told.text())
        .append("\"\n");
    text.append("  for ").append(told.variant().name()).append('\n');
    List<String> flags = new ArrayList<>();
    for (int at = 0; at < policy.flags().size(); at++) {
      FlagSetting flag = policy.flags().get(at);
      if (flag.allowed().size() > 1) {
        flags.add(flag.flag().name() + " = " + run.configuration().flags().get(at));
      }
    }
    if (!flags.isEmpty()) {
      text.append("  with ").append(String.join(", ", flags)).append('\n');
    }
    text.append("  source ").append(told.source()).append(" status assumed\n");
    table(policy, run, text);
  }

  /** The property's sources, if a scenarios unit can cite them. */
  private static String source(Judged judged, Policy policy) {
    Grounds grounds = judged.property().grounds();
    Set<String> known = new HashSet<>();
    policy.vocabulary().sources().forEach(source -> known.add(source.id()));
    for (Citation citation : grounds.sources()) {
      if (!citation.isGuess() && !known.contains(citation.source())) {
        return "guess";
      }
    }
    return grounds.sources().isEmpty() ? "guess" : grounds.spelled();
  }

  private static void table(Policy policy, Run run, StringBuilder text) {
    List<Integer> chances = chances(policy, run);
    Set<String> outputs = new LinkedHashSet<>();
    for (Run.Step step : run.steps()) {
      step.input().event().outputs().forEach(output -> outputs.add(output.name()));
    }
    StringBuilder line = new StringBuilder("| event |");
    chances.forEach(
        each -> line.append(' ').append(policy.chances().get(each).name()).append(" |"));
    line.append(" answer |");
    outputs.forEach(each -> line.append(' ').append(each).append(" |"));
    text.append(line).append('\n');
    for (Run.Step step : run.steps()) {
      text.append("| ").append(step.input().call()).append(" |");
      for (int chance : chances) {
        Value value = step.input().chances().get(chance);
        boolean usual = value.equals(policy.chances().get(chance).usual());
        text.append(' ').append(usual ? "-" : value.name()).append(" |");
      }
      text.append(' ').append(step.reaction().answer()).append(" |");
      for (String output : outputs) {
        text.append(' ').append(shown(step, output)).append(" |");
      }
      text.append('\n');
    }
    text.append('\n');
  }

  /** The chances that fall otherwise than usual in some step. */
  private static List<Integer> chances(Policy policy, Run run) {
    List<Integer> unusual = new ArrayList<>();
    for (int at = 0; at < policy.chances().size(); at++) {
      Chance chance = policy.chances().get(at);
      boolean seen = false;
      for (Run.Step step : run.steps()) {
        seen |= !step.input().chances().get(at).equals(chance.usual());
      }
      if (seen) {
        unusual.add(at);
      }
    }
    return unusual;
  }

  private static String shown(Run.Step step, String output) {
    Event event = step.input().event();
    List<Output> outputs = event.outputs();
    for (int at = 0; at < outputs.size(); at++) {
      if (outputs.get(at).name().equals(output)) {
        Given given = step.given().get(at);
        return given.anything() ? "any" : given.value().map(Value::name).orElse("-");
      }
    }
    return "-";
  }
}
