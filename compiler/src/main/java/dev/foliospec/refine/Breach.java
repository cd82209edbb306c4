package dev.foliospec.refine;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Trace;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Transition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a policy does what its contract does not allow, by a shortest trace.
 *
 * @param kind what is not allowed
 * @param variant the variant of the policy
 * @param against the variant of the contract
 * @param flags the flags of the trace on which either side's behaviour can depend
 * @param run the run of the policy, without the last step where it forbids it
 * @param trace the steps of the policy, the last being the one that is not allowed; none where the
 *     two do not even start alike
 * @param promised steps by which the contract follows as far as it can, and its nearest answer
 * @param row the row of the policy that does the last step
 * @param promise the row of the contract that is nearest to it
 * @param answered what the policy answers; none for a flag or a choice
 * @param allowed what the contract allows there, each answer once
 */
public record Breach(
    Kind kind,
    Variant variant,
    Variant against,
    Map<String, String> flags,
    Trace run,
    List<TraceStep> trace,
    List<TraceStep> promised,
    Optional<Transition> row,
    Optional<Transition> promise,
    Optional<Reply> answered,
    List<Reply> allowed) {
  /** Copies the collections, keeping their order. */
  public Breach {
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    trace = List.copyOf(trace);
    promised = List.copyOf(promised);
    allowed = List.copyOf(allowed);
  }

  /** What it is that a contract does not allow. */
  public enum Kind {
    /** An answer. */
    ANSWER("answer"),
    /** An output of an answer that is allowed. */
    OUTPUT("output"),
    /** The state that the observer sees after an answer that is allowed. */
    STATE("state"),
    /** The effects that the observer sees of an answer that is allowed. */
    EFFECTS("effects"),
    /** That the policy forbids what the contract answers. */
    FORBIDDEN("forbidden"),
    /** An event that cannot happen in the contract. */
    BEYOND("beyond"),
    /** A value of a flag. */
    FLAG("flag"),
    /** A choice of an undecided trait. */
    CHOICE("choice");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As JSON has it. */
    public String word() {
      return word;
    }
  }

  /**
   * One answer, as far as it is seen.
   *
   * @param answer {@code ok} or an error's name; {@code -} where nobody sees it; empty where the event
   *     is forbidden
   * @param outputs output to value, in the order of declaration
   * @param effects the effects, where the observer sees them
   * @param state variable to value after the event, where the observer sees states
   * @param row the row that gives it, by its bare id
   */
  public record Reply(
      String answer,
      Map<String, String> outputs,
      Optional<List<String>> effects,
      Map<String, String> state,
      String row) {
    /** Copies the maps, keeping their order. */
    public Reply {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
      state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
    }

    /** As a row would write it, {@code ok, sees=zeros}; of the state, what some variables are. */
    public String spelled(Set<String> variables) {
      StringBuilder text = new StringBuilder(answer.isEmpty() ? "forbid" : answer);
      outputs.forEach(
          (name, value) -> text.append(", ").append(name).append('=').append(value));
      if (effects.isPresent()) {
        text.append("; ");
        text.append(effects.get().isEmpty() ? "no effects" : String.join(", ", effects.get()));
      }
      boolean first = true;
      for (Map.Entry<String, String> each : state.entrySet()) {
        if (variables.contains(each.getKey())) {
          text.append(first ? "; then " : ", ");
          text.append(each.getKey()).append('=').append(each.getValue());
          first = false;
        }
      }
      return text.toString();
    }

    /** As a row would write it, with all that is seen of the state. */
    public String spelled() {
      return spelled(state.keySet());
    }
  }

  /** The variables that are seen to be otherwise after the answer than after some that are allowed. */
  public Set<String> differing() {
    Set<String> differing = new LinkedHashSet<>();
    if (answered.isPresent()) {
      for (Map.Entry<String, String> each : answered.get().state().entrySet()) {
        for (Reply reply : allowed) {
          if (!each.getValue().equals(reply.state().get(each.getKey()))) {
            differing.add(each.getKey());
          }
        }
      }
    }
    return differing;
  }
}
