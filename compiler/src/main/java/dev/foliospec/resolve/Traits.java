package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.AlternativeSyntax;
import dev.foliospec.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds what a policy makes of the vocabulary's traits. */
final class Traits {
  private final Flat flat;
  private final Reporter report;

  Traits(Flat flat, Reporter report) {
    this.flat = flat;
    this.report = report;
  }

  /** Sets or decides a trait, perhaps again. */
  void set(Name name, List<AlternativeSyntax> written, Grounds grounds, Span at) {
    if (!(flat.scope.meaning(name.text()).orElse(null) instanceof Trait trait)) {
      report.unknown(name, "trait", flat.scope.names(Trait.class));
      return;
    }
    List<TraitSetting.Alternative> alternatives = new ArrayList<>();
    for (AlternativeSyntax each : written) {
      Optional<TraitSetting.Alternative> bound =
          trait.effects() ? effects(each) : value(trait, each);
      if (bound.isEmpty()) {
        return;
      }
      TraitSetting.Alternative alternative = bound.get();
      boolean twice =
          alternatives.stream().anyMatch(other -> other.spelled().equals(alternative.spelled()));
      if (twice) {
        report.report(
            Rule.DUPLICATE_NAME,
            each.at(),
            "the alternative `" + alternative.spelled() + "` is written twice");
      } else {
        alternatives.add(alternative);
      }
    }
    if (!alternatives.isEmpty()) {
      flat.traits.put(trait.name(), new TraitSetting(trait, alternatives, grounds, at));
    }
  }

  private Optional<TraitSetting.Alternative> effects(AlternativeSyntax written) {
    List<Effect> effects = new ArrayList<>();
    if (written.names().size() == 1 && written.names().get(0).text().equals("none")) {
      return Optional.of(new TraitSetting.Listed(effects));
    }
    for (Name name : written.names()) {
      Optional<Effect> effect = flat.scope.effect(name.text());
      if (effect.isEmpty()) {
        report.unknown(name, "effect", flat.scope.effectsAndEffectTraits());
        return Optional.empty();
      }
      effects.add(effect.get());
    }
    return Optional.of(new TraitSetting.Listed(effects));
  }

  private Optional<TraitSetting.Alternative> value(Trait trait, AlternativeSyntax written) {
    if (written.names().size() != 1) {
      report.report(Diagnostic.of(
              Rule.BAD_CELL, written.at(), "the trait `" + trait.name() + "` has one value")
          .withHelp("separate alternatives by ` / `"));
      return Optional.empty();
    }
    Name name = written.names().get(0);
    Value value = Values.of(name);
    if (trait.type().has(value)) {
      return Optional.of(new TraitSetting.Fixed(value));
    }
    if (flat.scope.meaning(name.text()).orElse(null) instanceof Flag flag) {
      if (flag.type().values().equals(trait.type().values())) {
        return Optional.of(new TraitSetting.ByFlag(flag));
      }
      report.report(Diagnostic.of(
              Rule.CANNOT_HOLD,
              name.at(),
              "the flag `" + flag.name() + "` does not have the type of `" + trait.name() + "`")
          .withNote("`" + flag.name() + "` is " + flag.type().spelled())
          .withNote("`" + trait.name() + "` is " + trait.type().spelled()));
      return Optional.empty();
    }
    report.noSuchValue(
        name,
        Expressions.of(trait),
        trait.type().values().stream().map(Value::name).toList());
    return Optional.empty();
  }
}
