package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command shown in the documents prints what they say.
 *
 * <p>A fenced block whose first line starts with {@code $ ./foliospec} is a run at the repository's
 * root: what follows a command, up to the next one or the end of the block, is what a terminal shows. A
 * line {@code ...} stands for lines left out. With {@code -Dgolden.update} blocks without such a line
 * are rewritten, and the run fails, so that the change is read.
 */
class DocumentedExamplesTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final String PROMPT = "$ ./foliospec ";

  /** A command in a document, and the lines of what it prints: from inclusive, to exclusive. */
  private record Example(Path document, int line, String command, int from, int to) {}

  @TestFactory
  Stream<DynamicTest> documentsShowWhatHappens(@TempDir Path temporary) throws IOException {
    boolean update = System.getProperty("golden.update") != null;
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      List<String> lines = Files.readAllLines(document);
      List<Example> examples = examples(document, lines);
      for (Example example : examples) {
        tests.add(DynamicTest.dynamicTest(
            REPOSITORY.relativize(document) + ":" + example.line(), () -> {
              List<String> expected = lines.subList(example.from(), example.to());
              List<String> printed = run(example.command(), temporary);
              if (!update || expected.contains("...")) {
                assertMatches(expected, printed, example.command());
              }
            }));
      }
      if (update && !examples.isEmpty()) {
        tests.add(DynamicTest.dynamicTest(
            REPOSITORY.relativize(document) + " is up to date",
            () -> update(document, lines, examples, temporary)));
      }
    }
    return tests.stream();
  }

  @Test
  void everyCommandIsShown() throws IOException {
    Path reference = REPOSITORY.resolve("docs/cli.md");

    List<String> commands = examples(reference, Files.readAllLines(reference)).stream()
        .map(example -> words(example.command()).get(0))
        .toList();

    assertThat(commands).containsAll(Commands.NAMES);
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(REPOSITORY.resolve("docs"))) {
      files.filter(each -> each.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    documents.add(0, REPOSITORY.resolve("README.md"));
    return documents;
  }

  private static List<Example> examples(Path document, List<String> lines) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!lines.get(i).startsWith("```") || !lines.get(i + 1).startsWith(PROMPT)) {
        continue;
      }
      String fence = lines.get(i).substring(0, lines.get(i).lastIndexOf('`') + 1);
      int line = i + 1;
      int at = line + 1;
      while (!lines.get(line).equals(fence)) {
        while (!lines.get(at).equals(fence) && !lines.get(at).startsWith(PROMPT)) {
          at++;
        }
        String command = lines.get(line).substring(PROMPT.length());
        examples.add(new Example(document, line + 1, command, line + 1, at));
        line = at;
        at = line + 1;
      }
      i = line;
    }
    return examples;
  }

  /** What a run prints. Where it writes files, it runs in a folder of its own. */
  private static List<String> run(String command, Path temporary) throws IOException {
    List<String> words = words(command);
    Path folder = REPOSITORY;
    if (words.contains("--out")) {
      folder = Files.createTempDirectory(temporary, "run");
      Files.createSymbolicLink(folder.resolve("specs"), REPOSITORY.resolve("specs"));
    }
    Folders.Run run = new Folders(folder).run(words.toArray(String[]::new));
    return (run.out() + run.err()).lines().toList();
  }

  /** Splits as a shell does, as far as examples need it: words, and quotes around them. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = ' ';
    boolean any = false;
    for (char c : (command + " ").toCharArray()) {
      if (quote != ' ' && c != quote) {
        word.append(c);
      } else if (c == '\'' || c == '"') {
        quote = quote == ' ' ? c : ' ';
        any = true;
      } else if (c == ' ') {
        if (any || word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
      }
    }
    return words;
  }

  private static void assertMatches(List<String> expected, List<String> printed, String command) {
    if (!expected.contains("...")) {
      assertThat(String.join("\n", printed)).as(command).isEqualTo(String.join("\n", expected));
      return;
    }
    int at = 0;
    boolean skipping = false;
    for (String line : expected) {
      if (line.equals("...")) {
        skipping = true;
      } else {
        int found = printed.subList(at, printed.size()).indexOf(line);
        assertThat(found).as(command + " prints: " + line).isNotNegative();
        assertThat(skipping || found == 0).as(command + " prints next: " + line).isTrue();
        at += found + 1;
        skipping = false;
      }
    }
    assertThat(skipping || at == printed.size()).as(command + " prints no more").isTrue();
  }

  private static void update(
      Path document, List<String> lines, List<Example> examples, Path temporary)
      throws IOException {
    List<String> updated = new ArrayList<>();
    int copied = 0;
    for (Example example : examples) {
      updated.addAll(lines.subList(copied, example.from()));
      List<String> expected = lines.subList(example.from(), example.to());
      updated.addAll(expected.contains("...") ? expected : run(example.command(), temporary));
      copied = example.to();
    }
    updated.addAll(lines.subList(copied, lines.size()));
    if (!updated.equals(lines)) {
      Files.writeString(document, String.join("\n", updated) + "\n");
      fail(REPOSITORY.relativize(document) + " was rewritten; read the change");
    }
  }
}
