package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Answering;
import dev.foliospec.generator.rows.CheckRows;
import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Origin;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Settled;
import dev.foliospec.generator.rows.Shown;
import dev.foliospec.generator.rows.Way;
import dev.foliospec.generator.rows.Write;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When rows answer: operators for what is asked before them, each written once and named by all that need it.
 */
final class Guards {
  /** An operator that says which row of a table of checks answers. */
  private record Gate(String name, List<Slot> told, CheckRows rows) {}

  /**
   * An operator that says what a table's rows take for granted.
   *
   * @param conjuncts how many conjuncts of a row's guard it stands for
   */
  private record Where(String name, List<Slot> told, int conjuncts) {}

  /** How long a condition may be that every row of a table repeats. */
  private static final int SHORT = 60;

  /**
   * When one row answers.
   *
   * @param before what is asked first: that the event can happen, and that no check answers before
   * @param asked what that reads
   * @param own the row's own conjuncts, those of its table first
   */
  record Guard(List<Piece> before, List<Slot> asked, List<Expression> own) {}

  /** Writes what a row does; returns the name of the operator. */
  interface Rows {
    String write(Answering row, Guard guard);
  }

  private final Policy policy;
  private final Settled settled;
  private final Names names;
  private final Terms terms;
  private final Operators text;

  /** What the operators of checks say where none of their rows answers. */
  private final String pass;

  private final List<Gate> gates = new ArrayList<>();
  private final Map<String, Where> wheres = new HashMap<>();

  Guards(Lowered lowered, Names names, Terms terms, Operators text) {
    this.policy = lowered.policy();
    this.settled = lowered.settled();
    this.names = names;
    this.terms = terms;
    this.text = text;
    boolean taken =
        policy.tables().stream().anyMatch(table -> table.rows().stream().anyMatch(Guards::isPass));
    pass = taken ? "go on" : "pass";
  }

  private static boolean isPass(Transition row) {
    return row.id().id().equals("pass");
  }

  // --- Events
  // --------------------------------------------------------------------------------------

  /** Writes all rows that answer an event, in order; returns their names. */
  List<Piece> rows(EventRows rows, Rows each) {
    Event event = rows.event();
    List<Piece> passed = new ArrayList<>();
    List<Slot> asked = new ArrayList<>();
    if (!rows.onlyWhen().isEmpty()) {
      List<Slot> told = told(rows.onlyWhen());
      String name = names.of("event", "can_" + event.name());
      text.comment("When it can happen at all.");
      text.define(head(name, told), Piece.all(terms.each(rows.onlyWhen(), Terms.Place.ACTION)));
      text.gap();
      passed.add(terms.called(name, told));
      asked.addAll(told);
    }
    List<Piece> written = new ArrayList<>();
    for (CheckRows checks : rows.checks()) {
      Gate gate = gate(checks);
      List<Slot> askedHere = new ArrayList<>(asked);
      askedHere.addAll(gate.told());
      for (Answering row : checks.rows()) {
        if (!row.passes() && !row.forbidden()) {
          List<Piece> guard = new ArrayList<>(passed);
          guard.add(says(gate, row.row().id().id()));
          written.add(Piece.atom(each.write(row, new Guard(guard, askedHere, List.of()))));
        }
      }
      passed.add(says(gate, pass));
      asked = askedHere;
    }
    for (Answering row : rows.bodies()) {
      if (row.forbidden()) {
        text.comment(row.row().id().id() + " forbids the event: no step.");
        text.gap();
      } else {
        written.add(Piece.atom(each.write(row, new Guard(passed, asked, row.guard()))));
      }
    }
    return written;
  }

  private Piece says(Gate gate, String row) {
    return new Piece.Related(
        terms.called(gate.name(), gate.told()), " = ", Piece.atom("\"" + row + "\""));
  }

  // --- Checks
  // --------------------------------------------------------------------------------------

  /** The operator for a table of checks on an event; events whose rows are the same share it. */
  private Gate gate(CheckRows checks) {
    for (Gate each : gates) {
      if (alike(each.rows(), checks)) {
        return each;
      }
    }
    String table = checks.table().name();
    Event event = checks.rows().get(0).event();
    boolean alone = gates.stream().noneMatch(gate -> gate.rows().table().name().equals(table))
        && checks.table().events().size() == 1;
    String name = names.of("checks", alone || shared(checks) ? table : table + "_" + event.name());
    List<Expression> read = new ArrayList<>();
    checks.rows().forEach(row -> read.addAll(row.guard()));
    Gate gate = new Gate(name, told(read), checks);
    gates.add(gate);
    checks.table().doc().ifPresent(text::comment);
    text.comment("Which row of the checks " + table + " answers, asked in this order; \"" + pass
        + "\" goes on to what comes next.");
    Piece answer = Piece.atom("\"" + pass + "\"");
    for (int at = checks.rows().size() - 1; at >= 0; at--) {
      Answering row = checks.rows().get(at);
      String id = row.passes() ? pass : row.row().id().id();
      answer = new Piece.Conditional(
          Piece.all(terms.each(row.guard(), Terms.Place.ACTION)),
          Piece.atom("\"" + id + "\""),
          answer);
    }
    text.define(head(name, gate.told()), answer);
    text.gap();
    return gate;
  }

