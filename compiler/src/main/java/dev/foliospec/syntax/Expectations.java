package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What the grammar expects at some point, in words of the language. */
final class Expectations {
  private static final int MOST = 4;

  /** What is expected, such as {@code an event} or {@code `of` or `extends`}. */
  String expected(ParserRuleContext context, @Nullable IntervalSet types) {
    if (types == null || types.isNil()) {
      return somethingElse(context);
    }
    List<String> wanted = new ArrayList<>();
    if (types.contains(FoliospecLexer.WORD)) {
      wanted.add(noun(context));
    } else if (types.contains(FoliospecLexer.NUMBER)) {
      wanted.add("a number");
    }
    for (int type : types.toList()) {
      if (type == FoliospecLexer.STRING) {
        wanted.add("a text in quotes");
      } else if (type != FoliospecLexer.NUMBER
          && type != Token.EOF
          && !Cursor.isName(type)
          && !LineStarts.isKeyword(type)) {
        sign(type).ifPresent(wanted::add);
      } else if (!types.contains(FoliospecLexer.WORD) && Cursor.isName(type)) {
        sign(type).ifPresent(wanted::add);
      }
    }
    if (isCondition(context) && types.contains(FoliospecLexer.WORD)) {
      return noun(context);
    }
    if (wanted.isEmpty() || wanted.size() > MOST) {
      return somethingElse(context);
    }
    int last = wanted.size() - 1;
    return last == 0
        ? wanted.get(0)
        : String.join(", ", wanted.subList(0, last)) + " or " + wanted.get(last);
  }

  private static Optional<String> sign(int type) {
    String literal = FoliospecLexer.VOCABULARY.getLiteralName(type);
    if (literal == null) {
      return Optional.empty();
    }
    String bare = literal.substring(1, literal.length() - 1);
    return Optional.of("`" + (bare.equals("\\'") ? "'" : bare) + "`");
  }

  /** What is expected where no short list says it. */
  String somethingElse(ParserRuleContext context) {
    for (RuleContext at = context; at != null; at = at.getParent()) {
      String noun = switch (at.getRuleIndex()) {
        case FoliospecParser.RULE_file -> "a declaration";
        case FoliospecParser.RULE_tableHead -> "the head of a table";
        case FoliospecParser.RULE_eventDeclaration -> "a part of an event's declaration";
        case FoliospecParser.RULE_type -> noun(at);
        default -> isCondition(at) ? noun(at) : "";
      };
      if (!noun.isEmpty()) {
        return noun;
      }
    }
    return "something else";
  }

  private static boolean isCondition(RuleContext context) {
    return switch (context.getRuleIndex()) {
      case FoliospecParser.RULE_loneExpression,
          FoliospecParser.RULE_expression,
          FoliospecParser.RULE_disjunction,
          FoliospecParser.RULE_conjunction,
          FoliospecParser.RULE_prefixed,
          FoliospecParser.RULE_prefix,
          FoliospecParser.RULE_condition -> true;
      default -> false;
    };
  }

  private static String noun(RuleContext context) {
    for (RuleContext at = context; at != null; at = at.getParent()) {
      if (isCondition(at)) {
        return "a condition";
      }
      String noun = switch (at.getRuleIndex()) {
        case FoliospecParser.RULE_term -> "a name or a value";
        case FoliospecParser.RULE_type, FoliospecParser.RULE_typeItem -> "a type or a value";
        case FoliospecParser.RULE_items, FoliospecParser.RULE_item, FoliospecParser.RULE_value ->
          "a value";
        case FoliospecParser.RULE_citation, FoliospecParser.RULE_citations -> "a source";
        case FoliospecParser.RULE_policyName, FoliospecParser.RULE_policyGlob -> "a policy's name";
        case FoliospecParser.RULE_call,
            FoliospecParser.RULE_trigger,
            FoliospecParser.RULE_lack,
            FoliospecParser.RULE_rangeDeclaration -> "an event";
        case FoliospecParser.RULE_tableHead ->
          ((ParserRuleContext) at).getChildCount() > 2 ? "an event" : "a name";
        case FoliospecParser.RULE_eventPart -> "an actor";
        case FoliospecParser.RULE_deletion, FoliospecParser.RULE_cardHead -> "a row's id";
        default -> "";
      };
      if (!noun.isEmpty()) {
        return noun;
      }
    }
    return "a name";
  }

  /** Whether a construct is the head of a table or unit, which goes on over several lines. */
  boolean isHead(ParserRuleContext context) {
    for (RuleContext at = context; at != null; at = at.getParent()) {
      boolean head = switch (at.getRuleIndex()) {
        case FoliospecParser.RULE_tableHead,
            FoliospecParser.RULE_policyHead,
            FoliospecParser.RULE_policiesHead,
            FoliospecParser.RULE_systemHead,
            FoliospecParser.RULE_commonDeclaration,
            FoliospecParser.RULE_rangeDeclaration,
            FoliospecParser.RULE_refusal,
            FoliospecParser.RULE_globalDeclaration,
            FoliospecParser.RULE_lack,
            FoliospecParser.RULE_deletion,
            FoliospecParser.RULE_traitDeclaration,
            FoliospecParser.RULE_flagDeclaration -> true;
        default -> false;
      };
      if (head) {
        return true;
      }
    }
    return false;
  }

