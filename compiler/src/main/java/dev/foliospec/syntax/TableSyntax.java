package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code table conversion on convert where phase = running}: rows that answer events; also {@code step} and {@code override}.
 *
 * @param kind table, checks, step or override
 * @param name its name
 * @param events the events that it answers
 * @param where what all its rows take for granted
 * @param placement where it stands among the tables
 * @param entirely of an override: whether the inherited rows all go
 * @param grounds its head's source, status and reason, defaults for its rows
 * @param columns the headings
 * @param rows the rows
 * @param doc its documentation
 * @param at the whole declaration
 */
public record TableSyntax(
    Kind kind,
    Name name,
    List<Name> events,
    Optional<ExpressionSyntax> where,
    Optional<PlacementSyntax> placement,
    boolean entirely,
    GroundsSyntax grounds,
    List<ColumnSyntax> columns,
    List<RowSyntax> rows,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public TableSyntax {
    events = List.copyOf(events);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** What sort of table it is. */
  public enum Kind {
    /** A body: exact, without order. */
    TABLE,
    /** Refusals in order. */
    CHECKS,
    /** A sub-behaviour that rows share. */
    STEP,
    /** Changes to an inherited table or step. */
    OVERRIDE
  }
}
