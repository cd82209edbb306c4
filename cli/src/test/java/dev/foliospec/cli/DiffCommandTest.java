package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.foliospec.cli.Folders.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
  private static final String SEEN_BY_ALL = """
      p.plain and p.loud differ by 1 cause; neither refines the other (as all sees it)

      1. push(wrong): other effects
           plain  P3  refuse EKEY
                      source S  specs/policies.folio:8
           loud   A3  fail EKEY; ring
                      source S  specs/policies.folio:25
         shortest trace: push(wrong)
      """;

  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void write() throws IOException {
    at = Doors.in(new Folders(temporary.toRealPath()));
    at.write(
        "specs/door.folio",
        Doors.VOCABULARY + "observer all sees answers of host; effects; state\n");
  }

  @Test
  void tellsTheCausesToWhoeverCanSeeThem() {
    assertThat(at.run("diff", "p.plain", "p.loud"))
        .isEqualTo(new Run(0, "p.plain and p.loud do the same\n", ""));
    assertThat(at.run("diff", "--observer=all", "p.plain", "p.loud"))
        .isEqualTo(new Run(0, SEEN_BY_ALL, ""));
  }

  @Test
  void aBoundIsNotPassedOverInSilence() {
    Run run = at.run("diff", "p.plain", "p.loud", "--max-memory=1");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("""
        p.plain and p.loud are not told apart so far
        ended by --max-memory after 3 pairs of sets of states: not even all traces of one step were compared
        """);
    assertThat(at.run("diff", "p.plain", "p.loud", "--max-states=1", "--format=json")
            .out())
        .contains("\"relation\":\"unknown\",\"cut\":{\"by\":\"states\",\"steps\":0,\"pairs\":");
    assertThat(at.run("diff", "p.plain", "p.loud", "--max-states=none").exit()).isEqualTo(2);
  }

  @Test
  void endsWith1WhereThatIsAskedFor() {
    assertThat(at.run("diff", "--exit-code", "p.plain", "p.loud").exit()).isZero();
    assertThat(at.run("diff", "p.plain", "p.loud", "--observer=all", "--exit-code"))
        .isEqualTo(new Run(1, SEEN_BY_ALL, ""));
  }

  @Test
  void comparesEachTwoOfSeveral() {
    assertThat(at.run("diff", "p.plain", "p.loud", "p.plain").out()).isEqualTo("""
            p.plain and p.loud do the same

            p.plain and p.plain do the same

            p.loud and p.plain do the same
            """);
  }

  @Test
  void writesOneJsonDocument() throws IOException {
    Run run = at.run("diff", "p.plain", "p.loud", "--observer", "all", "--format", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(names(run.out()))
        .startsWith("foliospec", "policies", "observer", "verdicts", "a", "b", "relation", "causes")
        .contains("rowA", "rowB", "kind", "causedAt", "seenAt", "flags", "trace", "traceB");
  }

  private static List<String> names(String text) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      int depth = 0;
      JsonToken token = parser.nextToken();
      do {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
        }
        token = parser.nextToken();
      } while (depth > 0);
      assertThat(token).as("nothing after the document").isNull();
    }
    return names;
  }

  @Test
  void onlyErrorsInWhatIsComparedStopIt() {
    at.write("specs/broken.folio", "policy p.broken of door extends p.plain\ntrait rings = on\n");

    assertThat(at.run("diff", "p.plain", "p.loud").exit()).isZero();
    Run run = at.run("diff", "p.plain", "p.broken");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error[P401]: ");
  }

  @Test
  void holesInWhatIsComparedStopIt() {
    at.write("specs/holey.folio", """
        policy p.holey of door extends p.plain
        delete P2 because "to leave a hole" source S
        """);

    Run run = at.run("diff", "p.plain", "p.holey");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error[P201]: ");
    assertThat(at.run("diff", "p.plain", "p.loud").exit()).isZero();
  }

  @Test
  void variantsAreTakenWhereverPoliciesAre() {
    at.write("specs/open.folio", Doors.OPEN);

    assertThat(at.run("diff", "p.plain", "p.open[rings=no]", "--observer=all").out())
        .isEqualTo("p.plain and p.open[rings=no] do the same (as all sees it)\n");
    assertThat(at.run("diff", "p.plain", "p.open[rings=yes]", "--observer=all", "--exit-code")
            .exit())
        .isEqualTo(1);
  }

  @Test
  void policiesOfAnEarlierRevisionAreRead() throws Exception {
    for (String command : List.of(
        "git init -q .",
        "git add -A",
        "git -c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -q -m first")) {
      Process git = new ProcessBuilder(command.split(" "))
          .directory(at.root().toFile())
          .redirectErrorStream(true)
          .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(git.waitFor()).as(said).isZero();
    }
    at.write("specs/policies.folio", Doors.POLICIES.replace("refuse EKEY", "ok         "));

    Run run = at.run("diff", "p.plain@HEAD", "p.plain", "--exit-code");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("p.plain@HEAD and p.plain differ by 1 cause");
    assertThat(run.out()).contains("HEAD:specs/policies.folio:8", "  specs/policies.folio:8");
    assertThat(at.run("diff", "p.plain@HEAD", "p.plain@HEAD").exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p.plain                         | name two policies, or more",
        "p.plain p.none                  | there is no policy `p.none`",
        "p.plain p.loud --observer me    | there is no observer `me`; there are default, all",
        "p.plain p.loud --format xml     | --format is one of text, json, not `xml`",
        "p.plain p.loud[rings=yes]       | `p.loud` has no undecided trait named `rings`",
        "p.plain p.loud@HEAD             | `specs` is in no git repository",
        "p.plain@ p.loud                 | `` is not a revision",
        "p.plain w.one                   | `w.one` speaks of `window`, `p.plain` of `door`",
      })
  void wrongUsageEndsWith2(String words, String says) {
    at.write("specs/window.folio", """
        vocabulary window
        source S "The manual of windows"
        actor host
        var open : no | yes = no
        event push by host
        """);
    at.write("specs/windows.folio", """
        policy w.one of window
        table pushing on push source S
        | row | open || answer | open' |
        |-----|------||--------|-------|
        | W1  | -    || ok     | yes   |
        """);

    Run run = at.run(("diff " + words).split(" +"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("foliospec diff: " + says);
  }
}
