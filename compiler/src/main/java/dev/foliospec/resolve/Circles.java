package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Update;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * New values of a row that wait for each other, so that none of them has a value. Reports {@link
 * Rule#PRIMED_CYCLE} once a row, at the first cell of a circle.
 */
final class Circles {
  private Circles() {}

  /** Looks at one row's own cells; what its steps write is settled before. */
  static void look(List<Update> updates, Reporter report) {
    Map<String, Update> waiting = new LinkedHashMap<>();
    Map<String, Integer> open = new LinkedHashMap<>();
    Map<String, List<String>> readers = new LinkedHashMap<>();
    updates.forEach(each -> waiting.put(each.variable().name(), each));
    waiting.forEach((name, update) -> {
      List<String> reads =
          update.value().readsAfter().stream().filter(waiting::containsKey).toList();
      open.put(name, reads.size());
      reads.forEach(
          read -> readers.computeIfAbsent(read, key -> new ArrayList<>()).add(name));
    });
    Deque<String> settled = new ArrayDeque<>();
    open.forEach((name, count) -> {
      if (count == 0) {
        settled.add(name);
      }
    });
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

  /** Each that still waits reads one that still waits, so following them ends in a circle. */
  private static void circle(Map<String, Update> waiting, Reporter report) {
    Map<String, Integer> met = new LinkedHashMap<>();
    String name = waiting.keySet().iterator().next();
    while (met.putIfAbsent(name, met.size()) == null) {
      name = waiting.get(name).value().readsAfter().stream()
          .filter(waiting::containsKey)
          .findFirst()
          .orElseThrow();
    }
    List<String> names = new ArrayList<>(met.keySet()).subList(met.get(name), met.size());
    String first = waiting.keySet().stream().filter(names::contains).findFirst().orElseThrow();
    report.report(Diagnostic.of(
            Rule.PRIMED_CYCLE,
            waiting.get(first).at(),
            names.size() == 1
                ? "`" + first + "'` depends on itself"
                : "new values depend on each other: " + Reporter.listed(primed(names)))
        .withNote("a primed name is the value when the row is done")
        .withHelp("in one of them, read the value before the row, without `'`"));
  }

  private static List<String> primed(List<String> names) {
    return names.stream().map(name -> name + "'").toList();
  }
}
