package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code scenario shared_data_survives "..."}: a trace by hand, with the answers that are expected.
 *
 * @param name its name
 * @param title what it says in words
 * @param policies globs of the policies that it is about
 * @param with flags and choices that it fixes
 * @param grounds what it was taken from
 * @param columns the headings, {@link ColumnKind#EVENT} first; the others are {@link ColumnKind#ANSWER}, or {@link ColumnKind#CONDITION} for outputs and chances
 * @param steps the events in order
 * @param doc its documentation
 * @param at the whole declaration
 */
public record ScenarioSyntax(
    Name name,
    Optional<TextSyntax> title,
    List<Name> policies,
    List<SettingSyntax> with,
    GroundsSyntax grounds,
    List<ColumnSyntax> columns,
    List<ScenarioStepSyntax> steps,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public ScenarioSyntax {
    policies = List.copyOf(policies);
    with = List.copyOf(with);
    columns = List.copyOf(columns);
    steps = List.copyOf(steps);
  }
}
