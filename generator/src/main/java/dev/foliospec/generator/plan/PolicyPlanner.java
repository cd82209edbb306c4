package dev.foliospec.generator.plan;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a policy to the types of its package. */
final class PolicyPlanner {
  /** The types that every policy's package has. */
  static final List<String> OWN = List.of("State", "Config", "Chances", "Row", "Step");

  private final Policy policy;
  private final VocabularyPlan vocabulary;
  private final String packageName;
  private final String ownPackage;
  private final Names names = VocabularyPlanner.typeNames();
  private final TypePlans types;
  private final Map<String, Value> fixed = new LinkedHashMap<>();
  private final Map<String, TraitSetting> traits = new LinkedHashMap<>();
  private final List<FamilyPlan> families = new ArrayList<>();
  private int next;

  private PolicyPlanner(Policy policy, VocabularyPlan vocabulary) {
    this.policy = policy;
    this.vocabulary = vocabulary;
    this.packageName = within(vocabulary.packageName(), policy.edition());
    this.ownPackage = within(packageName, policy.shortName());
    List.of("Event", "Outputs", "Effect", "Error").forEach(names::claim);
    OWN.forEach(names::claim);
    vocabulary.enumerations().forEach(each -> names.claim(each.name().simpleName()));
    Optional<EnumPlan> yesNo = vocabulary.enumerations().stream()
        .filter(each -> each.name().simpleName().equals("YesNo"))
        .findFirst();
    this.types = new TypePlans(ownPackage, names, vocabulary.types(), yesNo);
  }

  private static String within(String packageName, String dotted) {
    StringBuilder made = new StringBuilder(packageName);
    if (!dotted.isEmpty()) {
      for (String part : dotted.split("\\.", -1)) {
        made.append('.').append(Names.packagePart(part));
      }
    }
    return made.toString();
  }

  /** The plan of a policy whose machine's name starts with {@code stem}. */
  static PolicyPlan plan(Policy policy, VocabularyPlan vocabulary, String stem) {
    return new PolicyPlanner(policy, vocabulary).plan(stem);
  }

  private PolicyPlan plan(String stem) {
    for (Type type : policy.types()) {
      types.plan(type, type.spelled());
    }
    List<Places.Choice> configuration = configuration();
    List<Place> state = state();
    List<Place> chances = chances();
    boolean ownEffects = policy.effects().stream().anyMatch(each -> each.owner().isPresent());
    boolean ownErrors = policy.errors().stream().anyMatch(each -> each.owner().isPresent());
    Map<String, List<Place>> parameters = parameters();
    Places places = new Places(
        configuration,
        state,
        chances,
        parameters,
        elements(state, parameters),
        families,
        fixed,
        traits);
    return new PolicyPlan(
        policy,
        vocabulary,
        packageName,
        ownPackage,
        stem,
        places,
        types.made(),
        ownEffects
            ? VocabularyPlanner.effects(
                new JavaName(ownPackage, "Effect"),
                policy.effects(),
                "What a hypervisor does in a transition of `"
                    + policy.name()
                    + "`; it is named here, not carried out.")
            : vocabulary.effects(),
        ownEffects,
        ownErrors
            ? VocabularyPlanner.errors(new JavaName(ownPackage, "Error"), policy.errors())
            : vocabulary.errors(),
        ownErrors,
        rows(),
        starts(places));
  }

  private List<StartPlan> starts(Places places) {
    Scope scope = new Scope(places, new Formulas());
    List<StartPlan> made = new ArrayList<>();
    for (int i = 0; i < policy.variables().size(); i++) {
      Variable variable = policy.variables().get(i);
      Value otherwise = variable.initial().orElse(variable.type().values().get(0));
      List<StartPlan.Case> cases = new ArrayList<>();
      for (Initial initial : policy.initials()) {
        if (initial.variable().name().equals(variable.name())) {
          for (Initial.Case each : initial.cases()) {
            Formula when = each.condition().map(scope::formula).orElse(scope.always());
            if (when.isTrue()) {
              otherwise = each.value();
              break;
            }
            if (!when.isFalse()) {
              cases.add(new StartPlan.Case(when, each.value()));
            }
          }
          break;
        }
      }
      made.add(new StartPlan(places.state().get(i).field(), cases, otherwise));
    }
    return made;
  }

  private List<Places.Choice> configuration() {
    Names fields = new Names();
    List<Places.Choice> made = new ArrayList<>();
    for (FlagSetting setting : policy.flags()) {
      String name = setting.flag().name();
      if (setting.allowed().size() == 1) {
        fixed.put(name, setting.allowed().get(0));
      } else {
        TypePlan type = types.plan(setting.flag().type(), name);
        FieldPlan field = new FieldPlan(
            fields.claim(Names.camel(name)), name, type, setting.flag().doc());
        made.add(new Places.Choice(
            Place.of(Place.Kind.CONFIGURATION, next++, field),
            Optional.empty(),
            setting.allowed()));
      }
    }
    for (TraitSetting setting : policy.traits()) {
      String name = setting.trait().name();
      traits.put(name, setting);
      if (setting.undecided()) {
        Type type = Places.plain(setting) ? setting.trait().type() : named(setting);
        FieldPlan field = new FieldPlan(
            fields.claim(Names.camel(name)),
            name,
            types.plan(type, name),
            setting.trait().doc());
        List<Value> allowed = setting.alternatives().stream()
            .map(each -> new Value(each.spelled()))
            .toList();
        made.add(new Places.Choice(
            Place.of(Place.Kind.CONFIGURATION, next++, field), Optional.of(setting), allowed));
      } else if (setting.alternatives().get(0) instanceof TraitSetting.Fixed value) {
        fixed.put(name, value.value());
      }
    }
    return made;
  }

