package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecParser;
import dev.foliospec.source.SourceFile;
import java.util.List;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads one file: words, then constructs, then records; ANTLR's types do not leave it. */
final class ParseFile {
  /** The longest text that is read, in UTF-16 code units. */
  static final int LONGEST = 16 * 1024 * 1024;

  private ParseFile() {}

  /**
   * Reads a file.
   *
   * @param source the file to which spans point
   * @param text what is read, as long as the file's text
   * @param found where findings go
   */
  static FileSyntax read(SourceFile source, String text, Diagnostics found) {
    if (text.length() > LONGEST) {
      found.add(Diagnostic.of(Rule.FILE_TOO_LARGE, source.span(0, 0), "this file is over 16 MB")
          .withHelp("split it: each unit may be a file of its own"));
      return new FileSyntax(source, List.of(), List.of(), false);
    }
    int before = found.size();
    Words words = new Words(source, text, Tokens.read(text, source.path()), found, new Slips());
    Complaints complaints = new Complaints(words);
    complaints.asides();
    Documentation documentation = new Documentation(words);
    ExpressionBuilder expressions = new ExpressionBuilder(words);
    CellReader cells = new CellReader(words, expressions);
    RowReader rows = new RowReader(words, documentation, cells);
    UnitBuilder units = new UnitBuilder(
        words, documentation, rows, new DeclarationBuilder(words, documentation, rows, cells));
    List<UnitSyntax> built = units.units(constructs(words, complaints));
    List<CommentSyntax> comments = documentation.comments();
    return new FileSyntax(source, built, comments, !found.hasErrorsSince(before));
  }

  private static FoliospecParser.FileContext constructs(Words words, Complaints complaints) {
    FoliospecParser parser = new RowParser(words.tokens());
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(words, complaints));
    // The grammar needs no more than SLL: a test holds that no decision asks for full context.
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser.file();
  }
}
