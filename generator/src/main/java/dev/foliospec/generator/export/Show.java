package dev.foliospec.generator.export;

import dev.foliospec.model.Cell;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Shows flattened policies: every row, its own, overriding or inherited, in the form asked for. */
public final class Show {
  private static final Set<String> GROUNDS =
      Set.of("row", "source", "status", "why", "replaces", "splits");

  private Show() {}

  /**
   * A policy.
   *
   * @param event the one event that is asked about: tables on it, rows that answer it, and the steps
   *     that these call
   */
  public static String policy(Policy policy, Form form, Optional<Event> event) {
    if (form == Form.JSON) {
      return PolicyJson.write(policy, tables(policy, event), event);
    }
    if (form == Form.CSV) {
      return Rendering.csv(flat(policy, event));
    }
    List<Sheet> sheets = new ArrayList<>();
    if (event.isEmpty()) {
      sheets.addAll(settings(policy));
    }
    StringBuilder text = new StringBuilder(Rendering.title(form, "policy " + policy.name()));
    policy.doc().ifPresent(doc -> text.append(Rendering.paragraph(form, doc)));
    for (Sheet sheet : sheets) {
      text.append(Rendering.sheet(form, sheet));
    }
    for (Table table : tables(policy, event)) {
      List<Transition> rows = rows(table, event);
      Sheet sheet = sheet(policy, table, rows);
      boolean cards =
          form == Form.CARDS || (form == Form.MAIL && Rendering.width(sheet) > Rendering.MAIL);
      text.append(
          cards
              ? Cards.write(policy, table, rows, form == Form.MAIL)
              : Rendering.sheet(form, sheet));
    }
    return text.toString();
  }

  /** The tables that have rows to show; of steps only those that these rows call. */
  private static List<Table> tables(Policy policy, Optional<Event> event) {
    if (event.isEmpty()) {
      return policy.tables();
    }
    List<Table> tables = new ArrayList<>();
    Set<String> called = new LinkedHashSet<>();
    for (Table table : policy.tables()) {
      if (table.kind() != Table.Kind.STEP && table.on(event.get())) {
        tables.add(table);
        rows(table, event).forEach(row -> calls(policy, row, called));
      }
    }
    policy.steps().stream().filter(step -> called.contains(step.name())).forEach(tables::add);
    return tables;
  }

  private static void calls(Policy policy, Transition row, Set<String> called) {
    row.outcome().effects().forEach(item -> {
      if (item instanceof EffectItem.Call call && called.add(call.step())) {
        policy
            .step(call.step())
            .ifPresent(step -> step.rows().forEach(each -> calls(policy, each, called)));
      }
    });
  }

  static List<Transition> rows(Table table, Optional<Event> event) {
    return table.kind() == Table.Kind.STEP || event.isEmpty()
        ? table.rows()
        : table.rows().stream().filter(row -> row.answers(event.get())).toList();
  }

  /** Flags, traits and lacking events. */
  private static List<Sheet> settings(Policy policy) {
    List<List<String>> chosen = new ArrayList<>();
    for (FlagSetting each : policy.flags()) {
      chosen.add(List.of(
          "flag",
          each.flag().name(),
          String.join(" | ", each.allowed().stream().map(Value::name).toList()),
          each.grounds().spelled(),
          Wording.status(each.grounds()),
          each.grounds().why().orElse("")));
    }
    for (TraitSetting each : policy.traits()) {
      chosen.add(List.of(
          "trait",
          each.trait().name(),
          Wording.alternatives(each),
          each.grounds().spelled(),
          Wording.status(each.grounds()),
          each.grounds().why().orElse("")));
    }
    for (Lack each : policy.lacks()) {
      chosen.add(List.of(
          "lacks",
          each.event().name(),
          "",
          each.grounds().spelled(),
          Wording.status(each.grounds()),
          each.grounds().why().orElse("")));
    }
    return chosen.isEmpty()
        ? List.of()
        : List.of(new Sheet(
            "settings",
            "",
            List.of("kind", "name", "value", "source", "status", "why"),
            0,
            chosen));
  }

  /** The columns of a table: those that it declares, then those that only its overrides have. */
  private static List<String> headings(
      List<Transition> rows, List<String> declared, boolean right) {
    Set<String> found = new LinkedHashSet<>(declared);
    rows.forEach(row -> row.cells().forEach(cell -> found.add(cell.heading())));
    found.removeAll(GROUNDS);
    List<String> kept = new ArrayList<>();
    for (String heading : found) {
      boolean outcome = rows.stream()
          .flatMap(row -> row.cells().stream())
          .filter(cell -> cell.heading().equals(heading))
          .findFirst()
          .map(Cell::outcome)
          .orElse(heading.endsWith("'"));
      boolean used = rows.stream()
          .flatMap(row -> row.cells().stream())
          .anyMatch(cell -> cell.heading().equals(heading));
      if (used && outcome == right) {
        kept.add(heading);
      }
    }
    return kept;
  }

  private static Sheet sheet(Policy policy, Table table, List<Transition> rows) {
    List<String> left = headings(rows, table.headings(), false);
    List<String> right = headings(rows, table.headings(), true);
    List<String> headings = new ArrayList<>(List.of("row"));
    headings.addAll(left);
    headings.addAll(right);
    headings.addAll(List.of("origin", "source", "status", "why"));
    List<List<String>> lines = new ArrayList<>();
    for (Transition row : rows) {
      List<String> line = new ArrayList<>(List.of(id(row)));
      left.forEach(heading -> line.add(cell(row, heading, "-")));
      right.forEach(heading -> line.add(cell(row, heading, absent(heading))));
      line.add(Wording.origin(row, policy.name()));
      line.add(row.grounds().spelled());
      line.add(Wording.status(row.grounds()));
      line.add(row.grounds().why().orElse(""));
      lines.add(line);
    }
    return new Sheet(Wording.head(table), table.doc().orElse(""), headings, 1 + left.size(), lines);
  }

