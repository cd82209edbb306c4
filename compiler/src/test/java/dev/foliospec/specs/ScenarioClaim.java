package dev.foliospec.specs;

import dev.foliospec.model.Cell;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code scenarios.expect}: when a scenario fails.
 *
 * @param folder below {@code specs/}, where it is written
 * @param line from 1
 * @param scenario its name
 * @param policy the policy that it is asked of
 * @param choices what the policy's name fixes, by trait
 * @param changed the cell that has to change first, if one has to
 */
record ScenarioClaim(
    String folder,
    int line,
    String scenario,
    String policy,
    Map<String, String> choices,
    Optional<ChangedCell> changed) {
  /** A cell, and what it is to say instead. */
  record ChangedCell(String row, String column, String text) {
    /** The cell as it is written. */
    Cell in(Policy policy) {
      Transition written = policy
          .row(row)
          .orElseThrow(() -> new AssertionError(policy.name() + " has no row " + row));
      return written.cells().stream()
          .filter(each -> each.heading().equals(column))
          .findFirst()
          .orElseThrow(() -> new AssertionError("row " + row + " has no cell " + column));
    }
  }

  private static final Pattern ELSEWHERE = Pattern.compile("(\\w+)\\s+fails in (\\S+)");
  private static final Pattern CHANGED =
      Pattern.compile("(\\w+)\\s+fails when (\\w+)\\.(\\S+) = (.+) in (\\S+)");
  private static final Pattern NAMED = Pattern.compile("([^\\[]+)(?:\\[(.*)])?");

  /** All claims of the file in a folder. */
  static List<ScenarioClaim> read(String folder, String text) {
    List<ScenarioClaim> claims = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n")) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        claims.add(new Reader(folder, number).claim(line.strip()));
      }
    }
    return claims;
  }

  /** Reads one line. */
  private record Reader(String folder, int line) {
    ScenarioClaim claim(String text) {
      Matcher changed = CHANGED.matcher(text);
      if (changed.matches()) {
        ChangedCell cell = new ChangedCell(changed.group(2), changed.group(3), changed.group(4));
        return of(changed.group(1), changed.group(5), Optional.of(cell));
      }
      Matcher elsewhere = ELSEWHERE.matcher(text);
      if (elsewhere.matches()) {
        return of(elsewhere.group(1), elsewhere.group(2), Optional.empty());
      }
      throw new AssertionError(this + " claims nothing: " + text);
    }

    private ScenarioClaim of(String scenario, String named, Optional<ChangedCell> changed) {
      Matcher parts = NAMED.matcher(named);
      if (!parts.matches()) {
        throw new AssertionError(this + " names no policy: " + named);
      }
      Map<String, String> choices = new LinkedHashMap<>();
      if (parts.group(2) != null) {
        for (String choice : parts.group(2).split(",")) {
          int equals = choice.indexOf('=');
          choices.put(choice.substring(0, equals), choice.substring(equals + 1));
        }
      }
      return new ScenarioClaim(folder, line, scenario, parts.group(1), choices, changed);
    }
  }

  /** Whether a scenario is the one that is claimed to fail: of the same folder, and of the name. */
  boolean isOf(Scenario written) {
    return written.name().equals(scenario)
        && ShippedSpecs.folder(written.at().file()).equals(folder);
  }

  /** The scenario's steps and flags, asked of the claim's policy in the variants that it names. */
  Scenario asked(Scenario written) {
    return new Scenario(
        written.name(),
        written.title(),
        List.of(policy),
        written.flags(),
        choices,
        written.steps(),
        written.grounds(),
        written.doc(),
        written.at());
  }

  @Override
  public String toString() {
    return folder + " line " + line + ": " + scenario
        + changed
            .map(each -> " when " + each.row() + "." + each.column() + " = " + each.text())
            .orElse("")
        + " in " + policy + (choices.isEmpty() ? "" : choices);
  }
}
