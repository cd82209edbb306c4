package dev.foliospec.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.model.Policy;
import dev.foliospec.specs.Machines;
import dev.foliospec.specs.ShippedSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * AutomataLib reaches as many states as we do, and minimised by it a policy has as many as there are
 * classes of states that answer alike.
 */
final class QuotientAgainstAutomataLibTest {
  @TestFactory
  Stream<DynamicTest> statesAndClassesAreAsMany() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Policy policy : ShippedSpecs.read().compile().policySet().completePolicies()) {
      Dense dense = Dense.of(policy);
      if (Machines.has(dense)) {
        tests.add(DynamicTest.dynamicTest(policy.name(), () -> compare(dense)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private static void compare(Dense dense) {
    Alphabet<String> all =
        Alphabets.fromCollection(with(Machines.letters(dense, input -> true), dense));
    CompactMealy<String, String> whole = started(dense, all, input -> true);
    assertThat(Automata.stateCover(whole, all)).hasSize(dense.states() + 1);

    IntPredicate usual = input -> Machines.usual(dense, input);
    Alphabet<String> some = Alphabets.fromCollection(with(Machines.letters(dense, usual), dense));
    CompactMealy<String, String> machine = started(dense, some, usual);
    Quotient quotient = new Quotient(dense);
    long reached = classes(dense, quotient, usual);
    // The state before the start is one more.
    assertThat(HopcroftMinimizer.minimizeMealy(machine, some).size()).isEqualTo(reached + 1);
  }

  /** The letters that start a run besides others. */
  private static List<String> with(Iterable<String> letters, Dense dense) {
    List<String> all = new ArrayList<>();
    for (int start = 0; start < dense.initials(); start++) {
      all.add("start " + start);
    }
    letters.forEach(all::add);
    return all;
  }

  /** A machine with a state before the start. */
  private static CompactMealy<String, String> started(
      Dense dense, Alphabet<String> alphabet, IntPredicate wanted) {
    // What must not be tried and what cannot happen tell no state from another.
    CompactMealy<String, String> machine =
        Machines.of(dense, 0, alphabet, wanted, Machines.NOT_ANSWERED);
    int before = machine.addState();
    for (String letter : alphabet) {
      boolean starts = letter.startsWith("start ");
      for (int state = 0; state < before; state++) {
        if (starts) {
          machine.setTransition(state, letter, state, Machines.NOT_ANSWERED);
        }
      }
      int target = starts ? Integer.parseInt(letter.substring("start ".length())) : before;
      machine.setTransition(before, letter, target, starts ? "started" : "not started");
    }
    machine.setInitialState(before);
    return machine;
  }

  /** The classes of states that some inputs reach. */
  private static long classes(Dense dense, Quotient quotient, IntPredicate wanted) {
    boolean[] reached = new boolean[dense.states()];
    List<Integer> open = new ArrayList<>();
    for (int start = 0; start < dense.initials(); start++) {
      reached[start] = true;
      open.add(start);
    }
    for (int at = 0; at < open.size(); at++) {
      for (int input = 0; input < dense.inputs(); input++) {
        if (wanted.test(input) && dense.kind(open.get(at), input) == PointKind.ANSWERED) {
          int target = dense.target(dense.from(open.get(at), input));
          if (!reached[target]) {
            reached[target] = true;
            open.add(target);
          }
        }
      }
    }
    return open.stream().map(quotient::classOf).distinct().count();
  }
}
