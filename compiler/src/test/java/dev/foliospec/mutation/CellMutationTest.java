package dev.foliospec.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.specs.ShippedSpecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A cell of the tables of {@code rfc2024} is changed, the tests are kept, and something notices.
 *
 * <p>Usually a fixed sample is tried; {@code -Dmutation=all} tries all and writes {@code
 * target/mutation.txt}.
 */
class CellMutationTest {
  private static final int EVERY = 37;
  private static final boolean ALL = "all".equals(System.getProperty("mutation"));

  @Test
  void whatChangesAnAnswerIsNoticed() throws IOException {
    Laboratory laboratory = new Laboratory(ShippedSpecs.read().edition("rfc2024"));
    List<Mutant> mutants = CellMutations.of(laboratory.original());
    List<Judgement> judged = new ArrayList<>();
    for (int at = 0; at < mutants.size(); at += ALL ? 1 : EVERY) {
      judged.add(laboratory.judge(mutants.get(at)));
    }
    MutationReport report = new MutationReport(judged);
    String text = judged.size() + " of " + mutants.size() + " mutants, " + laboratory.points()
        + " answers of the original kept\n\n" + report.totals() + "\n" + report.survivors();
    System.out.print(text);
    if (ALL) {
      Files.writeString(
          Path.of("target", "mutation.txt"),
          text + "\nfound by checks\n" + report.codes(),
          StandardCharsets.UTF_8);
      String told = Files.readString(Path.of("..", "docs", "mutation.md"), StandardCharsets.UTF_8);
      assertThat(told).as("docs/mutation.md tells these totals").contains(report.table());
    }

    assertThat(judged).anyMatch(Judgement::byCheck);
    assertThat(judged).anyMatch(Judgement::byPoint);
    assertThat(judged).anyMatch(Judgement::scenarios);
    assertThat(judged)
        .as("a scenario can only fail where an answer changed, or nothing can be asked")
        .filteredOn(Judgement::scenarios)
        .allMatch(each -> each.byPoint() || each.byCheck());
    assertThat(judged)
        .filteredOn(Judgement::survives)
        .extracting(Judgement::mutant)
        .as("what neither check nor point notices changes no answer that can be reached")
        .allMatch(laboratory::sameEverywhere);
  }
}
