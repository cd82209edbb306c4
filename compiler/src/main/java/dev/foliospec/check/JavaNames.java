package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names stay apart when they are turned into names of Java.
 *
 * <p>Rows, values, effects and errors become constants, where case is lost; events and policies
 * become types, one file each, and variables and their like become fields, where underscores are lost
 * as well. Reports {@link Rule#JAVA_NAME_CLASH} at the later of two names.
 */
final class JavaNames implements Check {
  private final Set<String> reported = new HashSet<>();
  private final Set<Type> types = new HashSet<>();

  /** Names in one scope so far: Java's name to the first that takes it, and where it stands. */
  private static final class Scope {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Span> places = new HashMap<>();
  }

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    for (Vocabulary vocabulary : set.vocabularies().values()) {
      Scope events = new Scope();
      for (Event event : vocabulary.events()) {
        add(events, "events", event.name(), type(event.name()), event.at(), found);
        Scope parameters = new Scope();
        for (Parameter each : event.parameters()) {
          add(parameters, "parameters", each.name(), field(each.name()), event.at(), found);
        }
        Scope outputs = new Scope();
        for (Output each : event.outputs()) {
          add(outputs, "outputs", each.name(), field(each.name()), event.at(), found);
        }
      }
      for (Type type : vocabulary.types()) {
        values(type, vocabulary.at(), found);
      }
    }
    Scope policies = new Scope();
    for (Policy policy : set.policies().values()) {
      if (!policy.isAbstract()) {
        String java = policy.edition().toLowerCase(Locale.ROOT) + "." + type(policy.shortName());
        add(policies, "policies", policy.name(), java, policy.at(), found);
      }
      if (policy.sound()) {
        inspect(policy, found);
      }
    }
  }

  private void inspect(Policy policy, Diagnostics found) {
    Scope rows = new Scope();
    for (Table table : policy.tables()) {
      for (Transition row : table.rows()) {
        String id = row.id().id();
        add(rows, "rows", id, id.toUpperCase(Locale.ROOT), id(row), found);
      }
    }
    Scope variables = new Scope();
    for (Variable each : policy.variables()) {
      add(variables, "variables", each.name(), field(each.name()), each.at(), found);
      values(each.type(), each.at(), found);
    }
    Scope flags = new Scope();
    for (FlagSetting each : policy.flags()) {
      add(
          flags,
          "flags",
          each.flag().name(),
          field(each.flag().name()),
          each.flag().at(),
          found);
    }
    Scope chances = new Scope();
    for (Chance each : policy.chances()) {
      add(chances, "chances", each.name(), field(each.name()), each.at(), found);
    }
    Scope effects = new Scope();
    for (Effect each : policy.effects()) {
      add(effects, "effects", each.name(), each.name().toUpperCase(Locale.ROOT), each.at(), found);
    }
    Scope errors = new Scope();
    for (ErrorAnswer each : policy.errors()) {
      add(errors, "errors", each.name(), each.name().toUpperCase(Locale.ROOT), each.at(), found);
    }
  }

  private void values(Type type, Span at, Diagnostics found) {
    if (!types.add(type)) {
      return;
    }
    Scope values = new Scope();
    for (Value value : type.values()) {
      add(values, "values", value.name(), value.name().toUpperCase(Locale.ROOT), at, found);
    }
  }

  /** Where a row's id stands: at the start of a table's row, behind its bar. */
  private static Span id(Transition row) {
    String text = row.at().text();
    String id = row.id().id();
    int at = text.startsWith("|") ? text.indexOf(id) : -1;
    return at < 0
        ? row.at()
        : row.at().file().span(row.at().start() + at, row.at().start() + at + id.length());
  }

  private void add(Scope scope, String kind, String name, String java, Span at, Diagnostics found) {
    String other = scope.names.putIfAbsent(java, name);
    Span place = scope.places.putIfAbsent(java, at);
    if (other == null || place == null || other.equals(name)) {
      return;
    }
    if (!reported.add(kind + " " + other + " " + name)) {
      return;
    }
    Diagnostic finding = Diagnostic.of(
            Rule.JAVA_NAME_CLASH,
            at,
            kind + " `" + other + "` and `" + name + "` become one name of Java")
        .withLabel("becomes `" + java + "`")
        .withRelated(place, "becomes `" + java + "`, too");
    found.add(
        at.text().equals(name)
            ? finding.withFix("write `" + name + "_2`", new Edit(at, name + "_2"))
            : finding.withHelp("rename one of the two"));
  }

  private static String type(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** {@code host_map} as {@code hostMap}. */
  private static String field(String name) {
    StringBuilder java = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char each = name.charAt(at);
      if (each == '_') {
        continue;
      }
      boolean starts = java.length() > 0 && at > 0 && name.charAt(at - 1) == '_';
      String letter = String.valueOf(each);
      java.append(
          starts
              ? letter.toUpperCase(Locale.ROOT)
              : java.length() == 0 ? letter.toLowerCase(Locale.ROOT) : letter);
    }
    return java.toString();
  }
}
