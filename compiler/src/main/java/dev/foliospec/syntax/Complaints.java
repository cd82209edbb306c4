package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** What is said where the writing breaks off: slips with a message of their own, and all others. */
final class Complaints {
  private static final int SHOWN = 30;

  private final Words words;
  private boolean saidStrange;

  Complaints(Words words) {
    this.words = words;
  }

  /**
   * Says that something else was expected than a token.
   *
   * @param found the token, perhaps the end of the file
   * @param expected what was expected, such as {@code an event}
   * @param help the shape of the construct, if that helps
   */
  void unexpected(Token found, String expected, Optional<String> help) {
    if (slip(found)) {
      return;
    }
    Token before = before(found);
    if (!isOnLaterLine(before, found)) {
      notHere(found, expected, help);
      return;
    }
    int end = before.getStopIndex() + 1;
    boolean keyword = isClause(found) || opensContinuedLine(found);
    Diagnostic said = Diagnostic.of(
        keyword ? Rule.MISPLACED_CLAUSE : Rule.SYNTAX,
        words.source().span(end, end),
        "expected " + expected + " after " + quoted(before));
    if (keyword) {
      said = said.withRelated(words.at(found), quoted(found) + " starts a line of its own here")
          .withHelp("join the two lines, or name it otherwise");
    } else {
      said = help.map(said::withHelp).orElse(said);
    }
    words.found().add(said);
  }

  /** Says at a token, wherever the one before it stands, that something else was expected. */
  void notHere(Token found, String expected, Optional<String> help) {
    if (slip(found)) {
      return;
    }
    Diagnostic said = Diagnostic.of(
        Rule.SYNTAX, words.at(found), "expected " + expected + ", not " + quoted(found));
    words.found().add(help.map(said::withHelp).orElse(said));
  }

  /** Reports a token that is wrong wherever it stands; false if it is not one. */
  boolean slip(Token found) {
    return switch (found.getType()) {
      case FoliospecLexer.DOUBLE_EQUALS -> doubleEquals(found);
      case FoliospecLexer.OPEN_STRING -> openString(found);
      case FoliospecLexer.JUNK -> junk(found);
      default -> false;
    };
  }

  private boolean doubleEquals(Token found) {
    words.found().add(doubleEquals(words.at(found)));
    return true;
  }

  /** That `==` is C's sign. */
  static Diagnostic doubleEquals(Span at) {
    return Diagnostic.of(Rule.DOUBLE_EQUALS, at, "`==` is not a comparison")
        .withFix("write `=`", new Edit(at, "="));
  }

  private boolean openString(Token found) {
    Span at = words.at(found);
    words
        .found()
        .add(Diagnostic.of(Rule.UNTERMINATED_STRING, at, "this text has no closing quote")
            .withHelp("end it with `\"` on the same line"));
    return true;
  }

