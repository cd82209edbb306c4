package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/** A cell under {@code x'} or under an output: where the value comes from. */
public sealed interface UpdateSyntax extends CellContent {
  /** {@code =}: unchanged, or as the row's steps left it. */
  record Keep() implements UpdateSyntax {}

  /** {@code -}: under an output, no output; in a row that forbids, nothing. */
  record Nothing() implements UpdateSyntax {}

  /** A value, variable or parameter; a primed one stands for its new value. */
  record Plain(Name name, Optional<Name> index, boolean primed) implements UpdateSyntax {}

  /** {@code x+1}, {@code x-1}. */
  record Shifted(Name name, Optional<Name> index, boolean primed, int by) implements UpdateSyntax {}

  /** {@code m(x)}: a map. */
  record Mapped(Name map, Name argument, Optional<Name> index, boolean primed)
      implements UpdateSyntax {}

  /** {@code any}. */
  record Anything() implements UpdateSyntax {}

  /** {@code {a, b}}: one of these, not said which. */
  record OneOf(List<UpdateSyntax> choices) implements UpdateSyntax {
    /** Copies the list. */
    public OneOf {
      choices = List.copyOf(choices);
    }
  }

  /** {@code base}: as the replaced or split row says. */
  record Base() implements UpdateSyntax {}
}
