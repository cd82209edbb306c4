package dev.foliospec.generator.export.tla;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays pieces out: on one line where there is room, else bulleted, as people write TLA+. A list's bullets
 * stand in one column, and nothing that belongs to an item stands left of it, which is what the language
 * goes by.
 */
final class Layout {
  /** How wide lines may become, names that are longer aside. */
  static final int WIDTH = 100;

  /** How long a text may be beside which a piece that it frames begins. */
  private static final int BESIDE = 8;

  private Layout() {}

  /** A piece on one line. */
  static String flat(Piece piece) {
    if (piece instanceof Piece.Plain plain) {
      return plain.text();
    }
    if (piece instanceof Piece.Joined joined) {
      List<String> parts = new ArrayList<>();
      for (Piece.Part part : joined.parts()) {
        parts.add(
            joined.parts().size() == 1
                ? flat(part.piece())
                : within(part.piece(), Piece.Binding.NOT));
      }
      return String.join(joined.all() ? " /\\ " : " \\/ ", parts);
    }
    if (piece instanceof Piece.Negated negated) {
      return "~" + within(negated.part(), Piece.Binding.ATOM);
    }
    if (piece instanceof Piece.Implied implied) {
      return within(implied.premise(), Piece.Binding.OR)
          + " => "
          + within(implied.conclusion(), Piece.Binding.OR);
    }
    if (piece instanceof Piece.Exists exists) {
      return flat(exists.head()) + " " + flat(exists.body());
    }
    if (piece instanceof Piece.Listed listed) {
      return listed.open()
          + String.join(", ", listed.items().stream().map(Layout::flat).toList())
          + listed.close();
    }
    if (piece instanceof Piece.Related related) {
      return within(related.left(), Piece.Binding.SUM)
          + related.sign()
          + within(related.right(), Piece.Binding.SUM);
    }
    if (piece instanceof Piece.Framed framed) {
      return framed.open() + flat(framed.body()) + framed.close();
    }
    if (piece instanceof Piece.Let let) {
      StringBuilder text = new StringBuilder("LET");
      let.named()
          .forEach(each ->
              text.append(' ').append(each.name()).append(" == ").append(flat(each.piece())));
      return text + " IN " + flat(let.body());
    }
    Piece.Conditional conditional = (Piece.Conditional) piece;
    return "IF "
        + flat(conditional.when())
        + " THEN "
        + within(conditional.yes(), Piece.Binding.SUM)
        + " ELSE "
        + within(conditional.no(), Piece.Binding.SUM);
  }

  /** A piece on one line, between parentheses unless it binds at least so tightly. */
  private static String within(Piece piece, Piece.Binding binding) {
    return piece.binding().compareTo(binding) <= 0 ? flat(piece) : "(" + flat(piece) + ")";
  }

  /**
   * A piece as lines.
   *
   * @param column where its first line begins; the others begin with as many spaces at least
   */
  static List<String> lines(Piece piece, int column) {
    if (!commented(piece) && !defines(piece)) {
      String flat = flat(piece);
      boolean crowded = piece instanceof Piece.Joined joined && joined.parts().size() > 4;
      if (column + flat.length() <= WIDTH && !crowded && !nested(piece)) {
        return List.of(flat);
      }
    }
    if (piece instanceof Piece.Joined joined) {
      return bulleted(joined, column);
    }
    if (piece instanceof Piece.Negated negated) {
      return parenthesized("~(", negated.part(), column);
    }
    if (piece instanceof Piece.Implied implied) {
      List<String> lines = new ArrayList<>(operand(implied.premise(), column));
      List<String> conclusion = operand(implied.conclusion(), column + 3);
      lines.add(" ".repeat(column) + "=> " + conclusion.get(0));
      lines.addAll(conclusion.subList(1, conclusion.size()));
      return lines;
    }
    if (piece instanceof Piece.Exists exists) {
      List<String> lines = new ArrayList<>(lines(exists.head(), column));
      List<String> body = lines(exists.body(), column + 2);
      lines.add(" ".repeat(column + 2) + body.get(0));
      lines.addAll(body.subList(1, body.size()));
      return lines;
    }
    if (piece instanceof Piece.Framed framed) {
      return framed(framed, column);
    }
    if (piece instanceof Piece.Let let) {
      return let(let, column);
    }
    if (piece instanceof Piece.Listed listed) {
      return listed(listed, column);
    }
    if (piece instanceof Piece.Related related) {
      String before = within(related.left(), Piece.Binding.SUM) + related.sign();
      List<String> right = related.right().binding().compareTo(Piece.Binding.SUM) <= 0
          ? lines(related.right(), column + before.length())
          : parenthesized("(", related.right(), column + before.length());
      List<String> lines = new ArrayList<>();
      lines.add(before + right.get(0));
      lines.addAll(right.subList(1, right.size()));
      return lines;
    }
    if (piece instanceof Piece.Conditional conditional) {
      return conditional(conditional, column);
    }
    return List.of(flat(piece));
  }

  private static boolean commented(Piece piece) {
    if (piece instanceof Piece.Joined joined) {
      return joined.parts().stream()
          .anyMatch(part -> !part.comment().isEmpty() || commented(part.piece()));
    }
    return piece instanceof Piece.Exists exists && commented(exists.body());
  }

  /** Whether names are defined within, which takes lines. */
  private static boolean defines(Piece piece) {
    if (piece instanceof Piece.Joined joined) {
      return joined.parts().stream().anyMatch(part -> defines(part.piece()));
    }
    if (piece instanceof Piece.Listed listed) {
      return listed.items().stream().anyMatch(Layout::defines);
    }
    if (piece instanceof Piece.Framed framed) {
      return defines(framed.body());
    }
    if (piece instanceof Piece.Conditional conditional) {
      return defines(conditional.yes()) || defines(conditional.no());
    }
    return piece instanceof Piece.Let
        || (piece instanceof Piece.Exists exists && defines(exists.body()));
  }

