package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Event;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Check rows that take several events by {@code -}.
 *
 * <p>Such a row answers every event that is added to the table's head. Reports {@link Rule#WIDE_ROW}
 * with the events, and where the row answers each.
 */
final class WideRows implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Set<String> seen = new LinkedHashSet<>();
    for (Policy policy : Explorations.explorable(set)) {
      for (Table table : policy.checks()) {
        for (Transition row : table.rows()) {
          if (row.events().size() > 1
              && spans(row)
              && row.outcome().answer() != Outcome.Answer.PASS
              && seen.add(row.id().spelled())) {
            found.add(inspect(policy, row, explorations.of(policy).dense()));
          }
        }
      }
    }
  }

  private static boolean spans(Transition row) {
    for (Cell cell : row.cells()) {
      if (cell.heading().equals("event")) {
        return cell.text().equals("-");
      }
    }
    return true;
  }

  private static Diagnostic inspect(Policy policy, Transition row, Dense dense) {
    List<String> names = new ArrayList<>();
    for (Event event : row.events()) {
      int number = dense.event(event.name());
      int points = 0;
      if (number >= 0) {
        for (int state = 0; state < dense.states(); state++) {
          for (int input = dense.firstInput(number);
              input < dense.firstInput(number + 1);
              input++) {
            points +=
                answers(dense, state, input) && dense.rows(state, input).get(0).equals(row.id())
                    ? 1
                    : 0;
          }
        }
      }
      names.add(event.name() + " at " + (points == 1 ? "1 point" : points + " points"));
    }
    return Diagnostic.of(
            Rule.WIDE_ROW,
            row.at("event"),
            "row " + row.id().id() + " takes " + row.events().size() + " events")
        .withNote("in `" + policy.name() + "`: " + String.join(", ", names));
  }

  private static boolean answers(Dense dense, int state, int input) {
    PointKind kind = dense.kind(state, input);
    return kind == PointKind.ANSWERED || kind == PointKind.FORBIDDEN;
  }
}
