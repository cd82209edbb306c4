package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/** A boolean expression; chains of one operator are flat lists. */
public sealed interface ExpressionSyntax {
  /** The whole expression. */
  Span at();

  /** {@code a implies b implies c}, to the right. */
  record Implies(List<ExpressionSyntax> parts, Span at) implements ExpressionSyntax {
    /** Copies the list. */
    public Implies {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a or b}. */
  record Or(List<ExpressionSyntax> parts, Span at) implements ExpressionSyntax {
    /** Copies the list. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a and b}. */
  record And(List<ExpressionSyntax> parts, Span at) implements ExpressionSyntax {
    /** Copies the list. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** {@code not a}. */
  record Not(ExpressionSyntax part, Span at) implements ExpressionSyntax {}

  /** {@code a = b}, {@code a < b}. */
  record Compared(TermSyntax left, Comparator comparator, TermSyntax right, Span at)
      implements ExpressionSyntax {}

  /** {@code a in {x, 1..2}}. */
  record Among(TermSyntax term, List<ItemSyntax> items, Span at) implements ExpressionSyntax {
    /** Copies the list. */
    public Among {
      items = List.copyOf(items);
    }
  }

  /** {@code a in NAME}: a set, or a map's domain. */
  record InNamed(TermSyntax term, Name name, Span at) implements ExpressionSyntax {}

  /** A bare name: a definition, or {@code refused}. */
  record Bare(TermSyntax term, Span at) implements ExpressionSyntax {}

  /** {@code effects include e}. */
  record EffectsInclude(Name effect, Span at) implements ExpressionSyntax {}

  /** {@code effects order a < b}. */
  record EffectsOrder(Name first, Name second, Span at) implements ExpressionSyntax {}

  /** {@code unchanged x, y}. */
  record Unchanged(List<Name> names, Span at) implements ExpressionSyntax {
    /** Copies the list. */
    public Unchanged {
      names = List.copyOf(names);
    }
  }

  /** {@code some g: P}, {@code every g: P}. */
  record Quantified(boolean every, Name index, ExpressionSyntax body, Span at)
      implements ExpressionSyntax {}
}
