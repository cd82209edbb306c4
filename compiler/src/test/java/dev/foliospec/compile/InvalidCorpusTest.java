package dev.foliospec.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.render.TextRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Wrong specs, one idea each. Which line is wrong and how is marked by hand, {@code #~ P202} on the
 * line, or {@code #~ P202 at 7} on a line of its own; what is printed stands beside, in a file that
 * {@code -Dgolden.update} writes anew before it fails.
 *
 * <p>Errors and warnings must all be marked, and nothing else be. Notes are looked at where one is
 * marked.
 */
class InvalidCorpusTest {
  /** Rules without a case, and where they are tested instead. */
  private static final Map<Rule, String> WITHOUT_CASE = Map.of(
      Rule.FILE_TOO_LARGE, "BoundsTest: 16 MB",
      Rule.NOT_UTF8, "the command line decodes files",
      Rule.TOO_MANY_STATES, "BoundsTest: with a lower bound",
      Rule.TOO_MUCH_MEMORY, "BoundsTest: with a lower bound");

  private static final Pattern MARKER = Pattern.compile("#~((?: P\\d{3})+)(?: at (\\d+))?\\s*$");

  private static List<Path> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(Shelf.INVALID)) {
      return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static String name(Path path) {
    return Shelf.INVALID.relativize(path).toString().replace('\\', '/');
  }

  /** Each mark as line and code. */
  private static Set<String> marks(Path path, String text) {
    Set<String> marks = new TreeSet<>();
    String[] lines = text.split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      Matcher found = MARKER.matcher(lines[at]);
      if (found.find()) {
        String line = Optional.ofNullable(found.group(2)).orElse(Integer.toString(at + 1));
        for (String code : found.group(1).strip().split(" ")) {
          marks.add(line + " " + code);
        }
      }
    }
    Matcher bytes = Pattern.compile("^p(\\d{3})_").matcher(path.getFileName().toString());
    if (bytes.find()) {
      marks.add("1 P" + bytes.group(1));
    }
    return marks;
  }

  private static boolean marked(Set<String> marks, Rule rule) {
    return marks.stream().anyMatch(mark -> mark.endsWith(" " + rule.code()));
  }

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return files(".folio").stream()
        .map(path -> DynamicTest.dynamicTest(name(path), () -> check(path)));
  }

  private static void check(Path path) throws IOException {
    String text = Shelf.text(path);
    Set<String> marks = marks(path, text);
    assertThat(marks).as("marks").isNotEmpty();
    boolean coverage = Shelf.OF_COVERAGE.stream().anyMatch(rule -> marked(marks, rule));
    List<Diagnostic> found = Shelf.compiled(name(path), text, coverage, new ArrayList<>()).stream()
        .filter(each -> each.severity() != Severity.NOTE || marked(marks, each.rule()))
        .toList();
    String rendered = new TextRenderer(false).render(found);
    Set<String> places = new TreeSet<>();
    found.forEach(each -> places.add(each.at().at().line() + " " + each.rule().code()));
    assertThat(places).as(rendered).isEqualTo(marks);
    assertGolden(Path.of(path.toString().replaceAll("\\.folio$", ".diag")), rendered);
  }

  private static void assertGolden(Path golden, String rendered) throws IOException {
    boolean same = Files.exists(golden) && Shelf.text(golden).equals(rendered);
    if (!same && System.getProperty("golden.update") != null) {
      Files.writeString(golden, rendered, StandardCharsets.UTF_8);
      fail("written anew, read the difference: " + golden);
    }
    assertThat(golden).exists();
    assertThat(rendered).isEqualTo(Shelf.text(golden));
  }

  @Test
  void everyGoldenHasACase() throws IOException {
    assertThat(files(".diag"))
        .allMatch(
            golden -> Files.exists(Path.of(golden.toString().replaceAll("\\.diag$", ".folio"))));
  }

  @Test
  void everyCaseSaysFirstWhatItShows() throws IOException {
    for (Path path : files(".folio")) {
      String text = Shelf.text(path).replace("\ufeff", "");
      assertThat(text).as(name(path)).matches("(?s)(#~[^\\n]*\\n)?# [A-Z0-9`][^\\n]*\\.\\n.*");
    }
  }

  @Test
  void everyRuleHasACase() throws IOException {
    EnumSet<Rule> seen = EnumSet.noneOf(Rule.class);
    for (Path path : files(".folio")) {
      Set<String> marks = marks(path, Shelf.text(path));
      Arrays.stream(Rule.values()).filter(rule -> marked(marks, rule)).forEach(seen::add);
    }
    assertThat(seen).doesNotContainAnyElementsOf(WITHOUT_CASE.keySet());
    seen.addAll(WITHOUT_CASE.keySet());
    assertThat(EnumSet.complementOf(seen)).as("rules without a case").isEmpty();
  }
}
