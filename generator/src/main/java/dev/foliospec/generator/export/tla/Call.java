package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A call on a system while its action is put together: what it asks of pages, and of which. */
final class Call {
  private final Policy system;
  private final Lifting lifting;
  private final Lifting.Lifted lifted;
  private final Names names;
  private final Terms terms;
  private final Terms pageTerms;
  private final String pages;
  private final Answers.Asked each;
  private final Optional<Answers.Asked> refused;
  private final Optional<Answers.Asked> beside;
  private final List<Chance> chances;
  private final String p;

  /**
   * What a call asks.
   *
   * @param pages the set of all pages
   * @param answers how an event is asked of a page
   * @param always the chances that properties read, by their names in the system
   */
  Call(
      Policy system,
      Lifting lifting,
      Lifting.Lifted lifted,
      Names names,
      Terms terms,
      Terms pageTerms,
      String pages,
      Function<Event, Answers.Asked> answers,
      Set<String> always) {
    this.system = system;
    this.lifting = lifting;
    this.lifted = lifted;
    this.names = names;
    this.terms = terms;
    this.pageTerms = pageTerms;
    this.pages = pages;
    refused = lifted.refused().map(answers);
    beside = lifted.beside().map(answers);
    each = answers.apply(lifted.each());
    chances = chances(always);
    p = names.of("bound", "p");
  }

  /** The chances on which a page may depend, or that properties read. */
  private List<Chance> chances(Set<String> always) {
    List<Slot> told = new ArrayList<>(each.told());
    refused.ifPresent(other -> told.addAll(other.told()));
    beside.ifPresent(other -> told.addAll(other.told()));
    List<Chance> all = new ArrayList<>();
    for (Chance chance : lifting.page().chances()) {
      boolean read = told.stream().anyMatch(slot -> slot.name().equals(chance.name()));
      for (int number = 0; number < lifting.pages(); number++) {
        read |= always.contains(lifting.nameOf(chance.name(), number));
      }
      if (read) {
        all.add(chance);
      }
    }
    return all;
  }

  Event event() {
    return lifted.event();
  }

  Lifting.Lifted lifted() {
    return lifted;
  }

  /** What the pages are asked. */
  Answers.Asked each() {
    return each;
  }

  /** What the other pages of a refused range are told. */
  Optional<Answers.Asked> refused() {
    return refused;
  }

  /** What the pages are told that are not asked. */
  Optional<Answers.Asked> beside() {
    return beside;
  }

  /** Whether pages are told of the answer. */
  boolean tells() {
    return refused.isPresent() || beside.isPresent();
  }

  /** The set of all pages. */
  String pages() {
    return pages;
  }

  /** A page, where one of several is spoken of. */
  String page() {
    return p;
  }

  /** What is bound: the parameters, and the chances, which may be one for each page. */
  List<Piece> bindings() {
    List<Piece> sets = new ArrayList<>();
    for (Parameter parameter : event().parameters()) {
      sets.add(Piece.in(terms.name(parameter), terms.set(parameter.type())));
    }
    for (Chance chance : chances) {
      Piece values = terms.set(chance.type());
      sets.add(
          lifting.common().contains(chance.name())
              ? Piece.in(pageTerms.name(chance), values)
              : related(
                  pageTerms.name(chance),
                  " \\in ",
                  "[" + pages + " -> " + Layout.flat(values) + "]"));
    }
    return sets;
  }

  static Piece related(String left, String sign, String right) {
    return new Piece.Related(Piece.atom(left), sign, Piece.atom(right));
  }

  static String quoted(String word) {
    return "\"" + word + "\"";
  }

  /** An operator of the module. */
  String operator(String name) {
    return names.of("operator", name);
  }

  /** A name that is bound. */
  String bound(String name) {
    return names.of("bound", name);
  }

