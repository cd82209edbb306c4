package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Update;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New values of a row that wait for each other, so that none of them has a value. Reports {@link
 * Rule#PRIMED_CYCLE} once a row, at the first cell of a circle.
 */
final class Circles {
  private Circles() {}

  /** Looks at one row's own cells; what its steps write is settled before. */
  static void look(List<Update> updates, Reporter report) {
    Map<String, Update> waiting = new LinkedHashMap<>();
    for (Update update : updates) {
      waiting.put(update.name(), update);
    }
    Map<String, Integer> open = new LinkedHashMap<>();
    Map<String, List<String>> readers = new LinkedHashMap<>();
    Deque<String> settled = new ArrayDeque<>();
    for (Map.Entry<String, Update> each : waiting.entrySet()) {
      List<String> reads = awaited(each.getValue(), waiting);
      for (String read : reads) {
        readers.computeIfAbsent(read, key -> new ArrayList<>()).add(each.getKey());
      }
      open.put(each.getKey(), reads.size());
      if (reads.isEmpty()) {
        settled.add(each.getKey());
      }
    }
    while (!settled.isEmpty()) {
      String name = settled.remove();
      waiting.remove(name);
      for (String reader : readers.getOrDefault(name, List.of())) {
        if (open.merge(reader, -1, Integer::sum) == 0) {
          settled.add(reader);
        }
      }
    }
    if (!waiting.isEmpty()) {
      circle(waiting, report);
    }
  }

  /** The cells on which one waits; for an element that something picks, those that may write it. */
  private static List<String> awaited(Update update, Map<String, Update> waiting) {
    List<String> awaited = new ArrayList<>();
    List<String> reads = update.value().readsAfter();
    for (Map.Entry<String, Update> each : waiting.entrySet()) {
      if (reads.stream().anyMatch(each.getValue()::mayWrite)) {
        awaited.add(each.getKey());
      }
    }
    return awaited;
  }

  /** Each that still waits reads one that still waits, so following them ends in a circle. */
  private static void circle(Map<String, Update> waiting, Reporter report) {
    List<Update> way = new ArrayList<>();
    Optional<Update> next = waiting.values().stream().findFirst();
    while (next.isPresent() && !way.contains(next.get())) {
      way.add(next.get());
      next = awaited(next.get(), waiting).stream().map(waiting::get).findFirst();
    }
    List<Update> circle =
        way.subList(Math.max(0, way.indexOf(next.orElse(null))), way.size()).stream()
            .sorted(Comparator.comparingInt(each -> each.at().start()))
            .toList();
    List<String> names = circle.stream().map(each -> each.name() + "'").toList();
    report.report(Diagnostic.of(
            Rule.PRIMED_CYCLE,
            circle.get(0).at(),
            names.size() == 1
                ? "`" + names.get(0) + "` depends on itself"
                : "new values depend on each other: " + Reporter.listed(names))
        .withNote("a primed name is the value when the row is done")
        .withHelp("in one of them, read the value before the row, without `'`"));
  }
}
