package dev.foliospec.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  @Test
  void exploresBreadthFirstAndKnowsTheWay() {
    int states = 5_000;
    Discovery met = new Discovery();
    met.begin(1);
    for (int at = 0; at < met.size(); at++) {
      for (int step = 0; step < 2; step++) {
        long next = (met.key(at) * 2 + step) % states;
        if (met.find(next) < 0) {
          assertEquals(met.size(), met.add(next, at, step));
        }
      }
    }
    int[] distances = distances(states);
    for (int at = 0; at < met.size(); at++) {
      long key = met.key(at);
      List<Integer> way = new ArrayList<>();
      for (int back = at; met.parent(back) >= 0; back = met.parent(back)) {
        way.add(0, met.step(back));
      }
      assertEquals(distances[(int) key], way.size());
      long reached = 1;
      for (int step : way) {
        reached = (reached * 2 + step) % states;
      }
      assertEquals(key, reached);
    }
    assertEquals(Arrays.stream(distances).filter(each -> each >= 0).count(), met.size());
    assertArrayEquals(
        new int[] {-1, 0, 0}, Arrays.copyOf(met.parents(), 3), "the first two follow from 1");
  }

  /** How far each state is from 1, by going over all states until nothing changes. */
  private static int[] distances(int states) {
    int[] distances = new int[states];
    Arrays.fill(distances, -1);
    distances[1] = 0;
    for (int round = 0; round < states; round++) {
      int[] before = distances.clone();
      for (int state = 0; state < states; state++) {
        for (int step = 0; before[state] == round && step < 2; step++) {
          int next = (state * 2 + step) % states;
          distances[next] = distances[next] < 0 ? round + 1 : distances[next];
        }
      }
      if (Arrays.equals(before, distances)) {
        break;
      }
    }
    return distances;
  }

  @Test
  void saysBeforeWhatItWillTake() {
    Discovery met = new Discovery();
    long held = 64 * Long.BYTES + 256 * Integer.BYTES + 2 * 64 * Integer.BYTES;
    for (int key = 0; key < 10_000; key++) {
      long growth = met.growth();
      met.add(key + met.find(key) + 1L, key - 1, key);
      held += growth / 2;
      int table = Math.max(256, Integer.highestOneBit(Math.max(1, 2 * key + 1)) * 2);
      assertEquals(
          met.keys().length * 8L + table * 4L + met.parents().length * 4L + met.steps().length * 4L,
          held,
          "after " + key);
    }
  }
}
