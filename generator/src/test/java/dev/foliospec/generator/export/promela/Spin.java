package dev.foliospec.generator.export.promela;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spin and a C compiler, as commands, and what a verifier that they make says. */
final class Spin {
  private static final Pattern STORED =
      Pattern.compile("(?m)^ *([0-9]+) (?:nominal )?states(?:, stored| \\(stored-atomic\\))");
  private static final Pattern VIOLATED =
      Pattern.compile("pan:([0-9]+): assertion violated ([A-Za-z0-9_]+) \\(at depth");

  private Spin() {}

  /** Whether both commands are there. */
  static boolean isThere() {
    return starts("spin", "-V") && starts("gcc", "--version");
  }

  private static boolean starts(String... command) {
    try {
      return wait(new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start())
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static int wait(Process process) {
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after two minutes: " + process.info());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Makes a verifier of a model. */
  static Verifier verifier(Path folder, String model, List<String> macros, List<String> flags)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("model.pml"), model, StandardCharsets.UTF_8);
    List<String> spin = new ArrayList<>(List.of("spin"));
    macros.forEach(macro -> spin.add("-D" + macro));
    spin.addAll(List.of("-a", "model.pml"));
    String said = run(folder, "spin.txt", spin);
    if (said.contains("Error") || !Files.exists(folder.resolve("pan.c"))) {
      throw new AssertionError("spin does not read the model:\n" + said);
    }
    List<String> compiler =
        new ArrayList<>(List.of("gcc", "-w", "-O0", "-DSAFETY", "-DNOREDUCE", "-DPRINTF"));
    compiler.addAll(flags);
    compiler.addAll(List.of("-o", "pan", "pan.c"));
    said = run(folder, "gcc.txt", compiler);
    if (!Files.exists(folder.resolve("pan"))) {
      throw new AssertionError("the verifier does not compile:\n" + said);
    }
    return new Verifier(folder);
  }

  private static String run(Path folder, String output, List<String> command) throws IOException {
    Path file = folder.resolve(output);
    wait(new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(file.toFile())
        .start());
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** A verifier in its folder. */
  record Verifier(Path folder) {
    /** Looks at all states, goes on after errors, and leaves no trails. */
    Search search() throws IOException {
      return new Search(run(folder, "pan.txt", pan("-n", "-c0")));
    }

    /**
     * The lines printed along the trail to the error of a number. Other assertions that do not hold on
     * the way are passed over.
     */
    List<String> trail(int error) throws IOException {
      run(folder, "pan.txt", pan("-c" + error));
      return run(folder, "trail.txt", List.of("./pan", "-A", "-r", "model.pml.trail"))
          .lines()
          .filter(line -> line.startsWith(" "))
          .filter(line -> line.contains(" T "))
          .toList();
    }

    // A small table of states is faster to set up; the depth is for the whole path.
    private static List<String> pan(String... options) {
      List<String> command = new ArrayList<>(List.of("./pan", "-w16", "-m500000"));
      command.addAll(List.of(options));
      return command;
    }
  }

  /** What a verifier printed. */
  record Search(String said) {
    /** Refuses what is no whole search. */
    Search {
      if (said.contains("max search depth too small") || !STORED.matcher(said).find()) {
        throw new AssertionError("no whole search:\n" + said);
      }
    }

    /** How many states Spin stored. */
    int stored() {
      Matcher matcher = STORED.matcher(said);
      int stored = -1;
      while (matcher.find()) {
        stored = Integer.parseInt(matcher.group(1));
      }
      return stored;
    }

    /** The assertions that do not hold, each with the number of the first error that says so. */
    Map<String, Integer> violated() {
      Map<String, Integer> violated = new LinkedHashMap<>();
      Matcher matcher = VIOLATED.matcher(said);
      while (matcher.find()) {
        violated.putIfAbsent(matcher.group(2), Integer.parseInt(matcher.group(1)));
      }
      return violated;
    }

    /** The transitions that were printed. */
    List<String> transitions() {
      return said.lines()
          .filter(line -> line.startsWith(" ") && line.contains(" T "))
          .toList();
    }
  }
}
