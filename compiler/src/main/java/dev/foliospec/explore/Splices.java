package dev.foliospec.explore;

import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What rows splice in by calling steps and naming traits. Steps that call others twice double each
 * time, so it is counted before anything runs.
 */
final class Splices {
  /** Effects and calls that one row may splice. */
  static final int MOST = 1_000;

  /** The steps, each behind those that it calls. */
  final int[] order;

  /** The first row that splices more than it may. */
  @Nullable
  Transition excessive;

  private final Policy policy;
  private final Numbers numbers;

  Splices(Policy policy, Numbers numbers) {
    this.policy = policy;
    this.numbers = numbers;
    order = order();
    int[] weights = new int[policy.steps().size()];
    for (int step : order) {
      for (Transition row : policy.steps().get(step).rows()) {
        weights[step] = Math.max(weights[step], weigh(row, weights));
      }
    }
    for (Table table : policy.checks()) {
      weighAll(table, weights);
    }
    for (Table table : policy.bodies()) {
      weighAll(table, weights);
    }
    for (Table table : policy.steps()) {
      weighAll(table, weights);
    }
  }

  private void weighAll(Table table, int[] weights) {
    for (Transition row : table.rows()) {
      if (excessive == null && weigh(row, weights) > MOST) {
        excessive = row;
      }
    }
  }

  private int weigh(Transition row, int[] weights) {
    int weight = 0;
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call) {
        int step = numbers.step(call.step());
        weight += step < 0 ? 0 : 1 + weights[step];
      } else if (item instanceof EffectItem.FromTrait fromTrait) {
        int longest = 0;
        for (TraitSetting setting : policy.traits()) {
          if (setting.trait().name().equals(fromTrait.trait().name())) {
            for (TraitSetting.Alternative each : setting.alternatives()) {
              if (each instanceof TraitSetting.Listed listed) {
                longest = Math.max(longest, listed.effects().size());
              }
            }
          }
        }
        weight += longest;
      } else {
        weight++;
      }
      weight = Math.min(weight, MOST + 1);
    }
    return weight;
  }

  /** The steps, each behind those that it calls. */
  private int[] order() {
    int count = policy.steps().size();
    int[] order = new int[count];
    int[] open = new int[count];
    int[][] callers = new int[count][0];
    for (int step = 0; step < count; step++) {
      long[] called = new long[Bits.words(count)];
      for (Transition row : policy.steps().get(step).rows()) {
        for (EffectItem item : row.outcome().effects()) {
          if (item instanceof EffectItem.Call call && numbers.step(call.step()) >= 0) {
            Bits.add(called, numbers.step(call.step()));
          }
        }
      }
      for (int each : Bits.members(called)) {
        open[step]++;
        callers[each] = Bits.append(callers[each], step);
      }
    }
    int filled = 0;
    for (int step = 0; step < count; step++) {
      if (open[step] == 0) {
        order[filled++] = step;
      }
    }
    for (int at = 0; at < filled; at++) {
      for (int caller : callers[order[at]]) {
        if (--open[caller] == 0) {
          order[filled++] = caller;
        }
      }
    }
    return Arrays.copyOf(order, filled);
  }
}
