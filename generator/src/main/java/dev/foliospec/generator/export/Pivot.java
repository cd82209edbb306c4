package dev.foliospec.generator.export;

import dev.foliospec.model.Cell;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Policies side by side, one a column. */
final class Pivot {
  /** How much room the names of policies get before what they say. */
  private static final int WIDEST_NAMES = 24;

  private Pivot() {}

  /** A line for each trait that any of the policies sets. */
  static Sheet traits(List<Policy> policies) {
    Set<String> traits = new LinkedHashSet<>();
    for (Policy policy : policies) {
      policy.vocabulary().traits().forEach(each -> traits.add(each.name()));
    }
    traits.removeIf(
        trait -> policies.stream().allMatch(policy -> setting(policy, trait).isEmpty()));
    return sheet("traits", "trait", List.copyOf(traits), policies);
  }

  /** One line. */
  static Sheet trait(List<Policy> policies, String trait) {
    return sheet("trait " + trait, "trait", List.of(trait), policies);
  }

  private static Sheet sheet(
      String title, String first, List<String> traits, List<Policy> policies) {
    List<List<String>> lines = new ArrayList<>();
    for (String trait : traits) {
      List<String> line = new ArrayList<>(List.of(trait));
      for (Policy policy : policies) {
        line.add(setting(policy, trait).map(Wording::alternatives).orElse("-"));
      }
      lines.add(line);
    }
    return new Sheet(title, "", headings(List.of(first), policies), 1, lines);
  }

  private static Optional<TraitSetting> setting(Policy policy, String trait) {
    return policy.traits().stream()
        .filter(each -> each.trait().name().equals(trait))
        .findFirst();
  }

  /**
   * A line for each row that answers an event in any of the policies: its conditions, and what each
   * policy does where it has the row, in its own reading of traits.
   */
  static Sheet event(List<Policy> policies, String event) {
    Map<RowId, Transition> rows = new LinkedHashMap<>();
    for (Policy policy : policies) {
      for (Transition row : rows(policy, event)) {
        rows.putIfAbsent(row.id(), row);
      }
    }
    List<List<String>> lines = new ArrayList<>();
    for (Transition row : rows.values()) {
      List<String> when = new ArrayList<>(Cards.when(row));
      when.removeIf(each -> each.equals("event = " + event));
      List<String> line = new ArrayList<>();
      line.add(row.id().id());
      line.add(when.isEmpty() ? "-" : String.join(", ", when));
      for (Policy policy : policies) {
        line.add(said(policy, event, row.id()));
      }
      lines.add(line);
    }
    if (lines.isEmpty()) {
      List<String> line = new ArrayList<>(List.of("-", "-"));
      policies.forEach(policy -> line.add(policy.event(event).isEmpty() ? "lacks" : "-"));
      lines.add(line);
    }
    return new Sheet("event " + event, "", headings(List.of("row", "when"), policies), 2, lines);
  }

  private static List<Transition> rows(Policy policy, String event) {
    List<Transition> rows = new ArrayList<>();
    Optional<Event> known = policy.event(event);
    if (known.isPresent()) {
      for (Table table : policy.tables()) {
        if (table.kind() != Table.Kind.STEP && table.on(known.get())) {
          table.rows().stream().filter(row -> row.answers(known.get())).forEach(rows::add);
        }
      }
    }
    return rows;
  }

  /** What a policy makes of a row: {@code ok; attr' = to; zap_stage2}. */
  private static String said(Policy policy, String event, RowId id) {
    if (policy.event(event).isEmpty()) {
      return "lacks";
    }
    Optional<Transition> row = policy.row(id);
    return row.isEmpty() ? "-" : said(policy, row.get());
  }

