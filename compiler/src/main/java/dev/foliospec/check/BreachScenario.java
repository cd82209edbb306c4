package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.explore.Given;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Output;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Value;
import dev.foliospec.property.Run;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Formatter;
import dev.foliospec.syntax.Parser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run that breaks a property, written as scenarios are: ready to paste.
 *
 * <p>It says what the policy does today. Whoever mends the policy writes into the last line what is to be
 * answered instead, and keeps it.
 */
public final class BreachScenario {
  private BreachScenario() {}

  /** Scenarios for some breaches of properties, a unit for each vocabulary; empty where there are none. */
  public static String text(List<Judged> judged) {
    StringBuilder text = new StringBuilder();
    Set<String> vocabularies = new LinkedHashSet<>();
    for (Judged each : judged) {
      each.breaches()
          .forEach(breach -> vocabularies.add(breach.policy().vocabulary().name()));
    }
    for (String vocabulary : vocabularies) {
      text.append("scenarios of ").append(vocabulary).append("\n\n");
      for (Judged each : judged) {
        for (Judged.Breach breach : each.breaches()) {
          if (breach.policy().vocabulary().name().equals(vocabulary)
              && !breach.run().steps().isEmpty()) {
            scenario(each, breach, text);
          }
        }
      }
    }
    return text.length() == 0
        ? ""
        : Formatter.format(
            Parser.parse(new SourceFile("scenarios", text.toString()), new Diagnostics()));
  }

  private static void scenario(Judged judged, Judged.Breach breach, StringBuilder text) {
    Policy policy = breach.policy();
    Run run = breach.run();
    text.append("scenario ")
        .append(judged.property().name())
        .append("_in_")
        .append(policy.name().replace('.', '_'))
        .append(" \"how `")
        .append(policy.name())
        .append("` breaks the property\"\n");
    text.append("  for ").append(breach.variant().name()).append('\n');
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
    text.append("  source ").append(source(judged, policy)).append(" status assumed\n");
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
