package dev.foliospec.property;

import dev.foliospec.engine.Budget;
import dev.foliospec.explore.Trace;
import dev.foliospec.explore.Variant;
import dev.foliospec.explore.WideQuestion;
import dev.foliospec.explore.WideSearch;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.TraitSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges the properties of a system that is too large to be kept, all in one search.
 *
 * <p>It says the same as {@link Judge}, variant by variant.
 */
public final class WideJudge {
  private final Policy system;
  private final List<Configuration> configurations;
  private final int perVariant;
  private final int variants;
  private final List<WideQuestion> questions = new ArrayList<>();
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final WideSearch search;

  /** What is asked for a property: by variant, the position of its question, or -1. */
  private record Asked(
      Property property, List<Integer> questions, List<boolean[]> configurations) {}

  /**
   * Searches a sound system, asking what some properties claim of it.
   *
   * @param properties properties that are about it
   */
  public WideJudge(Policy system, List<Property> properties, Budget budget) {
    this.system = system;
    configurations = WideSearch.configurations(system);
    variants = Variant.of(system).size();
    perVariant = configurations.size() / variants;
    for (Property property : properties) {
      ask(property);
    }
    search = WideSearch.of(system, questions, budget);
  }

  /** The search. */
  public WideSearch search() {
    return search;
  }

  private void ask(Property property) {
    if (property.claim() instanceof Claim.After after && !knows(after.triggers())) {
      return;
    }
    boolean[] about = covered(property.about());
    for (int at = 0; property.where().isPresent() && at < about.length; at++) {
      about[at] &= WideSearch.holds(system, at, property.where().get());
    }
    List<Integer> its = new ArrayList<>();
    List<boolean[]> asks = new ArrayList<>();
    boolean any = false;
    for (int variant = 0; variant < variants; variant++) {
      boolean[] here = new boolean[configurations.size()];
      boolean some = false;
      for (int at = variant * perVariant; at < (variant + 1) * perVariant; at++) {
        here[at] = about[at];
        some |= about[at];
      }
      any |= some;
      its.add(some ? question(property.claim(), here) : -1);
      asks.add(here);
    }
    if (any) {
      asked.put(property.name(), new Asked(property, its, asks));
    }
  }

  private boolean knows(List<Claim.Trigger> triggers) {
    for (Claim.Trigger each : triggers) {
      if (system.event(each.event().name()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The position of the question that a claim comes to; -2 where none is asked on the way. */
  private int question(Claim claim, boolean[] here) {
    if (claim instanceof Claim.Always always) {
      questions.add(WideQuestion.states(always.state(), !always.never(), here));
    } else if (claim instanceof Claim.Reachable reachable) {
      questions.add(WideQuestion.states(reachable.state(), false, here));
    } else if (claim instanceof Claim.After after) {
      questions.add(WideQuestion.transitions(after, here));
    } else {
      return -2;
    }
    return questions.size() - 1;
  }

  private boolean[] covered(List<Property.Subject> subjects) {
    boolean[] covered = new boolean[configurations.size()];
    for (Property.Subject subject : subjects) {
      if (subject.policy().equals(system.name())) {
        for (int at = 0; at < covered.length; at++) {
          covered[at] |= fits(configurations.get(at), subject.fixed());
        }
      }
    }
    return covered;
  }

  private boolean fits(Configuration configuration, Map<String, String> fixed) {
    int choice = 0;
    for (TraitSetting setting : system.traits()) {
      TraitSetting.Alternative chosen = setting.alternatives().get(0);
      if (setting.undecided()) {
        chosen = setting.alternatives().get(configuration.choices().get(choice++));
      }
      String wanted = fixed.get(setting.trait().name());
      if (wanted != null && !wanted.equals(chosen.spelled())) {
        return false;
      }
    }
    return true;
  }

  /** What became of a property. */
  public Judgement judge(Property property) {
    Asked its = asked.get(property.name());
    if (its == null) {
      return Judgement.NOT_ASKED;
    }
    List<Judgement.Failure> failures = new ArrayList<>();
    Set<Integer> needed = new TreeSet<>();
    Optional<Run> witness = Optional.empty();
    boolean occurs = false;
    int count = 0;
    for (int variant = 0; variant < variants; variant++) {
      int question = its.questions().get(variant);
      if (question == -1) {
        continue;
      }
      count++;
      Optional<Trace> found = question == -2
          ? stuck((Claim.CanReach) property.claim(), its.configurations().get(variant))
          : search.broken(question);
      occurs |= question == -2 || search.occurs(question);
      boolean reachable = property.claim() instanceof Claim.Reachable;
      if (reachable && found.isPresent() && witness.isEmpty()) {
        witness = found.map(WideJudge::run);
      }
      if (found.isPresent() == reachable) {
        continue;
      }
      boolean exempt = false;
      for (int at = 0; at < property.exemptions().size(); at++) {
        if (covered(property.exemptions().get(at).subjects())[variant * perVariant]) {
          needed.add(at);
          exempt = true;
        }
      }
      if (!exempt) {
        failures.add(new Judgement.Failure(variant, found.map(WideJudge::run)));
      }
    }
    failures.sort((one, other) -> Integer.compare(length(one), length(other)));
    return new Judgement(true, occurs, count, failures, needed, witness, Optional.empty());
  }

  private Optional<Trace> stuck(Claim.CanReach claim, boolean[] here) {
    return search.stuck(claim.from(), claim.goal(), claim.by(), here);
  }

  private static int length(Judgement.Failure failure) {
    return failure.run().map(run -> run.steps().size()).orElse(0);
  }

  private static Run run(Trace trace) {
    List<Run.Step> steps = new ArrayList<>();
    for (Trace.Step each : trace.steps()) {
      steps.add(new Run.Step(
          each.input(),
          each.reaction(),
          each.reaction().outputs(),
          new Run.Moment(each.next(), List.of())));
    }
    return new Run(
        trace.configuration(), List.of(), new Run.Moment(trace.start(), List.of()), steps);
  }
}
