package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/** What a cell says. Which kinds a column admits is said at {@link ColumnKind}. */
public sealed interface CellContent
    permits ConditionSyntax,
        AnswerSyntax,
        UpdateSyntax,
        EffectsSyntax,
        CellContent.RowNames,
        CellContent.Sources,
        CellContent.Word,
        CellContent.Prose,
        CellContent.Alternatives,
        CellContent.Broken {
  /** {@code replaces}, {@code splits}: row ids; none for {@code -}. */
  record RowNames(List<Name> names) implements CellContent {
    /** Copies the list. */
    public RowNames {
      names = List.copyOf(names);
    }
  }

  /** {@code source}: documents; none for {@code -}. */
  record Sources(List<CitationSyntax> citations) implements CellContent {
    /** Copies the list. */
    public Sources {
      citations = List.copyOf(citations);
    }
  }

  /** {@code status}: one word; absent for {@code -}. */
  record Word(Optional<Name> name) implements CellContent {}

  /** {@code why}: free text, empty where nothing is said. */
  record Prose(String text, boolean quoted) implements CellContent {}

  /** A trait's cell in a pivot: one setting, or several where it is undecided. */
  record Alternatives(List<AlternativeSyntax> alternatives) implements CellContent {
    /** Copies the list. */
    public Alternatives {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** A cell that could not be read and was reported. */
  record Broken() implements CellContent {}
}
