package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that two policies share by name, the vocabulary's own. The two may come from
 * different revisions of the vocabulary, so values are compared, not their positions.
 */
final class SharedVariables {
  private final Dense a;
  private final Dense b;
  private final int[] numbersA;
  private final int[] numbersB;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] ofA;
  private final int[] ofB;

  /** For each variable the positions of the first policy's values in the second's type. */
  private final int[][] translated;

  SharedVariables(Dense a, Dense b) {
    this.a = a;
    this.b = b;
    this.numbersA = new int[a.states()];
    this.numbersB = new int[b.states()];
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
    return numberA(stateA) == numberB(stateB);
  }

  private int numberA(int state) {
    if (numbersA[state] == 0) {
      int[] codes = a.codes(state);
      char[] values = new char[ofA.length];
      for (int at = 0; at < ofA.length; at++) {
        values[at] = (char) (translated[at][codes[ofA[at]]] + 1);
      }
      numbersA[state] = number(values);
    }
    return numbersA[state];
  }

  private int numberB(int state) {
    if (numbersB[state] == 0) {
      int[] codes = b.codes(state);
      char[] values = new char[ofB.length];
      for (int at = 0; at < ofB.length; at++) {
        values[at] = (char) (codes[ofB[at]] + 1);
      }
      numbersB[state] = number(values);
    }
    return numbersB[state];
  }

  /** The number, from 1, of a state's values; a type has at most 4,096, so each is one character. */
  private int number(char[] values) {
    String key = new String(values);
    Integer known = numbers.get(key);
    if (known == null) {
      known = numbers.size() + 1;
      numbers.put(key, known);
    }
    return known;
  }
}
