package dev.foliospec.cli;

import java.util.OptionalLong;

/** Amounts of memory as users write them: {@code 512m}, {@code 2g}, {@code 1048576}. */
final class MemorySize {
  private static final String UNITS = "kmgt";

  private MemorySize() {}

  /** The bytes that a text means: a whole number from 1, perhaps with a unit of 1,024 steps. */
  static OptionalLong bytes(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    int unit = UNITS.indexOf(Character.toLowerCase(text.charAt(text.length() - 1)));
    String digits = unit < 0 ? text : text.substring(0, text.length() - 1);
    if (digits.isEmpty() || digits.length() > 12) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int at = 0; at < digits.length(); at++) {
      char digit = digits.charAt(at);
      if (digit < '0' || digit > '9') {
        return OptionalLong.empty();
      }
      number = number * 10 + digit - '0';
    }
    int shift = 10 * (unit + 1);
    return number == 0 || number > Long.MAX_VALUE >> shift
        ? OptionalLong.empty()
        : OptionalLong.of(number << shift);
  }
}
