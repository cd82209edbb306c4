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
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  private static final String BROKEN =
      "policy p.broken of door extends p.plain\ntrait rings = on\n";
  private static final String SHORT =
      "specs/broken.folio:2:15: error[P401]: no value of `rings` is named `on`\n";

  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void write() {
    at = Doors.in(new Folders(temporary));
  }

  @Test
  void findsNothingWrong() {
    assertThat(at.run("check")).satisfies(run -> {
      assertThat(run.exit()).isZero();
      assertThat(run.out()).startsWith("no findings in 2 policies, 10 rows").endsWith("\n");
      assertThat(run.out().lines()).hasSize(1);
      assertThat(run.err()).isEmpty();
    });
  }

  @Test
  void findingsAreTheResultAndEndWith1() {
    at.write("specs/broken.folio", BROKEN);

    Run run = at.run("check");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("error[P401]: ")
        .contains("\n --> specs/broken.folio:2:15\n")
        .contains("\n1 error in 3 policies, ");
  }

  @Test
  void reportsOnTheFilesThatAreNamedAlone() {
    at.write("specs/broken.folio", BROKEN);

    assertThat(at.run("check", "specs/policies.folio").exit()).isZero();
    assertThat(at.run("check", "--format", "short", "specs/broken.folio").out()).isEqualTo(SHORT);
    assertThat(at.run("check", "specs/broken.folio", "specs/door.folio").exit()).isEqualTo(1);
    assertThat(at.run("check", "specs").exit()).isEqualTo(1);
  }

  @Test
  void countsPropertiesAndSaysOfAPolicyWhatItBreaks() {
    at.write("specs/claims.folio", "scenarios of door\nproperty shut\n  never open = yes\n");

    assertThat(at.run("check", "specs/claims.folio").out())
        .contains("error[P711]: `p.plain` violates property `shut`\n")
        .endsWith(", 1 property (1 violated)\n");
    assertThat(at.run("check", "specs/policies.folio").exit()).isEqualTo(1);
    assertThat(at.run("check", "specs/door.folio").exit()).isZero();
    assertThat(at.run("check", "--format=json").out())
        .contains("\"properties\":{\"held\":0,\"violated\":1}");
  }

  @Test
  void printsBrokenPropertiesAsScenarios() {
    at.write("specs/claims.folio", "scenarios of door\nproperty shut\n  never open = yes\n");

    Run run = at.run("check", "--scenarios");

    assertThat(run.out()).contains("\n\nscenarios of door\n\nscenario shut_in_p_plain ");
    assertThat(at.run("check", "--scenarios", "--format=json").exit()).isEqualTo(2);
    assertThat(at.run("check", "--scenarios", "specs/door.folio").out())
        .doesNotContain("scenario ");
  }

  @Test
  void notesWhatNothingDependsOn() {
    at.write("specs/runs.folio", """
        scenarios of door
        scenario entering
          for p.plain, p.loud
          source S
        | event       | answer | sees  |
        |-------------|--------|-------|
        | push(right) | ok     | right |
        """);

    Run run = at.run("check", "--coverage", "specs/policies.folio");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("specs/policies.folio:6:48: note[P610]: row P1: nothing notices if `locked'`"
            + " is `=` or `yes`\n")
        .contains("\ncells of rows in  cells  scenario  ")
        .doesNotContain("row P1: nothing notices if `answer`")
        .endsWith(" notes in 2 policies, 10 rows, 12 reachable states\n");
    assertThat(at.run("check", "specs/policies.folio").out())
        .isEqualTo("no findings in 2 policies, 10 rows, 12 reachable states\n");
    assertThat(at.run("check", "--coverage", "--format=json").out())
        .contains("\"coverage\":{\"observer\":\"default\",\"policies\":[{\"policy\":\"p.plain\",")
        .contains("{\"becomes\":\"-\",\"noticed\":\"scenario\",\"by\":\"entering\"}");
    assertThat(at.run("check", "--coverage", "--format=short").out().lines())
        .allMatch(line -> line.contains(": note[P6"));
  }

  @Test
  void coverageIsToldOfPoliciesInOrderAlone() {
    at.write("specs/broken.folio", BROKEN);
    at.write(
        "specs/holes.folio",
        "policy p.holes of door\ntable pulling on pull source S\n"
            + "| row | locked || answer |\n| H1 | no || ok |\n");

    Run run = at.run("check", "--coverage", "specs/holes.folio");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("\ncells of `p.holes` were not changed: no policy that has them is in order\n");
  }

  @Test
  void coverageHasAnObserverThatThereIs() {
    assertThat(at.run("check", "--observer", "default").exit()).isEqualTo(2);
    assertThat(at.run("check", "--coverage", "--observer", "nobody").err())
        .isEqualTo("foliospec check: there is no observer `nobody`; there are default\n"
            + "try `foliospec check --help`\n");
    assertThat(at.run("check", "--coverage", "--observer", "default").exit()).isZero();
    assertThat(at.run("check", "--coverage", "--scenarios").exit()).isEqualTo(2);
  }

  @Test
  void onATerminalCoverageShowsHowFarItIs() {
    assertThat(at.onTerminal().run("check", "--coverage").err())
        .startsWith("\rcoverage: ")
        .endsWith("\r");
  }

  @Test
  void reportsWhereTheCurrentFolderSees() {
    at.write("specs/broken.folio", BROKEN);
    Folders below = new Folders(temporary.resolve("specs"));
    at.write("x/y", "");

    assertThat(below.run("check", "--format=short", "broken.folio").out())
        .isEqualTo(SHORT.replace("specs/", ""));
    assertThat(new Folders(temporary.resolve("x"))
            .run("check", "--specs", "../specs", "--format=short")
            .out())
        .isEqualTo("../" + SHORT);
  }

  @Test
  void readsMailFromStandardInput() {
    String mail = """
        On Monday Somebody wrote:
        > > policy p.broken of door extends p.plain
        > > trait rings = on
        >
        --
        trait rings = nonsense
        """;

    Run run = at.in(mail).run("check", "--quoted", "--format", "short", "-");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("-:3:19: " + SHORT.substring(SHORT.indexOf("error")));
    assertThat(at.in(mail).run("check", "-").exit()).isEqualTo(1);
  }

  @Test
  void quotedMailNeedsAPath() {
    assertThat(at.run("check", "--quoted").exit()).isEqualTo(2);
  }

  @Test
  void bytesThatAreNotUtf8AreOneFinding() {
    at.write(
        "specs/latin.folio",
        "policy p.caf\u00e9 of door extends p.plain\n# \u00e9\n"
            .getBytes(StandardCharsets.ISO_8859_1));

    Run run = at.run("check", "--format", "short", "specs/latin.folio");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo("specs/latin.folio:1:13: error[P003]: the byte 0xe9 is not UTF-8\n");
  }

  @Test
  void readsCarriageReturnsTabsAndTheByteOrderMark() {
    at.write("specs/policies.folio", Doors.POLICIES.replace("\n", "\r\n").replace("| ", "|\t"));
    assertThat(at.run("check", "--format", "short")).isEqualTo(new Run(0, "", ""));

    at.write("specs/door.folio", "\ufeff" + Doors.VOCABULARY);
    Run run = at.run("check", "--format", "short");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).matches("specs/door.folio:1:1: warning\\[P002]: .*\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void jsonIsOneDocumentAndNothingElse(String format) throws IOException {
    at.write("specs/broken.folio", BROKEN);

    Run run = at.run("check", "--format", format);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(topLevelNames(run.out()))
        .isEqualTo(
            format.equals("json")
                ? List.of("foliospec", "findings", "totals")
                : List.of("$schema", "version", "runs"));
  }

  private static List<String> topLevelNames(String text) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      assertThat(parser.nextToken()).as("nothing after the document").isNull();
    }
    return names;
  }

  @Test
  void writesWorkflowCommands() {
    at.write("specs/broken.folio", BROKEN);

    assertThat(at.run("check", "--format", "github").out())
        .startsWith("::error file=specs/broken.folio,line=2,col=15,");
  }

  @Test
  void coloursWhereThatIsWanted() {
    at.write("specs/broken.folio", BROKEN);
    String escape = "\u001b[";

    assertThat(at.run("check").out()).doesNotContain(escape);
    assertThat(at.run("check", "--color").out()).contains(escape);
    assertThat(at.onTerminal().run("check").out()).contains(escape);
    assertThat(at.run("check", "--color=never").out()).doesNotContain(escape);
    assertThat(at.run("--color=auto", "check", "--format", "json").out()).doesNotContain(escape);
    at.environment(Map.of("NO_COLOR", "1"));
    assertThat(at.run("check").out()).doesNotContain(escape);
    assertThat(at.run("check", "--color=always").out()).contains(escape);
    at.environment(Map.of("TERM", "dumb"));
    assertThat(at.run("check").out()).doesNotContain(escape);
  }

  @Test
  void printsTheSameEverywhere() {
    at.write("specs/broken.folio", BROKEN.replace("trait", "## \u00ef\u0130\u0131\ntrait"));
    List<Run> here = everything();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      assertThat(everything()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private List<Run> everything() {
    List<Run> runs = new ArrayList<>();
    for (String format : List.of("text", "json", "sarif", "github", "short")) {
      runs.add(at.run("check", "--format", format));
    }
    runs.add(at.run("explain", "p.plain", "push"));
    runs.add(at.run("--help"));
    return runs;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=xml",
        "--max-states=0",
        "--max-states=many",
        "--max-memory=much",
        "--max-memory=0m",
        "none.folio"
      })
  void wrongUsageEndsWith2(String word) {
    Run run = at.run("check", word);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("foliospec check: ");
  }

  @Test
  void hostileNamesReachNoTerminal() {
    Run run = at.run("check", "no\u001b[2Jsuch\u202efile");

    assertThat(run.err()).contains("no<U+001B>[2Jsuch<U+202E>file").doesNotContain("\u001b");
  }
}