  static String id(Transition row) {
    return row.alternativeTo()
        .map(other -> row.id().id() + " or " + other.id())
        .orElse(row.id().id());
  }

  /** A row's cell; columns that its own table omits mean what the language says they mean. */
  static String cell(Transition row, String heading, String absent) {
    return row.cells().stream()
        .filter(cell -> cell.heading().equals(heading))
        .map(Cell::text)
        .findFirst()
        .orElse(absent);
  }

  static String absent(String heading) {
    if (heading.endsWith("'")) {
      return "=";
    }
    return heading.equals("effects") ? "none" : "-";
  }

  /** All tables in one, for a spreadsheet. */
  private static Sheet flat(Policy policy, Optional<Event> event) {
    List<Table> tables = tables(policy, event);
    List<Transition> all = new ArrayList<>();
    tables.forEach(table -> all.addAll(rows(table, event)));
    List<String> declared = new ArrayList<>();
    tables.forEach(table -> declared.addAll(table.headings()));
    List<String> left = headings(all, declared, false);
    List<String> right = headings(all, declared, true);
    List<String> headings =
        new ArrayList<>(List.of("policy", "table", "kind", "row", "origin", "declared"));
    headings.addAll(left);
    headings.addAll(right);
    headings.addAll(List.of("source", "status", "why", "at"));
    List<List<String>> lines = new ArrayList<>();
    for (Table table : tables) {
      for (Transition row : rows(table, event)) {
        List<String> line = new ArrayList<>(List.of(
            policy.name(),
            table.name(),
            table.kind().name().toLowerCase(Locale.ROOT),
            id(row),
            Wording.origin(row, policy.name()),
            row.id().policy()));
        left.forEach(heading -> line.add(cell(row, heading, "")));
        right.forEach(heading -> line.add(cell(row, heading, "")));
        line.add(row.grounds().spelled());
        line.add(row.grounds().status().word());
        line.add(row.grounds().why().orElse(""));
        line.add(row.at().file().path() + ":" + row.at().line());
        lines.add(line);
      }
    }
    return new Sheet("", "", headings, 0, lines);
  }

  // --- Side by side ---------------------------------------------------------------------------

  /** Policies side by side: a line for each, a column for each trait that any of them sets. */
  public static String traits(List<Policy> policies, Form form) {
    Set<String> traits = new LinkedHashSet<>();
    policies.forEach(
        policy -> policy.traits().forEach(each -> traits.add(each.trait().name())));
    return side(policies, List.copyOf(traits), form);
  }

  /** Policies side by side by one trait. */
  public static String trait(List<Policy> policies, String trait, Form form) {
    return side(policies, List.of(trait), form);
  }

  private static String side(List<Policy> policies, List<String> traits, Form form) {
    List<String> headings = new ArrayList<>(List.of("policy"));
    headings.addAll(traits);
    headings.addAll(List.of("source", "status"));
    List<List<String>> lines = new ArrayList<>();
    for (Policy policy : policies) {
      List<String> line = new ArrayList<>(List.of(policy.name()));
      for (String trait : traits) {
        line.add(policy.traits().stream()
            .filter(each -> each.trait().name().equals(trait))
            .findFirst()
            .map(Wording::alternatives)
            .orElse("-"));
      }
      line.add(policy.grounds().spelled());
      line.add(Wording.status(policy.grounds()));
      lines.add(line);
    }
    return alone(form, new Sheet("traits", "", headings, 0, lines));
  }

  /**
   * Policies side by side by one event: a line for each row that answers it anywhere, and who has
   * it.
   */
  public static String event(List<Policy> policies, Event event, Form form) {
    List<Transition> rows = new ArrayList<>();
    List<String> declared = new ArrayList<>();
    for (Policy policy : policies) {
      for (Table table : policy.tables()) {
        if (table.kind() != Table.Kind.STEP && table.on(event)) {
          declared.addAll(table.headings());
          for (Transition row : rows(table, Optional.of(event))) {
            if (rows.stream().noneMatch(each -> each.id().equals(row.id()))) {
              rows.add(row);
            }
          }
        }
      }
    }
    List<String> left = headings(rows, declared, false);
    left.remove("event");
    List<String> right = headings(rows, declared, true);
    List<String> headings = new ArrayList<>(List.of("row"));
    headings.addAll(left);
    headings.addAll(right);
    policies.forEach(policy -> headings.add(policy.name()));
    List<List<String>> lines = new ArrayList<>();
    for (Transition row : rows) {
      List<String> line = new ArrayList<>(List.of(row.id().id()));
      left.forEach(heading -> line.add(cell(row, heading, "-")));
      right.forEach(heading -> line.add(cell(row, heading, absent(heading))));
      for (Policy policy : policies) {
        boolean has = policy.row(row.id()).isPresent();
        line.add(has ? "yes" : policy.event(event.name()).isPresent() ? "-" : "lacks");
      }
      lines.add(line);
    }
    return alone(form, new Sheet("event " + event.name(), "", headings, 1 + left.size(), lines));
  }

  private static String alone(Form form, Sheet sheet) {
    return switch (form) {
      case JSON -> PolicyJson.write(sheet);
      case CSV -> Rendering.csv(sheet);
      case TEXT, CARDS, MARKDOWN, RST, MAIL -> Rendering.sheet(form, sheet);
    };
  }
}
