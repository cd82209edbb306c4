package dev.foliospec.observe;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the sets of states that observations of one policy leave possible. What a set answers to an
 * input is worked out once and kept, and what a state answers is grouped by what is seen of it once for
 * all sets that the state is in. Where there are many sets, states are left out that add nothing to
 * the others of their set, so that fewer sets are different.
 */
public final class Tracker {
  /** With more sets, it is worth while to look for states that add nothing to them. */
  private static final int MANY = 500;

  private final Dense dense;
  private final Sights.Of seen;
  private final StateSets sets;

  /** What single states lead to, so that what is equal is one array. */
  private final StateSets shared = new StateSets(0);

  private final int[][] groups;

  /** By state: the states that silent events may lead to from it, itself included, sorted. */
  private final int @Nullable [][] closures;

  /** By state, then group: what it answers. */
  private final @Nullable Steps[][] steps;

  /** By set, then group: what it answers. */
  private @Nullable Answers[][] answers = new Answers[64][];

  private final Union union;

  /** By group: what its answers look like. */
  private final Looks[] sightsOf;

  private int[] places = new int[0];
  private int[] order = new int[8];
  private int[] sizes = new int[8];
  private int[] @Nullable [][] parts = new int[8][][];
  private @Nullable Simulation simulation;
  private final int many;

  /** Bytes that sets and their answers take, about. */
  private long bytes;

  /** What one state answers to a group of inputs, by what is seen. */
  static final class Steps {
    boolean happens;
    boolean forbids;
    int count;
    long[] sights = new long[2];

    /** By step: the number of what is seen among all that is seen of the group. */
    int[] looks = new int[0];

    int[][] targets = new int[2][];

    /** The position of what looks so, or how many there are. */
    int find(long sight) {
      int at = 0;
      while (at < count && sights[at] != sight) {
        at++;
      }
      return at;
    }
  }

  /** What is seen of one group of inputs, in the order in which it was met. */
  private static final class Looks {
    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] sights = new long[4];