  private boolean junk(Token found) {
    String text = words.of(found);
    Span at = words.at(found);
    int quote = indexOfQuote(text, 0);
    if (text.equals("(")) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.TOO_DEEP,
                  at,
                  "parentheses are nested more than " + LineStarts.DEEPEST + " deep")
              .withHelp("name a part of the condition with `define`"));
    } else if (quote >= 0) {
      smartQuote(at, quote);
    } else if (isNumberLike(text)) {
      words
          .found()
          .add(Diagnostic.of(Rule.STRANGE_CHARACTER, at, quoted(found) + " is not a name")
              .withNote("a name has at least one letter, a number has digits only"));
    } else {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.STRANGE_CHARACTER, at, quoted(found) + " means nothing in the language")
              .withHelp("remove it, or put the text that it belongs to in quotes"));
    }
    return true;
  }

  private void smartQuote(Span junk, int quote) {
    String text = words.text();
    int opening = junk.start() + quote;
    int lineEnd = text.indexOf('\n', opening);
    String line = text.substring(opening, lineEnd < 0 ? text.length() : lineEnd);
    Span at = words.source().span(opening, opening + 1);
    Diagnostic said = Diagnostic.of(
        Rule.SMART_QUOTE, at, "`" + line.charAt(0) + "` is a typographic quotation mark");
    int closing = indexOfQuote(line, 1);
    words
        .found()
        .add(
            closing < 0
                ? said.withHelp("write `\"`")
                : said.withFix(
                    "write `\"`",
                    new Edit(
                        words.source().span(opening, opening + closing + 1),
                        "\"" + line.substring(1, closing) + "\"")));
  }

  private static int indexOfQuote(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if ("\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNumberLike(String text) {
    return text.chars().allMatch(c -> c == '_' || (c >= '0' && c <= '9'));
  }

  /** Says that a word at the start of a line is nearly a keyword. */
  void misspelt(Token found, String keyword) {
    Span at = words.at(found);
    words
        .found()
        .add(Diagnostic.of(
                Rule.MISSPELT_KEYWORD, at, "no declaration or clause starts with " + quoted(found))
            .withFix("did you mean `" + keyword + "`?", new Edit(at, keyword)));
  }

  /** Says that a line goes on with the row above it. */
  void wrappedRow(Token found) {
    Span lineEnd = words.source().span(before(found).getStartIndex(), found.getStartIndex());
    words
        .found()
        .add(Diagnostic.of(
                Rule.MAIL_WRAPPED_ROW, words.at(found), "the row above goes on without a `|`")
            .withNote("a row is one line; mail programs wrap long ones")
            .withFix("join it to the line above", new Edit(lineEnd, " ")));
  }

  /** Says that rows or clauses stand where no construct holds them. */
  void orphan(Token found) {
    boolean row = found.getType() == FoliospecLexer.ROW;
    words
        .found()
        .add(Diagnostic.of(
                row ? Rule.SYNTAX : Rule.MISPLACED_CLAUSE,
                words.at(found),
                row
                    ? "this row belongs to no table"
                    : "no construct above has a clause " + quoted(found))
            .withHelp(
                row
                    ? "put a head such as `table NAME on EVENT` before it"
                    : "move it below the head that it belongs to, or name it otherwise"));
  }

  /** Reports what is odd about bytes rather than words. */
  void asides() {
    List<Span> noBreaks = new ArrayList<>();
    for (Tokens.Aside aside : words.tokens().asides()) {
      Token token = aside.token();
      if (token.getType() == FoliospecLexer.BYTE_ORDER_MARK) {
        byteOrderMark(token);
      } else if (token.getType() == FoliospecLexer.NO_BREAK_SPACE) {
        noBreaks.add(words.at(token));
      }
    }
    if (!noBreaks.isEmpty()) {
      Diagnostic said =
          Diagnostic.of(Rule.STRANGE_CHARACTER, noBreaks.get(0), "this space is a no-break space");
      if (noBreaks.size() > 1) {
        said = said.withNote("there are " + noBreaks.size() + " stretches of them in this file");
      }
      for (Span at : noBreaks) {
        said = said.withFix("write plain spaces", new Edit(at, " ".repeat(at.end() - at.start())));
      }
      words.found().add(said);
    }
  }

  private void byteOrderMark(Token token) {
    if (saidStrange) {
      return;
    }
    saidStrange = true;
    Span at = words.at(token);
    words
        .found()
        .add(Diagnostic.of(Rule.BYTE_ORDER_MARK, at, "the file has a byte-order mark")
            .withFix("save it as UTF-8 without one", new Edit(at, "")));
  }

  private Token before(Token found) {
    int index = found.getTokenIndex() - 1;
    return index >= 0 ? words.tokens().visible()[index] : found;
  }

  private boolean isOnLaterLine(Token before, Token found) {
    return before != found
        && (found.getType() == Token.EOF
            || found.getType() == FoliospecLexer.EOL
            || before.getLine() < found.getLine());
  }

  /** Whether a keyword stands first on a line that goes on with the one above. */
  boolean opensContinuedLine(Token found) {
    int next = found.getTokenIndex() + 1;
    return LineStarts.isKeyword(found.getType())
        && before(found).getType() == FoliospecLexer.COMMA
        && next < words.tokens().visible().length
        && !Cursor.isName(words.tokens().visible()[next].getType());
  }

  private static boolean isClause(Token found) {
    return found.getType() >= FoliospecLexer.FOR && found.getType() <= FoliospecLexer.WHY;
  }

  /** A token as messages quote it. */
  String quoted(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the file";
    }
    if (token.getType() == FoliospecLexer.EOL) {
      return "the end of the line";
    }
    String text = words.of(token);
    return "`" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "`";
  }
}
