package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser.AnythingContext;
import dev.foliospec.grammar.FoliospecParser.CardAnswerContext;
import dev.foliospec.grammar.FoliospecParser.CardClauseContext;
import dev.foliospec.grammar.FoliospecParser.CardContext;
import dev.foliospec.grammar.FoliospecParser.CardDoesContext;
import dev.foliospec.grammar.FoliospecParser.CardGroundContext;
import dev.foliospec.grammar.FoliospecParser.CardHeadContext;
import dev.foliospec.grammar.FoliospecParser.CardSetsContext;
import dev.foliospec.grammar.FoliospecParser.CardWhenContext;
import dev.foliospec.grammar.FoliospecParser.CardWhyContext;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Builds rows that are written as cards: each clause becomes cells like those of a table.
 *
 * <p>In {@code when}, {@code name = cell} becomes a cell under that name; a lone value after a comma
 * goes on with the list before it ({@code event = pin, unpin}); all else is an expression.
 */
final class CardBuilder {
  private final Words words;
  private final Documentation documentation;
  private final CellReader cells;

  CardBuilder(Words words, Documentation documentation, CellReader cells) {
    this.words = words;
    this.documentation = documentation;
    this.cells = cells;
  }

  /** Builds a card; empty if its head is damaged, but its clauses are read and reported on anyway. */
  Optional<CardSyntax> card(CardContext written) {
    CardHeadContext head = written.cardHead();
    boolean whole = ExpressionBuilder.isWhole(head);
    Clauses clauses = new Clauses(whole ? "row " + words.of(head.value(0).getStart()) : "this row");
    GroundsBuilder grounds = new GroundsBuilder(words);
    if (whole) {
      grounds.add(head.inlineGround());
      clauses.namedRows(head);
    }
    for (CardClauseContext clause : written.cardClause()) {
      if (clause instanceof CardGroundContext ground && ExpressionBuilder.isWhole(ground)) {
        grounds.add(ground.sourceClause()).add(ground.inlineGround());
      } else if (ExpressionBuilder.isWhole(clause)) {
        clauses.add(clause);
      }
    }
    Optional<DocSyntax> doc = documentation.of(written.getStart(), written.getStop());
    if (!whole) {
      return Optional.empty();
    }
    clauses.ground(grounds.build());
    Span at = words.at(written);
    RowSyntax row = new RowSyntax(
        words.name(head.value(0)),
        head.OR() == null ? Optional.empty() : words.optional(head.value(1)),
        clauses.cells,
        doc,
        at);
    return Optional.of(new CardSyntax(words.name(head.of), row, doc, at));
  }

  /** The clauses of one card while they are gathered. */
  private final class Clauses {
    private final String label;
    private final List<CellSyntax> cells = new ArrayList<>();
    private final Set<ColumnKind> seen = EnumSet.noneOf(ColumnKind.class);

    Clauses(String label) {
      this.label = label;
    }

    void namedRows(CardHeadContext head) {
      Token word = head.REPLACES() != null
          ? head.REPLACES().getSymbol()
          : head.SPLITS() != null ? head.SPLITS().getSymbol() : null;
      if (word == null) {
        return;
      }
      List<Name> named = words.names(head.value());
      List<Name> rows = named.subList(head.OR() == null ? 1 : 2, named.size());
      ColumnKind kind = head.REPLACES() != null ? ColumnKind.REPLACES : ColumnKind.SPLITS;
      cells.add(new CellSyntax(
          column(kind, word),
          new CellContent.RowNames(rows),
          rows.get(0).at().to(rows.get(rows.size() - 1).at())));
    }

    void add(CardClauseContext clause) {
      Token word = clause.getStart();
      if (clause instanceof CardWhenContext when) {
        once(ColumnKind.WHEN, word);
        conditions(word, cursor(when.anything()));
      } else if (clause instanceof CardAnswerContext answer) {
        once(ColumnKind.ANSWER, word);
        cell(column(ColumnKind.ANSWER, word), cursor(answer.anything()));
      } else if (clause instanceof CardSetsContext sets) {
        once(ColumnKind.UPDATE, word);
        updates(word, cursor(sets.anything()));
      } else if (clause instanceof CardDoesContext does) {
        once(ColumnKind.EFFECTS, word);
        cell(column(ColumnKind.EFFECTS, word), cursor(does.anything()));
      } else if (clause instanceof CardWhyContext why) {
        once(ColumnKind.WHY, word);
        cell(column(ColumnKind.WHY, word), cursor(why.anything()));
      }
    }

