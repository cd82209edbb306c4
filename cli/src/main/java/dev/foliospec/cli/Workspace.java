package dev.foliospec.cli;

import dev.foliospec.check.Judged;
import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.compile.Foundations;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.diagnostic.render.Totals;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Policy;
import dev.foliospec.resolve.Resolver;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Specs that were read and compiled.
 *
 * @param shell who asked
 * @param compilation what came of the files
 * @param found what is wrong with them, their bytes included, in reading order
 * @param colour whether findings are shown in colour
 */
record Workspace(Shell shell, Compilation compilation, List<Diagnostic> found, boolean colour) {
  /** Compiles what was read; mails are among the sources. */
  static Workspace of(
      Shell shell,
      Arguments arguments,
      SpecFolder.Loaded loaded,
      List<SourceFile> mails,
      CompileOptions options) {
    List<SourceFile> specs = new ArrayList<>(loaded.sources());
    specs.removeAll(mails);
    Compilation compilation = Compiler.compile(specs, mails, options);
    return new Workspace(
        shell, compilation, together(loaded, compilation), colour(shell, arguments));
  }

  /** The specs of {@code --specs}, else of {@code specs}. */
  static Workspace of(Shell shell, Arguments arguments) throws Failure {
    SpecFolder.Loaded loaded = SpecFolder.read(shell, arguments.specs());
    return of(shell, arguments, loaded, List.of(), CompileOptions.USUAL);
  }

  /**
   * The specs as far as some policies need them, as they are or were.
   *
   * @param at empty, or {@code @} and a git revision
   * @param names the policies, perhaps with choices fixed
   */
  static Workspace at(Shell shell, Arguments arguments, String at, List<String> names)
      throws Failure {
    SpecFolder.Loaded loaded = at.isEmpty()
        ? SpecFolder.read(shell, arguments.specs())
        : Revision.read(shell, shell.resolve(arguments.specs().orElse("specs")), at.substring(1));
    List<String> policies = new ArrayList<>();
    for (String name : names) {
      int bracket = name.indexOf('[');
      policies.add((bracket < 0 ? name : name.substring(0, bracket)).strip());
    }
    return of(shell, arguments, loaded, List.of(), CompileOptions.USUAL.withOnly(policies));
  }

  /** Bytes that are not UTF-8 are one mistake, so the parser's word on the same place is left out. */
  private static List<Diagnostic> together(SpecFolder.Loaded loaded, Compilation compilation) {
    if (loaded.found().isEmpty()) {
      return compilation.diagnostics();
    }
    Diagnostics all = new Diagnostics();
    loaded.found().forEach(all::add);
    for (Diagnostic each : compilation.diagnostics()) {
      boolean same = each.rule() == Rule.STRANGE_CHARACTER
          && each.at().at().text().indexOf(SpecFile.REPLACEMENT) >= 0
          && loaded.found().stream()
              .anyMatch(of -> of.rule() == Rule.NOT_UTF8
                  && of.at().at().file().equals(each.at().at().file()));
      if (!same) {
        all.add(each);
      }
    }
    return all.inReadingOrder();
  }

  /** Whether results are coloured: as {@code --color} says, else on a terminal that wants it. */
  static boolean colour(Shell shell, Arguments arguments) {
    return switch (arguments.value(CommandOptions.COLOR).orElse("auto")) {
      case "always" -> true;
      case "never" -> false;
      default ->
        shell.terminal()
            && shell.environment().getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(shell.environment().get("TERM"));
    };
  }

  /** Reads the name of a policy or of some of its variants. */
  VariantName name(String text) throws Failure {
    return VariantName.parse(text)
        .orElseThrow(
            () -> Failure.usage("`" + text + "` is not of the form POLICY[TRAIT=VALUE,...]"));
  }

  /** The policy of a name. */
  Policy policy(VariantName name) throws Failure {
    Optional<Policy> policy = compilation.policySet().policy(name.policy());
    if (policy.isPresent()) {
      Optional<String> trouble = name.trouble(policy.get());
      if (trouble.isPresent()) {
        throw Failure.usage(trouble.get());
      }
      return policy.get();
    }
    List<String> names = Resolver.names(compilation.syntax());
    throw Failure.usage("there is no policy `"
        + name.policy()
        + "`"
        + (names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
  }

  /** The policy of a name, which must not be a base for others alone. */
  Policy complete(VariantName name) throws Failure {
    Policy policy = policy(name);
    if (policy.isAbstract()) {
      throw Failure.usage("`" + policy.name() + "` is abstract: it has no behaviour of its own");
    }
    return policy;
  }

  /** What can be reached in a sound, complete policy. */
  Exploration explored(Policy policy) {
    return compilation.explorations().of(policy);
  }

  /**
   * Whether errors in these policies, or in what they build on, leave nothing to go on with. Then
   * they are printed to standard error.
   */
  boolean stops(List<Policy> policies) {
    List<Diagnostic> errors = Foundations.errors(compilation.syntax(), found, policies);
    shell.err().print(new TextRenderer(colour).render(errors));
    return !errors.isEmpty();
  }

  /** What was looked at in these files. */
  Totals totals(Set<SourceFile> files) {
    int policies = 0;
    int rows = 0;
    Map<String, Long> states = new LinkedHashMap<>();
    for (Policy policy : compilation.policySet().completePolicies()) {
      if (files.contains(policy.at().file())) {
        if (policy.sound()) {
          compilation.explorations().count(policy, states);
        }
        policies++;
        rows += policy.countRows();
      }
    }
    int held = 0;
    int violated = 0;
    for (Judged each : compilation.properties()) {
      if (files.contains(each.property().at().file()) && each.policies() > 0) {
        held += each.held() ? 1 : 0;
        violated += each.held() ? 0 : 1;
      }
    }
    return new Totals(policies, rows, states, held, violated);
  }

  /** How many findings are errors. */
  static long errors(List<Diagnostic> findings) {
    return findings.stream().filter(each -> each.severity() == Severity.ERROR).count();
  }
}
