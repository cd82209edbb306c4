package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Answering;
import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Pick;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Way;
import dev.foliospec.generator.rows.Write;
import dev.foliospec.model.Chance;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of what pages follow, as sets: what a page whose state is a record may say to an event. A
 * page that says nothing cannot be asked.
 */
final class Answers {
  /** What a page is asked: the operator, and what it has to be told beside the page's state. */
  record Asked(String name, List<Slot> told) {}

  private static final Piece NONE = Piece.atom("{}");

  private final Policy page;
  private final Names names;
  private final Terms terms;
  private final Operators text;
  private final Guards guards;
  private final Replies replies;
  private final String self;
  private final Map<String, Asked> asked = new LinkedHashMap<>();

  Answers(Lowered lowered, Names names, Terms terms, String self, Operators text) {
    this.page = lowered.policy();
    this.names = names;
    this.terms = terms;
    this.self = self;
    this.text = text;
    guards = new Guards(lowered, names, terms, text);
    replies = new Replies(names, terms);
  }

  /** How an event is asked of a page; written where it has not been. */
  Asked of(EventRows rows) {
    Asked known = asked.get(rows.event().name());
    if (known != null) {
      return known;
    }
    Map<String, Slot> told = new LinkedHashMap<>();
    rows.event().parameters().forEach(each -> told.put(each.name(), each));
    Set<String> read = new LinkedHashSet<>();
    List<Piece> sets = new ArrayList<>();
    guards.rows(rows, (row, guard) -> {
      List<Slot> bound = guards.bound(row, guard, Set.of());
      bound.forEach(each -> read.add(each.name()));
      String name = row(row, guard, bound);
      sets.add(terms.called(name, bound));
      return name;
    });
    for (Chance chance : page.chances()) {
      if (read.contains(chance.name())) {
        told.put(chance.name(), chance);
      }
    }
    List<Slot> all = List.copyOf(told.values());
    String name = names.of("answers", rows.event().name() + "_says");
    if (sets.isEmpty()) {
      text.comment("Nothing answers " + rows.event().name() + ".");
    } else {
      text.comment("What a page may say to " + rows.event().name() + ".");
    }
    text.define(guards.head(name, all), union(sets));
    text.gap();
    Asked written = new Asked(name, all);
    asked.put(rows.event().name(), written);
    return written;
  }

  /** Writes what a row says; returns its name. */
  private String row(Answering answering, Guards.Guard guard, List<Slot> bound) {
    String name = guards.name(answering);
    List<Piece> conjuncts = guards.conjuncts(answering, guard);
    guards.heading(answering);
    Piece says = says(answering);
    text.define(
        guards.head(name, bound),
        conjuncts.isEmpty() ? says : new Piece.Conditional(Piece.all(conjuncts), says, NONE));
    text.gap();
    return name;
  }

  private static Piece union(List<Piece> sets) {
    if (sets.isEmpty()) {
      return NONE;
    }
    return sets.size() == 1 ? sets.get(0) : new Piece.Listed("UNION {", sets, "}");
  }

  // --- What is said
  // --------------------------------------------------------------------------------

  private Piece says(Answering answering) {
    List<Way> ways = answering.ways();
    List<Piece> sets = new ArrayList<>();
    for (int at = 0; at < ways.get(0).replies().size(); at++) {
      if (ways.get(0).replies().get(at).changes()) {
        for (Way way : ways) {
          Piece set = set(answering, way, way.replies().get(at), way.effects());
          sets.add(
              way.when().isEmpty()
                  ? set
                  : new Piece.Conditional(
                      Piece.all(terms.each(way.when(), Terms.Place.ACTION)), set, NONE));
        }
      } else {
        sets.add(set(answering, ways.get(0), ways.get(0).replies().get(at), List.of()));
      }
    }
    return union(sets);
  }

  /** All that one way and one reply leave open, as a set. */
  private Piece set(Answering answering, Way way, Reply reply, List<EffectItem> effects) {
    terms.releasePicks();
    List<Pick> open = new ArrayList<>();
    if (reply.changes()) {
      Picks.uses(way).forEach((pick, uses) -> {
        if (uses > 0) {
          open.add(pick);
          terms.bind(pick);
        }
      });
    }
    Replies.Said said = replies.said(answering.event(), reply, effects);
    Piece says = new Piece.Listed(
        names.of("operator", "Says") + "(",
        List.of(
            Piece.atom("\"" + answering.row().id().id() + "\""),
            said.answer(),
            said.out(),
            said.effects(),
            reply.changes() ? next(way.writes()) : Piece.atom(self)),
        ")");
    boolean bound = !said.choices().isEmpty();
    Piece set = new Piece.Framed(
        "{",
        says,
        bound
            ? " : "
                + String.join(", ", said.choices().stream().map(Layout::flat).toList())
                + "}"
            : "}");
    // What one pick may be may depend on those before it.
    for (int at = open.size() - 1; at >= 0; at--) {
      Pick pick = open.get(at);
      String within =
          " : " + Layout.flat(Piece.in(terms.pickName(pick), terms.options(pick))) + "}";
      set = bound ? new Piece.Framed("UNION {", set, within) : new Piece.Framed("{", says, within);
      bound = true;
    }
    return set;
  }

  private Piece next(List<Write> writes) {
    if (writes.isEmpty()) {
      return Piece.atom(self);
    }
    List<Piece> changes = new ArrayList<>();
    for (Write write : writes) {
      changes.add(
          new Piece.Related(Piece.atom(place(write.target())), " = ", terms.of(write.value())));
    }
    return new Piece.Listed("[" + self + " EXCEPT ", changes, "]");
  }

  private String place(Slot target) {
    if (target instanceof Element element) {
      return "!." + terms.field(element.family()) + "["
          + Layout.flat(terms.read(element.index(), false, Terms.Place.ACTION)) + "]";
    }
    Variable variable = (Variable) target;
    String field = "!." + terms.field(variable.family());
    return variable.member().isPresent()
        ? field + "[" + terms.value(variable.member().get().key()) + "]"
        : field;
  }
}
