package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser.ScenarioClauseContext;
import dev.foliospec.grammar.FoliospecParser.ScenarioContext;
import dev.foliospec.grammar.FoliospecParser.ScenarioGroundContext;
import dev.foliospec.grammar.FoliospecParser.ScenarioPoliciesContext;
import dev.foliospec.grammar.FoliospecParser.ScenarioSettingsContext;
import dev.foliospec.grammar.FoliospecParser.SettingContext;
import dev.foliospec.grammar.FoliospecParser.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds scenarios; a damaged clause costs only itself. */
final class ScenarioBuilder {
  private final Words words;
  private final Documentation documentation;
  private final PropertyBuilder properties;
  private final RowReader rows;

  ScenarioBuilder(
      Words words, Documentation documentation, PropertyBuilder properties, RowReader rows) {
    this.words = words;
    this.documentation = documentation;
    this.properties = properties;
    this.rows = rows;
  }

  /** Builds a scenario; empty if its head is damaged, but its steps are read anyway. */
  Optional<ScenarioSyntax> scenario(ScenarioContext written) {
    Grid grid = rows.read(written.row(), Layout.SCENARIO);
    List<ScenarioClauseContext> clauses = written.scenarioClause();
    ParserRuleContext head =
        clauses.isEmpty() ? written.scenarioHead() : clauses.get(clauses.size() - 1);
    Optional<DocSyntax> doc = documentation.of(written.getStart(), head.getStop());
    if (!ExpressionBuilder.isWhole(written.scenarioHead())) {
      return Optional.empty();
    }
    List<Name> policies = new ArrayList<>();
    List<SettingSyntax> with = new ArrayList<>();
    GroundsBuilder grounds =
        new GroundsBuilder(words).add(written.scenarioHead().inlineGround());
    for (ScenarioClauseContext clause : clauses) {
      if (!ExpressionBuilder.isWhole(clause)) {
        continue;
      }
      if (clause instanceof ScenarioPoliciesContext part) {
        if (!policies.isEmpty()) {
          GroundsBuilder.duplicate(words, "for", part);
        }
        policies.addAll(properties.globs(part.policyGlobs()));
      } else if (clause instanceof ScenarioSettingsContext part) {
        part.setting().forEach(each -> with.add(setting(each)));
      } else if (clause instanceof ScenarioGroundContext part) {
        grounds.add(part.sourceClause()).add(part.inlineGround());
      }
    }
    return Optional.of(new ScenarioSyntax(
        words.name(written.scenarioHead().name()),
        Optional.ofNullable(written.scenarioHead().STRING())
            .map(node -> words.string(node.getSymbol())),
        policies,
        with,
        grounds.build(),
        grid.columns(),
        grid.steps(),
        doc,
        words.at(written)));
  }

  private SettingSyntax setting(SettingContext written) {
    List<ValueContext> values = written.value();
    StringBuilder joined = new StringBuilder();
    for (ValueContext value : values) {
      joined.append(joined.length() == 0 ? "" : "+").append(words.of(value.getStart()));
    }
    Name value = new Name(
        joined.toString(), words.at(values.get(0)).to(words.at(values.get(values.size() - 1))));
    return new SettingSyntax(words.name(written.name()), value);
  }
}
