package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser.CallContext;
import dev.foliospec.grammar.FoliospecParser.ClaimAfterContext;
import dev.foliospec.grammar.FoliospecParser.ClaimAlwaysContext;
import dev.foliospec.grammar.FoliospecParser.ClaimCanReachContext;
import dev.foliospec.grammar.FoliospecParser.ClaimNeverContext;
import dev.foliospec.grammar.FoliospecParser.ClaimReachableContext;
import dev.foliospec.grammar.FoliospecParser.PolicyGlobsContext;
import dev.foliospec.grammar.FoliospecParser.PropertyClauseContext;
import dev.foliospec.grammar.FoliospecParser.PropertyContext;
import dev.foliospec.grammar.FoliospecParser.PropertyExceptionContext;
import dev.foliospec.grammar.FoliospecParser.PropertyGroundContext;
import dev.foliospec.grammar.FoliospecParser.PropertyPoliciesContext;
import dev.foliospec.grammar.FoliospecParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds properties; a damaged clause costs only itself. */
final class PropertyBuilder {
  private final Words words;
  private final Documentation documentation;
  private final ExpressionBuilder expressions;
  private final Claims claims = new Claims();

  PropertyBuilder(Words words, Documentation documentation, ExpressionBuilder expressions) {
    this.words = words;
    this.documentation = documentation;
    this.expressions = expressions;
  }

  /** Builds a property whose head is undamaged. */
  PropertySyntax property(PropertyContext written) {
    List<Name> policies = new ArrayList<>();
    Optional<ExpressionSyntax> where = Optional.empty();
    List<ExceptSyntax> exceptions = new ArrayList<>();
    Optional<ClaimSyntax> claim = Optional.empty();
    GroundsBuilder grounds =
        new GroundsBuilder(words).add(written.propertyHead().inlineGround());
    boolean damaged = false;
    for (PropertyClauseContext clause : written.propertyClause()) {
      if (!ExpressionBuilder.isWhole(clause)) {
        damaged = true;
      } else if (clause instanceof PropertyPoliciesContext part) {
        if (!policies.isEmpty()) {
          GroundsBuilder.duplicate(words, "for", part);
        }
        policies.addAll(globs(part.policyGlobs()));
        where = expressions.optional(part.expression());
      } else if (clause instanceof PropertyExceptionContext part) {
        exceptions.add(exception(part));
      } else if (clause instanceof PropertyGroundContext part) {
        grounds.add(part.sourceClause()).add(part.inlineGround());
      } else if (claim.isPresent()) {
        words.found().add(Rule.DUPLICATE_CLAUSE, words.at(clause), "a property makes one claim");
      } else {
        claim = Optional.of(claims.visit(clause));
      }
    }
    // What is left over after a damaged clause starts just behind the property.
    int first = written.getStart().getTokenIndex();
    int last = written.getStop().getTokenIndex() + 1;
    if (claim.isEmpty() && !damaged && !words.slips().isBetween(first, last)) {
      words
          .found()
          .add(
              Rule.SYNTAX,
              words.at(written.propertyHead()),
              "expected a claim: `always`, `never`, `after`, `reachable` or `from`");
    }
    return new PropertySyntax(
        words.name(written.propertyHead().name()),
        title(written),
        grounds.build(),
        policies,
        where,
        exceptions,
        claim,
        documentation.of(written.getStart(), written.getStop()),
        words.at(written));
  }

  private Optional<TextSyntax> title(PropertyContext written) {
    return Optional.ofNullable(written.propertyHead().STRING())
        .map(node -> words.string(node.getSymbol()));
  }

  private ExceptSyntax exception(PropertyExceptionContext written) {
    return new ExceptSyntax(
        globs(written.policyGlobs()),
        new GroundsBuilder(words).add(written.inlineGround()).build(),
        words.at(written));
  }

  /** Names of policies, perhaps with {@code *} or with choices in brackets. */
  List<Name> globs(PolicyGlobsContext written) {
    return words.names(written.policyGlob());
  }

  /** An event with its arguments. */
  private CallSyntax call(CallContext written) {
    List<Name> arguments = words.names(written.argument());
    return new CallSyntax(words.name(written.name()), arguments, words.at(written));
  }

  private final class Claims extends FoliospecParserBaseVisitor<ClaimSyntax> {
    @Override
    public ClaimSyntax visitClaimAlways(ClaimAlwaysContext written) {
      return new ClaimSyntax.Always(
          false, expressions.build(written.expression()), words.at(written));
    }

    @Override
    public ClaimSyntax visitClaimNever(ClaimNeverContext written) {
      return new ClaimSyntax.Always(
          true, expressions.build(written.expression()), words.at(written));
    }

    @Override
    public ClaimSyntax visitClaimAfter(ClaimAfterContext written) {
      List<CallSyntax> calls = new ArrayList<>();
      if (written.trigger().getStart() != written.trigger().getStop()
          || written.trigger().getStart().getType() != FoliospecLexer.ANY) {
        written.trigger().call().forEach(each -> calls.add(call(each)));
      }
      return new ClaimSyntax.After(
          calls,
          words.optional(written.actor),
          expressions.optional(written.when),
          expressions.build(written.holds),
          words.at(written));
    }

    @Override
    public ClaimSyntax visitClaimReachable(ClaimReachableContext written) {
      return new ClaimSyntax.Reachable(expressions.build(written.expression()), words.at(written));
    }

    @Override
    public ClaimSyntax visitClaimCanReach(ClaimCanReachContext written) {
      return new ClaimSyntax.CanReach(
          expressions.build(written.from),
          expressions.build(written.reach),
          written.names() == null ? List.of() : words.names(written.names().name()),
          words.at(written));
    }
  }
}
