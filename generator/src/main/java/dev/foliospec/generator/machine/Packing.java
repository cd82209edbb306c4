package dev.foliospec.generator.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables of numbers as text: each number takes the same count of printable characters.
 *
 * <p>An array of a few thousand numbers does not compile, strings do. The digits are the 91
 * characters from {@code #} on, without the backslash.
 */
final class Packing {
  private static final int BASE = 91;

  /** The longest string constant. */
  private static final int LONGEST = 20_000;

  /** How much of a constant goes on one line. */
  private static final int LINE = 80;

  private Packing() {}

  /** How many characters each number takes. */
  static int width(int[] numbers) {
    int largest = 0;
    for (int number : numbers) {
      largest = Math.max(largest, number);
    }
    int width = 1;
    for (long limit = BASE; limit <= largest; limit *= BASE) {
      width++;
    }
    return width;
  }

  /** The text in constants of at most 20,000 characters, each in lines. */
  static List<List<String>> constants(int[] numbers, int width) {
    StringBuilder text = new StringBuilder(numbers.length * width);
    for (int number : numbers) {
      int scale = 1;
      for (int i = 1; i < width; i++) {
        scale *= BASE;
      }
      int rest = number;
      for (int i = 0; i < width; i++) {
        text.append(digit(rest / scale));
        rest %= scale;
        scale /= BASE;
      }
    }
    List<List<String>> constants = new ArrayList<>();
    int longest = LONGEST / width * width;
    for (int from = 0; from < text.length(); from += longest) {
      int to = Math.min(from + longest, text.length());
      List<String> lines = new ArrayList<>();
      for (int line = from; line < to; line += LINE) {
        lines.add(text.substring(line, Math.min(line + LINE, to)));
      }
      constants.add(lines);
    }
    return constants;
  }

  /** Lines in constants of at most 20,000 characters, with an end after each line but the last. */
  static List<List<String>> constants(List<String> lines) {
    List<List<String>> constants = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    int length = 0;
    for (int at = 0; at < lines.size(); at++) {
      String rest = lines.get(at) + (at < lines.size() - 1 ? "\n" : "");
      while (!rest.isEmpty()) {
        String part = rest.substring(0, Math.min(rest.length(), LONGEST));
        if (length + part.length() > LONGEST) {
          constants.add(constant);
          constant = new ArrayList<>();
          length = 0;
        }
        constant.add(part);
        length += part.length();
        rest = rest.substring(part.length());
      }
    }
    constants.add(constant);
    return constants;
  }

  private static char digit(int value) {
    int c = '#' + value;
    return (char) (c >= '\\' ? c + 1 : c);
  }
}
