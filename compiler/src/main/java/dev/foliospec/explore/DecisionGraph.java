package dev.foliospec.explore;

import dev.foliospec.model.Outcome;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one event, or of one step, as a decision graph: each inner node asks one slot, each
 * leaf says which rows apply.
 *
 * <p>Nodes are made when they are first walked through and shared where the same rows are still in
 * question and the same values are still needed by conditions that relate several slots.
 */
final class DecisionGraph {
  private final Layout layout;
  private final List<Candidate> candidates;
  private final int words;

  /** The slots in the order in which they are asked. */
  private final int[] order;

  /** For each level and code, the candidates that allow it. */
  private final long[][][] allow;

  /** For each level, the candidates that ask its slot, and those that ask it or a later one. */
  private final long[][] ask;

  private final long[][] askFrom;

  /** For each level, the tests to be made when its slot is known; each with its candidate. */
  private final int[][] dueCandidate;

  private final Formula[][] due;

  /** For each candidate with tests, its tests' slots and the level at which each is made. */
  private final int[][] testLevels;

  private final long[] tested;
  private final Map<Node, Node> known = new HashMap<>();
  private final int[] frame;
  private final Node root;

  /** One node. */
  static final class Node {
    /** The slot that it asks, or -1 for a leaf. */
    final int slot;

    final Node @Nullable [] next;
    final @Nullable Verdict verdict;
    private final int level;
    private final long[] rows;
    private final int[] pinned;
    private final int hash;

    private Node(
        int slot,
        Node @Nullable [] next,
        @Nullable Verdict verdict,
        int level,
        long[] rows,
        int[] pinned) {
      this.slot = slot;
      this.next = next;
      this.verdict = verdict;
      this.level = level;
      this.rows = rows;
      this.pinned = pinned;
      hash = (level * 31 + Arrays.hashCode(rows)) * 31 + Arrays.hashCode(pinned);
    }

    /** Whether a candidate may still hold here; in a leaf, whether it does. */
    boolean holds(int candidate) {
      return Bits.has(rows, candidate);
    }

