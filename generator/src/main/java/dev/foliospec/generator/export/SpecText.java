package dev.foliospec.generator.export;

import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Status;
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

/**
 * A flattened policy in the language of policy files: as one policy that extends nothing, a system as
 * one system that extends nothing. Where rows come from stands in comments, so that the parser reads
 * all of it.
 */
final class SpecText {
  private final Policy policy;
  private final Optional<Lifting> lifting;
  private final Wrapping wrapping;
  private final boolean cardsOnly;
  private final StringBuilder text = new StringBuilder();

  private SpecText(Policy whole, Wrapping wrapping, boolean cardsOnly) {
    lifting = whole.lifting();
    policy = lifting.map(Lifting::page).orElse(whole);
    this.wrapping = wrapping;
    this.cardsOnly = cardsOnly;
  }

  /**
   * Writes a policy.
   *
   * @param width how many columns it may have; tables that are wider become cards
   * @param cardsOnly whether all tables become cards
   */
  static String write(Policy policy, Selection shown, int width, boolean cardsOnly) {
    SpecText made = new SpecText(policy, new Wrapping(width), cardsOnly);
    made.head(shown);
    shown.parts().forEach(made::table);
    return made.text.toString();
  }

  /** A row's id as its column holds it: {@code A8b or A8}. */
  static String id(Transition row) {
    return row.alternativeTo()
        .map(other -> row.id().id() + " or " + other.id())
        .orElse(row.id().id());
  }

  /** Documentation, line by line; where a line is too long, its paragraph is filled anew. */
  static String doc(String doc, Wrapping wrapping) {
    StringBuilder text = new StringBuilder();
    String empty = "";
    for (String paragraph : doc.strip().split("\n\\s*\n")) {
      text.append(empty);
      List<String> lines = List.of(paragraph.split("\n"));
      boolean fits = lines.stream().allMatch(line -> line.length() + 3 <= wrapping.width());
      for (String line : fits ? lines : List.of(String.join(" ", lines))) {
        text.append(wrapping.comment("## ", line));
      }
      empty = "##\n";
    }
    return text.toString();
  }

  // --- The head -------------------------------------------------------------------------------

  private void head(Selection shown) {
    policy.doc().ifPresent(doc -> text.append(doc(doc, wrapping)));
    String kind =
        lifting.isPresent() ? "system " : policy.isAbstract() ? "abstract policy " : "policy ";
    String pages = lifting.map(its -> " pages " + its.pages()).orElse("");
    line(kind + policy.name() + " of " + policy.vocabulary().name() + pages);
    if (!policy.grounds().sources().isEmpty()) {
      line("source " + policy.grounds().spelled());
    }
    if (policy.grounds().status() != Status.DECIDED) {
      // Said there it would hold for every row that says nothing, inherited ones included.
      comment("status " + policy.grounds().status().word());
    }
    if (!policy.lineage().isEmpty()) {
      comment("with all that it inherits from " + String.join(", ", policy.lineage()));
    }
    comment("written at " + policy.at().file().path() + ":" + policy.at().line());
    text.append('\n');
    if (!shown.whole()) {
      together(shown);
      return;
    }
    int before = text.length();
    text.append(Declarations.own(policy, wrapping));
    policy.flags().forEach(this::flag);
    for (TraitSetting each : policy.traits()) {
      line("trait " + each.trait().name() + " = " + Wording.alternatives(each)
          + grounds(each.grounds()));
    }
    lacks();
    if (text.length() > before) {
      text.append('\n');
    }
    together(shown);
  }

  /** What a system says of its pages together. */
  private void together(Selection shown) {
    for (Togetherness each : shown.together()) {
      each.doc().ifPresent(doc -> text.append(doc(doc, wrapping)));
      line(each.kind() + " " + each.said() + grounds(each.grounds()));
    }
    if (!shown.together().isEmpty()) {
      text.append('\n');
    }
  }

  private void flag(FlagSetting setting) {
    if (setting.allowed().size() == 1 && setting.flag().type().size() > 1) {
      line("flag " + setting.flag().name() + " = " + setting.allowed().get(0)
          + grounds(setting.grounds()));
    }
  }

  /** Events that it does not have, those together that rest on the same. */
  private void lacks() {
    Map<String, List<String>> byGrounds = new LinkedHashMap<>();
    for (Lack lack : policy.lacks()) {
      byGrounds
          .computeIfAbsent(grounds(lack.grounds()), each -> new ArrayList<>())
          .add(lack.event().name());
    }
    byGrounds.forEach((grounds, events) -> line("lacks " + String.join(", ", events) + grounds));
  }

  private static String grounds(Grounds grounds) {
    String because =
        grounds.why().map(why -> " because \"" + why.replace('"', '\'') + "\"").orElse("");
    String source = grounds.sources().isEmpty() ? "" : " source " + grounds.spelled();
    return because + source + status(grounds);
  }

  private static String status(Grounds grounds) {
    return grounds.status() == Status.DECIDED
        ? ""
        : " status " + grounds.status().word();
  }

  // --- Tables ---------------------------------------------------------------------------------

