package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Observer;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two policies side by side, breadth-first over the pairs of sets of states that the same
 * observations leave possible.
 *
 * <p>Flags and choices that both have are the same on both sides wherever they can be: those that
 * the policies fix to different values, or the names asked for, are compared as they are. A silent
 * event is taken by both at once. After a difference each side goes on in its own next states.
 */
public final class Comparison {
  private final Side a;
  private final Side b;
  private final Dense denseA;
  private final Dense denseB;
  private final Sights.Of seenA;
  private final Sights.Of seenB;
  private final Observer observer;
  private final JointInputs inputs;
  private final StateSets setsA;
  private final StateSets setsB;
  private final SharedVariables shared;
  private final Map<Long, Integer> known = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Blame> blames = new LinkedHashMap<>();
  private final Map<Long, Blame> blamed = new HashMap<>();
  private final List<Integer> pairOfVariants = new ArrayList<>();
  private boolean refines = true;
  private boolean refinedBy = true;

  /** A pair of sets, and how it was first come to. */
  static final class Node {
    final int setA;
    final int setB;
    final int parent;
    final int input;
    final boolean later;
    final int pair;

    /** The node at whose step the shared variables began to differ, or -1 where they do not. */
    int origin = -1;

    /** The input of that step. */
    int originInput = -1;

    Node(int setA, int setB, int parent, int input, boolean later, int pair) {
      this.setA = setA;
      this.setB = setB;
      this.parent = parent;
      this.input = input;
      this.later = later;
      this.pair = pair;
    }
  }

  /** A difference before it is told: the first place that shows it, and the variants that do. */
  private static final class Blame {
    private Path path;
    private Path.Fault fault;
    private boolean later;
    private final BitSet pairs = new BitSet();

    Blame(Path path, Path.Fault fault, boolean later) {
      this.path = path;
      this.fault = fault;
      this.later = later;
    }
  }

  private Comparison(Side a, Side b, Observer observer) {
    this.a = a;
    this.b = b;
    this.observer = observer;
    this.denseA = a.dense();
    this.denseB = b.dense();
    Sights sights = new Sights(observer);
    this.seenA = sights.new Of(denseA);
    this.seenB = sights.new Of(denseB);
    this.inputs = JointInputs.of(denseA, denseB);
    this.setsA = new StateSets(denseA.states());
    this.setsB = new StateSets(denseB.states());
    this.shared = new SharedVariables(denseA, denseB);
  }

