package dev.foliospec.cli;

import dev.foliospec.diagnostic.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.cli.Option;

/** Shows a diagnostic's page. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public List<String> forms() {
    return List.of("CODE");
  }

  @Override
  public String summary() {
    return "what a diagnostic means";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    List<String> operands = arguments.operands();
    if (operands.size() != 1) {
      throw Failure.usage("name the CODE of a diagnostic");
    }
    shell.out().print(page(operands.get(0)));
    return ExitCode.FINE;
  }

  private static String page(String code) throws Failure {
    Rule rule =
        Rule.of(code).orElseThrow(() -> Failure.usage("there is no diagnostic `" + code + "`"));
    String name = "diagnostics/" + rule.code() + ".md";
    try (InputStream in = ExplainCommand.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no page " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failure.reading("the page of `" + rule.code() + "`", e);
    }
  }
}
