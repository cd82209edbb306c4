package dev.foliospec.specs;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.PolicySet;
import dev.foliospec.resolve.Resolver;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files under {@code specs/}, read as they are or with one stretch of text replaced. */
public final class ShippedSpecs {
  private static final Path FOLDER = Path.of("..", "specs");
  private static final Pattern ENSURES =
      Pattern.compile("^(effect \\w+) +ensures [^#\\n]*", Pattern.MULTILINE);

  private final List<SourceFile> files;

  private ShippedSpecs(List<SourceFile> files) {
    this.files = List.copyOf(files);
  }

  /** All of them, in path order. */
  public static ShippedSpecs read() {
    try (Stream<Path> found = Files.walk(FOLDER)) {
      return new ShippedSpecs(found
          .filter(each -> each.toString().endsWith(".folio"))
          .map(ShippedSpecs::file)
          .sorted(Comparator.comparing(SourceFile::path))
          .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile file(Path path) {
    String name = "specs/" + FOLDER.relativize(path).toString().replace('\\', '/');
    return new SourceFile(name, text(path));
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files. */
  public List<SourceFile> files() {
    return files;
  }

  /** Of the same files the vocabularies, and one folder. */
  public ShippedSpecs edition(String folder) {
    return new ShippedSpecs(files.stream()
        .filter(each -> folder(each).isEmpty() || folder(each).equals(folder))
        .toList());
  }

  /** The folder below {@code specs/} that a file is in: {@code v8}, or empty for none. */
  static String folder(SourceFile file) {
    return folder(file.path());
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < "specs/".length() ? "" : path.substring("specs/".length(), slash);
  }

  /** The texts of all files of one name, each with its folder below {@code specs/}. */
  static Map<String, String> named(String name) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(FOLDER)) {
      found
          .filter(each -> each.endsWith(name))
          .forEach(each -> texts.put(
              folder("specs/" + FOLDER.relativize(each).toString().replace('\\', '/')),
              text(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The same files, with other words at one stretch. */
  public ShippedSpecs with(Span stretch, String replacement) {
    return new ShippedSpecs(files.stream()
        .map(each -> each == stretch.file() ? replaced(stretch, replacement) : each)
        .toList());
  }

  private static SourceFile replaced(Span stretch, String replacement) {
    String text = stretch.file().text();
    return new SourceFile(
        stretch.file().path(),
        text.substring(0, stretch.start()) + replacement + text.substring(stretch.end()));
  }

  /**
   * The same files, where effects ensure nothing: a row that contradicts what its effects ensure
   * cannot be carried out otherwise, and no scenario can say what comes of it.
   */
  ShippedSpecs withoutEnsures() {
    return new ShippedSpecs(files.stream()
        .map(each -> new SourceFile(
            each.path(), ENSURES.matcher(each.text()).replaceAll(found -> found.group(1))))
        .toList());
  }

  /** What they mean, without looking for mistakes. */
  PolicySet bind() {
    Diagnostics found = new Diagnostics();
    return Resolver.resolve(Parser.parse(files, found), List.of(), found);
  }

  /** What comes of them. */
  public Compilation compile() {
    return Compiler.compile(files, CompileOptions.USUAL);
  }
}
