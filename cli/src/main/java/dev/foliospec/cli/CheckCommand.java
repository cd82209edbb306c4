package dev.foliospec.cli;

import dev.foliospec.check.BreachScenario;
import dev.foliospec.check.Judged;
import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.render.GithubRenderer;
import dev.foliospec.diagnostic.render.JsonRenderer;
import dev.foliospec.diagnostic.render.SarifRenderer;
import dev.foliospec.diagnostic.render.ShortRenderer;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.diagnostic.render.Totals;
import dev.foliospec.engine.Progress;
import dev.foliospec.refine.Refined;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Option;

/** Says what is wrong with specs. */
final class CheckCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json", "sarif", "github", "short");

  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<String> forms() {
    return List.of("[PATH...]");
  }

  @Override
  public String summary() {
    return "what is wrong with specs, or with those that a PATH names; `-` is standard input";
  }

  @Override
  public List<Option> options() {
    return List.of(
        CommandOptions.STRICT,
        CommandOptions.NOTES,
        CommandOptions.SCENARIOS,
        CommandOptions.COVERAGE,
        CommandOptions.OBSERVER,
        CommandOptions.QUOTED,
        CommandOptions.FORMAT,
        CommandOptions.MAX_STATES,
        CommandOptions.MAX_MEMORY,
        CommandOptions.PAGES);
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    String format = arguments.oneOf(CommandOptions.FORMAT, "text", FORMATS);
    List<String> paths = arguments.operands();
    if (paths.isEmpty() && arguments.has(CommandOptions.QUOTED)) {
      throw Failure.usage("--quoted needs a PATH: the mail, or `-`");
    }
    if (arguments.has(CommandOptions.SCENARIOS) && !format.equals("text")) {
      throw Failure.usage("--scenarios goes with --format text");
    }
    if (arguments.has(CommandOptions.SCENARIOS) && arguments.has(CommandOptions.COVERAGE)) {
      throw Failure.usage("--scenarios and --coverage are two questions");
    }
    if (arguments.has(CommandOptions.OBSERVER) && !arguments.has(CommandOptions.COVERAGE)) {
      throw Failure.usage("--observer goes with --coverage");
    }
    Progress progress = format.equals("text") ? ProgressLine.of(shell) : Progress.NONE;
    CompileOptions options = CompileOptions.USUAL
        .withStrict(arguments.has(CommandOptions.STRICT))
        .withNotes(arguments.has(CommandOptions.NOTES))
        .withMostStates(Bounds.states(arguments))
        .withBudget(Bounds.of(arguments).telling(progress));
    if (arguments.has(CommandOptions.PAGES)) {
      options = options.withPages(Bounds.number(arguments, CommandOptions.PAGES, 1, 64));
    }
    SpecFolder.Loaded loaded = paths.isEmpty()
        ? SpecFolder.read(shell, arguments.specs())
        : SpecFolder.read(shell, arguments.specs(), paths);
    List<SourceFile> mails = new ArrayList<>();
    if (arguments.has(CommandOptions.QUOTED)) {
      mails.addAll(loaded.sources());
      mails.removeIf(each -> !loaded.asked().contains(each));
    }
    Workspace workspace = Workspace.of(shell, arguments, loaded, mails, options);
    if (progress instanceof ProgressLine line) {
      line.end();
    }
    List<Diagnostic> found = new ArrayList<>(workspace.found());
    found.removeIf(each -> !Compilation.concerns(each, loaded.asked()));
    if (arguments.has(CommandOptions.COVERAGE)) {
      CoverageReport.of(workspace, arguments, loaded.asked(), options).print(format, found);
      return Workspace.errors(found) > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
    }
    print(format, workspace, found, workspace.totals(loaded.asked()));
    if (arguments.has(CommandOptions.SCENARIOS)) {
      scenarios(workspace, loaded.asked());
    }
    return Workspace.errors(found) > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** Prints how properties and contracts that the findings are about are broken. */
  private static void scenarios(Workspace workspace, Set<SourceFile> files) {
    List<Judged> broken = new ArrayList<>();
    for (Judged each : workspace.compilation().properties()) {
      broken.add(each.about(files));
    }
    List<Refined> refined = new ArrayList<>();
    for (Refined each : workspace.compilation().refinements()) {
      if (files.contains(each.policy().policy().at().file())
          || files.contains(each.contract().policy().at().file())) {
        refined.add(each);
      }
    }
    String text = BreachScenario.text(broken, refined);
    if (!text.isEmpty()) {
      workspace.shell().out().line("");
      workspace.shell().out().print(text);
    }
  }

  private static void print(
      String format, Workspace workspace, List<Diagnostic> found, Totals totals) {
    Sink out = workspace.shell().out();
    switch (format) {
      case "json" -> out.print(new JsonRenderer().render(found, totals));
      case "sarif" -> out.print(new SarifRenderer(Version.number()).render(found));
      case "github" -> out.print(new GithubRenderer().render(found));
      case "short" -> out.print(new ShortRenderer().render(found));
      default -> {
        out.print(new TextRenderer(workspace.colour()).render(found));
        out.line(totals(found, totals));
      }
    }
  }

  /** One line that counts findings and what was looked at. */
  static String totals(List<Diagnostic> found, Totals totals) {
    StringBuilder line = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long count = found.stream().filter(each -> each.severity() == severity).count();
      if (count > 0) {
        line.append(line.isEmpty() ? "" : ", ").append(counted(count, severity.word()));
      }
    }
    line.append(line.isEmpty() ? "no findings" : "").append(" in ");
    line.append(counted(totals.policies(), "polic", "y", "ies")).append(", ");
    line.append(counted(totals.rows(), "row"));
    long states = 0;
    for (long each : totals.reachableStates().values()) {
      states += each;
    }
    if (states > 0) {
      line.append(", ").append(counted(states, "reachable state"));
    }
    int properties = totals.propertiesHeld() + totals.propertiesViolated();
    if (properties > 0) {
      line.append(", ").append(counted(properties, "propert", "y", "ies"));
      if (totals.propertiesViolated() > 0) {
        line.append(" (").append(totals.propertiesViolated()).append(" violated)");
      }
    }
    return line.toString();
  }

  private static String counted(long count, String word) {
    return counted(count, word, "", "s");
  }

  private static String counted(long count, String stem, String one, String many) {
    return count + " " + stem + (count == 1 ? one : many);
  }
}
