package dev.foliospec.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which states of a policy add nothing to a set that holds another one: whatever is seen after them
 * may be seen after the other as well, it forbids what they forbid, and everything that can happen in
 * them can happen there.
 *
 * <p>States that do the same are found first; of what is left, each is held against each other one of
 * its configuration.
 */
final class Simulation {
  /** With more kinds of states in one configuration, only states that do the same are found. */
  private static final int MOST = 1_200;

  private final int[] kinds;

  /** By kind: the kinds that make it idle, as bits from the first kind of its configuration. */
  private final long[][] idle;

  private final int[] firstKinds;
  private final long[] present;
  private final int[] firsts;

  /** What a state answers: to each group of inputs, by what is seen. */
  interface Behaviour {
    Tracker.Steps steps(int state, int group);
  }

  /**
   * Looks at all states.
   *
   * @param configurations by state, its configuration; sets hold states of one configuration
   */
  Simulation(int[] configurations, int groups, Behaviour behaviour) {
    kinds = alike(configurations, groups, behaviour);
    int count = 0;
    for (int kind : kinds) {
      count = Math.max(count, kind + 1);
    }
    int[] examples = new int[count];
    Arrays.fill(examples, -1);
    for (int state = 0; state < kinds.length; state++) {
      if (examples[kinds[state]] < 0) {
        examples[kinds[state]] = state;
      }
    }
    idle = new long[count][];
    firstKinds = new int[count];
    int widest = 0;
    for (int first = 0; first < count; ) {
      int end = first;
      while (end < count && configurations[examples[end]] == configurations[examples[first]]) {
        firstKinds[end++] = first;
      }
      compare(first, end, examples, groups, behaviour);
      widest = Math.max(widest, end - first);
      first = end;
    }
    present = new long[(widest + 63) / 64];
    firsts = new int[widest];
  }

  /** The kind of each state; those of one configuration have numbers that follow each other. */
  private static int[] alike(int[] configurations, int groups, Behaviour behaviour) {
    int[] kinds = configurations.clone();
    int count = 0;
    while (true) {
      Map<List<Long>, Integer> numbers = new HashMap<>();
      int[] finer = new int[kinds.length];
      for (int state = 0; state < kinds.length; state++) {
        List<Long> signature = signature(state, kinds, groups, behaviour);
        Integer known = numbers.get(signature);
        if (known == null) {
          known = numbers.size();
          numbers.put(signature, known);
        }
        finer[state] = known;
      }
      kinds = finer;
      if (numbers.size() == count) {
        return grouped(kinds, configurations, count);
      }
      count = numbers.size();
    }
  }

