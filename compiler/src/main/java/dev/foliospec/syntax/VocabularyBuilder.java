package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser.ActorDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.ChanceDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.DefinitionContext;
import dev.foliospec.grammar.FoliospecParser.EffectDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.EnumerationContext;
import dev.foliospec.grammar.FoliospecParser.ErrorDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.EventActorContext;
import dev.foliospec.grammar.FoliospecParser.EventBoundsContext;
import dev.foliospec.grammar.FoliospecParser.EventDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.EventOutputsContext;
import dev.foliospec.grammar.FoliospecParser.EventPartContext;
import dev.foliospec.grammar.FoliospecParser.FlagContext;
import dev.foliospec.grammar.FoliospecParser.GhostAddsContext;
import dev.foliospec.grammar.FoliospecParser.GhostBecomesContext;
import dev.foliospec.grammar.FoliospecParser.GhostDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.GhostRuleContext;
import dev.foliospec.grammar.FoliospecParser.GhostTakesContext;
import dev.foliospec.grammar.FoliospecParser.InitCaseContext;
import dev.foliospec.grammar.FoliospecParser.InitDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.MapDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.MapEntryContext;
import dev.foliospec.grammar.FoliospecParser.ObserverAnswersContext;
import dev.foliospec.grammar.FoliospecParser.ObserverDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.ObserverEffectsContext;
import dev.foliospec.grammar.FoliospecParser.ObserverPartContext;
import dev.foliospec.grammar.FoliospecParser.ObserverStateContext;
import dev.foliospec.grammar.FoliospecParser.OrderedEnumerationContext;
import dev.foliospec.grammar.FoliospecParser.ParameterContext;
import dev.foliospec.grammar.FoliospecParser.SetDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.SourceDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.TraitContext;
import dev.foliospec.grammar.FoliospecParser.TypeContext;
import dev.foliospec.grammar.FoliospecParser.TypeDeclarationContext;
import dev.foliospec.grammar.FoliospecParser.TypeItemContext;
import dev.foliospec.grammar.FoliospecParser.VariableDeclarationContext;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds what says which states, events and effects there are. Takes undamaged constructs only. */
final class VocabularyBuilder {
  private final Words words;
  private final Documentation documentation;
  private final ExpressionBuilder expressions;

  VocabularyBuilder(Words words, Documentation documentation, ExpressionBuilder expressions) {
    this.words = words;
    this.documentation = documentation;
    this.expressions = expressions;
  }

  private Optional<DocSyntax> doc(ParserRuleContext written) {
    return documentation.of(written.getStart(), written.getStop());
  }

  SourceSyntax source(SourceDeclarationContext written) {
    return new SourceSyntax(
        words.name(written.name()),
        words.string(written.STRING().getSymbol()),
        doc(written),
        words.at(written));
  }

  ActorSyntax actor(ActorDeclarationContext written) {
    return new ActorSyntax(words.names(written.names().name()), doc(written), words.at(written));
  }

  NamedTypeSyntax type(TypeDeclarationContext written) {
    return new NamedTypeSyntax(
        words.name(written.name()),
        type(written.type()),
        written.SYMMETRIC() != null,
        doc(written),
        words.at(written));
  }

  /** What follows a colon or a type's {@code =}. */
  TypeSyntax type(TypeContext written) {
    List<ItemSyntax> items = new ArrayList<>();
    List<Name> matchesAny = new ArrayList<>();
    if (written instanceof OrderedEnumerationContext ordered) {
      words
          .names(ordered.value())
          .forEach(value -> items.add(new ItemSyntax(value, Optional.empty())));
    } else if (written instanceof EnumerationContext plain) {
      for (TypeItemContext item : plain.typeItem()) {
        ItemSyntax built = expressions.item(item.item());
        items.add(built);
        if (item.MATCHES() != null) {
          matchesAny.add(built.low());
        }
      }
    }
    boolean ordered = written instanceof OrderedEnumerationContext;
    boolean effects = items.size() == 1
        && items.get(0).high().isEmpty()
        && items.get(0).low().text().equals("effects");
    return new TypeSyntax(items, ordered, matchesAny, effects, words.at(written));
  }

  SetSyntax set(SetDeclarationContext written) {
    return new SetSyntax(
        words.name(written.name(0)),
        words.name(written.of),
        expressions.items(written.items()),
        doc(written),
        words.at(written));
  }

  MapSyntax map(MapDeclarationContext written) {
    List<EntrySyntax> entries = new ArrayList<>();
    for (MapEntryContext entry : written.mapEntry()) {
      entries.add(new EntrySyntax(expressions.items(entry.items()), words.name(entry.value())));
    }
    return new MapSyntax(
        words.name(written.name(0)),
        words.name(written.from),
        words.name(written.to),
        entries,
        doc(written),
        words.at(written));
  }

  VariableSyntax variable(VariableDeclarationContext written) {
    return new VariableSyntax(
        written.HIDDEN_VAR() == null ? VariableSyntax.Kind.VISIBLE : VariableSyntax.Kind.HIDDEN,
        words.name(written.name(0)),
        words.optional(written.index),
        type(written.type()),
        words.optional(written.initial),
        words.optional(written.actor),
        List.of(),
        doc(written),
        words.at(written));
  }

