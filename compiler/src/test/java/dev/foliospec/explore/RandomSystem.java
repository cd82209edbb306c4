package dev.foliospec.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The text of a small system with rows, ranges and pages beside drawn at random. */
final class RandomSystem {
  private static final List<String> ERRORS = List.of("E1", "E2");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  private RandomSystem(long seed) {
    random = new Random(seed);
  }

  /** The same text for the same seed. */
  static String text(long seed) {
    return new RandomSystem(seed).write();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A slot that rows may ask, and its values. */
  private record Asked(String name, List<String> values) {}

  private static final Asked X = new Asked("x", List.of("a", "b"));
  private static final Asked Y = new Asked("y", List.of("0", "1", "2"));
  private static final Asked C = new Asked("c", List.of("0", "1", "2"));
  private static final Asked N = new Asked("n", List.of("no", "yes"));
  private static final Asked K = new Asked("k", List.of("a", "b"));
  private static final Asked G = new Asked("g", List.of("no", "yes"));
  private static final Asked F = new Asked("f", List.of("no", "yes"));
  private static final Asked REPLY = new Asked("reply", List.of("ok", "E1", "E2"));

  private String write() {
    text.append("""
        vocabulary v
        source note "a note"
        actor host
        type A = a | b
        var x : A = a
        var y : 0..2 = 0
        var c : 0..2 = 0
        flag f : no | yes
        chance n : no | yes = no
        event e(k: A) by host answers o: A
        event h by host only when y < 2
        event i by host
        effect p, q
        error E1, E2
        policy v.one of v source note
        """);
    List<String> events = List.of("e", "h", "i");
    for (String event : events) {
      List<Asked> slots = new ArrayList<>(List.of(X, Y, C, N, F));
      if (event.equals("e")) {
        slots.add(K);
      }
      table("t" + event, event, slots, false);
    }
    text.append("system v.many of v extends v.one pages ")
        .append(1 + random.nextInt(3))
        .append(" source note\n");
    if (chance(70)) {
      text.append("common c").append(chance(30) ? ", n" : "").append('\n');
    }
    for (String event : events) {
      boolean all = false;
      if (chance(75)) {
        String manner = one(List.of("all", "all", "prefix", "progress"));
        all = manner.equals("all");
        if (all && chance(25)) {
          text.append("whole ").append(event).append('\n');
        } else {
          text.append("range ").append(event).append(' ').append(manner);
          text.append(chance(60) ? " answers at_" + event : "").append('\n');
        }
      }
      boolean global = chance(30);
      if (global) {
        text.append("global g on ").append(event).append(" when every q: x[q] = a\n");
      }
      List<Asked> slots = new ArrayList<>(List.of(X, Y, N, REPLY));
      if (event.equals("e")) {
        slots.add(K);
      }
      if (global) {
        slots.add(G);
      }
      if (all && chance(60)) {
        table("r" + event, event + "_refused", slots, true);
      }
      if (chance(35)) {
        table("b" + event, event + "_beside", slots, true);
      }
      if (chance(25)) {
        text.append("refuse X%d %s on %s when some q: (y[q] = 2 and x[q] = a)%n"
            .formatted(rows++, one(ERRORS), event));
      }
    }
    return text.toString();
  }

  /** A table that asks some slots, each combination of their values in a row of its own. */
  private void table(String name, String event, List<Asked> slots, boolean told) {
    List<Asked> asked = new ArrayList<>();
    for (int at = 0; at < 1 + random.nextInt(3); at++) {
      Asked each = slots.get(random.nextInt(slots.size()));
      if (!asked.contains(each)) {
        asked.add(each);
      }
    }
    boolean shows = event.equals("e");
    text.append("table ").append(name).append(" on ").append(event).append("\n| row |");
    asked.forEach(each -> text.append(' ').append(each.name()).append(" |"));
    text.append("| answer |").append(shows ? " o |" : "").append(" x' | y' | c' | effects |\n");
    rows(asked, 0, "", shows, told);
  }

  private void rows(List<Asked> asked, int at, String cells, boolean shows, boolean told) {
    if (at < asked.size()) {
      for (String value : asked.get(at).values()) {
        rows(asked, at + 1, cells + " " + value + " |", shows, told);
      }
      return;
    }
    if (rows > 0 && chance(3)) {
      // A gap.
      return;
    }
    String answer = told
        ? "ok"
        : one(List.of("ok", "ok", "ok", "refuse E1", "fail E2", "refuse E2", "ok or E1"));
    boolean still = answer.startsWith("refuse");
    text.append("| R").append(rows++).append(" |").append(cells).append("| ").append(answer);
    text.append(
        shows ? answer.startsWith("ok") ? " | " + one(List.of("x", "a", "-")) : " | -" : "");
    text.append(" | ").append(still ? "=" : one(List.of("=", "=", "a", "b", "{a, b}")));
    text.append(" | ").append(still ? "=" : one(List.of("=", "=", "0", "1", "2")));
    text.append(" | ").append(still || chance(70) ? "=" : one(List.of("0", "1", "2")));
    text.append(" | ")
        .append(still ? "none" : one(List.of("none", "p", "q", "p, q")))
        .append(" |\n");
  }
}