  /** Compares two policies of one vocabulary as an observer sees them. */
  public static Verdict compare(Side a, Side b, Observer observer) {
    return new Comparison(a, b, observer).verdict();
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

  private Verdict verdict() {
    begin();
    for (int at = 0; at < nodes.size(); at++) {
      for (int input = 0; input < inputs.size(); input++) {
        meet(at, nodes.get(at), input);
      }
    }
    int pairs = pairOfVariants.size();
    List<Blame> found = new ArrayList<>(blames.values());
    found.sort(Comparison::order);
    List<Cause> causes = new ArrayList<>();
    for (Blame blame : found) {
      causes.add(told(blame, pairs));
    }
    List<Lack> lackedByA = lacks(a, b);
    List<Lack> lackedByB = lacks(b, a);
    boolean sameEvents = lackedByA.isEmpty() && lackedByB.isEmpty();
    Relation relation;
    if (refines && refinedBy) {
      relation = sameEvents && causes.isEmpty() ? Relation.EQUAL : Relation.DIFFER;
    } else if (refines) {
      relation = Relation.REFINES;
    } else {
      relation = refinedBy ? Relation.REFINED_BY : Relation.INCOMPARABLE;
    }
    return new Verdict(a, b, observer.name(), relation, causes, lackedByA, lackedByB, pairs);
  }

  private static List<Lack> lacks(Side lacking, Side having) {
    List<Lack> lacks = new ArrayList<>();
    for (Lack lack : lacking.policy().lacks()) {
      if (having.policy().event(lack.event().name()).isPresent()) {
        lacks.add(lack);
      }
    }
    return lacks;
  }

  // --- Where to begin --------------------------------------------------------------------------

  private void begin() {
    Map<Long, Integer> pairs = new HashMap<>();
    for (int i = 0; i < denseA.initials(); i++) {
      int variantA = denseA.variantOf(i);
      if (!compared(a, denseA.variants().get(variantA))) {
        continue;
      }
      for (int j = 0; j < denseB.initials(); j++) {
        int variantB = denseB.variantOf(j);
        if (compared(b, denseB.variants().get(variantB))
            && alike(denseA.configuration(i), denseB.configuration(j))) {
          long key = ((long) variantA << 32) | variantB;
          Integer pair = pairs.get(key);
          if (pair == null) {
            pair = pairOfVariants.size();
            pairs.put(key, pair);
            pairOfVariants.add(variantA);
          }
          add(i, j, -1, -1, false, pair);
        }
      }
    }
  }

  private static boolean compared(Side side, Variant variant) {
    for (Variant each : side.variants()) {
      if (each.choices().equals(variant.choices())) {
        return true;
      }
    }
    return false;
  }

  private boolean alike(Configuration ofA, Configuration ofB) {
    List<FlagSetting> flagsA = a.policy().flags();
    List<FlagSetting> flagsB = b.policy().flags();
    for (int i = 0; i < flagsA.size(); i++) {
      for (int j = 0; j < flagsB.size(); j++) {
        boolean same = flagsA.get(i).flag().name().equals(flagsB.get(j).flag().name());
        if (same
            && canAgree(flagsA.get(i), flagsB.get(j))
            && !ofA.flags().get(i).equals(ofB.flags().get(j))) {
          return false;
        }
      }
    }
    List<TraitSetting> choicesA = a.policy().choices();
    List<TraitSetting> choicesB = b.policy().choices();
    for (int i = 0; i < choicesA.size(); i++) {
      for (int j = 0; j < choicesB.size(); j++) {
        if (choicesA.get(i).trait().name().equals(choicesB.get(j).trait().name())
            && canAgree(i, j)
            && !spelled(choicesA.get(i), ofA, i).equals(spelled(choicesB.get(j), ofB, j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether some value of a flag is allowed on both sides; if not, they are compared all the same. */
  private static boolean canAgree(FlagSetting ofA, FlagSetting ofB) {
    return ofA.allowed().stream().anyMatch(ofB.allowed()::contains);
  }

  /** Whether some alternative of a choice is asked for on both sides, as {@code P[x=no]} rules out. */
  private boolean canAgree(int choiceOfA, int choiceOfB) {
    Set<String> ofB = spelled(b, choiceOfB);
    return spelled(a, choiceOfA).stream().anyMatch(ofB::contains);
  }

  /** The alternatives of a choice among the variants that are compared. */
  private static Set<String> spelled(Side side, int choice) {
    TraitSetting setting = side.policy().choices().get(choice);
    Set<String> spelled = new LinkedHashSet<>();
    for (Variant variant : side.variants()) {
      spelled.add(setting.alternatives().get(variant.choices().get(choice)).spelled());
    }
    return spelled;
  }

  private static String spelled(TraitSetting choice, Configuration in, int at) {
    return choice.alternatives().get(in.choices().get(at)).spelled();
  }

  private void add(int setA, int setB, int parent, int input, boolean later, int pair) {
    long key = ((long) setA << 32) | setB;
    Integer before = known.get(key);
    if (before == null) {
      Node node = new Node(setA, setB, parent, input, later, pair);
      if (parent >= 0 && !alike(setA, setB)) {
        Node from = nodes.get(parent);
        node.origin = from.origin < 0 ? parent : from.origin;
        node.originInput = from.origin < 0 ? input : from.originInput;
      }
      known.put(key, nodes.size());
      nodes.add(node);
    }
  }

  /** Whether two single states agree on the shared variables; of larger sets it is not asked. */
  private boolean alike(int stateA, int stateB) {
    if (stateA >= denseA.states() || stateB >= denseB.states()) {
      return true;
    }
    return shared.alike(stateA, stateB);
  }

  // --- One input at one pair ---------------------------------------------------------------------

  /** The edges of one side at one input, by what is seen of them. */
  private static final class Answers {
    final Map<Long, int[]> targets = new LinkedHashMap<>();
    boolean happens;
    boolean forbids;

    void add(long sight, int target) {
      int[] before = targets.get(sight);
      if (before == null) {
        targets.put(sight, new int[] {target});
      } else if (Arrays.binarySearch(before, target) < 0) {
        int[] longer = Arrays.copyOf(before, before.length + 1);
        longer[before.length] = target;
        Arrays.sort(longer);
        targets.put(sight, longer);
      }
    }

    int[] all() {
      BitSet all = new BitSet();
      for (int[] each : targets.values()) {
        for (int target : each) {
          all.set(target);
        }
      }
      int[] sorted = new int[all.cardinality()];
      int at = 0;
      for (int target = all.nextSetBit(0); target >= 0; target = all.nextSetBit(target + 1)) {
        sorted[at++] = target;
      }
      return sorted;
    }
  }

  private static Answers answers(Dense dense, Sights.Of seen, int[] states, int input) {
    Answers answers = new Answers();
    int event = dense.eventOf(input);
    for (int state : states) {
      PointKind kind = dense.kind(state, input);
      if (kind == PointKind.FORBIDDEN) {
        answers.happens = true;
        answers.forbids = true;
      } else if (kind == PointKind.ANSWERED) {
        answers.happens = true;
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          answers.add(seen.edge(event, edge), dense.target(edge));
        }
      }
    }
    return answers;
  }

  private void meet(int at, Node node, int input) {
    if (node.setA < denseA.states() && node.setB < denseB.states() && quick(at, node, input)) {
      return;
    }
    Answers ofA = answers(denseA, seenA, setsA.members(node.setA), inputs.ofA[input]);
    Answers ofB = answers(denseB, seenB, setsB.members(node.setB), inputs.ofB[input]);
    if (!ofA.happens || !ofB.happens) {
      return;
    }
    if (ofA.forbids || ofB.forbids) {
      if (ofA.forbids != ofB.forbids) {
        refines &= node.later || !ofA.forbids;
        refinedBy &= node.later || !ofB.forbids;
        blame(at, node, input, Path.NOTHING_SEEN, Path.NOTHING_SEEN);
      }
      return;
    }
    boolean same = true;
    for (Map.Entry<Long, int[]> each : ofA.targets.entrySet()) {
      int[] targets = ofB.targets.get(each.getKey());
      if (targets != null) {
        add(setsA.number(each.getValue()), setsB.number(targets), at, input, node.later, node.pair);
      } else {
        same = false;
        refines &= node.later;
        blame(at, node, input, each.getKey(), first(ofB));
        add(setsA.number(each.getValue()), setsB.number(ofB.all()), at, input, true, node.pair);
      }
    }
    for (Map.Entry<Long, int[]> each : ofB.targets.entrySet()) {
      if (!ofA.targets.containsKey(each.getKey())) {
        refinedBy &= node.later;
        if (same) {
          blame(at, node, input, first(ofA), each.getKey());
        }
        add(setsA.number(ofA.all()), setsB.number(each.getValue()), at, input, true, node.pair);
      }
    }
  }

  /** Two single states with one edge each that look the same: what nearly always is the case. */
  private boolean quick(int at, Node node, int input) {
    int inputA = inputs.ofA[input];
    int inputB = inputs.ofB[input];
    if (denseA.kind(node.setA, inputA) != PointKind.ANSWERED
        || denseB.kind(node.setB, inputB) != PointKind.ANSWERED) {
      return false;
    }
    int edgeA = denseA.from(node.setA, inputA);
    int edgeB = denseB.from(node.setB, inputB);
    if (denseA.to(node.setA, inputA) != edgeA + 1 || denseB.to(node.setB, inputB) != edgeB + 1) {
      return false;
    }
    if (seenA.edge(denseA.eventOf(inputA), edgeA) != seenB.edge(denseB.eventOf(inputB), edgeB)) {
      return false;
    }
    add(denseA.target(edgeA), denseB.target(edgeB), at, input, node.later, node.pair);
    return true;
  }

  private static long first(Answers answers) {
    return answers.targets.keySet().iterator().next();
  }

  /**
   * The number of what is to blame, without walking the path: the event and the reactions of both
   * sides at the step where the two parted. -1 where a side may be in several states.
   */
  private long quickKey(Node node, int input) {
    Node parted = node.origin < 0 ? node : nodes.get(node.origin);
    int step = node.origin < 0 ? input : node.originInput;
    if (parted.setA >= denseA.states() || parted.setB >= denseB.states()) {
      return -1;
    }
    int inputA = inputs.ofA[step];
    int inputB = inputs.ofB[step];
    int edgeA = denseA.from(parted.setA, inputA);
    int edgeB = denseB.from(parted.setB, inputB);
    if (denseA.to(parted.setA, inputA) != edgeA + 1
        || denseB.to(parted.setB, inputB) != edgeB + 1) {
      return -1;
    }
    long reactions =
        (long) denseA.reaction(edgeA) * denseB.reactions().size() + denseB.reaction(edgeB);
    long kinds = alike(denseA.target(edgeA), denseB.target(edgeB)) ? 0 : 1;
    return (reactions * 2 + kinds) * denseA.policy().events().size() + denseA.eventOf(inputA);
  }

  private void blame(int at, Node node, int input, long sightA, long sightB) {
    long quick = quickKey(node, input);
    Blame alike = quick < 0 ? null : blamed.get(quick);
    if (alike != null && (node.later || !alike.later)) {
      alike.pairs.set(node.pair);
      return;
    }
    Blame blame = slowly(at, node, input, sightA, sightB);
    if (quick >= 0) {
      blamed.put(quick, blame);
    }
  }

  private Blame slowly(int at, Node node, int input, long sightA, long sightB) {
    Path path = Path.to(at, input, sightA, sightB, this);
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
      blame = new Blame(path, fault, node.later);
      blames.put(key, blame);
    } else if (blame.later && !node.later) {
      blame.path = path;
      blame.fault = fault;
      blame.later = false;
    }
    blame.pairs.set(node.pair);
    return blame;
  }

  // --- What a path needs -------------------------------------------------------------------------

  Node node(int at) {
    return nodes.get(at);
  }

  Dense denseA() {
    return denseA;
  }

  Dense denseB() {
    return denseB;
  }

  SharedVariables shared() {
    return shared;
  }

  int inputA(int input) {
    return inputs.ofA[input];
  }

  int inputB(int input) {
    return inputs.ofB[input];
  }

  int[] membersA(int set) {
    return setsA.members(set);
  }

  int[] membersB(int set) {
    return setsB.members(set);
  }

  long sightA(int edge, int input) {
    return seenA.edge(denseA.eventOf(inputs.ofA[input]), edge);
  }

  long sightB(int edge, int input) {
    return seenB.edge(denseB.eventOf(inputs.ofB[input]), edge);
  }

  // --- Telling
  // -------------------------------------------------------------------------------------

  private Cause told(Blame blame, int pairs) {
    Path path = blame.path;
    boolean inEvery = blame.pairs.cardinality() == pairs;
    int startA = path.startA();
    int startB = path.startB();
    Map<String, String> flags = new LinkedHashMap<>();
    flags(a, denseA.configuration(startA), flags);
    flags(b, denseB.configuration(startB), flags);
    return new Cause(
        blame.fault.kind(),
        blame.fault.deedA(),
        blame.fault.deedB(),
        blame.fault.causedAt(),
        path.length(),
        flags,
        path.stepsA(),
        path.stepsB(),
        blame.later,
        inEvery,
        inEvery ? "" : where(blame.pairs),
        denseA.variants().get(denseA.variantOf(startA)),
        denseB.variants().get(denseB.variantOf(startB)));
  }

  /** The flags on which either side's behaviour can depend. */
  private static void flags(Side side, Configuration in, Map<String, String> flags) {
    List<FlagSetting> settings = side.policy().flags();
    Set<String> telling = Reads.flags(side.policy());
    for (int at = 0; at < settings.size(); at++) {
      Value value = in.flags().get(at);
      boolean tells = telling.contains(settings.get(at).flag().name());
      if (tells && settings.get(at).allowed().size() > 1) {
        flags.putIfAbsent(settings.get(at).flag().name(), value.name());
      }
    }
  }

  /** The choices that all variants which show a difference have in common, or how many there are. */
  private String where(BitSet showing) {
    List<TraitSetting> choices = a.policy().choices();
    List<String> fixed = new ArrayList<>();
    long expected = pairOfVariants.size();
    for (int choice = 0; choice < choices.size(); choice++) {
      BitSet values = new BitSet();
      BitSet possible = new BitSet();
      for (int pair = 0; pair < pairOfVariants.size(); pair++) {
        Variant variant = denseA.variants().get(pairOfVariants.get(pair));
        possible.set(variant.choices().get(choice));
        if (showing.get(pair)) {
          values.set(variant.choices().get(choice));
        }
      }
      if (values.cardinality() == 1 && possible.cardinality() > 1) {
        TraitSetting setting = choices.get(choice);
        fixed.add(setting.trait().name()
            + " = "
            + setting.alternatives().get(values.nextSetBit(0)).spelled());
        expected /= possible.cardinality();
      }
    }
    if (!fixed.isEmpty() && expected == showing.cardinality()) {
      return "where " + String.join(" and ", fixed);
    }
    String count = "in " + showing.cardinality() + " of " + pairOfVariants.size() + " variants";
    return fixed.isEmpty() ? count : count + ", all with " + String.join(" and ", fixed);
  }
}
