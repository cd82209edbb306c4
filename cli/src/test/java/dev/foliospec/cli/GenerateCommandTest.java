package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.cli.Folders.Run;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {
  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void write() {
    at = Doors.in(new Folders(temporary));
  }

  @Test
  void writesTheJavaOfAllPolicies() {
    Run run = at.run("generate", "--target", "java", "--out", "gen");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("gen: (\\d+) files, \\1 changed\n");
    assertThat(at.paths("gen"))
        .contains(
            OutputFolder.MANIFEST,
            "java/foliospec/generated/door/p/LoudMachine.java",
            "java/foliospec/generated/door/p/PlainMachine.java");
  }

  @Test
  void writesThePoliciesThatAreNamedInThePackageThatIsNamed() {
    at.run("generate", "--target=java", "--out=gen");

    Run run =
        at.run("generate", "p.loud", "--target=java", "--out=gen", "--package=org.example.doors");

    assertThat(run.exit()).isZero();
    assertThat(at.paths("gen"))
        .contains("java/org/example/doors/door/p/LoudMachine.java")
        .noneMatch(path -> path.contains("Plain") || path.contains("generated"));
  }

  @Test
  void variantsHaveVectorsAndGraphsOfTheirOwn() {
    at.write("specs/open.folio", Doors.OPEN);
    at.run("generate", "--target=vectors,dot,mermaid", "--out=all", "p.open");
    Run run = at.run("generate", "--target=vectors,dot,mermaid", "--out=one", "p.open[rings=no]");

    assertThat(run.exit()).isZero();
    assertThat(at.paths("one"))
        .containsExactly(
            OutputFolder.MANIFEST, "dot/p.open.dot", "mermaid/p.open.mmd", "vectors/p.open.jsonl");
    assertThat(at.files("all").get("vectors/p.open.jsonl")).contains("O1");
    assertThat(at.files("one").get("vectors/p.open.jsonl")).doesNotContain("O1");
    assertThat(at.run("generate", "--target=java", "--out=two", "p.open[rings=no]"))
        .satisfies(refused -> assertThat(refused.exit()).isEqualTo(2))
        .satisfies(refused -> assertThat(refused.err()).contains("name it without brackets"));
    assertThat(at.run("generate", "--target=dot", "--out=two", "p.open", "p.open[rings=no]")
            .exit())
        .isEqualTo(2);
  }

  @Test
  void changesNothingTheSecondTime() {
    at.run("generate", "--target=java", "--out=gen");

    assertThat(at.run("generate", "--target=java", "--out=gen").out()).endsWith(", 0 changed\n");
  }

  @Test
  void writesTheSameEverywhere() {
    at.run("generate", "--target=java", "--out=here", "p.loud", "p.plain");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Map<String, String> there;
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      at.run("generate", "--target=java", "--out=there", "p.plain", "p.loud");
      there = at.files("there");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    assertThat(there).isEqualTo(at.files("here"));
  }

  @Test
  void errorsLeaveTheFolderAsItIs() {
    at.write("specs/broken.folio", "policy p.broken of door extends p.plain\ntrait rings = on\n");

    Run run = at.run("generate", "--target=java", "--out=gen");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("error[P401]");
    assertThat(at.root().resolve("gen")).doesNotExist();
    assertThat(at.run("generate", "p.plain", "--target=java", "--out=gen").exit())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--out gen                              | say what to generate with --target: java",
        "--target java                          | name the folder to write to with --out",
        "--target java,cobol --out gen          | --target is one or several of java",
        "--target java --out gen p.none         | there is no policy `p.none`",
        "--target java --out gen --package a..b | `a..b` is not the name of a Java package",
        "--target java --out gen --package int  | `int` is not the name of a Java package",
        "--target java --out specs/door.folio   | `specs/door.folio` is not a folder",
      })
  void wrongUsageEndsWith2(String words, String says) {
    Run run = at.run(("generate " + words).split(" +"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("foliospec generate: " + says);
    assertThat(at.root().resolve("gen")).doesNotExist();
  }
}
