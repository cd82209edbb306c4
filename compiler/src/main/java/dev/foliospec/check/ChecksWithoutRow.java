package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.HashSet;
import java.util.Set;

/**
 * A table of checks has a row for each event that it names.
 *
 * <p>No row lets everything through, which looks as if something was forgotten. Reports {@link
 * Rule#CHECK_WITHOUT_ROW}.
 */
final class ChecksWithoutRow implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Set<String> seen = new HashSet<>();
    for (Policy policy : set.byPage().policies().values()) {
      if (!policy.sound()) {
        continue;
      }
      for (Table table : policy.checks()) {
        for (Event event : table.events()) {
          if (!table.rows().isEmpty()
              && !has(table, event)
              && seen.add(table.at() + " " + event.name())) {
            found.add(Diagnostic.of(
                    Rule.CHECK_WITHOUT_ROW,
                    table.at(),
                    "checks `"
                        + table.name()
                        + "` name `"
                        + event.name()
                        + "` and have no row for it")
                .withHelp("write a row for `"
                    + event.name()
                    + "` with the answer `pass`, or take it out of the table's head"));
          }
        }
      }
    }
  }

  private static boolean has(Table table, Event event) {
    for (Transition row : table.rows()) {
      if (row.answers(event)) {
        return true;
      }
    }
    return false;
  }
}
