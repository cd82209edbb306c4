package dev.foliospec.generator.export.tla;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLC, run in a process of its own. */
final class Tlc {
  private static final Pattern VIOLATED =
      Pattern.compile("(?:Invariant|Action property) (\\w+) is violated");
  private static final Pattern STATES =
      Pattern.compile("states generated, ([0-9]+) distinct states found, 0 states left on queue");

  /**
   * What TLC says with one configuration.
   *
   * @param states how many distinct states there are
   * @param asked the formulas that it was asked
   * @param violated those that do not hold
   */
  record Verdict(int states, Set<String> asked, Set<String> violated) {}

  private final Path jar;

  /** TLC names its folders by the second, which is too coarse for short runs. */
  private int runs;

  Tlc(Path jar) {
    this.jar = jar;
  }

  /** Asks again without what is violated until nothing is. */
  Verdict check(Path folder, String module, String config) throws Exception {
    String text = Files.readString(folder.resolve(config + ".cfg"), StandardCharsets.UTF_8);
    Set<String> asked = asked(text);
    Set<String> violated = new TreeSet<>();
    while (true) {
      Files.writeString(
          folder.resolve("asked.cfg"), without(text, violated), StandardCharsets.UTF_8);
      String said = run(folder, module);
      Matcher broken = VIOLATED.matcher(said);
      if (broken.find()) {
        if (!violated.add(broken.group(1))) {
          throw new AssertionError(said);
        }
        continue;
      }
      Matcher states = STATES.matcher(said);
      if (!said.contains("Model checking completed. No error has been found.") || !states.find()) {
        throw new AssertionError(config + ": " + said);
      }
      return new Verdict(Integer.parseInt(states.group(1)), asked, violated);
    }
  }

  private static Set<String> asked(String config) {
    Set<String> asked = new TreeSet<>();
    boolean listed = false;
    for (String line : config.split("\n")) {
      if (!line.startsWith(" ")) {
        listed = line.equals("INVARIANTS") || line.equals("PROPERTIES");
      } else if (listed) {
        asked.add(line.strip());
      }
    }
    return asked;
  }

  private static String without(String config, Set<String> names) {
    List<String> kept = new ArrayList<>();
    for (String line : config.split("\n")) {
      if (!line.startsWith("  ") || !names.contains(line.strip())) {
        kept.add(line);
      }
    }
    // A heading under which nothing is left.
    for (int at = kept.size() - 1; at >= 0; at--) {
      boolean heading = kept.get(at).equals("INVARIANTS") || kept.get(at).equals("PROPERTIES");
      if (heading && (at + 1 == kept.size() || !kept.get(at + 1).startsWith("  "))) {
        kept.remove(at);
      }
    }
    return String.join("\n", kept) + "\n";
  }

  private String run(Path folder, String module) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process = new ProcessBuilder(
            java.toString(),
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + folder.toAbsolutePath(),
            "-cp",
            jar.toString(),
            "tlc2.TLC",
            "-nowarning",
            "-metadir",
            folder.resolve("states-" + runs++).toString(),
            "-workers",
            "1",
            "-config",
            "asked.cfg",
            module + ".tla")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
