package dev.foliospec.coverage;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellText;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.RowSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes of a cell that a slip of the author might have made.
 *
 * <p>A condition becomes {@code -} or another value, {@code =x} becomes {@code !=x} and the other way
 * round, an event cell another event. An answer becomes {@code ok} or another error that some row
 * gives to the event; a failure becomes a refusal, without its changes. A new value becomes {@code =},
 * another value, or in a row that calls steps what the variable was; an output goes, becomes another
 * value, or is read before instead of after the row. Of effects one goes, or two neighbours change
 * places. Where a type has many values, the first few are tried.
 */
final class Flips {
  /** How many values of a type are tried in one cell. */
  private static final int MOST = 4;

  private final Contents contents;
  private final Policy policy;
  private final List<Policy> heirs;

  /**
   * The changes of a policy's rows.
   *
   * @param policy who declares the rows
   * @param heirs the complete policies that have them
   */
  Flips(Contents contents, Policy policy, List<Policy> heirs) {
    this.contents = contents;
    this.policy = policy;
    this.heirs = heirs;
  }

  /** The changes of the cell at a position of a row. */
  List<Flip> of(Table table, Transition row, RowSyntax written, int at, String text) {
    ColumnKind kind = written.cells().get(at).column().kind();
    String heading = written.cells().get(at).column().heading();
    Set<String> texts = new LinkedHashSet<>();
    switch (kind) {
      case EVENT -> events(table, text, texts);
      case WHEN -> expressions(text, texts);
      case CONDITION -> conditions(table, heading, text, texts);
      case UPDATE -> updates(row, heading, text, texts);
      case OUTPUT -> {
        if (does(row)) {
          outputs(row, heading, text, texts);
        }
      }
      case EFFECTS -> {
        return does(row) ? effects(text, at) : List.of();
      }
      case ANSWER -> {
        return answers(table, row, written, at, text);
      }
      default -> {
        return List.of();
      }
    }
    texts.remove(text);
    List<Flip> flips = new ArrayList<>();
    for (String each : texts) {
      flips.add(new Flip(each, "`" + each + "`", Map.of(at, contents.of(kind, each))));
    }
    return flips;
  }

  // --- Left of the divider ---

  private static void events(Table table, String text, Set<String> texts) {
    if (table.events().size() < 2) {
      return;
    }
    texts.add("-");
    List<String> names = new ArrayList<>();
    table.events().forEach(each -> names.add(each.name()));
    some(names, text, texts);
  }

  private static void expressions(String text, Set<String> texts) {
    if (!text.equals("-")) {
      texts.add("-");
      if (!text.equals("otherwise")) {
        texts.add("not (" + text + ")");
      }
    }
  }

  private void conditions(Table table, String heading, String text, Set<String> texts) {
    List<String> values = values(table, heading);
    if (text.equals("-")) {
      // To be asked what nobody asked: the first value and the last stand for all.
      if (values.size() > 1) {
        texts.add(values.get(0));
        texts.add(values.get(values.size() - 1));
      }
      return;
    }
    texts.add("-");
    if (text.startsWith("!=")) {
      texts.add(text.substring(1));
    } else if (text.startsWith("=")) {
      texts.add("!" + text);
    } else if (!text.equals("otherwise")) {
      some(values, text, texts);
    }
  }

  private List<String> values(Table table, String heading) {
    for (Definition definition : policy.definitions()) {
      if (definition.name().equals(heading)) {
        return List.of("yes", "no");
      }
    }
    List<String> names = new ArrayList<>();
    type(table, heading).ifPresent(type -> names.addAll(names(type)));
    return names;
  }

  private Optional<Type> type(Table table, String heading) {
    List<Event> events = table.kind() == Table.Kind.STEP ? policy.events() : table.events();
    for (Event event : events) {
      Optional<Parameter> parameter = event.parameter(heading);
      if (parameter.isPresent()) {
        return Optional.of(parameter.get().type());
      }
    }
    for (FlagSetting setting : policy.flags()) {
      if (setting.flag().name().equals(heading)) {
        return Optional.of(setting.flag().type());
      }
    }
    for (Trait trait : policy.vocabulary().traits()) {
      if (trait.name().equals(heading) && !trait.effects()) {
        return Optional.of(trait.type());
      }
    }
    for (Chance chance : policy.chances()) {
      if (chance.name().equals(heading)) {
        return Optional.of(chance.type());
      }
    }
    return variable(heading);
  }

