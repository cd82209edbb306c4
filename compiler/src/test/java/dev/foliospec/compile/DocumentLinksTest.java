package dev.foliospec.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between documents lead to files and headings that are there. */
class DocumentLinksTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      for (String line : prose(document)) {
        Matcher link = LINK.matcher(CODE.matcher(line).replaceAll(""));
        while (link.find()) {
          links++;
          if (!leadsSomewhere(
              document, link.group(1), link.group(2) == null ? "" : link.group(2))) {
            broken.add(REPOSITORY.relativize(document) + ": " + link.group());
          }
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(100);
  }

  private static boolean leadsSomewhere(Path document, String target, String heading)
      throws IOException {
    if (target.contains(":")) {
      return true;
    }
    Path to = target.isEmpty() ? document : document.resolveSibling(target).normalize();
    return Files.exists(to) && (heading.isEmpty() || anchors(to).contains(heading));
  }

  private static List<String> anchors(Path document) throws IOException {
    return prose(document).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ +", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  /** The lines of a document outside fenced blocks. */
  private static List<String> prose(Path document) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean fenced = false;
    for (String line : Files.readAllLines(document)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(REPOSITORY.resolve("README.md"));
    documents.add(REPOSITORY.resolve("CONTRIBUTING.md"));
    try (Stream<Path> files = Files.walk(REPOSITORY.resolve("docs"))) {
      files.filter(each -> each.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }
}
