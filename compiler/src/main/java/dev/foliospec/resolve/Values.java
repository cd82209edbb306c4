package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.ValueSet;
import dev.foliospec.syntax.Comparator;
import dev.foliospec.syntax.ItemSyntax;
import dev.foliospec.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads values, ranges, sets and comparisons against the type that they are meant for. */
final class Values {
  private final Scope scope;
  private final Reporter report;

  Values(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
  }

  /** The value that a name writes, whatever its type; numbers lose leading zeros. */
  static Value of(Name name) {
    if (!name.isNumber()) {
      return new Value(name.text());
    }
    int first = 0;
    while (first < name.text().length() - 1 && name.text().charAt(first) == '0') {
      first++;
    }
    return new Value(name.text().substring(first));
  }

  /** One value of a type. */
  Optional<Value> one(Name name, Type type, String of) {
    Value value = of(name);
    if (type.has(value)) {
      return Optional.of(value);
    }
    if (!scope.hasValue(name.text()) && scope.slot(name.text()).isPresent()) {
      report.report(Diagnostic.of(
              Rule.NO_SUCH_VALUE,
              name.at(),
              "`"
                  + name.text()
                  + "` is a "
                  + Scope.kind(scope.meaning(name.text()).orElseThrow())
                  + ", not a value of "
                  + of)
          .withFix(
              "write `=" + name.text() + "` to compare with it",
              new dev.foliospec.diagnostic.Edit(
                  name.at().file().span(name.at().start(), name.at().start()), "=")));
    } else {
      report.noSuchValue(name, of, type.values().stream().map(Value::name).toList());
    }
    return Optional.empty();
  }

  /**
   * Reports a value that a policy names of a type whose values are said to be exchangeable, once for
   * each type and file: rows would treat it otherwise than the others.
   */
  void named(Name name, Type type, boolean asIndex) {
    Value value = of(name);
    if (!name.at().text().equals(name.text())) {
      // The index of a quantifier, which stands for each value in turn.
      return;
    }
    for (String each : scope.types()) {
      Type symmetric = scope.type(each).orElseThrow();
      if (symmetric.symmetric()
          && symmetric.has(value)
          && (type == symmetric || type.values().containsAll(symmetric.values()))) {
        report.alike(name, each, asIndex);
      }
    }
  }

  /** Values and ranges of a type, in the type's order; empty where one of them is wrong. */
  Optional<List<Value>> several(List<ItemSyntax> items, Type type, String of) {
    Set<Value> chosen = new LinkedHashSet<>();
    boolean whole = true;
    for (ItemSyntax item : items) {
      if (item.high().isEmpty()) {
        Optional<Value> one = one(item.low(), type, of);
        one.ifPresent(chosen::add);
        whole &= one.isPresent();
        continue;
      }
      Name high = item.high().orElseThrow();
      Optional<Value> from = one(item.low(), type, of);
      Optional<Value> to = one(high, type, of);
      if (from.isEmpty() || to.isEmpty()) {
        whole = false;
      } else if (!type.ordered()) {
        notOrdered(item.at(), of);
        whole = false;
      } else if (type.position(from.get()) > type.position(to.get())) {
        report.report(
            Rule.EMPTY_RANGE, item.at(), "the range " + item.low() + ".." + high + " is empty");
        whole = false;
      } else {
        chosen.addAll(
            type.values().subList(type.position(from.get()), type.position(to.get()) + 1));
      }
    }
    return whole ? Optional.of(inOrder(chosen, type)) : Optional.empty();
  }

  /** The values of a type that compare to a bound. */
  Optional<List<Value>> compared(Comparator comparator, Name bound, Type type, String of) {
    boolean orderly = comparator != Comparator.EQUAL && comparator != Comparator.DIFFERENT;
    if (orderly && !type.ordered()) {
      notOrdered(bound.at(), of);
      return Optional.empty();
    }
    return one(bound, type, of).map(value -> compared(comparator, value, type));
  }

  private static List<Value> compared(Comparator comparator, Value bound, Type type) {
    int at = type.position(bound);
    List<Value> chosen = new ArrayList<>();
    for (Value value : type.values()) {
      int here = type.position(value);
      boolean fits = switch (comparator) {
        case EQUAL -> here == at;
        case DIFFERENT -> here != at;
        case LESS -> here < at;
        case AT_MOST -> here <= at;
        case MORE -> here > at;
        case AT_LEAST -> here >= at;
      };
      if (fits) {
        chosen.add(value);
      }
    }
    return chosen;
  }

  /** The values of a set, or of a map's domain, that a type has. */
  Optional<List<Value>> named(Name name, Type type) {
    Object meaning = scope.meaning(name.text()).orElse(null);
    List<Value> members;
    if (meaning instanceof ValueSet set) {
      members = set.values();
    } else if (meaning instanceof ValueMap map) {
      members = List.copyOf(map.entries().keySet());
    } else if (meaning == null) {
      report.unknown(name, "set or map", scope.names(ValueSet.class, ValueMap.class));
      return Optional.empty();
    } else {
      report.report(
          Rule.WRONG_KIND,
          name.at(),
          "`" + name + "` is a " + Scope.kind(meaning) + ", not a set or a map");
      return Optional.empty();
    }
    List<Value> shared = inOrder(Set.copyOf(members), type);
    if (shared.isEmpty()) {
      report.report(
          Rule.NOTHING_IN_COMMON,
          name.at(),
          "`" + name + "` has no value in common with " + type.spelled());
      return Optional.empty();
    }
    return Optional.of(shared);
  }

  /** The values of a type that are not among some. */
  static List<Value> others(List<Value> values, Type type) {
    return type.values().stream().filter(each -> !values.contains(each)).toList();
  }

  void notOrdered(dev.foliospec.source.Span at, String of) {
    report.report(Diagnostic.of(Rule.NOT_ORDERED, at, "the values of " + of + " have no order")
        .withNote("ranges, and types whose values are separated by `<`, have one"));
  }

  private static List<Value> inOrder(Set<Value> chosen, Type type) {
    List<Value> ordered = new ArrayList<>();
    for (Value value : type.values()) {
      if (chosen.contains(value)) {
        ordered.add(value);
      }
    }
    return ordered;
  }
}
