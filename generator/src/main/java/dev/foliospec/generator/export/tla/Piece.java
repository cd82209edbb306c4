package dev.foliospec.generator.export.tla;

import java.util.List;
import java.util.Map;

/** A piece of TLA+ whose layout is still open. */
sealed interface Piece {
  /** How tightly a piece binds, tightest first. */
  enum Binding {
    ATOM,
    SUM,
    RELATION,
    NOT,
    AND,
    OR,
    IMPLIES,
    LOOSE
  }

  /** Text that is never broken. */
  record Plain(String text, Binding binding) implements Piece {}

  /** A conjunction or disjunction, bulleted where it is long. */
  record Joined(boolean all, List<Part> parts) implements Piece {
    /** Copies the list. */
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /** A part of a conjunction or disjunction, with a comment that stands on its first line. */
  record Part(Piece piece, String comment) {}

  /** It does not hold. */
  record Negated(Piece part) implements Piece {}

  /** {@code a => (b => c)}. */
  record Implied(Piece premise, Piece conclusion) implements Piece {}

  /** {@code \E x \in S : body}. */
  record Exists(List<Piece> bindings, Piece body) implements Piece {
    /** Copies the list. */
    public Exists {
      bindings = List.copyOf(bindings);
    }

    Listed head() {
      return new Listed("\\E ", bindings, " :");
    }
  }

  /** A list between brackets: arguments, elements, fields. */
  record Listed(String open, List<Piece> items, String close) implements Piece {
    /** Copies the list. */
    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * A piece between two texts, {@code [x \in S |-> body]}, {@code {body : x \in S}}: where there is no
   * room, it stands below the first, moved in, unless that is short.
   */
  record Framed(String open, Piece body, String close) implements Piece {}

  /** {@code left = right}, {@code field |-> value}; broken, if at all, in its right side. */
  record Related(Piece left, String sign, Piece right) implements Piece {}

  /** {@code IF a THEN b ELSE c}. */
  record Conditional(Piece when, Piece yes, Piece no) implements Piece {}

  /** {@code LET name == ... IN body}; always of several lines. */
  record Let(List<Named> named, Piece body) implements Piece {
    /** Copies the list. */
    public Let {
      named = List.copyOf(named);
    }
  }

  /** What a name stands for within a {@link Let}. */
  record Named(String name, Piece piece) {}

  static Piece atom(String text) {
    return new Plain(text, Binding.ATOM);
  }

  /** {@code x \in S}. */
  static Piece in(String name, Piece set) {
    return new Related(atom(name), " \\in ", set);
  }

  static Piece all(List<Piece> pieces) {
    return joined(true, pieces);
  }

  static Piece any(List<Piece> pieces) {
    return joined(false, pieces);
  }

  private static Piece joined(boolean all, List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return atom(all ? "TRUE" : "FALSE");
    }
    return pieces.size() == 1
        ? pieces.get(0)
        : new Joined(all, pieces.stream().map(each -> new Part(each, "")).toList());
  }

  /** What holds where a piece does not, without a sign of negation where the relation has a contrary. */
  static Piece not(Piece piece) {
    if (piece instanceof Related related) {
      String contrary = CONTRARY.get(related.sign());
      if (contrary != null) {
        return new Related(related.left(), contrary, related.right());
      }
    }
    return piece instanceof Negated negated ? negated.part() : new Negated(piece);
  }

  /** Signs of relations by what holds where they do not. */
  Map<String, String> CONTRARY =
      Map.of(" = ", " # ", " # ", " = ", " \\in ", " \\notin ", " \\notin ", " \\in ");

  /** A conjunction's parts, or the piece itself. */
  static List<Piece> conjuncts(Piece piece) {
    return piece instanceof Joined joined && joined.all()
        ? joined.parts().stream().map(Part::piece).toList()
        : List.of(piece);
  }

  /** How tightly it binds when it stands on one line. */
  default Binding binding() {
    if (this instanceof Plain plain) {
      return plain.binding();
    }
    if (this instanceof Joined joined) {
      return joined.parts().size() == 1
          ? joined.parts().get(0).piece().binding()
          : joined.all() ? Binding.AND : Binding.OR;
    }
    if (this instanceof Negated) {
      return Binding.NOT;
    }
    if (this instanceof Implied) {
      return Binding.IMPLIES;
    }
    if (this instanceof Listed || this instanceof Framed) {
      return Binding.ATOM;
    }
    return this instanceof Related ? Binding.RELATION : Binding.LOOSE;
  }
}