  /** The alternatives of a trait by their names, where they are not all values. */
  private static Type named(TraitSetting setting) {
    return new Type(
        Optional.empty(),
        setting.alternatives().stream()
            .map(each -> new Value(each.spelled()))
            .distinct()
            .toList(),
        false,
        List.of());
  }

  private List<Place> state() {
    Names fields = new Names();
    List<Place> made = new ArrayList<>();
    for (Variable variable : policy.variables()) {
      made.add(Place.of(
          Place.Kind.STATE,
          next++,
          new FieldPlan(
              fields.claim(Names.camel(variable.name())),
              variable.name(),
              types.plan(variable.type(), variable.name()),
              variable.doc())));
    }
    for (int at = 0; at < made.size(); at++) {
      Optional<Variable.Member> member = policy.variables().get(at).member();
      if (member.isPresent()
          && member.get().key().equals(member.get().over().values().get(0))) {
        family(member.get(), made, at, fields).ifPresent(families::add);
      }
    }
    return made;
  }

  /** An indexed variable, if Java can switch over its index. */
  private Optional<FamilyPlan> family(
      Variable.Member member, List<Place> state, int first, Names fields) {
    TypePlan over = types.plan(member.over(), member.over().spelled());
    if (over.isNumber()) {
      return Optional.empty();
    }
    List<FieldPlan> elements = new ArrayList<>();
    for (int at = 0; at < member.over().size(); at++) {
      elements.add(state.get(first + at).field());
    }
    Variable variable = policy.variables().get(first);
    return Optional.of(new FamilyPlan(
        new FieldPlan(
            fields.claim(Names.camel(member.family())),
            member.family(),
            elements.get(0).type(),
            variable.doc()),
        new FieldPlan("index", "index", over, Optional.empty()),
        member.over().values(),
        elements));
  }

  /** For each event the elements that its rows can ask and write like variables. */
  private Map<String, List<Place>> elements(
      List<Place> state, Map<String, List<Place>> parameters) {
    Map<String, Place> known = new LinkedHashMap<>();
    Map<String, List<Place>> made = new LinkedHashMap<>();
    for (Event event : policy.events()) {
      List<Place> own = new ArrayList<>();
      for (Element element : Picks.alone(policy, event)) {
        List<Place> picking = element.index() instanceof Parameter
            ? parameters.getOrDefault(event.name(), List.of())
            : state;
        for (FamilyPlan family : families) {
          for (Place index : picking) {
            if (family.field().spelling().equals(element.family())
                && index.field().spelling().equals(element.index().name())
                && index
                    .field()
                    .type()
                    .enumeration()
                    .equals(family.index().type().enumeration())) {
              own.add(known.computeIfAbsent(
                  element.name() + " by " + index.number(),
                  key -> element(family, element, index)));
            }
          }
        }
      }
      made.put(event.name(), own);
    }
    return made;
  }

  private Place element(FamilyPlan family, Element element, Place index) {
    FieldPlan field = new FieldPlan(
        family.field().name(),
        element.name(),
        family.field().type(),
        family.field().doc());
    return new Place(
        Place.Kind.ELEMENT,
        next++,
        field,
        family.field().type().type().values(),
        Optional.of(index));
  }

  private List<Place> chances() {
    Names fields = new Names();
    List<Place> made = new ArrayList<>();
    for (Chance chance : policy.chances()) {
      made.add(Place.of(
          Place.Kind.CHANCE,
          next++,
          new FieldPlan(
              fields.claim(Names.camel(chance.name())),
              chance.name(),
              types.plan(chance.type(), chance.name()),
              chance.doc())));
    }
    return made;
  }

  private Map<String, List<Place>> parameters() {
    Map<String, Place> known = new LinkedHashMap<>();
    Map<String, List<Place>> made = new LinkedHashMap<>();
    for (EventPlan event : vocabulary.events()) {
      Names locals = new Names("s", "c", "chances", "event");
      List<Place> places = new ArrayList<>();
      for (FieldPlan parameter : event.parameters()) {
        FieldPlan local = new FieldPlan(
            locals.claim(parameter.name()),
            parameter.spelling(),
            parameter.type(),
            parameter.doc());
        String key =
            local.name() + " " + local.spelling() + " " + System.identityHashCode(parameter.type());
        Place place = known.get(key);
        if (place == null) {
          place = Place.of(Place.Kind.PARAMETER, next++, local);
          known.put(key, place);
        }
        places.add(place);
      }
      made.put(event.event().name(), places);
    }
    return made;
  }

  private List<RowPlan> rows() {
    Names constants = new Names();
    List<RowPlan> made = new ArrayList<>();
    List<Table> tables = new ArrayList<>(policy.checks());
    tables.addAll(policy.bodies());
    for (Table table : tables) {
      for (Transition row : table.rows()) {
        if (row.outcome().answer() != Outcome.Answer.PASS) {
          made.add(new RowPlan(
              made.size(), row, table, constants.claim(Names.constant(row.id().id()))));
        }
      }
    }
    return made;
  }
}