    private void once(ColumnKind kind, Token word) {
      if (!seen.add(kind)) {
        words
            .found()
            .add(Diagnostic.of(
                    Rule.DUPLICATE_CLAUSE,
                    words.at(word),
                    "clause `" + words.of(word) + "` of " + label + " is written twice")
                .withHelp("join the two"));
      }
    }

    private ColumnSyntax column(ColumnKind kind, Token word) {
      return new ColumnSyntax(kind, words.name(word), Optional.empty(), words.at(word));
    }

    private Cursor cursor(AnythingContext written) {
      int start = written.getStart().getTokenIndex();
      Token stop = written.getStop();
      int end = stop == null ? start : Math.max(start, stop.getTokenIndex() + 1);
      return new Cursor(words.tokens().visible(), start, end);
    }

    private void cell(ColumnSyntax column, Cursor cell) {
      if (cell.isEmpty()) {
        blank(column);
        return;
      }
      CellContent content = CardBuilder.this.cells.read(column, cell, label);
      cells.add(new CellSyntax(column, content, words.at(cell.first(), cell.last())));
    }

    private void blank(ColumnSyntax column) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.BLANK_CELL,
                  column.at(),
                  "clause `" + column.name().text() + "` of " + label + " is empty")
              .withHelp("write what it says, or remove it"));
    }

    private void conditions(Token word, Cursor clause) {
      if (clause.isEmpty()) {
        blank(column(ColumnKind.WHEN, word));
        return;
      }
      List<Cursor> items = items(clause);
      for (int index = 0; index < items.size(); index++) {
        Cursor item = items.get(index);
        if (!isNamed(item)) {
          cell(column(ColumnKind.WHEN, word), item);
          continue;
        }
        while (index + 1 < items.size() && isValueAlone(items.get(index + 1))) {
          index++;
          item = item.part(item.position(), items.get(index).end());
        }
        named(item);
      }
    }

    /** A cell {@code name = cell}, {@code name[i] = cell} or {@code name > cell}. */
    private void named(Cursor item) {
      CommonToken name = item.next();
      Optional<Name> index = index(item);
      ColumnKind kind =
          words.reads(name, "event") && index.isEmpty() ? ColumnKind.EVENT : ColumnKind.CONDITION;
      ColumnSyntax column = new ColumnSyntax(kind, words.name(name), index, words.at(name));
      item.take(FoliospecLexer.EQUAL);
      cell(column, item.part(item.position(), item.end()));
    }

    private Optional<Name> index(Cursor item) {
      if (!item.take(FoliospecLexer.LEFT_BRACKET)) {
        return Optional.empty();
      }
      Name index = words.name(item.next());
      item.take(FoliospecLexer.RIGHT_BRACKET);
      return Optional.of(index);
    }

    private void updates(Token word, Cursor clause) {
      if (clause.isEmpty()) {
        blank(column(ColumnKind.UPDATE, word));
        return;
      }
      for (Cursor item : items(clause)) {
        int sign = signAfterName(item);
        if (sign == 0 || item.typeAt(sign) != FoliospecLexer.EQUAL) {
          ColumnSyntax column = column(ColumnKind.UPDATE, word);
          Diagnostic said = Diagnostic.of(
              Rule.BAD_CELL,
              item.isEmpty() ? words.at(word) : words.at(item.first(), item.last()),
              "clause `sets` of " + label + " is not a list of next values");
          words.found().add(said.withHelp("write `VARIABLE = VALUE, VARIABLE = VALUE`"));
          cells.add(new CellSyntax(column, new CellContent.Broken(), words.at(word)));
          continue;
        }
        CommonToken name = item.next();
        Optional<Name> index = index(item);
        item.take(FoliospecLexer.EQUAL);
        ColumnSyntax column =
            new ColumnSyntax(ColumnKind.UPDATE, words.name(name), index, words.at(name));
        cell(column, item.part(item.position(), item.end()));
      }
    }

    void ground(GroundsSyntax grounds) {
      grounds
          .because()
          .ifPresent(reason -> words
              .found()
              .add(Diagnostic.of(Rule.SYNTAX, reason.at(), "a card says `why`, not `because`")
                  .withHelp("write a clause `why`")));
      if (!grounds.sources().isEmpty()) {
        List<CitationSyntax> sources = grounds.sources();
        Span at = sources.get(0).at().to(sources.get(sources.size() - 1).at());
        Name heading = new Name("source", at);
        cells.add(new CellSyntax(
            new ColumnSyntax(ColumnKind.SOURCE, heading, Optional.empty(), at),
            new CellContent.Sources(sources),
            at));
      }
      grounds.status().ifPresent(status -> {
        Name heading = new Name("status", status.at());
        cells.add(new CellSyntax(
            new ColumnSyntax(ColumnKind.STATUS, heading, Optional.empty(), status.at()),
            new CellContent.Word(Optional.of(status)),
            status.at()));
      });
    }
  }

  /** A clause cut at its commas, those within braces and parentheses aside. */
  private static List<Cursor> items(Cursor clause) {
    List<Cursor> items = new ArrayList<>();
    int depth = 0;
    int from = clause.position();
    Cursor at = clause.again();
    while (!at.isDone()) {
      int here = at.position();
      switch (at.next().getType()) {
        case FoliospecLexer.LEFT_BRACE,
            FoliospecLexer.LEFT_PARENTHESIS,
            FoliospecLexer.LEFT_BRACKET -> depth++;
        case FoliospecLexer.RIGHT_BRACE,
            FoliospecLexer.RIGHT_PARENTHESIS,
            FoliospecLexer.RIGHT_BRACKET -> depth--;
        case FoliospecLexer.COMMA -> {
          if (depth == 0) {
            items.add(clause.part(from, here));
            from = here + 1;
          }
        }
        default -> {}
      }
    }
    items.add(clause.part(from, clause.end()));
    return items;
  }

  private static boolean isValueAlone(Cursor item) {
    return !item.isEmpty()
        && Cursor.isValue(item.type())
        && (item.length() == 1 || (item.length() == 3 && item.typeAt(1) == FoliospecLexer.RANGE));
  }

  /** How many tokens a name with its index takes; 0 if none stands there. */
  private static int signAfterName(Cursor item) {
    if (!Cursor.isName(item.type())) {
      return 0;
    }
    boolean indexed = item.typeAt(1) == FoliospecLexer.LEFT_BRACKET
        && Cursor.isValue(item.typeAt(2))
        && item.typeAt(3) == FoliospecLexer.RIGHT_BRACKET;
    return indexed ? 4 : 1;
  }

  /** Whether an item of `when` is a name and a cell, not an expression. */
  private static boolean isNamed(Cursor item) {
    int sign = signAfterName(item);
    if (sign == 0) {
      return false;
    }
    int rest = item.length() - sign - 1;
    return switch (item.typeAt(sign)) {
      case FoliospecLexer.EQUAL -> rest > 0 && !hasConnective(item);
      case FoliospecLexer.LESS_THAN,
          FoliospecLexer.AT_MOST,
          FoliospecLexer.MORE_THAN,
          FoliospecLexer.AT_LEAST -> rest == 1 && Cursor.isValue(item.typeAt(sign + 1));
      default -> false;
    };
  }

  private static boolean hasConnective(Cursor item) {
    for (int distance = 0; distance < item.length(); distance++) {
      int type = item.typeAt(distance);
      if (type == FoliospecLexer.AND
          || type == FoliospecLexer.OR
          || type == FoliospecLexer.IMPLIES
          || type == FoliospecLexer.PRIME) {
        return true;
      }
    }
    return false;
  }
}