    /** What a leaf says. */
    Verdict leaf() {
      if (verdict == null) {
        throw new IllegalStateException("not a leaf");
      }
      return verdict;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Node node
          && node.level == level
          && Arrays.equals(node.rows, rows)
          && Arrays.equals(node.pinned, pinned);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  DecisionGraph(Layout layout, List<Candidate> candidates) {
    this.layout = layout;
    this.candidates = candidates;
    int count = candidates.size();
    words = Bits.words(Math.max(1, count));
    int[] asked = new int[layout.slots];
    for (Candidate candidate : candidates) {
      for (int place = 0; place < layout.slots; place++) {
        if (candidate.mask(place) != null) {
          asked[place]++;
        }
      }
      for (int test = 0; test < candidate.tests(); test++) {
        for (int place : Bits.members(candidate.testSlots(test))) {
          asked[place]++;
        }
      }
    }
    order = order(asked);
    int[] levelOf = new int[layout.slots];
    for (int level = 0; level < order.length; level++) {
      levelOf[order[level]] = level;
    }
    allow = new long[order.length][][];
    ask = new long[order.length][words];
    askFrom = new long[order.length + 1][words];
    tested = new long[words];
    testLevels = new int[count][];
    List<List<Formula>> dues = new ArrayList<>();
    List<List<Integer>> dueBy = new ArrayList<>();
    for (int level = 0; level < order.length; level++) {
      dues.add(new ArrayList<>(0));
      dueBy.add(new ArrayList<>(0));
    }
    for (int number = 0; number < count; number++) {
      Candidate candidate = candidates.get(number);
      testLevels[number] = new int[candidate.tests()];
      for (int test = 0; test < candidate.tests(); test++) {
        Bits.add(tested, number);
        int last = 0;
        for (int place : Bits.members(candidate.testSlots(test))) {
          Bits.add(ask[levelOf[place]], number);
          last = Math.max(last, levelOf[place]);
        }
        testLevels[number][test] = last;
        dues.get(last).add(candidate.test(test));
        dueBy.get(last).add(number);
      }
    }
    due = new Formula[order.length][];
    dueCandidate = new int[order.length][];
    for (int level = 0; level < order.length; level++) {
      int place = order[level];
      due[level] = dues.get(level).toArray(new Formula[0]);
      dueCandidate[level] = new int[due[level].length];
      for (int at = 0; at < due[level].length; at++) {
        dueCandidate[level][at] = dueBy.get(level).get(at);
      }
      allow[level] = allow(place, level);
    }
    for (int level = order.length - 1; level >= 0; level--) {
      askFrom[level] = ask[level].clone();
      Bits.addAll(askFrom[level], askFrom[level + 1]);
    }
    frame = layout.frame();
    root = node(possible(), 0);
  }

  private DecisionGraph(DecisionGraph whole, int without) {
    layout = whole.layout;
    candidates = whole.candidates;
    words = whole.words;
    order = whole.order;
    allow = whole.allow;
    ask = whole.ask;
    askFrom = whole.askFrom;
    dueCandidate = whole.dueCandidate;
    due = whole.due;
    testLevels = whole.testLevels;
    tested = whole.tested;
    frame = layout.frame();
    long[] rest = possible();
    Bits.remove(rest, without);
    root = node(rest, 0);
  }

  private long[] possible() {
    long[] possible = new long[words];
    for (int number = 0; number < candidates.size(); number++) {
      if (!candidates.get(number).impossible) {
        Bits.add(possible, number);
      }
    }
    return possible;
  }

  private int[] order(int[] asked) {
    int count = 0;
    for (int times : asked) {
      count += times > 0 ? 1 : 0;
    }
    int[] order = new int[count];
    int filled = 0;
    for (int place = 0; place < asked.length; place++) {
      if (asked[place] > 0) {
        int at = filled++;
        // Most asked first; few slots, so sorting by insertion is quickest.
        while (at > 0 && asked[order[at - 1]] < asked[place]) {
          order[at] = order[at - 1];
          at--;
        }
        order[at] = place;
      }
    }
    return order;
  }

  private long[][] allow(int place, int level) {
    int size = layout.size(place);
    long[][] byCode = new long[size][words];
    for (int number = 0; number < candidates.size(); number++) {
      long[] mask = candidates.get(number).mask(place);
      if (mask == null) {
        for (int code = 0; code < size; code++) {
          Bits.add(byCode[code], number);
        }
      } else {
        Bits.add(ask[level], number);
        for (int code : Bits.members(mask)) {
          Bits.add(byCode[code], number);
        }
      }
    }
    return byCode;
  }

  Node root() {
    return root;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The slots in the order in which they are asked. */
  int[] order() {
    return order;
  }

  /** The leaves so far. */
  List<Verdict> verdicts() {
    List<Verdict> leaves = new ArrayList<>();
    for (Node node : known.keySet()) {
      if (node.verdict != null) {
        leaves.add(node.verdict);
      }
    }
    return leaves;
  }

  /** How many nodes there are so far. */
  int nodes() {
    return known.size();
  }

  /** The leaf of the point that a frame holds. */
  Verdict decide(int[] point) {
    Node node = root;
    while (node.next != null) {
      Node next = node.next[point[node.slot]];
      node = next == null ? follow(node, point[node.slot]) : next;
    }
    return node.leaf();
  }

  /** The graph of the same rows but for one; their numbers stay. */
  DecisionGraph without(int candidate) {
    return new DecisionGraph(this, candidate);
  }

  /** The node behind a code of an inner node's slot. */
  Node follow(Node node, int code) {
    Node[] next = node.next;
    if (next == null) {
      return node;
    }
    if (next[code] == null) {
      next[code] = make(node, code);
    }
    return next[code];
  }

  private Node make(Node node, int code) {
    int level = node.level;
    for (int at = 0; at < level; at++) {
      if (node.pinned[at] >= 0) {
        frame[order[at]] = node.pinned[at];
      }
    }
    frame[order[level]] = code;
    long[] rows = Bits.and(node.rows, allow[level][code]);
    for (int at = 0; at < due[level].length; at++) {
      int number = dueCandidate[level][at];
      if (Bits.has(rows, number) && !layout.holds(due[level][at], frame)) {
        Bits.remove(rows, number);
      }
    }
    return node(rows, level + 1);
  }

  /** The node for these rows once the slots before a level are known, their values in the frame. */
  private Node node(long[] rows, int fromLevel) {
    int level = fromLevel;
    if (candidates.size() > 0 && candidates.get(0).row == null && !Bits.has(rows, 0)) {
      return leaf(new long[words]);
    }
    settle(rows, level);
    while (level < order.length && !Bits.meet(rows, ask[level])) {
      level++;
    }
    if (level == order.length) {
      return leaf(rows);
    }
    int[] pinned = new int[level];
    Arrays.fill(pinned, -1);
    if (Bits.meet(rows, tested)) {
      for (int number : Bits.members(rows)) {
        Candidate candidate = candidates.get(number);
        for (int test = 0; test < testLevels[number].length; test++) {
          if (testLevels[number][test] >= level) {
            for (int at = 0; at < level; at++) {
              if (Bits.has(candidate.testSlots(test), order[at])) {
                pinned[at] = frame[order[at]];
              }
            }
          }
        }
      }
    }
    int slot = order[level];
    Node made = new Node(slot, new Node[layout.size(slot)], null, level, rows, pinned);
    Node same = known.putIfAbsent(made, made);
    return same == null ? made : same;
  }

  private Node leaf(long[] rows) {
    Node made = new Node(-1, null, judge(rows), order.length, rows, Formula.NONE);
    Node same = known.putIfAbsent(made, made);
    return same == null ? made : same;
  }

  /** Drops rows of checks that can no longer be asked, and all that lies behind a sure answer. */
  private void settle(long[] rows, int level) {
    int leaves = -1;
    boolean mayPass = false;
    int table = -1;
    for (int number = 0; number < candidates.size(); number++) {
      Candidate candidate = candidates.get(number);
      if (!candidate.isCheck()) {
        if (candidate.row == null) {
          continue;
        }
        return;
      }
      if (candidate.tableNumber != table) {
        table = candidate.tableNumber;
        mayPass = false;
      }
      if (!Bits.has(rows, number)) {
        continue;
      }
      if (leaves == table) {
        Bits.remove(rows, number);
        continue;
      }
      boolean pass = passes(candidate);
      if (!Bits.has(askFrom[level], number) && !split(candidate, rows)) {
        if (!pass && !mayPass) {
          for (int later = number + 1; later < candidates.size(); later++) {
            Bits.remove(rows, later);
          }
          return;
        }
        leaves = table;
      }
      mayPass |= pass;
    }
  }

  private static boolean passes(Candidate candidate) {
    Transition row = candidate.row;
    return row != null && row.outcome().answer() == Outcome.Answer.PASS;
  }

  private static boolean split(Candidate candidate, long[] rows) {
    for (int splitter : candidate.splitters) {
      if (Bits.has(rows, splitter)) {
        return true;
      }
    }
    return false;
  }

  private Verdict judge(long[] rows) {
    int count = candidates.size();
    int first = 0;
    if (count > 0 && candidates.get(0).row == null) {
      if (!Bits.has(rows, 0)) {
        return new Verdict(PointKind.BEYOND, Formula.NONE, Formula.NONE, false);
      }
      first = 1;
    }
    long[] passed = new long[words];
    int left = -1;
    for (int number = first; number < count && candidates.get(number).isCheck(); number++) {
      Candidate candidate = candidates.get(number);
      if (!Bits.has(rows, number) || candidate.tableNumber == left || split(candidate, rows)) {
        continue;
      }
      if (!passes(candidate)) {
        return new Verdict(PointKind.ANSWERED, new int[] {number}, Bits.members(passed), true);
      }
      Bits.add(passed, number);
      left = candidate.tableNumber;
    }
    long[] holding = rows.clone();
    for (int number = first; number < count; number++) {
      Candidate candidate = candidates.get(number);
      if (Bits.has(rows, number) && candidate.isOtherwise() && covered(candidate, rows)) {
        Bits.remove(holding, number);
      }
    }
    long[] applying = new long[words];
    for (int number = first; number < count; number++) {
      Candidate candidate = candidates.get(number);
      if (Bits.has(holding, number) && !candidate.isCheck() && !split(candidate, holding)) {
        Bits.add(applying, number);
      }
    }
    int[] found = Bits.members(applying);
    if (found.length == 1) {
      int[] alternatives = candidates.get(found[0]).alternatives;
      if (alternatives.length > 0) {
        int[] all = Arrays.copyOf(found, 1 + alternatives.length);
        System.arraycopy(alternatives, 0, all, 1, alternatives.length);
        found = all;
      }
      return new Verdict(PointKind.ANSWERED, found, Bits.members(passed), false);
    }
    return new Verdict(
        found.length == 0 ? PointKind.UNCOVERED : PointKind.OVERLAPPING,
        found,
        Bits.members(passed),
        false);
  }

  /** Whether a row of the same table, itself without {@code otherwise}, holds here. */
  private boolean covered(Candidate candidate, long[] rows) {
    for (int number : Bits.members(rows)) {
      Candidate other = candidates.get(number);
      if (other.table != null
          && other.tableNumber == candidate.tableNumber
          && !other.isOtherwise()) {
        return true;
      }
    }
    return false;
  }
}
