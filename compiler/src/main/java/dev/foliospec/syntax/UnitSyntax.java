package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/** A unit: what one head line starts, up to the next. */
public sealed interface UnitSyntax
    permits VocabularySyntax, PolicySyntax, PoliciesSyntax, ScenariosSyntax {
  /** The whole unit. */
  Span at();

  /** Its documentation. */
  Optional<DocSyntax> doc();

  /** Its declarations in the order of writing. */
  List<DeclarationSyntax> members();
}
