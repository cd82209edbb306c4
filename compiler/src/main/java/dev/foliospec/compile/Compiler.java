package dev.foliospec.compile;

import dev.foliospec.check.CheckOptions;
import dev.foliospec.check.Checks;
import dev.foliospec.check.Explorations;
import dev.foliospec.check.Scenarios;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.PolicySet;
import dev.foliospec.resolve.Resolver;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.Parser;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.ArrayList;
import java.util.List;

/** From files to checked policies. */
public final class Compiler {
  private Compiler() {}

  /**
   * Compiles files that belong together, in the order given.
   *
   * <p>It always returns: whatever the files hold, what is wrong with them is among the findings.
   */
  public static Compilation compile(List<SourceFile> specs, CompileOptions options) {
    return compile(specs, List.of(), options);
  }

  /**
   * Compiles files and mails that quote policies.
   *
   * @param specs files, in order
   * @param mails mails, read after the files; see {@link Parser#parseQuoted}
   */
  public static Compilation compile(
      List<SourceFile> specs, List<SourceFile> mails, CompileOptions options) {
    Diagnostics found = new Diagnostics();
    List<FileSyntax> files = new ArrayList<>(Parser.parse(specs, found).files());
    for (SourceFile mail : mails) {
      files.add(Parser.parseQuoted(mail, found));
    }
    PolicySetSyntax written = new PolicySetSyntax(files);
    PolicySet meant = Resolver.resolve(written, found);
    CheckOptions asked =
        new CheckOptions(options.strict(), options.notes(), options.mostStates());
    Explorations explorations = Checks.inspect(meant, asked, found);
    new Scenarios().inspect(meant, found);
    return new Compilation(written, meant, explorations, found.inReadingOrder());
  }
}
