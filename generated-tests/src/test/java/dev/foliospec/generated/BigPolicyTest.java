package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.explore.Dense;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.model.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies much larger than those shipped still become code that compiles and tests that pass. */
final class BigPolicyTest {
  private static final String HEAD = """
      vocabulary big
      source S "made up"
      actor host
      error EAGAIN
      effect zap
      effect flush
      """;

  /** Thousands of rows: an enumeration of them is near what one class can start. */
  @Test
  void thousandsOfRows(@TempDir Path folder) throws Exception {
    Random random = new Random(20_241_008);
    StringBuilder text = new StringBuilder(HEAD);
    text.append("var a : 0..7 = 0\nvar b : 0..9 = 0\nvar c : 0..9 = 0\n");
    for (String event : List.of("one", "two", "three")) {
      text.append("event ").append(event).append(" by host answers sees: 0..9\n");
    }
    text.append("event step by host\npolicy big.rows of big\n");
    for (String event : List.of("one", "two", "three")) {
      text.append("table ").append(event).append(" on ").append(event).append(" source S\n");
      text.append("| row | a | b | c || answer | sees | a' | b' | c' | effects |\n");
      text.append("|--|--|--|--||--|--|--|--|--|--|\n");
      for (int row = 0; row < 800; row++) {
        text.append("| ").append(event).append(row).append(" | ").append(row / 100);
        text.append(" | ").append(row / 10 % 10).append(" | ").append(row % 10).append(" || ");
        if (random.nextInt(8) == 0) {
          text.append("refuse EAGAIN | - | = | = | = | none |\n");
        } else {
          int next = event.equals("one") ? (row + 1) % 800 : random.nextInt(800);
          text.append("ok | ").append(random.nextInt(10)).append(" | ").append(next / 100);
          text.append(" | ").append(next / 10 % 10).append(" | ").append(next % 10);
          text.append(" | ").append(random.nextBoolean() ? "zap" : "flush, zap").append(" |\n");
        }
      }
    }
    // The rows that refuse would cut the ring of states in pieces.
    text.append("table step on step source S\n");
    text.append("| row | a | b | c || answer | a' | b' | c' |\n|--|--|--|--||--|--|--|--|\n");
    text.append("| S1 | - | - | <9 || ok | = | = | c+1 |\n");
    text.append("| S2 | - | <9 | 9 || ok | = | b+1 | 0 |\n");
    text.append("| S3 | <7 | 9 | 9 || ok | a+1 | 0 | 0 |\n");
    text.append("| S4 | >6 | 9 | 9 || ok | 0 | 0 | 0 |\n");
    run(text.toString(), 800, folder);
  }

  /** Thousands of states, each input a few dozen values. */
  @Test
  void thousandsOfStates(@TempDir Path folder) throws Exception {
    run(wide(7, false), 2_401, folder);
  }

  /** Hundreds of thousands of transitions, since most inputs may lead to several states. */
  @Test
  void manyAnswersAtEachPoint(@TempDir Path folder) throws Exception {
    run(wide(5, true), 625, folder);
  }

  /** Steps that ask about different variables: their cases multiply, so there is only a monitor. */
  @Test
  void rowsWithTooManyCases(@TempDir Path folder) throws Exception {
    StringBuilder text = new StringBuilder(HEAD);
    StringBuilder tables = new StringBuilder("policy big.steps of big\n");
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      text.append("var v%1$d : no | yes = no\nevent flip%1$d by host\n".formatted(i));
      tables.append("""
          step s%1$d source S
          | row | v%1$d || v%1$d' | effects |
          |--|--||--|--|
          | P%1$d | no || yes | zap |
          | Q%1$d | yes || = | flush |
          table flip%1$d on flip%1$d source S
          | row | v%1$d || answer | v%1$d' |
          |--|--||--|--|
          | X%1$d | no || ok | yes |
          | Y%1$d | yes || ok | no |
          """.formatted(i));
      calls.append(i > 0 ? ", " : "").append("do s").append(i);
    }
    text.append("event all by host\n").append(tables);
    text.append("table all on all source S\n| row | v0 || answer | effects |\n|--|--||--|--|\n");
    text.append("| A | - || ok | ").append(calls).append(" |\n");
    List<GeneratedFile> files = run(text.toString(), 2_048, folder);
    assertThat(files).noneMatch(each -> each.path().endsWith("Machine.java"));
    assertThat(files).anyMatch(each -> each.path().endsWith("Monitor.java"));
  }

  private static String wide(int values, boolean open) {
    StringBuilder text = new StringBuilder(HEAD);
    String range = "0.." + (values - 1);
    List<String> names = List.of("a", "b", "c", "d");
    names.forEach(
        each -> text.append("var ").append(each).append(" : ").append(range).append(" = 0\n"));
    for (String each : names) {
      text.append("event set_").append(each).append("(to: ").append(range);
      text.append(") by host answers sees: ").append(range).append('\n');
    }
    text.append("policy big.wide of big\n");
    StringBuilder any = new StringBuilder("{to");
    for (int value = 0; value < values; value++) {
      any.append(", ").append(value);
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String shown = names.get((i + 1) % names.size());
      text.append("table set_").append(name).append(" on set_").append(name).append(" source S\n");
      text.append("| row | ").append(name).append(" || answer | sees | ").append(name);
      text.append("' | effects |\n|--|--||--|--|--|--|\n| ").append(name).append("1 | <");
      text.append(values - 1).append(" || ok | ").append(shown).append(" | ");
      text.append(open ? any + "}" : "to").append(" | zap |\n| ").append(name).append("2 | ");
      text.append(values - 1).append(" || fail EAGAIN | - | 0 | none |\n");
    }
    return text.toString();
  }

  private static List<GeneratedFile> run(String text, int states, Path folder) throws Exception {
    Compilation compiled = Specs.of(text);
    Policy policy = compiled.policySet().completePolicies().get(0);
    assertThat(Dense.of(policy).states()).isEqualTo(states);
    List<GeneratedFile> files =
        Built.generate(compiled.policySet(), Target.JAVA, Target.JAVA_TESTS);
    // What a person or a version control system still opens.
    assertThat(files).allMatch(each -> each.text().length() < 8_000_000);
    ClassLoader loader = Built.load(files, folder);
    PolicyPlan plan = new Planner(compiled.policySet(), Request.BASE_PACKAGE).policy(policy);
    assertThat(GeneratedTests.failures(plan, loader)).isEmpty();
    return files;
  }
}
