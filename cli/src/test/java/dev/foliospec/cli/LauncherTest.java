package dev.foliospec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher at the repository's root, run in a small copy of the repository's layout, with a Maven
 * and a Java that only note how they were called. No other program is on the PATH than the tools
 * borrowed there.
 */
class LauncherTest {

  private static final List<String> TOOLS = List.of(
      "cat",
      "cp",
      "date",
      "find",
      "flock",
      "grep",
      "ln",
      "mkdir",
      "mv",
      "readlink",
      "rm",
      "sed",
      "sleep",
      "touch");

  private static final String MAVEN = """
      #!/bin/sh
      echo "$*" >>"$CALLS"
      echo 'words of Maven'
      sleep 0.2
      mkdir -p cli/target/launcher/app
      echo jar >cli/target/launcher/foliospec-cli-1.jar
      echo jar >cli/target/launcher/app/foliospec-compiler-1.jar
      """;

  /** Prints its arguments after the class path, one a line; makes an archive when asked to. */
  private static final String JAVA = """
      #!/bin/sh
      for arg; do
        case $arg in
          -Xshare:dump) dump=yes ;;
          -XX:SharedArchiveFile=*) archive=${arg#*=} ;;
        esac
      done
      if [ -n "${dump-}" ]; then
        [ -z "${NO_ARCHIVE-}" ] || exit 1
        echo archive >"$archive"
        exit 0
      fi
      while [ "$1" != -cp ]; do shift; done
      shift 3
      [ -z "${archive-}" ] || echo 'with an archive'
      for arg; do printf '%s\\n' "$arg"; done
      exit "${JAVA_ENDS-0}"
      """;

  @TempDir
  private Path folder;

