package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.observe.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which configurations of two policies are compared with which. Flags and choices that both have are
 * the same on both sides wherever they can be: those that the policies fix to different values, or the
 * names asked for, are compared as they are.
 */
final class Pairing {
  private final Side a;
  private final Side b;

  /** By pair of variants: the first policy's variant. */
  private final List<Integer> variantsOfA = new ArrayList<>();

  /** Initial states that are compared: of the first policy, of the second, their pair of variants. */
  private final List<int[]> starts = new ArrayList<>();

  Pairing(Side a, Side b) {
    this.a = a;
    this.b = b;
    Dense denseA = a.dense();
    Dense denseB = b.dense();
    Map<Long, Integer> pairs = new HashMap<>();
    for (int i = 0; i < denseA.initials(); i++) {
      int variantA = denseA.variantOf(i);
      if (!compared(a, denseA.variants().get(variantA))) {
        continue;
      }
      for (int j = 0; j < denseB.initials(); j++) {
        int variantB = denseB.variantOf(j);
        if (compared(b, denseB.variants().get(variantB))
            && alike(denseA.configuration(i), denseB.configuration(j))) {
          long key = ((long) variantA << 32) | variantB;
          Integer pair = pairs.get(key);
          if (pair == null) {
            pair = variantsOfA.size();
            pairs.put(key, pair);
            variantsOfA.add(variantA);
          }
          starts.add(new int[] {i, j, pair});
        }
      }
    }
  }

  /** How many pairs of variants are compared. */
  int pairs() {
    return variantsOfA.size();
  }

  /** The first policy's variant in a pair. */
  Variant variantOfA(int pair) {
    return a.dense().variants().get(variantsOfA.get(pair));
  }

  List<int[]> starts() {
    return starts;
  }

  private static boolean compared(Side side, Variant variant) {
    for (Variant each : side.variants()) {
      if (each.choices().equals(variant.choices())) {
        return true;
      }
    }
    return false;
  }

  private boolean alike(Configuration ofA, Configuration ofB) {
    List<FlagSetting> flagsA = a.policy().flags();
    List<FlagSetting> flagsB = b.policy().flags();
    for (int i = 0; i < flagsA.size(); i++) {
      for (int j = 0; j < flagsB.size(); j++) {
        boolean same = flagsA.get(i).flag().name().equals(flagsB.get(j).flag().name());
        if (same
            && canAgree(flagsA.get(i), flagsB.get(j))
            && !ofA.flags().get(i).equals(ofB.flags().get(j))) {
          return false;
        }
      }
    }
    List<TraitSetting> choicesA = a.policy().choices();
    List<TraitSetting> choicesB = b.policy().choices();
    for (int i = 0; i < choicesA.size(); i++) {
      for (int j = 0; j < choicesB.size(); j++) {
        if (choicesA.get(i).trait().name().equals(choicesB.get(j).trait().name())
            && canAgree(i, j)
            && !spelled(choicesA.get(i), ofA, i).equals(spelled(choicesB.get(j), ofB, j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether some value of a flag is allowed on both sides; if not, they are compared all the same. */
  private static boolean canAgree(FlagSetting ofA, FlagSetting ofB) {
    return ofA.allowed().stream().anyMatch(ofB.allowed()::contains);
  }

  /** Whether some alternative of a choice is asked for on both sides, as {@code P[x=no]} rules out. */
  private boolean canAgree(int choiceOfA, int choiceOfB) {
    Set<String> ofB = spelled(b, choiceOfB);
    return spelled(a, choiceOfA).stream().anyMatch(ofB::contains);
  }

  /** The alternatives of a choice among the variants that are compared. */
  private static Set<String> spelled(Side side, int choice) {
    TraitSetting setting = side.policy().choices().get(choice);
    Set<String> spelled = new LinkedHashSet<>();
    for (Variant variant : side.variants()) {
      spelled.add(setting.alternatives().get(variant.choices().get(choice)).spelled());
    }
    return spelled;
  }

  private static String spelled(TraitSetting choice, Configuration in, int at) {
    return choice.alternatives().get(in.choices().get(at)).spelled();
  }
}
