package dev.foliospec.check;

import dev.foliospec.model.Configuration;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.resolve.Reads;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One policy's interpreter, asked each question once: scenarios begin alike, and meet the same states.
 */
final class Steps {
  private final Interpreter interpreter;
  private final List<Configuration> configurations;
  private final Set<String> telling;
  private final IdentityHashMap<Configuration, Map<List<Object>, Reply>> known =
      new IdentityHashMap<>();
  private final IdentityHashMap<Configuration, State> starts = new IdentityHashMap<>();

  Steps(Policy policy) {
    this.interpreter = new Interpreter(policy);
    this.configurations = interpreter.configurations();
    this.telling = Reads.telling(policy);
  }

  /** Every way in which a run may be set up. */
  List<Configuration> configurations() {
    return configurations;
  }

  /** The flags and traits on which an answer can depend. */
  Set<String> telling() {
    return telling;
  }

  State initial(Configuration configuration) {
    State start = starts.get(configuration);
    if (start == null) {
      start = interpreter.initial(configuration);
      starts.put(configuration, start);
    }
    return start;
  }

  /** What the policy says; the configuration is one of {@link #configurations()}. */
  Reply step(Configuration configuration, State state, Input input) {
    Map<List<Object>, Reply> replies = known.get(configuration);
    if (replies == null) {
      replies = new HashMap<>();
      known.put(configuration, replies);
    }
    List<Object> question = new ArrayList<>();
    question.add(input.event().name());
    addNames(input.arguments(), question);
    addNames(input.chances(), question);
    addNames(state.values(), question);
    Reply reply = replies.get(question);
    if (reply == null) {
      reply = interpreter.step(configuration, state, input);
      replies.put(question, reply);
    }
    return reply;
  }

  private static void addNames(List<Value> values, List<Object> question) {
    for (Value value : values) {
      question.add(value.name());
    }
  }
}
