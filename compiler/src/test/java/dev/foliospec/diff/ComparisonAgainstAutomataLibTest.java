package dev.foliospec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.observe.Side;
import dev.foliospec.specs.Machines;
import dev.foliospec.specs.ShippedSpecs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.Automata;
import net.automatalib.word.Word;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two policies differ where AutomataLib finds a word that separates their machines, and our shortest
 * trace is as long as its shortest word.
 *
 * <p>Where an event can happen in only one of two states we ask nothing and AutomataLib sees a
 * difference; pairs of policies in which that is what its shortest word shows are left out.
 */
final class ComparisonAgainstAutomataLibTest {
  private int same;
  private int different;

  @TestFactory
  Stream<DynamicTest> separatingWordsAreAsLongAsTraces() {
    Map<String, List<Dense>> byVocabulary = new LinkedHashMap<>();
    for (Policy policy : ShippedSpecs.read().compile().policySet().completePolicies()) {
      Dense dense = Dense.of(policy);
      if (Machines.has(dense)) {
        byVocabulary
            .computeIfAbsent(policy.vocabulary().name(), none -> new ArrayList<>())
            .add(dense);
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (List<Dense> all : byVocabulary.values()) {
      for (Dense a : all) {
        for (Dense b : all) {
          if (fit(a, b)) {
            tests.add(DynamicTest.dynamicTest(
                a.policy().name() + " and " + b.policy().name(), () -> compare(a, b)));
          }
        }
      }
    }
    tests.add(DynamicTest.dynamicTest("enough were compared", () -> {
      assertThat(same).isGreaterThan(20);
      assertThat(different).isGreaterThan(20);
    }));
    return tests.stream();
  }

  /** Each pair once, and each policy with itself; those that read the same chances at each event. */
  private static boolean fit(Dense a, Dense b) {
    return a.policy().name().compareTo(b.policy().name()) <= 0
        && a.policy().chances().equals(b.policy().chances())
        && a.policy().events().stream()
            .allMatch(event ->
                b.event(event.name()) < 0 || reads(a, event.name()).equals(reads(b, event.name())));
  }

  private static List<Boolean> reads(Dense dense, String event) {
    List<Boolean> reads = new ArrayList<>();
    for (int at = 0; at < dense.policy().chances().size(); at++) {
      reads.add(dense.readsChance(dense.event(event), at));
    }
    return reads;
  }

  private void compare(Dense a, Dense b) {
    Variant ofA = a.variants().get(0);
    // A policy is compared with another variant of its own, where it has several.
    Variant ofB =
        a == b ? b.variants().get(b.variants().size() - 1) : b.variants().get(0);
    if (Machines.letters(a, input -> true).isEmpty() || !like(ofA, ofB)) {
      return;
    }
    Observer observer = a.policy().vocabulary().observer("default").orElseThrow();
    Verdict verdict = Comparison.compare(
        new Side(ofA.name(), a, List.of(ofA)), new Side(ofB.name(), b, List.of(ofB)), observer);
    OptionalInt ours = verdict.causes().stream()
        .filter(each -> !each.later())
        .mapToInt(each -> Math.max(each.trace().size(), each.traceB().size()))
        .min();
    OptionalInt theirs = OptionalInt.empty();
    for (int i = 0; i < a.initials(); i++) {
      for (int j = 0; j < b.initials(); j++) {
        if (a.configuration(i).choices().equals(ofA.choices())
            && b.configuration(j).choices().equals(ofB.choices())
            && alike(a, a.configuration(i), b, b.configuration(j))) {
          Word<String> word = separating(a, i, b, j);
          if (word != null && (theirs.isEmpty() || word.length() < theirs.getAsInt())) {
            if (asked(a, i, b, j, word)) {
              theirs = OptionalInt.of(word.length());
            } else {
              return;
            }
          }
        }
      }
    }
    assertThat(ours).isEqualTo(theirs);
    if (ours.isPresent()) {
      different++;
    } else {
      same++;
    }
  }

  /** Whether two variants fix no choice that both have apart, unless they are of one policy. */
  private static boolean like(Variant one, Variant other) {
    return one.policy().name().equals(other.policy().name())
        || one.policy().choices().isEmpty()
        || other.policy().choices().isEmpty()
        || one.fixed().equals(other.fixed());
  }

  /** Whether flags that both have are the same; flags that are fixed apart are passed over. */
  private static boolean alike(Dense a, Configuration ofA, Dense b, Configuration ofB) {
    for (int i = 0; i < ofA.flags().size(); i++) {
      for (int j = 0; j < ofB.flags().size(); j++) {
        var one = a.policy().flags().get(i);
        var other = b.policy().flags().get(j);
        if (one.flag().name().equals(other.flag().name())
            && one.allowed().stream().anyMatch(other.allowed()::contains)
            && !ofA.flags().get(i).equals(ofB.flags().get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Alphabet<String> joint(Dense a, Dense b) {
    Set<String> letters = new LinkedHashSet<>(Machines.letters(a, input -> true));
    letters.retainAll(Machines.letters(b, input -> true));
    return Alphabets.fromCollection(letters);
  }

  private static CompactMealy<String, String> machine(
      Dense dense, int initial, Alphabet<String> alphabet) {
    IntPredicate wanted =
        input -> alphabet.contains(Machines.letter(dense.input(input), List.of(dense)));
    return Machines.of(dense, initial, alphabet, wanted, "forbidden");
  }

  private static Word<String> separating(Dense a, int i, Dense b, int j) {
    Alphabet<String> alphabet = joint(a, b);
    return Automata.findShortestSeparatingWord(
        machine(a, i, alphabet), machine(b, j, alphabet), alphabet);
  }

  /** Whether both machines are asked at the end of a word. */
  private static boolean asked(Dense a, int i, Dense b, int j, Word<String> word) {
    Alphabet<String> alphabet = joint(a, b);
    String one = machine(a, i, alphabet).computeOutput(word).lastSymbol();
    String other = machine(b, j, alphabet).computeOutput(word).lastSymbol();
    return !one.equals(Machines.NOT_ANSWERED) && !other.equals(Machines.NOT_ANSWERED);
  }
}
