package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {
  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void makeARepository() throws Exception {
    at = new Folders(temporary.toRealPath());
    git("init", "-q", ".");
    at.write("sub/specs/b.folio", "old b\r\n");
    at.write("sub/specs/a/one.folio", "old \u00e4");
    at.write("sub/specs/notes.txt", "no spec");
    at.write("sub/specs/.hidden/x.folio", "hidden");
    at.write("other.folio", "elsewhere");
    at.link("sub/specs/link.folio", "b.folio");
    git("add", "-A");
    git("commit", "-q", "-m", "first");
    git("tag", "v1");
    at.write("sub/specs/b.folio", "new b");
    git("add", "-A");
    git("commit", "-q", "-m", "second");
    at.write("sub/specs/b.folio", "not committed");
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(
        List.of("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command)
        .directory(at.root().toFile())
        .redirectErrorStream(true)
        .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }

  private SpecFolder.Loaded read(String folder, String revision) throws Failure {
    return Revision.read(at.shell(), at.root().resolve(folder), revision);
  }

  private static List<String> shown(SpecFolder.Loaded loaded) {
    List<String> shown = new ArrayList<>();
    for (SourceFile each : loaded.sources()) {
      shown.add(each.path() + " = " + each.text());
    }
    return shown;
  }

  @Test
  void readsWhatWasCommitted() throws Failure {
    assertThat(shown(read("sub/specs", "v1")))
        .containsExactly(
            "v1:sub/specs/a/one.folio = old \u00e4", "v1:sub/specs/b.folio = old b\r\n");
    assertThat(shown(read("sub/specs", "HEAD"))).contains("HEAD:sub/specs/b.folio = new b");
    assertThat(shown(read("sub/specs", "HEAD~1"))).contains("HEAD~1:sub/specs/b.folio = old b\r\n");
  }

  @Test
  void readsAFolderThatIsGone() throws Exception {
    git("rm", "-r", "-q", "-f", "sub");

    assertThat(Files.exists(at.root().resolve("sub"))).isFalse();
    assertThat(shown(read("sub/specs", "v1"))).hasSize(2);
  }

  @Test
  void readsTheWholeRepositoryWhereThatIsTheFolder() throws Failure {
    assertThat(shown(read(".", "v1")))
        .containsExactly(
            "v1:other.folio = elsewhere",
            "v1:sub/specs/a/one.folio = old \u00e4",
            "v1:sub/specs/b.folio = old b\r\n");
  }

  @Test
  void reportsBytesThatAreNotUtf8() throws Exception {
    at.write("sub/specs/b.folio", new byte[] {'#', ' ', (byte) 0xff});
    git("commit", "-q", "-a", "-m", "third");

    assertThat(read("sub/specs", "HEAD").found())
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).isEqualTo(Rule.NOT_UTF8));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThatThrownBy(() -> read("sub/specs", "v9"))
        .isInstanceOf(Failure.class)
        .hasMessage("git knows no revision `v9`");
    assertThatThrownBy(() -> read("sub/specs", "--help")).hasMessage("`--help` is not a revision");
    assertThatThrownBy(() -> read("sub/specs", "")).hasMessage("`` is not a revision");
    assertThatThrownBy(() -> read("sub/none", "v1"))
        .hasMessage("there are no specs in `v1:sub/none/`");
  }

  @Test
  void saysThatThereIsNoRepository(@TempDir Path elsewhere) throws IOException {
    Folders there = new Folders(elsewhere.toRealPath());
    there.write("specs/a.folio", "");

    assertThatThrownBy(() -> Revision.read(there.shell(), there.root().resolve("specs"), "HEAD"))
        .hasMessage("`specs` is in no git repository, so it has no revisions");
  }
}