  /** The same kinds, numbered configuration by configuration. */
  private static int[] grouped(int[] kinds, int[] configurations, int count) {
    int most = 0;
    for (int each : configurations) {
      most = Math.max(most, each);
    }
    int[] numbers = new int[count];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int configuration = 0; configuration <= most; configuration++) {
      for (int state = 0; state < kinds.length; state++) {
        if (configurations[state] == configuration && numbers[kinds[state]] < 0) {
          numbers[kinds[state]] = next++;
        }
      }
    }
    int[] grouped = new int[kinds.length];
    for (int state = 0; state < grouped.length; state++) {
      grouped[state] = numbers[kinds[state]];
    }
    return grouped;
  }

  private static List<Long> signature(int state, int[] kinds, int groups, Behaviour behaviour) {
    List<Long> signature = new ArrayList<>();
    signature.add((long) kinds[state]);
    for (int group = 0; group < groups; group++) {
      Tracker.Steps steps = behaviour.steps(state, group);
      signature.add(steps.forbids ? -1L : steps.happens ? -2L : -3L);
      if (!steps.forbids) {
        long[] sights = Arrays.copyOf(steps.sights, steps.count);
        Arrays.sort(sights);
        for (long sight : sights) {
          int at = steps.find(sight);
          int[] targets = new int[steps.targets[at].length];
          for (int each = 0; each < targets.length; each++) {
            targets[each] = kinds[steps.targets[at][each]];
          }
          Arrays.sort(targets);
          signature.add(-4L);
          signature.add(sight);
          int last = -1;
          for (int target : targets) {
            if (target != last) {
              signature.add((long) target);
              last = target;
            }
          }
        }
      }
    }
    return signature;
  }

  /** Holds the kinds of one configuration against each other. */
  private void compare(int first, int end, int[] examples, int groups, Behaviour behaviour) {
    int size = end - first;
    int words = (size + 63) / 64;
    for (int kind = first; kind < end; kind++) {
      idle[kind] = new long[words];
    }
    if (size > MOST) {
      return;
    }
    Kind[] all = new Kind[size];
    for (int kind = 0; kind < size; kind++) {
      all[kind] = kind(examples[first + kind], first, words, groups, behaviour);
    }
    long[][] covered = new long[size][words];
    for (int one = 0; one < size; one++) {
      for (int other = 0; other < size; other++) {
        if (all[other].mayCover(all[one])) {
          covered[one][other >> 6] |= 1L << other;
        }
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int one = 0; one < size; one++) {
        for (int other = 0; other < size; other++) {
          if (one != other && holds(covered[one], other) && !all[other].covers(all[one], covered)) {
            covered[one][other >> 6] &= ~(1L << other);
            changed = true;
          }
        }
      }
    }
    for (int one = 0; one < size; one++) {
      for (int other = 0; other < size; other++) {
        boolean covers = holds(covered[one], other);
        boolean back = holds(covered[other], one);
        if (covers && one != other && (!back || other < one)) {
          idle[first + one][other >> 6] |= 1L << other;
        }
      }
    }
  }

  private static boolean holds(long[] bits, int at) {
    return (bits[at >> 6] & (1L << at)) != 0;
  }

  /** What states of one kind do, in terms of kinds. */
  private static final class Kind {
    final boolean[] happens;
    final boolean[] forbids;
    final long[][] sights;
    final int[][][] targets;
    final long[][][] bits;

    Kind(int groups) {
      happens = new boolean[groups];
      forbids = new boolean[groups];
      sights = new long[groups][];
      targets = new int[groups][][];
      bits = new long[groups][][];
    }

    int find(int group, long sight) {
      return Arrays.binarySearch(sights[group], sight);
    }

    /** Whether, one step ahead, it can do all that another kind can. */
    boolean mayCover(Kind other) {
      for (int group = 0; group < happens.length; group++) {
        if ((other.happens[group] && !happens[group])
            || (other.forbids[group] && !forbids[group])) {
          return false;
        }
        if (!forbids[group]) {
          for (long sight : other.sights[group]) {
            if (find(group, sight) < 0) {
              return false;
            }
          }
        }
      }
      return true;
    }

    /** Whether each step of another kind is covered by one of its own. */
    boolean covers(Kind other, long[][] covered) {
      for (int group = 0; group < happens.length; group++) {
        if (forbids[group]) {
          continue;
        }
        for (int at = 0; at < other.sights[group].length; at++) {
          long[] own = bits[group][find(group, other.sights[group][at])];
          for (int target : other.targets[group][at]) {
            if (!meet(own, covered[target])) {
              return false;
            }
          }
        }
      }
      return true;
    }

    private static boolean meet(long[] one, long[] other) {
      for (int word = 0; word < one.length; word++) {
        if ((one[word] & other[word]) != 0) {
          return true;
        }
      }
      return false;
    }
  }

  private Kind kind(int state, int first, int words, int groups, Behaviour behaviour) {
    Kind kind = new Kind(groups);
    for (int group = 0; group < groups; group++) {
      Tracker.Steps steps = behaviour.steps(state, group);
      kind.happens[group] = steps.happens;
      kind.forbids[group] = steps.forbids;
      kind.sights[group] = Arrays.copyOf(steps.sights, steps.count);
      Arrays.sort(kind.sights[group]);
      kind.targets[group] = new int[steps.count][];
      kind.bits[group] = new long[steps.count][words];
      for (int at = 0; at < steps.count; at++) {
        int[] targets = steps.targets[steps.find(kind.sights[group][at])];
        kind.targets[group][at] = new int[targets.length];
        for (int each = 0; each < targets.length; each++) {
          int target = kinds[targets[each]] - first;
          kind.targets[group][at][each] = target;
          kind.bits[group][at][target >> 6] |= 1L << target;
        }
      }
    }
    return kind;
  }

  /** The same set without the states that add nothing to it. */
  int[] reduced(int[] sorted) {
    int first = firstKinds[kinds[sorted[0]]];
    int size = 0;
    for (int state : sorted) {
      int kind = kinds[state] - first;
      if (!holds(present, kind)) {
        present[kind >> 6] |= 1L << kind;
        firsts[size++] = state;
      }
    }
    int kept = 0;
    int[] reduced = new int[size];
    for (int at = 0; at < size; at++) {
      if (!Kind.meet(idle[kinds[firsts[at]]], present)) {
        reduced[kept++] = firsts[at];
      }
    }
    Arrays.fill(present, 0);
    return Arrays.copyOf(reduced, kept);
  }
}
