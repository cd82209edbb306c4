package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.syntax.CallSyntax;
import dev.foliospec.syntax.ClaimSyntax;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.ExceptSyntax;
import dev.foliospec.syntax.ExpressionSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.PropertySyntax;
import dev.foliospec.syntax.TextSyntax;
import dev.foliospec.syntax.UnitSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Binds properties, each in the unit that declares it, and finds the policies that it is about. */
final class Properties {
  private final Map<String, Policy> policies;
  private final Set<String> refined;
  private final Damage damage;
  private final Diagnostics found;
  private final Map<String, List<Known>> names = new LinkedHashMap<>();
  private final List<Property> bound = new ArrayList<>();

  /** A name that is taken: by whom it may not be used again. */
  private record Known(Name name, String vocabulary, Optional<String> owner) {}

  /**
   * A binder of properties.
   *
   * @param policies all policies
   * @param refined the names of those that another one claims to refine
   */
  Properties(Map<String, Policy> policies, Set<String> refined, Damage damage, Diagnostics found) {
    this.policies = policies;
    this.refined = refined;
    this.damage = damage;
    this.found = found;
  }

  /**
   * A unit whose properties are bound.
   *
   * @param vocabulary of which it is
   * @param owner the policy, if it is one
   * @param scope what its names mean
   * @param grounds what its head rests on
   */
  record Unit(String vocabulary, Optional<String> owner, Scope scope, Grounds grounds) {}

  /** All properties that could be bound so far. */
  List<Property> bound() {
    return bound;
  }

  void bind(PropertySyntax written, Unit unit) {
    Reporter report = new Reporter(found);
    if (unit.owner().isEmpty()) {
      report.lookElsewhere(this::elsewhere);
    }
    new Binding(unit, report).property(written);
  }

  /** Binds all properties of a unit. */
  void bind(UnitSyntax written, Unit unit) {
    for (DeclarationSyntax member : written.members()) {
      if (member instanceof PropertySyntax property) {
        bind(property, unit);
      }
    }
  }

  /** The policy that declares a name itself, if one does. */
  private Optional<String> elsewhere(String name) {
    for (Policy policy : policies.values()) {
      for (Variable each : policy.variables()) {
        if (!each.shared() && each.name().equals(name)) {
          return each.owner();
        }
      }
      for (Ghost each : policy.ghosts()) {
        if (each.name().equals(name)) {
          return each.owner();
        }
      }
      for (Effect each : policy.effects()) {
        if (each.name().equals(name)) {
          return each.owner();
        }
      }
      for (ErrorAnswer each : policy.errors()) {
        if (each.name().equals(name)) {
          return each.owner();
        }
      }
    }
    return Optional.empty();
  }

  private final class Binding {
    private final Unit unit;
    private final Scope scope;
    private final Reporter report;
    private final Expressions expressions;

    Binding(Unit unit, Reporter report) {
      this.unit = unit;
      this.scope = unit.scope();
      this.report = report;
      this.expressions = new Expressions(scope, report);
    }

    void property(PropertySyntax written) {
      name(written.name());
      Groundings groundings = new Groundings(scope, report);
      Grounds grounds = groundings.ofSetting(written.grounds(), unit.grounds());
      if (!grounds.sources().isEmpty()) {
        String what = "the property `" + written.name() + "`";
        groundings.judge(grounds, written.name().at(), what, written.name().at());
      }
      Optional<Expression> where = written
          .where()
          .flatMap(each -> expressions.bind(each, Expressions.Place.WHERE, Map.of()));
      List<Property.Subject> about = about(written);
      List<Property.Exemption> exemptions = new ArrayList<>();
      for (ExceptSyntax each : written.exceptions()) {
        Grounds why = groundings.ofSetting(each.grounds(), grounds);
        groundings.judge(why, each.at(), "the exception", each.at());
        exemptions.add(
            new Property.Exemption(matching(each.policies(), candidates(), false), why, each.at()));
      }
      Optional<Claim> claim = written.claim().flatMap(this::claim);
      boolean whole = where.isPresent() == written.where().isPresent();
      where.ifPresent(each -> traits(Reads.of(each), about, written.name()));
      if (claim.isPresent() && whole && !report.broken() && !damage.within(written.at())) {
        bound.add(new Property(
            written.name().text(),
            written.title().map(TextSyntax::text),
            unit.owner(),
            about,
            where,
            exemptions,
            claim.get(),
            grounds,
            Declarations.text(written.doc()),
            written.name().at()));
      }
    }

