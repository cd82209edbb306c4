package dev.foliospec.explore;

import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the effects, errors and steps of a policy, by name. */
final class Numbers {
  private final List<Effect> effects = new ArrayList<>();
  private final List<ErrorAnswer> errors = new ArrayList<>();
  private final Map<String, Integer> effectNumbers = new HashMap<>();
  private final Map<String, Integer> errorNumbers = new HashMap<>();
  private final Map<String, Integer> stepNumbers = new HashMap<>();

  Numbers(Policy policy) {
    for (int at = 0; at < policy.steps().size(); at++) {
      stepNumbers.put(policy.steps().get(at).name(), at);
    }
  }

  int effect(Effect effect) {
    Integer number = effectNumbers.get(effect.name());
    if (number == null) {
      number = effects.size();
      effectNumbers.put(effect.name(), number);
      effects.add(effect);
    }
    return number;
  }

  int error(ErrorAnswer error) {
    Integer number = errorNumbers.get(error.name());
    if (number == null) {
      number = errors.size();
      errorNumbers.put(error.name(), number);
      errors.add(error);
    }
    return number;
  }

  /** The number of a step, or -1 where there is none of that name. */
  int step(String name) {
    return stepNumbers.getOrDefault(name, -1);
  }

  List<Effect> effects() {
    return effects;
  }

  List<ErrorAnswer> errors() {
    return errors;
  }
}
