package dev.foliospec.syntax;

import java.util.BitSet;

/** Where reading a file broke off, by token, so that what hangs on a mistake is not reported too. */
final class Slips {
  private final BitSet tokens = new BitSet();
  private int count;

  /** Marks the token at which a mistake was reported. */
  void mark(int token) {
    tokens.set(token);
    count++;
  }

  /** How many mistakes were reported. */
  int count() {
    return count;
  }

  /** Whether a mistake was reported at a token from the first up to and including the last. */
  boolean isBetween(int first, int last) {
    int next = tokens.nextSetBit(first);
    return next >= 0 && next <= last;
  }

  /** The last token at or before another at which a mistake was reported; -1 if there is none. */
  int lastUpTo(int token) {
    return tokens.previousSetBit(token);
  }
}
