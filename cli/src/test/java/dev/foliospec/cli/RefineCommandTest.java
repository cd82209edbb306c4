package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.cli.Folders.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefineCommandTest {
  private static final String SPEC = """
      vocabulary lamp
      source S "a manual"
      actor host
      var lit : no | yes = no
      flag old : no | yes
      trait dims : no | yes
      event press by host answers shines: no | yes
      effect click
      error EBROKEN, EDARK
      observer all sees answers of host; effects; state

      policy l.contract of lamp source S
      table promise on press
      | row | lit || answer       | shines | lit' |
      |-----|-----||--------------|--------|------|
      | P1  | no  || ok or EBROKEN | yes   | yes  |
      | P2  | yes || ok           | no     | no   |

      policy l.plain of lamp source S
      trait dims = no / yes
      table pressing on press
      | row | dims | lit || answer | shines | lit' | effects |
      |-----|------|-----||--------|--------|------|---------|
      | A1  | -    | no  || ok     | yes    | yes  | click   |
      | A2  | no   | yes || ok     | no     | no   | click   |
      | A3  | yes  | yes || ok     | yes    | =    | click   |

      policy l.dark of lamp source S
      table pressing on press
      | row | lit || answer      | shines | lit' |
      |-----|-----||-------------|--------|------|
      | D1  | no  || ok          | yes    | yes  |
      | D2  | yes || refuse EDARK | -     | =    |

      abstract policy l.base of lamp source S

      vocabulary other
      source S "a manual"
      actor host
      event press by host

      policy o.lamp of other source S
      table pressing on press
      | row || answer |
      |-----||--------|
      | O1  || ok     |
      """;

  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void write() throws IOException {
    at = new Folders(temporary.toRealPath());
    at.write("specs/lamp.folio", SPEC);
  }

  @Test
  void holdsWithExit0() {
    assertThat(at.run("refine", "l.plain[dims=no]", "l.contract"))
        .isEqualTo(new Run(0, "l.plain[dims=no] refines l.contract\n", ""));
    assertThat(at.run("refine", "l.contract", "l.contract").exit()).isZero();
  }

  @Test
  void failsWithExit1AndTheShortestTrace() {
    assertThat(at.run("refine", "l.dark", "l.contract")).isEqualTo(new Run(1, """
            l.dark does not refine l.contract

            press: an answer that the contract does not allow
              l.dark      D2  EDARK
                              source S  specs/lamp.folio:33
              l.contract  P2  ok, shines=no
                              source S  specs/lamp.folio:17
            shortest trace: press, press
            """, ""));
  }

  @Test
  void saysWhichVariantsFail() {
    assertThat(at.run("refine", "l.plain", "l.contract").out())
        .contains("press: an output that the contract does not allow, in 1 of 2 pairs of variants,"
            + " first l.plain[dims=yes] and l.contract\n")
        .contains("A3  ok, shines=yes\n");
  }

  @Test
  void asksForWhoeverLooks() {
    assertThat(at.run("refine", "l.plain[dims=no]", "l.contract", "--observer", "all")
            .out())
        .startsWith("l.plain[dims=no] does not refine l.contract (as all sees it)\n\n"
            + "press: effects that the contract does not allow\n"
            + "  l.plain[dims=no]  A1  ok, shines=yes; click; then lit=yes\n");
  }

  @Test
  void writesOneJsonDocument() {
    Run run = at.run("refine", "l.dark", "l.contract", "--format=json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"foliospec\":1,\"policies\":[\"l.dark\",\"l.contract\"],"
            + "\"observer\":\"default\",\"verdicts\":[{\"a\":\"l.dark\",\"b\":\"l.contract\","
            + "\"relation\":\"incomparable\",\"causes\":[{\"rowA\":\"D2\"")
        .contains("\"kind\":\"answer\",\"causedAt\":2,\"seenAt\":2,")
        .contains("\"trace\":[{\"event\":\"press\",\"answer\":\"ok\",\"out\":{\"shines\":\"yes\"},"
            + "\"row\":\"D1\"},{\"event\":\"press\",\"answer\":\"EDARK\",\"row\":\"D2\"}]")
        .contains("\"answered\":{\"answer\":\"EDARK\",\"row\":\"D2\"},"
            + "\"allowed\":[{\"answer\":\"ok\",\"out\":{\"shines\":\"no\"},\"row\":\"P2\"}]");
    assertThat(at.run("refine", "l.plain[dims=no]", "l.contract", "--format=json"))
        .isEqualTo(new Run(
            0,
            "{\"foliospec\":1,\"policies\":[\"l.plain[dims=no]\",\"l.contract\"],"
                + "\"observer\":\"default\",\"verdicts\":[{\"a\":\"l.plain[dims=no]\","
                + "\"b\":\"l.contract\",\"relation\":\"refines\",\"causes\":[]}]}\n",
            ""));
    assertThat(
            at.run("refine", "l.contract", "l.plain[dims=no]", "--format=json").out())
        .contains("\"relation\":\"refined-by\"");
  }

  @Test
  void wrongUseEndsWith2() {
    assertThat(at.run("refine", "l.dark").exit()).isEqualTo(2);
    assertThat(at.run("refine", "l.dark", "l.plain", "l.contract").exit()).isEqualTo(2);
    assertThat(at.run("refine", "l.dark", "l.nothing").exit()).isEqualTo(2);
    assertThat(at.run("refine", "l.dark", "l.base").exit()).isEqualTo(2);
    assertThat(at.run("refine", "l.dark", "o.lamp").exit()).isEqualTo(2);
    assertThat(at.run("refine", "l.dark", "l.contract", "--observer", "nobody").exit())
        .isEqualTo(2);
    assertThat(at.run("refine", "l.dark[dims=no]", "l.contract").exit()).isEqualTo(2);
  }

  /** Claims are judged by `check`; who asks for one file sees what concerns it. */
  @Test
  void checkReportsClaimsWhereTheyAreWrittenAndInTheContractsFile() throws IOException {
    at.write("specs/dim.folio", """
        policy l.dim of lamp extends l.dark refines l.contract source S
        """);
    assertThat(at.run("check", "specs/dim.folio").out())
        .startsWith("error[P721]: `l.dim` does not refine `l.contract`\n");
    assertThat(at.run("check", "specs/lamp.folio").exit()).isEqualTo(1);
    assertThat(at.run("check", "--scenarios", "specs/dim.folio").out())
        .contains("scenario contract_l_contract_in_l_dim \"how `l.dim` leaves `l.contract`\"\n");
    assertThat(at.run("check", "--format=json", "specs/dim.folio").out())
        .contains("\"code\":\"P721\"")
        .contains("\"trace\":[{\"event\":\"press\"");
  }
}
