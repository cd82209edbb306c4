package dev.foliospec.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diff.Comparison;
import dev.foliospec.diff.Verdict;
import dev.foliospec.diff.render.VerdictJson;
import dev.foliospec.diff.render.VerdictText;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.Progress;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.observe.Comparability;
import dev.foliospec.observe.Side;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** Tells what policies do differently, and by which shortest trace. */
final class DiffCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public List<String> forms() {
    return List.of("POLICY[@REVISION] POLICY[@REVISION]...");
  }

  @Override
  public String summary() {
    return "what policies do differently, with the shortest traces that show it";
  }

  @Override
  public List<Option> options() {
    return List.of(
        CommandOptions.OBSERVER,
        CommandOptions.EXIT_CODE,
        CommandOptions.MAX_STATES,
        CommandOptions.MAX_MEMORY,
        CommandOptions.FORMAT);
  }

  /** A policy as it was asked for. */
  private record Asked(String operand, VariantName name, Workspace workspace, Policy policy) {}

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    String format = arguments.oneOf(CommandOptions.FORMAT, "text", FORMATS);
    if (arguments.operands().size() < 2) {
      throw Failure.usage("name two policies, or more");
    }
    List<Asked> asked = asked(arguments, shell);
    boolean stopped = false;
    for (Asked each : asked) {
      stopped |= each.workspace().stops(List.of(each.policy()));
    }
    if (stopped) {
      return ExitCode.FINDINGS;
    }
    Observer observer = observer(arguments, asked.get(0).policy().vocabulary());
    List<Side> sides = new ArrayList<>();
    for (Asked each : asked) {
      Dense dense = each.workspace().explored(each.policy()).dense();
      sides.add(new Side(each.operand(), dense, each.name().variants(each.policy())));
    }
    Progress progress = format.equals("text") ? ProgressLine.of(shell) : Progress.NONE;
    Budget budget = Bounds.of(arguments).upTo(Bounds.states(arguments)).telling(progress);
    List<Verdict> verdicts = new ArrayList<>();
    for (int first = 0; first < sides.size(); first++) {
      for (int second = first + 1; second < sides.size(); second++) {
        verdicts.add(Comparison.compare(sides.get(first), sides.get(second), observer, budget));
      }
    }
    if (progress instanceof ProgressLine line) {
      line.end();
    }
    print(format, arguments, observer, verdicts, shell.out());
    if (verdicts.stream().anyMatch(each -> each.cut().isPresent())) {
      return ExitCode.FINDINGS;
    }
    boolean differ = verdicts.stream().anyMatch(Verdict::differs);
    return differ && arguments.has(CommandOptions.EXIT_CODE) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static List<Asked> asked(Arguments arguments, Shell shell) throws Failure {
    Map<String, List<String>> byRevision = new LinkedHashMap<>();
    for (String operand : arguments.operands()) {
      byRevision.computeIfAbsent(revision(operand), each -> new ArrayList<>()).add(policy(operand));
    }
    Map<String, Workspace> workspaces = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> each : byRevision.entrySet()) {
      workspaces.put(each.getKey(), Workspace.at(shell, arguments, each.getKey(), each.getValue()));
    }
    List<Asked> asked = new ArrayList<>();
    for (String operand : arguments.operands()) {
      Workspace workspace = workspaces.get(revision(operand));
      if (workspace == null) {
        throw new IllegalStateException(operand);
      }
      VariantName name = workspace.name(policy(operand));
      Policy policy = workspace.complete(name);
      if (!asked.isEmpty()) {
        Optional<String> trouble = Comparability.trouble(asked.get(0).policy(), policy);
        if (trouble.isPresent()) {
          throw Failure.usage(trouble.get());
        }
      }
      asked.add(new Asked(operand, name, workspace, policy));
    }
    return asked;
  }

  /** What stands after the first {@code @}, or nothing for the specs as they are. */
  private static String revision(String operand) {
    int at = operand.indexOf('@');
    return at < 0 ? "" : operand.substring(at);
  }

  private static String policy(String operand) {
    int at = operand.indexOf('@');
    return at < 0 ? operand : operand.substring(0, at);
  }

  /** The observer that is asked for. */
  static Observer observer(Arguments arguments, Vocabulary vocabulary) throws Failure {
    String wanted = arguments.value(CommandOptions.OBSERVER).orElse("default");
    List<String> known = new ArrayList<>();
    for (Observer each : vocabulary.observers()) {
      if (each.name().equals(wanted)) {
        return each;
      }
      known.add(each.name());
    }
    throw Failure.usage(
        "there is no observer `" + wanted + "`; there are " + String.join(", ", known));
  }

  private static void print(
      String format, Arguments arguments, Observer observer, List<Verdict> verdicts, Sink out) {
    if (!format.equals("json")) {
      for (int at = 0; at < verdicts.size(); at++) {
        out.print((at == 0 ? "" : "\n") + VerdictText.print(verdicts.get(at)));
      }
      return;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      VerdictJson.write(arguments.operands(), observer.name(), verdicts, json);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    out.line(text.toString());
  }
}
