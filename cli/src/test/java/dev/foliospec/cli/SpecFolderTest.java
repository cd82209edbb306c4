package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFolderTest {
  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void enter() {
    at = new Folders(temporary);
  }

  @Test
  void readsAFolderInPathOrder() throws Failure {
    at.write("specs/b.folio", "b");
    at.write("specs/a/z.folio", "z");
    at.write("specs/a.folio", "a");
    at.write("specs/notes.txt", "no spec");
    at.write("specs/.git/c.folio", "hidden folder");
    at.write("specs/.d.folio", "hidden file");

    assertThat(paths(SpecFolder.read(at.shell(), Optional.empty())))
        .containsExactly("specs/a.folio", "specs/a/z.folio", "specs/b.folio");
  }

  @Test
  void saysThatThereIsNoFolder() {
    at.write("else/specs", "a file");

    assertThatThrownBy(() -> SpecFolder.read(at.shell(), Optional.empty()))
        .isInstanceOf(Failure.class)
        .hasMessage("`specs` does not exist; name the folder of specs with --specs");
    assertThatThrownBy(() -> SpecFolder.read(at.shell(), Optional.of("else/specs")))
        .hasMessage("`else/specs` is not a folder");
  }

  @Test
  void readsAroundAFileTheNearestAncestorNamedSpecs() throws Failure {
    at.write("specs/outer.folio", "");
    at.write("specs/sub/specs/one.folio", "");
    at.write("specs/sub/specs/v8/two.folio", "");

    SpecFolder.Loaded loaded =
        SpecFolder.read(at.shell(), Optional.empty(), List.of("specs/sub/specs/v8/two.folio"));

    assertThat(paths(loaded))
        .containsExactly("specs/sub/specs/one.folio", "specs/sub/specs/v8/two.folio");
    assertThat(asked(loaded)).containsExactly("specs/sub/specs/v8/two.folio");
  }

  @Test
  void readsAroundAFileElsewhereItsOwnFolderAlone() throws Failure {
    at.write("drafts/one.folio", "");
    at.write("drafts/two.folio", "");
    at.write("drafts/old/three.folio", "");

    SpecFolder.Loaded loaded =
        SpecFolder.read(at.shell(), Optional.empty(), List.of("drafts/one.folio"));

    assertThat(paths(loaded)).containsExactly("drafts/one.folio", "drafts/two.folio");
    assertThat(asked(loaded)).containsExactly("drafts/one.folio");
  }

  @Test
  void readsAroundAFileWhatSpecsNames() throws Failure {
    at.write("specs/one.folio", "");
    at.write("mine/two.folio", "");
    at.write("drafts/three.folio", "");
    at.write("drafts/four.folio", "");

    SpecFolder.Loaded loaded =
        SpecFolder.read(at.shell(), Optional.of("mine"), List.of("drafts/three.folio"));

    assertThat(paths(loaded)).containsExactly("drafts/three.folio", "mine/two.folio");
    assertThat(asked(loaded)).containsExactly("drafts/three.folio");
  }

  @Test
  void readsAFileOfAnyNameThatIsAskedFor() throws Failure {
    at.write("mail.txt", "policy");

    assertThat(paths(SpecFolder.read(at.shell(), Optional.empty(), List.of("./mail.txt"))))
        .containsExactly("mail.txt");
  }

  @Test
  void readsStandardInputBesideTheSpecs() throws Failure {
    at.write("specs/one.folio", "");

    SpecFolder.Loaded loaded =
        SpecFolder.read(at.in("policy").shell(), Optional.empty(), List.of("-"));

    assertThat(paths(loaded)).containsExactly("-", "specs/one.folio");
    assertThat(asked(loaded)).containsExactly("-");
    assertThat(loaded.sources().get(0).text()).isEqualTo("policy");
  }

  @Test
  void readsNothingThroughLinksThatLeaveTheFolder() throws Failure {
    at.write("secret/secret.folio", "secret");
    at.write("specs/one.folio", "one");
    at.write("specs/plain.txt", "text");
    at.link("specs/out.folio", "../secret/secret.folio");
    at.link("specs/out", "../secret");
    at.link("specs/up", "..");
    at.link("specs/again.folio", "one.folio");
    at.link("specs/inside.folio", "plain.txt");
    at.link("specs/nowhere.folio", "gone");

    assertThat(paths(SpecFolder.read(at.shell(), Optional.empty())))
        .containsExactly("specs/inside.folio", "specs/one.folio");
  }

  @Test
  void followsALinkThatTheUserNames() throws Failure {
    at.write("elsewhere/one.folio", "one");
    at.link("specs", "elsewhere");

    assertThat(paths(SpecFolder.read(at.shell(), Optional.empty())))
        .containsExactly("specs/one.folio");
  }

  @Test
  void doesNotOpenPipes() throws Exception {
    at.write("specs/one.folio", "one");
    Path pipe = at.root().resolve("specs/pipe.folio");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor()).isZero();

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      assertThat(paths(SpecFolder.read(at.shell(), Optional.empty())))
          .containsExactly("specs/one.folio");
      assertThatThrownBy(
              () -> SpecFolder.read(at.shell(), Optional.empty(), List.of("specs/pipe.folio")))
          .hasMessage("`specs/pipe.folio` is not a regular file");
    });
  }

  @Test
  void doesNotOpenDevices() {
    assertThatThrownBy(() -> SpecFolder.read(at.shell(), Optional.empty(), List.of("/dev/zero")))
        .hasMessageEndingWith("dev/zero` is not a regular file");
  }

  @Test
  void saysThatAFileDoesNotExist() {
    assertThatThrownBy(() -> SpecFolder.read(at.shell(), Optional.empty(), List.of("no.folio")))
        .hasMessage("`no.folio` does not exist");
  }

  @Test
  void reportsBytesThatAreNotUtf8AndGoesOn() throws Failure {
    at.write("specs/latin.folio", "# caf\u00e9\n# \u00fc\n".getBytes(StandardCharsets.ISO_8859_1));

    SpecFolder.Loaded loaded = SpecFolder.read(at.shell(), Optional.empty());

    Diagnostic found = only(loaded);
    assertThat(found.rule()).isEqualTo(Rule.NOT_UTF8);
    assertThat(found.message()).isEqualTo("the byte 0xe9 is not UTF-8");
    assertThat(found.at().at().toString()).isEqualTo("specs/latin.folio:1:6");
    assertThat(loaded.sources().get(0).text()).isEqualTo("# caf\ufffd\n# \ufffd\n");
  }

  @Test
  void takesTheReplacementCharacterItselfForWhatItIs() throws Failure {
    at.write("specs/one.folio", "# \ufffd\n");

    assertThat(SpecFolder.read(at.shell(), Optional.empty()).found()).isEmpty();
  }

  @Test
  void leavesLineEndsAndTheByteOrderMarkToTheParser() throws Failure {
    at.write("specs/one.folio", "\ufeffa\r\nb\r\n");

    assertThat(SpecFolder.read(at.shell(), Optional.empty()).sources().get(0).text())
        .isEqualTo("\ufeffa\r\nb\r\n");
  }

  @Test
  void readsNothingOfAFileThatIsTooLarge() throws Exception {
    Path large = at.write("specs/large.folio", "");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((16 << 20) + 1);
    }
    Path fits = at.write("specs/zfits.folio", "");
    try (RandomAccessFile file = new RandomAccessFile(fits.toFile(), "rw")) {
      file.setLength(16 << 20);
    }

    SpecFolder.Loaded loaded = SpecFolder.read(at.shell(), Optional.empty());

    assertThat(only(loaded).rule()).isEqualTo(Rule.FILE_TOO_LARGE);
    assertThat(loaded.sources().get(0).text()).isEmpty();
    assertThat(loaded.sources().get(1).text()).hasSize(16 << 20);
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path secret = at.write("specs/secret.folio", "secret");
    assertThat(secret.toFile().setReadable(false)).isTrue();
    if (Files.isReadable(secret)) {
      // Whoever runs as root may read everything, so here there is nothing to refuse.
      assertThat(System.getProperty("user.name")).isEqualTo("root");
      return;
    }

    assertThatThrownBy(() -> SpecFolder.read(at.shell(), Optional.empty()))
        .hasMessage("cannot read `specs/secret.folio`: permission denied");
  }

  private static List<String> paths(SpecFolder.Loaded loaded) {
    return loaded.sources().stream().map(SourceFile::path).toList();
  }

  private static List<String> asked(SpecFolder.Loaded loaded) {
    return loaded.asked().stream().map(SourceFile::path).sorted().toList();
  }

  private static Diagnostic only(SpecFolder.Loaded loaded) {
    assertThat(loaded.found()).hasSize(1);
    return loaded.found().get(0);
  }
}
