package dev.foliospec.generator.export;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy can reach, as a labelled transition system in the Aldebaran format: {@code des (0,
 * transitions, states)}, then a line {@code (from, "label", to)} for each transition.
 *
 * <p>State 0 comes before anything is chosen: a step {@code start} leads from it to where each
 * configuration starts, and names its flags and undecided traits. State {@code n + 1} is state
 * {@code n} of {@link Dense}, so transitions are in its order: by state, then by input.
 *
 * <p>A label is a multi-action, whose parts tools can hide by name: {@code
 * convert(private)|chance(nomem,no)|answer(ok)|output(sees,zeros)|effects(zero,prepare)|row(B27)}.
 * What a policy forbids, and what cannot happen, is no transition. Each line is written once.
 */
public final class Aut {
  private final Dense dense;
  private final Policy policy;

  private Aut(Dense dense) {
    this.dense = dense;
    policy = dense.policy();
  }

  /** The transition system of a policy, all flags and choices together. */
  public static String write(Dense dense) {
    return new Aut(dense).text();
  }

  private String text() {
    String[] inputs = new String[dense.inputs()];
    for (int input = 0; input < inputs.length; input++) {
      inputs[input] = input(dense.input(input), dense.eventOf(input));
    }
    String[] reactions = new String[dense.reactions().size()];
    int[] answering = dense.answering();
    for (int number = 0; number < reactions.length; number++) {
      Event event = policy.events().get(answering[number]);
      reactions[number] = reaction(dense.reactions().get(number), event);
    }
    StringBuilder lines = new StringBuilder();
    int count = 0;
    for (int state = 0; state < dense.initials(); state++) {
      count++;
      lines.append("(0").append(end(start(dense.configuration(state)), state + 1));
    }
    for (int state = 0; state < dense.states(); state++) {
      for (int input = 0; input < inputs.length; input++) {
        if (dense.kind(state, input) == PointKind.ANSWERED) {
          // An error that changes nothing and one that did nothing may look the same.
          Set<String> ends = new LinkedHashSet<>();
          for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
            ends.add(end(inputs[input] + reactions[dense.reaction(edge)], dense.target(edge) + 1));
          }
          count += ends.size();
          for (String end : ends) {
            lines.append('(').append(state + 1).append(end);
          }
        }
      }
    }
    return "des (0, " + count + ", " + (dense.states() + 1) + ")\n" + lines;
  }

  private static String end(String label, int to) {
    return ", \"" + label + "\", " + to + ")\n";
  }

  private String start(Configuration configuration) {
    StringBuilder label = new StringBuilder("start");
    for (int at = 0; at < policy.flags().size(); at++) {
      String value = configuration.flags().get(at).name();
      label.append(part("flag", policy.flags().get(at).flag().name(), value));
    }
    for (int at = 0; at < policy.choices().size(); at++) {
      TraitSetting choice = policy.choices().get(at);
      String spelled =
          choice.alternatives().get(configuration.choices().get(at)).spelled();
      label.append(part("trait", choice.trait().name(), spelled));
    }
    return label.toString();
  }

  private String input(Input input, int event) {
    StringBuilder label = new StringBuilder(input.event().name());
    if (!input.arguments().isEmpty()) {
      List<String> arguments = input.arguments().stream().map(Value::name).toList();
      label.append('(').append(String.join(",", arguments)).append(')');
    }
    for (int at = 0; at < policy.chances().size(); at++) {
      if (dense.readsChance(event, at)) {
        Chance chance = policy.chances().get(at);
        label.append(part("chance", chance.name(), input.chances().get(at).name()));
      }
    }
    return label.toString();
  }

  private static String reaction(Reaction reaction, Event event) {
    StringBuilder label = new StringBuilder(part("answer", reaction.answer()));
    for (int at = 0; at < reaction.outputs().size(); at++) {
      Given given = reaction.outputs().get(at);
      if (!given.equals(Given.NOTHING)) {
        label.append(part("output", event.outputs().get(at).name(), given.spelled()));
      }
    }
    List<String> effects = new ArrayList<>();
    for (Effect effect : reaction.effects()) {
      effects.add(effect.name());
    }
    if (!effects.isEmpty()) {
      label.append(part("effects", effects.toArray(String[]::new)));
    }
    return label.append(part("row", reaction.row().id())).toString();
  }

  private static String part(String name, String... arguments) {
    return "|" + name + "(" + String.join(",", arguments) + ")";
  }
}