  private static List<String> framed(Piece.Framed framed, int column) {
    boolean beside = framed.open().length() <= BESIDE;
    int inner = column + (beside ? framed.open().length() : 2);
    List<String> lines = new ArrayList<>(lines(framed.body(), inner));
    if (beside) {
      lines.set(0, framed.open() + lines.get(0));
    } else {
      lines.set(0, " ".repeat(inner) + lines.get(0));
      lines.add(0, framed.open().stripTrailing());
    }
    int last = lines.size() - 1;
    String end = lines.get(last) + framed.close();
    if ((last == 0 ? column : 0) + end.length() <= WIDTH || framed.close().length() <= 2) {
      lines.set(last, end);
    } else {
      lines.add(" ".repeat(inner) + framed.close().strip());
    }
    return lines;
  }

  private static List<String> let(Piece.Let let, int column) {
    List<String> lines = new ArrayList<>();
    for (Piece.Named each : let.named()) {
      String head = each.name() + " == ";
      List<String> body = lines(each.piece(), column + 4 + head.length());
      lines.add((lines.isEmpty() ? "LET " : " ".repeat(column + 4)) + head + body.get(0));
      lines.addAll(body.subList(1, body.size()));
    }
    List<String> body = lines(let.body(), column + 4);
    lines.add(" ".repeat(column) + "IN  " + body.get(0));
    lines.addAll(body.subList(1, body.size()));
    return lines;
  }

  /** Whether disjunctions of conjunctions would stand on one line. */
  private static boolean nested(Piece piece) {
    return piece instanceof Piece.Joined joined
        && joined.parts().stream()
                .filter(part ->
                    part.piece() instanceof Piece.Joined each && each.parts().size() > 1)
                .count()
            > 1;
  }

  /** A list whose bullets stand in a column. */
  static List<String> bulleted(Piece.Joined joined, int column) {
    List<String> lines = new ArrayList<>();
    String bullet = joined.all() ? "/\\ " : "\\/ ";
    for (Piece.Part part : joined.parts()) {
      List<String> item = operand(part.piece(), column + 3);
      String first = bullet + item.get(0);
      lines.add((lines.isEmpty() ? "" : " ".repeat(column))
          + first
          + (part.comment().isEmpty() ? "" : "  \\* " + part.comment()));
      lines.addAll(item.subList(1, item.size()));
    }
    return lines;
  }

  /** A part of a list or an implication; one that could be read as more stands in parentheses. */
  private static List<String> operand(Piece piece, int column) {
    List<String> lines = lines(piece, column);
    boolean bulleted = piece instanceof Piece.Joined && lines.size() > 1;
    boolean own = piece.binding().compareTo(Piece.Binding.NOT) <= 0
        || piece instanceof Piece.Exists
        || piece instanceof Piece.Let
        || piece instanceof Piece.Conditional;
    return bulleted || own ? lines : parenthesized("(", piece, column);
  }

  private static List<String> parenthesized(String open, Piece piece, int column) {
    List<String> lines = new ArrayList<>(lines(piece, column + open.length()));
    lines.set(0, open + lines.get(0));
    int last = lines.size() - 1;
    lines.set(last, lines.get(last) + ")");
    return lines;
  }

  /** As many items a line as there is room for. */
  private static List<String> listed(Piece.Listed listed, int column) {
    List<String> lines = new ArrayList<>();
    int inner = column + listed.open().length();
    String line = listed.open();
    boolean empty = true;
    for (int at = 0; at < listed.items().size(); at++) {
      String end = at == listed.items().size() - 1 ? listed.close() : ",";
      String item = flat(listed.items().get(at)) + end;
      int used = lines.isEmpty() ? column + line.length() : line.length();
      if (!empty && used + 1 + item.length() > WIDTH) {
        lines.add(line);
        line = " ".repeat(inner);
        used = inner;
        empty = true;
      }
      if (used + item.length() > WIDTH) {
        List<String> broken = lines(listed.items().get(at), used + (empty ? 0 : 1));
        line += (empty ? "" : " ") + broken.get(0);
        for (String more : broken.subList(1, broken.size())) {
          lines.add(line);
          line = more;
        }
        line += end;
      } else {
        line += (empty ? "" : " ") + item;
      }
      empty = false;
    }
    lines.add(line);
    return lines;
  }

  private static List<String> conditional(Piece.Conditional conditional, int column) {
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(column);
    Piece rest = conditional;
    String word = "IF ";
    while (rest instanceof Piece.Conditional each) {
      List<String> when = lines(each.when(), column + word.length());
      List<String> yes = each.yes() instanceof Piece.Conditional
          ? parenthesized("(", each.yes(), column + 7)
          : lines(each.yes(), column + 7);
      lines.add((lines.isEmpty() ? "" : margin) + word + when.get(0));
      lines.addAll(when.subList(1, when.size()));
      int last = lines.size() - 1;
      int first = lines.size() == 1 ? column : 0;
      if (when.size() == 1
          && yes.size() == 1
          && first + lines.get(last).length() + " THEN ".length() + yes.get(0).length() <= WIDTH) {
        lines.set(last, lines.get(last) + " THEN " + yes.get(0));
      } else {
        lines.add(margin + "  THEN " + yes.get(0));
        lines.addAll(yes.subList(1, yes.size()));
      }
      rest = each.no();
      word = "ELSE IF ";
    }
    List<String> no = lines(rest, column + 5);
    lines.add(margin + "ELSE " + no.get(0));
    lines.addAll(no.subList(1, no.size()));
    return lines;
  }
}
