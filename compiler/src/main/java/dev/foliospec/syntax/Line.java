package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser.RowContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** One line that starts with a bar, cut into cells. */
final class Line {
  private final CommonToken[] tokens;
  private final int start;
  private final int end;
  private final List<Cursor> cells = new ArrayList<>();
  private int divider = -1;
  private int secondDivider = -1;
  private int border = 1;

  private Line(CommonToken[] tokens, int start, int end) {
    this.tokens = tokens;
    this.start = start;
    this.end = end;
  }

  /** Cuts a row as the grammar found it. */
  static Line of(RowContext written, CommonToken[] tokens) {
    int end = written.getStop().getTokenIndex();
    if (tokens[end].getType() != FoliospecLexer.EOL && tokens[end].getType() != Token.EOF) {
      end++;
    }
    Line line = new Line(tokens, written.getStart().getTokenIndex(), end);
    line.cut();
    return line;
  }

  private void cut() {
    CommonToken first = tokens[start];
    if (first.getStopIndex() > first.getStartIndex()) {
      divider = 0;
    }
    int from = start + 1;
    for (int at = from; at < end; at++) {
      int type = tokens[at].getType();
      if (type == FoliospecLexer.BAR || type == FoliospecLexer.DIVIDER) {
        cells.add(new Cursor(tokens, from, at));
        from = at + 1;
        if (type == FoliospecLexer.DIVIDER) {
          divide(at);
        }
      } else if (type == FoliospecLexer.BORDER) {
        border++;
      } else if (type != FoliospecLexer.MINUS) {
        border = 0;
      }
    }
    if (from < end) {
      cells.add(new Cursor(tokens, from, end));
    }
  }

  private void divide(int at) {
    if (divider < 0) {
      divider = cells.size();
    } else if (secondDivider < 0) {
      secondDivider = at;
    }
  }

  List<Cursor> cells() {
    return cells;
  }

  /** How many cells stand before the first {@code ||}; -1 where there is none. */
  int divider() {
    return divider;
  }

  /** The second {@code ||}, if there is one. */
  Optional<CommonToken> secondDivider() {
    return secondDivider < 0 ? Optional.empty() : Optional.of(tokens[secondDivider]);
  }

  /** Whether the line consists of dashes. */
  boolean isBorder() {
    return border > 1 && cells.stream().allMatch(cell -> cell.length() == 1);
  }

  /** Whether the first cell is blank. */
  boolean isUnnamed() {
    return cells.isEmpty() || cells.get(0).isEmpty();
  }

  /** Whether what follows is neither a row nor a keyword: a mail program may have cut the line. */
  boolean isCutOff() {
    if (end + 1 >= tokens.length || tokens[end].getType() == Token.EOF) {
      return false;
    }
    int next = tokens[end + 1].getType();
    return next != FoliospecLexer.ROW && next != Token.EOF && !LineStarts.isKeyword(next);
  }

  /** Whether it ends with a bar. */
  boolean isClosed() {
    int type = tokens[end - 1].getType();
    return type == FoliospecLexer.BAR || type == FoliospecLexer.DIVIDER;
  }

  /** The bar that it starts with. */
  CommonToken first() {
    return tokens[start];
  }

  /** Its last token, the end of the line aside. */
  CommonToken last() {
    return tokens[end - 1];
  }
}
