package dev.foliospec.mutation;

import dev.foliospec.compile.Compilation;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Definition;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.PoliciesSyntax;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.UnitSyntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mutants of all cells, in the order of policies, tables, rows and columns.
 *
 * <p>A condition becomes {@code -}, each single value of its type, and {@code =x} becomes {@code
 * !=x}; an event cell {@code -} and each event of the table. An answer becomes {@code ok}, {@code
 * any}, and {@code refuse E} and {@code fail E} with each error; in checks {@code pass} instead of
 * the first two. A new value becomes {@code =}, each value of the type, and where the row calls steps
 * the variable itself. An output becomes {@code -}, each value, and each variable of its type before
 * and after the row. Effects become {@code none}, lose each item, swap each two neighbours; {@code
 * none} becomes each effect. A trait becomes each single value, flag or list that its column admits.
 */
final class CellMutations {
  private final Compilation original;
  private final List<Mutant> mutants = new ArrayList<>();

  private CellMutations(Compilation original) {
    this.original = original;
  }

  /** The mutants of everything that was compiled. */
  static List<Mutant> of(Compilation original) {
    CellMutations mutations = new CellMutations(original);
    for (Policy policy : original.policySet().policies().values()) {
      for (Table table : policy.tables()) {
        for (Transition row : table.rows()) {
          if (row.id().policy().equals(policy.name())) {
            mutations.row(policy, table, row);
          }
        }
      }
    }
    for (FileSyntax file : original.syntax().files()) {
      for (UnitSyntax unit : file.units()) {
        if (unit instanceof PoliciesSyntax pivot) {
          pivot.rows().forEach(mutations::pivot);
        }
      }
    }
    return List.copyOf(mutations.mutants);
  }

  private List<String> having(Transition row) {
    return original.policySet().completePolicies().stream()
        .filter(policy -> policy.row(row.id()).isPresent())
        .map(Policy::name)
        .toList();
  }

  // --- Rows
  // ----------------------------------------------------------------------------------------

  private void row(Policy policy, Table table, Transition row) {
    for (Cell cell : row.cells()) {
      String text = cell.at().text();
      boolean step = table.kind() == Table.Kind.STEP;
      String heading = cell.heading();
      if (!cell.outcome()) {
        boolean event = heading.equals("event");
        add(
            event ? Mutant.Kind.EVENT : Mutant.Kind.CONDITION,
            table,
            row,
            cell,
            event ? events(table) : conditions(policy, table, heading, text));
      } else if (heading.equals("answer")) {
        add(Mutant.Kind.ANSWER, table, row, cell, answers(policy, table, row, text));
      } else if (heading.endsWith("'")) {
        add(Mutant.Kind.UPDATE, table, row, cell, updates(policy, row, heading));
      } else if (heading.equals("effects")) {
        add(Mutant.Kind.EFFECTS, table, row, cell, effects(policy, text));
      } else if (!step && !List.of("source", "status", "why").contains(heading)) {
        add(Mutant.Kind.OUTPUT, table, row, cell, outputs(policy, row, heading));
      }
    }
  }

  private void add(
      Mutant.Kind kind, Table table, Transition row, Cell cell, Set<String> replacements) {
    String text = cell.at().text();
    Stream<Event> events = switch (table.kind()) {
      case STEP ->
        original.policySet().vocabularies().values().stream()
            .flatMap(each -> each.events().stream());
      case CHECKS, BODY ->
        kind == Mutant.Kind.EVENT ? table.events().stream() : row.events().stream();
    };
    List<String> names = events.map(Event::name).toList();
    for (String replacement : replacements) {
      if (!replacement.equals(text)) {
        mutants.add(new Mutant(
            kind,
            row.id().id() + "." + cell.heading(),
            cell.at(),
            text,
            replacement,
            Mutant.Role.valueOf(table.kind().name()),
            row.id().spelled(),
            having(row),
            names));
      }
    }
  }

  private static Set<String> events(Table table) {
    Set<String> all = new LinkedHashSet<>(Set.of("-"));
    table.events().forEach(each -> all.add(each.name()));
    return all;
  }

  private static Set<String> conditions(Policy policy, Table table, String heading, String text) {
    Set<String> all = new LinkedHashSet<>(Set.of("-"));
    if (heading.equals("when")) {
      if (!text.equals("-") && !text.equals("otherwise")) {
        all.add("not (" + text + ")");
      }
      return all;
    }
    if (policy.definitions().stream().map(Definition::name).anyMatch(heading::equals)) {
      all.addAll(List.of("yes", "no"));
      return all;
    }
    Slot slot = slot(policy, table, heading)
        .orElseThrow(() -> new AssertionError("nothing is called " + heading));
    slot.type().values().forEach(each -> all.add(each.name()));
    if (text.startsWith("!=")) {
      all.add(text.substring(1));
    } else if (text.startsWith("=")) {
      all.add("!" + text);
    }
    return all;
  }

