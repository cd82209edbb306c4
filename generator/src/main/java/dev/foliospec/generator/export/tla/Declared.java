package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Definition;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the terms of a module use: types, maps, orders and definitions. */
final class Declared {
  private final Policy policy;
  private final Names names;
  private final Terms terms;
  private final List<Terms> all;

  /** @param pages the terms of what the pages of a system follow */
  Declared(Policy policy, Names names, Terms terms, Optional<Terms> pages) {
    this.policy = policy;
    this.names = names;
    this.terms = terms;
    all = pages.map(each -> List.of(terms, each)).orElse(List.of(terms));
  }

  /** All that was used so far, definitions last. */
  Operators write() {
    Operators text = new Operators();
    // Definitions may use orders, so what they use is noted before it is written.
    Operators definitions = new Operators();
    for (TraitSetting each : policy.choices()) {
      if (Choices.follows(each)) {
        each.trait().doc().ifPresent(definitions::comment);
        definitions.define(terms.name(each.trait()), Choices.value(each, names, terms));
        definitions.gap();
      }
    }
    all.forEach(each -> defined(each, definitions));
    terms
        .types()
        .values()
        .forEach(
            each -> text.define(names.of("type", each.name().orElseThrow()), terms.written(each)));
    text.add(terms.types().isEmpty() ? "" : "\n");
    for (ValueMap each : terms.maps().values()) {
      map(text, each);
    }
    if (!terms.orders().isEmpty()) {
      terms
          .orders()
          .forEach((type, name) -> text.define(
              name,
              new Piece.Listed("<<", type.values().stream().map(terms::literal).toList(), ">>")));
      order(text, terms.before(), "<");
      order(text, terms.notAfter(), "<=");
      text.gap();
    }
    text.add(definitions);
    return text;
  }

  /** The definitions that some terms have used. */
  private void defined(Terms used, Operators text) {
    for (Definition each : List.copyOf(used.definitions().values())) {
      each.doc().ifPresent(text::comment);
      String head = Layout.flat(used.called(used.definition(each), Terms.arguments(each)));
      text.define(head, used.of(each.expression(), Terms.Place.ACTION));
      text.gap();
    }
  }

  private void order(Operators text, String name, String sign) {
    String order = names.of("bound", "order");
    String one = names.of("bound", "one");
    String other = names.of("bound", "other");
    String i = names.of("bound", "i");
    String j = names.of("bound", "j");
    text.add(name + "(" + order + ", " + one + ", " + other + ") ==\n");
    text.add("  \\E " + i + ", " + j + " \\in DOMAIN " + order + " : " + i + " " + sign + " " + j
        + " /\\ " + order + "[" + i + "] = " + one + " /\\ " + order + "[" + j + "] = " + other
        + "\n");
  }

  private void map(Operators text, ValueMap map) {
    Map<Value, List<Value>> sources = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (from, to) -> sources.computeIfAbsent(to, none -> new ArrayList<>()).add(from));
    String bound = names.of("bound", "x");
    List<Piece> domain = map.entries().keySet().stream().map(terms::literal).toList();
    String head = String.join(
        "\n", Layout.lines(new Piece.Listed("[" + bound + " \\in {", domain, "} |->"), 2));
    StringBuilder cases = new StringBuilder();
    sources.forEach((to, from) -> {
      Piece when = from.size() == 1
          ? new Piece.Related(Piece.atom(bound), " = ", terms.literal(from.get(0)))
          : Piece.in(bound, terms.set(from));
      cases
          .append(cases.length() == 0 ? "CASE " : "\n       [] ")
          .append(String.join("\n", Layout.lines(when, 10)))
          .append(" -> ")
          .append(terms.value(to));
    });
    text.add(names.of("map", map.name()) + " ==\n  " + head + "\n     " + cases + "]\n\n");
  }
}
