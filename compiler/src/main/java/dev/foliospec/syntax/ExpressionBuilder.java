package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser;
import dev.foliospec.grammar.FoliospecParser.BareContext;
import dev.foliospec.grammar.FoliospecParser.ComparisonContext;
import dev.foliospec.grammar.FoliospecParser.ConjunctionContext;
import dev.foliospec.grammar.FoliospecParser.CountContext;
import dev.foliospec.grammar.FoliospecParser.DisjunctionContext;
import dev.foliospec.grammar.FoliospecParser.EffectsIncludeContext;
import dev.foliospec.grammar.FoliospecParser.EffectsOrderContext;
import dev.foliospec.grammar.FoliospecParser.EveryIndexContext;
import dev.foliospec.grammar.FoliospecParser.ExpressionContext;
import dev.foliospec.grammar.FoliospecParser.ItemContext;
import dev.foliospec.grammar.FoliospecParser.ItemsContext;
import dev.foliospec.grammar.FoliospecParser.MembershipContext;
import dev.foliospec.grammar.FoliospecParser.NamedContext;
import dev.foliospec.grammar.FoliospecParser.NamedMembershipContext;
import dev.foliospec.grammar.FoliospecParser.NegationContext;
import dev.foliospec.grammar.FoliospecParser.ParenthesizedContext;
import dev.foliospec.grammar.FoliospecParser.PrefixContext;
import dev.foliospec.grammar.FoliospecParser.PrefixedContext;
import dev.foliospec.grammar.FoliospecParser.SomeIndexContext;
import dev.foliospec.grammar.FoliospecParser.UnchangedContext;
import dev.foliospec.grammar.FoliospecParserBaseVisitor;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;

/** Conditions: from the grammar's flat chains to trees. Takes undamaged constructs only. */
final class ExpressionBuilder {
  private final Words words;
  private final Conditions conditions = new Conditions();
  private final Terms terms = new Terms();
  private final Recovery recovery;

  /** Reads cells one after another; made when the first one asks for it. */
  private @Nullable FoliospecParser parser;

  ExpressionBuilder(Words words) {
    this.words = words;
    this.recovery = new Recovery(words, new Complaints(words));
  }

  /** Reads a stretch of tokens as one expression; empty after a message if it is none. */
  Optional<ExpressionSyntax> read(Cursor stretch) {
    int before = recovery.reports();
    Tokens tokens = Tokens.of(stretch, words.tokens());
    FoliospecParser reader = parser;
    if (reader == null) {
      reader = new FoliospecParser(tokens);
      reader.removeErrorListeners();
      reader.setErrorHandler(recovery);
      reader.getInterpreter().setPredictionMode(PredictionMode.SLL);
      parser = reader;
    } else {
      reader.setInputStream(tokens);
    }
    FoliospecParser.LoneExpressionContext read = reader.loneExpression();
    return recovery.reports() > before ? Optional.empty() : Optional.of(build(read.expression()));
  }

  /** Builds the expression that was written, if one was. */
  Optional<ExpressionSyntax> optional(@Nullable ExpressionContext written) {
    return written == null ? Optional.empty() : Optional.of(build(written));
  }

  ExpressionSyntax build(ExpressionContext written) {
    List<ExpressionSyntax> parts = new ArrayList<>();
    for (DisjunctionContext part : written.disjunction()) {
      parts.add(disjunction(part));
    }
    return parts.size() == 1
        ? parts.get(0)
        : new ExpressionSyntax.Implies(parts, words.at(written));
  }

  private ExpressionSyntax disjunction(DisjunctionContext written) {
    List<ExpressionSyntax> parts = new ArrayList<>();
    for (ConjunctionContext part : written.conjunction()) {
      parts.add(conjunction(part));
    }
    return parts.size() == 1 ? parts.get(0) : new ExpressionSyntax.Or(parts, words.at(written));
  }

  private ExpressionSyntax conjunction(ConjunctionContext written) {
    List<ExpressionSyntax> parts = new ArrayList<>();
    for (PrefixedContext part : written.prefixed()) {
      parts.add(prefixed(part));
    }
    return parts.size() == 1 ? parts.get(0) : new ExpressionSyntax.And(parts, words.at(written));
  }

  private ExpressionSyntax prefixed(PrefixedContext written) {
    ExpressionSyntax built = conditions.visit(written.condition());
    List<PrefixContext> prefixes = written.prefix();
    if (prefixes.size() > LineStarts.DEEPEST) {
      words
          .found()
          .add(
              Rule.TOO_DEEP,
              words.at(prefixes.get(LineStarts.DEEPEST)),
              "`not`, `some` and `every` are nested more than " + LineStarts.DEEPEST + " deep");
      return built;
    }
    for (int index = prefixes.size() - 1; index >= 0; index--) {
      built = prefix(prefixes.get(index), built);
    }
    return built;
  }