  private static Optional<Slot> slot(Policy policy, Table table, String name) {
    List<Event> events = table.kind() == Table.Kind.STEP ? policy.events() : table.events();
    Stream<Slot> parameters = events.stream().flatMap(each -> each.parameters().stream());
    Stream<Slot> rest = Stream.of(
            policy.variables().stream(),
            policy.flags().stream().map(each -> each.flag()),
            policy.vocabulary().traits().stream(),
            policy.chances().stream())
        .flatMap(each -> each);
    return Stream.concat(parameters, rest)
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private static Set<String> answers(Policy policy, Table table, Transition row, String text) {
    List<String> head = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (String part : text.split(", ")) {
      (part.contains("=") ? shown : head).add(part);
    }
    String tail = shown.isEmpty() ? "" : ", " + String.join(", ", shown);
    Set<String> all = new LinkedHashSet<>();
    if (table.kind() == Table.Kind.CHECKS) {
      all.add("pass");
    } else {
      all.add("ok" + tail);
      all.add("any" + tail);
    }
    for (ErrorAnswer error : policy.errors()) {
      all.add("refuse " + error.name() + tail);
      all.add("fail " + error.name() + tail);
    }
    for (int at = 0; at < shown.size(); at++) {
      String output = shown.get(at).substring(0, shown.get(at).indexOf('='));
      for (String value : outputs(policy, row, output)) {
        List<String> parts = new ArrayList<>(shown);
        if (value.equals("-")) {
          parts.remove(at);
        } else {
          parts.set(at, output + "=" + value);
        }
        all.add(String.join(", ", Stream.concat(head.stream(), parts.stream()).toList()));
      }
    }
    return all;
  }

  private static Set<String> updates(Policy policy, Transition row, String heading) {
    String name = heading.substring(0, heading.length() - 1);
    Variable variable = policy.variables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
    Set<String> all = new LinkedHashSet<>(Set.of("="));
    variable.type().values().forEach(each -> all.add(each.name()));
    boolean calls = row.cells().stream()
        .anyMatch(each -> each.heading().equals("effects") && each.text().contains("do "));
    if (calls) {
      all.add(name);
    }
    return all;
  }

  /** What an output may show; nothing where not all of the row's events have it. */
  private static Set<String> outputs(Policy policy, Transition row, String name) {
    Set<String> all = new LinkedHashSet<>();
    if (row.events().isEmpty()
        || row.events().stream().anyMatch(each -> each.output(name).isEmpty())) {
      return all;
    }
    Type type = row.events().get(0).output(name).orElseThrow().type();
    all.add("-");
    type.values().forEach(each -> all.add(each.name()));
    for (Variable each : policy.variables()) {
      if (each.type().values().equals(type.values())) {
        all.add(each.name());
        all.add(each.name() + "'");
      }
    }
    return all;
  }

  private static Set<String> effects(Policy policy, String text) {
    Set<String> all = new LinkedHashSet<>(Set.of("none"));
    if (text.equals("none")) {
      policy.effects().forEach(each -> all.add(each.name()));
      return all;
    }
    List<String> items = List.of(text.split(", "));
    for (int at = 0; at < items.size() && items.size() > 1; at++) {
      List<String> fewer = new ArrayList<>(items);
      fewer.remove(at);
      all.add(String.join(", ", fewer));
    }
    for (int at = 1; at < items.size(); at++) {
      List<String> swapped = new ArrayList<>(items);
      swapped.add(at - 1, swapped.remove(at));
      all.add(String.join(", ", swapped));
    }
    return all;
  }

  // --- Pivots
  // --------------------------------------------------------------------------------------

  private void pivot(RowSyntax row) {
    Policy policy = original.policySet().policy(row.id().text()).orElseThrow();
    List<String> events = policy.events().stream().map(Event::name).toList();
    for (CellSyntax cell : row.cells()) {
      if (cell.column().kind() != ColumnKind.CONDITION) {
        continue;
      }
      String name = cell.column().name().text();
      TraitSetting setting = policy.traits().stream()
          .filter(each -> each.trait().name().equals(name))
          .findFirst()
          .orElseThrow();
      String text = cell.at().text();
      for (String replacement : traits(policy, setting, text)) {
        if (!replacement.equals(text)) {
          mutants.add(new Mutant(
              Mutant.Kind.TRAIT,
              policy.name() + "." + name,
              cell.at(),
              text,
              replacement,
              Mutant.Role.PIVOT,
              policy.name(),
              List.of(policy.name()),
              events));
        }
      }
    }
  }

  private static Set<String> traits(Policy policy, TraitSetting setting, String text) {
    Set<String> all = new LinkedHashSet<>();
    if (setting.trait().effects()) {
      for (String alternative : text.split(" / ")) {
        if (setting.undecided()) {
          all.add(alternative);
        }
        all.addAll(effects(policy, alternative));
      }
      return all;
    }
    List<Value> values = setting.trait().type().values();
    values.forEach(each -> all.add(each.name()));
    policy.flags().stream()
        .map(each -> each.flag())
        .filter(each -> each.type().values().equals(values))
        .forEach(each -> all.add(each.name()));
    return all;
  }
}
