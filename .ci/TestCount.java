import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts what Surefire's reports say was run, and fails where that is fewer than {@code
 * .ci/minimum-tests} or where a test was skipped that {@code .ci/allowed-skips} does not name. A green
 * build in which nothing ran would else look like any other.
 */
final class TestCount {

  private int passed;
  private int failed;
  private final List<String> skipped = new ArrayList<>();

  public static void main(String[] arguments) throws IOException, XMLStreamException {
    int minimum = Integer.parseInt(Files.readString(Path.of(".ci", "minimum-tests")).strip());
    Set<String> allowed =
        Files.readAllLines(Path.of(".ci", "allowed-skips")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());
    TestCount count = new TestCount();
    for (Path report : reports()) {
      count.read(report);
    }
    System.exit(count.judge(minimum, allowed) ? 0 : 1);
  }

  private static List<Path> reports() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of("."))) {
      for (Path module : modules.sorted().toList()) {
        Path folder = module.resolve("target").resolve("surefire-reports");
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.list(folder)) {
            files
                .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                .sorted()
                .forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  private void read(Path report) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (var in = Files.newInputStream(report)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
      String test = "";
      boolean wasSkipped = false;
      boolean hasFailed = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamReader.START_ELEMENT -> {
            switch (xml.getLocalName()) {
              case "testcase" -> {
                test = xml.getAttributeValue(null, "classname")
                    + "#"
                    + xml.getAttributeValue(null, "name");
                wasSkipped = false;
                hasFailed = false;
              }
              case "skipped" -> wasSkipped = true;
              case "failure", "error" -> hasFailed = true;
              default -> {}
            }
          }
          case XMLStreamReader.END_ELEMENT -> {
            if (xml.getLocalName().equals("testcase")) {
              if (wasSkipped) {
                skipped.add(test);
              } else if (hasFailed) {
                failed++;
              } else {
                passed++;
              }
            }
          }
          default -> {}
        }
      }
    }
  }

  private boolean judge(int minimum, Set<String> allowed) {
    List<String> unexpected = skipped.stream().filter(test -> !allowed.contains(test)).toList();
    unexpected.forEach(
        test -> System.out.println("skipped, though .ci/allowed-skips does not name it: " + test));
    boolean enough = passed >= minimum;
    if (!enough) {
      System.out.println("fewer tests passed than .ci/minimum-tests demands: " + minimum);
    }
    System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed, skipped.size());
    return enough && failed == 0 && unexpected.isEmpty();
  }
}
