package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A row that passes keeps something from a later row of its table.
 *
 * <p>No row at all lets through as well, so an idle {@code pass} makes readers look for a refusal
 * that is not there. Reports {@link Rule#IDLE_PASS} where no policy that has the row needs it; the
 * only row of its table for an event is needed, because a table must have one.
 */
final class IdlePasses implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Map<RowId, Transition> idle = new LinkedHashMap<>();
    Set<RowId> needed = new LinkedHashSet<>();
    for (Policy policy : set.policies().values()) {
      if (policy.isAbstract()) {
        continue;
      }
      for (Table table : policy.checks()) {
        for (Transition row : table.rows()) {
          if (row.outcome().answer() != Outcome.Answer.PASS || needed.contains(row.id())) {
            continue;
          }
          if (!policy.sound()
              || !explorations.of(policy).complete()
              || !explorations.applying(policy).contains(row.id())
              || explorations.uses(policy).passIsNeeded(row.id())) {
            needed.add(row.id());
          } else {
            idle.put(row.id(), row);
          }
        }
      }
    }
    for (Map.Entry<RowId, Transition> each : idle.entrySet()) {
      if (!needed.contains(each.getKey())) {
        Transition row = each.getValue();
        found.add(Diagnostic.of(
                Rule.IDLE_PASS,
                row.at("answer"),
                "row " + row.id().id() + " lets through what no later row would stop")
            .withHelp("delete the row"));
      }
    }
  }
}
