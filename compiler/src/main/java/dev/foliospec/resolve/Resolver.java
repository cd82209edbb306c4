package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.PoliciesSyntax;
import dev.foliospec.syntax.PolicySetSyntax;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.ScenariosSyntax;
import dev.foliospec.syntax.UnitSyntax;
import dev.foliospec.syntax.VocabularySyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** From what is written to what is meant. */
public final class Resolver {
  private Resolver() {}

  /**
   * Binds all files of a run; files have no order among themselves.
   *
   * @param written the files
   * @param found receives what is wrong
   * @return everything that could be bound; policies that could not be bound entirely are marked
   */
  public static PolicySet resolve(PolicySetSyntax written, Diagnostics found) {
    return resolve(written, List.of(), found);
  }

  /** Binds as much as some policies need; systems have as many pages as they say. */
  public static PolicySet resolve(PolicySetSyntax written, List<String> only, Diagnostics found) {
    return resolve(written, only, Optional.empty(), found);
  }

  /**
   * Binds as much as some policies need: they themselves, what they build on, and no scenarios or
   * properties.
   *
   * @param only the policies; everything where none are named
   * @param pages how many pages each system shall have, instead of those that it says
   */
  public static PolicySet resolve(
      PolicySetSyntax written, List<String> only, Optional<Integer> pages, Diagnostics found) {
    List<UnitSyntax> units = new ArrayList<>();
    for (FileSyntax file : written.files()) {
      units.addAll(file.units());
    }
    Damage damage = new Damage(written.files(), found);
    Map<String, Vocabularies.Bound> vocabularies = vocabularies(units, damage, found);
    Policies policies = new Policies(vocabularies, pages, damage, found);
    for (UnitSyntax unit : units) {
      if (unit instanceof PolicySyntax policy) {
        policies.add(policy);
      } else if (unit instanceof PoliciesSyntax pivot) {
        policies.add(pivot);
      }
    }
    Map<String, Policy> flattened = policies.flatten(only);
    Map<String, Vocabularies.Bound> spoken = vocabularies;
    if (!policies.systems().isEmpty()) {
      spoken = new LinkedHashMap<>(vocabularies);
      spoken.putAll(policies.systems());
    }
    List<Scenario> scenarios = new ArrayList<>();
    Properties properties = new Properties(flattened, policies.refined(), damage, found);
    Map<String, Name> names = new LinkedHashMap<>();
    Set<String> bound = new HashSet<>();
    for (UnitSyntax unit : only.isEmpty() ? units : List.<UnitSyntax>of()) {
      if (unit instanceof ScenariosSyntax read) {
        scenarios.addAll(Scenarios.bind(read, spoken, flattened, names, properties, damage, found));
      } else if (unit instanceof VocabularySyntax read && bound.add(read.name().text())) {
        Vocabularies.Bound vocabulary =
            Objects.requireNonNull(vocabularies.get(read.name().text()));
        String name = vocabulary.vocabulary().name();
        properties.bind(
            read, new Properties.Unit(name, Optional.empty(), vocabulary.scope(), Grounds.NONE));
      } else if (unit instanceof PolicySyntax read) {
        policies.scope(read).ifPresent(its -> properties.bind(read, its));
      }
    }
    Map<String, Vocabulary> all = new LinkedHashMap<>();
    vocabularies.forEach((name, each) -> all.put(name, each.vocabulary()));
    return new PolicySet(all, flattened, properties.bound(), scenarios);
  }

  private static Map<String, Vocabularies.Bound> vocabularies(
      List<UnitSyntax> units, Damage damage, Diagnostics found) {
    Map<String, Vocabularies.Bound> bound = new LinkedHashMap<>();
    Map<String, VocabularySyntax> first = new LinkedHashMap<>();
    Vocabularies vocabularies = new Vocabularies(damage, found);
    for (UnitSyntax unit : units) {
      if (unit instanceof VocabularySyntax vocabulary) {
        String name = vocabulary.name().text();
        VocabularySyntax known = first.putIfAbsent(name, vocabulary);
        if (known == null) {
          bound.put(name, vocabularies.bind(vocabulary));
        } else {
          Units.duplicate("vocabulary", vocabulary.name(), known.name(), found);
        }
      }
    }
    return bound;
  }

  /** The names of all complete policies as they are written, in order. */
  public static List<String> names(PolicySetSyntax written) {
    List<String> names = new ArrayList<>();
    for (FileSyntax file : written.files()) {
      for (UnitSyntax unit : file.units()) {
        if (unit instanceof PolicySyntax policy && !policy.isAbstract()) {
          names.add(policy.name().text());
        } else if (unit instanceof PoliciesSyntax pivot) {
          pivot.rows().forEach(row -> names.add(row.id().text()));
        }
      }
    }
    return names;
  }
}
