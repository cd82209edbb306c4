package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Condition;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is refused changes nothing, and what fails changes something.
 *
 * <p>{@code refuse} promises the caller that nothing happened; a failure half-way is {@code fail}.
 * Reports {@link Rule#REFUSAL_CHANGES} at the cell that changes something, and {@link
 * Rule#FAILURE_CHANGES_NOTHING} where {@code refuse} would promise more.
 */
final class ChangingRefusals implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Set<String> seen = new HashSet<>();
    for (Policy policy : set.policies().values()) {
      if (!policy.sound()) {
        continue;
      }
      for (List<Table> tables : List.of(policy.checks(), policy.bodies())) {
        for (Table table : tables) {
          for (Transition row : table.rows()) {
            Outcome.Answer answer = row.outcome().answer();
            if (answer == Outcome.Answer.REFUSE && seen.add(row.id().spelled())) {
              refusal(policy, row, found);
            } else if (answer == Outcome.Answer.FAIL && seen.add(row.id().spelled())) {
              failure(row, found);
            }
          }
        }
      }
    }
  }

  private static void refusal(Policy policy, Transition row, Diagnostics found) {
    for (Update update : row.outcome().updates()) {
      if (changes(row, update)) {
        found.add(Diagnostic.of(
                Rule.REFUSAL_CHANGES,
                update.at(),
                "row " + row.id().id() + " refuses and changes `" + update.name() + "`")
            .withLabel("a refusal leaves this as it was")
            .withRelated(row.at("answer"), "refused here")
            .withHelp("write `=` here, or `fail` in place of `refuse`"));
        return;
      }
    }
    for (EffectItem item : row.outcome().effects()) {
      if (!empty(policy, item)) {
        found.add(Diagnostic.of(
                Rule.REFUSAL_CHANGES,
                row.at("effects"),
                "row " + row.id().id() + " refuses and has effects")
            .withLabel("a refusal has none")
            .withRelated(row.at("answer"), "refused here")
            .withHelp("write `none` here, or `fail` in place of `refuse`"));
        return;
      }
    }
  }

  private static boolean empty(Policy policy, EffectItem item) {
    if (item instanceof EffectItem.FromTrait from) {
      for (TraitSetting setting : policy.traits()) {
        if (setting.trait().name().equals(from.trait().name())) {
          for (TraitSetting.Alternative each : setting.alternatives()) {
            if (each instanceof TraitSetting.Listed listed && !listed.effects().isEmpty()) {
              return false;
            }
          }
        }
      }
      return true;
    }
    return false;
  }

  private static boolean changes(Transition row, Update update) {
    String variable = update.name();
    if (update.value() instanceof NewValue.Kept) {
      return false;
    }
    if (update.value() instanceof NewValue.Read read) {
      return !read.slot().name().equals(variable) || read.primed();
    }
    if (update.value() instanceof NewValue.Constant constant) {
      for (Condition condition : row.guard().conditions()) {
        if (condition.test() instanceof Condition.Within within
            && within.slot().name().equals(variable)
            && within.values().equals(List.of(constant.value()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void failure(Transition row, Diagnostics found) {
    for (Update update : row.outcome().updates()) {
      if (!(update.value() instanceof NewValue.Kept)) {
        return;
      }
    }
    if (!row.outcome().effects().isEmpty()) {
      return;
    }
    Diagnostic finding = Diagnostic.of(
            Rule.FAILURE_CHANGES_NOTHING,
            row.at("answer"),
            "row " + row.id().id() + " fails and changes nothing")
        .withNote("`refuse` tells the caller that nothing happened");
    String text = row.at("answer").text();
    found.add(
        text.startsWith("fail ")
            ? finding.withFix(
                "write `refuse" + text.substring(4) + "`",
                new Edit(row.at("answer"), "refuse" + text.substring(4)))
            : finding.withHelp("write `refuse` in place of `fail`"));
  }
}