    /** The policies must set the traits that are asked for. */
    private void traits(List<Slot> read, List<Property.Subject> about, Name name) {
      for (Slot slot : read) {
        if (slot instanceof Trait) {
          for (Property.Subject subject : about) {
            Policy policy = Objects.requireNonNull(policies.get(subject.policy()));
            if (policy.traits().stream()
                .noneMatch(each -> each.trait().name().equals(slot.name()))) {
              report.report(Diagnostic.of(
                      Rule.TRAIT_NOT_SET,
                      policy.at(),
                      "the policy `" + policy.name() + "` does not set `" + slot.name() + "`")
                  .withRelated(name.at(), "this property asks for it")
                  .withHelp("write `trait " + slot.name() + " = ...`"));
            }
          }
        }
      }
    }

    private void name(Name name) {
      List<Known> known = names.computeIfAbsent(name.text(), none -> new ArrayList<>());
      for (Known each : known) {
        if (each.vocabulary().equals(unit.vocabulary())
            && (each.owner().isEmpty()
                || unit.owner().isEmpty()
                || related(each.owner().get()))) {
          report.report(Diagnostic.of(
                  Rule.DUPLICATE_NAME, name.at(), "the property `" + name + "` is there twice")
              .withRelated(each.name().at(), "first here"));
          break;
        }
      }
      known.add(new Known(name, unit.vocabulary(), unit.owner()));
    }

    private boolean related(String other) {
      String own = unit.owner().orElseThrow();
      return own.equals(other) || extended(own, other) || extended(other, own);
    }

    // --- Which policies ---

    /** The complete policies that a property of this unit can be about. */
    private List<Policy> candidates() {
      List<Policy> candidates = new ArrayList<>();
      for (Policy policy : policies.values()) {
        boolean its = unit.owner().isEmpty()
            || unit.owner().get().equals(policy.name())
            || extended(policy.name(), unit.owner().get());
        if (its && !policy.isAbstract() && policy.vocabulary().name().equals(unit.vocabulary())) {
          candidates.add(policy);
        }
      }
      return candidates;
    }

    private boolean extended(String heir, String base) {
      Policy policy = policies.get(heir);
      return policy != null && policy.lineage().contains(base);
    }

    private List<Property.Subject> about(PropertySyntax written) {
      List<Policy> candidates = candidates();
      if (!written.policies().isEmpty()) {
        return matching(written.policies(), candidates, true);
      }
      List<Property.Subject> about = new ArrayList<>();
      for (Policy policy : candidates) {
        boolean own = unit.owner().filter(policy.name()::equals).isPresent();
        if (own || !refined.contains(policy.name())) {
          about.add(new Property.Subject(policy.name(), Map.of()));
        }
      }
      return about;
    }

    /**
     * The policies that globs name.
     *
     * @param sparing whether a star passes over policies that another one refines
     */
    private List<Property.Subject> matching(
        List<Name> globs, List<Policy> candidates, boolean sparing) {
      List<Property.Subject> subjects = new ArrayList<>();
      for (Name written : globs) {
        int bracket = written.text().indexOf('[');
        String glob = bracket < 0 ? written.text() : written.text().substring(0, bracket);
        Map<String, String> fixed = bracket < 0 ? Map.of() : fixed(written, bracket);
        boolean known = false;
        for (Policy policy : candidates) {
          if (Scenarios.matches(glob, policy.name())) {
            known = true;
            boolean spared = sparing && glob.indexOf('*') >= 0 && refined.contains(policy.name());
            if (!spared && agrees(policy, fixed)) {
              subjects.add(new Property.Subject(policy.name(), fixed));
            }
          }
        }
        if (!known) {
          report.unknown(
              new Name(glob, written.at()),
              "complete policy",
              candidates.stream().map(Policy::name).toList());
        } else if (!fixed.isEmpty()) {
          settings(fixed, glob, written, candidates);
        }
      }
      return subjects;
    }