  private ExpressionSyntax prefix(PrefixContext prefix, ExpressionSyntax body) {
    Span at = words.at(prefix).to(body.at());
    if (prefix instanceof NegationContext) {
      return new ExpressionSyntax.Not(body, at);
    }
    boolean every = prefix instanceof EveryIndexContext;
    ParserRuleContext index =
        every ? ((EveryIndexContext) prefix).name() : ((SomeIndexContext) prefix).name();
    return new ExpressionSyntax.Quantified(every, words.name(index), body, at);
  }

  /** Values and ranges, as in {@code a, 1..2}. */
  List<ItemSyntax> items(ItemsContext written) {
    List<ItemSyntax> items = new ArrayList<>();
    for (ItemContext item : written.item()) {
      items.add(item(item));
    }
    return items;
  }

  ItemSyntax item(ItemContext written) {
    return new ItemSyntax(words.name(written.low), words.optional(written.high));
  }

  private final class Conditions extends FoliospecParserBaseVisitor<ExpressionSyntax> {
    @Override
    public ExpressionSyntax visitParenthesized(ParenthesizedContext written) {
      return build(written.expression());
    }

    @Override
    public ExpressionSyntax visitComparison(ComparisonContext written) {
      Token sign = written.comparator().getStart();
      if (sign.getType() == FoliospecLexer.DOUBLE_EQUALS) {
        words.found().add(Complaints.doubleEquals(words.at(sign)));
      }
      return new ExpressionSyntax.Compared(
          terms.visit(written.term(0)),
          comparator(sign.getType()),
          terms.visit(written.term(1)),
          words.at(written));
    }

    @Override
    public ExpressionSyntax visitMembership(MembershipContext written) {
      return new ExpressionSyntax.Among(
          terms.visit(written.term()), items(written.items()), words.at(written));
    }

    @Override
    public ExpressionSyntax visitNamedMembership(NamedMembershipContext written) {
      return new ExpressionSyntax.InNamed(
          terms.visit(written.term()), words.name(written.name()), words.at(written));
    }

    @Override
    public ExpressionSyntax visitEffectsInclude(EffectsIncludeContext written) {
      return new ExpressionSyntax.EffectsInclude(words.name(written.name()), words.at(written));
    }

    @Override
    public ExpressionSyntax visitEffectsOrder(EffectsOrderContext written) {
      return new ExpressionSyntax.EffectsOrder(
          words.name(written.name(0)), words.name(written.name(1)), words.at(written));
    }

    @Override
    public ExpressionSyntax visitUnchanged(UnchangedContext written) {
      return new ExpressionSyntax.Unchanged(words.names(written.names().name()), words.at(written));
    }

    @Override
    public ExpressionSyntax visitBare(BareContext written) {
      return new ExpressionSyntax.Bare(terms.visit(written.term()), words.at(written));
    }
  }

  private final class Terms extends FoliospecParserBaseVisitor<TermSyntax> {
    @Override
    public TermSyntax visitNamed(NamedContext written) {
      return new TermSyntax.Named(
          words.name(written.value(0)),
          words.optional(written.index),
          written.PRIME() != null,
          words.at(written));
    }

    @Override
    public TermSyntax visitCount(CountContext written) {
      return new TermSyntax.Count(
          words.name(written.name()), build(written.expression()), words.at(written));
    }
  }

  /** The comparison that a token stands for. */
  static Comparator comparator(int type) {
    return switch (type) {
      case FoliospecLexer.NOT_EQUAL -> Comparator.DIFFERENT;
      case FoliospecLexer.LESS_THAN -> Comparator.LESS;
      case FoliospecLexer.AT_MOST -> Comparator.AT_MOST;
      case FoliospecLexer.MORE_THAN -> Comparator.MORE;
      case FoliospecLexer.AT_LEAST -> Comparator.AT_LEAST;
      default -> Comparator.EQUAL;
    };
  }

  /** Whether a construct was read without a mistake. */
  static boolean isWhole(ParserRuleContext construct) {
    if (construct.exception != null) {
      return false;
    }
    for (int index = 0; index < construct.getChildCount(); index++) {
      if (construct.getChild(index) instanceof ParserRuleContext part && !isWhole(part)) {
        return false;
      }
    }
    return true;
  }
}
