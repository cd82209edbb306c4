package dev.foliospec.generator.plan;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a vocabulary to the types that its policies share. */
final class VocabularyPlanner {
  private VocabularyPlanner() {}

  /** The names that generated types must not have: Java's own that the code uses, and ours. */
  static Names typeNames() {
    return new Names(
        "Object",
        "String",
        "Override",
        "Enum",
        "Record",
        "Integer",
        "Boolean",
        "Math",
        "Character",
        "StringBuilder",
        "IllegalArgumentException",
        "IllegalStateException",
        "List",
        "ArrayList",
        "Map",
        "HashMap",
        "LinkedHashMap",
        "Optional",
        "Arrays",
        "BitSet",
        "Generated",
        "Iterable",
        "Throwable",
        "Comparable",
        "Cloneable",
        "SuppressWarnings",
        "Deprecated",
        "Void");
  }

  static VocabularyPlan plan(Vocabulary vocabulary, String basePackage) {
    String packageName = basePackage + "." + Names.packagePart(vocabulary.name());
    Names names = typeNames();
    JavaName event = new JavaName(packageName, names.claim("Event"));
    JavaName effect = new JavaName(packageName, names.claim("Effect"));
    JavaName error = new JavaName(packageName, names.claim("Error"));
    JavaName outputs = new JavaName(packageName, names.claim("Outputs"));
    // Types of policies' packages, which are imported beside these.
    for (String reserved : PolicyPlanner.OWN) {
      names.claim(reserved);
    }
    TypePlans types = new TypePlans(packageName, names, new LinkedHashMap<>(), Optional.empty());
    for (Type type : vocabulary.types()) {
      types.plan(type, type.spelled());
    }
    for (Variable variable : vocabulary.variables()) {
      types.plan(variable.type(), variable.name());
    }
    for (Flag flag : vocabulary.flags()) {
      types.plan(flag.type(), flag.name());
    }
    for (Trait trait : vocabulary.traits()) {
      if (!trait.effects()) {
        types.plan(trait.type(), trait.name());
      }
    }
    for (Chance chance : vocabulary.chances()) {
      types.plan(chance.type(), chance.name());
    }
    Map<String, FieldPlan> shown = new LinkedHashMap<>();
    Names shownNames = new Names("none", "NONE");
    Names records = new Names("Kind");
    Names kinds = new Names();
    List<EventPlan> events = new ArrayList<>();
    for (Event each : vocabulary.events()) {
      events.add(event(each, types, records, kinds, shown, shownNames));
    }
    return new VocabularyPlan(
        vocabulary,
        packageName,
        types.known(),
        types.made(),
        event,
        events,
        effects(
            effect,
            vocabulary.effects(),
            "What a hypervisor does in a transition; it is named here, not carried out."),
        errors(error, vocabulary.errors()),
        outputs,
        List.copyOf(shown.values()));
  }

  private static EventPlan event(
      Event event,
      TypePlans types,
      Names records,
      Names kinds,
      Map<String, FieldPlan> shown,
      Names shownNames) {
    Names own = new Names("kind");
    List<FieldPlan> parameters = new ArrayList<>();
    for (Parameter parameter : event.parameters()) {
      parameters.add(new FieldPlan(
          own.claim(Names.camel(parameter.name())),
          parameter.name(),
          types.plan(parameter.type(), parameter.name()),
          Optional.empty()));
    }
    List<FieldPlan> outputs = new ArrayList<>();
    for (Output output : event.outputs()) {
      TypePlan type = types.plan(output.type(), output.name());
      String java = type.enumeration().map(each -> each.name().simpleName()).orElse("int");
      FieldPlan field = shown.get(output.name() + " " + java);
      if (field == null) {
        field = new FieldPlan(
            shownNames.claim(Names.camel(output.name())), output.name(), type, Optional.empty());
        shown.put(output.name() + " " + java, field);
      }
      outputs.add(field);
    }
    return new EventPlan(
        event,
        records.claim(Names.pascal(event.name())),
        kinds.claim(Names.constant(event.name())),
        parameters,
        outputs);
  }

  static EnumPlan effects(JavaName name, List<Effect> effects, String doc) {
    Names constants = new Names();
    List<ConstantPlan> plans = new ArrayList<>();
    for (Effect effect : effects) {
      plans.add(new ConstantPlan(
          constants.claim(Names.constant(effect.name())), effect.name(), effect.doc()));
    }
    return new EnumPlan(name, plans, doc, Optional.empty());
  }

  static EnumPlan errors(JavaName name, List<ErrorAnswer> errors) {
    Names constants = new Names();
    List<ConstantPlan> plans = new ArrayList<>();
    for (ErrorAnswer error : errors) {
      plans.add(new ConstantPlan(
          constants.claim(Names.constant(error.name())), error.name(), error.doc()));
    }
    return new EnumPlan(name, plans, "What may be answered instead of ok.", Optional.empty());
  }
}
