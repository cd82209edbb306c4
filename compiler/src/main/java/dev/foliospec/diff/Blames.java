package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Differences, each found at many places, put together by what is to blame: the rows that first did
 * different things.
 *
 * <p>Most places are put to what was found before without walking back along their path. What is to
 * blame for two states at a node is kept, so that it is looked for once.
 */
final class Blames {
  private final Half a;
  private final Half b;
  private final JointInputs inputs;
  private final Nodes nodes;
  private final SharedVariables shared;
  private final Map<String, Blame> blames = new LinkedHashMap<>();
  private final Map<Long, Blame> blamed = new HashMap<>();

  /** By node whose sets are single states: where the two parted on the way to it; 0 is not known. */
  private int[] partedSingles = new int[64];

  private final Map<Where, Integer> partedOthers = new HashMap<>();
  private final List<Parting> partings = new ArrayList<>();
  private final Map<Last, int[]> lasts = new HashMap<>();

  /** A difference before it is told: the first place that shows it, and the variants that do. */
  static final class Blame {
    private Path path;
    private Path.Fault fault;
    private boolean later;
    private final BitSet pairs = new BitSet();

    Blame(Path path, Path.Fault fault, boolean later) {
      this.path = path;
      this.fault = fault;
      this.later = later;
    }

    Path path() {
      return path;
    }

    Path.Fault fault() {
      return fault;
    }

    boolean later() {
      return later;
    }

    BitSet pairs() {
      return pairs;
    }
  }

  /** A state of each policy at a node. */
  private record Where(int node, int stateA, int stateB) {}

  /** What looks so, among what a set answers to an input. */
  private record Last(boolean ofA, int set, int input, long sight) {}

  /** A step at which the two first did different things: its input and what each did. */
  private record Parting(int input, int edgeA, int stateA, int edgeB, int stateB) {}

  Blames(Half a, Half b, JointInputs inputs, Nodes nodes) {
    this.a = a;
    this.b = b;
    this.inputs = inputs;
    this.nodes = nodes;
    shared = new SharedVariables(a.dense, b.dense);
  }

  /** Before what follows from another answer; then shortest, and what needs no unusual chance. */
  private static int order(Blame one, Blame other) {
    if (one.later != other.later) {
      return Boolean.compare(one.later, other.later);
    }
    return one.path.length() != other.path.length()
        ? Integer.compare(one.path.length(), other.path.length())
        : Integer.compare(one.path.unusual(), other.path.unusual());
  }

  /** What is to blame, the earliest first. */
  List<Blame> inOrder() {
    List<Blame> found = new ArrayList<>(blames.values());
    found.sort(Blames::order);
    return found;
  }

  /**
   * Takes note of a difference.
   *
   * @param at the node at which it shows
   * @param input the input that shows it
   * @param sightA what is seen of the first policy
   * @param sightB what is seen of the second policy
   */
  void blame(int at, int input, long sightA, long sightB) {
    long key = key(at, input, sightA, sightB);
    Blame alike = blamed.get(key);
    if (alike != null && (nodes.later(at) || !alike.later)) {
      alike.pairs.set(nodes.pair(at));
      return;
    }
    blamed.put(key, slowly(at, input, sightA, sightB));
  }

  /** The number of what is to blame: the event and the reactions of both sides where they parted. */
  private long key(int at, int input, long sightA, long sightB) {
    int[] lastA = last(true, nodes.setA(at), inputs.ofA[input], sightA);
    int[] lastB = last(false, nodes.setB(at), inputs.ofB[input], sightB);
    int number = parted(at, lastA[0], lastB[0]);
    Parting parting = number < 0
        ? new Parting(input, lastA[1], lastA[0], lastB[1], lastB[0])
        : partings.get(number);
    Dense denseA = a.dense;
    Dense denseB = b.dense;
    int inputA = inputs.ofA[parting.input()];
    int inputB = inputs.ofB[parting.input()];
    long reactions = (long) reaction(denseA, parting.stateA(), inputA, parting.edgeA())
            * denseB.reactions().size()
        + reaction(denseB, parting.stateB(), inputB, parting.edgeB());
    int afterA = parting.edgeA() < 0 ? parting.stateA() : denseA.target(parting.edgeA());
    int afterB = parting.edgeB() < 0 ? parting.stateB() : denseB.target(parting.edgeB());
    long kinds = shared.alike(afterA, afterB) ? 0 : 1;
    return (reactions * 2 + kinds) * denseA.policy().events().size() + denseA.eventOf(inputA);
  }

