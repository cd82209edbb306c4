package dev.foliospec.specs;

import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Policies with other rows. */
public final class Rewritten {
  private Rewritten() {}

  /** The same policy, each of its rows as it is rewritten. */
  public static Policy policy(Policy policy, UnaryOperator<Transition> rewrite) {
    return policy.withTables(
        tables(policy.checks(), rewrite),
        tables(policy.bodies(), rewrite),
        tables(policy.steps(), rewrite));
  }

  private static List<Table> tables(List<Table> tables, UnaryOperator<Transition> rewrite) {
    List<Table> all = new ArrayList<>();
    for (Table table : tables) {
      all.add(new Table(
          table.name(),
          table.kind(),
          table.events(),
          table.where(),
          table.rows().stream().map(rewrite).toList(),
          table.headings(),
          table.owner(),
          table.doc(),
          table.at()));
    }
    return all;
  }
}
