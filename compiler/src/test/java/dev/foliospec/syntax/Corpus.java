package dev.foliospec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder of cases, each an input beside what is expected of it.
 *
 * <p>A new case is two files and no Java. With {@code -Dgolden.update} what is expected is written
 * anew and the run fails, so that the change is read.
 */
final class Corpus {
  private static final Path ROOT = Path.of("src/test/corpus");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** The cases under a folder of the corpus. */
  static Corpus of(String folder) {
    return new Corpus(ROOT.resolve(folder));
  }

  /** All inputs of the corpus and all shipped specs. */
  static List<SourceFile> everything() {
    List<SourceFile> all = new ArrayList<>(new Corpus(ROOT).inputs());
    Path specs = Path.of("../specs");
    if (Files.isDirectory(specs)) {
      all.addAll(new Corpus(specs).inputs());
    }
    return all;
  }

  /** The inputs, in the order of their paths. */
  List<SourceFile> inputs() {
    return files(".folio").stream().map(this::read).toList();
  }

  private List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private SourceFile read(Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return new SourceFile(path, text(file));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** One test a case, and one that no expectation is left without its case. */
  Stream<DynamicTest> tests(String ending, Function<SourceFile, String> result) {
    List<DynamicTest> tests = new ArrayList<>();
    Set<Path> wanted = new HashSet<>();
    for (SourceFile input : inputs()) {
      Path expected = folder.resolve(input.path().replaceAll("\\.folio$", ending));
      wanted.add(expected);
      tests.add(
          DynamicTest.dynamicTest(input.path(), () -> compare(expected, result.apply(input))));
    }
    tests.add(DynamicTest.dynamicTest(
        "every expectation has its case", () -> assertThat(wanted).containsAll(files(ending))));
    return tests.stream();
  }

  private static void compare(Path expected, String result) throws IOException {
    if (UPDATE) {
      boolean same = Files.exists(expected) && text(expected).equals(result);
      Files.writeString(expected, result);
      assertThat(same).as("expectation was written anew: read the change").isTrue();
    }
    assertThat(expected).exists();
    assertThat(result).isEqualTo(text(expected));
  }
}
