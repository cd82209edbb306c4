package dev.foliospec.refine;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Small policies at random, and contracts that leave open what these decide by what is their own, with a
 * slip here and there. About half of the policies refine their contract.
 */
final class RandomContracts {
  private static final String VOCABULARY = """
      vocabulary v
      source S "made up"
      actor host
      actor guest
      type Arg = a | b
      type Seen = x | y | w matches any
      var s : 0..2 = 0
      flag sf : no | yes
      chance sc : no | yes = no
      trait t : no | yes
      event ask(p: Arg) by host answers sees: Seen
      event tell by guest answers sees: Seen
      event turn by guest answers sees: Seen only when s > 0
      event tick by host SILENT
      effect q
      effect r
      error E1, E2
      observer half sees answers of host
      observer inner sees answers of host, guest; effects; state

      """;

  private static final List<String> EVENTS = List.of("ask", "tell", "turn", "tick");

  private final Random random;
  private final boolean silent;

  /** What a row does, cell by cell. */
  private record Deed(String answer, String sees, String s, String effects) {}

  /** A row of the policy: its conditions by column, and what it does. */
  private record Row(Map<String, String> conditions, Deed deed) {}

  RandomContracts(long seed) {
    random = new Random(seed);
    silent = random.nextInt(3) == 0;
  }

  boolean silent() {
    return silent;
  }

  /** A policy {@code v.p} and a contract {@code v.c}. */
  PolicySet made() {
    return compiled(text());
  }