  /** The type of a variable, or of the elements of an indexed one. */
  private Optional<Type> variable(String name) {
    int bracket = name.indexOf('[');
    for (Variable variable : policy.variables()) {
      boolean its = bracket > 0
          ? variable.member().isPresent() && variable.family().equals(name.substring(0, bracket))
          : variable.name().equals(name);
      if (its) {
        return Optional.of(variable.type());
      }
    }
    return Optional.empty();
  }

  private static List<String> names(Type type) {
    List<String> names = new ArrayList<>();
    for (Value value : type.values()) {
      names.add(value.name());
    }
    return names;
  }

  private static void some(List<String> names, String but, Set<String> texts) {
    int count = 0;
    for (String name : names) {
      if (!name.equals(but) && count < MOST) {
        texts.add(name);
        count++;
      }
    }
  }

  // --- Right of it ---

  /** Whether a row carries anything out, so that its cells mean something. */
  private static boolean does(Transition row) {
    return row.outcome().answer() != Outcome.Answer.FORBID
        && row.outcome().answer() != Outcome.Answer.PASS;
  }

  private void updates(Transition row, String heading, String text, Set<String> texts) {
    if (!does(row) || row.outcome().answer() == Outcome.Answer.REFUSE) {
      return;
    }
    String name = heading.substring(0, heading.length() - 1);
    texts.add("=");
    variable(name).ifPresent(type -> some(names(type), text, texts));
    boolean calls = row.cells().stream()
        .anyMatch(each -> each.heading().equals("effects") && each.text().contains("do "));
    if (calls && name.indexOf('[') < 0) {
      texts.add(name);
    }
  }

  private void outputs(Transition row, String name, String text, Set<String> texts) {
    List<Event> events = row.events();
    for (Event event : events) {
      if (event.output(name).isEmpty()) {
        return;
      }
    }
    if (events.isEmpty()) {
      return;
    }
    texts.add("-");
    Output output = events.get(0).output(name).orElseThrow();
    some(names(output.type()), text, texts);
    if (text.endsWith("'")) {
      texts.add(text.substring(0, text.length() - 1));
    } else if (policy.variables().stream().anyMatch(each -> each.name().equals(text))) {
      texts.add(text + "'");
    }
  }

  private List<Flip> effects(String text, int at) {
    List<Flip> flips = new ArrayList<>();
    if (text.equals("none") || text.equals("-")) {
      return flips;
    }
    List<String> items = List.of(text.split(", "));
    for (int item = 0; item < items.size(); item++) {
      List<String> fewer = new ArrayList<>(items);
      fewer.remove(item);
      flips.add(effects(fewer, "without `" + items.get(item) + "`", at));
    }
    for (int item = 1; item < items.size(); item++) {
      List<String> swapped = new ArrayList<>(items);
      swapped.add(item - 1, swapped.remove(item));
      if (!swapped.equals(items)) {
        String brief = "`" + items.get(item) + "` before `" + items.get(item - 1) + "`";
        flips.add(effects(swapped, brief, at));
      }
    }
    return flips;
  }

  private Flip effects(List<String> items, String brief, int at) {
    String text = items.isEmpty() ? "none" : String.join(", ", items);
    return new Flip(text, brief, Map.of(at, contents.of(ColumnKind.EFFECTS, text)));
  }

  // --- Answers ---

