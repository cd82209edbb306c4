package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecParser.DeclarationContext;
import dev.foliospec.grammar.FoliospecParser.FileContext;
import dev.foliospec.grammar.FoliospecParser.PoliciesContext;
import dev.foliospec.grammar.FoliospecParser.PoliciesHeadContext;
import dev.foliospec.grammar.FoliospecParser.PolicyContext;
import dev.foliospec.grammar.FoliospecParser.PolicyHeadContext;
import dev.foliospec.grammar.FoliospecParser.PolicyNameContext;
import dev.foliospec.grammar.FoliospecParser.ScenariosContext;
import dev.foliospec.grammar.FoliospecParser.SystemContext;
import dev.foliospec.grammar.FoliospecParser.SystemHeadContext;
import dev.foliospec.grammar.FoliospecParser.UnitContext;
import dev.foliospec.grammar.FoliospecParser.VocabularyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds units, and sees to it that declarations stand in units of their kind. */
final class UnitBuilder {
  private static final Set<Class<? extends DeclarationSyntax>> NOT_IN_VOCABULARY = Set.of(
      FlagFixSyntax.class,
      TraitSettingSyntax.class,
      TableSyntax.class,
      CardSyntax.class,
      DeleteSyntax.class,
      LacksSyntax.class,
      CommonSyntax.class,
      RangeSyntax.class,
      RefusalSyntax.class,
      GlobalSyntax.class,
      ScenarioSyntax.class);
  private static final Set<Class<? extends DeclarationSyntax>> NOT_IN_POLICY = Set.of(
      ActorSyntax.class,
      EventSyntax.class,
      TraitSyntax.class,
      ObserverSyntax.class,
      CommonSyntax.class,
      RangeSyntax.class,
      RefusalSyntax.class,
      GlobalSyntax.class,
      ScenarioSyntax.class);
  private static final Set<Class<? extends DeclarationSyntax>> NOT_IN_SYSTEM = Set.of(
      ActorSyntax.class,
      EventSyntax.class,
      TraitSyntax.class,
      ObserverSyntax.class,
      ScenarioSyntax.class);
  private static final Set<Class<? extends DeclarationSyntax>> IN_PIVOT =
      Set.of(SourceSyntax.class, PropertySyntax.class);
  private static final Set<Class<? extends DeclarationSyntax>> IN_SCENARIOS =
      Set.of(SourceSyntax.class, PropertySyntax.class, ScenarioSyntax.class);

  private final Words words;
  private final Documentation documentation;
  private final RowReader rows;
  private final DeclarationBuilder declarations;

  UnitBuilder(
      Words words, Documentation documentation, RowReader rows, DeclarationBuilder declarations) {
    this.words = words;
    this.documentation = documentation;
    this.rows = rows;
    this.declarations = declarations;
  }

  /** Builds all units of a file. */
  List<UnitSyntax> units(FileContext written) {
    List<UnitSyntax> units = new ArrayList<>();
    if (!written.declaration().isEmpty()) {
      homeless(written.declaration());
    }
    for (UnitContext unit : written.unit()) {
      unit(unit).ifPresent(units::add);
    }
    return units;
  }

