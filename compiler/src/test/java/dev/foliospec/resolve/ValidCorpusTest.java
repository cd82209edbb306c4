package dev.foliospec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What valid specs mean: each is compiled, and its model compared with the one beside it.
 *
 * <p>{@code -Dgolden.update} writes the models anew and fails, so that an update is read as a
 * difference. The folder {@code language} shows forms whose names nothing declares; it has no models.
 */
class ValidCorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "corpus", "valid");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> found = Files.walk(CORPUS)) {
      return found
          .filter(each -> each.toString().endsWith(ending))
          .filter(each -> !each.startsWith(CORPUS.resolve("language")))
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> meansWhatItsModelSays() throws IOException {
    return files(".folio").stream()
        .map(each -> DynamicTest.dynamicTest(
            CORPUS.relativize(each).toString().replace('\\', '/'), () -> compare(each)));
  }

  private static void compare(Path file) throws IOException {
    String name = CORPUS.relativize(file).toString().replace('\\', '/');
    SourceFile source = new SourceFile(name, Files.readString(file, StandardCharsets.UTF_8));
    Compilation compilation = Compiler.compile(List.of(source), CompileOptions.USUAL);
    assertThat(compilation.diagnostics())
        .filteredOn(each -> each.severity() == Severity.ERROR)
        .isEmpty();
    String meant = ModelPrinter.print(compilation.policySet());
    Path golden = golden(file);
    String expected =
        Files.exists(golden) ? Files.readString(golden, StandardCharsets.UTF_8) : "no model";
    if (UPDATE && !meant.equals(expected)) {
      Files.writeString(golden, meant, StandardCharsets.UTF_8);
    }
    assertThat(meant).isEqualTo(expected);
  }

  private static Path golden(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ".folio".length()) + ".model");
  }

  @Test
  void everyModelHasItsSpec() throws IOException {
    List<Path> expected = files(".folio").stream().map(ValidCorpusTest::golden).toList();
    assertThat(files(".model")).isSubsetOf(expected);
  }
}