  private List<Flip> answers(Table table, Transition row, RowSyntax written, int at, String text) {
    List<String> head = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (String part : text.split(", ")) {
      (part.contains("=") ? shown : head).add(part);
    }
    String tail = shown.isEmpty() ? "" : ", " + String.join(", ", shown);
    boolean checks = table.kind() == Table.Kind.CHECKS;
    List<String> errors = errors(row);
    Outcome outcome = row.outcome();
    String pass = checks ? "pass" : "ok";
    List<Flip> flips = new ArrayList<>();
    switch (outcome.answer()) {
      case OK -> {
        boolean changes = !outcome.updates().isEmpty() || !outcome.effects().isEmpty();
        errors.forEach(
            error -> flips.add(answer(at, (changes ? "fail " : "refuse ") + error + tail)));
      }
      case REFUSE -> {
        flips.add(checks ? bare(written, at, pass) : answer(at, pass + tail));
        errors.forEach(error -> flips.add(answer(at, "refuse " + error + tail)));
      }
      case FAIL -> {
        flips.add(checks ? bare(written, at, pass) : answer(at, pass + tail));
        errors.forEach(error -> flips.add(answer(at, "fail " + error + tail)));
        for (ErrorAnswer error :
            outcome.errors().size() == 1 ? outcome.errors() : List.<ErrorAnswer>of()) {
          flips.add(bare(written, at, "refuse " + error.name() + tail));
        }
      }
      case FORBID, PASS -> {
        if (outcome.answer() == Outcome.Answer.FORBID) {
          flips.add(bare(written, at, pass));
        }
        errors.forEach(error -> flips.add(bare(written, at, "refuse " + error)));
      }
      case ANY, OK_OR -> {
        flips.add(answer(at, "ok"));
        for (ErrorAnswer error :
            outcome.answer() == Outcome.Answer.ANY ? List.<ErrorAnswer>of() : outcome.errors()) {
          flips.add(bare(written, at, "refuse " + error.name() + tail));
        }
      }
      case NONE -> {}
    }
    for (int each = 0; each < shown.size(); each++) {
      String output = shown.get(each).substring(0, shown.get(each).indexOf('=')).strip();
      Set<String> values = new LinkedHashSet<>();
      String said = shown.get(each).substring(shown.get(each).indexOf('=') + 1).strip();
      outputs(row, output, said, values);
      values.remove(said);
      for (String value : values) {
        List<String> parts = new ArrayList<>(head);
        parts.addAll(shown);
        if (value.equals("-")) {
          parts.remove(head.size() + each);
        } else {
          parts.set(head.size() + each, output + "=" + value);
        }
        flips.add(answer(at, String.join(", ", parts)));
      }
    }
    flips.removeIf(flip -> flip.becomes().equals(text));
    return flips;
  }

  /** The errors that some row gives to an event of this one, in the order of rows. */
  private List<String> errors(Transition row) {
    Set<String> errors = new LinkedHashSet<>();
    for (Policy heir : heirs) {
      for (Table table : tables(heir)) {
        for (Transition other : table.rows()) {
          Outcome.Answer answer = other.outcome().answer();
          boolean refuses = answer == Outcome.Answer.REFUSE
              || answer == Outcome.Answer.FAIL
              || answer == Outcome.Answer.OK_OR;
          boolean same = false;
          for (Event event : row.events()) {
            same |= other.answers(event);
          }
          if (refuses && same && other.outcome().errors().size() <= MOST) {
            other.outcome().errors().forEach(error -> errors.add(error.name()));
          }
        }
      }
    }
    return List.copyOf(errors);
  }

  private static List<Table> tables(Policy heir) {
    return heir.lifting().isPresent() ? heir.lifting().get().page().tables() : heir.tables();
  }

  private Flip answer(int at, String text) {
    return new Flip(text, "`" + text + "`", Map.of(at, contents.of(ColumnKind.ANSWER, text)));
  }

  /** Another answer in a row that changes nothing and shows nothing but what the answer says. */
  private Flip bare(RowSyntax written, int at, String text) {
    boolean changes = false;
    Map<Integer, CellContent> changed = new LinkedHashMap<>();
    changed.put(at, contents.of(ColumnKind.ANSWER, text));
    for (int other = 0; other < written.cells().size(); other++) {
      ColumnKind kind = written.cells().get(other).column().kind();
      String nothing = switch (kind) {
        case UPDATE -> "=";
        case OUTPUT -> "-";
        case EFFECTS -> "none";
        default -> "";
      };
      if (!nothing.isEmpty()) {
        changes |= !CellText.of(written.cells().get(other).content()).equals(nothing);
        changed.put(other, contents.of(kind, nothing));
      }
    }
    return new Flip(
        text, "`" + text + "`" + (changes ? " without the row's changes" : ""), changed);
  }
}