  private static int reaction(Dense dense, int state, int input, int edge) {
    return dense.reaction(edge < 0 ? dense.from(state, input) : edge);
  }

  /** The first state of a set that answers so, and its edge; an edge of -1 where it forbids. */
  private int[] last(boolean ofA, int set, int input, long sight) {
    Half half = ofA ? a : b;
    if (half.single(set)) {
      return last(half, set, input, sight);
    }
    Last asked = new Last(ofA, set, input, sight);
    int[] known = lasts.get(asked);
    if (known == null) {
      known = last(half, set, input, sight);
      lasts.put(asked, known);
    }
    return known;
  }

  static int[] last(Half half, int set, int input, long sight) {
    for (int state : half.members(set)) {
      if (half.dense.kind(state, input) == PointKind.FORBIDDEN && sight == Path.NOTHING_SEEN) {
        return new int[] {state, -1};
      }
      int edge = half.edge(state, input, sight);
      if (edge >= 0) {
        return new int[] {state, edge};
      }
    }
    throw new IllegalStateException("an answer that was seen is none");
  }

  /**
   * The number of the step by which two states at a node began to differ in the variables that both
   * policies have; -1 where they do not, or start so.
   */
  private int parted(int node, int stateA, int stateB) {
    List<Where> open = new ArrayList<>();
    Where at = new Where(node, stateA, stateB);
    int number = -1;
    while (true) {
      if (nodes.parent(at.node()) < 0 || shared.alike(at.stateA(), at.stateB())) {
        break;
      }
      int known = known(at);
      if (known > 0) {
        number = known - 1;
        break;
      }
      open.add(at);
      int parent = nodes.parent(at.node());
      int input = nodes.input(at.node());
      int[] beforeA =
          before(a, nodes.setA(parent), inputs.ofA[input], nodes.seenA(at.node()), at.stateA());
      int[] beforeB =
          before(b, nodes.setB(parent), inputs.ofB[input], nodes.seenB(at.node()), at.stateB());
      if (nodes.parent(parent) < 0 || shared.alike(beforeA[0], beforeB[0])) {
        number = partings.size();
        partings.add(new Parting(input, beforeA[1], beforeA[0], beforeB[1], beforeB[0]));
        break;
      }
      at = new Where(parent, beforeA[0], beforeB[0]);
    }
    for (Where each : open) {
      know(each, number + 1);
    }
    return number;
  }

  private boolean single(int node) {
    return a.single(nodes.setA(node)) && b.single(nodes.setB(node));
  }

  private int known(Where where) {
    if (single(where.node())) {
      return where.node() < partedSingles.length ? partedSingles[where.node()] : 0;
    }
    @Nullable Integer known = partedOthers.get(where);
    return known == null ? 0 : known;
  }

  private void know(Where where, int number) {
    if (!single(where.node())) {
      partedOthers.put(where, number);
      return;
    }
    if (where.node() >= partedSingles.length) {
      partedSingles =
          Arrays.copyOf(partedSingles, Math.max(where.node() + 1, partedSingles.length * 2));
    }
    partedSingles[where.node()] = number;
  }

  /** The first state of a set from which an edge that looks so leads to a state, and the edge. */
  static int[] before(Half half, int set, int input, long sight, int target) {
    for (int state : half.members(set)) {
      int edge = half.edge(state, input, sight, target);
      if (edge >= 0) {
        return new int[] {state, edge};
      }
    }
    throw new IllegalStateException("no way back along a path that was walked");
  }

  private Blame slowly(int at, int input, long sightA, long sightB) {
    Path path = Path.to(at, input, sightA, sightB, a, b, inputs, nodes, shared);
    Path.Fault fault = path.fault();
    String key = fault.deedA().row().id()
        + " "
        + fault.deedB().row().id()
        + " "
        + fault.kind()
        + " "
        + fault.callsAlike();
    Blame blame = blames.get(key);
    if (blame == null) {
      blame = new Blame(path, fault, nodes.later(at));
      blames.put(key, blame);
    } else if (blame.later && !nodes.later(at)) {
      blame.path = path;
      blame.fault = fault;
      blame.later = false;
    }
    blame.pairs.set(nodes.pair(at));
    return blame;
  }
}
