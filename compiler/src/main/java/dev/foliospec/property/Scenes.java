package dev.foliospec.property;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs and reactions of a policy as one property sees them.
 *
 * <p>An input stands for several where the property reads a chance on which the policy's answer does
 * not depend, and a reaction for several where the property reads an output that may be anything.
 */
final class Scenes {
  private final Dense dense;
  private final Policy policy;
  private final List<Chance> chances = new ArrayList<>();
  private final List<Observed> outputs = new ArrayList<>();

  /** By input and by reaction: the first number of what it stands for; one more ends them. */
  private final int[] firstInputs;

  private final int[] firstReactions;

  /** Whether each input and each reaction stands for itself alone. */
  final boolean plain;

  private final long[] answers;

  /** What each number stands for. */
  private final List<Input> inputs = new ArrayList<>();

  private final List<List<Given>> given = new ArrayList<>();
  private final List<Reaction> reactions = new ArrayList<>();

  /** The event of each reaction's row, for what its outputs are called. */
  private final List<Event> events = new ArrayList<>();

  /**
   * The inputs and reactions of a policy.
   *
   * @param read what the property reads
   */
  Scenes(Dense dense, List<Slot> read) {
    this.dense = dense;
    policy = dense.policy();
    for (Slot slot : read) {
      if (slot instanceof Chance chance && !has(chances, chance.name())) {
        chances.add(chance);
      } else if (slot instanceof Observed output && !has(outputs, output.name())) {
        outputs.add(output);
      }
    }
    firstInputs = new int[dense.inputs() + 1];
    for (int input = 0; input < dense.inputs(); input++) {
      spread(dense.input(input), dense.eventOf(input), 0);
      firstInputs[input + 1] = inputs.size();
    }
    firstReactions = new int[dense.reactions().size() + 1];
    int[] answering = dense.answering();
    for (int number = 0; number < dense.reactions().size(); number++) {
      Reaction reaction = dense.reactions().get(number);
      Event event = policy.events().get(answering[number]);
      spread(reaction, event, reaction.outputs(), 0);
      firstReactions[number + 1] = given.size();
    }
    plain = inputs.size() == dense.inputs() && given.size() == dense.reactions().size();
    answers = Bits.none(given.size());
    for (int number = 0; number < given.size(); number++) {
      if (reactions.get(number).kind() != Reaction.Kind.FORBIDDEN) {
        Bits.add(answers, number);
      }
    }
  }

  private static boolean has(List<? extends Slot> slots, String name) {
    for (Slot slot : slots) {
      if (slot.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some input or reaction stands for several where a property reads these. */
  static boolean spreads(Dense dense, List<Slot> read) {
    Policy policy = dense.policy();
    boolean output = false;
    for (Slot slot : read) {
      output |= slot instanceof Observed;
      for (int chance = 0; chance < policy.chances().size(); chance++) {
        for (int event = 0; event < policy.events().size(); event++) {
          if (slot instanceof Chance
              && policy.chances().get(chance).name().equals(slot.name())
              && !dense.readsChance(event, chance)) {
            return true;
          }
        }
      }
    }
    if (output) {
      for (Reaction reaction : dense.reactions()) {
        for (Given each : reaction.outputs()) {
          if (each.anything()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void spread(Input input, int event, int from) {
    for (int at = from; at < chances.size(); at++) {
      int chance = position(chances.get(at).name());
      if (chance >= 0 && !dense.readsChance(event, chance)) {
        for (Value value : policy.chances().get(chance).type().values()) {
          List<Value> values = new ArrayList<>(input.chances());
          values.set(chance, value);
          spread(new Input(input.event(), input.arguments(), values), event, at + 1);
        }
        return;
      }
    }
    inputs.add(input);
  }

  private int position(String chance) {
    for (int at = 0; at < policy.chances().size(); at++) {
      if (policy.chances().get(at).name().equals(chance)) {
        return at;
      }
    }
    return -1;
  }

  private void spread(Reaction reaction, Event event, List<Given> shown, int from) {
    for (int at = from; at < shown.size(); at++) {
      Output output = event.outputs().get(at);
      if (shown.get(at).anything() && has(outputs, output.name())) {
        spread(reaction, event, with(shown, at, Given.NOTHING), at + 1);
        for (Value value : output.type().values()) {
          spread(reaction, event, with(shown, at, Given.of(value)), at + 1);
        }
        return;
      }
    }
    given.add(shown);
    reactions.add(reaction);
    events.add(event);
  }

  private static List<Given> with(List<Given> shown, int at, Given one) {
    List<Given> more = new ArrayList<>(shown);
    more.set(at, one);
    return more;
  }

  int firstInput(int input) {
    return firstInputs[input];
  }

  int firstReaction(int reaction) {
    return firstReactions[reaction];
  }

  int inputs() {
    return inputs.size();
  }

  int reactions() {
    return reactions.size();
  }

  /** The reactions that are answers; the others forbid, which is no transition. */
  long[] answers() {
    return answers;
  }

  Input input(int number) {
    return inputs.get(number);
  }

  Reaction reaction(int number) {
    return reactions.get(number);
  }

  /** What a reaction shows, with what may be anything settled. */
  List<Given> given(int number) {
    return given.get(number);
  }

  /** The codes of a parameter or chance by input; where an event lacks it, its first value. */
  char[] codes(Slot slot) {
    char[] codes = new char[inputs.size()];
    for (int number = 0; number < codes.length; number++) {
      Input input = inputs.get(number);
      int code = -1;
      if (slot instanceof Parameter) {
        List<Parameter> parameters = input.event().parameters();
        for (int at = 0; at < parameters.size(); at++) {
          if (parameters.get(at).name().equals(slot.name())) {
            code = slot.type().position(input.arguments().get(at));
          }
        }
      } else {
        int chance = position(slot.name());
        code = chance < 0 ? -1 : slot.type().position(input.chances().get(chance));
      }
      codes[number] = (char) Math.max(0, code);
    }
    return codes;
  }

  /** The codes of an output by reaction; where nothing is shown, the number of its values. */
  char[] shown(Observed output) {
    Type type = output.type();
    char[] codes = new char[given.size()];
    for (int number = 0; number < codes.length; number++) {
      int code = -1;
      Event event = events.get(number);
      List<Given> shown = given.get(number);
      for (int at = 0; at < shown.size(); at++) {
        if (event.outputs().get(at).name().equals(output.name())
            && shown.get(at).value().isPresent()) {
          code = type.position(shown.get(at).value().get());
        }
      }
      codes[number] = (char) (code < 0 ? type.size() : code);
    }
    return codes;
  }
}
