package dev.foliospec.compile;

import dev.foliospec.check.CheckOptions;
import dev.foliospec.check.Checks;
import dev.foliospec.check.Explorations;
import dev.foliospec.check.Judged;
import dev.foliospec.check.Scenarios;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.refine.Refined;
import dev.foliospec.resolve.Resolver;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.Parser;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From files to checked policies. */
public final class Compiler {
  private Compiler() {}

  /**
   * Compiles files that belong together, in the order given.
   *
   * <p>It always returns: whatever the files hold, what is wrong with them is among the findings.
   */
  public static Compilation compile(List<SourceFile> specs, CompileOptions options) {
    return compile(specs, List.of(), options);
  }

  /**
   * Compiles files and mails that quote policies.
   *
   * @param specs files, in order
   * @param mails mails, read after the files; see {@link Parser#parseQuoted}
   */
  public static Compilation compile(
      List<SourceFile> specs, List<SourceFile> mails, CompileOptions options) {
    Diagnostics found = new Diagnostics();
    List<FileSyntax> files = new ArrayList<>(Parser.parse(specs, found).files());
    for (SourceFile mail : mails) {
      files.add(Parser.parseQuoted(mail, found));
    }
    PolicySetSyntax written = new PolicySetSyntax(files);
    PolicySet meant = Resolver.resolve(written, options.only(), options.pages(), found);
    CheckOptions asked =
        new CheckOptions(options.strict(), options.notes(), options.mostStates(), options.budget());
    PolicySet judged = options.only().isEmpty() ? meant : only(meant, options.only());
    Explorations explorations = Checks.inspect(written, judged, asked, found);
    new Scenarios().inspect(judged, found);
    List<Judged> properties = Checks.judge(judged, explorations, asked, found);
    List<Refined> refinements =
        options.only().isEmpty() ? Checks.refine(judged, explorations, found) : List.of();
    return new Compilation(
        written, meant, explorations, properties, refinements, found.inReadingOrder());
  }

  /** Some policies and what they build on, without properties and scenarios. */
  private static PolicySet only(PolicySet meant, List<String> names) {
    Map<String, Policy> policies = new LinkedHashMap<>();
    for (Policy policy : meant.policies().values()) {
      boolean built = false;
      for (String name : names) {
        Policy named = meant.policies().get(name);
        built |= named != null && named.lineage().contains(policy.name());
      }
      if (built || names.contains(policy.name())) {
        policies.put(policy.name(), policy);
      }
    }
    return new PolicySet(meant.vocabularies(), policies, List.of(), List.of());
  }
}
