package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Status;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that cite one place of one document agree where both could apply.
 *
 * <p>Otherwise one of them has misread the place, or the place says two things, which is worth a
 * {@code disputed}. Rows of one policy exclude each other, so only rows of different policies are
 * compared, those that one replaces or splits aside. Reports {@link Rule#SOURCES_DISAGREE}.
 */
final class DisagreeingSources implements Check {
  private record Row(Transition row, String vocabulary) {}

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Map<RowId, Row> rows = new LinkedHashMap<>();
    Map<RowId, Set<String>> havers = new LinkedHashMap<>();
    for (Policy policy : set.byPage().policies().values()) {
      if (!policy.sound()) {
        continue;
      }
      for (List<Table> tables : List.of(policy.checks(), policy.bodies())) {
        for (Table table : tables) {
          for (Transition row : table.rows()) {
            rows.putIfAbsent(row.id(), new Row(row, policy.vocabulary().name()));
            havers.computeIfAbsent(row.id(), none -> new HashSet<>()).add(policy.name());
          }
        }
      }
    }
    Map<String, List<Row>> byPlace = new LinkedHashMap<>();
    for (Row each : rows.values()) {
      if (each.row().grounds().status() == Status.DISPUTED) {
        continue;
      }
      for (Citation citation : each.row().grounds().sources()) {
        if (!citation.isGuess() && citation.locator().isPresent()) {
          byPlace
              .computeIfAbsent(
                  each.vocabulary() + " " + citation.spelled(), none -> new ArrayList<>())
              .add(each);
        }
      }
    }
    Set<String> reported = new HashSet<>();
    for (Map.Entry<String, List<Row>> place : byPlace.entrySet()) {
      String spelled = place.getKey().substring(place.getKey().indexOf(' ') + 1);
      List<Row> citing = place.getValue();
      for (int one = 0; one < citing.size(); one++) {
        for (int other = one + 1; other < citing.size(); other++) {
          Transition first = citing.get(one).row();
          Transition second = citing.get(other).row();
          if (Collections.disjoint(
                  havers.getOrDefault(first.id(), Set.of()),
                  havers.getOrDefault(second.id(), Set.of()))
              && !standsFor(first, second)
              && !standsFor(second, first)
              && meet(first, second)
              && disagree(first, second)
              && reported.add(first.id() + " " + second.id())) {
            found.add(Diagnostic.of(
                    Rule.SOURCES_DISAGREE,
                    citation(second, spelled),
                    "rows "
                        + first.id().spelled()
                        + " and "
                        + second.id().spelled()
                        + " cite `"
                        + spelled
                        + "` and disagree")
                .withRelated(citation(first, spelled), "cited here, too")
                .withHelp("correct one of them, or give both the status `disputed`"));
          }
        }
      }
    }
  }

  private static Span citation(Transition row, String spelled) {
    for (Citation citation : row.grounds().sources()) {
      if (citation.spelled().equals(spelled)) {
        return citation.at();
      }
    }
    return row.at();
  }

  private static boolean standsFor(Transition row, Transition other) {
    return row.replaced().contains(other.id()) || row.split().contains(other.id());
  }

  /** Whether both could apply at one point, as far as their cells can be held side by side. */
  private static boolean meet(Transition one, Transition other) {
    boolean together = false;
    for (Event event : one.events()) {
      together |= other.answers(event);
    }
    if (!together || one.guard().otherwise() || other.guard().otherwise()) {
      return false;
    }
    for (Condition mine : one.guard().conditions()) {
      for (Condition their : other.guard().conditions()) {
        if (excludes(mine.test(), their.test())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean excludes(Condition.Test one, Condition.Test other) {
    if (one instanceof Condition.Within mine && other instanceof Condition.Within their) {
      if (!mine.slot().name().equals(their.slot().name())) {
        return false;
      }
      List<Value> both = new ArrayList<>(mine.values());
      both.retainAll(their.values());
      return both.isEmpty();
    }
    if (one instanceof Condition.Same mine && other instanceof Condition.Same their) {
      return mine.negated() != their.negated()
          && Set.of(mine.slot().name(), mine.other().name() + " ")
              .equals(Set.of(their.slot().name(), their.other().name() + " "));
    }
    return one instanceof Condition.Holds mine
        && other instanceof Condition.Holds their
        && mine.truth() != their.truth()
        && mine.expression().equals(their.expression());
  }

  private static boolean disagree(Transition one, Transition other) {
    return !outcome(one).equals(outcome(other));
  }

  private static Map<String, String> outcome(Transition row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Cell cell : row.cells()) {
      String heading = cell.heading();
      boolean silent = cell.text().equals("=") || cell.text().equals("-");
      if (cell.outcome() && !silent && (heading.equals("answer") || heading.endsWith("'"))) {
        cells.put(heading, cell.text());
      }
    }
    return cells;
  }
}
