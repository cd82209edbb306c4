package dev.foliospec.benchmarks;

/**
 * The policy that the front end is measured on: events of 25 rows each, all over the same four
 * variables, so that rows grow while states do not.
 */
final class BenchPolicy {
  private static final int ROWS_AN_EVENT = 25;

  private BenchPolicy() {}

  /** A vocabulary and one policy with a table for each event. */
  static String manyTables(int rows) {
    StringBuilder text = vocabulary(rows / ROWS_AN_EVENT);
    for (int event = 0; event < rows / ROWS_AN_EVENT; event++) {
      text.append("\ntable t").append(event).append(" on e").append(event).append('\n');
      text.append("| row | a | b | c | d || answer | seen | a' | b' | c' | effects |\n");
      for (int row = 0; row < ROWS_AN_EVENT; row++) {
        row(text, event, row, "");
      }
    }
    return text.toString();
  }

  /** The same behaviour written as a single table with a column for the event. */
  static String oneTable(int rows) {
    int events = rows / ROWS_AN_EVENT;
    StringBuilder text = vocabulary(events);
    text.append("\ntable all on e0");
    for (int event = 1; event < events; event++) {
      text.append(", e").append(event);
    }
    text.append("\n| row | event | a | b | c | d || answer | seen | a' | b' | c' | effects |\n");
    for (int event = 0; event < events; event++) {
      for (int row = 0; row < ROWS_AN_EVENT; row++) {
        row(text, event, row, "e" + event + " | ");
      }
    }
    return text.toString();
  }

  private static StringBuilder vocabulary(int events) {
    StringBuilder text =
        new StringBuilder("vocabulary bench\n\nsource s \"made up\"\nactor host\n");
    text.append("var a : a0 | a1 | a2 | a3 | a4 = a0\nvar b : b0 | b1 | b2 | b3 | b4 = b0\n");
    text.append("var c : 0..1 = 0\nvar d : no | yes = no\neffect zero, flush\nerror EAGAIN\n");
    for (int event = 0; event < events; event++) {
      text.append("event e").append(event).append(" by host answers seen: no | yes\n");
    }
    return text.append("\npolicy bench.one of bench source s\n");
  }

  private static void row(StringBuilder text, int event, int row, String eventCell) {
    int a = row / 5;
    int b = row % 5;
    text.append("| R").append(event).append('_').append(row).append(" | ").append(eventCell);
    text.append('a').append(a).append(" | b").append(b).append(" | - | - || ");
    if ((event + row) % 7 == 3) {
      text.append("refuse EAGAIN | - | = | = | = | none |\n");
      return;
    }
    text.append("ok | d | a").append((a + event + row) % 5).append(" | b");
    text.append((b + event * 3 + 1) % 5).append(" | ").append(row % 2).append(" | ");
    text.append(row % 3 == 0 ? "zero, flush" : "none").append(" |\n");
  }
}
