package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states of a module: {@code TypeOK}, {@code View}, {@code Init}, and what the latest step was. */
final class States {
  private final Policy policy;
  private final Lowered lowered;
  private final Names names;
  private final Terms terms;
  private final Set<String> families = new LinkedHashSet<>();

  States(Lowered lowered, Names names, Terms terms) {
    this.policy = lowered.policy();
    this.lowered = lowered;
    this.names = names;
    this.terms = terms;
    policy.variables().forEach(each -> families.add(each.family()));
  }

  /** {@code TypeOK} and {@code View}. */
  Operators typed() {
    List<Piece> parts = chosen();
    for (String family : families) {
      List<Variable> elements = elements(family);
      Variable first = elements.get(0);
      Piece type = terms.set(first.type());
      parts.add(new Piece.Related(
          Piece.atom(terms.name(first)),
          " \\in ",
          first
              .member()
              .<Piece>map(member -> Piece.atom(
                  "[" + Layout.flat(terms.set(member.over())) + " -> " + Layout.flat(type) + "]"))
              .orElse(type)));
    }
    Operators text = new Operators();
    text.define(operator("TypeOK"), Piece.all(parts));
    text.gap();
    text.comment("What tells states apart.");
    text.define(operator("View"), Piece.atom(operator("state")));
    text.gap();
    return text;
  }

  /** What flags and undecided traits may be. */
  private List<Piece> chosen() {
    List<Piece> parts = new ArrayList<>();
    for (FlagSetting each : policy.flags()) {
      parts.add(new Piece.Related(
          Piece.atom(terms.name(each.flag())), " \\in ", terms.set(each.allowed())));
    }
    for (TraitSetting each : policy.choices()) {
      parts.add(new Piece.Related(
          Piece.atom(Choices.variable(each, names, terms)), " \\in ", alternatives(each)));
    }
    return parts;
  }

  private Piece alternatives(TraitSetting setting) {
    return new Piece.Listed(
        "{",
        setting.alternatives().stream().map(each -> Choices.held(each, terms)).toList(),
        "}");
  }

  private List<Variable> elements(String family) {
    return policy.variables().stream()
        .filter(each -> each.family().equals(family))
        .toList();
  }

  /** {@code Init} and {@code Did}. */
  Operators initial() {
    List<Piece> parts = chosen();
    for (String family : families) {
      List<Variable> elements = elements(family);
      parts.add(new Piece.Related(Piece.atom(terms.name(elements.get(0))), " = ", first(elements)));
    }
    List<Piece> fields = new ArrayList<>();
    for (String each : List.of("row", "event")) {
      fields.add(new Piece.Related(Piece.atom(each), " |-> ", Piece.atom("\"none\"")));
    }
    fields.add(new Piece.Related(Piece.atom("args"), " |-> ", Piece.atom("<<>>")));
    if (!policy.chances().isEmpty()) {
      fields.add(new Piece.Related(Piece.atom("chances"), " |-> ", Piece.atom("<<>>")));
    }
    fields.add(new Piece.Related(Piece.atom("answer"), " |-> ", Piece.atom("\"none\"")));
    fields.add(new Piece.Related(Piece.atom("out"), " |-> ", Piece.atom("<<>>")));
    fields.add(new Piece.Related(Piece.atom("effects"), " |-> ", Piece.atom("<<>>")));
    fields.add(new Piece.Related(Piece.atom("odd"), " |-> ", Piece.atom("FALSE")));
    parts.add(
        new Piece.Related(Piece.atom(operator("last")), " = ", new Piece.Listed("[", fields, "]")));
    Operators text = new Operators();
    text.define(operator("Init"), Piece.all(parts));
    text.gap();
    did(text);
    return text;
  }

  /** What a variable starts with, or by index what each element does. */
  private Piece first(List<Variable> elements) {
    Optional<Variable.Member> member = elements.get(0).member();
    if (member.isEmpty()) {
      return first(elements.get(0));
    }
    String bound = names.of("bound", "x");
    Piece value = first(elements.get(elements.size() - 1));
    for (int at = elements.size() - 2; at >= 0; at--) {
      Piece other = first(elements.get(at));
      if (!other.equals(value)) {
        value = new Piece.Conditional(
            new Piece.Related(
                Piece.atom(bound),
                " = ",
                terms.literal(elements.get(at).member().orElseThrow().key())),
            other,
            value);
      }
    }
    return Piece.atom("[" + bound + " \\in "
        + Layout.flat(terms.set(member.get().over())) + " |-> " + Layout.flat(value) + "]");
  }

  private Piece first(Variable variable) {
    for (Initial initial : policy.initials()) {
      if (initial.variable().name().equals(variable.name())) {
        return first(variable, initial.cases(), 0);
      }
    }
    return terms.literal(variable.initial().orElseThrow());
  }

  private Piece first(Variable variable, List<Initial.Case> cases, int at) {
    if (at == cases.size()) {
      return terms.literal(variable.initial().orElseThrow());
    }
    Initial.Case here = cases.get(at);
    Optional<Expression> condition = here.condition().map(lowered.settled()::of);
    if (condition.isEmpty()) {
      return terms.literal(here.value());
    }
    if (condition.get() instanceof Expression.Literally literally) {
      return literally.truth() ? terms.literal(here.value()) : first(variable, cases, at + 1);
    }
    return new Piece.Conditional(
        terms.of(condition.get(), Terms.Place.ACTION),
        terms.literal(here.value()),
        first(variable, cases, at + 1));
  }

  private void did(Operators text) {
    List<String> told = new ArrayList<>(List.of("row", "event", "args"));
    if (!policy.chances().isEmpty()) {
      told.add("chances");
    }
    told.addAll(List.of("answer", "out", "effects"));
    List<Piece> fields = new ArrayList<>();
    List<String> bound = new ArrayList<>();
    for (String each : told) {
      String name = names.of("bound", each);
      bound.add(name);
      fields.add(new Piece.Related(Piece.atom(each), " |-> ", Piece.atom(name)));
    }
    String last = operator("last");
    fields.add(new Piece.Related(Piece.atom("odd"), " |-> ", Piece.atom("~" + last + ".odd")));
    text.comment("What a step says of itself. One is odd, the next even, so that no step"
        + " stutters and formulas of steps see them all.");
    text.define(
        operator("Did") + "(" + String.join(", ", bound) + ")",
        new Piece.Related(Piece.atom(last + "'"), " = ", new Piece.Listed("[", fields, "]")));
    text.gap();
  }

  private String operator(String name) {
    return names.of("operator", name);
  }
}
