package dev.foliospec.generator.export;

import dev.foliospec.diagnostic.render.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sheets in the forms for people and spreadsheets, each escaped for where it goes. */
final class Rendering {
  /** A column is as wide as its widest cell of at most this many characters. */
  private static final int WIDEST = 24;

  /** What would begin a list or underline a heading where it begins a paragraph. */
  private static final Pattern LISTED = Pattern.compile("^([A-Za-z0-9]*)([-+=.)])(?=\\s|[-=]|$)");

  private Rendering() {}

  static String title(Form form, String title) {
    return switch (form) {
      case MARKDOWN -> "# " + markdown(title) + "\n\n";
      case RST -> rst(title) + "\n" + "=".repeat(Math.max(3, rst(title).length())) + "\n\n";
      case TEXT, CARDS, MAIL, CSV, JSON -> throw new IllegalArgumentException(form.word());
    };
  }

  /** Documentation: paragraphs have empty lines between them, in text lines stay as written. */
  static String paragraph(Form form, String text) {
    StringBuilder made = new StringBuilder();
    switch (form) {
      case MARKDOWN ->
        paragraphs(text)
            .forEach(each -> made.append(LISTED.matcher(markdown(each)).replaceFirst("$1\\\\$2"))
                .append("\n\n"));
      case RST ->
        paragraphs(text)
            .forEach(each ->
                made.append(LISTED.matcher(rst(each)).replaceFirst("$1\\\\$2")).append("\n\n"));
      case TEXT, CARDS, MAIL, CSV, JSON -> throw new IllegalArgumentException(form.word());
    }
    return made.toString();
  }

  private static List<String> paragraphs(String text) {
    List<String> made = new ArrayList<>();
    for (String each : text.split("\n\\s*\n")) {
      made.add(each.replace('\n', ' '));
    }
    return made;
  }

  static String sheet(Form form, Sheet sheet) {
    StringBuilder text = new StringBuilder();
    switch (form) {
      case MARKDOWN -> {
        text.append("## ").append(markdown(sheet.title())).append("\n\n");
        if (!sheet.doc().isEmpty()) {
          text.append(paragraph(form, sheet.doc()));
        }
        markdown(text, sheet);
      }
      case RST -> {
        String title = rst(sheet.title());
        text.append(title).append('\n').append("-".repeat(Math.max(3, title.length())));
        text.append("\n\n");
        if (!sheet.doc().isEmpty()) {
          text.append(paragraph(form, sheet.doc()));
        }
        rst(text, sheet);
      }
      case TEXT, CARDS, MAIL, CSV, JSON -> throw new IllegalArgumentException(form.word());
    }
    return text.append('\n').toString();
  }

  // --- Aligned --------------------------------------------------------------------------------

  /** How wide an aligned table is. */
  static int width(Sheet sheet) {
    int width = 0;
    for (String line : aligned(sheet).split("\n")) {
      width = Math.max(width, line.length());
    }
    return width;
  }

  /** The table as policy files hold it. */
  static String aligned(Sheet sheet) {
    return aligned(sheet, List.of());
  }

  /**
   * The table as policy files hold it.
   *
   * @param above lines to stand above each row, or none at all
   */
  static String aligned(Sheet sheet, List<String> above) {
    StringBuilder text = new StringBuilder();
    List<List<String>> lines = new ArrayList<>();
    lines.add(sheet.headings());
    lines.addAll(sheet.rows());
    int columns = sheet.headings().size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        int width = Visible.line(line.get(i)).length();
        if (width <= WIDEST) {
          widths[i] = Math.max(widths[i], width);
        }
      }
    }
    line(text, sheet, sheet.headings(), widths);
    text.append('|');
    for (int i = 0; i < columns; i++) {
      text.append("-".repeat(widths[i] + 2)).append(i + 1 == sheet.divider() ? "||" : "|");
    }
    text.append('\n');
    for (int i = 0; i < sheet.rows().size(); i++) {
      text.append(above.isEmpty() ? "" : above.get(i));
      line(text, sheet, sheet.rows().get(i), widths);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Sheet sheet, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++) {
      String cell = Visible.line(cells.get(i));
      line.append(' ').append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length())));
      line.append(i + 1 == sheet.divider() ? " ||" : " |");
    }
    text.append(line).append('\n');
  }

  // --- Markdown -------------------------------------------------------------------------------

  private static void markdown(StringBuilder text, Sheet sheet) {
    markdown(text, sheet.headings());
    text.append('|').append(" --- |".repeat(sheet.headings().size())).append('\n');
    sheet.rows().forEach(row -> markdown(text, row));
  }

  private static void markdown(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(markdown(cell)).append(" |"));
    text.append('\n');
  }

  /** Text that Markdown shows as it is. */
  static String markdown(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : Visible.line(text).toCharArray()) {
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '|', '\\', '`', '*', '_', '[', ']', '#', '~' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  // --- reStructuredText -----------------------------------------------------------------------

  private static void rst(StringBuilder text, Sheet sheet) {
    text.append(".. list-table::\n   :header-rows: 1\n\n");
    rst(text, sheet.headings());
    sheet.rows().forEach(row -> rst(text, row));
  }

  private static void rst(StringBuilder text, List<String> cells) {
    String lead = "   * - ";
    for (String cell : cells) {
      text.append((lead + rst(cell)).stripTrailing()).append('\n');
      lead = "     - ";
    }
  }

  /** Text that reStructuredText shows as it is. */
  static String rst(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : Visible.line(text).toCharArray()) {
      if (c < 127 && c > ' ' && !Character.isLetterOrDigit(c) && c != ',' && c != '.') {
        safe.append('\\');
      }
      safe.append(c);
    }
    return safe.toString();
  }

  // --- Comma-separated values -----------------------------------------------------------------

  /**
   * A sheet as RFC 4180 has it, but that lines end in {@code \n} alone: a field is in quotes where it
   * has to be.
   */
  static String csv(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    csv(text, sheet.headings());
    sheet.rows().forEach(row -> csv(text, row));
    return text.toString();
  }

  private static void csv(StringBuilder text, List<String> cells) {
    String separator = "";
    for (String cell : cells) {
      String shown = Visible.line(cell);
      boolean quoted =
          shown.indexOf('"') >= 0 || shown.indexOf(',') >= 0 || !shown.equals(shown.strip());
      text.append(separator);
      text.append(quoted ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown);
      separator = ",";
    }
    text.append('\n');
  }

  /** Free text that a spreadsheet does not take for a formula. */
  static String spreadsheet(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
