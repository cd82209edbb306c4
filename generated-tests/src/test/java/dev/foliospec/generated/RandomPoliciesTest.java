package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.model.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Policies at random, generated and compiled: machine, packed form and monitor say what the
 * interpreter says at every point that can be reached.
 */
final class RandomPoliciesTest {
  private static final int POLICIES = 12;
  private static final List<String> VALUES = List.of("a", "b", "c", "d");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  RandomPoliciesTest() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("random policies: -Dseed=" + seed);
    this.random = new Random(seed);
  }

  @Test
  void machinesSayWhatTheInterpreterSays(@TempDir Path folder) throws Exception {
    text.append("""
        vocabulary r
        source S "made up"
        actor host
        type T = a | b | c | d
        map turned of T -> T = a: c; b: a; c: d; d: b
        var x : T = a
        var y : T = b
        var n : 0..3 = 0
        flag f : no | yes
        chance luck : no | yes = no
        error EAGAIN, EINVAL
        effect zap
        effect flush
        event one(p: T) by host answers sees: T
        event two by host answers sees: T
        event three by host
        """);
    for (int i = 0; i < POLICIES; i++) {
      policy(i);
    }
    Compilation compiled = Specs.of(text.toString());
    ClassLoader loader =
        Built.load(Built.generate(compiled.policySet(), Target.JAVA, Target.JAVA_TESTS), folder);
    Planner planner = new Planner(compiled.policySet(), Request.BASE_PACKAGE);
    assertThat(compiled.policySet().completePolicies()).hasSize(POLICIES);
    for (Policy policy : compiled.policySet().completePolicies()) {
      assertThat(GeneratedTests.failures(planner.policy(policy), loader))
          .as(policy.name())
          .isEmpty();
    }
  }

  private void policy(int number) {
    text.append("policy r.p").append(number).append(" of r\n");
    table("step s source S", "x", "y", "||", "effects", "n'");
    table("table one on one source S", "x", "y", "p", "f", "||", "answer", "sees", "x'", "n'");
    table("table two on two source S", "y", "n", "luck", "||", "answer", "sees", "x'", "y'");
    table("table three on three source S", "x", "f", "||", "answer", "y'", "effects");
  }

  /** Rows that together answer every point once: a random tree, a row for each of its leaves. */
  private void table(String head, String... columns) {
    text.append(head)
        .append("\n| row | ")
        .append(String.join(" | ", columns).replace("| || |", "||"));
    text.append(" |\n|--");
    List<String> asked = new ArrayList<>();
    for (String each : columns) {
      text.append(each.equals("||") ? "|" : "|--");
      if (asked.isEmpty() || !asked.contains("||")) {
        asked.add(each);
      }
    }
    text.append("|\n");
    asked.remove("||");
    Map<String, List<String>> cell = new LinkedHashMap<>();
    asked.forEach(each -> cell.put(each, values(each)));
    split(cell, columns, 4);
  }

  private static List<String> values(String column) {
    return switch (column) {
      case "f", "luck" -> List.of("no", "yes");
      case "n" -> List.of("0", "1", "2", "3");
      default -> VALUES;
    };
  }

  private void split(Map<String, List<String>> cell, String[] columns, int depth) {
    List<String> open = cell.keySet().stream()
        .filter(each -> cell.getOrDefault(each, List.of()).size() > 1)
        .toList();
    if (depth == 0 || open.isEmpty() || random.nextInt(6) == 0) {
      row(cell, columns);
      return;
    }
    String column = open.get(random.nextInt(open.size()));
    List<String> values = cell.getOrDefault(column, List.of());
    int at = 1 + random.nextInt(values.size() - 1);
    for (List<String> part : List.of(values.subList(0, at), values.subList(at, values.size()))) {
      Map<String, List<String>> narrower = new LinkedHashMap<>(cell);
      narrower.put(column, part);
      split(narrower, columns, depth - 1);
    }
  }

  private void row(Map<String, List<String>> cell, String[] columns) {
    text.append("| R").append(rows++);
    boolean step = columns[columns.length - 2].equals("effects");
    boolean refused = random.nextInt(5) == 0;
    for (String column : columns) {
      if (column.equals("||")) {
        text.append(" |");
        continue;
      }
      boolean first = text.charAt(text.length() - 1) == '|';
      text.append(first ? "| " : " | ")
          .append(
              cell.containsKey(column)
                  ? asked(column, cell.getOrDefault(column, List.of()))
                  : outcome(step && column.equals("effects") ? "step" : column, refused && !step));
    }
    text.append(" |\n");
  }

  private static String asked(String column, List<String> allowed) {
    if (allowed.size() == values(column).size()) {
      return "-";
    }
    return String.join(", ", allowed);
  }

  private String outcome(String column, boolean refused) {
    return switch (column) {
      case "answer" -> refused ? "refuse EAGAIN" : one("ok", "ok", "fail EINVAL");
      case "sees" -> refused ? "-" : one("x", "y", "x'", "a", "turned(x)", "-");
      case "x'" -> refused ? "=" : one("=", "y", "b", "turned(x)", "d");
      case "y'" -> refused ? "=" : one("=", "x", "c", "turned(y)");
      case "n'" -> refused ? "=" : one("=", "0", "1", "2", "3");
      case "step" -> one("zap", "flush", "none");
      default -> refused ? "none" : one("zap", "flush, do s", "do s", "none");
    };
  }

  private String one(String... all) {
    return all[random.nextInt(all.length)];
  }
}
