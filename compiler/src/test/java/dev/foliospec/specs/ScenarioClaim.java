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
 * @param line from 1
 * @param scenario its name
 * @param policy the policy that it is asked of
 * @param choices what the policy's name fixes, by trait
 * @param changed the cell that has to change first, if one has to
 */
record ScenarioClaim(
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

  /** All claims of a file. */
  static List<ScenarioClaim> read(String text) {
    List<ScenarioClaim> claims = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n")) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        claims.add(claim(number, line.strip()));
      }
    }
    return claims;
  }

  private static ScenarioClaim claim(int number, String line) {
    Matcher changed = CHANGED.matcher(line);
    if (changed.matches()) {
      ChangedCell cell = new ChangedCell(changed.group(2), changed.group(3), changed.group(4));
      return of(number, changed.group(1), changed.group(5), Optional.of(cell));
    }
    Matcher elsewhere = ELSEWHERE.matcher(line);
    if (elsewhere.matches()) {
      return of(number, elsewhere.group(1), elsewhere.group(2), Optional.empty());
    }
    throw new AssertionError("line " + number + " claims nothing: " + line);
  }

  private static ScenarioClaim of(
      int number, String scenario, String named, Optional<ChangedCell> changed) {
    Matcher parts = NAMED.matcher(named);
    if (!parts.matches()) {
      throw new AssertionError("line " + number + " names no policy: " + named);
    }
    Map<String, String> choices = new LinkedHashMap<>();
    if (parts.group(2) != null) {
      for (String choice : parts.group(2).split(",")) {
        int equals = choice.indexOf('=');
        choices.put(choice.substring(0, equals), choice.substring(equals + 1));
      }
    }
    return new ScenarioClaim(number, scenario, parts.group(1), choices, changed);
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
    return "line " + line + ": " + scenario
        + changed
            .map(each -> " when " + each.row() + "." + each.column() + " = " + each.text())
            .orElse("")
        + " in " + policy + (choices.isEmpty() ? "" : choices);
  }
}
