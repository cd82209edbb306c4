package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Transition;
import java.util.Map;
import java.util.Set;

/**
 * Check rows whose absence nobody would notice.
 *
 * <p>Exactness guards the rows of bodies: without one there is a gap. It cannot guard a check behind
 * which a body stands ready. Reports {@link Rule#CHECK_SHADOWS_BODY} with the rows that would answer.
 */
final class ShadowedBodies implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      for (Map.Entry<RowId, Set<RowId>> each :
          explorations.uses(policy).shadowed().entrySet()) {
        String key = each.getKey() + " " + each.getValue();
        if (!shared.again(key, policy)) {
          Transition row = policy.row(each.getKey()).orElseThrow();
          shared.add(
              key,
              policy,
              Diagnostic.of(
                      Rule.CHECK_SHADOWS_BODY,
                      row.at(),
                      "delete row "
                          + row.id().id()
                          + " and "
                          + Wording.rows(each.getValue())
                          + (each.getValue().size() == 1 ? " answers" : " answer")
                          + " in its place")
                  .withHelp(
                      "say in the body's `where` what the check guards, or write a scenario"));
        }
      }
    }
    shared.into(found);
  }
}
