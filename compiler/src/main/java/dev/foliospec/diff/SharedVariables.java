package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The variables that two policies share by name, the vocabulary's own. The two may come from
 * different revisions of the vocabulary, so values are compared, not their positions.
 */
final class SharedVariables {
  private final Dense a;
  private final Dense b;
  private final int[] ofA;
  private final int[] ofB;

  /** For each variable the positions of the first policy's values in the second's type. */
  private final int[][] translated;

  SharedVariables(Dense a, Dense b) {
    this.a = a;
    this.b = b;
    List<int[]> pairs = new ArrayList<>();
    List<int[]> tables = new ArrayList<>();
    List<Variable> variablesA = a.policy().variables();
    List<Variable> variablesB = b.policy().variables();
    for (int i = 0; i < variablesA.size(); i++) {
      for (int j = 0; j < variablesB.size(); j++) {
        Variable one = variablesA.get(i);
        Variable other = variablesB.get(j);
        if (one.shared() && other.shared() && one.name().equals(other.name())) {
          pairs.add(new int[] {i, j});
          tables.add(table(one.type(), other.type()));
        }
      }
    }
    ofA = new int[pairs.size()];
    ofB = new int[pairs.size()];
    translated = tables.toArray(new int[0][]);
    for (int at = 0; at < ofA.length; at++) {
      ofA[at] = pairs.get(at)[0];
      ofB[at] = pairs.get(at)[1];
    }
  }

  private static int[] table(Type from, Type to) {
    int[] table = new int[from.size()];
    for (int code = 0; code < table.length; code++) {
      table[code] = to.position(from.values().get(code));
    }
    return table;
  }

  /** Whether a state of each has the same values. */
  boolean alike(int stateA, int stateB) {
    for (int at = 0; at < ofA.length; at++) {
      if (translated[at][a.code(stateA, ofA[at])] != b.code(stateB, ofB[at])) {
        return false;
      }
    }
    return true;
  }
}
