package dev.foliospec.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judgements, counted. */
final class MutationReport {
  private final List<Judgement> judgements;

  MutationReport(List<Judgement> judgements) {
    this.judgements = List.copyOf(judgements);
  }

  /** One line for each sort of cell, and one for all. */
  String totals() {
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "%-10s %8s %8s %8s %8s %11s %11s %11s%n",
        "cell",
        "mutants",
        "check",
        "point",
        "scenario",
        "only check",
        "only point",
        "survive"));
    for (Mutant.Kind kind : Mutant.Kind.values()) {
      text.append(line(kind.word(), each -> each.mutant().kind() == kind));
    }
    return text.append(line("all", each -> true)).toString().replace(System.lineSeparator(), "\n");
  }

  /** The totals as the rows of a table in a document, its head aside. */
  String table() {
    return totals()
        .lines()
        .skip(1)
        .map(line -> "| " + String.join(" | ", line.trim().split(" +")) + " |\n")
        .collect(Collectors.joining());
  }

  private String line(String what, Predicate<Judgement> which) {
    return String.format(
        Locale.ROOT,
        "%-10s %8d %8d %8d %8d %11d %11d %11d%n",
        what,
        count(which),
        count(which.and(Judgement::byCheck)),
        count(which.and(Judgement::byPoint)),
        count(which.and(Judgement::scenarios)),
        count(which.and(each -> each.byCheck() && !each.byPoint() && !each.scenarios())),
        count(which.and(each -> each.byPoint() && !each.byCheck() && !each.scenarios())),
        count(which.and(Judgement::survives)));
  }

  private long count(Predicate<Judgement> which) {
    return judgements.stream().filter(which).count();
  }

  /** Which checks noticed how many. */
  String codes() {
    Map<String, Integer> codes = new TreeMap<>();
    for (Judgement each : judgements) {
      each.checks().forEach(code -> codes.merge(code, 1, Integer::sum));
    }
    StringBuilder text = new StringBuilder();
    codes.forEach((code, times) ->
        text.append(String.format(Locale.ROOT, "%-5s %6d", code, times)).append('\n'));
    return text.toString();
  }

  /** The survivors, by why they survive. */
  String survivors() {
    StringBuilder text = new StringBuilder();
    for (Judgement.Reason reason : Judgement.Reason.values()) {
      List<Mutant> alive = new ArrayList<>();
      for (Judgement each : judgements) {
        if (each.reason().filter(reason::equals).isPresent()) {
          alive.add(each.mutant());
        }
      }
      if (!alive.isEmpty()) {
        text.append(alive.size()).append(": ").append(reason.words()).append('\n');
        alive.forEach(each -> text.append("  ").append(each).append('\n'));
      }
    }
    return text.toString();
  }
}
