package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecLexer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens of a text or of one cell: those that the parser sees as an array, comments and
 * documentation beside it.
 *
 * <p>The last token of the array is the end of the file.
 */
final class Tokens implements TokenStream {
  private final FoliospecLexer lexer;
  private final CommonToken[] visible;
  private final int start;
  private final int end;
  private final CommonToken last;
  private final List<Aside> asides;
  private int at;

  private Tokens(
      FoliospecLexer lexer, CommonToken[] visible, int start, int end, List<Aside> asides) {
    this.lexer = lexer;
    this.visible = visible;
    this.start = start;
    this.end = end;
    this.asides = asides;
    this.at = start;
    if (end < visible.length && visible[end].getType() == Token.EOF) {
      this.last = visible[end];
    } else {
      int offset = end > start ? visible[end - 1].getStopIndex() + 1 : 0;
      int index = end > start ? visible[end - 1].getTokenIndex() + 1 : end;
      this.last = new CommonToken(Token.EOF, "");
      last.setStartIndex(offset);
      last.setStopIndex(offset - 1);
      last.setTokenIndex(index);
      last.setLine(end > start ? visible[end - 1].getLine() : 1);
    }
  }

  /**
   * A token that the parser does not see but that is kept or reported: a comment, documentation, a
   * byte-order mark, a no-break space.
   *
   * @param token the token
   * @param next the index of the visible token after it
   * @param trailing whether a visible token stands before it on its line
   */
  record Aside(Token token, int next, boolean trailing) {}

  /** Reads a whole text. */
  static Tokens read(String text, String name) {
    FoliospecLexer lexer = new FoliospecLexer(new TextStream(text, name));
    lexer.removeErrorListeners();
    LineStarts lines = new LineStarts();
    CommonToken[] visible = new CommonToken[Math.max(16, text.length() / 4)];
    List<Aside> asides = new ArrayList<>();
    int count = 0;
    CommonToken token;
    do {
      token = (CommonToken) lexer.nextToken();
      lines.place(token);
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        if (count == visible.length) {
          visible = Arrays.copyOf(visible, count * 2);
        }
        token.setTokenIndex(count);
        visible[count++] = token;
      } else if (isKept(token.getType())) {
        asides.add(new Aside(token, count, !lines.atLineStart()));
      }
    } while (token.getType() != Token.EOF);
    return new Tokens(lexer, visible, 0, count - 1, asides);
  }

  private static boolean isKept(int type) {
    return type == FoliospecLexer.COMMENT
        || type == FoliospecLexer.DOC
        || type == FoliospecLexer.NO_BREAK_SPACE
        || type == FoliospecLexer.BYTE_ORDER_MARK;
  }

  /** A stretch of these tokens as a stream of its own. */
  static Tokens of(Cursor stretch, Tokens whole) {
    return new Tokens(whole.lexer, stretch.tokens(), stretch.position(), stretch.end(), List.of());
  }

  /** The tokens that the parser sees. */
  CommonToken[] visible() {
    return visible;
  }

  /** Comments and the like, in order. */
  List<Aside> asides() {
    return asides;
  }

  @Override
  public Token LT(int distance) {
    int wanted = distance > 0 ? at + distance - 1 : at + distance;
    if (wanted < start) {
      return last;
    }
    return wanted < end ? visible[wanted] : last;
  }

  @Override
  public int LA(int distance) {
    int wanted = distance > 0 ? at + distance - 1 : at + distance;
    return wanted < end && wanted >= start ? visible[wanted].getType() : Token.EOF;
  }

  @Override
  public void consume() {
    if (at < end) {
      at++;
    }
  }

  @Override
  public Token get(int index) {
    return index < end ? visible[index] : last;
  }

  @Override
  public TokenSource getTokenSource() {
    return lexer;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return end + 1;
  }

  @Override
  public String getSourceName() {
    return lexer.getSourceName();
  }

  @Override
  public String getText() {
    return getText(Interval.of(start, end - 1));
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int index = interval.a; index <= interval.b; index++) {
      text.append(get(index).getText());
    }
    return text.toString();
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token from, Token to) {
    return getText(Interval.of(from.getTokenIndex(), to.getTokenIndex()));
  }
}