  String text() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (String event : EVENTS) {
      List<Row> ofEvent = new ArrayList<>();
      for (String argument : event.equals("ask") ? List.of("a", "b") : List.of("-")) {
        for (int s = 0; s < 3; s++) {
          for (int m = 0; m < 2; m++) {
            split(argument, s, m, ofEvent);
          }
        }
      }
      rows.put(event, ofEvent);
    }
    String lacked = random.nextInt(6) == 0 ? EVENTS.get(random.nextInt(4)) : "";
    String lackedByContract = random.nextInt(6) == 0 ? EVENTS.get(random.nextInt(4)) : "";
    return VOCABULARY.replace("SILENT", silent ? "silent" : "")
        + policy(rows, lacked)
        + contract(rows, lackedByContract);
  }

  static PolicySet compiled(String text) {
    return Compiler.compile(List.of(new SourceFile("random.folio", text)), CompileOptions.USUAL)
        .policySet();
  }

  static Policy of(PolicySet set, String name) {
    Policy policy = set.policy(name).orElseThrow();
    if (!policy.sound()) {
      throw new IllegalStateException("what was made at random cannot be read");
    }
    return policy;
  }

  // --- The policy ---

  private void split(String argument, int s, int m, List<Row> into) {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("p", argument);
    conditions.put("s", Integer.toString(s));
    conditions.put("m", Integer.toString(m));
    if (random.nextInt(3) > 0) {
      into.add(new Row(conditions, deed(false)));
      return;
    }
    String column = List.of("sf", "pf", "sc", "pc", "t").get(random.nextInt(5));
    for (String value : List.of("no", "yes")) {
      Map<String, String> more = new LinkedHashMap<>(conditions);
      more.put(column, value);
      into.add(new Row(more, deed(false)));
    }
  }

  private Deed deed(boolean wide) {
    int kind = random.nextInt(wide ? 20 : 16);
    String sees = List.of("x", "x", "y", "w", "any", "{x, y}", "-").get(random.nextInt(7));
    String s = random.nextInt(3) == 0 ? "=" : Integer.toString(random.nextInt(3));
    String effects = List.of("none", "none", "q", "r").get(random.nextInt(4));
    if (kind < 10) {
      return new Deed("ok", sees, s, effects);
    }
    return switch (kind) {
      case 10, 11 -> new Deed("refuse E1", "-", "=", "none");
      case 12 -> new Deed("refuse E2", "-", "=", "none");
      case 13, 14 -> new Deed("fail E2", "-", s.equals("=") ? "{0, 1}" : s, effects);
      case 15 -> new Deed("forbid", "-", "-", "-");
      case 16, 17 -> new Deed("ok or E1", sees, s, effects);
      default -> new Deed("any", sees, s, effects);
    };
  }

  private String policy(Map<String, List<Row>> rows, String lacked) {
    StringBuilder text = new StringBuilder("policy v.p of v source S\n");
    text.append("var m : 0..1 = 0\nflag pf : no | yes\nchance pc : no | yes = no\n");
    text.append("trait t = ").append(random.nextBoolean() ? "no / yes" : "no").append('\n');
    if (random.nextInt(4) == 0) {
      text.append("flag sf = yes because \"so\"\n");
    }
    lacks(lacked, text);
    int id = 0;
    for (Map.Entry<String, List<Row>> each : rows.entrySet()) {
      if (!each.getKey().equals(lacked)) {
        text.append('\n');
        List<String> columns = columns(each.getKey(), List.of("m", "sf", "pf", "sc", "pc", "t"));
        head(each.getKey(), columns, "m", text);
        for (Row row : each.getValue()) {
          String next = random.nextBoolean() ? "=" : Integer.toString(random.nextInt(2));
          line("P" + ++id, row.conditions(), columns, row.deed(), next, each.getKey(), text);
        }
      }
    }
    return text.append('\n').toString();
  }

  private static List<String> columns(String event, List<String> own) {
    List<String> columns = new ArrayList<>(event.equals("ask") ? List.of("p", "s") : List.of("s"));
    columns.addAll(own);
    return columns;
  }

  private static void lacks(String lacked, StringBuilder text) {
    if (!lacked.isEmpty()) {
      text.append("lacks ").append(lacked).append(" because \"so\" source S\n");
    }
  }

  private static void head(String event, List<String> columns, String own, StringBuilder text) {
    text.append("table of_").append(event).append(" on ").append(event).append('\n');
    text.append("| row | ").append(String.join(" | ", columns)).append(" || answer | ");
    text.append(event.equals("tick") ? "" : "sees | ");
    text.append("s' | ").append(own).append("' | effects |\n");
  }

  private static void line(
      String id,
      Map<String, String> conditions,
      List<String> columns,
      Deed deed,
      String own,
      String event,
      StringBuilder text) {
    text.append("| ").append(id).append(" | ");
    for (String column : columns) {
      text.append(conditions.getOrDefault(column, "-")).append(" | ");
    }
    boolean stays = deed.answer().startsWith("refuse");
    boolean forbids = deed.answer().equals("forbid");
    text.setLength(text.length() - 1);
    text.append("| ").append(deed.answer()).append(" | ");
    text.append(event.equals("tick") ? "" : deed.sees() + " | ");
    text.append(deed.s()).append(" | ");
    text.append(forbids ? "-" : stays ? "=" : own).append(" | ");
    text.append(deed.effects()).append(" |\n");
  }

  // --- Its contract ---

  private String contract(Map<String, List<Row>> rows, String lacked) {
    StringBuilder text = new StringBuilder("policy v.c of v source S\n");
    text.append("var n : 0..1 = 0\nflag cf : no | yes\nchance cc : no | yes = no\n");
    text.append("trait t = ").append(random.nextInt(3) > 0 ? "no / yes" : "no").append('\n');
    if (random.nextInt(8) == 0) {
      text.append("flag sf = yes because \"so\"\n");
    }
    lacks(lacked, text);
    int id = 0;
    int careless = random.nextInt(3) == 0 ? 2 : 0;
    for (Map.Entry<String, List<Row>> each : rows.entrySet()) {
      if (each.getKey().equals(lacked)) {
        continue;
      }
      text.append('\n');
      List<String> columns = columns(each.getKey(), List.of("n", "sf", "cf", "sc", "cc", "t"));
      head(each.getKey(), columns, "n", text);
      for (Map.Entry<Map<String, String>, List<Deed>> point :
          points(each.getValue()).entrySet()) {
        List<Deed> deeds = slipped(point.getValue(), careless);
        id = choices(id, each.getKey(), point.getKey(), columns, deeds, text);
      }
    }
    return text.toString();
  }

  /** What a policy may do, by what the contract knows: all that the rest decides is left open. */
  private static Map<Map<String, String>, List<Deed>> points(List<Row> rows) {
    Map<Map<String, String>, List<Deed>> points = new LinkedHashMap<>();
    for (Row row : rows) {
      Map<String, String> plain = new LinkedHashMap<>();
      plain.put("p", row.conditions().get("p"));
      plain.put("s", row.conditions().get("s"));
      for (String column : List.of("sf", "sc", "t")) {
        if (row.conditions().containsKey(column) && "0".equals(row.conditions().get("m"))) {
          plain.put(column, row.conditions().get(column));
        }
      }
      points.computeIfAbsent(plain, none -> new ArrayList<>()).add(row.deed());
    }
    return split(points);
  }

  /** Where some rows are split by what the contract knows, what is not split belongs to both. */
  private static Map<Map<String, String>, List<Deed>> split(
      Map<Map<String, String>, List<Deed>> points) {
    Map<Map<String, String>, List<Deed>> split = new LinkedHashMap<>();
    points.forEach((point, deeds) -> {
      boolean wide = true;
      for (Map.Entry<Map<String, String>, List<Deed>> other : points.entrySet()) {
        if (other.getKey().size() > point.size()
            && other.getKey().entrySet().containsAll(point.entrySet())) {
          wide = false;
          split.computeIfAbsent(other.getKey(), none -> new ArrayList<>()).addAll(deeds);
        }
      }
      if (wide) {
        split.computeIfAbsent(point, none -> new ArrayList<>()).addAll(deeds);
      }
    });
    return split;
  }

  private List<Deed> slipped(List<Deed> deeds, int careless) {
    List<Deed> slipped = new ArrayList<>();
    for (Deed deed : deeds) {
      int chance = random.nextInt(60);
      if (chance < careless) {
        slipped.add(deed(true));
      } else if (chance >= 3 * careless && chance < 15 && deed.answer().equals("ok")) {
        slipped.add(new Deed("ok", random.nextBoolean() ? "w" : "any", deed.s(), deed.effects()));
      } else if (chance >= 15 && chance < 18) {
        slipped.add(new Deed("any", "any", "{0, 1, 2}", deed.effects().replace('-', 'q')));
      } else if (chance >= 3 * careless || deeds.size() == 1) {
        slipped.add(deed);
      }
    }
    return slipped.isEmpty() ? deeds : slipped;
  }

  /** One row and its alternatives, or the contract's own flag, chance or variable to choose by. */
  private int choices(
      int before,
      String event,
      Map<String, String> point,
      List<String> columns,
      List<Deed> deeds,
      StringBuilder text) {
    int id = before;
    List<Deed> rest = new ArrayList<>(deeds);
    boolean forbids = rest.removeIf(each -> each.answer().equals("forbid"));
    if (forbids && (rest.isEmpty() || random.nextInt(30) > 0)) {
      rest = List.of(new Deed("forbid", "-", "-", "-"));
    }
    String own = List.of("cf", "cc", "n", "-").get(random.nextInt(4));
    if (rest.size() > 1 && !own.equals("-")) {
      boolean parted = random.nextInt(4) == 0;
      Map<String, String> conditions = new LinkedHashMap<>(point);
      List<String> values = own.equals("n") ? List.of("0", "1") : List.of("no", "yes");
      for (int at = 0; at < 2; at++) {
        conditions.put(own, values.get(at));
        List<Deed> some = own.equals("cc") || (own.equals("cf") && parted)
            ? rest.subList(at * (rest.size() / 2), at == 0 ? rest.size() / 2 : rest.size())
            : rest;
        id = alternatives(id, event, conditions, columns, some, text);
      }
      return id;
    }
    return alternatives(id, event, point, columns, rest, text);
  }

  private int alternatives(
      int before,
      String event,
      Map<String, String> conditions,
      List<String> columns,
      List<Deed> deeds,
      StringBuilder text) {
    int main = before + 1;
    int id = before;
    for (Deed deed : deeds) {
      id++;
      boolean first = id == main;
      line(
          first ? "C" + id : "C" + id + " or C" + main,
          first ? conditions : Map.of(),
          columns,
          deed,
          random.nextInt(3) > 0 ? "=" : "{0, 1}",
          event,
          text);
    }
    return id;
  }
}
