package dev.foliospec.cli;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.run.PagesExplanation;
import dev.foliospec.run.PagesExplanation.Knowing;
import dev.foliospec.run.PagesExplanation.OnPage;
import dev.foliospec.run.PagesExplanation.Refusing;
import java.util.Map;

/** What a system does in words: how it comes out, then each page with the row that answers it. */
final class PagesExplanationText {
  private final PagesExplanation explained;
  private final StringBuilder text = new StringBuilder();

  private PagesExplanationText(PagesExplanation explained) {
    this.explained = explained;
  }

  /**
   * The words.
   *
   * @param name the system as the user named it
   * @param known what was supposed, in the order in which it is shown
   */
  static String of(PagesExplanation explained, String name, Map<String, Value> known) {
    PagesExplanationText made = new PagesExplanationText(explained);
    made.text.append(ExplanationText.asked(name, explained.lifted().event(), known));
    made.asks();
    made.ends();
    made.explained.refusals().forEach(made::refusal);
    made.explained.pages().forEach(made::page);
    return made.text.toString();
  }

  private void asks() {
    Lifting.Lifted lifted = explained.lifted();
    String pages = explained.first() == explained.last()
        ? "page " + explained.first()
        : "pages " + explained.first() + " to " + explained.last();
    switch (lifted.reach()) {
      case PAGE -> text.append("asks ").append(pages);
      case RANGE -> {
        text.append("asks ").append(pages);
        text.append(
            switch (lifted.manner()) {
              case ALL -> ", all or nothing";
              case PREFIX -> ", one after the other";
              case PROGRESS -> ", one after the other, and is ok if one is done";
            });
        text.append(grounds(lifted.grounds()));
      }
      case WHOLE -> text.append("asks all pages, all or nothing").append(grounds(lifted.grounds()));
    }
    text.append('\n');
    for (Knowing each : explained.told()) {
      text.append("each knows ").append(each.told().name());
      each.value()
          .ifPresentOrElse(
              value -> text.append(" = ").append(value.name()),
              () -> text.append(", which is left open"));
      text.append(": whether ").append(Visible.line(each.told().written()));
      text.append(grounds(each.told().grounds())).append('\n');
    }
  }

  private static String grounds(Grounds grounds) {
    return grounds.sources().isEmpty() ? "" : "; source " + Visible.line(grounds.spelled());
  }

  private void ends() {
    Lifting.Lifted lifted = explained.lifted();
    boolean range = lifted.reach() != Lifting.Reach.PAGE;
    switch (explained.ends()) {
      case REFUSED -> text.append("it is refused before a page is asked\n");
      case DONE -> text.append(range ? "every page answers ok\n" : "");
      case FORBIDDEN -> text.append("it is forbidden: the last page below forbids it\n");
      case IMPOSSIBLE ->
        text.append("it cannot happen: the `only when` of the last page below does not hold\n");
      case OPEN -> text.append(range ? "which page refuses first, if any, is left open\n" : "");
      case OFFENDED -> {
        if (range) {
          offended(lifted, explained.offender().orElseThrow());
        }
      }
    }
  }

  private void offended(Lifting.Lifted lifted, int offender) {
    text.append("page ").append(offender);
    boolean some = offender > explained.first();
    text.append(
        switch (lifted.manner()) {
          case ALL -> " is the first that does not answer ok: its answer is the answer";
          case PREFIX ->
            " is the first that does not answer ok: it ends here, and its answer is the answer";
          case PROGRESS ->
            " is the first that does not answer ok: it ends here, and the answer is "
                + (some ? "ok, since a page was done" : "that of the page");
        });
    lifted
        .output()
        .ifPresent(output -> text.append("; ").append(output).append(" = ").append(offender));
    text.append('\n');
  }

  private void refusal(Refusing refusing) {
    Transition row = refusing.refusal().row();
    text.append('\n').append(row.id().id());
    text.append(refusing.certain() ? " answers\n" : " answers if its condition holds\n");
    for (Cell cell : row.cells()) {
      text.append(cell.outcome() ? "  -> " : "  when ").append(Visible.line(cell.text()));
      text.append('\n');
    }
    row.doc().ifPresent(doc -> {
      for (String line : Visible.lines(doc).split("\n")) {
        text.append("  ").append(line).append('\n');
      }
    });
    text.append("  source ").append(Visible.line(row.grounds().spelled())).append('\n');
    text.append("  ").append(Visible.line(row.at().toString())).append('\n');
  }

  private void page(OnPage page) {
    text.append("\n-- page ").append(page.number()).append(": ");
    text.append(page.explained().event().name());
    String where = " where ";
    for (Map.Entry<String, Value> each : page.known().entrySet()) {
      text.append(where).append(each.getKey()).append(" = ");
      text.append(each.getValue().name());
      where = ", ";
    }
    text.append('\n');
    text.append(
        switch (page.role()) {
          case ASKED -> fate(page);
          case REFUSED -> "is told that the range is refused\n";
          case BESIDE -> "is not asked, and told\n";
        });
    if (!page.left().isEmpty()) {
      text.append("left open, since a page before may change it: ");
      text.append(String.join(", ", page.left())).append('\n');
    }
    text.append(ExplanationText.rows(page.explained()));
  }

  /** What becomes of a page that is asked, where that is not what its row says. */
  private String fate(OnPage page) {
    boolean undone = explained.ends() == PagesExplanation.End.OFFENDED
        && explained.lifted().manner() == Lifting.Manner.ALL
        && explained.offender().isPresent()
        && explained.offender().get() != page.number();
    return undone ? "would answer, and does nothing, since the range is refused\n" : "";
  }
}
