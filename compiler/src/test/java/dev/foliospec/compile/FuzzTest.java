package dev.foliospec.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.render.GithubRenderer;
import dev.foliospec.diagnostic.render.JsonRenderer;
import dev.foliospec.diagnostic.render.SarifRenderer;
import dev.foliospec.diagnostic.render.ShortRenderer;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.diagnostic.render.Totals;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever the front door is given, it returns, in bounded time, with findings that every renderer
 * can write. A run is repeated by its seed: {@code -Dfuzz.seed=N}, made longer by {@code
 * -Dfuzz.rounds=N}.
 */
class FuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20_241_008L);
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 150);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final CompileOptions OPTIONS =
      CompileOptions.USUAL.withStrict(true).withNotes(true).withMostStates(2_000);

  private static final List<String> WORDS = List.of(
      "vocabulary",
      "policy",
      "abstract",
      "policies",
      "scenarios",
      "source",
      "actor",
      "type",
      "set",
      "map",
      "var",
      "hidden",
      "ghost",
      "flag",
      "trait",
      "chance",
      "init",
      "event",
      "effect",
      "error",
      "define",
      "observer",
      "step",
      "table",
      "override",
      "delete",
      "lacks",
      "property",
      "scenario",
      "row",
      "for",
      "except",
      "always",
      "never",
      "after",
      "reachable",
      "from",
      "with",
      "when",
      "answer",
      "sets",
      "does",
      "why",
      "of",
      "on",
      "by",
      "extends",
      "refines",
      "checks",
      "where",
      "before",
      "splits",
      "replaces",
      "base",
      "any",
      "none",
      "ok",
      "refuse",
      "fail",
      "forbid",
      "pass",
      "otherwise",
      "do",
      "in",
      "not",
      "and",
      "or",
      "implies",
      "=",
      "!=",
      "==",
      "<",
      "<=",
      ">",
      ">=",
      "-",
      "->",
      "+1",
      "..",
      "(",
      ")",
      "{",
      "}",
      "[",
      "]",
      ",",
      ";",
      ":",
      "|",
      "||",
      "\"",
      "\"x\"",
      "#",
      "##",
      "'",
      "K",
      "page",
      "attr",
      "shared",
      "private",
      "convert",
      "touch",
      "to",
      "no / yes",
      "0..2",
      "x",
      "\n",
      "\n| ",
      " |\n",
      "\u00a0",
      "\u201c",
      "\ufeff",
      "\t",
      "\r\n",
      "\u202e",
      "\ud800",
      "0",
      "4097",
      "99999999999999999999",
      "v8.tdx",
      "*",
      "K#x",
      "matches any",
      "symmetric");

  /** What a text is compiled to; every renderer must be able to say it. */
  private static List<Diagnostic> compiled(String text) {
    List<Diagnostic> found = Compiler.compile(
            List.of(
                new SourceFile("fuzz.folio", text),
                new SourceFile("page.folio", Shelf.vocabulary())),
            OPTIONS)
        .diagnostics();
    List<Diagnostic> some = found.subList(0, Math.min(50, found.size()));
    new TextRenderer(true).render(some);
    new ShortRenderer().render(some);
    new GithubRenderer().render(some);
    new JsonRenderer().render(some, new Totals(0, 0, Map.of(), 0, 0));
    new SarifRenderer("1").render(some);
    return found;
  }

  private static void survives(String what, String text) {
    try {
      Assertions.assertTimeoutPreemptively(LONGEST, () -> compiled(text));
    } catch (Throwable e) {
      String shown = text.length() > 4_000 ? text.substring(0, 4_000) + "..." : text;
      throw new AssertionError(what + " was not survived:\n" + shown, e);
    }
  }

  private static List<String> specs() throws IOException {
    List<String> specs = new ArrayList<>();
    for (Path folder : List.of(Path.of("..", "specs"), Path.of("src", "test", "corpus"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(path -> path.toString().endsWith(".folio"))
            .sorted()
            .map(Shelf::text)
            .forEach(specs::add);
      }
    }
    assertThat(specs).hasSizeGreaterThan(50);
    return specs;
  }

  @Test
  void randomBytes() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS / 4; round++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      survives(
          "round " + round + " of seed " + SEED,
          new String(
              bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void randomWords() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "policy p of page\n" : "");
      for (int left = random.nextInt(200); left > 0; left--) {
        text.append(pick(WORDS, random)).append(random.nextInt(6) == 0 ? "\n" : " ");
      }
      survives("round " + round + " of seed " + SEED, text.toString());
    }
  }

  @Test
  void mutatedSpecs() throws IOException {
    Random random = new Random(SEED + 2);
    List<String> specs = specs();
    for (int round = 0; round < ROUNDS; round++) {
      String text = pick(specs, random);
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        text = mutated(text, pick(specs, random), random);
      }
      survives("round " + round + " of seed " + SEED, text);
    }
  }

  private static String mutated(String text, String other, Random random) {
    if (text.isEmpty()) {
      return other;
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, at) + pick(WORDS, random) + text.substring(at);
      case 3 -> text.substring(0, at) + pick(WORDS, random) + text.substring(end);
      case 4 -> {
        lines.remove(line);
        yield String.join("\n", lines);
      }
      case 5 -> {
        lines.add(random.nextInt(lines.size()), lines.get(line));
        yield String.join("\n", lines);
      }
      case 6 -> {
        String moved = lines.remove(random.nextInt(lines.size()));
        lines.add(Math.min(line, lines.size()), moved);
        yield String.join("\n", lines);
      }
      case 7 -> swappedCell(text, other, random);
      default -> text.substring(0, at) + other.substring(random.nextInt(other.length() + 1));
    };
  }

  /** One cell of a table, put in the place of another. */
  private static String swappedCell(String text, String other, Random random) {
    String[] from = other.split("\\|", -1);
    String[] cells = text.split("\\|", -1);
    cells[random.nextInt(cells.length)] = from[random.nextInt(from.length)];
    return String.join("|", cells);
  }

  @Test
  void truncatedSpecs() throws IOException {
    String spec = Shelf.text(Path.of("..", "specs", "rfc2024", "common.folio"));
    int step = Math.max(1, spec.length() * 4 / ROUNDS);
    for (int end = 0; end < spec.length(); end += step) {
      survives("the first " + end + " characters of common.folio", spec.substring(0, end));
    }
  }

  @TestFactory
  Stream<DynamicTest> hugeAndDeep() {
    String head = "policy demo of page\nlacks touch because \"x\" source K\n";
    String table = "\ntable conversion on convert source K\n";
    String rows =
        "| row | to || answer | attr' |\n| C1 | =attr || ok | = |\n| C2 | !=attr || ok | to |\n";
    Map<String, String> texts = Map.ofEntries(
        Map.entry("a megabyte of pipes", "| ".repeat(500_000)),
        Map.entry("a megabyte of dividers", head + table + "||".repeat(500_000)),
        Map.entry("a megabyte of quotes", head + "\"".repeat(1_000_000)),
        Map.entry("a megabyte of hashes", "#".repeat(1_000_000)),
        Map.entry("a name of a megabyte", "policy " + "a".repeat(1_000_000) + " of page"),
        Map.entry("a dotted name of a megabyte", "policy " + "a.".repeat(500_000) + "a of page"),
        Map.entry("empty lines", "\n".repeat(1_000_000)),
        Map.entry("open parentheses", head + "define d = " + "(".repeat(200_000)),
        Map.entry("closing parentheses", head + "define d = " + ")".repeat(200_000)),
        Map.entry(
            "deep parentheses in a cell",
            head + table + "| row | when || answer |\n| C1 | " + "(".repeat(100_000) + "attr = to"
                + ")".repeat(100_000) + " || ok |\n"),
        Map.entry("many nots", head + "define d = " + "not ".repeat(100_000) + "attr = shared"),
        Map.entry(
            "many ands", head + "define d = attr = shared" + " and attr = shared".repeat(50_000)),
        Map.entry(
            "many implications",
            head + "define d = attr = shared" + " implies attr = shared".repeat(50_000)),
        Map.entry("many units", "policy p of page\n".repeat(3_000)),
        Map.entry("many columns", head + table + wide(3_000)),
        Map.entry("many rows", head + table + tall(3_000)),
        Map.entry("rows that continue", head + table + rows + "|  | || | , |\n".repeat(3_000)),
        Map.entry("a chain of definitions", head + chain(3_000) + table + rows),
        Map.entry(
            "a chain of policies",
            bases(400) + head.replace("page\n", "page extends b399\n") + table + rows),
        Map.entry(
            "steps that double",
            head
                + doubling(60)
                + table
                + rows.replace(
                        "attr' |\n| C1 | =attr || ok | = |",
                        "attr' | effects |\n| C1 | =attr || ok | = | none |")
                    .replace("ok | to |", "ok | to | do s60 |")),
        Map.entry("new values in a chain", head + primed(1_000)),
        Map.entry("many variables", head + variables(300) + table + rows));
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each ->
            DynamicTest.dynamicTest(each.getKey(), () -> survives(each.getKey(), each.getValue())));
  }

  private static String wide(int columns) {
    return "| row |" + " to |".repeat(columns) + "| answer |\n| C1 |" + " - |".repeat(columns)
        + "| ok |\n";
  }

  private static String tall(int rows) {
    StringBuilder text = new StringBuilder("| row | to || answer | attr' |\n");
    for (int row = 0; row < rows; row++) {
      text.append("| C").append(row).append(" | - || ok | to |\n");
    }
    return text.toString();
  }

  private static String chain(int length) {
    StringBuilder text = new StringBuilder("define d0 = attr = shared\n");
    for (int at = 1; at < length; at++) {
      text.append(String.format(Locale.ROOT, "define d%d = d%d and d%d%n", at, at - 1, at - 1));
    }
    return text.toString();
  }

  private static String bases(int length) {
    StringBuilder text = new StringBuilder("abstract policy b0 of page\n");
    for (int at = 1; at < length; at++) {
      text.append(
          String.format(Locale.ROOT, "abstract policy b%d of page extends b%d%n", at, at - 1));
    }
    return text.toString();
  }

  private static String doubling(int length) {
    StringBuilder text =
        new StringBuilder("step s0 source K\n| row | attr || mapped' |\n| S0 | - || no |\n");
    for (int at = 1; at <= length; at++) {
      text.append(String.format(
          Locale.ROOT,
          "step s%d source K\n| row | attr || effects |\n| S%d | - || do s%d, do s%d |%n",
          at,
          at,
          at - 1,
          at - 1));
    }
    return text.toString();
  }

  private static String primed(int length) {
    StringBuilder text = new StringBuilder();
    StringBuilder heading =
        new StringBuilder("\ntable conversion on convert source K\n| row | to || answer |");
    StringBuilder row = new StringBuilder("| C1 | - || ok |");
    for (int at = 0; at < length; at++) {
      text.append("var x").append(at).append(" : no | yes = no\n");
      heading.append(" x").append(at).append("' |");
      row.append(" x").append(at + 1).append("' |");
    }
    return text + "var x" + length + " : no | yes = no\n" + heading + "\n" + row + "\n";
  }

  private static String variables(int count) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < count; at++) {
      text.append("var y").append(at).append(" : 0..4000 = 0\n");
    }
    return text.toString();
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
