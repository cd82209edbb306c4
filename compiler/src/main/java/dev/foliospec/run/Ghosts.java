package dev.foliospec.run;

import dev.foliospec.model.Effect;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The ghosts of a policy, followed one response at a time: what properties know of the past.
 *
 * <p>Nothing that a policy does depends on them, so the {@link Interpreter} does without.
 */
public final class Ghosts {
  private final List<Ghost> ghosts;

  /** The ghosts of a policy. */
  public Ghosts(Policy policy) {
    ghosts = policy.ghosts();
  }

  /** Their values where a run starts, one for each. */
  public List<Value> initial() {
    return ghosts.stream().map(Ghost::initial).toList();
  }

  /** Their values after a response, which does its effects one after another. */
  public List<Value> after(List<Value> before, Response response) {
    List<Value> values = new ArrayList<>(before);
    for (Effect effect : response.effects()) {
      for (int at = 0; at < values.size(); at++) {
        values.set(at, after(ghosts.get(at), values.get(at), effect));
      }
    }
    return List.copyOf(values);
  }

  private static Value after(Ghost ghost, Value before, Effect effect) {
    Value value = before;
    for (Ghost.Rule rule : ghost.rules()) {
      if (rule.effect().equals(effect.name())) {
        value = rule.value().isPresent()
            ? rule.value().get()
            : moved(ghost.type(), before, rule.shift());
      }
    }
    return value;
  }

  /** The value so many places further, or the last one on the way. */
  private static Value moved(Type type, Value from, int by) {
    long to = (long) type.position(from) + by;
    List<Value> values = type.values();
    return to < 0
        ? values.get(0)
        : to >= values.size() ? values.get(values.size() - 1) : values.get((int) to);
  }
}
