package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser.CommonDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.GlobalDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.RangeEventContext;
import dev.foliospec.grammar.FoliospecParser.RefusalContext;
import dev.foliospec.grammar.FoliospecParser.WholeEventContext;
import java.util.List;
import java.util.Optional;

/** Builds what a system says of its pages together. Takes undamaged constructs only. */
final class SystemBuilder {
  private final Words words;
  private final Documentation documentation;
  private final ExpressionBuilder expressions;

  SystemBuilder(Words words, Documentation documentation, ExpressionBuilder expressions) {
    this.words = words;
    this.documentation = documentation;
    this.expressions = expressions;
  }

  CommonSyntax common(CommonDeclarationContext written) {
    return new CommonSyntax(
        words.names(written.names().name()),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  RangeSyntax range(RangeEventContext written) {
    return new RangeSyntax(
        List.of(words.name(written.event)),
        Optional.of(words.name(written.how)),
        words.optional(written.output),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  RangeSyntax whole(WholeEventContext written) {
    return new RangeSyntax(
        words.names(written.names().name()),
        Optional.empty(),
        Optional.empty(),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  GlobalSyntax global(GlobalDeclarationContext written) {
    return new GlobalSyntax(
        words.name(written.name()),
        words.names(written.names().name()),
        expressions.build(written.expression()),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  RefusalSyntax refusal(RefusalContext written) {
    return new RefusalSyntax(
        words.name(written.id),
        words.name(written.error),
        words.names(written.names().name()),
        expressions.build(written.expression()),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }
}
