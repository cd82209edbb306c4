package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.cli.Folders.Run;
import dev.foliospec.diagnostic.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {
  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void write() {
    at = Doors.in(new Folders(temporary));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void showsThePageOfEachRule(Rule rule) {
    Run run = at.run("explain", rule.code());

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("# " + rule.code());
  }

  @Test
  void takesCodesInEitherCase() {
    assertThat(at.run("explain", "p202")).isEqualTo(at.run("explain", "P202"));
  }

  @Test
  void saysWhichRowAnswersAndWhyTheOthersDoNot() {
    Run run = at.run("explain", "p.plain", "push(wrong)", "locked=yes", "open=no");

    assertThat(run).isEqualTo(new Run(0, """
                p.plain: push where key = wrong, locked = yes, open = no

                P3 of pushing answers
                  -> refuse EKEY
                  try another
                  source S
                    S: The manual of doors
                  specs/policies.folio:8:1

                the others do not:
                  P1 of pushing       the cell `key` says right, but key is wrong
                  P2 of pushing       the cell `locked` says no, but locked is yes
                  P4 of pushing_open  the `where` of pushing_open does not hold
                """, ""));
  }

  @Test
  void saysWhatIsLeftOpen() {
    assertThat(at.run("explain", "p.plain", "pull", "locked=no").out()).isEqualTo("""
            p.plain: pull where locked = no
            where it can happen at all, which is left open

            L1 of pulling answers
              -> ok; open' = no
              source S
                S: The manual of doors
              specs/policies.folio:18:1
            """);
    assertThat(at.run("explain", "p.plain", "pull", "open=no").out()).isEqualTo("""
            p.plain: pull where open = no
            cannot happen there: its `only when` does not hold
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p.no push             | there is no policy `p.no`; there are p.plain, p.loud",
        "p.plain pusch         | `p.plain` has no event `pusch`; it has push, pull",
        "p.plain push(         | `push(` is not of the form push(key)",
        "p.plain push()        | `push()` is not of the form push(key)",
        "p.plain push(on)      | `key` is one of right, wrong, not `on`",
        "p.plain push locked   | `locked` is not of the form VAR=VALUE",
        "p.plain push locked=x | `locked` is one of no, yes, not `x`",
        "p.plain push a=b      | `p.plain` has no variable, parameter, flag, chance or trait `a`",
        "p.plain[a=b] push     | `p.plain` has no undecided trait named `a`",
        "p.plain[a push        | `p.plain[a` is not of the form POLICY[TRAIT=VALUE,...]",
      })
  void wrongUsageEndsWith2(String words, String says) {
    Run run = at.run(("explain " + words).split(" +"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("foliospec explain: " + says);
  }

  @Test
  void onlyErrorsInWhatAPolicyBuildsOnStopIt() {
    at.write("specs/broken.folio", "policy p.broken of door extends p.plain\ntrait rings = on\n");
    assertThat(at.run("explain", "p.plain", "push").exit()).isZero();

    Run run = at.run("explain", "p.broken", "push");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error[P401]: ");
  }
}
