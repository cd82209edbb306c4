package dev.foliospec.generated;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Specs for tests: those that are shipped, or a text. */
final class Specs {
  private Specs() {}

  /** The shipped specs' texts, in path order. */
  static List<SourceFile> shippedFiles() {
    Path root = Path.of("..", "specs");
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path each :
          found.filter(path -> path.toString().endsWith(".folio")).sorted().toList()) {
        String name = "specs/" + root.relativize(each).toString().replace('\\', '/');
        files.add(new SourceFile(name, Files.readString(each, StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The shipped specs. */
  static Compilation shipped() {
    return compile(shippedFiles());
  }

  /** A spec in one text. */
  static Compilation of(String text) {
    return compile(List.of(new SourceFile("specs/test.folio", text)));
  }

  static Compilation compile(List<SourceFile> files) {
    Compilation made = Compiler.compile(files, CompileOptions.USUAL);
    if (made.hasErrors()) {
      throw new IllegalArgumentException(made.diagnostics().toString());
    }
    return made;
  }
}
