package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code policies of guest_memfd extends rfc2024.common}: a pivot, one policy a row, one trait a
 * column.
 *
 * @param vocabulary the subject
 * @param base the policy that each row extends
 * @param grounds its head's source and status, defaults for its rows
 * @param doc its documentation
 * @param columns the headings, {@link ColumnKind#POLICY} first
 * @param rows the policies
 * @param members what else it declares, such as sources
 * @param at the whole unit
 */
public record PoliciesSyntax(
    Name vocabulary,
    Optional<Name> base,
    GroundsSyntax grounds,
    Optional<DocSyntax> doc,
    List<ColumnSyntax> columns,
    List<RowSyntax> rows,
    List<DeclarationSyntax> members,
    Span at)
    implements UnitSyntax {
  /** Copies the lists. */
  public PoliciesSyntax {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    members = List.copyOf(members);
  }
}