  private Path root;
  private Path bin;
  private Path calls;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectories(folder.resolve("a clone"));
    bin = Files.createDirectories(folder.resolve("bin"));
    calls = folder.resolve("calls");
    Files.createFile(calls);
    Files.copy(Path.of("..", "foliospec"), root.resolve("foliospec"));
    assertThat(root.resolve("foliospec").toFile().setExecutable(true)).isTrue();
    Files.createFile(root.resolve("pom.xml"));
    for (String module : List.of("grammar", "compiler", "generator", "cli")) {
      Files.createDirectories(root.resolve(module + "/src/main/java"));
      Files.createFile(root.resolve(module + "/pom.xml"));
      Files.createFile(root.resolve(module + "/src/main/java/A.java"));
    }
    for (String tool : TOOLS) {
      borrow(tool);
    }
    program(bin.resolve("mvn"), MAVEN);
    Files.createDirectories(folder.resolve("jdk/bin"));
    program(folder.resolve("jdk/bin/java"), JAVA);
    release("17.0.9");
    Files.createSymbolicLink(bin.resolve("java"), folder.resolve("jdk/bin/java"));
  }

  @Test
  void buildsOnceThenOnlyRuns() throws Exception {
    Run first = run("diff", "two words", "");
    Run second = run("check");

    assertThat(first).isEqualTo(new Run(0, "with an archive\ndiff\ntwo words\n\n", ""));
    assertThat(second).isEqualTo(new Run(0, "with an archive\ncheck\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void runsThroughLinksFromAnyFolder() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Files.createSymbolicLink(elsewhere.resolve("near"), Path.of("../a clone/foliospec"));
    Files.createSymbolicLink(elsewhere.resolve("far"), elsewhere.resolve("near"));

    Run far = end(start(elsewhere, Map.of(), "far", "check"));
    Run onThePath = end(start(elsewhere, Map.of(), "/bin/sh", "near", "check"));

    assertThat(far).isEqualTo(new Run(0, "with an archive\ncheck\n", ""));
    assertThat(onThePath).isEqualTo(far);
    assertThat(root.resolve(".foliospec/stamp")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "foliospec", "compiler/pom.xml", "generator/src/main/java/A.java"})
  void buildsAgainAfterAnEdit(String edited) throws Exception {
    run("check");
    letTimePass();
    Files.setLastModifiedTime(root.resolve(edited), FileTime.from(Instant.now()));

    run("check");
    run("check");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsAgainAfterADeletion() throws Exception {
    run("check");
    letTimePass();
    Files.delete(root.resolve("cli/src/main/java/A.java"));

    run("check");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsAgainWhereTheCloneWasMoved() throws Exception {
    run("check");
    root = Files.move(root, folder.resolve("moved"));

    assertThat(run("check")).isEqualTo(new Run(0, "with an archive\ncheck\n", ""));
    assertThat(builds()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void parallelFirstBuildsBuildOnce(boolean flock) throws Exception {
    if (!flock) {
      Files.delete(bin.resolve("flock"));
    }
    Process one = start(root, Map.of(), "./foliospec", "one");
    Process two = start(root, Map.of(), "./foliospec", "two");

    assertThat(end(one)).isEqualTo(new Run(0, "with an archive\none\n", ""));
    assertThat(end(two)).isEqualTo(new Run(0, "with an archive\ntwo\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aLockWhoseHolderDiedIsTaken() throws Exception {
    Files.delete(bin.resolve("flock"));
    Process gone = new ProcessBuilder("/bin/sh", "-c", ":").start();
    gone.waitFor();
    Files.createDirectories(root.resolve(".foliospec"));
    Files.createSymbolicLink(root.resolve(".foliospec/holder"), Path.of(Long.toString(gone.pid())));

    assertThat(run("check")).isEqualTo(new Run(0, "with an archive\ncheck\n", ""));
  }

  @Test
  void nothingOfAnInterruptedBuildIsUsed() throws Exception {
    Files.createDirectories(root.resolve(".foliospec/app.half"));
    Files.createFile(root.resolve(".foliospec/building"));
    Path half = Files.createDirectories(root.resolve("compiler/target/launcher/classes"));
    Files.createFile(half.resolve("Half.class"));

    assertThat(run("check")).isEqualTo(new Run(0, "with an archive\ncheck\n", ""));
    assertThat(half).doesNotExist();
    assertThat(root.resolve(".foliospec/app.half")).doesNotExist();
    assertThat(root.resolve(".foliospec/building")).doesNotExist();
  }

  @Test
  void aFailedBuildIsTriedAgain() throws Exception {
    program(bin.resolve("mvn"), "#!/bin/sh\necho 'no such class'\nexit 1\n");
    Run failed = run("check");
    program(bin.resolve("mvn"), MAVEN);

    assertThat(failed.exit()).isEqualTo(2);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).startsWith("no such class\nfoliospec: cannot build itself");
    assertThat(run("check").exit()).isEqualTo(0);
  }

  @Test
  void runsWithoutAnArchive() throws Exception {
    Process process = start(root, Map.of("NO_ARCHIVE", "yes"), "./foliospec", "check");

    assertThat(end(process)).isEqualTo(new Run(0, "check\n", ""));
    assertThat(run("check")).isEqualTo(new Run(0, "check\n", ""));
  }

  @Test
  void anotherJavaGetsItsOwnArchive() throws Exception {
    run("check");
    release("25.0.1");

    assertThat(run("check")).isEqualTo(new Run(0, "with an archive\ncheck\n", ""));
    assertThat(builds()).isEqualTo(1);
    try (Stream<Path> files = Files.walk(root.resolve(".foliospec"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("17.0.9.jsa", "25.0.1.jsa");
    }
  }

  @Test
  void endsAsJavaEnds() throws Exception {
    Process process = start(root, Map.of("JAVA_ENDS", "70"), "./foliospec", "check");

    assertThat(end(process).exit()).isEqualTo(70);
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    Files.delete(bin.resolve("java"));

    assertThat(run("check"))
        .isEqualTo(new Run(2, "", "foliospec: needs Java 17 or newer; no java is on the PATH\n"));
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    Process process = start(root, Map.of("JAVA_HOME", "/no/jdk"), "./foliospec", "check");

    assertThat(end(process).err())
        .isEqualTo("foliospec: needs Java 17 or newer; JAVA_HOME names one that is not there:"
            + " /no/jdk/bin/java\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.22"})
  void saysThatJavaIsTooOld(String version) throws Exception {
    release(version);

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .matches("foliospec: needs Java 17 or newer; \\S+ is version \\Q" + version + "\\E\n");
  }

  @Test
  void asksAJavaWithoutAReleaseFile() throws Exception {
    Files.delete(folder.resolve("jdk/release"));
    program(
        folder.resolve("jdk/bin/java"), "#!/bin/sh\necho 'openjdk version \"11.0.1\" 2018' >&2\n");

    assertThat(run("check").err()).endsWith("is version 11.0.1\n");
  }

  @Test
  void saysThatThereIsNoMaven() throws Exception {
    Files.delete(bin.resolve("mvn"));

    assertThat(run("check"))
        .isEqualTo(new Run(
            2, "", "foliospec: needs Maven 3.8 or newer to build itself; no mvn is on the PATH\n"));
  }

  @Test
  void saysThatThereIsNoNetwork() throws Exception {
    program(
        bin.resolve("mvn"),
        "#!/bin/sh\necho '[ERROR] Could not transfer artifact a:b'\necho more\nexit 1\n");

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("foliospec: cannot fetch what its first build needs");
  }

  private Run run(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("./foliospec"));
    command.addAll(List.of(options));
    return end(start(root, Map.of(), command.toArray(String[]::new)));
  }

  private Process start(Path from, Map<String, String> environment, String... command)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(command));
    if (!line.get(0).startsWith("/")) {
      line.set(0, from.resolve(line.get(0)).toString());
    }
    ProcessBuilder builder = new ProcessBuilder(line).directory(from.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("CALLS", calls.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What a run that prints less than a pipe holds came to. */
  private static Run end(Process process) throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), UTF_8),
        new String(process.getErrorStream().readAllBytes(), UTF_8));
  }

  /** Makes the build in use an hour old. */
  private void letTimePass() throws IOException {
    FileTime then = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, then);
      }
    }
  }

  private long builds() throws IOException {
    try (Stream<String> lines = Files.lines(calls)) {
      return lines.count();
    }
  }

  private void release(String version) throws IOException {
    Files.writeString(
        folder.resolve("jdk/release"),
        "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base a\"\n");
  }

  private void borrow(String tool) throws IOException {
    for (String place : List.of("/bin", "/usr/bin", "/usr/local/bin")) {
      if (Files.isExecutable(Path.of(place, tool))) {
        program(bin.resolve(tool), "#!/bin/sh\nexec " + place + "/" + tool + " \"$@\"\n");
        return;
      }
    }
    throw new IOException("this machine has no " + tool);
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
