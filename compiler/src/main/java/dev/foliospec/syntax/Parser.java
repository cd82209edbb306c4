package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads specs into syntax trees.
 *
 * <p>It always returns: what cannot be read is reported and left out, and the rest of the file is
 * read all the same. Reports the rules {@code P001}, {@code P002}, {@code P009} and {@code P101} to
 * {@code P132}.
 */
public final class Parser {
  private Parser() {}

  /** Reads several files, in the order given. */
  public static PolicySetSyntax parse(List<SourceFile> sources, Diagnostics found) {
    List<FileSyntax> files = new ArrayList<>();
    sources.forEach(source -> files.add(parse(source, found)));
    return new PolicySetSyntax(files);
  }

  /** Reads one file. */
  public static FileSyntax parse(SourceFile source, Diagnostics found) {
    return ParseFile.read(source, source.text(), found);
  }

  /** Reads a policy that is quoted in mail; positions point into the mail as it is. */
  public static FileSyntax parseQuoted(SourceFile mail, Diagnostics found) {
    return ParseFile.read(mail, QuotedMail.unquoted(mail.text()), found);
  }
}
