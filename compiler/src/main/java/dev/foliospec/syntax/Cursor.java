package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecLexer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A stretch of tokens, read from left to right: one cell, or one clause of a card. */
final class Cursor {
  /** By token type: whether the token may be a name. */
  private static final boolean[] NAMES =
      new boolean[FoliospecLexer.VOCABULARY.getMaxTokenType() + 1];

  static {
    NAMES[FoliospecLexer.WORD] = true;
    for (int type = FoliospecLexer.ANSWERS; type <= FoliospecLexer.WHERE; type++) {
      NAMES[type] = true;
    }
    for (int type : new int[] {
      FoliospecLexer.INNER_POLICY,
      FoliospecLexer.INNER_VAR,
      FoliospecLexer.INNER_SOURCE,
      FoliospecLexer.INNER_EXCEPT,
      FoliospecLexer.INNER_AFTER,
      FoliospecLexer.INNER_WHEN
    }) {
      NAMES[type] = true;
    }
  }

  private final CommonToken[] tokens;
  private final int start;
  private final int end;
  private int at;

  /**
   * The tokens from one index up to, not including, another.
   *
   * @param tokens what the indices count
   * @param start the first
   * @param end just past the last
   */
  Cursor(CommonToken[] tokens, int start, int end) {
    this.tokens = tokens;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  /** Whether a token of this type may be a name. */
  static boolean isName(int type) {
    return type > 0 && type < NAMES.length && NAMES[type];
  }

  /** Whether a token of this type may be a name or a number. */
  static boolean isValue(int type) {
    return type == FoliospecLexer.NUMBER || isName(type);
  }

  CommonToken[] tokens() {
    return tokens;
  }

  int position() {
    return at;
  }

  int end() {
    return end;
  }

  /** How many tokens the stretch has in all. */
  int length() {
    return end - start;
  }

  boolean isEmpty() {
    return start == end;
  }

  boolean isDone() {
    return at == end;
  }

  /** The type of the token to be read next, {@link Token#EOF} at the end. */
  int type() {
    return at < end ? tokens[at].getType() : Token.EOF;
  }

  /** The type of the token that many places after the one to be read next. */
  int typeAt(int distance) {
    return at + distance < end ? tokens[at + distance].getType() : Token.EOF;
  }

  /** Whether exactly one token is left, of this type. */
  boolean isOnly(int type) {
    return at + 1 == end && tokens[at].getType() == type;
  }

  /** The token to be read next. */
  CommonToken peek() {
    return tokens[at];
  }

  /** Reads a token. */
  CommonToken next() {
    return tokens[at++];
  }

  /** Reads a token of this type, if it is the next one. */
  boolean take(int type) {
    if (type() == type) {
      at++;
      return true;
    }
    return false;
  }

  /** The first token of the stretch. */
  CommonToken first() {
    return tokens[start];
  }

  /** The last token of the stretch. */
  CommonToken last() {
    return tokens[end - 1];
  }

  /** Of a blank cell: the offsets just after the bar before it and of the one that ends it. */
  int[] gap() {
    return new int[] {tokens[start - 1].getStopIndex() + 1, tokens[end].getStartIndex()};
  }

  /** The same stretch, to be read from its start. */
  Cursor again() {
    return new Cursor(tokens, start, end);
  }

  /** A part of the stretch, by the indices that {@link #position()} gives. */
  Cursor part(int from, int to) {
    return new Cursor(tokens, from, to);
  }
}