    private Map<String, String> fixed(Name written, int bracket) {
      String inside = written.text().substring(bracket + 1);
      Map<String, String> fixed = new LinkedHashMap<>();
      for (String each : inside.substring(0, inside.length() - 1).split(",", -1)) {
        int equals = each.indexOf('=');
        if (equals > 0) {
          fixed.put(
              each.substring(0, equals).strip(), each.substring(equals + 1).strip());
        }
      }
      return fixed;
    }

    /** Whether some variant of a policy has these traits. */
    private boolean agrees(Policy policy, Map<String, String> fixed) {
      for (Map.Entry<String, String> each : fixed.entrySet()) {
        if (!spellings(policy, each.getKey()).contains(each.getValue())) {
          return false;
        }
      }
      return true;
    }

    private Set<String> spellings(Policy policy, String trait) {
      Set<String> spelled = new LinkedHashSet<>();
      for (TraitSetting setting : policy.traits()) {
        if (setting.trait().name().equals(trait)) {
          setting.alternatives().forEach(each -> spelled.add(each.spelled()));
        }
      }
      return spelled;
    }

    /** Reports traits and values that none of the policies has. */
    private void settings(
        Map<String, String> fixed, String glob, Name written, List<Policy> candidates) {
      for (Map.Entry<String, String> each : fixed.entrySet()) {
        Set<String> traits = new LinkedHashSet<>();
        Set<String> spelled = new LinkedHashSet<>();
        for (Policy policy : candidates) {
          if (Scenarios.matches(glob, policy.name())) {
            policy.traits().forEach(setting -> traits.add(setting.trait().name()));
            spelled.addAll(spellings(policy, each.getKey()));
          }
        }
        if (!traits.contains(each.getKey())) {
          report.unknown(new Name(each.getKey(), written.at()), "trait", traits);
        } else if (!spelled.contains(each.getValue())) {
          report.noSuchValue(
              new Name(each.getValue(), written.at()), "`" + each.getKey() + "`", spelled);
        }
      }
    }

    // --- What is claimed ---

    private Optional<Claim> claim(ClaimSyntax written) {
      if (written instanceof ClaimSyntax.Always always) {
        return state(always.holds()).map(holds -> new Claim.Always(always.never(), holds));
      }
      if (written instanceof ClaimSyntax.Reachable reachable) {
        return state(reachable.holds()).map(Claim.Reachable::new);
      }
      if (written instanceof ClaimSyntax.CanReach canReach) {
        Optional<Expression> from = state(canReach.from());
        Optional<Expression> reach = state(canReach.reach());
        Set<String> by = by(canReach.by());
        return from.isPresent() && reach.isPresent()
            ? Optional.of(new Claim.CanReach(from.get(), reach.get(), by))
            : Optional.empty();
      }
      return after((ClaimSyntax.After) written);
    }

    private Optional<Expression> state(ExpressionSyntax written) {
      return expressions.bind(written, Expressions.Place.STATE, Map.of());
    }

    /** The events that a path may use, actors standing for all of theirs. */
    private Set<String> by(List<Name> written) {
      Set<String> events = new LinkedHashSet<>();
      for (Name name : written) {
        if (scope.event(name.text()).isPresent()) {
          events.add(name.text());
        } else if (scope.hasActor(name.text())) {
          for (Event event : events()) {
            if (event.actor().equals(name.text())) {
              events.add(event.name());
            }
          }
        } else {
          Set<String> known = new LinkedHashSet<>(scope.events());
          known.addAll(scope.actors());
          report.unknown(name, "event or actor", known, scope);
        }
      }
      return events;
    }

    private List<Event> events() {
      List<Event> events = new ArrayList<>();
      for (String name : scope.events()) {
        scope.event(name).ifPresent(events::add);
      }
      return events;
    }