    int number(long sight) {
      Integer known = numbers.get(sight);
      if (known == null) {
        known = numbers.size();
        numbers.put(sight, known);
        if (known == sights.length) {
          sights = Arrays.copyOf(sights, known * 2);
        }
        sights[known] = sight;
      }
      return known;
    }
  }

  /**
   * Follows one policy.
   *
   * @param groups the inputs that are given to it; those of one group cannot be told apart
   * @param closures by state, the states that silent events may lead to from it, itself included and
   *     sorted; none where silent events are given like others
   */
  public Tracker(Dense dense, Sights.Of seen, int[][] groups, int @Nullable [][] closures) {
    this(dense, seen, groups, closures, MANY);
  }

  /** The same, with another number of sets from which states are looked for that add nothing. */
  Tracker(Dense dense, Sights.Of seen, int[][] groups, int @Nullable [][] closures, int many) {
    this.many = many;
    this.dense = dense;
    this.seen = seen;
    this.groups = groups;
    this.closures = closures;
    sets = new StateSets(dense.states());
    steps = new Steps[dense.states()][];
    union = new Union(dense.states());
    sightsOf = new Looks[groups.length];
    for (int group = 0; group < groups.length; group++) {
      sightsOf[group] = new Looks();
    }
  }

  /** Bytes that grow with the sets that were met, about. */
  public long bytes() {
    return bytes;
  }

  /** The members of a set, sorted. */
  public int[] members(int set) {
    return sets.members(set);
  }

  /** The number of a set of some states and of what silent events lead to from them. */
  public int set(int[] states) {
    union.clear();
    for (int state : states) {
      if (closures == null) {
        union.add(state);
      } else {
        union.addAll(closures[state]);
      }
    }
    return number(union.sorted());
  }

  private int number(int[] sorted) {
    if (sorted.length == 1) {
      return sorted[0];
    }
    if (simulation == null) {
      if (sets.larger() < many) {
        return kept(sorted);
      }
      simulation = new Simulation(dense.configurations(), groups.length, this::steps);
    }
    return kept(simulation.reduced(sorted));
  }

  private int kept(int[] sorted) {
    int before = sets.larger();
    int number = sets.number(sorted);
    if (sets.larger() > before) {
      bytes += 40 + (long) Integer.BYTES * sorted.length;
    }
    return number;
  }

  /** The number of a set of all states of some sets. */
  public int union(int[] numbers) {
    if (numbers.length == 1) {
      return numbers[0];
    }
    union.clear();
    for (int number : numbers) {
      if (number < dense.states()) {
        union.add(number);
      } else {
        union.addAll(sets.members(number));
      }
    }
    return number(union.sorted());
  }

  /** The number of the set that all answers together may lead to. */
  public int all(Answers of) {
    int known = of.all();
    if (known == Answers.NONE) {
      known = union(of.targets());
      of.keepAll(known);
    }
    return known;
  }

  /** What a set answers to a group of inputs. */
  public Answers answers(int set, int group) {
    if (set >= answers.length) {
      answers = Arrays.copyOf(answers, Math.max(set + 1, answers.length * 2));
    }
    Answers[] ofSet = answers[set];
    if (ofSet == null) {
      ofSet = new Answers[groups.length];
      bytes += 16 + 4L * groups.length;
      answers[set] = ofSet;
    }
    Answers known = ofSet[group];
    if (known == null) {
      known = worked(sets.members(set), group);
      ofSet[group] = known;
    }
    return known;
  }

  private Answers worked(int[] members, int group) {
    boolean happens = false;
    boolean forbids = false;
    int count = 0;
    for (int state : members) {
      Steps each = steps(state, group);
      happens |= each.happens;
      forbids |= each.forbids;
      for (int step = 0; step < each.count; step++) {
        int looks = each.looks[step];
        int at = placeOf(looks);
        if (at < 0) {
          at = count++;
          place(looks, at);
        }
        add(at, each.targets[step]);
      }
    }
    long[] sights = new long[count];
    int[] numbers = new int[count];
    for (int at = 0; at < count; at++) {
      sights[at] = sightsOf[group].sights[order[at]];
      numbers[at] = -1;
      for (int before = 0; before < at && numbers[at] < 0; before++) {
        if (sameParts(before, at)) {
          numbers[at] = numbers[before];
        }
      }
      if (numbers[at] < 0) {
        union.clear();
        for (int part = 0; part < sizes[at]; part++) {
          union.addAll(parts[at][part]);
        }
        numbers[at] = number(union.sorted());
      }
    }
    for (int at = 0; at < count; at++) {
      places[order[at]] = -1;
      sizes[at] = 0;
    }
    bytes += 88 + (long) (Long.BYTES + Integer.BYTES) * count;
    return new Answers(happens, forbids, sights, numbers);
  }

  // What is gathered for one set and group: places of looks, and for each place the targets.

  private int placeOf(int looks) {
    if (looks >= places.length) {
      int before = places.length;
      places = Arrays.copyOf(places, Math.max(looks + 1, before * 2));
      Arrays.fill(places, before, places.length, -1);
    }
    return places[looks];
  }

  private void place(int looks, int at) {
    if (at == order.length) {
      order = Arrays.copyOf(order, at * 2);
      sizes = Arrays.copyOf(sizes, at * 2);
      parts = Arrays.copyOf(parts, at * 2);
    }
    places[looks] = at;
    order[at] = looks;
    if (parts[at] == null) {
      parts[at] = new int[8][];
    }
  }

  private void add(int at, int[] targets) {
    if (sizes[at] == parts[at].length) {
      parts[at] = Arrays.copyOf(parts[at], sizes[at] * 2);
    }
    parts[at][sizes[at]++] = targets;
  }

  /** Whether two answers lead to the same; targets that are equal are one array. */
  private boolean sameParts(int one, int other) {
    if (sizes[one] != sizes[other]) {
      return false;
    }
    for (int part = 0; part < sizes[one]; part++) {
      if (parts[one][part] != parts[other][part]) {
        return false;
      }
    }
    return true;
  }

  private Steps steps(int state, int group) {
    Steps[] ofState = steps[state];
    if (ofState == null) {
      ofState = new Steps[groups.length];
      steps[state] = ofState;
    }
    Steps known = ofState[group];
    if (known == null) {
      known = step(state, group);
      ofState[group] = known;
    }
    return known;
  }

  private Steps step(int state, int group) {
    Steps found = new Steps();
    for (int input : groups[group]) {
      PointKind kind = dense.kind(state, input);
      if (kind == PointKind.FORBIDDEN) {
        found.happens = true;
        found.forbids = true;
      } else if (kind == PointKind.ANSWERED) {
        found.happens = true;
        int event = dense.eventOf(input);
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          add(found, seen.edge(event, edge), dense.target(edge));
        }
      }
    }
    found.looks = new int[found.count];
    for (int at = 0; at < found.count; at++) {
      union.clear();
      for (int target : found.targets[at]) {
        if (closures == null) {
          union.add(target);
        } else {
          union.addAll(closures[target]);
        }
      }
      int[] sorted = union.sorted();
      found.targets[at] = shared.members(shared.number(sorted));
      found.looks[at] = sightsOf[group].number(found.sights[at]);
    }
    return found;
  }

  private static void add(Steps found, long sight, int target) {
    int at = found.find(sight);
    if (at == found.count) {
      if (at == found.sights.length) {
        found.sights = Arrays.copyOf(found.sights, at * 2);
        found.targets = Arrays.copyOf(found.targets, at * 2);
      }
      found.sights[at] = sight;
      found.targets[at] = new int[] {target};
      found.count++;
      return;
    }
    int[] targets = found.targets[at];
    for (int each : targets) {
      if (each == target) {
        return;
      }
    }
    found.targets[at] = Arrays.copyOf(targets, targets.length + 1);
    found.targets[at][targets.length] = target;
  }

  /** A set of states while it is gathered. */
  private static final class Union {
    private final long[] words;
    private int first;
    private int last;

    Union(int states) {
      words = new long[(states + 63) / 64];
      first = words.length;
      last = -1;
    }

    void clear() {
      if (last >= first) {
        Arrays.fill(words, first, last + 1, 0);
      }
      first = words.length;
      last = -1;
    }

    void add(int state) {
      int word = state >> 6;
      words[word] |= 1L << state;
      first = Math.min(first, word);
      last = Math.max(last, word);
    }

    /** Adds states that are sorted. */
    void addAll(int[] sorted) {
      if (sorted.length > 0) {
        first = Math.min(first, sorted[0] >> 6);
        last = Math.max(last, sorted[sorted.length - 1] >> 6);
        for (int state : sorted) {
          words[state >> 6] |= 1L << state;
        }
      }
    }

    int[] sorted() {
      int size = 0;
      for (int word = first; word <= last; word++) {
        size += Long.bitCount(words[word]);
      }
      int[] sorted = new int[size];
      int at = 0;
      for (int word = first; word <= last; word++) {
        long bits = words[word];
        while (bits != 0) {
          sorted[at++] = (word << 6) + Long.numberOfTrailingZeros(bits);
          bits &= bits - 1;
        }
      }
      return sorted;
    }
  }
}
