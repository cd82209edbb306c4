package dev.foliospec.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberingTest {

  @Test
  void numbersKeysInTheOrderOfTheirComing() {
    Random random = new Random(41);
    Numbering numbering = new Numbering();
    Map<Long, Integer> expected = new LinkedHashMap<>();
    for (int round = 0; round < 200_000; round++) {
      long key = random.nextBoolean() ? random.nextLong() : random.nextInt(50_000) - 100L;
      int known = numbering.find(key);
      assertEquals(expected.getOrDefault(key, -1), known);
      if (round % 3 > 0) {
        expected.putIfAbsent(key, expected.size());
        assertEquals(expected.get(key), numbering.number(key));
      }
    }
    assertEquals(expected.size(), numbering.size());
    expected.forEach((key, number) -> assertEquals(key, numbering.key(number)));
  }

  @Test
  void saysBeforeWhatItWillTake() {
    Numbering numbering = new Numbering();
    long held = 64 * Long.BYTES + 256 * Integer.BYTES;
    for (int key = 0; key < 10_000; key++) {
      long growth = numbering.growth();
      numbering.number(key);
      held += growth / 2;
      int table = Math.max(256, Integer.highestOneBit(Math.max(1, 2 * key + 1)) * 2);
      assertEquals(numbering.keys().length * 8L + table * 4L, held, "after " + key);
    }
  }
}
