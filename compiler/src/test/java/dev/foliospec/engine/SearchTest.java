package dev.foliospec.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {

  private static final Budget ALONE = Budget.usual().onThreads(1);

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void meetsWhatAPlainSearchMeets(Keeping keeping) {
    Random random = new Random(7);
    for (int round = 0; round < 150; round++) {
      RandomProduct product = new RandomProduct(random, 5, 6);
      NaiveSearch naive = new NaiveSearch(product);
      for (boolean singly : new boolean[] {false, true}) {
        Reached reached = new Search(product.space(singly), ALONE)
            .watching(product.watch())
            .keeping(keeping)
            .run();
        assertEquals(End.COMPLETE, reached.end());
        assertEquals(List.of(), naive.complaints(reached), "round " + round);
      }
    }
  }

  /** Blocks are small here, so that threads meet in every layer. */
  @ParameterizedTest
  @EnumSource(Keeping.class)
  void severalThreadsMeetWhatAPlainSearchMeets(Keeping keeping) {
    Random random = new Random(11);
    for (int round = 0; round < 40; round++) {
      RandomProduct product = new RandomProduct(random, 5, 6);
      Reached reached = onThreads(3, 4, product, keeping, Budget.usual());
      assertEquals(End.COMPLETE, reached.end());
      assertEquals(List.of(), new NaiveSearch(product).complaints(reached), "round " + round);
    }
  }

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void threadsMakeNoDifference(Keeping keeping) {
    Random random = new Random(13);
    for (int round = 0; round < 12; round++) {
      RandomProduct product = new RandomProduct(random, 6, 9);
      String alone = shown(onThreads(1, 64, product, keeping, Budget.usual()));
      for (int threads = 2; threads <= 3; threads++) {
        assertEquals(alone, shown(onThreads(threads, 64, product, keeping, Budget.usual())));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void aBoundOfStatesLeavesWholeLayersWhateverTheThreads(Keeping keeping) {
    Random random = new Random(17);
    for (int round = 0; round < 25; round++) {
      RandomProduct product = new RandomProduct(random, 5, 6);
      Reached whole = onThreads(1, 4, product, keeping, Budget.usual());
      long most = 1L + random.nextInt((int) whole.states());
      Reached part = onThreads(1, 4, product, keeping, Budget.usual().upTo(most));
      assertEquals(most == whole.states() ? End.COMPLETE : End.STATES, part.end());
      assertTrue(part.states() <= most);
      assertEquals(part.layers(), part.examined());
      if (part.layers() < whole.layers()) {
        assertTrue(part.states() + whole.states(part.layers()) > most);
      }
      assertBegins(part, whole);
      Reached together = onThreads(3, 4, product, keeping, Budget.usual().upTo(most));
      assertEquals(shown(part), shown(together));
    }
  }

  @Test
  void endsAtTheLayerThatBreachesEveryWatch() {
    Random random = new Random(19);
    int ended = 0;
    for (int round = 0; round < 50; round++) {
      RandomProduct product = new RandomProduct(random, 5, 6);
      Search search = new Search(product.space(false), ALONE);
      Reached reached = search.watching(product.watch()).untilBreached().run();
      Reached whole = onThreads(1, 4, product, Keeping.SMALLEST, ALONE);
      assertEquals(whole.breaches(), reached.breaches());
      if (whole.breaches().isEmpty()) {
        assertEquals(whole.states(), reached.states());
      } else {
        assertEquals(End.BREACHED, reached.end());
        assertEquals(whole.breaches().get(0).layer() + 1, reached.layers());
        ended++;
      }
    }
    assertTrue(ended > 10, ended + " of 50");
  }

  /** Each state stands for one of another space, far from its neighbours. */
  @Test
  void ranksMayBeLargerThanAnInt() {
    Random random = new Random(23);
    long stride = (1L << 40) + 1;
    for (int round = 0; round < 20; round++) {
      RandomProduct product = new RandomProduct(random, 5, 6);
      Product near = product.space(false);
      Reached expected = new Search(near, ALONE).run();
      Space far = new Scattered(near, stride);
      Reached reached = new Search(far, ALONE).run();
      assertEquals(expected.states(), reached.states());
      for (int layer = 0; layer < expected.layers(); layer++) {
        long[] scaled = expected.layer(layer);
        Arrays.setAll(scaled, at -> scaled[at] * stride);
        assertArrayEquals(scaled, reached.layer(layer));
      }
      int last = reached.layers() - 1;
      long[] path = expected.path(last, expected.layer(last)[0]);
      Arrays.setAll(path, at -> path[at] * stride);
      assertArrayEquals(path, reached.path(last, path[last]));
    }
  }

  @Test
  void aSpaceWithoutInitialStatesIsSearchedAtOnce() {
    Reached reached = new Search(Product.of(3, 3).space(), ALONE).run();
    assertEquals(End.COMPLETE, reached.end());
    assertEquals(0, reached.states());
    assertEquals(0, reached.layers());
  }

  @Test
  void tellsHowFarItHasCome() {
    long[] seen = new long[2];
    Product product = new RandomProduct(new Random(3), 5, 6).space(false);
    Reached reached = new Search(product, ALONE.telling((states, layer) -> {
          seen[0] = states;
          seen[1] = layer;
        }))
        .run();
    assertArrayEquals(new long[] {reached.states(), reached.layers() - 1}, seen);
  }

  @Test
  void whatAnExpanderThrowsComesOut() {
    for (int threads = 1; threads <= 3; threads++) {
      Space space = new Troubled(4_000, () -> new IllegalStateException("no such row"));
      Search search = new Search(space, Budget.usual().onThreads(threads));
      try (Crew crew = new Crew(threads, 4)) {
        Memory memory = new Memory(1 << 20);
        Exception thrown = assertThrows(
            IllegalStateException.class, () -> search.run(crew, memory, new Marks(space.ranks())));
        assertEquals("no such row", thrown.getMessage());
      }
    }
  }

  private static Reached onThreads(
      int threads, int block, RandomProduct product, Keeping keeping, Budget budget) {
    Space space = product.space(false);
    Memory memory = new Memory(budget.bytes());
    try (Crew crew = new Crew(threads, block)) {
      return new Search(space, budget)
          .watching(product.watch())
          .run(crew, memory, keeping.start(space.ranks(), memory));
    }
  }

  /** All that can be seen of a result. */
  private static String shown(Reached reached) {
    StringBuilder shown = new StringBuilder()
        .append(reached.end())
        .append(' ')
        .append(reached.examined())
        .append(' ')
        .append(reached.breaches());
    for (int layer = 0; layer < reached.layers(); layer++) {
      shown.append('\n').append(Arrays.toString(reached.layer(layer)));
    }
    for (Breach breach : reached.breaches()) {
      shown.append('\n').append(Arrays.toString(reached.path(breach)));
    }
    return shown.toString();
  }

  static void assertBegins(Reached part, Reached whole) {
    for (int layer = 0; layer < part.layers(); layer++) {
      assertArrayEquals(whole.layer(layer), part.layer(layer));
    }
  }

  /** A space whose ranks are those of another, times a stride. */
  private record Scattered(Space near, long stride) implements Space {
    @Override
    public long ranks() {
      return near.ranks() * stride;
    }

    @Override
    public long[] initials() {
      return Arrays.stream(near.initials()).map(rank -> rank * stride).toArray();
    }

    @Override
    public Expander expander() {
      Expander expander = near.expander();
      return new Expander() {
        @Override
        public int expand(long state) {
          int count = expander.expand(state / stride);
          for (int at = 0; at < count; at++) {
            expander.buffer()[at] *= stride;
          }
          return count;
        }

        @Override
        public long[] buffer() {
          return expander.buffer();
        }
      };
    }
  }
}
