package dev.foliospec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.RandomPolicies;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Event;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.specs.ShippedSpecs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where runs end and which states look alike, against what follows from the definitions plainly. */
class EndsAndClassesTest {
  /** More states than these are too many for pairs. */
  private static final int MOST = 160;

  private int stuck;
  private int closed;
  private int split;
  private int alike;

  private static List<Dense> samples() {
    List<Dense> samples = new ArrayList<>();
    for (long seed = 0; samples.size() < 60; seed++) {
      Dense dense = Dense.of(RandomPolicies.of(seed));
      if (dense.states() > 1 && dense.states() <= MOST) {
        samples.add(dense);
      }
    }
    return samples;
  }

  @Test
  void endsAreWhatEverythingThatIsReachedComesBackFrom() {
    List<Dense> samples = samples();
    for (Policy policy :
        ShippedSpecs.read().edition("rfc2024").compile().policySet().completePolicies()) {
      samples.add(Dense.of(policy));
    }
    for (Dense dense : samples) {
      BitSet[] reached = reached(dense);
      boolean[] isStuck = new boolean[dense.states()];
      boolean[] isClosed = new boolean[dense.states()];
      int[] configurations = dense.configurations();
      for (int state = 0; state < dense.states(); state++) {
        boolean returns = true;
        for (int other : reached[state].stream().toArray()) {
          returns &= reached[other].get(state);
        }
        int all = 0;
        for (int each : configurations) {
          all += each == configurations[state] ? 1 : 0;
        }
        int size = reached[state].cardinality();
        isStuck[state] = size == 1;
        isClosed[state] = returns && size > 1 && 2 * size < all;
        stuck += isStuck[state] ? 1 : 0;
        closed += isClosed[state] ? 1 : 0;
      }
      Ends ends = new Ends(dense);
      assertThat(ends.stuck()).as(dense.policy().name()).isEqualTo(isStuck);
      assertThat(ends.closed()).as(dense.policy().name()).isEqualTo(isClosed);
    }
    assertThat(stuck).as("states without exit").isGreaterThan(20);
    assertThat(closed).as("states in closed groups").isGreaterThan(20);
  }

  private static BitSet[] reached(Dense dense) {
    BitSet[] reached = new BitSet[dense.states()];
    for (int state = 0; state < reached.length; state++) {
      reached[state] = new BitSet();
      List<Integer> open = new ArrayList<>(List.of(state));
      reached[state].set(state);
      for (int at = 0; at < open.size(); at++) {
        int from = open.get(at);
        for (int input = 0; input < dense.inputs(); input++) {
          for (int edge = dense.from(from, input); edge < dense.to(from, input); edge++) {
            if (!reached[state].get(dense.target(edge))) {
              reached[state].set(dense.target(edge));
              open.add(dense.target(edge));
            }
          }
        }
      }
    }
    return reached;
  }

  @Test
  void descriptionsHoldOfTheseStatesAlone() {
    for (Dense dense : samples()) {
      boolean[] wanted = new Ends(dense).stuck();
      Set<Integer> described = new HashSet<>();
      for (Descriptions.Described each : new Descriptions(dense).of(wanted)) {
        for (int state : each.states()) {
          assertThat(wanted[state]).isTrue();
          assertThat(described.add(state)).isTrue();
        }
        assertThat(each.which()).doesNotContain("``");
      }
      for (int state = 0; state < wanted.length; state++) {
        assertThat(described.contains(state)).isEqualTo(wanted[state]);
      }
    }
  }

  @Test
  void classesAreThePairsThatNothingTellsApart() {
    for (Dense dense : samples()) {
      Policy policy = dense.policy();
      List<String> actors =
          policy.events().stream().map(Event::actor).distinct().toList();
      List<String> shown = policy.variables().isEmpty()
          ? List.of()
          : List.of(policy.variables().get(0).name());
      for (Observer observer : List.of(
          new Observer("all", actors, false, List.of()),
          new Observer("blind", List.of(), false, List.of()),
          new Observer("inside", actors, true, shown))) {
        int[] classes = Classes.of(dense, observer);
        boolean[][] apart = apart(dense, observer);
        for (int one = 0; one < dense.states(); one++) {
          for (int other = 0; other < one; other++) {
            assertThat(classes[one] != classes[other])
                .as("%s, %s: states %d and %d", policy.name(), observer.name(), one, other)
                .isEqualTo(apart[one][other]);
            split += apart[one][other] ? 1 : 0;
            alike += apart[one][other] ? 0 : 1;
          }
        }
      }
    }
    assertThat(split).isGreaterThan(1000);
    assertThat(alike).isGreaterThan(1000);
  }

  /** Pairs that some input tells apart now, or leads to such pairs; until there are no more. */
  private static boolean[][] apart(Dense dense, Observer observer) {
    int states = dense.states();
    boolean[][] apart = new boolean[states][states];
    boolean more = true;
    for (int one = 0; one < states; one++) {
      for (int other = 0; other < states; other++) {
        apart[one][other] = !state(dense, observer, one).equals(state(dense, observer, other));
      }
    }
    while (more) {
      more = false;
      for (int one = 0; one < states; one++) {
        for (int other = 0; other < one; other++) {
          if (!apart[one][other]
              && !(matched(dense, observer, one, other, apart)
                  && matched(dense, observer, other, one, apart))) {
            apart[one][other] = true;
            apart[other][one] = true;
            more = true;
          }
        }
      }
    }
    return apart;
  }

  private static String state(Dense dense, Observer observer, int state) {
    StringBuilder seen = new StringBuilder();
    for (int at = 0; at < dense.policy().variables().size(); at++) {
      if (observer.state().contains(dense.policy().variables().get(at).name())) {
        seen.append(dense.code(state, at)).append(' ');
      }
    }
    return seen.toString();
  }

  /** Whether all that one state can do the other can do too, to states not yet told apart. */
  private static boolean matched(
      Dense dense, Observer observer, int one, int other, boolean[][] apart) {
    for (int input = 0; input < dense.inputs(); input++) {
      if (dense.kind(one, input) != dense.kind(other, input)) {
        return false;
      }
      if (dense.kind(one, input) != PointKind.ANSWERED) {
        continue;
      }
      for (int edge = dense.from(one, input); edge < dense.to(one, input); edge++) {
        boolean found = false;
        for (int its = dense.from(other, input); its < dense.to(other, input); its++) {
          found |= !apart[dense.target(edge)][dense.target(its)]
              && seen(dense, observer, input, edge).equals(seen(dense, observer, input, its));
        }
        if (!found) {
          return false;
        }
      }
    }
    return true;
  }

  private static String seen(Dense dense, Observer observer, int input, int edge) {
    Event event = dense.input(input).event();
    Reaction reaction = dense.reactions().get(dense.reaction(edge));
    boolean answers = observer.actors().contains(event.actor()) && !event.silent();
    return (answers ? reaction.answer() + reaction.outputs() : "")
        + (observer.effects()
            ? reaction.effects().stream().map(each -> each.name()).toList()
            : "");
  }
}
