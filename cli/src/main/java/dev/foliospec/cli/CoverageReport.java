package dev.foliospec.cli;

import dev.foliospec.check.Checks;
import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.coverage.Coverage;
import dev.foliospec.coverage.render.CoverageJson;
import dev.foliospec.coverage.render.CoverageText;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.render.GithubRenderer;
import dev.foliospec.diagnostic.render.JsonRenderer;
import dev.foliospec.diagnostic.render.SarifRenderer;
import dev.foliospec.diagnostic.render.ShortRenderer;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.diagnostic.render.Totals;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code check --coverage} adds: notes on what nothing depends on, and how much that is.
 *
 * @param workspace the specs
 * @param files those that are reported on
 * @param observer who is asked about hidden variables
 * @param notes what is there for nothing, cells aside
 * @param coverage the cells
 */
record CoverageReport(
    Workspace workspace,
    Set<SourceFile> files,
    String observer,
    List<Diagnostic> notes,
    Coverage coverage) {

  /** Works everything out. */
  static CoverageReport of(
      Workspace workspace, Arguments arguments, Set<SourceFile> files, CompileOptions options)
      throws Failure {
    Compilation compilation = workspace.compilation();
    PolicySet set = compilation.policySet();
    String observer = arguments.value(CommandOptions.OBSERVER).orElse("default");
    known(observer, set);
    Map<String, Policy> asked = new LinkedHashMap<>();
    for (Policy policy : set.policies().values()) {
      if (files.contains(policy.at().file())) {
        asked.put(policy.name(), policy);
      }
    }
    Diagnostics found = new Diagnostics();
    Checks.inspectCoverage(
        new PolicySet(set.vocabularies(), asked, set.properties(), set.scenarios()),
        compilation.explorations(),
        observer,
        !options.notes(),
        found);
    Progress progress = new Progress(workspace.shell());
    Coverage coverage = Coverage.of(
        compilation.syntax(),
        set,
        compilation.explorations(),
        files,
        options.mostStates(),
        progress);
    progress.end();
    return new CoverageReport(workspace, files, observer, found.inReadingOrder(), coverage);
  }

  private static void known(String observer, PolicySet set) throws Failure {
    Set<String> known = new TreeSet<>();
    for (Vocabulary vocabulary : set.vocabularies().values()) {
      for (Observer each : vocabulary.observers()) {
        known.add(each.name());
      }
    }
    if (!known.contains(observer) && !known.isEmpty()) {
      throw Failure.usage(
          "there is no observer `" + observer + "`; there are " + String.join(", ", known));
    }
  }

  /**
   * Prints what was found by the checks together with this.
   *
   * @param checked what the checks found
   */
  void print(String format, List<Diagnostic> checked) {
    Diagnostics together = new Diagnostics();
    checked.forEach(together::add);
    notes.forEach(together::add);
    coverage.notes().forEach(together::add);
    List<Diagnostic> all = together.inReadingOrder();
    Totals totals = workspace.totals(files);
    Sink out = workspace.shell().out();
    switch (format) {
      case "json" ->
        out.print(new JsonRenderer()
            .render(all, totals, json -> CoverageJson.write(coverage, observer, json)));
      case "sarif" -> out.print(new SarifRenderer(Version.number()).render(all));
      case "github" -> out.print(new GithubRenderer().render(all));
      case "short" -> out.print(new ShortRenderer().render(all));
      default -> {
        List<Diagnostic> cells = new ArrayList<>(all);
        cells.removeIf(each -> each.rule() != Rule.UNCONSTRAINED_CELL);
        List<Diagnostic> others = new ArrayList<>(all);
        others.removeIf(each -> each.rule() == Rule.UNCONSTRAINED_CELL);
        out.print(new TextRenderer(workspace.colour()).render(others));
        out.print(new ShortRenderer().render(cells));
        out.print(cells.isEmpty() ? "" : "\n");
        String table = CoverageText.print(coverage);
        out.print(table.isEmpty() ? "" : table + "\n");
        out.line(CheckCommand.totals(all, totals));
      }
    }
  }

  /** How far the work has come, on a terminal. */
  private static final class Progress implements Coverage.Progress {
    private final Shell shell;
    private int shown = -1;

    Progress(Shell shell) {
      this.shell = shell;
    }

    @Override
    public synchronized void judged(int changes, int all) {
      int percent = (int) (changes * 100L / all);
      if (shell.terminal() && percent > shown) {
        shown = percent;
        shell.err().print("\rcoverage: " + changes + " of " + all + " changes").flush();
      }
    }

    synchronized void end() {
      if (shown >= 0) {
        shell.err().print("\r" + " ".repeat(60) + "\r").flush();
      }
    }
  }
}
