package dev.foliospec.compile;

import dev.foliospec.check.Explorations;
import dev.foliospec.check.Judged;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.PolicySet;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.List;

/**
 * What came of some files: the best value that could be made of them, and what is wrong.
 *
 * @param syntax what is written
 * @param policySet what is meant
 * @param explorations what can be reached, for whoever goes on from here
 * @param properties what became of each property, in order
 * @param diagnostics all findings by file, offset, code
 */
public record Compilation(
    PolicySetSyntax syntax,
    PolicySet policySet,
    Explorations explorations,
    List<Judged> properties,
    List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public Compilation {
    properties = List.copyOf(properties);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
