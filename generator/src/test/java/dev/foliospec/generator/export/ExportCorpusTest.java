package dev.foliospec.generator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.explore.Dense;
import dev.foliospec.generator.export.promela.Promela;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Writes what each {@code src/test/corpus/export/NAME/input.folio} holds in every form, against the
 * files beside it: of a policy all forms, of all complete policies what they are side by side.
 * {@code -Dgolden.update} rewrites these, then fails.
 */
final class ExportCorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "corpus", "export");
  private static final Path SPECS = Path.of("..", "specs");
  private static final String INPUT = "input.folio";

  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases;
    }
  }

  private static Compilation compiled(Path folder) throws IOException {
    String text = Files.readString(folder.resolve(INPUT), StandardCharsets.UTF_8);
    Compilation compilation =
        Compiler.compile(List.of(new SourceFile(INPUT, text)), CompileOptions.USUAL);
    assertThat(compilation.diagnostics())
        .filteredOn(each -> each.severity() == Severity.ERROR)
        .isEmpty();
    return compilation;
  }

  @TestFactory
  Stream<DynamicTest> eachFormIsWrittenAsExpected() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : cases()) {
      Map<String, Supplier<String>> files = files(compiled(folder).policySet());
      files.forEach((name, written) -> tests.add(DynamicTest.dynamicTest(
          folder.getFileName() + "/" + name, () -> compare(folder.resolve(name), written.get()))));
      tests.add(DynamicTest.dynamicTest(
          folder.getFileName() + " has no file that nothing writes", () -> {
            Set<String> expected = new LinkedHashSet<>(files.keySet());
            expected.add(INPUT);
            try (Stream<Path> there = Files.list(folder)) {
              assertThat(there.map(each -> each.getFileName().toString()))
                  .containsExactlyInAnyOrderElementsOf(expected);
            }
          }));
    }
    return tests.stream();
  }

  private static Map<String, Supplier<String>> files(PolicySet set) {
    List<Policy> policies = set.completePolicies();
    Map<String, Supplier<String>> files = new LinkedHashMap<>();
    Policy first = policies.get(0);
    String name = first.shortName();
    for (Form form : Form.values()) {
      files.put(name + "." + form.word(), () -> Show.policy(first, form, Optional.empty()));
    }
    String event = first.events().get(0).name();
    files.put(
        name + ".event.text",
        () -> Show.policy(first, Form.TEXT, Optional.of(first.events().get(0))));
    files.put("traits.text", () -> Show.traits(policies, Form.TEXT));
    files.put("event.mail", () -> Show.event(policies, event, Form.MAIL));
    files.put("event.json", () -> Show.event(policies, event, Form.JSON));
    files.put(name + ".jsonl", () -> Vectors.write(Dense.of(first)));
    files.put(name + ".dot", () -> Graphs.dot(Dense.of(first)));
    files.put(name + ".mmd", () -> Graphs.mermaid(Dense.of(first)));
    files.put(name + ".aut", () -> Aut.write(Dense.of(first)));
    files.put(name + ".pml", () -> Promela.write(first, set.properties()));
    return files;
  }

  private static void compare(Path file, String written) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, written, StandardCharsets.UTF_8);
      throw new AssertionError("rewrote " + file + "; read the change and run again");
    }
    assertThat(written).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }

  /** Terminals and editors show every character of them. */
  @TestFactory
  Stream<DynamicTest> nothingHidesInAnyForm() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : cases()) {
      files(compiled(folder).policySet())
          .forEach((name, written) -> tests.add(DynamicTest.dynamicTest(
              folder.getFileName() + "/" + name,
              () -> assertThat(written.get().codePoints())
                  .allMatch(c -> c == '\n' || (c >= ' ' && Character.getType(c) != 16)))));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> linesHaveRoomInTextAndMail() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : cases()) {
      for (Policy policy : compiled(folder).policySet().completePolicies()) {
        tests.add(DynamicTest.dynamicTest(folder.getFileName() + " " + policy.name(), () -> {
          assertThat(Show.policy(policy, Form.MAIL, Optional.empty()).lines())
              .allMatch(line -> line.length() <= 72);
          assertThat(Show.policy(policy, Form.TEXT, Optional.empty()).lines())
              .allMatch(line -> line.length() <= 78);
          assertThat(Show.policy(policy, Form.CARDS, Optional.empty()).lines())
              .allMatch(line -> line.length() <= 78);
        }));
      }
    }
    return tests.stream();
  }

  /** What is shown in the language is read as the same rows, in the same tables. */
  @TestFactory
  Stream<DynamicTest> textCardsAndMailAreReadAsTheSameRows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : cases()) {
      Compilation compilation = compiled(folder);
      for (Policy policy : compilation.policySet().completePolicies()) {
        for (Form form : List.of(Form.TEXT, Form.CARDS, Form.MAIL)) {
          tests.add(DynamicTest.dynamicTest(
              folder.getFileName() + " " + policy.name() + " as " + form.word(),
              () -> readAgain(folder, policy, form)));
        }
      }
    }
    return tests.stream();
  }

  /** So are all policies that are shipped. */
  @TestFactory
  Stream<DynamicTest> shippedPoliciesAreReadAsTheSameRows() throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SPECS)) {
      for (Path each :
          files.filter(file -> file.toString().endsWith(".folio")).sorted().toList()) {
        sources.add(new SourceFile(
            SPECS.relativize(each).toString(), Files.readString(each, StandardCharsets.UTF_8)));
      }
    }
    List<SourceFile> vocabularies = sources.stream()
        .filter(each -> each.text().lines().anyMatch(line -> line.startsWith("vocabulary ")))
        .toList();
    List<Policy> policies =
        Compiler.compile(sources, CompileOptions.USUAL).policySet().completePolicies();
    assertThat(policies).isNotEmpty();
    return policies.stream()
        .map(policy -> DynamicTest.dynamicTest(
            policy.name(), () -> readAgain(vocabularies, policy, Form.TEXT)));
  }

  private static void readAgain(Path folder, Policy policy, Form form) throws IOException {
    String all = Files.readString(folder.resolve(INPUT), StandardCharsets.UTF_8);
    readAgain(List.of(new SourceFile(INPUT, vocabulary(all))), policy, form);
  }

  private static void readAgain(List<SourceFile> vocabularies, Policy policy, Form form) {
    String shown = Show.policy(policy, form, Optional.empty());
    Diagnostics found = new Diagnostics();
    Parser.parse(List.of(new SourceFile("shown.folio", shown)), found);
    assertThat(found.inReadingOrder()).isEmpty();

    List<SourceFile> sources = new ArrayList<>(vocabularies);
    sources.add(new SourceFile("shown.folio", shown));
    Policy again = Compiler.compile(sources, CompileOptions.USUAL)
        .policySet()
        .policy(policy.name())
        .orElseThrow();
    assertThat(again.sound()).isTrue();
    assertThat(said(again)).isEqualTo(said(policy));
  }

  /** What stands before the first policy. */
  private static String vocabulary(String all) {
    int end = all.length();
    for (String unit : List.of("\npolicy ", "\nabstract policy ")) {
      int at = all.indexOf(unit);
      end = at < 0 ? end : Math.min(end, at + 1);
    }
    return all.substring(0, end);
  }

  /** Tables with rows, as far as a shown policy keeps them: origins, and rows split off, aside. */
  private static List<String> said(Policy policy) {
    List<String> said = new ArrayList<>();
    List<Table> tables = policy.lifting().map(each -> each.page().tables()).orElse(policy.tables());
    for (Table table : tables) {
      if (table.rows().isEmpty()) {
        continue;
      }
      said.add(Wording.head(table) + table.doc().map(each -> " " + words(each)).orElse(""));
      for (Transition row : table.rows()) {
        said.add(row.id().id()
            + " "
            + row.guard().otherwise()
            + " "
            + new LinkedHashSet<>(Cards.when(row))
            + " "
            + row.outcome().answer()
            + " "
            + row.outcome().outputs().stream()
                .map(each -> each.output() + "=" + unplaced(each.value()))
                .toList()
            + " "
            + row.outcome().updates().stream()
                .filter(each -> !(each.value() instanceof NewValue.Kept))
                .map(each -> each.name() + "=" + unplaced(each.value()))
                .toList()
            + " "
            + row.outcome().effects().stream().map(ExportCorpusTest::effect).toList()
            + " "
            + row.grounds().spelled()
            + row.grounds().status()
            + words(row.grounds().why().orElse(""))
            + words(row.doc().orElse("")));
      }
    }
    return said;
  }

  private static String effect(EffectItem item) {
    if (item instanceof EffectItem.Do does) {
      return does.effect().name();
    }
    return item instanceof EffectItem.Call call
        ? "do " + call.step()
        : ((EffectItem.FromTrait) item).trait().name();
  }

  /** A value without the places and the words of declarations. */
  private static String unplaced(NewValue value) {
    return value.toString().replaceAll("doc=Optional\\[[^]]*]", "").replaceAll("at=[^\\]]*", "");
  }

  /** Texts are filled anew, and characters that would not show are named. */
  private static String words(String text) {
    return Visible.lines(text).replace('"', '\'').replaceAll("\\s+", " ").strip();
  }
}
