package dev.foliospec.generator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
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
import org.junit.jupiter.api.Test;

class VectorsTest {
  private static final Pattern TEST =
      Pattern.compile("\\{\"id\":\"([^\"]+)\",\"row\":\"([^\"]+)\".*\"row\":\"([^\"]+)\"}]}");

  private static Policy overridden() throws IOException {
    Path input = Path.of("src", "test", "corpus", "export", "overridden", "input.folio");
    String text = Files.readString(input, StandardCharsets.UTF_8);
    return Compiler.compile(List.of(new SourceFile("input.folio", text)), CompileOptions.USUAL)
        .policySet()
        .policy("p.loud")
        .orElseThrow();
  }

  @Test
  void everyRowThatCanAnswerAloneIsTestedAtTheEndOfItsTests() throws IOException {
    Dense dense = Dense.of(overridden());
    Set<String> answering = new TreeSet<>();
    for (Reaction each : dense.reactions()) {
      answering.add(each.row().id());
    }
    List<String> lines = Vectors.write(dense).lines().toList();
    Set<String> ids = new TreeSet<>();
    Set<String> tested = new TreeSet<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher test = TEST.matcher(line);
      assertThat(test.matches()).as(line).isTrue();
      assertThat(test.group(3)).as(line).isEqualTo(test.group(2));
      ids.add(test.group(1));
      tested.add(test.group(2));
    }

    assertThat(lines.get(0)).contains("\"tests\":" + (lines.size() - 1) + ",");
    assertThat(ids).hasSize(lines.size() - 1);
    // K1 and K1b are alternatives; R1 answers an event that nobody can send.
    answering.removeAll(Set.of("K1", "K1b", "R1"));
    assertThat(tested).isEqualTo(answering);
    assertThat(lines.get(0)).contains("leave their answer open: K1, K1b");
  }

  @Test
  void everyConfigurationHasItsTests() throws IOException {
    List<String> heads = new ArrayList<>();
    for (String line : Vectors.write(Dense.of(overridden())).lines().toList()) {
      if (line.contains("\"row\":\"P4\",\"variant\"")) {
        heads.add(line.substring(line.indexOf("[rings"), line.indexOf(",\"hinge\"")));
      }
    }

    assertThat(heads)
        .containsExactly(
            "[rings=yes]\",\"flags\":{\"alarm\":\"no\"",
            "[rings=yes]\",\"flags\":{\"alarm\":\"yes\"",
            "[rings=no]\",\"flags\":{\"alarm\":\"no\"",
            "[rings=no]\",\"flags\":{\"alarm\":\"yes\"");
  }
}
