package dev.foliospec.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diff.Relation;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.Progress;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.observe.Comparability;
import dev.foliospec.observe.Side;
import dev.foliospec.refine.Promise;
import dev.foliospec.refine.Refined;
import dev.foliospec.refine.Refinement;
import dev.foliospec.refine.render.RefinedJson;
import dev.foliospec.refine.render.RefinedText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** Tells whether a policy keeps to a contract, and if not by which shortest trace. */
final class RefineCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public String name() {
    return "refine";
  }

  @Override
  public List<String> forms() {
    return List.of("POLICY CONTRACT");
  }

  @Override
  public String summary() {
    return "whether a policy keeps to a contract, or the shortest trace that shows where not";
  }

  @Override
  public List<Option> options() {
    return List.of(
        CommandOptions.OBSERVER,
        CommandOptions.MAX_STATES,
        CommandOptions.MAX_MEMORY,
        CommandOptions.FORMAT);
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    String format = arguments.oneOf(CommandOptions.FORMAT, "text", FORMATS);
    if (arguments.operands().size() != 2) {
      throw Failure.usage("name a policy and a contract");
    }
    Workspace workspace = Workspace.at(shell, arguments, "", arguments.operands());
    List<Policy> policies = new ArrayList<>();
    List<VariantName> names = new ArrayList<>();
    for (String operand : arguments.operands()) {
      VariantName name = workspace.name(operand);
      names.add(name);
      policies.add(workspace.complete(name));
    }
    String vocabulary = Comparability.subject(policies.get(0));
    String other = Comparability.subject(policies.get(1));
    if (!vocabulary.equals(other)) {
      throw Failure.usage("`" + policies.get(1).name() + "` speaks of `" + other + "`, `"
          + policies.get(0).name() + "` of `" + vocabulary
          + "`; a contract speaks of what its policy speaks of");
    }
    Optional<String> trouble = Comparability.trouble(policies.get(0), policies.get(1));
    if (trouble.isPresent()) {
      throw Failure.usage(trouble.get());
    }
    Observer observer = DiffCommand.observer(arguments, policies.get(0).vocabulary());
    if (workspace.stops(policies)) {
      return ExitCode.FINDINGS;
    }
    List<Side> sides = new ArrayList<>();
    for (int at = 0; at < 2; at++) {
      Exploration explored = workspace.explored(policies.get(at));
      sides.add(new Side(
          arguments.operands().get(at),
          explored.dense(),
          names.get(at).variants(policies.get(at))));
    }
    Progress progress = format.equals("text") ? ProgressLine.of(shell) : Progress.NONE;
    Budget budget = Bounds.of(arguments).upTo(Bounds.states(arguments)).telling(progress);
    Refined refined = Refinement.judge(sides.get(0), new Promise(sides.get(1), observer), budget);
    if (progress instanceof ProgressLine line) {
      line.end();
    }
    if (format.equals("json")) {
      shell.out().line(json(refined, sides, observer, budget));
    } else {
      shell.out().print(RefinedText.print(refined));
    }
    return refined.holds() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static String json(Refined refined, List<Side> sides, Observer observer, Budget budget) {
    Relation relation = Relation.REFINES;
    if (!refined.holds()) {
      Refined back = Refinement.judge(sides.get(1), new Promise(sides.get(0), observer), budget);
      boolean open = !refined.broken() || (!back.broken() && back.cut().isPresent());
      relation =
          open ? Relation.UNKNOWN : back.holds() ? Relation.REFINED_BY : Relation.INCOMPARABLE;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      RefinedJson.write(refined, relation.word(), json);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return text.toString();
  }
}
