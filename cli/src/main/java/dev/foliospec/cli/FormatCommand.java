package dev.foliospec.cli;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.Formatter;
import dev.foliospec.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** Gives specs their canonical layout. */
final class FormatCommand implements Command {
  @Override
  public String name() {
    return "format";
  }

  @Override
  public List<String> forms() {
    return List.of("[PATH...]");
  }

  @Override
  public String summary() {
    return "give specs their canonical layout; `-` goes from standard input to standard output";
  }

  @Override
  public List<Option> options() {
    return List.of(CommandOptions.CHECK);
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    List<String> paths = arguments.operands();
    if (paths.contains("-")) {
      if (paths.size() > 1) {
        throw Failure.usage("`-` stands alone");
      }
      return standardInput(arguments, shell);
    }
    int code = ExitCode.FINE;
    for (Map.Entry<Path, SpecFile> each :
        SpecFolder.named(shell, arguments.specs(), paths).entrySet()) {
      SpecFile spec = each.getValue();
      Optional<String> formatted = formatted(spec, arguments, shell);
      if (formatted.isEmpty()) {
        code = ExitCode.FINDINGS;
      } else if (!formatted.get().equals(spec.source().text())) {
        shell.out().line(Visible.line(spec.source().path()));
        if (arguments.has(CommandOptions.CHECK)) {
          code = ExitCode.FINDINGS;
        } else {
          write(each.getKey(), spec, formatted.get());
        }
      }
    }
    return code;
  }

  private static int standardInput(Arguments arguments, Shell shell) throws Failure {
    SpecFile spec = SpecFolder.standardInput(shell);
    Optional<String> formatted = formatted(spec, arguments, shell);
    if (formatted.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    if (arguments.has(CommandOptions.CHECK)) {
      return formatted.get().equals(spec.source().text()) ? ExitCode.FINE : ExitCode.FINDINGS;
    }
    shell.out().print(formatted.get());
    return ExitCode.FINE;
  }

  /** The canonical text; empty where the file cannot be read, which standard error then says. */
  private static Optional<String> formatted(SpecFile spec, Arguments arguments, Shell shell) {
    Diagnostics found = new Diagnostics();
    spec.found().ifPresent(found::add);
    FileSyntax written = Parser.parse(spec.source(), found);
    if (spec.found().isEmpty() && written.intact()) {
      return Optional.of(Formatter.format(written));
    }
    List<Diagnostic> errors = new ArrayList<>(found.inReadingOrder());
    errors.removeIf(each -> each.severity() != Severity.ERROR);
    boolean colour = Workspace.colour(shell, arguments);
    shell.err().print(new TextRenderer(colour).render(errors));
    return Optional.empty();
  }

  private static void write(Path path, SpecFile spec, String text) throws Failure {
    try {
      WholeFile.write(path.toRealPath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Failure.writing("`" + spec.source().path() + "`", e);
    }
  }
}