    private Optional<Claim> after(ClaimSyntax.After written) {
      List<Claim.Trigger> triggers = new ArrayList<>();
      boolean whole = true;
      if (written.actor().filter(actor -> !scope.hasActor(actor.text())).isPresent()) {
        report.unknown(written.actor().get(), "actor", scope.actors(), scope);
        whole = false;
      }
      for (CallSyntax call : written.calls()) {
        Optional<Claim.Trigger> trigger = trigger(call, written.actor());
        trigger.ifPresent(triggers::add);
        whole &= trigger.isPresent();
      }
      if (written.calls().isEmpty()) {
        for (Event event : events()) {
          if (written.actor().isEmpty() || written.actor().get().text().equals(event.actor())) {
            triggers.add(new Claim.Trigger(
                event,
                event.parameters().stream().map(each -> Optional.<Value>empty()).toList()));
          }
        }
      }
      if (!whole) {
        // What their names mean cannot be said without the events.
        return Optional.empty();
      }
      Map<String, Parameter> parameters = parameters(triggers);
      Map<String, Observed> outputs = outputs(triggers);
      Optional<Expression> when = written
          .when()
          .flatMap(
              each -> expressions.bind(each, Expressions.Place.TRANSITION, parameters, outputs));
      Optional<Expression> holds =
          expressions.bind(written.holds(), Expressions.Place.TRANSITION, parameters, outputs);
      return holds.isPresent() && when.isPresent() == written.when().isPresent()
          ? Optional.of(new Claim.After(triggers, when, holds.get()))
          : Optional.empty();
    }

    private Optional<Claim.Trigger> trigger(CallSyntax call, Optional<Name> actor) {
      Optional<Event> found = scope.event(call.event().text());
      if (found.isEmpty()) {
        report.unknown(call.event(), "event", scope.events(), scope);
        return Optional.empty();
      }
      Event event = found.get();
      if (actor.filter(each -> !each.text().equals(event.actor())).isPresent()) {
        report.report(Diagnostic.of(
            Rule.WRONG_KIND,
            call.event().at(),
            "`" + event.name() + "` is an event of `" + event.actor() + "`, not of `" + actor.get()
                + "`"));
        return Optional.empty();
      }
      List<Optional<Value>> arguments = new ArrayList<>();
      if (call.arguments().isEmpty()) {
        event.parameters().forEach(each -> arguments.add(Optional.empty()));
        return Optional.of(new Claim.Trigger(event, arguments));
      }
      if (call.arguments().size() != event.parameters().size()) {
        report.report(Diagnostic.of(
                Rule.BAD_CELL,
                call.at(),
                "`" + event.name() + "` takes " + event.parameters().size() + " arguments, not "
                    + call.arguments().size())
            .withNote("its parameters are "
                + Reporter.listed(
                    event.parameters().stream().map(Parameter::name).toList())));
        return Optional.empty();
      }
      Values values = new Values(scope, report);
      for (int at = 0; at < call.arguments().size(); at++) {
        Parameter parameter = event.parameters().get(at);
        Name argument = call.arguments().get(at);
        if (argument.text().equals("-")) {
          arguments.add(Optional.empty());
        } else {
          values
              .one(argument, parameter.type(), Expressions.of(parameter))
              .ifPresent(value -> arguments.add(Optional.of(value)));
        }
      }
      return arguments.size() == event.parameters().size()
          ? Optional.of(new Claim.Trigger(event, arguments))
          : Optional.empty();
    }

    /** The parameters that all events have, with the same values. */
    private Map<String, Parameter> parameters(List<Claim.Trigger> triggers) {
      Map<String, Parameter> shared = new LinkedHashMap<>();
      if (triggers.isEmpty()) {
        return shared;
      }
      for (Parameter each : triggers.get(0).event().parameters()) {
        boolean everywhere = true;
        for (Claim.Trigger other : triggers) {
          everywhere &= other
              .event()
              .parameter(each.name())
              .filter(one -> one.type().values().equals(each.type().values()))
              .isPresent();
        }
        if (everywhere) {
          shared.put(each.name(), each);
        }
      }
      return shared;
    }

    private Map<String, Observed> outputs(List<Claim.Trigger> triggers) {
      Map<String, Observed> shared = new LinkedHashMap<>();
      if (triggers.isEmpty()) {
        return shared;
      }
      for (Output each : triggers.get(0).event().outputs()) {
        boolean everywhere = true;
        for (Claim.Trigger other : triggers) {
          everywhere &= other
              .event()
              .output(each.name())
              .filter(one -> one.type().values().equals(each.type().values()))
              .isPresent();
        }
        if (everywhere) {
          shared.put(each.name(), new Observed(each.name(), each.type()));
        }
      }
      return shared;
    }
  }
}
