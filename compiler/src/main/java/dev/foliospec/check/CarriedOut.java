package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.Trouble;
import dev.foliospec.model.Effect;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that answers can be carried out at every reachable point that it answers.
 *
 * <p>New values lie in their types and maps have them, effects find what they ensure, and steps,
 * and cells that may write one element, agree on what they write. Reports {@link Rule#OUTSIDE_RANGE}, {@link Rule#OUTSIDE_MAP}, {@link
 * Rule#ENSURES_BROKEN}, {@link Rule#STEPS_DISAGREE} and {@link Rule#CELLS_DISAGREE}, once for each row
 * and subject.
 */
final class CarriedOut implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      Dense dense = explorations.of(policy).dense();
      for (Fault fault : explorations.of(policy).faults()) {
        if (fault.trouble().ordinal() >= Trouble.OUTSIDE_RANGE.ordinal()
            && fault.trouble() != Trouble.STEP_GAP
            && fault.trouble() != Trouble.STEP_OVERLAP
            && fault.trouble() != Trouble.REFUSAL_CHANGES) {
          inspect(policy, dense, fault, shared);
        }
      }
    }
    shared.into(found);
  }

  private static void inspect(Policy policy, Dense dense, Fault fault, Shared shared) {
    Transition row = policy.row(fault.rows().get(0)).orElseThrow();
    // Of an indexed variable, one element speaks for all.
    String about = fault.trouble() == Trouble.CELLS_DISAGREE
        ? fault.subject().replaceFirst("\\[.*", "")
        : fault.subject();
    String key = fault.trouble() + " " + row.id().spelled() + " " + about;
    if (shared.again(key, policy)) {
      return;
    }
    String when = " by `"
        + dense.input(fault.input()).call()
        + "`"
        + Wording.point(policy, dense, fault.state(), fault.input(), Wording.asked(List.of(row)));
    String id = "row " + row.id().id();
    String subject = "`" + fault.subject() + "`";
    Diagnostic finding = switch (fault.trouble()) {
      case OUTSIDE_RANGE ->
        Diagnostic.of(
                Rule.OUTSIDE_RANGE,
                cell(row, fault.subject()),
                id + " gives " + subject + " a value outside its type" + when)
            .withHelp("let another row answer there, or say `only when` the event can happen");
      case OUTSIDE_MAP ->
        Diagnostic.of(
                Rule.OUTSIDE_MAP,
                cell(row, fault.subject()),
                id + " applies map " + subject + " to a value that it does not have" + when)
            .withHelp("add the value to the map, or let the row ask `in " + fault.subject() + "`");
      case ENSURES_BROKEN ->
        ensures(policy, fault, row, id + " contradicts what effect " + subject + " ensures" + when);
      case CELLS_DISAGREE ->
        cells(fault, row, id + " writes different values to " + subject + when);
      default ->
        Diagnostic.of(
                Rule.STEPS_DISAGREE,
                row.at("effects"),
                id + " calls steps that write different values to " + subject + when)
            .withHelp("write the value in the row's own column `" + fault.subject() + "'`");
    };
    shared.add(key, policy, Wording.reached(finding, dense, fault.state()));
  }

  private static Diagnostic cells(Fault fault, Transition row, String message) {
    List<Update> writing = new ArrayList<>();
    for (Update update : row.outcome().updates()) {
      if (update.mayWrite(fault.subject())) {
        writing.add(update);
      }
    }
    Diagnostic finding = Diagnostic.of(
            Rule.CELLS_DISAGREE, writing.get(writing.size() - 1).at(), message)
        .withLabel(
            "`" + writing.get(writing.size() - 1).name() + "` is `" + fault.subject() + "` here");
    for (Update update : writing.subList(0, writing.size() - 1)) {
      finding = finding.withRelated(
          update.at(), "`" + update.name() + "` is `" + fault.subject() + "` here too");
    }
    return finding.withHelp("let another row answer where the two are the same element");
  }

  private static Diagnostic ensures(Policy policy, Fault fault, Transition row, String message) {
    Diagnostic finding = Diagnostic.of(Rule.ENSURES_BROKEN, row.at("effects"), message)
        .withNote("`ensures` is asked of the state after the row, steps included");
    for (Effect effect : policy.effects()) {
      if (effect.name().equals(fault.subject())) {
        return finding.withRelated(effect.at(), "ensured here");
      }
    }
    return finding;
  }

  /** The cell that sets a variable or gives an output, else the row. */
  private static Span cell(Transition row, String subject) {
    for (Update update : row.outcome().updates()) {
      if (update.mayWrite(subject)) {
        return update.at();
      }
    }
    List<OutputValue> outputs = new ArrayList<>(row.outcome().outputs());
    outputs.addAll(row.outcome().errorOutputs());
    for (OutputValue output : outputs) {
      if (output.output().equals(subject)) {
        return output.at();
      }
    }
    for (Update update : row.outcome().updates()) {
      Reads reads = new Reads();
      reads.add(update.value());
      if (reads.maps().contains(subject)) {
        return update.at();
      }
    }
    for (OutputValue output : outputs) {
      Reads reads = new Reads();
      reads.add(output.value());
      if (reads.maps().contains(subject)) {
        return output.at();
      }
    }
    return row.at("effects");
  }
}
