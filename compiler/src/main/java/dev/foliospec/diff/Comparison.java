package dev.foliospec.diff;

import dev.foliospec.engine.Budget;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.observe.Answers;
import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import dev.foliospec.observe.Sights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two policies side by side, breadth-first over the pairs of sets of states that the same
 * observations leave possible.
 *
 * <p>A silent event is taken by both at once. After a difference each side goes on in its own next
 * states.
 */
public final class Comparison {
  private final Side a;
  private final Side b;
  private final Observer observer;
  private final Half ofA;
  private final Half ofB;
  private final JointInputs inputs;
  private final Pairing pairing;
  private final Nodes nodes = new Nodes();
  private final Blames blames;
  private final Budget budget;
  private boolean refines = true;
  private boolean refinedBy = true;

  private Comparison(Side a, Side b, Observer observer, Budget budget) {
    this.budget = budget;
    this.a = a;
    this.b = b;
    this.observer = observer;
    Sights sights = new Sights(observer);
    ofA = new Half(a.dense(), sights);
    ofB = new Half(b.dense(), sights);
    inputs = JointInputs.of(a.dense(), b.dense());
    pairing = new Pairing(a, b);
    blames = new Blames(ofA, ofB, inputs, nodes);
  }

  /** Compares two policies of one vocabulary as an observer sees them. */
  public static Verdict compare(Side a, Side b, Observer observer) {
    return compare(a, b, observer, Budget.usual());
  }

  /**
   * The same within a budget: of its states so many pairs of sets of states, and on one thread.
   * Where that does not suffice, the verdict says how far it came.
   */
  public static Verdict compare(Side a, Side b, Observer observer, Budget budget) {
    return new Comparison(a, b, observer, budget).verdict();
  }

  private Verdict verdict() {
    for (int[] start : pairing.starts()) {
      nodes.start(start[0], start[1], start[2]);
    }
    Optional<Cut> cut = Optional.empty();
    for (int at = 0; at < nodes.size() && cut.isEmpty(); at++) {
      for (int input = 0; input < inputs.size(); input++) {
        meet(at, input);
      }
      if ((at & 255) == 0) {
        cut = cut(at);
      }
    }
    List<Cause> causes = new Causes(a, b, pairing).told(blames.inOrder());
    List<Lack> lackedByA = lacks(a, b);
    List<Lack> lackedByB = lacks(b, a);
    boolean sameEvents = lackedByA.isEmpty() && lackedByB.isEmpty();
    Relation relation;
    if (cut.isPresent() && (refines || refinedBy)) {
      relation = Relation.UNKNOWN;
    } else if (refines && refinedBy) {
      relation = sameEvents && causes.isEmpty() ? Relation.EQUAL : Relation.DIFFER;
    } else if (refines) {
      relation = Relation.REFINES;
    } else {
      relation = refinedBy ? Relation.REFINED_BY : Relation.INCOMPARABLE;
    }
    return new Verdict(
        a, b, observer.name(), relation, causes, lackedByA, lackedByB, pairing.pairs(), cut);
  }

  /** Where a bound ends it, after a node was looked at. */
  private Optional<Cut> cut(int at) {
    boolean memory = nodes.bytes() + ofA.bytes() + ofB.bytes() > budget.bytes();
    if (at + 1 == nodes.size() || (!memory && nodes.size() <= budget.states())) {
      budget.progress().at(nodes.size(), nodes.steps(at));
      return Optional.empty();
    }
    return Optional.of(new Cut(nodes.steps(at + 1), nodes.size(), memory));
  }

  private static List<Lack> lacks(Side lacking, Side having) {
    List<Lack> lacks = new ArrayList<>();
    // A system lacks what its pages lack.
    Policy policy = lacking.policy();
    Policy page = policy.lifting().isPresent() ? policy.lifting().get().page() : policy;
    for (Lack lack : page.lacks()) {
      if (having.policy().event(lack.event().name()).isPresent()) {
        lacks.add(lack);
      }
    }
    return lacks;
  }

  private void meet(int at, int input) {
    int setA = nodes.setA(at);
    int setB = nodes.setB(at);
    if (ofA.single(setA) && ofB.single(setB) && quick(at, setA, setB, input)) {
      return;
    }
    Answers answersA = ofA.answers(setA, inputs.ofA[input]);
    Answers answersB = ofB.answers(setB, inputs.ofB[input]);
    if (!answersA.happens() || !answersB.happens()) {
      return;
    }
    boolean later = nodes.later(at);
    if (answersA.forbids() || answersB.forbids()) {
      if (answersA.forbids() != answersB.forbids()) {
        refines &= later || !answersA.forbids();
        refinedBy &= later || !answersB.forbids();
        blames.blame(at, input, Path.NOTHING_SEEN, Path.NOTHING_SEEN);
      }
      return;
    }
    differing(at, input, answersA, answersB, later);
  }

  private void differing(int at, int input, Answers answersA, Answers answersB, boolean later) {
    boolean same = true;
    for (int each = 0; each < answersA.size(); each++) {
      long sight = answersA.sight(each);
      int other = answersB.find(sight, each);
      if (other != Answers.NONE) {
        nodes.step(at, input, answersA.target(each), sight, answersB.target(other), sight, false);
      } else {
        same = false;
        refines &= later;
        blames.blame(at, input, sight, answersB.sight(0));
        nodes.step(
            at, input, answersA.target(each), sight, ofB.all(answersB), Path.NOTHING_SEEN, true);
      }
    }
    for (int each = 0; each < answersB.size(); each++) {
      long sight = answersB.sight(each);
      if (answersA.find(sight, each) == Answers.NONE) {
        refinedBy &= later;
        if (same) {
          blames.blame(at, input, answersA.sight(0), sight);
        }
        nodes.step(
            at, input, ofA.all(answersA), Path.NOTHING_SEEN, answersB.target(each), sight, true);
      }
    }
  }

  /** Two single states with one edge each that look the same: what nearly always is the case. */
  private boolean quick(int at, int stateA, int stateB, int input) {
    int inputA = inputs.ofA[input];
    int inputB = inputs.ofB[input];
    int edgeA = ofA.only(stateA, inputA);
    int edgeB = edgeA < 0 ? -1 : ofB.only(stateB, inputB);
    if (edgeB < 0) {
      return false;
    }
    long sight = ofA.sight(inputA, edgeA);
    if (sight != ofB.sight(inputB, edgeB)) {
      return false;
    }
    Dense denseA = ofA.dense;
    nodes.step(at, input, denseA.target(edgeA), sight, ofB.dense.target(edgeB), sight, false);
    return true;
  }
}
