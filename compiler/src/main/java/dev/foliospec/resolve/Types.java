package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.syntax.ItemSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.NamedTypeSyntax;
import dev.foliospec.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out types: named ones in any order of writing, ranges, and types spliced into others. */
final class Types {
  /** The most values that one type may have. */
  static final int MOST_VALUES = 4096;

  private static final int DEEPEST = 200;

  private final Scope scope;
  private final Reporter report;
  private final Map<String, NamedTypeSyntax> pending = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();
  private final Set<Integer> built = new LinkedHashSet<>();

  Types(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
  }

  /** Enters named types into the scope and returns them in their order of writing. */
  List<Type> declare(List<NamedTypeSyntax> written) {
    for (NamedTypeSyntax each : written) {
      pending.putIfAbsent(each.name().text(), each);
    }
    List<Type> declared = new ArrayList<>();
    for (NamedTypeSyntax each : written) {
      if (isWaiting(each)) {
        named(each);
      } else if (!built.contains(each.name().at().start())) {
        scope
            .type(each.name().text())
            .ifPresent(type -> scope.declareType(each.name(), type, report));
      }
      scope
          .type(each.name().text())
          .filter(type -> !declared.contains(type))
          .ifPresent(declared::add);
    }
    return declared;
  }

  private boolean isWaiting(NamedTypeSyntax written) {
    NamedTypeSyntax waiting = pending.get(written.name().text());
    return waiting != null && waiting.name().at().start() == written.name().at().start();
  }

  private void named(NamedTypeSyntax written) {
    pending.remove(written.name().text());
    built.add(written.name().at().start());
    if (underWay.size() > DEEPEST) {
      report.report(
          Rule.TOO_DEEP, written.name().at(), "types are built on each other more than 200 deep");
      return;
    }
    underWay.add(written.name().text());
    Type type = build(written.type(), Optional.of(written.name().text()), written.symmetric());
    underWay.remove(written.name().text());
    scope.declareType(written.name(), type, report);
  }

  /** The type that a declaration writes: a named one, or one of its own. */
  Type of(TypeSyntax written) {
    if (written.items().size() == 1 && written.items().get(0).high().isEmpty()) {
      Optional<Type> named = lookUp(written.items().get(0).low());
      if (named.isPresent()) {
        return named.get();
      }
    }
    return build(written, Optional.empty(), false);
  }

  private Optional<Type> lookUp(Name name) {
    NamedTypeSyntax waiting = pending.get(name.text());
    if (waiting != null) {
      named(waiting);
    }
    return scope.type(name.text());
  }

  private Type build(TypeSyntax written, Optional<String> name, boolean symmetric) {
    Map<Value, Name> values = new LinkedHashMap<>();
    Set<Value> matching = new LinkedHashSet<>();
    boolean range = written.items().size() == 1 && written.items().get(0).high().isPresent();
    for (ItemSyntax item : written.items()) {
      if (item.high().isPresent()) {
        range(item, values);
        continue;
      }
      if (underWay.contains(item.low().text())) {
        report.report(Diagnostic.of(
            Rule.CLASHING_NAME,
            item.low().at(),
            "`" + item.low().text() + "` is both a type and a value of it"));
        continue;
      }
      Optional<Type> spliced = lookUp(item.low());
      if (spliced.isPresent()) {
        for (Value value : spliced.get().values()) {
          values.putIfAbsent(value, item.low());
          if (spliced.get().matchesAny(value)) {
            matching.add(value);
          }
        }
        range |= written.items().size() == 1 && spliced.get().ordered();
        continue;
      }
      Value value = new Value(item.low().text());
      if (values.containsKey(value)) {
        report.report(Diagnostic.of(
                Rule.DUPLICATE_NAME,
                item.low().at(),
                "the value `" + value + "` is written twice in one type")
            .withRelated(values.get(value).at(), "first here"));
      } else {
        values.put(value, item.low());
        scope.declareValue(item.low(), report);
      }
    }
    for (Name each : written.matchesAny()) {
      matching.add(new Value(each.text()));
    }
    if (values.size() > MOST_VALUES) {
      report.report(Diagnostic.of(
              Rule.TOO_MANY_VALUES, written.at(), "a type of " + values.size() + " values")
          .withNote("a type has at most " + MOST_VALUES + " values"));
      return new Type(name, List.copyOf(values.keySet()).subList(0, 1), false, matching);
    }
    return new Type(
        name, List.copyOf(values.keySet()), written.ordered() || range, matching, symmetric);
  }

  private void range(ItemSyntax item, Map<Value, Name> values) {
    Optional<int[]> ends = ends(item);
    if (ends.isEmpty()) {
      return;
    }
    for (int number = ends.get()[0]; number <= ends.get()[1]; number++) {
      values.putIfAbsent(Value.of(number), item.low());
    }
  }

  /** The ends of a range of numbers, if they are numbers in order and not too far apart. */
  Optional<int[]> ends(ItemSyntax item) {
    Name low = item.low();
    Name high = item.high().orElse(low);
    if (!low.isNumber() || !high.isNumber()) {
      report.report(Rule.EMPTY_RANGE, item.at(), "a range runs from a number to a number");
      return Optional.empty();
    }
    long from = number(low);
    long to = number(high);
    if (to < from) {
      report.report(Rule.EMPTY_RANGE, item.at(), "the range " + low + ".." + high + " is empty");
      long least = to;
      to = from;
      from = least;
    }
    if (to - from >= MOST_VALUES || to > Integer.MAX_VALUE - 1) {
      report.report(Diagnostic.of(
              Rule.TOO_MANY_VALUES, item.at(), "the range " + low + ".." + high + " is too long")
          .withNote("a type has at most " + MOST_VALUES + " values"));
      return Optional.empty();
    }
    return Optional.of(new int[] {(int) from, (int) to});
  }

  private static long number(Name name) {
    String digits = name.text();
    return digits.length() > 12 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
  }
}
