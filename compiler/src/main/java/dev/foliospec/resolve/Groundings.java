package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Status;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CitationSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.GroundsSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.RowSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Binds what rows, tables and settings rest on. */
final class Groundings {
  private final Scope scope;
  private final Reporter report;

  Groundings(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
  }

  /** What a head or a setting says, and for what it does not say, what stands above it. */
  Grounds of(GroundsSyntax written, Grounds above) {
    List<Citation> sources = citations(written.sources());
    Optional<Status> status =
        written.status().isPresent() ? status(written.status().get()) : Optional.empty();
    return new Grounds(
        sources.isEmpty() ? above.sources() : sources,
        status.isPresent() ? status.get() : above.status(),
        written.because().isPresent()
            ? Optional.of(written.because().get().text())
            : Optional.empty());
  }

  /** As {@link #of(GroundsSyntax, Grounds)}; a guess without a status of its own is assumed. */
  Grounds ofSetting(GroundsSyntax written, Grounds above) {
    Grounds grounds = of(written, above);
    return guesses(grounds) && written.status().isEmpty()
        ? new Grounds(grounds.sources(), Status.ASSUMED, grounds.why())
        : grounds;
  }

  /** What a row says, and for what it does not say, what its table's head says. */
  Grounds of(RowSyntax row, Grounds above) {
    List<Citation> sources = above.sources();
    Status status = above.status();
    Optional<String> why = Optional.empty();
    Span sourceAt = row.id().at();
    if (row.cell(ColumnKind.SOURCE).isPresent()) {
      var cell = row.cell(ColumnKind.SOURCE).get();
      sourceAt = cell.at();
      if (cell.content() instanceof CellContent.Sources written
          && !written.citations().isEmpty()) {
        sources = citations(written.citations());
      }
    }
    if (row.cell(ColumnKind.STATUS).isPresent()
        && row.cell(ColumnKind.STATUS).get().content() instanceof CellContent.Word word) {
      status = word.name().flatMap(this::status).orElse(status);
    }
    if (row.cell(ColumnKind.WHY).isPresent()
        && row.cell(ColumnKind.WHY).get().content() instanceof CellContent.Prose prose
        && !prose.text().isBlank()) {
      why = Optional.of(prose.text());
    }
    Grounds grounds = new Grounds(sources, status, why);
    judge(grounds, sourceAt, "row `" + row.id() + "`", row.id().at());
    return grounds;
  }

  private static boolean guesses(Grounds grounds) {
    for (Citation source : grounds.sources()) {
      if (source.isGuess()) {
        return true;
      }
    }
    return false;
  }

  /** Reports something that rests on nothing, or on a guess that does not say so. */
  void judge(Grounds grounds, Span at, String what, Span owner) {
    if (grounds.sources().isEmpty()) {
      report.report(Diagnostic.of(Rule.NO_SOURCE, owner, what + " has no source")
          .withHelp("write the document in the column `source` or in the head, or `guess` with the"
              + " status `assumed`"));
    } else if (guesses(grounds)
        && grounds.status() != Status.ASSUMED
        && grounds.status() != Status.DISPUTED) {
      report.report(Diagnostic.of(
              Rule.GUESS_NOT_MARKED,
              at,
              what + " is a guess, but its status is `" + grounds.status().word() + "`")
          .withHelp("give it the status `assumed` or `disputed`"));
    }
  }

  private List<Citation> citations(List<CitationSyntax> written) {
    List<Citation> bound = new ArrayList<>();
    for (CitationSyntax each : written) {
      String id = each.source().text();
      if (!id.equals("guess") && scope.source(id).isEmpty()) {
        report.unknown(each.source(), "source", scope.sources());
      }
      // What cites an unknown document is reported for that, not for having no source.
      bound.add(new Citation(id, each.locator(), each.at()));
    }
    return bound;
  }

  private Optional<Status> status(Name word) {
    Optional<Status> status = Status.of(word.text());
    if (status.isEmpty()) {
      report.noSuchValue(
          word, "`status`", Arrays.stream(Status.values()).map(Status::word).toList());
    }
    return status;
  }
}
