package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser.ActorDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.CardContext;
import dev.foliospec.grammar.FoliospecParser.ChanceDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.CommonDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.DeclarationContext;
import dev.foliospec.grammar.FoliospecParser.DefinitionContext;
import dev.foliospec.grammar.FoliospecParser.DeletionContext;
import dev.foliospec.grammar.FoliospecParser.EffectDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.ErrorDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.EventDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.FlagContext;
import dev.foliospec.grammar.FoliospecParser.FlagFixContext;
import dev.foliospec.grammar.FoliospecParser.GhostDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.GlobalDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.InitDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.LackContext;
import dev.foliospec.grammar.FoliospecParser.MapDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.ObserverDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.PropertyContext;
import dev.foliospec.grammar.FoliospecParser.RangeEventContext;
import dev.foliospec.grammar.FoliospecParser.RefusalContext;
import dev.foliospec.grammar.FoliospecParser.ScenarioContext;
import dev.foliospec.grammar.FoliospecParser.SetDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.SourceDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.TableContext;
import dev.foliospec.grammar.FoliospecParser.TraitContext;
import dev.foliospec.grammar.FoliospecParser.TraitSettingContext;
import dev.foliospec.grammar.FoliospecParser.TypeDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.VariableDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.WholeEventContext;
import dev.foliospec.grammar.FoliospecParserBaseVisitor;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Hands each declaration to the builder of its family. */
final class DeclarationBuilder {
  private final Documentation documentation;
  private final VocabularyBuilder vocabulary;
  private final PolicyBuilder policies;
  private final SystemBuilder systems;
  private final TableBuilder tables;
  private final CardBuilder cards;
  private final PropertyBuilder properties;
  private final ScenarioBuilder scenarios;
  private final Whole whole = new Whole();

  DeclarationBuilder(Words words, Documentation documentation, RowReader rows, CellReader cells) {
    ExpressionBuilder expressions = cells.expressions();
    this.documentation = documentation;
    this.vocabulary = new VocabularyBuilder(words, documentation, expressions);
    this.policies = new PolicyBuilder(words, documentation);
    this.systems = new SystemBuilder(words, documentation, expressions);
    this.tables = new TableBuilder(words, documentation, expressions, rows);
    this.cards = new CardBuilder(words, documentation, cells);
    this.properties = new PropertyBuilder(words, documentation, expressions);
    this.scenarios = new ScenarioBuilder(words, documentation, properties, rows);
  }

  /** Builds a declaration; empty if it is too damaged. */
  Optional<DeclarationSyntax> build(DeclarationContext written) {
    ParseTree child = written.getChildCount() == 0 ? written : written.getChild(0);
    Optional<? extends DeclarationSyntax> built;
    if (child instanceof TableContext table) {
      built = tables.table(table);
    } else if (child instanceof CardContext card) {
      built = cards.card(card);
    } else if (child instanceof ScenarioContext scenario) {
      built = scenarios.scenario(scenario);
    } else if (child instanceof PropertyContext property) {
      built = ExpressionBuilder.isWhole(property.propertyHead())
          ? Optional.of(properties.property(property))
          : Optional.empty();
    } else {
      built =
          ExpressionBuilder.isWhole(written) ? Optional.of(whole.visit(child)) : Optional.empty();
    }
    if (built.isEmpty() && child instanceof ParserRuleContext lost && lost.getStop() != null) {
      // What was said of a damaged declaration goes with it, and needs no message of its own.
      documentation.forget(lost.getStart(), lost.getStop());
    }
    return built.map(each -> each);
  }

  /** Declarations that are built only if they are undamaged. */
  private final class Whole extends FoliospecParserBaseVisitor<DeclarationSyntax> {
    @Override
    public DeclarationSyntax visitSourceDeclaration(SourceDeclarationContext written) {
      return vocabulary.source(written);
    }

    @Override
    public DeclarationSyntax visitActorDeclaration(ActorDeclarationContext written) {
      return vocabulary.actor(written);
    }

    @Override
    public DeclarationSyntax visitTypeDeclaration(TypeDeclarationContext written) {
      return vocabulary.type(written);
    }

    @Override
    public DeclarationSyntax visitSetDeclaration(SetDeclarationContext written) {
      return vocabulary.set(written);
    }

    @Override
    public DeclarationSyntax visitMapDeclaration(MapDeclarationContext written) {
      return vocabulary.map(written);
    }

    @Override
    public DeclarationSyntax visitVariableDeclaration(VariableDeclarationContext written) {
      return vocabulary.variable(written);
    }

    @Override
    public DeclarationSyntax visitGhostDeclaration(GhostDeclarationContext written) {
      return vocabulary.ghost(written);
    }

    @Override
    public DeclarationSyntax visitFlag(FlagContext written) {
      return vocabulary.flag(written);
    }

    @Override
    public DeclarationSyntax visitFlagFix(FlagFixContext written) {
      return policies.flagFix(written);
    }

    @Override
    public DeclarationSyntax visitTrait(TraitContext written) {
      return vocabulary.trait(written);
    }

    @Override
    public DeclarationSyntax visitTraitSetting(TraitSettingContext written) {
      return policies.traitSetting(written);
    }

    @Override
    public DeclarationSyntax visitChanceDeclaration(ChanceDeclarationContext written) {
      return vocabulary.chance(written);
    }

    @Override
    public DeclarationSyntax visitInitDeclaration(InitDeclarationContext written) {
      return vocabulary.init(written);
    }

    @Override
    public DeclarationSyntax visitEventDeclaration(EventDeclarationContext written) {
      return vocabulary.event(written);
    }

    @Override
    public DeclarationSyntax visitEffectDeclaration(EffectDeclarationContext written) {
      return vocabulary.effect(written);
    }

    @Override
    public DeclarationSyntax visitErrorDeclaration(ErrorDeclarationContext written) {
      return vocabulary.error(written);
    }

    @Override
    public DeclarationSyntax visitDefinition(DefinitionContext written) {
      return vocabulary.definition(written);
    }

    @Override
    public DeclarationSyntax visitObserverDeclaration(ObserverDeclarationContext written) {
      return vocabulary.observer(written);
    }

    @Override
    public DeclarationSyntax visitDeletion(DeletionContext written) {
      return policies.deletion(written);
    }

    @Override
    public DeclarationSyntax visitLack(LackContext written) {
      return policies.lack(written);
    }

    @Override
    public DeclarationSyntax visitCommonDeclaration(CommonDeclarationContext written) {
      return systems.common(written);
    }

    @Override
    public DeclarationSyntax visitRangeEvent(RangeEventContext written) {
      return systems.range(written);
    }

    @Override
    public DeclarationSyntax visitWholeEvent(WholeEventContext written) {
      return systems.whole(written);
    }

    @Override
    public DeclarationSyntax visitGlobalDeclaration(GlobalDeclarationContext written) {
      return systems.global(written);
    }

    @Override
    public DeclarationSyntax visitRefusal(RefusalContext written) {
      return systems.refusal(written);
    }
  }
}
