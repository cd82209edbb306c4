package dev.foliospec.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.RandomPolicies;
import dev.foliospec.model.Observer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sets without the states that add nothing to them answer as the whole sets do, for ever after. */
final class TrackerTest {
  private static final int MOST = 400;

  private int larger;
  private int smaller;

  @Test
  void smallerSetsAnswerAlike() {
    for (long seed = 0; seed < 600; seed++) {
      Dense dense = Dense.of(RandomPolicies.of(seed));
      List<Observer> observers = List.of(
          new Observer("everything", List.of(PolicyActors.of(dense)), true, List.of("x", "n")),
          new Observer("answers", List.of(PolicyActors.of(dense)), false, List.of()),
          new Observer("effects", List.of(), true, List.of()),
          new Observer("one", List.of(), false, List.of("y")),
          new Observer("nothing", List.of(), false, List.of()));
      for (Observer observer : observers) {
        alike("seed " + seed + " as " + observer.name() + " sees it", dense, observer);
      }
    }
    assertThat(larger).isGreaterThan(2_000);
    assertThat(smaller).isGreaterThan(1_000);
  }

  /** The actor of the random policies' events. */
  private static final class PolicyActors {
    static String of(Dense dense) {
      return dense.policy().events().get(0).actor();
    }
  }

  private void alike(String what, Dense dense, Observer observer) {
    Sights sights = new Sights(observer);
    int[][] groups = new int[dense.inputs()][];
    for (int input = 0; input < groups.length; input++) {
      groups[input] = new int[] {input};
    }
    Sights.Of seen = sights.new Of(dense);
    Tracker whole = new Tracker(dense, seen, groups, null, Integer.MAX_VALUE);
    Tracker reduced = new Tracker(dense, seen, groups, null, 0);
    Set<Long> known = new HashSet<>();
    Deque<int[]> open = new ArrayDeque<>();
    for (int initial = 0; initial < dense.initials(); initial++) {
      open.add(new int[] {initial, initial});
    }
    for (int tried = 0; !open.isEmpty() && tried < MOST; tried++) {
      int[] pair = open.poll();
      larger += whole.members(pair[0]).length > 1 ? 1 : 0;
      smaller += reduced.members(pair[1]).length < whole.members(pair[0]).length ? 1 : 0;
      for (int group = 0; group < groups.length; group++) {
        Answers ofWhole = whole.answers(pair[0], group);
        Answers ofReduced = reduced.answers(pair[1], group);
        assertThat(ofReduced.happens()).as(what).isEqualTo(ofWhole.happens());
        assertThat(ofReduced.forbids()).as(what).isEqualTo(ofWhole.forbids());
        if (ofWhole.forbids()) {
          continue;
        }
        assertThat(sights(ofReduced)).as(what).isEqualTo(sights(ofWhole));
        for (int at = 0; at < ofWhole.size(); at++) {
          int other = ofReduced.find(ofWhole.sight(at));
          int[] next = {ofWhole.target(at), ofReduced.target(other)};
          if (known.add(((long) next[0] << 32) | next[1])) {
            open.add(next);
          }
        }
      }
    }
  }

  private static Set<Long> sights(Answers answers) {
    Set<Long> sights = new TreeSet<>();
    for (int at = 0; at < answers.size(); at++) {
      sights.add(answers.sight(at));
    }
    return sights;
  }
}
