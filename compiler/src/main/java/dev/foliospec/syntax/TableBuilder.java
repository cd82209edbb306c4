package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser.GroundContext;
import dev.foliospec.grammar.FoliospecParser.OverrideHeadlineContext;
import dev.foliospec.grammar.FoliospecParser.StepHeadlineContext;
import dev.foliospec.grammar.FoliospecParser.TableAfterContext;
import dev.foliospec.grammar.FoliospecParser.TableBeforeContext;
import dev.foliospec.grammar.FoliospecParser.TableContext;
import dev.foliospec.grammar.FoliospecParser.TableGroundContext;
import dev.foliospec.grammar.FoliospecParser.TableHeadContext;
import dev.foliospec.grammar.FoliospecParser.TableHeadlineContext;
import dev.foliospec.grammar.FoliospecParser.TablePartContext;
import dev.foliospec.grammar.FoliospecParser.TableWhereContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds tables, steps and overrides. */
final class TableBuilder {
  private final Words words;
  private final Documentation documentation;
  private final ExpressionBuilder expressions;
  private final RowReader rows;

  TableBuilder(
      Words words, Documentation documentation, ExpressionBuilder expressions, RowReader rows) {
    this.words = words;
    this.documentation = documentation;
    this.expressions = expressions;
    this.rows = rows;
  }

  /** Builds a table; empty if its head is damaged, but its rows are read and reported on anyway. */
  Optional<TableSyntax> table(TableContext written) {
    TableHeadContext head = written.tableHead();
    Grid grid = rows.read(written.row(), layout(head));
    Optional<DocSyntax> doc = documentation.of(written.getStart(), head.getStop());
    return ExpressionBuilder.isWhole(head)
        ? Optional.of(table(written, grid, doc))
        : Optional.empty();
  }

  private static Layout layout(TableHeadContext head) {
    if (head instanceof StepHeadlineContext) {
      return Layout.STEP;
    }
    return head instanceof OverrideHeadlineContext ? Layout.OVERRIDE : Layout.TABLE;
  }

  private TableSyntax table(TableContext written, Grid grid, Optional<DocSyntax> doc) {
    TableHeadContext head = written.tableHead();
    Name name;
    TableSyntax.Kind kind;
    List<Name> events = List.of();
    List<TablePartContext> parts;
    boolean entirely = false;
    if (head instanceof TableHeadlineContext table) {
      name = words.name(table.name());
      kind = table.CHECKS() == null ? TableSyntax.Kind.TABLE : TableSyntax.Kind.CHECKS;
      events = words.names(table.names().name());
      parts = table.tablePart();
    } else if (head instanceof StepHeadlineContext step) {
      name = words.name(step.name());
      kind = TableSyntax.Kind.STEP;
      parts = step.tablePart();
    } else {
      OverrideHeadlineContext override = (OverrideHeadlineContext) head;
      name = words.name(override.name());
      kind = TableSyntax.Kind.OVERRIDE;
      parts = override.tablePart();
      entirely = override.ENTIRELY() != null;
    }
    Parts gathered = new Parts();
    parts.forEach(gathered::add);
    return new TableSyntax(
        kind,
        name,
        events,
        gathered.where,
        gathered.placement,
        entirely,
        gathered.grounds.build(),
        grid.columns(),
        grid.rows(),
        doc,
        words.at(written));
  }

  /** What may follow a table's name and events, in any order. */
  private final class Parts {
    Optional<ExpressionSyntax> where = Optional.empty();
    Optional<PlacementSyntax> placement = Optional.empty();
    final GroundsBuilder grounds = new GroundsBuilder(words);

    void add(TablePartContext part) {
      if (part instanceof TableWhereContext condition) {
        once(where.isPresent(), "where", part);
        where = expressions.optional(condition.expression());
      } else if (part instanceof TableBeforeContext before) {
        once(placement.isPresent(), "before", part);
        placement = Optional.of(new PlacementSyntax(true, words.name(before.name())));
      } else if (part instanceof TableAfterContext after) {
        once(placement.isPresent(), "after", part);
        placement = Optional.of(new PlacementSyntax(false, words.name(after.name())));
      } else if (part instanceof TableGroundContext ground) {
        GroundContext written = ground.ground();
        grounds.add(written);
      }
    }

    private void once(boolean again, String clause, ParserRuleContext written) {
      if (again) {
        GroundsBuilder.duplicate(words, clause, written);
      }
    }
  }
}
