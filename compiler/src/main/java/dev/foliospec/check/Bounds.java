package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Excess;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A policy can be explored to the end.
 *
 * <p>Reports {@link Rule#STATE_SPACE_TOO_LARGE}, {@link Rule#TOO_MANY_STATES}, {@link
 * Rule#TOO_MANY_VARIANTS} and {@link Rule#TOO_MANY_EFFECTS}. Nothing else that hangs on what can be
 * reached is certain then, and little else is reported.
 */
final class Bounds implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Set<String> seen = new HashSet<>();
    for (Policy policy : Explorations.reachable(set)) {
      Optional<Excess> excess = explorations.of(policy).excess();
      if (excess.isPresent() && seen.add(excess.get().at() + excess.get().message())) {
        Diagnostic finding =
            Diagnostic.of(excess.get().rule(), excess.get().at(), excess.get().message());
        found.add(
            switch (excess.get().rule()) {
              case STATE_SPACE_TOO_LARGE, TOO_MANY_STATES ->
                finding.withHelp("give ranges fewer values, or fix flags and traits");
              case TOO_MANY_VARIANTS -> finding.withHelp("decide some of them");
              default -> finding.withHelp("call each step once");
            });
      }
    }
  }
}
