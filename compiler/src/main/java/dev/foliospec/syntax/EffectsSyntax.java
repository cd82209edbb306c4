package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * An {@code effects} cell.
 *
 * @param items in order; empty for {@code none} and, in rows that forbid, {@code -}
 * @param dash whether it was written {@code -}
 */
public record EffectsSyntax(List<Item> items, boolean dash) implements CellContent {
  /** Copies the list. */
  public EffectsSyntax {
    items = List.copyOf(items);
  }

  /** One item. */
  public sealed interface Item {
    /** Where it stands. */
    Span at();
  }

  /**
   * An effect, or a trait of type {@code effects}.
   *
   * @param name its name
   * @param before the effect of {@code base} before which it is put
   */
  public record Named(Name name, Optional<Name> before) implements Item {
    @Override
    public Span at() {
      return name.at();
    }
  }

  /** {@code do STEP}. */
  public record Do(Name step, Span at) implements Item {}

  /** {@code base}: the effects cell of the rows replaced or split. */
  public record Base(Span at) implements Item {}
}