  /** Whether all events of a table's rows are asked the same. */
  private static boolean shared(CheckRows checks) {
    return checks.rows().stream()
        .allMatch(row -> row.row().events().size() == checks.table().events().size());
  }

  private static boolean alike(CheckRows one, CheckRows other) {
    if (!one.table().name().equals(other.table().name())
        || one.rows().size() != other.rows().size()) {
      return false;
    }
    for (int at = 0; at < one.rows().size(); at++) {
      if (!one.rows().get(at).row().id().equals(other.rows().get(at).row().id())
          || !one.rows().get(at).guard().equals(other.rows().get(at).guard())) {
        return false;
      }
    }
    return true;
  }

  // --- Rows
  // ----------------------------------------------------------------------------------------

  /** The name of the operator for a row and an event. */
  String name(Answering answering) {
    Transition row = answering.row();
    String id = row.id().id();
    return names.of(
        "row", row.events().size() > 1 ? id + "_" + answering.event().name() : id);
  }

  /** What is said above a row. */
  void heading(Answering answering) {
    Transition row = answering.row();
    row.doc().ifPresent(text::comment);
    String id =
        row.id().policy().equals(policy.name()) ? row.id().id() : row.id().spelled();
    String alternative =
        row.alternativeTo().map(other -> ", an alternative to " + other.id()).orElse("");
    text.comment(id
        + alternative
        + ", table "
        + answering.table().name()
        + ". "
        + Comments.grounds(row.grounds()));
    row.grounds().why().ifPresent(text::comment);
  }

  /** A row's guard as conjuncts. */
  List<Piece> conjuncts(Answering answering, Guard guard) {
    List<Piece> parts = new ArrayList<>(guard.before());
    List<Expression> own = guard.own();
    Optional<Where> where = where(answering.table(), own);
    if (where.isPresent()) {
      parts.add(terms.called(where.get().name(), where.get().told()));
      own = own.subList(where.get().conjuncts(), own.size());
    }
    parts.addAll(terms.each(own, Terms.Place.ACTION));
    return parts;
  }

  /** What the rows of a table take for granted, as an operator where it is long. */
  private Optional<Where> where(Table table, List<Expression> guard) {
    Where known = wheres.get(table.name());
    if (known != null) {
      return Optional.of(known);
    }
    List<Expression> where =
        table.where().map(each -> Settled.conjuncts(settled.of(each))).orElse(List.of());
    Piece said = Piece.all(terms.each(where, Terms.Place.ACTION));
    if (Layout.flat(said).length() <= SHORT
        || guard.size() < where.size()
        || !guard.subList(0, where.size()).equals(where)) {
      return Optional.empty();
    }
    Where written =
        new Where(names.of("where", table.name() + "_where"), told(where), where.size());
    wheres.put(table.name(), written);
    table.doc().ifPresent(text::comment);
    text.comment("What the rows of " + table.name() + " take for granted.");
    text.define(head(written.name(), written.told()), said);
    text.gap();
    return Optional.of(written);
  }

  /** The parameters of the event, and the chances on which the row depends or of which properties speak. */
  List<Slot> bound(Answering answering, Guard guard, Set<String> always) {
    Map<String, Slot> bound = new LinkedHashMap<>();
    answering.event().parameters().forEach(each -> bound.put(each.name(), each));
    List<Slot> read = new ArrayList<>(guard.asked());
    guard.own().forEach(each -> read.addAll(Reads.of(each)));
    for (Way way : answering.ways()) {
      way.when().forEach(each -> read.addAll(Reads.of(each)));
      way.picks().forEach(pick -> pick.options().forEach(each -> reads(each, read)));
      for (Write write : way.writes()) {
        read.addAll(write.target().sources());
        reads(write.value(), read);
      }
      for (Reply reply : way.replies()) {
        for (List<Shown> options : reply.outputs()) {
          for (Shown shown : options) {
            if (shown instanceof Shown.One one) {
              reads(one.value(), read);
            }
          }
        }
      }
    }
    Set<String> names = new LinkedHashSet<>(always);
    read.forEach(slot -> names.add(slot.name()));
    for (Chance chance : policy.chances()) {
      if (names.contains(chance.name())) {
        bound.put(chance.name(), chance);
      }
    }
    return List.copyOf(bound.values());
  }

  private static void reads(Origin origin, List<Slot> slots) {
    if (origin instanceof Origin.Read read) {
      slots.addAll(read.slot().sources());
    } else if (origin instanceof Origin.Shifted shifted) {
      reads(shifted.from(), slots);
    } else if (origin instanceof Origin.Mapped mapped) {
      reads(mapped.from(), slots);
    } else if (origin instanceof Origin.Either either) {
      slots.addAll(Reads.of(either.when()));
      reads(either.yes(), slots);
      reads(either.no(), slots);
    }
  }

  private static List<Slot> told(List<Expression> read) {
    List<Slot> slots = new ArrayList<>();
    read.forEach(each -> slots.addAll(Reads.of(each)));
    return Terms.bound(slots);
  }

  String head(String name, List<Slot> told) {
    return Layout.flat(terms.called(name, told));
  }
}
