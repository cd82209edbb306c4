package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecParser.CitationContext;
import dev.foliospec.grammar.FoliospecParser.CitationsContext;
import dev.foliospec.grammar.FoliospecParser.GroundContext;
import dev.foliospec.grammar.FoliospecParser.GroundReasonContext;
import dev.foliospec.grammar.FoliospecParser.GroundSourceContext;
import dev.foliospec.grammar.FoliospecParser.GroundStatusContext;
import dev.foliospec.grammar.FoliospecParser.GroundsContext;
import dev.foliospec.grammar.FoliospecParser.InlineGroundContext;
import dev.foliospec.grammar.FoliospecParser.SourceClauseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Gathers what one declaration rests on: its sources, its status, its reason. */
final class GroundsBuilder {
  private final Words words;
  private final List<CitationSyntax> sources = new ArrayList<>();
  private @Nullable Name status;
  private @Nullable TextSyntax because;

  GroundsBuilder(Words words) {
    this.words = words;
  }

  /** The grounds of a declaration that has no clauses beside them. */
  static GroundsSyntax build(Words words, GroundsContext written) {
    GroundsBuilder grounds = new GroundsBuilder(words);
    written.ground().forEach(grounds::add);
    return grounds.build();
  }

  /** Adds a part that may open a line. */
  GroundsBuilder add(GroundContext written) {
    return written.sourceClause() != null
        ? add(written.sourceClause())
        : add(List.of(written.inlineGround()));
  }

  /** Adds a line {@code source ID, ...}. */
  GroundsBuilder add(SourceClauseContext written) {
    return cite(written.citations());
  }

  /** Adds parts that go on within a line. */
  GroundsBuilder add(List<InlineGroundContext> parts) {
    for (InlineGroundContext part : parts) {
      if (part instanceof GroundSourceContext source) {
        cite(source.citations());
      } else if (part instanceof GroundStatusContext word) {
        once(status != null, "status", word);
        status = words.name(word.name());
      } else if (part instanceof GroundReasonContext reason) {
        once(because != null, "because", reason);
        because = words.string(reason.STRING().getSymbol());
      }
    }
    return this;
  }

  private GroundsBuilder cite(CitationsContext written) {
    for (CitationContext citation : written.citation()) {
      sources.add(words.citation(citation.getStart()));
    }
    return this;
  }

  private void once(boolean again, String clause, ParserRuleContext written) {
    if (again) {
      duplicate(words, clause, written);
    }
  }

  /** Says that a clause was written before. */
  static void duplicate(Words words, String clause, ParserRuleContext written) {
    words
        .found()
        .add(Diagnostic.of(
                Rule.DUPLICATE_CLAUSE, words.at(written), "`" + clause + "` is written twice")
            .withHelp("keep one of the two"));
  }

  /** What was gathered. */
  GroundsSyntax build() {
    return sources.isEmpty() && status == null && because == null
        ? GroundsSyntax.NONE
        : new GroundsSyntax(sources, Optional.ofNullable(status), Optional.ofNullable(because));
  }

  /** The sources gathered so far. */
  List<CitationSyntax> sources() {
    return sources;
  }
}
