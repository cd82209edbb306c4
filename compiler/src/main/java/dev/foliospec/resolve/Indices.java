package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Element;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds {@code guest[a]} and {@code guest[gfn]}: the index is a value of the index type, or something
 * that always has one of these values. Reports {@link Rule#INDEX_NOT_BOUND} where it is neither.
 */
final class Indices {
  private final Scope scope;
  private final Reporter report;
  private final Values values;

  Indices(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
    this.values = new Values(scope, report);
  }

  /**
   * What an indexed name stands for.
   *
   * @param at where the name stands with its index
   * @param parameters the parameters that may be read here, by name
   */
  Optional<Slot> slot(Name name, Name index, Span at, Map<String, Parameter> parameters) {
    Optional<Slot> slot = found(name, index, at, parameters);
    slot.filter(Variable.class::isInstance)
        .ifPresent(each -> values.named(index, scope.indexOf(name.text()).orElseThrow(), true));
    return slot;
  }

  /** As {@link #slot}, where elements may be told apart: in properties, and where runs start. */
  Optional<Slot> found(Name name, Name index, Span at, Map<String, Parameter> parameters) {
    Optional<Type> over = scope.indexOf(name.text());
    if (over.isEmpty()) {
      notIndexed(name, at);
      return Optional.empty();
    }
    Value key = Values.of(index);
    if (over.get().has(key)) {
      return scope.slot(name + "[" + key + "]");
    }
    Slot picking = parameters.get(index.text());
    if (picking == null) {
      picking = scope.slot(index.text()).orElse(null);
    }
    if (picking == null) {
      neither(name, index, over.get(), parameters);
      return Optional.empty();
    }
    if (picking instanceof Parameter && !parameters.containsKey(index.text())) {
      report.reportOnce(Diagnostic.of(
              Rule.PARAMETER_NOT_SHARED,
              index.at(),
              "the parameter `" + index + "` cannot be read here")
          .withNote("not every event that this is about has it"));
      return Optional.empty();
    }
    if (picking instanceof Ghost) {
      report.ghostRead(index.text(), index.at());
      return Optional.empty();
    }
    if (picking instanceof Trait trait && trait.effects()) {
      report.reportOnce(Diagnostic.of(
          Rule.WRONG_KIND, index.at(), "`" + index + "` is a list of effects, not a value"));
      return Optional.empty();
    }
    return fits(name, index, picking, over.get(), parameters)
        ? element(name, picking, over.get())
        : Optional.empty();
  }

  private Optional<Slot> element(Name name, Slot picking, Type over) {
    List<Variable> elements = new ArrayList<>();
    for (Value key : over.values()) {
      if (scope.slot(name + "[" + key + "]").orElse(null) instanceof Variable each) {
        elements.add(each);
      }
    }
    if (elements.size() < over.size()) {
      report.breakSilently();
      return Optional.empty();
    }
    return Optional.of(new Element(name.text(), picking, elements));
  }

  private boolean fits(
      Name name, Name index, Slot picking, Type over, Map<String, Parameter> parameters) {
    for (Value each : picking.type().values()) {
      if (!over.has(each)) {
        Diagnostic finding = Diagnostic.of(
                Rule.INDEX_NOT_BOUND,
                index.at(),
                "`" + index + "` may be `" + each + "`, for which `" + name + "` has no element")
            .withNote("`" + index + "` is `" + picking.type().spelled() + "`, the index of `" + name
                + "` is `" + over.spelled() + "`");
        report.reportOnce(help(finding, fitting(over, parameters)));
        return false;
      }
    }
    return true;
  }

  private void neither(Name name, Name index, Type over, Map<String, Parameter> parameters) {
    Set<String> fitting = fitting(over, parameters);
    Set<String> known = new LinkedHashSet<>();
    over.values().forEach(value -> known.add(value.name()));
    known.addAll(fitting);
    Diagnostic finding = Diagnostic.of(
            Rule.INDEX_NOT_BOUND, index.at(), "`" + index + "` picks no element of `" + name + "`")
        .withNote("an index of `" + name + "` is a value of `" + over.spelled()
            + "`, or a parameter or variable that has one");
    report.reportOnce(Spelling.nearest(index.text(), known)
        .map(near -> finding.withFix("did you mean `" + near + "`?", new Edit(index.at(), near)))
        .orElse(help(finding, fitting)));
  }

  private static Diagnostic help(Diagnostic finding, Set<String> fitting) {
    return fitting.isEmpty()
        ? finding
        : finding.withHelp(
            "what always has such a value here: " + Reporter.listed(List.copyOf(fitting)));
  }

  /** What could stand as an index: parameters first. */
  private Set<String> fitting(Type over, Map<String, Parameter> parameters) {
    Set<String> fitting = new LinkedHashSet<>();
    for (Parameter each : parameters.values()) {
      if (over.values().containsAll(each.type().values())) {
        fitting.add(each.name());
      }
    }
    for (String each : scope.names(Variable.class)) {
      if (over.values().containsAll(scope.slot(each).orElseThrow().type().values())
          && each.indexOf('[') < 0) {
        fitting.add(each);
      }
    }
    return fitting;
  }

  private void notIndexed(Name name, Span at) {
    if (scope.slot(name.text()).isPresent()) {
      report.reportOnce(Diagnostic.of(
              Rule.INDEX_NOT_BOUND,
              at,
              "`" + name + "` is one " + Scope.kind(scope.slot(name.text()).get())
                  + " and has no index")
          .withFix("write `" + name + "`", new Edit(at, name.text())));
    } else {
      report.unknown(name, "indexed variable", scope.indexedNames(), scope);
    }
  }
}