  VariableSyntax ghost(GhostDeclarationContext written) {
    List<GhostRuleSyntax> rules = new ArrayList<>();
    written.ghostRule().forEach(rule -> rules.add(ghostRule(rule)));
    return new VariableSyntax(
        VariableSyntax.Kind.GHOST,
        words.name(written.name()),
        Optional.empty(),
        type(written.type()),
        words.optional(written.initial),
        Optional.empty(),
        rules,
        doc(written),
        words.at(written));
  }

  private GhostRuleSyntax ghostRule(GhostRuleContext written) {
    if (written instanceof GhostAddsContext adds) {
      return new GhostRuleSyntax(
          number(adds.NUMBER().getSymbol()), Optional.empty(), List.of(words.name(adds.name())));
    }
    if (written instanceof GhostTakesContext takes) {
      return new GhostRuleSyntax(
          -number(takes.NUMBER().getSymbol()), Optional.empty(), List.of(words.name(takes.name())));
    }
    GhostBecomesContext becomes = (GhostBecomesContext) written;
    return new GhostRuleSyntax(
        0, words.optional(becomes.value()), List.of(words.name(becomes.name())));
  }

  /** A number as it is written; one that no {@code int} holds becomes the greatest. */
  private int number(Token token) {
    return new BigInteger(words.of(token))
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }

  FlagSyntax flag(FlagContext written) {
    return new FlagSyntax(
        words.name(written.name()), type(written.type()), doc(written), words.at(written));
  }

  TraitSyntax trait(TraitContext written) {
    return new TraitSyntax(
        words.name(written.name()), type(written.type()), doc(written), words.at(written));
  }

  ChanceSyntax chance(ChanceDeclarationContext written) {
    return new ChanceSyntax(
        words.name(written.name()),
        type(written.type()),
        words.optional(written.usual),
        doc(written),
        words.at(written));
  }

  InitSyntax init(InitDeclarationContext written) {
    List<CaseSyntax> cases = new ArrayList<>();
    for (InitCaseContext each : written.initCase()) {
      cases.add(new CaseSyntax(words.name(each.value()), expressions.optional(each.expression())));
    }
    return new InitSyntax(
        words.name(written.name()),
        words.optional(written.index),
        cases,
        doc(written),
        words.at(written));
  }

  EventSyntax event(EventDeclarationContext written) {
    Optional<Name> actor = Optional.empty();
    List<ParameterSyntax> outputs = new ArrayList<>();
    Optional<ExpressionSyntax> onlyWhen = Optional.empty();
    boolean silent = false;
    for (EventPartContext part : written.eventPart()) {
      if (part instanceof EventActorContext by) {
        once(actor.isPresent(), "by", by);
        actor = words.optional(by.name());
      } else if (part instanceof EventOutputsContext answers) {
        once(!outputs.isEmpty(), "answers", answers);
        outputs.addAll(parameters(answers.parameter()));
      } else if (part instanceof EventBoundsContext bounds) {
        once(onlyWhen.isPresent(), "only when", bounds);
        onlyWhen = expressions.optional(bounds.expression());
      } else {
        once(silent, "silent", part);
        silent = true;
      }
    }
    return new EventSyntax(
        words.name(written.name()),
        parameters(written.parameter()),
        actor,
        outputs,
        onlyWhen,
        silent,
        doc(written),
        words.at(written));
  }

  private void once(boolean again, String clause, ParserRuleContext written) {
    if (again) {
      GroundsBuilder.duplicate(words, clause, written);
    }
  }

  private List<ParameterSyntax> parameters(List<ParameterContext> written) {
    List<ParameterSyntax> parameters = new ArrayList<>();
    for (ParameterContext each : written) {
      parameters.add(new ParameterSyntax(words.name(each.name()), type(each.type())));
    }
    return parameters;
  }

  EffectSyntax effect(EffectDeclarationContext written) {
    return new EffectSyntax(
        words.names(written.names().name()),
        expressions.optional(written.expression()),
        doc(written),
        words.at(written));
  }

  ErrorSyntax error(ErrorDeclarationContext written) {
    return new ErrorSyntax(words.names(written.names().name()), doc(written), words.at(written));
  }

  DefineSyntax definition(DefinitionContext written) {
    return new DefineSyntax(
        words.name(written.name()),
        expressions.build(written.expression()),
        doc(written),
        words.at(written));
  }

  ObserverSyntax observer(ObserverDeclarationContext written) {
    List<Name> actors = new ArrayList<>();
    List<Name> except = new ArrayList<>();
    boolean answers = false;
    boolean effects = false;
    boolean state = false;
    for (ObserverPartContext part : written.observerPart()) {
      if (part instanceof ObserverAnswersContext of) {
        once(answers, "answers", of);
        answers = true;
        actors.addAll(words.names(of.names().name()));
      } else if (part instanceof ObserverEffectsContext) {
        once(effects, "effects", part);
        effects = true;
      } else if (part instanceof ObserverStateContext of) {
        once(state, "state", of);
        state = true;
        if (of.names() != null) {
          except.addAll(words.names(of.names().name()));
        }
      }
    }
    return new ObserverSyntax(
        words.name(written.name()),
        answers,
        actors,
        effects,
        state,
        except,
        doc(written),
        words.at(written));
  }
}
