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

  @Test
  void saysWhichPageRefusesARangeAndWhatBecomesOfTheOthers() {
    Frames.in(at);

    Run run = at.run(
        "explain",
        "f.two",
        "give(0,1)",
        "held[0]=no",
        "held[1]=yes",
        "given[0]=no",
        "given[1]=no",
        "phase=open");

    assertThat(run).isEqualTo(new Run(0, """
                f.two: give where first = 0, last = 1, held[0] = no, held[1] = yes, given[0] = no, given[1] = no, phase = open
                asks pages 0 to 1, all or nothing; source S
                each knows done = no: whether every p: given[p] = yes; source S
                page 1 is the first that does not answer ok: its answer is the answer; at = 1

                -- page 0: give where given = no, held = no, phase = open, done = no
                would answer, and does nothing, since the range is refused

                D2 of giving_some answers
                  -> ok; given' = yes; mapped' = no
                  source S
                    S: a sketch
                  specs/frames.folio:54:1

                the others do not:
                  D1 of giving_some  the cell `done` says yes, but done is no
                  D3 of giving_some  the cell `held` says yes, but held is no

                -- page 1: give where given = no, held = yes, phase = open, done = no

                D3 of giving_some answers
                  -> fail EAGAIN; mapped' = no
                  source S
                    S: a sketch
                  specs/frames.folio:55:1

                the others do not:
                  D1 of giving_some  the cell `done` says yes, but done is no
                  D2 of giving_some  the cell `held` says no, but held is yes

                -- page 0: give_refused where given = no, held = no, phase = open, done = no, reply = EAGAIN
                is told that the range is refused

                U1 of unmapped_anyway answers
                  -> ok; mapped' = no
                  source S
                    S: a sketch
                  specs/frames.folio:60:1
                """, ""));
  }

  @Test
  void leavesOpenWhichPageRefusesWhereThatIsNotSaid() {
    Frames.in(at);

    Run run = at.run("explain", "f.two", "give(0,1)", "held[1]=yes", "given[1]=no", "phase=open");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("which page refuses first, if any, is left open\n");
  }

  @Test
  void wantsToKnowWhichPagesAreAsked() {
    Frames.in(at);

    Run run = at.run("explain", "f.two", "give(1,0)");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("`first` is behind `last`: no page is asked");
    assertThat(at.run("explain", "f.two", "give").err())
        .contains("say which pages `give` asks: first=NUMBER last=NUMBER");
  }
}
