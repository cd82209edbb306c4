package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.foliospec.compile.Compilation;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.export.Form;
import dev.foliospec.generator.export.Show;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spec whose names and texts try to break out of every form goes through all of them unharmed. */
final class HostileSpecTest {
  private static final Compilation HOSTILE = hostile();
  private static final Policy POLICY = HOSTILE.policySet().policy("hostile.new").orElseThrow();

  private static Compilation hostile() {
    try (InputStream file = HostileSpecTest.class.getResourceAsStream("hostile.folio")) {
      String text = new String(
          Objects.requireNonNull(file, "hostile.folio").readAllBytes(), StandardCharsets.UTF_8);
      return Specs.compile(
          List.of(new SourceFile("specs/*/ $T \\u000a @x <b> \u202e%s.folio", text)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<GeneratedFile> made(Target... targets) {
    return Built.generate(HOSTILE.policySet(), targets);
  }

  @Test
  void javaCompilesAndItsTestsPass(@TempDir Path folder) throws Exception {
    ClassLoader loader = Built.load(made(Target.JAVA, Target.JAVA_TESTS), folder);
    Planner planner = new Planner(HOSTILE.policySet(), Request.BASE_PACKAGE);
    assertThat(GeneratedTests.failures(planner.policy(POLICY), loader)).isEmpty();
    assertThat(folder.resolve("classes")).isDirectoryRecursivelyContaining("glob:**.class");
    assertThat(folder.resolve("classes"))
        .isDirectoryNotContaining(path -> path.getFileName().toString().contains("Evil"));
  }

  @Test
  void nothingUnseenLeavesTheTool() {
    for (GeneratedFile each : made(Target.values())) {
      assertPlain(each.path(), each.text());
      assertThat(each.path()).matches("[A-Za-z0-9_./-]+");
    }
    for (Form form : Form.values()) {
      assertPlain(form.word(), Show.policy(POLICY, form, Optional.empty()));
      assertPlain(form.word(), Show.traits(List.of(POLICY), form));
    }
  }

  /** No control but the line end, nothing that turns the direction of reading. */
  private static void assertPlain(String name, String text) {
    assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).as(name).isEmpty();
    assertThat(text).as(name).doesNotContain("\u202e", "\u2066", "\u0085");
  }

  @Test
  void jsonIsJson() throws IOException {
    assertJson(Show.policy(POLICY, Form.JSON, Optional.empty()));
    for (GeneratedFile each : made(Target.VECTORS)) {
      for (String line : each.text().split("\n")) {
        assertJson(line);
      }
    }
  }

  private static void assertJson(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      int tokens = 0;
      while (parser.nextToken() != null) {
        tokens++;
      }
      assertThat(tokens).isGreaterThan(2);
    }
  }

  @Test
  void markupIsText() {
    assertThat(Show.policy(POLICY, Form.MARKDOWN, Optional.empty()))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;");
    assertThat(Show.policy(POLICY, Form.RST, Optional.empty())).doesNotContain(".. raw::");
    String columns = Show.policy(POLICY, Form.CSV, Optional.empty());
    for (String line : columns.split("\n")) {
      assertThat(line.chars().filter(c -> c == '"').count() % 2).as(line).isZero();
    }
    for (GeneratedFile each : made(Target.MERMAID, Target.DOT)) {
      assertThat(each.text()).doesNotContain("<script>").doesNotContain("Evil");
    }
  }

  @Test
  void everyLineOfADotGraphEndsItsStrings() {
    for (GeneratedFile each : made(Target.DOT)) {
      for (String line : each.text().split("\n")) {
        String plain = line.replace("\\\\", "").replace("\\\"", "");
        assertThat(plain.chars().filter(c -> c == '"').count() % 2).as(line).isZero();
      }
    }
  }

  /** What the spec says stands in comments, and nothing after them. */
  @Test
  void noTextOfTheSpecIsTlaButInComments() {
    List<GeneratedFile> files = made(Target.TLA);
    assertThat(files).isNotEmpty();
    for (GeneratedFile each : files) {
      for (String line : each.text().split("\n")) {
        String code = line.startsWith("\\* ") ? "" : line.replaceAll("  \\\\\\* .*$", "");
        assertThat(code).doesNotContain("Evil", "script", "{@", "*/");
        assertThat(code.chars().filter(c -> c == '"').count() % 2).as(line).isZero();
      }
    }
  }
}