  private void homeless(List<DeclarationContext> written) {
    if (!words.found().hasErrors()) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.NO_UNIT,
                  words.at(written.get(0).getStart()),
                  "this declaration stands before the first unit")
              .withHelp("start the file with a line such as `policy NAME of VOCABULARY`"));
    }
    written.forEach(declarations::build);
  }

  private Optional<UnitSyntax> unit(UnitContext written) {
    if (written instanceof VocabularyContext vocabulary) {
      return vocabulary(vocabulary);
    }
    if (written instanceof PolicyContext policy) {
      return policy(policy);
    }
    if (written instanceof PoliciesContext policies) {
      return policies(policies);
    }
    if (written instanceof SystemContext system) {
      return system(system);
    }
    return written instanceof ScenariosContext scenarios ? scenarios(scenarios) : Optional.empty();
  }

  private Optional<UnitSyntax> vocabulary(VocabularyContext written) {
    List<DeclarationSyntax> members = members(
        written.declaration(),
        each -> !NOT_IN_VOCABULARY.contains(each.getClass()),
        "a vocabulary");
    if (!ExpressionBuilder.isWhole(written.vocabularyHead())) {
      return Optional.empty();
    }
    return Optional.of(new VocabularySyntax(
        words.name(written.vocabularyHead().name()),
        doc(written.vocabularyHead()),
        members,
        words.at(written)));
  }

  private Optional<UnitSyntax> policy(PolicyContext written) {
    List<DeclarationSyntax> members = members(
        written.declaration(), each -> !NOT_IN_POLICY.contains(each.getClass()), "a policy");
    PolicyHeadContext head = written.policyHead();
    if (!ExpressionBuilder.isWhole(head)) {
      return Optional.empty();
    }
    List<PolicyNameContext> contracts =
        head.policyName().subList(head.base == null ? 1 : 2, head.policyName().size());
    return Optional.of(new PolicySyntax(
        words.name(head.policyName(0)),
        head.ABSTRACT() != null,
        words.name(head.vocabulary),
        words.optional(head.base),
        words.names(contracts),
        Optional.empty(),
        GroundsBuilder.build(words, head.grounds()),
        doc(head),
        members,
        words.at(written)));
  }

  private Optional<UnitSyntax> system(SystemContext written) {
    List<DeclarationSyntax> members = members(
        written.declaration(), each -> !NOT_IN_SYSTEM.contains(each.getClass()), "a system");
    SystemHeadContext head = written.systemHead();
    if (!ExpressionBuilder.isWhole(head)) {
      return Optional.empty();
    }
    return Optional.of(new PolicySyntax(
        words.name(head.policyName(0)),
        false,
        words.name(head.vocabulary),
        words.optional(head.base),
        List.of(),
        Optional.of(words.name(head.NUMBER().getSymbol())),
        GroundsBuilder.build(words, head.grounds()),
        doc(head),
        members,
        words.at(written)));
  }

  private Optional<UnitSyntax> policies(PoliciesContext written) {
    Grid grid = rows.read(written.row(), Layout.PIVOT);
    List<DeclarationSyntax> members =
        members(written.declaration(), each -> IN_PIVOT.contains(each.getClass()), "a pivot");
    PoliciesHeadContext head = written.policiesHead();
    if (!ExpressionBuilder.isWhole(head)) {
      return Optional.empty();
    }
    return Optional.of(new PoliciesSyntax(
        words.name(head.vocabulary),
        words.optional(head.base),
        GroundsBuilder.build(words, head.grounds()),
        doc(head),
        grid.columns(),
        grid.rows(),
        members,
        words.at(written)));
  }

  private Optional<UnitSyntax> scenarios(ScenariosContext written) {
    List<DeclarationSyntax> members =
        members(written.declaration(), each -> IN_SCENARIOS.contains(each.getClass()), "scenarios");
    if (!ExpressionBuilder.isWhole(written.scenariosHead())) {
      return Optional.empty();
    }
    return Optional.of(new ScenariosSyntax(
        words.name(written.scenariosHead().vocabulary),
        doc(written.scenariosHead()),
        members,
        words.at(written)));
  }

  private Optional<DocSyntax> doc(ParserRuleContext head) {
    return documentation.of(head.getStart(), head.getStop());
  }

  private List<DeclarationSyntax> members(
      List<DeclarationContext> written, Predicate<DeclarationSyntax> belongs, String unit) {
    List<DeclarationSyntax> members = new ArrayList<>();
    for (DeclarationContext each : written) {
      declarations.build(each).ifPresent(built -> {
        if (belongs.test(built)) {
          members.add(built);
        } else {
          misplaced(each, unit);
        }
      });
    }
    return members;
  }

  private void misplaced(DeclarationContext written, String unit) {
    words
        .found()
        .add(
            Rule.MISPLACED_DECLARATION,
            words.at(written.getStart()),
            "`" + words.of(written.getStart()) + "` cannot stand in " + unit);
  }
}
