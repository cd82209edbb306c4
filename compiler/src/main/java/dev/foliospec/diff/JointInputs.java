package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs that two policies can be given together: the same event with the same arguments, and
 * every chance that both read at the same value.
 */
final class JointInputs {
  final int[] ofA;
  final int[] ofB;

  private JointInputs(int[] ofA, int[] ofB) {
    this.ofA = ofA;
    this.ofB = ofB;
  }

  static JointInputs of(Dense a, Dense b) {
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (int event = 0; event < a.policy().events().size(); event++) {
      int other = b.event(a.policy().events().get(event).name());
      if (other < 0) {
        continue;
      }
      for (int i = a.firstInput(event); i < a.firstInput(event + 1); i++) {
        for (int j = b.firstInput(other); j < b.firstInput(other + 1); j++) {
          if (together(a, event, a.input(i), b, other, b.input(j))) {
            left.add(i);
            right.add(j);
          }
        }
      }
    }
    int[] ofA = new int[left.size()];
    int[] ofB = new int[left.size()];
    for (int at = 0; at < ofA.length; at++) {
      ofA[at] = left.get(at);
      ofB[at] = right.get(at);
    }
    return new JointInputs(ofA, ofB);
  }

  private static boolean together(
      Dense a, int eventOfA, Input inputA, Dense b, int eventOfB, Input inputB) {
    if (!inputA.arguments().equals(inputB.arguments())) {
      return false;
    }
    List<Chance> chancesA = a.policy().chances();
    List<Chance> chancesB = b.policy().chances();
    for (int i = 0; i < chancesA.size(); i++) {
      for (int j = 0; j < chancesB.size(); j++) {
        boolean both = chancesA.get(i).name().equals(chancesB.get(j).name())
            && a.readsChance(eventOfA, i)
            && b.readsChance(eventOfB, j);
        if (both && !inputA.chances().get(i).equals(inputB.chances().get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  int size() {
    return ofA.length;
  }
}
