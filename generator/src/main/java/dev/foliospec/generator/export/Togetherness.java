package dev.foliospec.generator.export;

import dev.foliospec.model.Cell;
import dev.foliospec.model.Event;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system says of its pages together, line by line, as policy files write it.
 *
 * @param kind the word that the line begins with
 * @param said the rest of it
 * @param grounds what it rests on
 * @param doc its documentation
 */
record Togetherness(String kind, String said, Grounds grounds, Optional<String> doc) {
  /**
   * A system's lines.
   *
   * @param event the one event that is asked about: what pages have in common is left out then
   */
  static List<Togetherness> of(Lifting lifting, Optional<Event> event) {
    List<Togetherness> lines = new ArrayList<>();
    if (event.isEmpty()) {
      common(lifting, lines);
    }
    for (Lifting.Lifted each : lifting.events()) {
      if (isAbout(each.event(), event)) {
        range(each, lines);
      }
    }
    told(lifting, event, lines);
    for (Lifting.Refusal each : lifting.refusals()) {
      if (event.isEmpty() || each.row().answers(event.get())) {
        lines.add(refusal(each));
      }
    }
    return lines;
  }

  private static boolean isAbout(Event event, Optional<Event> wanted) {
    return wanted.isEmpty() || wanted.get().name().equals(event.name());
  }

  /** What pages have in common, together what rests on the same; an indexed variable once. */
  private static void common(Lifting lifting, List<Togetherness> lines) {
    Map<String, String> families = new LinkedHashMap<>();
    for (Variable each : lifting.page().variables()) {
      families.put(each.name(), each.family());
    }
    Map<Grounds, List<String>> byGrounds = new LinkedHashMap<>();
    for (int at = 0; at < lifting.common().size(); at++) {
      String name = lifting.common().get(at);
      List<String> names =
          byGrounds.computeIfAbsent(lifting.commonGrounds().get(at), each -> new ArrayList<>());
      String family = families.getOrDefault(name, name);
      if (!names.contains(family)) {
        names.add(family);
      }
    }
    byGrounds.forEach((grounds, names) ->
        lines.add(new Togetherness("common", String.join(", ", names), grounds, Optional.empty())));
  }

  private static void range(Lifting.Lifted lifted, List<Togetherness> lines) {
    String name = lifted.event().name();
    switch (lifted.reach()) {
      case PAGE -> {}
      case RANGE ->
        lines.add(new Togetherness(
            "range",
            name + " " + lifted.manner().word()
                + lifted.output().map(output -> " answers " + output).orElse(""),
            lifted.grounds(),
            Optional.empty()));
      case WHOLE -> lines.add(new Togetherness("whole", name, lifted.grounds(), Optional.empty()));
    }
  }

  /** What pages know of all pages, each once for all events on which they know it. */
  private static void told(Lifting lifting, Optional<Event> event, List<Togetherness> lines) {
    Map<String, Lifting.Global> known = new LinkedHashMap<>();
    Map<String, List<String>> events = new LinkedHashMap<>();
    for (Lifting.Lifted lifted : lifting.events()) {
      for (Lifting.Global each : lifted.globals()) {
        if (isAbout(lifted.event(), event)) {
          String key = each.name() + " " + each.written();
          known.put(key, each);
          events
              .computeIfAbsent(key, none -> new ArrayList<>())
              .add(lifted.event().name());
        }
      }
    }
    known.forEach((key, each) -> lines.add(new Togetherness(
        "global",
        each.name() + " on " + String.join(", ", events.getOrDefault(key, List.of())) + " when "
            + each.written(),
        each.grounds(),
        Optional.empty())));
  }

  private static Togetherness refusal(Lifting.Refusal refusal) {
    Transition row = refusal.row();
    String when = "";
    for (Cell cell : row.cells()) {
      when = cell.heading().equals("when") ? cell.text() : when;
    }
    List<String> events = row.events().stream().map(Event::name).toList();
    return new Togetherness(
        "refuse",
        row.id().id() + " " + row.outcome().errors().get(0).name() + " on "
            + String.join(", ", events) + " when " + when,
        row.grounds(),
        row.doc());
  }
}
