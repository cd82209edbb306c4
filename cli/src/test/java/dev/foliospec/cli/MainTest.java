package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.cli.Folders.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @TempDir
  private Path temporary;

  private Folders at;

  @BeforeEach
  void enter() {
    at = new Folders(temporary);
  }

  @Test
  void helpListsEveryCommand() {
    Run run = at.run("--help");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    for (String name : Commands.NAMES) {
      assertThat(run.out()).contains("\n  " + name + " ");
    }
  }

  @Test
  void everyCommandSaysWhatItTakes() {
    for (String name : Commands.NAMES) {
      Command command = Commands.of(name).orElseThrow();

      Run run = at.run(name, "--help");

      assertThat(command.name()).isEqualTo(name);
      assertThat(run.exit()).isZero();
      assertThat(run.out()).startsWith("usage: foliospec " + name).contains(command.summary());
      for (Option option : command.options()) {
        assertThat(run.out()).contains("--" + option.getLongOpt() + " ");
      }
      assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void versionIsOneLine() {
    assertThat(at.run("--version").out()).matches("foliospec \\d+\\.\\d+\\S*\n");
    assertThat(at.run("explain", "--version")).isEqualTo(at.run("--version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "''             | which command? One of",
        "chek           | there is no command `chek`",
        "explain        | name the CODE of a diagnostic, or a POLICY and an EVENT",
        "explain P999   | there is no diagnostic `P999`",
        "explain --wide | there is no option `--wide` here",
        "explain --spec x   | there is no option `--spec` here",
        "explain --specs    | --specs needs DIR",
        "--specs            | --specs needs DIR",
        "--color=blue explain P202 | --color is one of always, never, auto, not `blue`",
      })
  void wrongUsageEndsWith2AndNothingOnStandardOutput(String words, String says) {
    Run run = at.run(words.equals("''") ? new String[0] : words.strip().split(" +"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(says).endsWith("--help`\n");
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void optionsStandAnywhere() {
    Run run = at.run("explain", "P202", "--color=never", "--specs", "x");

    assertThat(run.exit()).isZero();
    assertThat(at.run("--specs", "x", "--color=never", "explain", "P202")).isEqualTo(run);
    assertThat(at.run("--color", "explain", "--specs=x", "P202").out()).isEqualTo(run.out());
    assertThat(at.run("explain", "--color", "--", "P202").out()).isEqualTo(run.out());
  }

  @Test
  void aBugOfOursEndsWith70AndSaysHowToReportIt() throws IOException {
    Shell broken = withOut(new ThrowingStream(new IllegalStateException("boom")));

    assertThat(Main.run(new String[] {"--help"}, broken)).isEqualTo(70);
  }

  private Shell withOut(OutputStream out) {
    return new Shell(
        at.root(),
        InputStream.nullInputStream(),
        Sink.of(out),
        Sink.of(OutputStream.nullOutputStream()),
        Map.of(),
        false);
  }

  @Test
  void aFullDiskEndsWith2() {
    Shell full = withOut(new ThrowingStream(new IOException("No space left on device")));

    assertThat(Main.run(new String[] {"--help"}, full)).isEqualTo(2);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoTrouble() {
    Shell head = withOut(new ThrowingStream(new IOException("Broken pipe")));

    assertThat(Main.run(new String[] {"--help"}, head)).isZero();
  }

  /** A stream that takes nothing. */
  private static final class ThrowingStream extends OutputStream {
    private final Exception trouble;

    ThrowingStream(Exception trouble) {
      this.trouble = trouble;
    }

    @Override
    public void write(int one) throws IOException {
      if (trouble instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) trouble;
    }
  }

  @Test
  void printsUtf8() {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    Sink.of(bytes).line("\u00e4\ud83d\ude00").flush();

    assertThat(bytes.toByteArray())
        .isEqualTo("\u00e4\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8));
  }
}
