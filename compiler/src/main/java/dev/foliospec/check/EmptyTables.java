package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.source.Span;
import java.util.HashSet;
import java.util.Set;

/**
 * A table has rows.
 *
 * <p>An empty one promises in its head what nobody wrote; often the rows were lost in an edit. Asked
 * of the policy that declares the table; an heir may lack its events. Reports {@link
 * Rule#EMPTY_TABLE}.
 */
final class EmptyTables implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Set<Span> seen = new HashSet<>();
    for (Policy policy : set.byPage().policies().values()) {
      if (!policy.sound()) {
        continue;
      }
      for (Table table : policy.tables()) {
        if (table.rows().isEmpty() && table.owner().equals(policy.name()) && seen.add(table.at())) {
          String kind = table.kind() == Table.Kind.STEP ? "step" : "table";
          found.add(Diagnostic.of(
                  Rule.EMPTY_TABLE, table.at(), kind + " `" + table.name() + "` has no rows")
              .withHelp("write its rows, or delete its head"));
        }
      }
    }
  }
}
