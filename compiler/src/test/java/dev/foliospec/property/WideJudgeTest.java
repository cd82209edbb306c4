package dev.foliospec.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.Budget;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.run.Interpreter;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A system that is searched says what the same system says that is kept whole. */
class WideJudgeTest {
  private static final Path PAGES =
      Path.of("src", "test", "corpus", "valid", "systems", "pages.folio");

  @TestFactory
  Stream<DynamicTest> judgesAsTheOtherJudge() throws IOException {
    List<SourceFile> shipped = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Path.of("..", "specs"))) {
      for (Path each :
          found.filter(file -> file.toString().endsWith(".folio")).sorted().toList()) {
        shipped.add(source(each));
      }
    }
    return Stream.of(shipped, List.of(source(PAGES))).flatMap(sources -> {
      Compilation compilation = Compiler.compile(sources, CompileOptions.USUAL);
      return compilation.policySet().completePolicies().stream()
          .filter(each -> each.lifting().isPresent())
          .flatMap(system -> Stream.of(1, 2)
              .map(threads -> DynamicTest.dynamicTest(
                  system.name() + " on " + threads, () -> agree(compilation, system, threads))));
    });
  }

  private static SourceFile source(Path file) throws IOException {
    return new SourceFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static void agree(Compilation compilation, Policy system, int threads) {
    List<Property> properties = about(compilation, system);
    Dense dense = Dense.of(system);
    WideJudge wide = new WideJudge(system, properties, Budget.usual().onThreads(threads));
    Judge judge = new Judge(dense, 5_000_000);

    assertThat(wide.search().complete()).isTrue();
    assertThat(wide.search().states()).isEqualTo(dense.states());
    assertThat(wide.search().troubled()).isEmpty();
    assertThat(properties).isNotEmpty();
    for (Property property : properties) {
      assertThat(said(wide.judge(property)))
          .as(property.name())
          .isEqualTo(said(judge.judge(property)));
    }
  }

  /** What two judges must agree on: not which of several shortest runs they show. */
  private static List<Object> said(Judgement judgement) {
    List<Object> said = new ArrayList<>(List.of(
        judgement.asked(),
        judgement.occurs(),
        judgement.variants(),
        judgement.needed(),
        judgement.cut()));
    judgement.witness().ifPresent(run -> said.add(run.steps().size()));
    judgement.failures().stream()
        .map(each -> each.variant() + " " + each.run().map(run -> run.steps().size()))
        .sorted()
        .forEach(said::add);
    return said;
  }

  private static List<Property> about(Compilation compilation, Policy system) {
    return compilation.policySet().properties().stream()
        .filter(property ->
            property.about().stream().anyMatch(each -> each.policy().equals(system.name())))
        .toList();
  }

  /** Each property, broken by a change of the rows, is broken for both, after as many steps. */
  @Test
  void brokenPropertiesAreBrokenForBoth() throws IOException {
    String text = Files.readString(PAGES, StandardCharsets.UTF_8);
    List<UnaryOperator<String>> slips = List.of(
        all -> all.replaceFirst("\\| A1 .*", "| A1 | EAGAIN | private || ok | = | none |"),
        all -> all.replaceFirst("\\| S1 .*", "| S1 | ok | 2m | !=to || ok | = | none |"),
        all -> all.replaceFirst(
            "\\| C2 .*", "| C2 | private | shared | >0 || fail EAGAIN | to | no | = | unmap |"),
        all -> all.replaceFirst("\\| E3 .*", "| E3 | kill | - || ok | running | = |"),
        all -> all.replaceFirst("range convert all answers", "range convert prefix answers")
            .replaceFirst("(?s)## The host's mappings of the whole.*?## A large", "## A large"),
        all -> all.replaceFirst(
            "reachable budget = 0 and", "reachable budget = 1 and phase = launch and not"));
    int broken = 0;
    for (UnaryOperator<String> slip : slips) {
      String changed = slip.apply(text);
      assertThat(changed).isNotEqualTo(text);
      Compilation compilation =
          Compiler.compile(List.of(new SourceFile("slip.folio", changed)), CompileOptions.USUAL);
      Policy system = compilation.policySet().policy("pages.two").orElseThrow();
      assertThat(system.sound()).as(changed).isTrue();
      List<Property> properties = about(compilation, system);
      WideJudge wide = new WideJudge(system, properties, Budget.usual());
      Judge judge = new Judge(Dense.of(system), 5_000_000);
      for (Property property : properties) {
        Judgement found = wide.judge(property);
        assertThat(said(found)).as(property.name()).isEqualTo(said(judge.judge(property)));
        for (Judgement.Failure failure : found.failures()) {
          broken++;
          failure.run().ifPresent(run -> assertIsRun(system, run));
        }
      }
    }

    assertThat(broken).isGreaterThan(3);
  }

  /** The interpreter can do what a run shows. */
  private static void assertIsRun(Policy system, Run run) {
    Interpreter interpreter = new Interpreter(system);
    assertThat(interpreter.initial(run.configuration())).isEqualTo(run.start().state());
    Run.Moment before = run.start();
    for (Run.Step step : run.steps()) {
      String told =
          interpreter.step(run.configuration(), before.state(), step.input()).toString();
      assertThat(told)
          .contains(step.reaction().row().spelled())
          .contains(step.reaction().answer());
      before = step.next();
    }
  }

  /** Where a bound ends the search, what was not looked at may keep a property or break it. */
  @Test
  void whatWasNotLookedAtIsNotJudged() throws IOException {
    Compilation compilation =
        Compiler.compile(List.of(source(PAGES)), CompileOptions.USUAL.withMostStates(50));

    assertThat(compilation.diagnostics()).anyMatch(each -> each.rule() == Rule.TOO_MANY_STATES);
    assertThat(compilation.diagnostics()).noneMatch(each -> each.rule().code().startsWith("P71"));
    // A state that was reached is reached, however little else was looked at.
    assertThat(compilation.properties())
        .isNotEmpty()
        .allMatch(each -> each.held()
            && (each.policies() == 0) != (each.property().claim() instanceof Claim.Reachable));
  }

  /** More pages, counted by hand of nothing but the product: pages that share nothing. */
  @Test
  void pagesThatShareNothingMultiply() {
    String text = """
        vocabulary v
        source note "a note"
        actor host
        var level : 0..4 = 0
        event up by host only when level < 4
        event down by host only when level > 0
        policy v.one of v
        table moving on up, down source note
        | row | event || answer | level'  |
        |-----|-------||--------|---------|
        | U   | up    || ok     | level+1 |
        | D   | down  || ok     | level-1 |
        system v.many of v extends v.one pages 6 source note
        property top
          reachable every p: level[p] = 4
        """;
    Compilation compilation =
        Compiler.compile(List.of(new SourceFile("v.folio", text)), CompileOptions.USUAL);
    Policy system = compilation.policySet().policy("v.many").orElseThrow();
    WideJudge wide = new WideJudge(system, about(compilation, system), Budget.usual());

    assertThat(wide.search().states()).isEqualTo(15_625);
    assertThat(wide.search().depth()).isEqualTo(24);
    assertThat(wide.judge(about(compilation, system).get(0))
            .witness()
            .orElseThrow()
            .steps())
        .hasSize(24);
  }
}
