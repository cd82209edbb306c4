package dev.foliospec.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search keeps to its memory, and says what it got to. */
class MemoryBoundTest {

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void keepsToItsBytesAndToWholeLayers(Keeping keeping) {
    Random random = new Random(29);
    EnumSet<End> ends = EnumSet.noneOf(End.class);
    for (int round = 0; round < 6; round++) {
      RandomProduct product = new RandomProduct(random, 7, 9);
      Space space = product.space(false);
      Reached whole = new Search(space, Budget.usual()).keeping(keeping).run();
      for (long bytes = 1 << 10; bytes <= 1 << 24; bytes *= 4) {
        Reached part =
            new Search(space, Budget.usual().within(bytes)).keeping(keeping).run();
        ends.add(part.end());
        assertTrue(part.bytes() <= bytes, part.bytes() + " of " + bytes);
        assertEquals(part.layers(), part.examined());
        SearchTest.assertBegins(part, whole);
        if (part.complete()) {
          assertEquals(whole.states(), part.states());
        }
      }
    }
    assertEquals(EnumSet.of(End.COMPLETE, End.MEMORY), ends);
  }

  @Test
  void aTableThatCannotGrowIsFilledUp() {
    RandomProduct product = new RandomProduct(new Random(31), 5, 6);
    Space space = product.space(false);
    Memory memory = new Memory(1 << 20);
    Table table = new Table(space.ranks(), 8, false) {
      @Override
      Table empty(int capacity) {
        throw new IllegalStateException("was to stay as it is");
      }
    };
    assertTrue(memory.take((1 << 20) - 8 * Long.BYTES));
    assertEquals(3, table.most());
    Visited filled = table.grown(memory);
    assertTrue(filled != null && filled.most() == 7);
  }

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void aHeapThatRunsOutIsABoundToo(Keeping keeping) {
    for (int threads = 1; threads <= 3; threads++) {
      Space space = new Troubled(1 << 14, () -> new OutOfMemoryError("none left"));
      Reached reached =
          new Search(space, Budget.usual().onThreads(threads)).keeping(keeping).run();
      assertEquals(End.MEMORY, reached.end());
      assertEquals(13, reached.examined());
      assertEquals(14, reached.layers());
      assertEquals((1 << 14) - 1, reached.states());
    }
  }
}
