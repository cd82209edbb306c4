package dev.foliospec.compile;

import dev.foliospec.check.Explorations;
import dev.foliospec.check.Judged;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Label;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.PolicySet;
import dev.foliospec.refine.Refined;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.List;
import java.util.Set;

/**
 * What came of some files: the best value that could be made of them, and what is wrong.
 *
 * @param syntax what is written
 * @param policySet what is meant
 * @param explorations what can be reached, for whoever goes on from here
 * @param properties what became of each property, in order
 * @param refinements what became of each claim to refine a contract, in order
 * @param diagnostics all findings by file, offset, code
 */
public record Compilation(
    PolicySetSyntax syntax,
    PolicySet policySet,
    Explorations explorations,
    List<Judged> properties,
    List<Refined> refinements,
    List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public Compilation {
    properties = List.copyOf(properties);
    refinements = List.copyOf(refinements);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /** Whether a finding lies in files, or says of a policy in them that it breaks a property or a contract. */
  public static boolean concerns(Diagnostic finding, Set<SourceFile> files) {
    if (files.contains(finding.at().at().file())) {
      return true;
    }
    boolean ofPolicy = finding.rule() == Rule.PROPERTY_VIOLATED
        || finding.rule() == Rule.NEVER_REACHED
        || finding.rule() == Rule.NO_WAY_ON
        || finding.rule() == Rule.NOT_REFINED;
    for (Label label : finding.related()) {
      if (ofPolicy && files.contains(label.at().file())) {
        return true;
      }
    }
    return false;
  }
}
