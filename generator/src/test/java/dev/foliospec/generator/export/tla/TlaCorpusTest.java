package dev.foliospec.generator.export.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Modules against the files in {@code src/test/corpus/tla}: of the specs beside them, of some that other
 * tests share, and of one that is shipped. {@code -Dgolden.update} rewrites them, then fails.
 */
final class TlaCorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "corpus");
  private static final Path GOLDENS = CORPUS.resolve("tla");
  private static final Path SPECS = Path.of("..", "specs");

  /** Systems with ranges of each kind, pages that are told, refusals and choices. */
  static final Path SYSTEMS =
      Path.of("..", "compiler", "src", "test", "corpus", "valid", "systems");

  private static final List<Path> INPUTS = List.of(
      GOLDENS.resolve("edges").resolve("input.folio"),
      CORPUS.resolve("one_flag").resolve("input.folio"),
      CORPUS.resolve("open_answers").resolve("input.folio"),
      CORPUS.resolve("indexed").resolve("input.folio"),
      CORPUS.resolve("choices").resolve("input.folio"),
      CORPUS.resolve("claims").resolve("input.folio"),
      SYSTEMS.resolve("pages.folio"),
      SYSTEMS.resolve("stops.folio"));

  static Compilation compiled(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return Compiler.compile(
        List.of(new SourceFile(String.valueOf(file.getFileName()), text)), CompileOptions.USUAL);
  }

  static Compilation shipped() throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SPECS)) {
      for (Path each :
          files.filter(file -> file.toString().endsWith(".folio")).sorted().toList()) {
        sources.add(new SourceFile(
            SPECS.relativize(each).toString(), Files.readString(each, StandardCharsets.UTF_8)));
      }
    }
    return Compiler.compile(sources, CompileOptions.USUAL);
  }

  private static Map<String, String> written(Compilation compilation, Policy policy) {
    Exploration explored = Dense.explore(policy, Limits.USUAL);
    return Tla.write(policy, compilation.policySet(), explored);
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> written = new LinkedHashMap<>();
    for (Path input : INPUTS) {
      Compilation compilation = compiled(input);
      for (Policy policy : compilation.policySet().completePolicies()) {
        written.putAll(written(compilation, policy));
      }
    }
    Compilation shipped = shipped();
    written.putAll(
        written(shipped, shipped.policySet().policy("v8.sw_protected").orElseThrow()));
    return written;
  }

  @TestFactory
  Stream<DynamicTest> modulesAreWrittenAsExpected() throws IOException {
    Map<String, String> written = written();
    List<DynamicTest> tests = new ArrayList<>();
    written.forEach((name, text) ->
        tests.add(DynamicTest.dynamicTest(name, () -> compare(GOLDENS.resolve(name), text))));
    tests.add(DynamicTest.dynamicTest("no file that nothing writes", () -> {
      Set<String> expected = new LinkedHashSet<>(written.keySet());
      expected.add("edges");
      try (Stream<Path> there = Files.list(GOLDENS)) {
        assertThat(there.map(each -> String.valueOf(each.getFileName())))
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }));
    return tests.stream();
  }

  private static void compare(Path file, String written) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, written, StandardCharsets.UTF_8);
      throw new AssertionError("rewrote " + file + "; read the change and run again");
    }
    assertThat(written).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }

  /** What holds of the module of every shipped policy, and of those in the corpus. */
  @TestFactory
  Stream<DynamicTest> modulesAreWhole() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Compilation> compilations = new ArrayList<>(List.of(shipped()));
    for (Path input : INPUTS) {
      compilations.add(compiled(input));
    }
    for (Compilation compilation : compilations) {
      for (Policy policy : compilation.policySet().completePolicies()) {
        tests.add(DynamicTest.dynamicTest(
            policy.name(), () -> isWhole(compilation, policy, written(compilation, policy))));
      }
    }
    return tests.stream();
  }

  private static void isWhole(Compilation compilation, Policy policy, Map<String, String> files) {
    String module = Tla.module(compilation.policySet(), policy.name());
    String text = files.getOrDefault(module + ".tla", "");
    assertThat(text).contains(" MODULE " + module + " ");
    Set<String> defined = new TreeSet<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".tla")) {
        for (String name : defined(file.getValue())) {
          assertThat(defined.add(name)).as(name + " is defined twice").isTrue();
        }
        for (String line : file.getValue().split("\n")) {
          assertThat(line.codePoints()).allMatch(c -> c >= ' ');
          assertThat(line).doesNotEndWith(" ");
          if (!line.startsWith("\\*")) {
            int trailing = line.indexOf("  \\* ");
            String code = trailing < 0 ? line : line.substring(0, trailing);
            assertThat(code.length()).as(line).isLessThanOrEqualTo(Layout.WIDTH + 20);
          }
        }
      }
    }
    files.forEach((name, config) -> {
      if (name.endsWith(".cfg")) {
        Matcher asked =
            Pattern.compile("(?m)^(?:SPECIFICATION|VIEW| ) ?(\\w+)$").matcher(config);
        while (asked.find()) {
          assertThat(defined).as(name).contains(asked.group(1));
        }
      }
    });
    rows(policy, text);
  }

  private static List<String> defined(String module) {
    List<String> defined = new ArrayList<>();
    Matcher matcher = Pattern.compile("(?m)^(\\w+)(?:\\([^)\n]*\\))? ==").matcher(module);
    while (matcher.find()) {
      defined.add(matcher.group(1));
    }
    return defined;
  }

  /** Every row that answers somewhere has an action that says so. */
  private static void rows(Policy policy, String text) {
    Dense dense = Dense.of(policy);
    Set<String> answering = new HashSet<>();
    dense.reactions().stream()
        .filter(each -> !each.answer().isEmpty())
        .forEach(each -> answering.add(each.row().id()));
    assertThat(answering).isNotEmpty();
    for (String row : answering) {
      assertThat(text).contains("(\"" + row + "\", ");
    }
  }

  @Test
  void policiesWhoseNamesFallTogetherHaveModulesOfTheirOwn() {
    Compilation compilation =
        Compiler.compile(List.of(new SourceFile("names.folio", """
            vocabulary names
            source S "made up"
            actor host
            event go by host
            abstract policy a.b_c of names
            table go on go source S
            | row | event || answer |
            |-----|-------||--------|
            | G   | -     || ok     |
            policy a_b.c of names extends a.b_c
            policy A_B.C of names extends a.b_c
            policy naturals of names extends a.b_c
            policy 4k.module of names extends a.b_c
            """)), CompileOptions.USUAL);
    List<String> modules = compilation.policySet().policies().keySet().stream()
        .map(name -> Tla.module(compilation.policySet(), name))
        .toList();
    assertThat(modules).containsExactly("a_b_c", "a_b_c_2", "A_B_C_3", "naturals_2", "r_4k_module");
  }
}
