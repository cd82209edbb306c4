package dev.foliospec.generator.test;

import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.Places;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.Spelled;
import dev.foliospec.generator.plan.TablesPlan;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Input;
import dev.foliospec.model.Output;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How states, inputs and answers are written in the files that generated tests read. */
final class Lines {
  private final PolicyPlan plan;

  Lines(PolicyPlan plan) {
    this.plan = plan;
  }

  /** {@code yes never}: a value for each component of the configuration, {@code -} if none. */
  String config(Configuration configuration) {
    List<String> values = new ArrayList<>();
    for (Places.Choice choice : plan.places().configuration()) {
      Value value = TablesPlan.chosen(plan, choice, configuration);
      values.add(choice.place().field().type().written(value));
    }
    return values.isEmpty() ? "-" : String.join(" ", values);
  }

  /** {@code init_shared=yes}: the same with names. */
  String named(Configuration configuration) {
    List<String> values = new ArrayList<>();
    for (Places.Choice choice : plan.places().configuration()) {
      Value value = TablesPlan.chosen(plan, choice, configuration);
      values.add(choice.place().field().spelling() + "="
          + choice.place().field().type().written(value));
    }
    return values.isEmpty() ? "-" : String.join(" ", values);
  }

  /** {@code private absent no}: a value for each variable. */
  String state(State state) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < state.values().size(); i++) {
      values.add(
          plan.places().state().get(i).field().type().written(state.values().get(i)));
    }
    return values.isEmpty() ? "-" : String.join(" ", values);
  }

  /** {@code attr=shared folio=present}: what differs between two states, {@code -} if nothing. */
  String changes(State before, State after) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < after.values().size(); i++) {
      if (!after.values().get(i).equals(before.values().get(i))) {
        Place place = plan.places().state().get(i);
        values.add(place.field().spelling() + "="
            + place.field().type().written(after.values().get(i)));
      }
    }
    return values.isEmpty() ? "-" : String.join(" ", values);
  }

  /** {@code convert(private) nomem=yes}: chances only where they are not as usual. */
  String input(Input input) {
    StringBuilder text = new StringBuilder(call(input));
    for (int i = 0; i < input.chances().size(); i++) {
      Chance chance = plan.policy().chances().get(i);
      if (!input.chances().get(i).equals(chance.usual())) {
        text.append(' ').append(chance.name()).append('=');
        text.append(plan.places()
            .chances()
            .get(i)
            .field()
            .type()
            .written(input.chances().get(i)));
      }
    }
    return text.toString();
  }

  /** {@code convert(private)}. */
  String call(Input input) {
    if (input.arguments().isEmpty()) {
      return input.event().name();
    }
    List<Place> parameters =
        Objects.requireNonNull(plan.places().parameters().get(input.event().name()));
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < input.arguments().size(); i++) {
      arguments.add(parameters.get(i).field().type().written(input.arguments().get(i)));
    }
    return input.event().name() + "(" + String.join(",", arguments) + ")";
  }

  /** {@code ok sees=zeros}. */
  String answer(Input input, Response response) {
    StringBuilder text = new StringBuilder(response.answer());
    for (int i = 0; i < response.outputs().size(); i++) {
      Output output = input.event().outputs().get(i);
      Shown shown = response.outputs().get(i);
      if (shown instanceof Shown.One one) {
        text.append(' ').append(output.name()).append('=');
        text.append(plan.vocabulary().plan(output.type()).written(one.value()));
        if (output.type().matchesAny(one.value())) {
          text.append('*');
        }
      } else if (shown instanceof Shown.Whatever) {
        text.append(' ').append(output.name()).append("=*");
      }
    }
    return text.toString();
  }

  /** {@code zero, prepare}, or {@code -}. */
  static String effects(List<Effect> effects) {
    return effects.isEmpty()
        ? "-"
        : String.join(", ", effects.stream().map(Effect::name).toList());
  }

  /** Text of an author on one line, with what cannot be seen left out. */
  static String plain(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> safe.appendCodePoint(Spelled.invisible(c) ? ' ' : c));
    return safe.toString().trim().replaceAll(" +", " ");
  }
}
