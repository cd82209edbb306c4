package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.cli.Folders.Run;
import dev.foliospec.generator.export.Form;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShowCommandTest {
  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void write() {
    at = Doors.in(new Folders(temporary));
  }

  @Test
  void showsEachRowWithItsOrigin() {
    Run run = at.run("show", "p.loud", "--event", "pull");

    assertThat(run).isEqualTo(new Run(0, """
                policy p.loud of door
                # with all that it inherits from p.plain
                # written at specs/policies.folio:20

                table pulling on pull source S
                | row | locked || answer | open' |
                |-----|--------||--------|-------|
                | L1  | -      || ok     | no    |
                # inherited from p.plain, specs/policies.folio: L1 at 18

                """, ""));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void showsEveryForm(Form form) {
    Run run = at.run("show", "--as", form.word(), "p.loud");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("A3").contains("p.plain").endsWith("\n");
  }

  @Test
  void whatItShowsCanBeChecked() {
    String shown = at.run("show", "p.loud", "--as", "cards").out();
    at.write("specs/policies.folio", shown);

    Run run = at.run("check");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).endsWith("in 1 policy, 5 rows, 6 reachable states\n");
  }

  @Test
  void showsTraitsSideBySide() {
    Run run = at.run("show", "--pivot", "p.plain", "p.loud");

    assertThat(run).isEqualTo(new Run(0, """
                traits
                | trait || plain | loud |
                |-------||-------|------|
                | rings || no    | yes  |
                """, ""));
    assertThat(at.run("show", "--pivot", "rings", "p.plain", "p.loud").out())
        .isEqualTo(run.out().replace("traits", "trait rings"));
  }

  @Test
  void showsAnEventSideBySide() {
    Run run = at.run("show", "--pivot", "push", "p.plain", "p.loud");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("""
        A3  key = wrong, locked = yes, rings = yes
          plain        -
          loud         fail EKEY; ring
        """);
  }

  @Test
  void saysWhatIsWrongWithWhatItWasAsked() {
    assertThat(at.run("show")).satisfies(run -> {
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("name the POLICY to show");
    });
    assertThat(at.run("show", "p.plain", "p.loud").err()).contains("--pivot");
    assertThat(at.run("show", "p.plain", "--event", "jump").err())
        .contains("`p.plain` has no event `jump`; it has push, pull");
    assertThat(at.run("show", "p.plain", "--as", "pdf").err())
        .contains("--as is one of text, cards, markdown, rst, mail, csv, json, not `pdf`");
    assertThat(at.run("show", "--pivot", "push").err()).contains("name the POLICYs");
    assertThat(at.run("show", "--pivot", "p.quiet").err()).contains("there is no policy `p.quiet`");
  }

  @Test
  void stopsAtErrors() {
    at.write("specs/policies.folio", Doors.POLICIES.replace("| L1  | -  ", "| L1  | maybe"));

    Run run = at.run("show", "p.plain");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("maybe");
  }

  @Test
  void saysWhatThePagesOfASystemAreTogether() {
    Frames.in(at);

    Run whole = at.run("show", "f.two");
    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).contains("""
                common phase source S
                range give all answers at source S
                whole shut source S
                global done on give when every p: given[p] = yes source S
                refuse R1 EINVAL on give when phase = shut source S
                """);

    assertThat(at.run("show", "f.two", "--event", "give")).isEqualTo(new Run(0, """
                system f.two of frame pages 2
                source S
                # with all that it inherits from f.one
                # written at specs/frames.folio:37

                range give all answers at source S
                global done on give when every p: given[p] = yes source S
                refuse R1 EINVAL on give when phase = shut source S

                table giving_some on give source S
                | row | done | held || answer      | given' | mapped' |
                |-----|------|------||-------------|--------|---------|
                | D1  | yes  | -    || ok          | =      | =       |
                | D2  | no   | no   || ok          | yes    | no      |
                | D3  | no   | yes  || fail EAGAIN | =      | no      |
                # own, specs/frames.folio: D1 at 53, D2 at 54, D3 at 55

                table unmapped_anyway on give_refused source S
                | row || answer | mapped' |
                |-----||--------|---------|
                | U1  || ok     | no      |
                # own, specs/frames.folio: U1 at 60

                """, ""));
  }

  @Test
  void saysInJsonWhatThePagesOfASystemAreTogether() {
    Frames.in(at);

    Run run = at.run("show", "f.two", "--as", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("\"pages\":2,\"together\":[{\"kind\":\"common\",\"said\":\"phase\"")
        .contains("{\"kind\":\"range\",\"said\":\"give all answers at\",\"sources\":[\"S\"]")
        .contains("{\"kind\":\"whole\",\"said\":\"shut\"")
        .contains("{\"kind\":\"global\",\"said\":\"done on give when every p: given[p] = yes\"")
        .contains("{\"kind\":\"refuse\",\"said\":\"R1 EINVAL on give when phase = shut\"");
  }
}
