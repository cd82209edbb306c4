package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.End;
import dev.foliospec.explore.Excess;
import dev.foliospec.explore.WideSearch;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.property.WideJudge;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A policy can be explored to the end.
 *
 * <p>Reports {@link Rule#STATE_SPACE_TOO_LARGE}, {@link Rule#TOO_MANY_STATES}, {@link
 * Rule#TOO_MUCH_MEMORY}, {@link Rule#TOO_MANY_VARIANTS} and {@link Rule#TOO_MANY_EFFECTS}. Nothing else that hangs on what can be
 * reached is certain then, and little else is reported.
 */
final class Bounds implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Set<String> seen = new HashSet<>();
    for (Policy policy : Explorations.reachable(set)) {
      Optional<Excess> excess = explorations.of(policy).excess();
      Optional<WideJudge> wide = explorations.wide(policy, set);
      if (wide.isPresent()) {
        searched(policy, wide.get().search(), found);
        continue;
      }
      if (excess.isPresent() && seen.add(excess.get().at() + excess.get().message())) {
        Diagnostic finding =
            Diagnostic.of(excess.get().rule(), excess.get().at(), excess.get().message());
        if (!excess.get().covered().isEmpty()) {
          finding = finding.withNote(excess.get().covered());
        }
        found.add(
            switch (excess.get().rule()) {
              case STATE_SPACE_TOO_LARGE, TOO_MANY_STATES, TOO_MUCH_MEMORY ->
                finding.withHelp("give ranges fewer values, or fix flags and traits");
              case TOO_MANY_VARIANTS -> finding.withHelp("decide some of them");
              default -> finding.withHelp("call each step once");
            });
      }
    }
  }

  /** A system that is searched, not kept, is searched to the end. */
  private static void searched(Policy system, WideSearch search, Diagnostics found) {
    if (search.complete()) {
      return;
    }
    boolean memory = search.end() == End.MEMORY;
    found.add(Diagnostic.of(
            memory ? Rule.TOO_MUCH_MEMORY : Rule.TOO_MANY_STATES,
            system.at(),
            memory
                ? "searching `" + system.name() + "` takes more memory than allowed"
                : "`" + system.name() + "` reaches more states than allowed")
        .withNote("the first "
            + search.states()
            + " states were looked at: all that "
            + search.depth()
            + " steps lead to")
        .withHelp(
            memory
                ? "allow more with `--max-memory`, ask for fewer pages, or leave events out"
                : "allow more with `--max-states`, ask for fewer pages, or leave events out"));
  }
}
