package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.cli.Folders.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
  private static final String CROWDED =
      "vocabulary v\r\nsource   S   \"text\"\r\nactor host # who\r\n";

  @TempDir
  private Path temporary;

  private Folders at;
  private String formatted;

  @BeforeEach
  void write() {
    at = new Folders(temporary);
    at.write("specs/crowded.folio", CROWDED);
    formatted = at.in(CROWDED).run("format", "-").out();
    at.write("specs/tidy.folio", formatted);
  }

  @Test
  void goesFromStandardInputToStandardOutput() {
    assertThat(formatted)
        .contains("source S \"text\"", "# who")
        .doesNotContain("\r")
        .endsWith("\n");
    assertThat(at.in(formatted).run("format", "-")).isEqualTo(new Run(0, formatted, ""));
    assertThat(at.in(formatted).run("format", "--check", "-")).isEqualTo(new Run(0, "", ""));
    assertThat(at.in(CROWDED).run("format", "--check", "-")).isEqualTo(new Run(1, "", ""));
  }

  @Test
  void checkWritesNothingAndNamesWhatWouldChange() throws Exception {
    Run run = at.run("format", "--check");

    assertThat(run).isEqualTo(new Run(1, "specs/crowded.folio\n", ""));
    assertThat(Files.readString(at.root().resolve("specs/crowded.folio"))).isEqualTo(CROWDED);
    assertThat(at.run("format", "--check", "specs/tidy.folio")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void writesWhatChangesAndNothingElse() throws Exception {
    Path crowded = at.root().resolve("specs/crowded.folio");
    Path tidy = at.root().resolve("specs/tidy.folio");
    Files.setPosixFilePermissions(crowded, PosixFilePermissions.fromString("rw-r-----"));
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(tidy, then);

    assertThat(at.run("format")).isEqualTo(new Run(0, "specs/crowded.folio\n", ""));

    assertThat(Files.readString(crowded)).isEqualTo(formatted);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(crowded)))
        .isEqualTo("rw-r-----");
    assertThat(Files.getLastModifiedTime(tidy)).isEqualTo(then);
    assertThat(at.paths("specs")).containsExactly("crowded.folio", "tidy.folio");
    assertThat(at.run("format", "--check").exit()).isZero();
  }

  @Test
  void keepsALinkALink() throws Exception {
    at.link("link.folio", "specs/crowded.folio");

    assertThat(at.run("format", "link.folio").exit()).isZero();

    assertThat(at.root().resolve("link.folio")).isSymbolicLink();
    assertThat(Files.readString(at.root().resolve("specs/crowded.folio"))).isEqualTo(formatted);
  }

  @Test
  void leavesFilesWithMistakesAloneAndFormatsTheOthers() throws Exception {
    String broken = "vocabulary   w\nactr  host\n";
    byte[] latin = "vocabulary   x # \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    at.write("specs/broken.folio", broken);
    at.write("specs/latin.folio", latin);

    Run run = at.run("format");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("specs/crowded.folio\n");
    assertThat(run.err()).contains("specs/broken.folio:2:1", "error[P003]");
    assertThat(Files.readString(at.root().resolve("specs/broken.folio"))).isEqualTo(broken);
    assertThat(Files.readAllBytes(at.root().resolve("specs/latin.folio"))).isEqualTo(latin);
  }

  @Test
  void wrongUsageEndsWith2() {
    assertThat(at.run("format", "none.folio").exit()).isEqualTo(2);
    assertThat(at.run("format", "-", "specs").exit()).isEqualTo(2);
  }
}
