package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.syntax.VocabularySyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds vocabularies. */
final class Vocabularies {
  private final Damage damage;
  private final Diagnostics found;

  Vocabularies(Damage damage, Diagnostics found) {
    this.damage = damage;
    this.found = found;
  }

  /** A vocabulary, the names that it declares, and whether all of it could be read and bound. */
  record Bound(Vocabulary vocabulary, Scope scope, boolean sound) {}

  Bound bind(VocabularySyntax unit) {
    Reporter report = new Reporter(found);
    Units.misplaced(unit.members(), Units.IN_VOCABULARY, "vocabulary", report);
    Scope scope = new Scope(null);
    Declarations own = new Declarations(scope, Optional.empty(), report);
    own.bind(unit.members());
    for (Variable variable : own.variables) {
      boolean begun = variable.initial().isPresent()
          || own.initials.stream().anyMatch(each -> each.variable().name().equals(variable.name()));
      if (!begun) {
        report.report(Diagnostic.of(
                Rule.NO_INITIAL_VALUE,
                variable.at(),
                "the variable `" + variable.name() + "` has no initial value")
            .withHelp("write `= VALUE` after its type, or an `init` line"));
      }
    }
    List<Observer> observers = new ArrayList<>();
    if (own.observers.stream().noneMatch(each -> each.name().equals("default"))) {
      observers.add(new Observer("default", own.actors, false, List.of()));
    }
    observers.addAll(own.observers);
    return new Bound(
        new Vocabulary(
            unit.name().text(),
            own.sources,
            own.actors,
            own.types,
            own.sets,
            own.maps,
            own.variables,
            own.flags,
            own.traits,
            own.chances,
            own.initials,
            own.events,
            own.effects,
            own.errors,
            own.definitions,
            own.ghosts,
            observers,
            Declarations.text(unit.doc()),
            unit.name().at()),
        scope,
        !report.broken() && !damage.in(unit));
  }
}
