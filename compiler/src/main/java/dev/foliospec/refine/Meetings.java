package dev.foliospec.refine;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy is tried with, and what its contract is given then: the same event with the same
 * arguments and the same value of every chance that both know. The contract may choose its private
 * chances, so it is given a group of inputs; the policy is tried with each value of its own.
 */
final class Meetings {
  /** Stands for the group of an event that the contract lacks. */
  static final int LACKED = -1;

  private final List<Integer> inputs = new ArrayList<>();
  private final List<Integer> groupOf = new ArrayList<>();
  private final List<Boolean> silent = new ArrayList<>();
  private final Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
  private final List<int[]> groups = new ArrayList<>();

  Meetings(Dense policy, Dense contract) {
    for (int event = 0; event < policy.policy().events().size(); event++) {
      Event asked = policy.policy().events().get(event);
      int other = contract.event(asked.name());
      for (int input = policy.firstInput(event); input < policy.firstInput(event + 1); input++) {
        if (other >= 0) {
          for (List<Integer> group : groups(policy, event, input, contract, other)) {
            add(input, number(group), asked.silent());
          }
        } else if (asked.silent()) {
          add(input, LACKED, true);
        }
      }
    }
  }

  private void add(int input, int group, boolean isSilent) {
    inputs.add(input);
    groupOf.add(group);
    silent.add(isSilent);
  }

  private int number(List<Integer> group) {
    Integer known = numbers.get(group);
    if (known == null) {
      known = groups.size();
      numbers.put(group, known);
      int[] members = new int[group.size()];
      for (int at = 0; at < members.length; at++) {
        members[at] = group.get(at);
      }
      groups.add(members);
    }
    return known;
  }

  /** The contract's inputs that go with one of the policy, by the values of the shared chances. */
  private static List<List<Integer>> groups(
      Dense policy, int event, int input, Dense contract, int other) {
    List<Chance> chances = policy.policy().chances();
    List<Chance> promised = contract.policy().chances();
    Input tried = policy.input(input);
    Map<List<Value>, List<Integer>> groups = new LinkedHashMap<>();
    for (int each = contract.firstInput(other); each < contract.firstInput(other + 1); each++) {
      Input given = contract.input(each);
      boolean together = tried.arguments().equals(given.arguments());
      List<Value> fixed = new ArrayList<>();
      for (int at = 0; at < promised.size() && together; at++) {
        int own = position(promised.get(at), chances);
        if (own >= 0 && contract.readsChance(other, at)) {
          Value value = given.chances().get(at);
          fixed.add(value);
          together = !policy.readsChance(event, own) || tried.chances().get(own).equals(value);
        }
      }
      if (together) {
        groups.computeIfAbsent(fixed, none -> new ArrayList<>()).add(each);
      }
    }
    return List.copyOf(groups.values());
  }

  private static int position(Chance chance, List<Chance> among) {
    for (int at = 0; at < among.size(); at++) {
      if (among.get(at).name().equals(chance.name())) {
        return at;
      }
    }
    return -1;
  }

  int size() {
    return inputs.size();
  }

  /** The input that the policy is tried with. */
  int input(int meeting) {
    return inputs.get(meeting);
  }

  /** The number of the group of inputs that the contract is given, or {@link #LACKED}. */
  int group(int meeting) {
    return groupOf.get(meeting);
  }

  /** Whether nobody sees that the event happens. */
  boolean silent(int meeting) {
    return silent.get(meeting);
  }

  /** The inputs of each group. */
  int[][] groups() {
    return groups.toArray(new int[0][]);
  }
}
