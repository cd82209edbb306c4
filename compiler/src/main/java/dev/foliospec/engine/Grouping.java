package dev.foliospec.engine;

import dev.foliospec.engine.Group.Choice;
import dev.foliospec.engine.Group.Guarded;
import dev.foliospec.engine.Group.Rows;
import dev.foliospec.engine.Product.Step;
import dev.foliospec.engine.Product.While;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the groups of a product, and the table of steps of each. */
final class Grouping {
  /** Steps in the table of several components: what stays in the second cache of a processor. */
  private static final long SMALL = 1 << 16;

  /** Steps in the table of one component. */
  private static final long LARGE = 1 << 22;

  /** Bits of the number of a row. */
  private static final int MOST_BITS = 8;

  private final int[] sizes;

  /** By component and digit. */
  private final List<List<List<Step>>> steps = new ArrayList<>();

  /** By component. */
  private final int[] counts;

  /** The first component of each group, and after the last one how many there are. */
  private final List<Integer> cuts = new ArrayList<>();

  /** By group, component of it and digit of the group: the component's digit. */
  private final List<int[][]> parts = new ArrayList<>();

  private final int[] groupOf;

  private Grouping(int[] sizes, List<Step> all, long small) {
    this.sizes = sizes;
    groupOf = new int[sizes.length];
    counts = new int[sizes.length];
    for (int size : sizes) {
      List<List<Step>> byDigit = new ArrayList<>();
      for (int digit = 0; digit < size; digit++) {
        byDigit.add(new ArrayList<>());
      }
      steps.add(byDigit);
    }
    for (Step step : all) {
      steps.get(step.component()).get(step.from()).add(step);
      counts[step.component()]++;
    }
    int first = 0;
    while (first < sizes.length) {
      int last = first;
      while (last + 1 < sizes.length && cells(first, last + 1) <= small) {
        last++;
      }
      cuts.add(first);
      Arrays.fill(groupOf, first, last + 1, parts.size());
      parts.add(parts(first, last));
      first = last + 1;
    }
    cuts.add(sizes.length);
  }

  static Group[] of(int[] sizes, List<Step> steps) {
    return new Grouping(sizes, steps, SMALL).groups();
  }

  /** The same with every component for itself. */
  static Group[] singly(int[] sizes, List<Step> steps) {
    return new Grouping(sizes, steps, 0).groups();
  }

  private Group[] groups() {
    Group[] groups = new Group[parts.size()];
    for (int at = 0; at < groups.length; at++) {
      Group group = group(cuts.get(at), cuts.get(at + 1) - 1);
      for (int other = 0; other < at; other++) {
        group = shared(groups[other], group);
      }
      groups[at] = group;
    }
    return groups;
  }

  /** One table for groups that do the same takes less of the cache. */
  private static Group shared(Group known, Group group) {
    return known.rows.same(group.rows)
        ? new Group(group.first, group.parts, group.choice, known.rows, group.guarded)
        : group;
  }

  /** How many steps the table of some components would have. */
  private long cells(int first, int last) {
    double size = 1;
    double each = 0;
    for (int component = first; component <= last; component++) {
      size *= sizes[component];
      each += (double) counts[component] / sizes[component];
    }
    int bits = outside(first, last).size();
    double cells = size * Math.max(1, each) * Math.pow(2, bits);
    return bits > MOST_BITS || cells > LARGE ? LARGE + 1 : (long) cells;
  }

  /** What steps of some components ask of others. */
  private Set<While> outside(int first, int last) {
    Set<While> found = new LinkedHashSet<>();
    for (int component = first; component <= last; component++) {
      for (List<Step> atDigit : steps.get(component)) {
        for (Step step : atDigit) {
          for (While guard : step.guards()) {
            if (guard.component() < first || guard.component() > last) {
              found.add(guard);
            }
          }
        }
      }
    }
    return found;
  }

  private int[][] parts(int first, int last) {
    int size = 1;
    for (int component = first; component <= last; component++) {
      size *= sizes[component];
    }
    int[][] made = new int[last - first + 1][size];
    int weight = 1;
    for (int component = last; component >= first; component--) {
      for (int digit = 0; digit < size; digit++) {
        made[component - first][digit] = digit / weight % sizes[component];
      }
      weight *= sizes[component];
    }
    return made;
  }

  private Group group(int first, int last) {
    boolean dense = cells(first, last) <= LARGE;
    List<While> asked = dense ? new ArrayList<>(outside(first, last)) : List.of();
    int[][] own = parts.get(groupOf[first]);
    int size = own[0].length;
    int[] starts = new int[(size << asked.size()) + 1];
    Ints found = new Ints();
    Guarded[][] guarded = new Guarded[dense ? 0 : size][];
    int row = 0;
    for (int digit = 0; digit < size; digit++) {
      List<Guarded> rest = new ArrayList<>();
      for (int truth = 0; truth < 1 << asked.size(); truth++) {
        starts[row++] = found.size();
        int weight = 1;
        for (int component = last; component >= first; component--) {
          for (Step step : steps.get(component).get(own[component - first][digit])) {
            int move = (step.to() - step.from()) * weight;
            List<While> open = new ArrayList<>();
            if (possible(step, first, own, digit, asked, truth, open)) {
              if (open.isEmpty()) {
                found.add(move);
              } else {
                rest.add(guarded(move, open));
              }
            }
          }
          weight *= sizes[component];
        }
        found.distinctFrom(starts[row - 1]);
      }
      if (!dense) {
        guarded[digit] = rest.toArray(new Guarded[0]);
      }
    }
    starts[row] = found.size();
    return new Group(first, own, choice(asked), new Rows(starts, found.all()), guarded);
  }

  /** Whether a step is possible as far as is known; what is not known is added to {@code open}. */
  private static boolean possible(
      Step step,
      int first,
      int[][] own,
      int digit,
      List<While> asked,
      int truth,
      List<While> open) {
    for (While guard : step.guards()) {
      int inside = guard.component() - first;
      if (inside >= 0 && inside < own.length) {
        if (!guard.digits().get(own[inside][digit])) {
          return false;
        }
      } else if (asked.isEmpty()) {
        open.add(guard);
      } else if (((truth >> asked.indexOf(guard)) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  private Guarded guarded(int move, List<While> guards) {
    int[] others = new int[guards.size()];
    boolean[][] digits = new boolean[guards.size()][];
    for (int at = 0; at < others.length; at++) {
      While guard = guards.get(at);
      others[at] = groupOf[guard.component()];
      int[] of = part(guard.component());
      digits[at] = new boolean[of.length];
      for (int digit = 0; digit < of.length; digit++) {
        digits[at][digit] = guard.digits().get(of[digit]);
      }
    }
    return new Guarded(move, others, digits);
  }

  /** A row for each combination of guards that are met or not. */
  private Choice choice(List<While> asked) {
    Map<Integer, int[]> bits = new LinkedHashMap<>();
    for (int at = 0; at < asked.size(); at++) {
      While guard = asked.get(at);
      int[] of = part(guard.component());
      int[] set = bits.computeIfAbsent(groupOf[guard.component()], group -> new int[of.length]);
      for (int digit = 0; digit < of.length; digit++) {
        if (guard.digits().get(of[digit])) {
          set[digit] |= 1 << at;
        }
      }
    }
    int[] others = bits.keySet().stream().mapToInt(group -> group).toArray();
    return new Choice(asked.size(), others, bits.values().toArray(new int[0][]));
  }

  /** By digit of its group, the digit of a component. */
  private int[] part(int component) {
    int group = groupOf[component];
    return parts.get(group)[component - cuts.get(group)];
  }
}
