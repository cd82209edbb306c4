package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Fault;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.property.WideJudge;
import dev.foliospec.source.Span;
import java.util.Optional;
import java.util.Set;

/**
 * Every page of a system answers what it is asked, wherever the others have brought it.
 *
 * <p>Pages that share variables reach states that none reaches alone, so the rows of a page are asked
 * again in every state of the system. Reports the same rules as for a single policy, with the trace of
 * the system, {@link Rule#PAGES_DISAGREE}, and {@link Rule#DEAD_ROW} for rows that the system adds and
 * that never apply.
 */
final class SystemFaults implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    for (Policy policy : set.policies().values()) {
      if (policy.lifting().isEmpty() || !policy.sound()) {
        continue;
      }
      Optional<WideJudge> wide = explorations.wide(policy, set);
      if (wide.isPresent()) {
        wide.get()
            .search()
            .troubled()
            .ifPresent(each -> found.add(
                finding(policy, each.input(), each.fault()).withTrace(each.way().toSteps())));
        continue;
      }
      Exploration exploration = explorations.of(policy);
      for (Fault fault : exploration.faults()) {
        found.add(Wording.reached(
            finding(policy, exploration.dense().input(fault.input()), fault),
            exploration.dense(),
            fault.state()));
      }
      if (exploration.clean()) {
        deadRows(policy, exploration.dense().pageRows(), found);
      }
    }
  }

  private static Diagnostic finding(Policy policy, Input input, Fault fault) {
    String when = " by `" + input.call() + "`";
    Optional<Transition> row =
        fault.rows().isEmpty() ? Optional.empty() : policy.row(fault.rows().get(0));
    Span at = row.map(each -> each.at("effects")).orElse(policy.at());
    String id = row.map(each -> "row " + each.id().id()).orElse("");
    String subject = "`" + fault.subject() + "`";
    return switch (fault.trouble()) {
      case UNCOVERED ->
        Diagnostic.of(
                Rule.UNANSWERED_EVENT, table(policy, fault), "no row answers " + subject + when)
            .withNote("in system `" + policy.name() + "`")
            .withHelp("add a row for this state of the page to a table on the event");
      case OVERLAPPING ->
        Diagnostic.of(
                Rule.TWO_ANSWERS,
                row.map(Transition::at).orElse(policy.at()),
                Wording.rows(fault.rows()) + " both answer " + subject + when)
            .withNote("in system `" + policy.name() + "`; rows have no order");
      case OUTSIDE_RANGE ->
        Diagnostic.of(
            Rule.OUTSIDE_RANGE, at, id + " gives " + subject + " a value outside its type" + when);
      case OUTSIDE_MAP ->
        Diagnostic.of(
            Rule.OUTSIDE_MAP,
            at,
            id + " applies map " + subject + " to a value that it does not have" + when);
      case STEP_GAP ->
        Diagnostic.of(
            Rule.STEP_GAP,
            at,
            id + " calls step " + subject + " where no row of it applies" + when);
      case STEP_OVERLAP ->
        Diagnostic.of(
            Rule.STEP_OVERLAP,
            at,
            id + " calls step " + subject + " where two of its rows apply" + when);
      case STEPS_DISAGREE ->
        Diagnostic.of(
            Rule.STEPS_DISAGREE,
            at,
            id + " calls steps that write different values to " + subject + when);
      case CELLS_DISAGREE ->
        Diagnostic.of(
            Rule.CELLS_DISAGREE, at, id + " writes different values to " + subject + when);
      case REFUSAL_CHANGES ->
        Diagnostic.of(Rule.REFUSAL_CHANGES, at, id + " refuses and changes " + subject + when);
      case ENSURES_BROKEN ->
        Diagnostic.of(
            Rule.ENSURES_BROKEN,
            at,
            id + " contradicts what effect " + subject + " ensures" + when);
      case PAGES_DISAGREE ->
        Diagnostic.of(
                Rule.PAGES_DISAGREE,
                policy.at(),
                "pages change the common variable " + subject + " differently" + when)
            .withNote("row " + fault.rows().get(0).id() + " decides the answer")
            .withHelp("let one page change it, or all alike, or give each page its own");
    };
  }

  private static Span table(Policy policy, Fault fault) {
    String event = fault.subject().split(" ", 2)[0];
    for (Table table : policy.lifting().orElseThrow().page().bodies()) {
      if (table.events().stream().anyMatch(each -> each.name().equals(event))) {
        return table.at();
      }
    }
    return policy.at();
  }

  private static void deadRows(Policy policy, Set<RowId> applied, Diagnostics found) {
    for (Table table : policy.lifting().orElseThrow().page().tables()) {
      for (Transition row : table.rows()) {
        if (row.id().policy().equals(policy.name()) && !applied.contains(row.id())) {
          found.add(Diagnostic.of(
                  Rule.DEAD_ROW,
                  row.at(),
                  "row " + row.id().id() + " never applies to a page of `" + policy.name() + "`")
              .withNote("with " + policy.lifting().get().pages() + " pages"));
        }
      }
    }
  }
}
