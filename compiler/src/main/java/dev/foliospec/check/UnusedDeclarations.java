package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Source;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.source.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is declared is used.
 *
 * <p>What a policy declares, it or an heir should use: {@link Rule#UNUSED_DECLARATION}, {@link
 * Rule#UNUSED_STEP}; traits that are set should be read: {@link Rule#TRAIT_UNREAD}; variables that are
 * written should be read: {@link Rule#WRITTEN_NEVER_READ}. A vocabulary is wide on purpose, so what
 * no policy uses of it is a note, and so is {@link Rule#UNUSED_SOURCE}.
 */
final class UnusedDeclarations implements Check {
  private final boolean notes;

  /** The words of all properties. */
  private final Set<String> claimed;

  UnusedDeclarations(boolean notes, Set<String> claimed) {
    this.notes = notes;
    this.claimed = claimed;
  }

  @Override
  public void inspect(PolicySet asked, Explorations explorations, Diagnostics found) {
    PolicySet set = asked.byPage();
    for (Vocabulary vocabulary : set.vocabularies().values()) {
      Map<String, Uses> uses = new LinkedHashMap<>();
      Uses all = new Uses();
      boolean sound = true;
      for (Policy policy : set.policies().values()) {
        if (policy.vocabulary().name().equals(vocabulary.name())) {
          sound &= policy.sound();
          Uses own = new Uses();
          own.add(policy);
          uses.put(policy.name(), own);
          all.add(own);
        }
      }
      if (sound && !uses.isEmpty()) {
        inspect(set, vocabulary, uses, all, found);
      }
    }
  }

  private void inspect(
      PolicySet set, Vocabulary vocabulary, Map<String, Uses> uses, Uses all, Diagnostics found) {
    Set<Span> seen = new HashSet<>();
    Map<String, Uses> families = families(set, uses);
    Set<String> definitions = new HashSet<>();
    for (Definition each : vocabulary.definitions()) {
      definitions.add(each.name());
    }
    Set<String> chances = new HashSet<>();
    for (Chance each : vocabulary.chances()) {
      chances.add(each.name());
    }
    for (String name : uses.keySet()) {
      Policy policy = set.policies().get(name);
      Uses family = policy == null ? null : families.get(root(policy));
      if (policy == null || family == null) {
        continue;
      }
      for (Variable variable : policy.variables()) {
        if (family.writes(variable) || all.writes(variable)) {
          Uses readers = variable.shared() ? all : family;
          if (!readers.reads(variable)
              && !claimed.contains(variable.family())
              && seen.add(variable.at())) {
            found.add(Diagnostic.of(
                    Rule.WRITTEN_NEVER_READ,
                    variable.at(),
                    "`" + variable.family() + "` is written and never read")
                .withHelp("let a condition or output read it, or leave the variable out"));
          }
        }
      }
      for (Effect effect : policy.effects()) {
        unused(
            "effect",
            effect.name(),
            effect.owner().isEmpty(),
            effect.at(),
            effect.owner().isEmpty() ? all.effects : family.effects,
            seen,
            found);
      }
      for (ErrorAnswer error : policy.errors()) {
        unused(
            "error",
            error.name(),
            error.owner().isEmpty(),
            error.at(),
            error.owner().isEmpty() ? all.errors : family.errors,
            seen,
            found);
      }
      for (Definition definition : policy.definitions()) {
        boolean shared = definitions.contains(definition.name());
        unused(
            "definition",
            definition.name(),
            shared,
            definition.at(),
            shared ? all.definitions : family.definitions,
            seen,
            found);
      }
      for (Ghost ghost : policy.ghosts()) {
        unused("ghost", ghost.name(), ghost.owner().isEmpty(), ghost.at(), Set.of(), seen, found);
      }
      for (FlagSetting flag : policy.flags()) {
        boolean shared = flag.flag().owner().isEmpty();
        unused(
            "flag",
            flag.flag().name(),
            shared,
            flag.flag().at(),
            shared ? all.read : family.read,
            seen,
            found);
      }
      for (Chance chance : policy.chances()) {
        boolean shared = chances.contains(chance.name());
        unused(
            "chance",
            chance.name(),
            shared,
            chance.at(),
            shared ? all.read : family.read,
            seen,
            found);
      }
      for (Table step : policy.steps()) {
        if (!family.steps.contains(step.name())
            && !all.steps.contains(step.name())
            && seen.add(step.at())) {
          found.add(
              Diagnostic.of(Rule.UNUSED_STEP, step.at(), "no row calls step `" + step.name() + "`")
                  .withHelp("write `do " + step.name() + "` where it belongs, or delete it"));
        }
      }
    }
    for (ValueMap map : vocabulary.maps()) {
      unused("map", map.name(), true, map.at(), all.maps, seen, found);
    }
    traits(set, uses, found);
    if (notes) {
      sources(set, vocabulary, seen, found);
    }
  }

  /** What the policies use that have the same first ancestor, by its name. */
  private static Map<String, Uses> families(PolicySet set, Map<String, Uses> uses) {
    Map<String, Uses> families = new LinkedHashMap<>();
    for (Policy each : set.policies().values()) {
      Uses own = uses.get(each.name());
      if (own != null) {
        families.computeIfAbsent(root(each), none -> new Uses()).add(own);
      }
    }
    return families;
  }

  private static String root(Policy policy) {
    List<String> lineage = policy.lineage();
    return lineage.isEmpty() ? policy.name() : lineage.get(lineage.size() - 1);
  }

  private void unused(
      String kind,
      String name,
      boolean shared,
      Span at,
      Set<String> used,
      Set<Span> seen,
      Diagnostics found) {
    if (used.contains(name) || claimed.contains(name) || (shared && !notes) || !seen.add(at)) {
      return;
    }
    Diagnostic finding =
        Diagnostic.of(Rule.UNUSED_DECLARATION, at, "nothing uses " + kind + " `" + name + "`");
    found.add(shared ? finding.withSeverity(Severity.NOTE) : finding);
  }

  private static void traits(PolicySet set, Map<String, Uses> uses, Diagnostics found) {
    Map<String, TraitSetting> first = new LinkedHashMap<>();
    Set<String> read = new HashSet<>();
    for (Map.Entry<String, Uses> each : uses.entrySet()) {
      Policy policy = set.policies().get(each.getKey());
      if (policy != null) {
        for (TraitSetting setting : policy.traits()) {
          first.putIfAbsent(setting.trait().name(), setting);
          if (each.getValue().reads(setting.trait())) {
            read.add(setting.trait().name());
          }
        }
      }
    }
    for (Map.Entry<String, TraitSetting> each : first.entrySet()) {
      if (!read.contains(each.getKey())) {
        found.add(Diagnostic.of(
                Rule.TRAIT_UNREAD,
                each.getValue().at(),
                "trait `" + each.getKey() + "` is set and never read")
            .withHelp("let a row ask for it, or leave it out"));
      }
    }
  }

  private static void sources(
      PolicySet set, Vocabulary vocabulary, Set<Span> seen, Diagnostics found) {
    Set<String> cited = new HashSet<>();
    Map<Span, Source> declared = new LinkedHashMap<>();
    for (Source source : vocabulary.sources()) {
      declared.put(source.at(), source);
    }
    for (Policy policy : set.policies().values()) {
      for (Source source : policy.sources()) {
        declared.put(source.at(), source);
      }
      cite(policy.grounds(), cited);
      for (Lack lack : policy.lacks()) {
        cite(lack.grounds(), cited);
      }
      for (FlagSetting flag : policy.flags()) {
        cite(flag.grounds(), cited);
      }
      for (TraitSetting trait : policy.traits()) {
        cite(trait.grounds(), cited);
      }
      for (Table table : policy.tables()) {
        for (Transition row : table.rows()) {
          cite(row.grounds(), cited);
        }
      }
    }
    for (Scenario scenario : set.scenarios()) {
      cite(scenario.grounds(), cited);
    }
    for (Source source : declared.values()) {
      if (!cited.contains(source.id()) && seen.add(source.at())) {
        found.add(Diagnostic.of(
            Rule.UNUSED_SOURCE, source.at(), "nothing cites source `" + source.id() + "`"));
      }
    }
  }

  private static void cite(Grounds grounds, Set<String> cited) {
    List<Citation> citations = grounds.sources();
    for (Citation citation : citations) {
      cited.add(citation.source());
    }
  }
}
