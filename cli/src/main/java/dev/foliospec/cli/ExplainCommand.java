package dev.foliospec.cli;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.run.Explanation;
import dev.foliospec.run.PagesExplanation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;

/** Shows a diagnostic's page, or which row answers an event and why the others do not. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public List<String> forms() {
    return List.of("CODE", "POLICY EVENT [VAR=VALUE...]");
  }

  @Override
  public String summary() {
    return "what a diagnostic means, or which row answers an event and why the others do not";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    List<String> operands = arguments.operands();
    switch (operands.size()) {
      case 0 -> throw Failure.usage("name the CODE of a diagnostic, or a POLICY and an EVENT");
      case 1 -> {
        shell.out().print(page(operands.get(0)));
        return ExitCode.FINE;
      }
      default -> {
        return explain(arguments, operands, shell);
      }
    }
  }

  private static String page(String code) throws Failure {
    Rule rule =
        Rule.of(code).orElseThrow(() -> Failure.usage("there is no diagnostic `" + code + "`"));
    String name = "diagnostics/" + rule.code() + ".md";
    try (InputStream in = ExplainCommand.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no page " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failure.reading("the page of `" + rule.code() + "`", e);
    }
  }

  private static int explain(Arguments arguments, List<String> operands, Shell shell)
      throws Failure {
    Workspace workspace = Workspace.of(shell, arguments);
    VariantName name = workspace.name(operands.get(0));
    Policy policy = workspace.policy(name);
    if (workspace.stops(List.of(policy))) {
      return ExitCode.FINDINGS;
    }
    String call = operands.get(1);
    int bracket = call.indexOf('(');
    Event event = event(policy, bracket < 0 ? call : call.substring(0, bracket));
    Map<String, Value> known = new LinkedHashMap<>();
    name.fixed().forEach((trait, alternative) -> known.put(trait, new Value(alternative)));
    if (bracket >= 0) {
      arguments(event, call, bracket, known);
    }
    for (String each : operands.subList(2, operands.size())) {
      int equal = each.indexOf('=');
      if (equal < 1) {
        throw Failure.usage("`" + each + "` is not of the form VAR=VALUE");
      }
      String slot = each.substring(0, equal);
      known.put(slot, value(policy, event, slot, each.substring(equal + 1)));
    }
    if (policy.lifting().isPresent()) {
      Lifting.Lifted lifted = policy.lifting().get().event(event.name()).orElseThrow();
      places(lifted, known);
      PagesExplanation explanation = PagesExplanation.of(policy, lifted, known);
      shell.out().print(PagesExplanationText.of(explanation, operands.get(0), known));
      return ExitCode.FINE;
    }
    Explanation explanation = Explanation.of(policy, event, known);
    shell.out().print(ExplanationText.of(explanation, operands.get(0), known));
    return ExitCode.FINE;
  }

  /** Which pages a system's event asks must be said. */
  private static void places(Lifting.Lifted lifted, Map<String, Value> known) throws Failure {
    List<Parameter> places = lifted.event().parameters().subList(0, lifted.places());
    for (Parameter each : places) {
      if (!known.containsKey(each.name())) {
        List<String> wanted = new ArrayList<>();
        places.forEach(place -> wanted.add(place.name() + "=NUMBER"));
        throw Failure.usage(
            "say which pages `" + lifted.event().name() + "` asks: " + String.join(" ", wanted));
      }
    }
    if (!PagesExplanation.asks(lifted, known)) {
      throw Failure.usage("`" + places.get(0).name() + "` is behind `"
          + places.get(1).name() + "`: no page is asked");
    }
  }

  private static Event event(Policy policy, String name) throws Failure {
    return policy.event(name).orElseThrow(() -> {
      List<String> names = policy.events().stream().map(Event::name).toList();
      String has = "; it has " + String.join(", ", names);
      return Failure.usage("`" + policy.name() + "` has no event `" + name + "`" + has);
    });
  }

  /** Reads {@code convert(private)}; {@code -} leaves an argument open. */
  private static void arguments(Event event, String call, int bracket, Map<String, Value> known)
      throws Failure {
    List<Parameter> parameters = event.parameters();
    boolean closed = call.endsWith(")");
    String inside = closed ? call.substring(bracket + 1, call.length() - 1).strip() : "";
    String[] values = inside.isEmpty() ? new String[0] : inside.split(",", -1);
    if (!closed || values.length != parameters.size()) {
      List<String> names = parameters.stream().map(Parameter::name).toList();
      throw Failure.usage("`" + call + "` is not of the form " + event.name() + "("
          + String.join(", ", names) + ")");
    }
    for (int at = 0; at < values.length; at++) {
      Parameter parameter = parameters.get(at);
      if (!values[at].strip().equals("-")) {
        known.put(
            parameter.name(),
            oneOf(parameter.name(), parameter.type().values(), values[at].strip()));
      }
    }
  }

  private static Value value(Policy policy, Event event, String name, String value) throws Failure {
    for (Parameter each : event.parameters()) {
      if (each.name().equals(name)) {
        return oneOf(name, each.type().values(), value);
      }
    }
    for (Variable each : policy.variables()) {
      if (each.name().equals(name)) {
        return oneOf(name, each.type().values(), value);
      }
    }
    for (FlagSetting each : policy.flags()) {
      if (each.flag().name().equals(name)) {
        return oneOf(name, each.allowed(), value);
      }
    }
    for (Chance each : policy.chances()) {
      if (each.name().equals(name)) {
        return oneOf(name, each.type().values(), value);
      }
    }
    for (TraitSetting each : policy.traits()) {
      if (each.trait().name().equals(name)) {
        List<Value> spelled = new ArrayList<>();
        each.alternatives().forEach(may -> spelled.add(new Value(may.spelled())));
        return oneOf(name, spelled, value);
      }
    }
    throw Failure.usage("`"
        + policy.name()
        + "` has no variable, parameter, flag, chance or trait `"
        + name
        + "` for `"
        + event.name()
        + "`");
  }

  private static Value oneOf(String name, List<Value> values, String spelled) throws Failure {
    Value value = new Value(spelled);
    if (values.contains(value)) {
      return value;
    }
    List<String> names = values.stream().map(Value::name).toList();
    throw Failure.usage(
        "`" + name + "` is one of " + String.join(", ", names) + ", not `" + spelled + "`");
  }
}
