package dev.foliospec.syntax;

import java.util.List;

/**
 * The lines under a head, read.
 *
 * @param columns the headings
 * @param rows the rows, where the layout is not that of a scenario
 * @param steps the steps, where it is
 */
record Grid(List<ColumnSyntax> columns, List<RowSyntax> rows, List<ScenarioStepSyntax> steps) {
  static final Grid EMPTY = new Grid(List.of(), List.of(), List.of());
}
