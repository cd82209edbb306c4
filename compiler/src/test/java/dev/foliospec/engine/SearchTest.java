package dev.foliospec.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {

  private static final Budget ALONE = Budget.usual().onThreads(1);

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void meetsWhatAPlainSearchMeets(Keeping keeping) {
    Random random = new Random(7);
    for (int round = 0; round < 150; round++) {
      RandomProduct product = new RandomProduct(random);
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
}
