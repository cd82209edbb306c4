package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is only modelled decides nothing that can be seen.
 *
 * <p>Where two reachable states differ in hidden variables alone, the same answers, effects and
 * visible next states follow; outputs may differ. Variables that some actor knows are really there
 * and may decide. Reports {@link Rule#HIDDEN_DECIDES} once for each pair of rows.
 */
final class HiddenDecides implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      boolean[] hidden = hidden(policy);
      if (mayDecide(policy, hidden)) {
        inspect(policy, hidden, explorations.of(policy).dense(), shared);
      }
    }
    shared.into(found);
  }

  private static boolean[] hidden(Policy policy) {
    boolean[] hidden = new boolean[policy.variables().size()];
    for (int at = 0; at < hidden.length; at++) {
      hidden[at] = hidden(policy.variables().get(at));
    }
    return hidden;
  }

  private static boolean hidden(Variable variable) {
    return variable.hidden() && variable.actor().isEmpty();
  }

  /** Whether a condition, or the new value of a visible variable, reads a hidden one at all. */
  private static boolean mayDecide(Policy policy, boolean[] hidden) {
    boolean any = false;
    for (boolean each : hidden) {
      any |= each;
    }
    if (!any) {
      return false;
    }
    Reads reads = new Reads();
    for (Table table : policy.tables()) {
      table.where().ifPresent(reads::add);
      for (Transition row : table.rows()) {
        reads.addConditions(row);
        for (Update update : row.outcome().updates()) {
          if (!hidden(update.variables().get(0))) {
            reads.add(update);
          }
        }
      }
    }
    for (Slot slot : reads.slots()) {
      if (slot instanceof Variable variable && hidden(variable)) {
        return true;
      }
    }
    return false;
  }

  private static void inspect(Policy policy, boolean[] hidden, Dense dense, Shared shared) {
    int[] alike = dense.alike(hidden);
    int[] looks = looks(dense);
    for (int state = 0; state < dense.states(); state++) {
      int other = alike[state];
      for (int input = 0; other != state && input < dense.inputs(); input++) {
        if (differ(dense, other, state, input, alike, looks)) {
          report(policy, hidden, dense, other, state, input, shared);
        }
      }
    }
  }

  /** By reaction: the first that looks like it, outputs aside. */
  private static int[] looks(Dense dense) {
    Map<String, Integer> first = new HashMap<>();
    int[] looks = new int[dense.reactions().size()];
    for (int number = 0; number < looks.length; number++) {
      Reaction reaction = dense.reactions().get(number);
      StringBuilder text = new StringBuilder(reaction.kind().name());
      text.append(' ').append(reaction.answer());
      for (Effect effect : reaction.effects()) {
        text.append(' ').append(effect.name());
      }
      Integer known = first.putIfAbsent(text.toString(), number);
      looks[number] = known == null ? number : known;
    }
    return looks;
  }

  /** Whether an input is answered in two states, and not as if they were one. */
  private static boolean differ(
      Dense dense, int one, int two, int input, int[] alike, int[] looks) {
    int first = dense.from(one, input);
    int second = dense.from(two, input);
    int edges = dense.to(one, input) - first;
    int others = dense.to(two, input) - second;
    if (edges == 0 || others == 0) {
      return false;
    }
    boolean same = edges == others;
    for (int edge = 0; same && edge < edges; edge++) {
      same = response(dense, first + edge, alike, looks)
          == response(dense, second + edge, alike, looks);
    }
    return !same
        && !Arrays.equals(
            responses(dense, one, input, alike, looks), responses(dense, two, input, alike, looks));
  }

  private static long response(Dense dense, int edge, int[] alike, int[] looks) {
    return (long) looks[dense.reaction(edge)] << 32 | alike[dense.target(edge)];
  }

  /** What can be seen of the responses to an input, each once, in order. */
  private static long[] responses(Dense dense, int state, int input, int[] alike, int[] looks) {
    int from = dense.from(state, input);
    long[] all = new long[dense.to(state, input) - from];
    for (int at = 0; at < all.length; at++) {
      all[at] = response(dense, from + at, alike, looks);
    }
    Arrays.sort(all);
    int kept = 0;
    for (int at = 0; at < all.length; at++) {
      if (at == 0 || all[at] != all[at - 1]) {
        all[kept++] = all[at];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  private static void report(
      Policy policy, boolean[] hidden, Dense dense, int one, int two, int input, Shared shared) {
    Transition rowOne = row(policy, dense, one, input);
    Transition rowTwo = row(policy, dense, two, input);
    String key = rowOne.id() + " " + rowTwo.id();
    if (shared.again(key, policy)) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (int at = 0; at < hidden.length; at++) {
      if (hidden[at] && dense.code(one, at) != dense.code(two, at)) {
        names.add(policy.variables().get(at).name());
      }
    }
    String call = dense.input(input).call();
    Diagnostic finding;
    if (rowOne.equals(rowTwo)) {
      finding = Diagnostic.of(
          Rule.HIDDEN_DECIDES,
          rowOne.at(),
          "row "
              + rowOne.id().id()
              + " does on `"
              + call
              + "` what hidden "
              + Wording.list(names)
              + " says, and it can be seen");
    } else {
      finding = Diagnostic.of(
              Rule.HIDDEN_DECIDES,
              rowTwo.at(names.get(0)),
              "hidden "
                  + Wording.list(names)
                  + " decides whether row "
                  + rowOne.id().id()
                  + " or row "
                  + rowTwo.id().id()
                  + " answers `"
                  + call
                  + "`")
          .withRelated(rowOne.at(names.get(0)), "the other row");
    }
    finding = finding
        .withNote("a hidden variable is only modelled: no implementation has it")
        .withHelp("ask for something else, or declare the variable `of` the actor who knows it");
    shared.add(key, policy, Wording.reached(finding, dense, two));
  }

  private static Transition row(Policy policy, Dense dense, int state, int input) {
    Reaction reaction = dense.reactions().get(dense.reaction(dense.from(state, input)));
    return policy.row(reaction.row()).orElseThrow();
  }
}