  private static String said(Policy policy, Transition row) {
    List<String> parts = new ArrayList<>();
    for (Cell cell : Columns.cells(row)) {
      String heading = cell.heading();
      if (!cell.outcome() || Set.of("source", "status", "why", "effects").contains(heading)) {
        continue;
      }
      if (heading.equals("answer")) {
        parts.add(0, cell.text());
      } else if (!cell.text().equals("-") && !cell.text().equals("=")) {
        parts.add(heading + " = " + cell.text());
      }
    }
    List<String> effects = new ArrayList<>();
    for (EffectItem item : row.outcome().effects()) {
      effects.add(effect(policy, item));
    }
    if (!effects.isEmpty()) {
      parts.add(String.join(", ", effects));
    }
    for (RowId winner : row.splitBy()) {
      parts.add("not where " + winner.id());
    }
    return String.join("; ", parts);
  }

  private static String effect(Policy policy, EffectItem item) {
    if (item instanceof EffectItem.Do does) {
      return does.effect().name();
    }
    if (item instanceof EffectItem.Call call) {
      return "do " + call.step();
    }
    String trait = ((EffectItem.FromTrait) item).trait().name();
    return trait
        + setting(policy, trait)
            .map(each -> " (" + Wording.alternatives(each) + ")")
            .orElse("");
  }

  /** Short names where they tell the policies apart. */
  private static List<String> headings(List<String> first, List<Policy> policies) {
    List<String> headings = new ArrayList<>(first);
    long different = policies.stream().map(Policy::shortName).distinct().count();
    for (Policy policy : policies) {
      headings.add(different == policies.size() ? policy.shortName() : policy.name());
    }
    return headings;
  }

  /** In text a table where it has room, else a block for each line of it. */
  static String write(Sheet sheet, Form form) {
    return switch (form) {
      case JSON -> PolicyJson.write(sheet);
      case CSV -> Rendering.csv(sheet);
      case MARKDOWN, RST -> Rendering.sheet(form, sheet);
      case TEXT -> text(sheet, Show.TEXT_WIDTH, false);
      case MAIL -> text(sheet, Show.MAIL_WIDTH, false);
      case CARDS -> text(sheet, Show.TEXT_WIDTH, true);
    };
  }

  private static String text(Sheet sheet, int width, boolean apart) {
    if (!apart && Rendering.width(sheet) <= width) {
      return sheet.title() + "\n" + Rendering.aligned(sheet);
    }
    Wrapping wrapping = new Wrapping(width);
    StringBuilder text = new StringBuilder();
    List<Map<String, List<String>>> blocks = new ArrayList<>();
    int longest = 0;
    for (List<String> line : sheet.rows()) {
      Map<String, List<String>> whose = whose(sheet, line);
      blocks.add(whose);
      for (List<String> names : whose.values()) {
        longest = Math.max(longest, String.join(", ", names).length());
      }
    }
    int column = Math.min(longest, WIDEST_NAMES) + 4;
    for (int at = 0; at < blocks.size(); at++) {
      text.append(text.isEmpty() ? "" : "\n");
      List<String> above = new ArrayList<>(sheet.rows().get(at).subList(0, sheet.divider()));
      above.removeIf(each -> each.equals("-"));
      text.append(wrapping.hanging("", 4, above.isEmpty() ? "-" : String.join("  ", above)));
      blocks.get(at).forEach((said, names) -> {
        String lead = "  " + String.join(", ", names);
        if (lead.length() + 2 > column) {
          text.append(wrapping.hanging("  ", 2, lead.strip()));
          lead = "";
        }
        String padded = lead + " ".repeat(column - lead.length());
        text.append(wrapping.hanging(padded, column, said));
      });
    }
    return text.toString();
  }

  /** What a line says, each with those who say it. */
  private static Map<String, List<String>> whose(Sheet sheet, List<String> line) {
    Map<String, List<String>> whose = new LinkedHashMap<>();
    for (int at = sheet.divider(); at < line.size(); at++) {
      whose
          .computeIfAbsent(line.get(at), each -> new ArrayList<>())
          .add(sheet.headings().get(at));
    }
    return whose;
  }
}