  /** The pages that are asked. */
  String asked() {
    return switch (lifted.reach()) {
      case PAGE -> "{" + place(0) + "}";
      case RANGE -> place(0) + ".." + place(1);
      case WHOLE -> pages;
    };
  }

  /** The parameter that says which page, or which two, are meant. */
  String place(int parameter) {
    return terms.name(event().parameters().get(parameter));
  }

  /**
   * What a page may say.
   *
   * @param now the state that it sees, as a record
   * @param page its number
   * @param reply what the call answers, where the page is told of it
   */
  String says(Answers.Asked asked, String now, String page, Optional<String> reply) {
    List<String> given = new ArrayList<>();
    given.add(operator("Seen") + "(" + now + ", " + page + ")");
    for (Slot slot : asked.told()) {
      if (slot instanceof Chance) {
        boolean common = lifting.common().contains(slot.name());
        given.add(pageTerms.name(slot) + (common ? "" : "[" + page + "]"));
      } else if (reply.isPresent() && slot.name().equals(Lifting.REPLY)) {
        given.add(reply.get());
      } else {
        given.add(pageTerms.name(slot));
      }
    }
    return asked.name() + "(" + String.join(", ", given) + ")";
  }

  /** One of what each of some pages says. */
  Piece choices(String pages, Piece says) {
    return new Piece.Framed(
        operator("Choices") + "([" + p + " \\in " + pages + " |-> ", says, "])");
  }

  /** What the step says of itself. */
  Piece did(Piece row, Piece answer, Piece out, Piece effects) {
    List<Piece> arguments = new ArrayList<>();
    for (Parameter each : event().parameters()) {
      arguments.add(related(terms.field(each.name()), " |-> ", terms.name(each)));
    }
    List<Piece> given = new ArrayList<>();
    given.add(row);
    given.add(Piece.atom(quoted(event().name())));
    given.add(Replies.record(arguments));
    if (!system.chances().isEmpty()) {
      Map<String, Piece> told = new LinkedHashMap<>();
      for (Chance each : chances) {
        for (int number = 0; number < lifting.pages(); number++) {
          String name = lifting.nameOf(each.name(), number);
          boolean common = lifting.common().contains(each.name());
          String value = pageTerms.name(each) + (common ? "" : "[" + number + "]");
          told.put(name, related(terms.field(name), " |-> ", value));
        }
      }
      given.add(Replies.record(List.copyOf(told.values())));
    }
    given.addAll(List.of(answer, out, effects));
    return new Piece.Listed(names.of("operator", "Did") + "(", given, ")");
  }

  /**
   * What a call shows.
   *
   * @param all whether all pages said ok
   * @param values what they show of an output then, as a set, by how it is read from what one says
   * @param stops the answer that the call stops with
   * @param nothing whether it then shows nothing that pages show; empty where it never is so
   * @param stopped the page that stops it
   */
  Piece out(
      String all,
      UnaryOperator<String> values,
      String stops,
      Optional<String> nothing,
      String stopped) {
    List<Piece> fields = new ArrayList<>();
    for (Output output : lifted.each().outputs()) {
      String field = pageTerms.field(output.name());
      String alike = operator("Alike") + "(" + values.apply(".out." + field) + ")";
      Piece refused = Piece.atom(stops + ".out." + field);
      if (nothing.isPresent()) {
        refused =
            new Piece.Conditional(Piece.atom(nothing.get()), Piece.atom(terms.noOutput()), refused);
      }
      fields.add(new Piece.Related(
          Piece.atom(terms.field(output.name())),
          " |-> ",
          new Piece.Conditional(Piece.atom(all), Piece.atom(alike), refused)));
    }
    lifted
        .output()
        .ifPresent(output -> fields.add(new Piece.Related(
            Piece.atom(terms.field(output)),
            " |-> ",
            new Piece.Conditional(
                Piece.atom(all), Piece.atom(terms.noOutput()), Piece.atom(stopped)))));
    return Replies.record(fields);
  }
}
