package dev.foliospec.generator.plan;

import dev.foliospec.model.Event;
import dev.foliospec.model.Type;
import dev.foliospec.model.Vocabulary;
import java.util.List;
import java.util.Map;

/**
 * The types that all policies of a vocabulary share.
 *
 * @param vocabulary the vocabulary
 * @param packageName their package
 * @param types the Java type of each type that the vocabulary uses
 * @param enumerations those that become enumerations, in the order of writing
 * @param event the interface of all events
 * @param events one record each
 * @param effects the enumeration of effects
 * @param errors the enumeration of errors
 * @param outputs the record of everything that is answered beside ok or an error
 * @param shown its components
 */
public record VocabularyPlan(
    Vocabulary vocabulary,
    String packageName,
    Map<Type, TypePlan> types,
    List<EnumPlan> enumerations,
    JavaName event,
    List<EventPlan> events,
    EnumPlan effects,
    EnumPlan errors,
    JavaName outputs,
    List<FieldPlan> shown) {
  /** Copies the lists. */
  public VocabularyPlan {
    enumerations = List.copyOf(enumerations);
    events = List.copyOf(events);
    shown = List.copyOf(shown);
  }

  /** The plan of an event. */
  public EventPlan plan(Event wanted) {
    for (EventPlan each : events) {
      if (each.event().name().equals(wanted.name())) {
        return each;
      }
    }
    throw new IllegalArgumentException("no event " + wanted.name());
  }

  /** The plan of a type that the vocabulary uses. */
  public TypePlan plan(Type type) {
    TypePlan plan = types.get(type);
    if (plan == null) {
      throw new IllegalArgumentException("no plan for " + type);
    }
    return plan;
  }
}
