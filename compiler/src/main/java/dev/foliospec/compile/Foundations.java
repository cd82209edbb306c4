package dev.foliospec.compile;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.PoliciesSyntax;
import dev.foliospec.syntax.PolicySetSyntax;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.UnitSyntax;
import dev.foliospec.syntax.VocabularySyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What some policies rest on: the units that declare them, those that they extend, and their
 * vocabularies. An error elsewhere says nothing about them.
 */
public final class Foundations {
  private final Set<String> policies = new HashSet<>();
  private final Set<String> vocabularies = new HashSet<>();
  private final Map<SourceFile, List<UnitSyntax>> units = new HashMap<>();

  private Foundations(PolicySetSyntax written, List<Policy> wanted) {
    for (Policy policy : wanted) {
      policies.add(policy.name());
      policies.addAll(policy.lineage());
      vocabularies.add(policy.vocabulary().name());
    }
    for (FileSyntax file : written.files()) {
      units.put(file.source(), file.units());
    }
  }

  /**
   * The errors that leave nothing to go on with for some policies.
   *
   * @param written what is written
   * @param found all findings
   * @param wanted the policies
   */
  public static List<Diagnostic> errors(
      PolicySetSyntax written, List<Diagnostic> found, List<Policy> wanted) {
    Foundations foundations = new Foundations(written, wanted);
    List<Diagnostic> errors = new ArrayList<>();
    List<Diagnostic> within = new ArrayList<>();
    for (Diagnostic each : found) {
      if (each.severity() == Severity.ERROR) {
        errors.add(each);
        if (foundations.hold(each.at().at())) {
          within.add(each);
        }
      }
    }
    // INVARIANT: a policy that could not be bound is never gone on with, wherever the reason lies.
    boolean sound = wanted.stream().allMatch(Policy::sound);
    return List.copyOf(within.isEmpty() && !sound ? errors : within);
  }

  private boolean hold(Span at) {
    List<UnitSyntax> ofFile = units.getOrDefault(at.file(), List.of());
    for (UnitSyntax unit : ofFile) {
      if (unit.at().start() <= at.start() && at.start() <= unit.at().end()) {
        return holds(unit, at);
      }
    }
    return ofFile.stream().anyMatch(this::holds);
  }

  private boolean holds(UnitSyntax unit, Span at) {
    if (unit instanceof PoliciesSyntax pivot) {
      for (RowSyntax row : pivot.rows()) {
        if (row.at().start() <= at.start() && at.start() <= row.at().end()) {
          return policies.contains(row.id().text());
        }
      }
    }
    return holds(unit);
  }

  private boolean holds(UnitSyntax unit) {
    if (unit instanceof VocabularySyntax vocabulary) {
      return vocabularies.contains(vocabulary.name().text());
    }
    if (unit instanceof PolicySyntax policy) {
      return policies.contains(policy.name().text());
    }
    return unit instanceof PoliciesSyntax pivot
        && pivot.rows().stream().anyMatch(row -> policies.contains(row.id().text()));
  }
}
