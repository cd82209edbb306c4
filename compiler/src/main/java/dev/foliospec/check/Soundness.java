package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which policies were read and bound throughout.
 *
 * <p>Where a row or declaration could not even be read, something is missing from the policy, and
 * what is missing would be reported a second time: as a gap, or as a name that nobody uses. So a
 * policy is unsound, too, if its own text, an ancestor's or its vocabulary's was not read to the end.
 */
final class Soundness {
  /** The head of a unit. */
  private record Head(String name, Span at) {}

  private final Set<String> unread = new HashSet<>();

  Soundness(PolicySet set, Diagnostics found) {
    List<Span> errors = new ArrayList<>();
    for (Diagnostic each : found.inReadingOrder()) {
      String code = each.rule().code();
      if (each.severity() == Severity.ERROR && (code.startsWith("P0") || code.startsWith("P1"))) {
        errors.add(each.at().at());
      }
    }
    if (errors.isEmpty()) {
      return;
    }
    List<Head> heads = new ArrayList<>();
    for (Vocabulary each : set.vocabularies().values()) {
      heads.add(new Head("vocabulary " + each.name(), each.at()));
    }
    for (Policy each : set.policies().values()) {
      heads.add(new Head("policy " + each.name(), each.at()));
    }
    for (Span error : errors) {
      Head unit = null;
      for (Head head : heads) {
        boolean before =
            sameFile(head.at().file(), error.file()) && head.at().start() <= error.start();
        if (before && (unit == null || unit.at().start() < head.at().start())) {
          unit = head;
        }
      }
      if (unit != null) {
        unread.add(unit.name());
      }
    }
  }

  private static boolean sameFile(SourceFile one, SourceFile other) {
    return one.equals(other);
  }

  boolean of(Policy policy) {
    if (!policy.sound()) {
      return false;
    }
    if (unread.isEmpty()) {
      return true;
    }
    boolean sound = !unread.contains("policy " + policy.name())
        && !unread.contains("vocabulary " + policy.vocabulary().name());
    for (String ancestor : policy.lineage()) {
      sound &= !unread.contains("policy " + ancestor);
    }
    return sound;
  }
}
