package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecLexer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells keywords from names, and rows from other lines, by what stands first on a line.
 *
 * <p>Tokens are shown to it in the order of the text; it changes their types as the lexer grammar
 * announces. Parentheses deeper than {@link #DEEPEST} are made strange, so that nothing recurses
 * without bound.
 */
final class LineStarts {
  /** How deep parentheses may be nested. */
  static final int DEEPEST = 200;

  /** By token type: what a keyword is when it is not the first word of its line. */
  private static final int[] INSIDE = new int[FoliospecLexer.VOCABULARY.getMaxTokenType() + 1];

  /** By token type: whether lines that start with a bar go on with a declaration of this kind. */
  private static final boolean[] TYPED =
      new boolean[FoliospecLexer.VOCABULARY.getMaxTokenType() + 1];

  static {
    for (int type = FoliospecLexer.VOCABULARY_UNIT; type <= FoliospecLexer.WHY; type++) {
      INSIDE[type] = FoliospecLexer.WORD;
    }
    INSIDE[FoliospecLexer.POLICY] = FoliospecLexer.INNER_POLICY;
    INSIDE[FoliospecLexer.VAR] = FoliospecLexer.INNER_VAR;
    INSIDE[FoliospecLexer.SOURCE] = FoliospecLexer.INNER_SOURCE;
    INSIDE[FoliospecLexer.EXCEPT] = FoliospecLexer.INNER_EXCEPT;
    INSIDE[FoliospecLexer.AFTER] = FoliospecLexer.INNER_AFTER;
    INSIDE[FoliospecLexer.WHEN] = FoliospecLexer.INNER_WHEN;
    for (int type : new int[] {
      FoliospecLexer.TYPE,
      FoliospecLexer.VAR,
      FoliospecLexer.HIDDEN_VAR,
      FoliospecLexer.GHOST,
      FoliospecLexer.FLAG,
      FoliospecLexer.TRAIT,
      FoliospecLexer.CHANCE,
      FoliospecLexer.EVENT
    }) {
      TYPED[type] = true;
    }
  }

  private boolean atLineStart = true;
  private boolean inRow;
  private boolean goesOnWithType;
  private int depth;
  private int previous = Token.EOF;

  /** Whether nothing but space and comments has been seen on the present line. */
  boolean atLineStart() {
    return atLineStart;
  }

  /** Whether a type is a keyword that starts a declaration, a unit or a clause. */
  static boolean isKeyword(int type) {
    return type >= FoliospecLexer.VOCABULARY_UNIT && type <= FoliospecLexer.WHY;
  }

  /** Gives the next token of the text the type and channel that its place asks for. */
  void place(CommonToken token) {
    int type = token.getType();
    if (type == FoliospecLexer.NEWLINE) {
      if (inRow) {
        token.setType(FoliospecLexer.EOL);
        token.setChannel(Token.DEFAULT_CHANNEL);
        inRow = false;
      }
      atLineStart = true;
    } else if (token.getChannel() == Token.DEFAULT_CHANNEL && type != Token.EOF) {
      if (atLineStart) {
        placeFirst(token, type);
        atLineStart = false;
      } else if (isKeyword(type)) {
        token.setType(INSIDE[type]);
      } else {
        nest(token, type);
      }
      previous = type;
    }
  }

  private void placeFirst(CommonToken token, int type) {
    if (type == FoliospecLexer.BAR || type == FoliospecLexer.DIVIDER) {
      if (!goesOnWithType) {
        token.setType(FoliospecLexer.ROW);
        inRow = true;
        depth = 0;
      }
    } else if (isKeyword(type)) {
      goesOnWithType = TYPED[type];
      depth = 0;
    } else if (type == FoliospecLexer.WORD && !expectsMore(previous)) {
      // A line out of place, such as a misspelt `table`, whose rows are no types.
      goesOnWithType = false;
    } else {
      nest(token, type);
    }
  }

  /** Whether a line that ends in a token of this type goes on in the next. */
  static boolean expectsMore(int type) {
    return (type >= FoliospecLexer.AND && type <= FoliospecLexer.WHERE)
        || (type >= FoliospecLexer.DIVIDER && type <= FoliospecLexer.LEFT_BRACE);
  }

  private void nest(CommonToken token, int type) {
    if (type == FoliospecLexer.LEFT_PARENTHESIS) {
      if (++depth > DEEPEST) {
        token.setType(FoliospecLexer.JUNK);
      }
    } else if (type == FoliospecLexer.RIGHT_PARENTHESIS) {
      depth = Math.max(0, depth - 1);
    } else if (type == FoliospecLexer.BAR || type == FoliospecLexer.DIVIDER) {
      depth = 0;
    }
  }
}
