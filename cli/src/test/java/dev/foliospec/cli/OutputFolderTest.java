package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final String HEAD = "# Written by foliospec. It removes only what stands here.\n";

  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void enter() {
    at = new Folders(temporary);
  }

  private int write(Map<String, String> files) throws Failure {
    return OutputFolder.write(at.shell(), "out", files);
  }

  @Test
  void makesTheFolderAndKeepsAManifest() throws Failure {
    assertThat(write(Map.of("b/c.java", "c", "a.dot", "\u00e4"))).isEqualTo(2);

    assertThat(at.files("out"))
        .isEqualTo(Map.of(
            ".foliospec-manifest", HEAD + "a.dot\nb/c.java\n",
            "a.dot", "\u00e4",
            "b/c.java", "c"));
  }

  @Test
  void removesWhatTheLastRunWroteAndThisOneDoesNot() throws Failure {
    write(Map.of("a", "a", "b/c/d", "d", "e/f", "f"));
    at.write("out/e/mine", "mine");

    assertThat(write(Map.of("a", "a"))).isEqualTo(2);

    assertThat(at.paths("out")).containsExactly(".foliospec-manifest", "a", "e/mine");
    assertThat(at.root().resolve("out/b")).doesNotExist();
  }

  @Test
  void leavesUnchangedFilesAlone() throws Exception {
    write(Map.of("a", "a", "b", "b"));
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(at.root().resolve("out/a"), then);

    assertThat(write(Map.of("a", "a", "b", "other"))).isEqualTo(1);

    assertThat(Files.getLastModifiedTime(at.root().resolve("out/a"))).isEqualTo(then);
    assertThat(at.files("out")).containsEntry("b", "other");
  }

  @Test
  void overwritesNothingThatItDidNotWrite() throws Failure {
    write(Map.of("b", "b"));
    at.write("out/a", "mine");

    assertThatThrownBy(() -> write(Map.of("a", "theirs", "c", "c")))
        .isInstanceOf(Failure.class)
        .hasMessage("`out/a` is in the way: foliospec did not write it; nothing was written");

    assertThat(at.paths("out")).containsExactly(".foliospec-manifest", "a", "b");
    assertThat(at.files("out")).containsEntry("a", "mine");
  }

  @Test
  void takesOverAFileThatIsTheSameAnyway() throws Failure {
    at.write("out/a", "a");

    assertThat(write(Map.of("a", "a"))).isZero();

    assertThat(at.files("out")).containsEntry(".foliospec-manifest", HEAD + "a\n");
  }

  @Test
  void writesNothingThroughLinks() throws Failure {
    at.write("elsewhere/f", "mine");
    at.write("elsewhere/a", "mine");
    at.link("out/folder", "../elsewhere");
    at.link("out/file", "../elsewhere/f");

    assertThatThrownBy(() -> write(Map.of("folder/g", "g")))
        .hasMessage("`out/folder` is in the way: it is not a folder; nothing was written");
    assertThatThrownBy(() -> write(Map.of("file", "g"))).hasMessageContaining("in the way");

    assertThat(at.files("elsewhere")).isEqualTo(Map.of("f", "mine", "a", "mine"));
  }

  @Test
  void believesNoManifestThatLeavesTheFolder() throws Failure {
    at.write("mine", "mine");
    at.write("elsewhere/a", "mine");
    at.link("out/link", "../elsewhere");
    at.write(
        "out/.foliospec-manifest",
        "../mine\n/etc/no-such-file\nlink/a\n./../mine\n\n.foliospec-manifest\n");

    write(Map.of("a", "a"));

    assertThat(at.root().resolve("mine")).exists();
    assertThat(at.root().resolve("elsewhere/a")).exists();
    assertThat(at.files("out")).containsEntry(".foliospec-manifest", HEAD + "a\n");
  }

  @Test
  void refusesPathsThatLeaveTheFolder() {
    for (String path : new String[] {"../a", "a/../b", "/a", "a//b", "", "a\\b", "a\nb"}) {
      assertThatThrownBy(() -> write(Map.of(path, "")))
          .as(path)
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(at.paths(".")).isEmpty();
  }

  @Test
  void followsALinkThatTheUserNames() throws Failure {
    at.write("real/mine", "mine");
    at.link("out", "real");

    write(Map.of("a", "a"));

    assertThat(at.paths("real")).containsExactly(".foliospec-manifest", "a", "mine");
  }

  @Test
  void saysThatAFileStandsWhereTheFolderShould() {
    at.write("out", "a file");

    assertThatThrownBy(() -> write(Map.of("a", "a"))).hasMessage("`out` is not a folder");
  }
}
