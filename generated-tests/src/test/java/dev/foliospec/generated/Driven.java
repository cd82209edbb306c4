package dev.foliospec.generated;

import dev.foliospec.generator.plan.EventPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.JavaName;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.Places;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.TablesPlan;
import dev.foliospec.generator.plan.TypePlan;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Input;
import dev.foliospec.model.Output;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generated classes of one policy, driven by values of the model. */
final class Driven {
  private final PolicyPlan plan;
  private final ClassLoader loader;

  Driven(PolicyPlan plan, ClassLoader loader) {
    this.plan = plan;
    this.loader = loader;
  }

  private Class<?> type(JavaName name) throws ReflectiveOperationException {
    return loader.loadClass(name.packageName() + "." + name.simpleName());
  }

  Class<?> machine() throws ReflectiveOperationException {
    return type(plan.machine());
  }

  Class<?> packed() throws ReflectiveOperationException {
    return type(plan.packed());
  }

  Class<?> monitor() throws ReflectiveOperationException {
    return type(plan.monitor());
  }

  private static Object make(Class<?> type, List<Object> values)
      throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    return constructor.newInstance(values.toArray());
  }

  private Object value(TypePlan type, Value value) throws ReflectiveOperationException {
    if (type.isNumber()) {
      return type.number(value);
    }
    return type(type.enumeration().orElseThrow().name())
        .getMethod("of", String.class)
        .invoke(null, value.name());
  }

  Object state(State state) throws ReflectiveOperationException {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < state.values().size(); i++) {
      values.add(
          value(plan.places().state().get(i).field().type(), state.values().get(i)));
    }
    return make(type(plan.own("State")), values);
  }

  Object config(Configuration configuration) throws ReflectiveOperationException {
    List<Object> values = new ArrayList<>();
    for (Places.Choice choice : plan.places().configuration()) {
      values.add(
          value(choice.place().field().type(), TablesPlan.chosen(plan, choice, configuration)));
    }
    return make(type(plan.own("Config")), values);
  }

  Object chances(Input input) throws ReflectiveOperationException {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < input.chances().size(); i++) {
      Place place = plan.places().chances().get(i);
      values.add(value(place.field().type(), input.chances().get(i)));
    }
    return make(type(plan.own("Chances")), values);
  }

  Object event(Input input) throws ReflectiveOperationException {
    EventPlan event = plan.vocabulary().plan(input.event());
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < input.arguments().size(); i++) {
      values.add(value(event.parameters().get(i).type(), input.arguments().get(i)));
    }
    JavaName all = plan.vocabulary().event();
    Class<?> type =
        loader.loadClass(all.packageName() + "." + all.simpleName() + "$" + event.record());
    return make(type, values);
  }

  /** What is given as an error to a monitor: {@code null} for ok. */
  @Nullable
  Object error(String answer) throws ReflectiveOperationException {
    return answer.equals("ok")
        ? null
        : type(plan.errors().name()).getMethod("of", String.class).invoke(null, answer);
  }

  /** Outputs of a response as they would be seen. */
  Object outputs(Input input, Response response) throws ReflectiveOperationException {
    List<@Nullable Object> values = new ArrayList<>();
    for (FieldPlan field : plan.vocabulary().shown()) {
      Object seen = null;
      EventPlan event = plan.vocabulary().plan(input.event());
      for (int i = 0; i < response.outputs().size(); i++) {
        Output output = input.event().outputs().get(i);
        if (event.output(output.name()).name().equals(field.name())
            && response.outputs().get(i) instanceof Shown.One one) {
          seen = value(field.type(), one.value());
        }
      }
      values.add(seen);
    }
    Class<?> type = type(plan.vocabulary().outputs());
    return type.getDeclaredConstructors()[0].newInstance(values.toArray());
  }

  /** What the machine says: a {@code Step}. */
  Object step(Configuration configuration, State state, Input input)
      throws ReflectiveOperationException {
    Object config = config(configuration);
    Object before = state(state);
    Object chances = chances(input);
    Method step = machine()
        .getMethod(
            "step",
            config.getClass(),
            before.getClass(),
            type(plan.vocabulary().event()),
            chances.getClass());
    return step.invoke(null, config, before, event(input), chances);
  }

  /** A number of the packed machine. */
  int packedNumber(String method, Object... arguments) throws ReflectiveOperationException {
    for (Method each : packed().getMethods()) {
      if (each.getName().equals(method) && each.getParameterCount() == arguments.length) {
        return (Integer) each.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(method);
  }

  /** What a cell of the packed machine stands for: a {@code Step}. */
  Object packedAnswer(int cell) throws ReflectiveOperationException {
    return packed().getMethod("answer", int.class).invoke(null, cell);
  }

  private static Object part(Object record, String name) throws ReflectiveOperationException {
    return record.getClass().getMethod(name).invoke(record);
  }

  /** A generated step in words. */
  static String text(Object step) throws ReflectiveOperationException {
    String kind = part(step, "kind").toString();
    boolean answered = (Boolean) part(step, "answered");
    if (!answered && !kind.equals("FORBIDDEN")) {
      return kind;
    }
    Object row = part(step, "row");
    String id = part(row, "policy") + "/" + part(row, "id");
    if (!answered) {
      return kind + " " + id;
    }
    Object error = step.getClass().getMethod("error").invoke(step);
    List<String> effects = new ArrayList<>();
    for (Object each : (List<?>) part(step, "effects")) {
      effects.add((String) part(each, "spelling"));
    }
    return kind
        + " "
        + id
        + " "
        + (error == null ? "ok" : part(error, "spelling"))
        + " "
        + part(step, "outputs")
        + " "
        + effects
        + " "
        + part(step, "next");
  }

  /** The interpreter's reply in the same words; empty where it does not say one thing. */
  Optional<String> text(Input input, Reply reply) throws ReflectiveOperationException {
    if (reply instanceof Reply.Lacking) {
      return Optional.of("LACKING");
    }
    if (reply instanceof Reply.Beyond) {
      return Optional.of("BEYOND");
    }
    if (reply instanceof Reply.Uncovered) {
      return Optional.of("UNCOVERED");
    }
    if (reply instanceof Reply.Forbidden forbidden) {
      return Optional.of("FORBIDDEN " + forbidden.row().spelled());
    }
    if (reply instanceof Reply.Answered answered && answered.responses().size() == 1) {
      Response response = answered.responses().get(0);
      return Optional.of(response.kind()
          + " "
          + response.row().spelled()
          + " "
          + response.answer()
          + " "
          + outputs(input, response)
          + " "
          + response.effects().stream().map(Effect::name).toList()
          + " "
          + state(response.next()));
    }
    return Optional.empty();
  }
}