  /** Whether clauses may follow here. */
  boolean hasClauses(ParserRuleContext context) {
    for (RuleContext at = context; at != null; at = at.getParent()) {
      int rule = at.getRuleIndex();
      if (rule == FoliospecParser.RULE_property
          || rule == FoliospecParser.RULE_scenario
          || rule == FoliospecParser.RULE_card) {
        return true;
      }
    }
    return false;
  }

  static boolean hasShape(ParserRuleContext context) {
    return shapeOf(context.getRuleIndex()) != null;
  }

  /** How the construct that holds a point is written. */
  Optional<String> shape(ParserRuleContext context) {
    for (RuleContext at = context; at != null; at = at.getParent()) {
      String shape = shapeOf(at.getRuleIndex());
      if (shape != null) {
        return Optional.of("write " + shape);
      }
    }
    return Optional.empty();
  }

  private static @Nullable String shapeOf(int rule) {
    return switch (rule) {
      case FoliospecParser.RULE_vocabularyHead -> "`vocabulary NAME`";
      case FoliospecParser.RULE_policyHead ->
        "`policy NAME of VOCABULARY`, then perhaps `extends POLICY`, `refines POLICY`";
      case FoliospecParser.RULE_policiesHead -> "`policies of VOCABULARY extends POLICY`";
      case FoliospecParser.RULE_systemHead -> "`system NAME of VOCABULARY extends POLICY pages 2`";
      case FoliospecParser.RULE_commonDeclaration -> "`common VARIABLE, VARIABLE`";
      case FoliospecParser.RULE_rangeDeclaration ->
        "`range EVENT all answers OUTPUT`, with `all`, `prefix` or `progress`, or `whole EVENT, EVENT`";
      case FoliospecParser.RULE_globalDeclaration -> "`global NAME on EVENT when CONDITION`";
      case FoliospecParser.RULE_refusal -> "`refuse ID ERROR on EVENT when CONDITION`";
      case FoliospecParser.RULE_scenariosHead -> "`scenarios of VOCABULARY`";
      case FoliospecParser.RULE_sourceDeclaration -> "`source NAME \"text\"`";
      case FoliospecParser.RULE_actorDeclaration -> "`actor NAME`";
      case FoliospecParser.RULE_typeDeclaration -> "`type NAME = VALUE | VALUE`";
      case FoliospecParser.RULE_setDeclaration -> "`set NAME of TYPE = VALUE, VALUE`";
      case FoliospecParser.RULE_mapDeclaration -> "`map NAME of TYPE -> TYPE = VALUE: VALUE; ...`";
      case FoliospecParser.RULE_variableDeclaration -> "`var NAME : TYPE = VALUE`";
      case FoliospecParser.RULE_ghostDeclaration -> "`ghost NAME : TYPE = VALUE, +1 on EFFECT`";
      case FoliospecParser.RULE_flagDeclaration ->
        "`flag NAME : VALUE | VALUE`, or in a policy `flag NAME = VALUE`";
      case FoliospecParser.RULE_traitDeclaration ->
        "`trait NAME : VALUE | VALUE`, or in a policy `trait NAME = VALUE`";
      case FoliospecParser.RULE_chanceDeclaration -> "`chance NAME : VALUE | VALUE = VALUE`";
      case FoliospecParser.RULE_initDeclaration -> "`init NAME = VALUE if CONDITION else VALUE`";
      case FoliospecParser.RULE_eventDeclaration ->
        "`event NAME(PARAMETER: TYPE) by ACTOR`, then perhaps `answers OUTPUT: TYPE`,"
            + " `only when CONDITION`, `silent`";
      case FoliospecParser.RULE_effectDeclaration -> "`effect NAME`";
      case FoliospecParser.RULE_errorDeclaration -> "`error NAME, NAME`";
      case FoliospecParser.RULE_definition -> "`define NAME = CONDITION`";
      case FoliospecParser.RULE_observerDeclaration ->
        "`observer NAME sees answers of ACTOR; effects; state except NAME`";
      case FoliospecParser.RULE_tableHead ->
        "`table NAME on EVENT, EVENT`, `step NAME` or `override NAME`";
      case FoliospecParser.RULE_cardHead -> "`row ID of TABLE`";
      case FoliospecParser.RULE_deletion -> "`delete ID because \"...\" source SOURCE`";
      case FoliospecParser.RULE_lack -> "`lacks EVENT because \"...\" source SOURCE`";
      case FoliospecParser.RULE_propertyHead -> "`property NAME \"text\"`";
      case FoliospecParser.RULE_scenarioHead -> "`scenario NAME \"text\"`";
      default -> null;
    };
  }
}
