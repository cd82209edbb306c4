package dev.foliospec.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The comparison with a plain search notices what could be wrong with the engine. */
class FaultTest {
  private static final int ROUNDS = 40;

  /** Products of at least so many states, so that a fault has somewhere to show. */
  private static List<RandomProduct> products() {
    Random random = new Random(37);
    List<RandomProduct> products = new ArrayList<>();
    while (products.size() < ROUNDS) {
      RandomProduct product = new RandomProduct(random, 5, 6);
      if (new NaiveSearch(product).states() > 100) {
        products.add(product);
      }
    }
    return products;
  }

  private static List<String> complaints(RandomProduct product, Space space, Visited visited) {
    try (Crew crew = new Crew(2, 1)) {
      // Twice as many as there may be: a fault that meets states again and again ends there.
      Budget budget = Budget.usual().upTo(2 * space.ranks());
      Reached reached = new Search(space, budget)
          .watching(product.watch())
          .run(crew, new Memory(1 << 30), visited);
      return reached.complete()
          ? new NaiveSearch(product).complaints(reached)
          : List.of("not complete");
    } catch (IndexOutOfBoundsException outside) {
      return List.of("a rank outside the space");
    }
  }

  /** A fault may lie where a product does not come, but mostly it shows. */
  private static void assertNoticedWithSpace(Function<RandomProduct, Space> faulty) {
    int noticed = 0;
    for (RandomProduct product : products()) {
      Space space = faulty.apply(product);
      Visited visited = new Table(space.ranks(), 1 << 16, false);
      noticed += complaints(product, space, visited).isEmpty() ? 0 : 1;
    }
    assertTrue(noticed > ROUNDS / 2, noticed + " of " + ROUNDS);
  }

  private static void assertNoticedWithSet(LongFunction<Visited> faulty) {
    int noticed = 0;
    for (RandomProduct product : products()) {
      Space space = product.space(false);
      Visited visited = faulty.apply(space.ranks());
      noticed += complaints(product, space, visited).isEmpty() ? 0 : 1;
    }
    assertTrue(noticed > ROUNDS / 2, noticed + " of " + ROUNDS);
  }

  @Test
  void nothingIsWrongWithoutAFault() {
    for (RandomProduct product : products()) {
      Space space = product.space(false);
      for (Visited visited : List.of(
          new Marks(space.ranks()),
          new Table(space.ranks(), 16, false),
          new Table(space.ranks(), 16, true))) {
        assertEquals(List.of(), complaints(product, space, visited));
      }
    }
  }

  @Test
  void aWrongTransition() {
    assertNoticedWithSpace(product -> product.withOneStepWrong().space(false));
  }

  @Test
  void ranksWithAWeightOffByOne() {
    assertNoticedWithSpace(product -> {
      Product right = product.space(true);
      long[] weights = right.weights.clone();
      weights[0]++;
      return new Altered(right, expander -> new Moves(right.groups, weights, right.groupOf));
    });
  }

  @Test
  void aLostSuccessor() {
    assertNoticedWithSpace(product -> new Altered(product.space(false), Losing::new));
  }

  @Test
  void aSetThatTakesAStateForKnown() {
    assertNoticedWithSet(ranks -> new Table(ranks, 1 << 16, false) {
      @Override
      boolean add(long state, boolean shared) {
        return super.add(state, shared) && state % 11 != 3;
      }
    });
  }

  @Test
  void aSetThatForgetsAState() {
    assertNoticedWithSet(ranks -> new Table(ranks, 1 << 16, false) {
      @Override
      boolean add(long state, boolean shared) {
        return state % 11 == 3 || super.add(state, shared);
      }

      @Override
      boolean contains(long state) {
        return state % 11 == 3 || super.contains(state);
      }
    });
  }

  /** As if another thread had written the word back that it read before. */
  @Test
  void aBitLostBetweenThreads() {
    assertNoticedWithSet(ranks -> new Marks(ranks) {
      @Override
      boolean mark(long state) {
        boolean marked = super.mark(state);
        if (marked && state % 11 == 3) {
          words[(int) (state >>> 6)] &= ~(1L << state);
        }
        return marked;
      }
    });
  }

  @Test
  void aSlotLostBetweenThreads() {
    assertNoticedWithSet(ranks -> new Table(ranks, 1 << 16, false) {
      @Override
      long claim(int at, long key) {
        return key % 11 == 3 ? 0 : super.claim(at, key);
      }
    });
  }

  @Test
  void aTableThatLosesStatesAsItGrows() {
    assertNoticedWithSet(ranks -> new Leaking(ranks, 16, false));
  }

  @Test
  void aTableThatLosesStatesAsItBecomesBits() {
    assertNoticedWithSet(ranks -> new Leaking(ranks, 64, true));
  }

  @Test
  void aWayThatIsNotTheOneToShow() {
    int others = 0;
    for (RandomProduct product : products()) {
      NaiveSearch naive = new NaiveSearch(product);
      Reached reached = new Search(product.space(false), Budget.usual()).run();
      int last = reached.layers() - 1;
      Breach end = new Breach(0, last, reached.layer(last)[0]);
      long[] path = reached.path(end);
      assertEquals(List.of(), naive.complaints(path, end));

      long[] shorter = Arrays.copyOfRange(path, 1, path.length);
      assertNotEquals(List.of(), naive.complaints(shorter, end));
      long[] longer = new long[path.length + 1];
      System.arraycopy(path, 0, longer, 0, last);
      System.arraycopy(path, last - 1, longer, last, 2);
      assertNotEquals(List.of(), naive.complaints(longer, end));
      for (long state : reached.layer(last - 1)) {
        long[] changed = path.clone();
        changed[last - 1] = state;
        if (state != path[last - 1]) {
          assertNotEquals(List.of(), naive.complaints(changed, end));
          others++;
        }
      }
    }
    assertTrue(others > ROUNDS, others + " other ways");
  }

  /** A space with other expanders. */
  private record Altered(Space right, UnaryOperator<Expander> change) implements Space {
    @Override
    public long ranks() {
      return right.ranks();
    }

    @Override
    public long[] initials() {
      return right.initials();
    }

    @Override
    public Expander expander() {
      return change.apply(right.expander());
    }
  }

  /** Loses the last successor of some states. */
  private record Losing(Expander right) implements Expander {
    @Override
    public int expand(long state) {
      int count = right.expand(state);
      return state % 5 == 0 && count > 0 ? count - 1 : count;
    }

    @Override
    public long[] buffer() {
      return right.buffer();
    }
  }

  /** Loses some states on the way to a larger table, or to bits. */
  private static final class Leaking extends Table {
    private final boolean turning;

    Leaking(long ranks, int capacity, boolean turning) {
      super(ranks, capacity, turning);
      this.turning = turning;
    }

    @Override
    Table empty(int capacity) {
      return new Leaking(ranks, capacity, turning);
    }

    @Override
    void move(Visited to) {
      boolean leaks = turning == to instanceof Marks;
      for (long key : slots) {
        if (key != 0 && !(leaks && key % 5 == 1)) {
          to.add(key - 1, false);
        }
      }
    }
  }
}