  private void table(Selection.Part part) {
    Table table = part.table();
    if (table.rows().isEmpty()) {
      // All were deleted, and a table of no rows is an error.
      return;
    }
    List<Transition> rows = part.rows();
    table.doc().ifPresent(doc -> text.append(doc(doc, wrapping)));
    Defaults defaults = Defaults.of(rows);
    Sheet sheet = sheet(Columns.of(table.headings(), rows), rows, defaults);
    if (!rows.isEmpty() && !cardsOnly && Rendering.width(sheet) <= wrapping.width()) {
      line(Wording.head(table) + defaults.spelled());
      List<String> docs = new ArrayList<>();
      rows.forEach(row -> docs.add(row.doc().map(each -> doc(each, wrapping)).orElse("")));
      text.append(Rendering.aligned(sheet, docs));
      origins(rows);
      text.append('\n');
      return;
    }
    line(Wording.head(table));
    text.append('\n');
    for (Transition row : rows) {
      text.append(Cards.card(table, row, wrapping));
      comment(whence(row) + aside(row).map(each -> "; " + each).orElse(""));
      text.append('\n');
    }
  }

  /**
   * What all rows of a table share, so that its head says it.
   *
   * @param source the sources as they are written, or empty where the rows do not agree
   * @param status the same of their status
   */
  private record Defaults(String source, String status) {
    static Defaults of(List<Transition> rows) {
      Set<String> sources = new LinkedHashSet<>();
      Set<String> statuses = new LinkedHashSet<>();
      for (Transition row : rows) {
        sources.add(row.grounds().sources().isEmpty() ? "" : row.grounds().spelled());
        statuses.add(row.grounds().status().word());
      }
      boolean one = statuses.size() == 1 && !statuses.contains(Status.DECIDED.word());
      return new Defaults(
          sources.size() == 1 ? sources.iterator().next() : "",
          one ? statuses.iterator().next() : "");
    }

    String spelled() {
      return (source.isEmpty() ? "" : " source " + source)
          + (status.isEmpty() ? "" : " status " + status);
    }
  }

  private static Sheet sheet(Columns columns, List<Transition> rows, Defaults defaults) {
    boolean source = defaults.source().isEmpty()
        && rows.stream().anyMatch(row -> !row.grounds().sources().isEmpty());
    boolean status = defaults.status().isEmpty()
        && rows.stream().anyMatch(row -> row.grounds().status() != Status.DECIDED);
    boolean why = rows.stream().anyMatch(row -> row.grounds().why().isPresent());
    List<String> headings = new ArrayList<>(List.of("row"));
    headings.addAll(columns.left());
    headings.addAll(columns.right());
    add(headings, source, "source");
    add(headings, status, "status");
    add(headings, why, "why");
    List<List<String>> lines = new ArrayList<>();
    for (Transition row : rows) {
      List<String> line = new ArrayList<>(List.of(id(row)));
      line.addAll(columns.line(row));
      add(line, source, row.grounds().spelled());
      add(line, status, row.grounds().status().word());
      add(line, why, row.grounds().why().map(Cards::prose).orElse(""));
      lines.add(line);
    }
    return new Sheet("", "", headings, 1 + columns.left().size(), lines);
  }

  private static void add(List<String> line, boolean wanted, String cell) {
    if (wanted) {
      line.add(cell);
    }
  }

  // --- Origins --------------------------------------------------------------------------------

  /** Where rows were written, rows of one policy and file together. */
  private void origins(List<Transition> rows) {
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    for (Transition row : rows) {
      byFile
          .computeIfAbsent(origin(row) + ", " + row.at().file().path(), each -> new ArrayList<>())
          .add(row.id().id()
              + " at "
              + row.at().line()
              + aside(row).map(each -> " (" + each + ")").orElse(""));
    }
    byFile.forEach((file, lines) -> comment(file + ": " + String.join(", ", lines)));
  }

  private String origin(Transition row) {
    boolean own = row.id().policy().equals(policy.name());
    return own ? "own" : "inherited from " + row.id().policy();
  }

  private String whence(Transition row) {
    return origin(row) + ", " + row.at().file().path() + ":" + row.at().line();
  }

  /** What a row changed in what was inherited, and what it lost to others. */
  private Optional<String> aside(Transition row) {
    List<String> parts = new ArrayList<>();
    if (!row.replaced().isEmpty()) {
      parts.add("replaces " + Wording.ids(row.replaced()));
    }
    if (!row.split().isEmpty()) {
      parts.add("splits " + Wording.ids(row.split()));
    }
    for (RowId winner : row.splitBy()) {
      parts.add(remaining(policy, winner));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  /** The condition that remains of a row after another split it: {@code not where TD6: as = private}. */
  static String remaining(Policy policy, RowId winner) {
    List<String> when = policy.row(winner).map(Cards::when).orElse(List.of());
    return "not where " + winner.id()
        + (when.isEmpty() ? " applies" : ": " + String.join(", ", when));
  }

  private void line(String content) {
    text.append(wrapping.line("", content));
  }

  private void comment(String content) {
    text.append(wrapping.comment("# ", content));
  }
}
