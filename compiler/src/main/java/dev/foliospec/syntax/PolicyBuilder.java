package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser.AlternativeContext;
import dev.foliospec.grammar.FoliospecParser.DeletionContext;
import dev.foliospec.grammar.FoliospecParser.FlagFixContext;
import dev.foliospec.grammar.FoliospecParser.LackContext;
import dev.foliospec.grammar.FoliospecParser.TraitSettingContext;
import java.util.ArrayList;
import java.util.List;

/** Builds what one policy decides beside its tables. Takes undamaged constructs only. */
final class PolicyBuilder {
  private final Words words;
  private final Documentation documentation;

  PolicyBuilder(Words words, Documentation documentation) {
    this.words = words;
    this.documentation = documentation;
  }

  FlagFixSyntax flagFix(FlagFixContext written) {
    return new FlagFixSyntax(
        words.name(written.name()),
        words.names(written.value()),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  TraitSettingSyntax traitSetting(TraitSettingContext written) {
    List<AlternativeSyntax> alternatives = new ArrayList<>();
    for (AlternativeContext each : written.alternative()) {
      alternatives.add(new AlternativeSyntax(words.names(each.value()), words.at(each)));
    }
    return new TraitSettingSyntax(
        words.name(written.name()),
        alternatives,
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  DeleteSyntax deletion(DeletionContext written) {
    return new DeleteSyntax(
        words.names(written.value()),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  LacksSyntax lack(LackContext written) {
    return new LacksSyntax(
        words.names(written.names().name()),
        GroundsBuilder.build(words, written.grounds()),
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }
}
