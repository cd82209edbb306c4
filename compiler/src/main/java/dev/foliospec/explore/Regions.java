package dev.foliospec.explore;

import dev.foliospec.engine.Interned;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gaps and overlaps of one event or step as blocks of points.
 *
 * <p>The rows that would fill gaps are found from points outwards: a block grows as long as it meets
 * no point that a row answers and no block found before. What checks take, what cannot happen and,
 * for gaps that are reached, gaps that are not, may be covered or not, whichever makes fewer and
 * wider rows. So no block can be widened, and as blocks are disjoint, none can be dropped.
 */
public final class Regions {
  /** Beyond so many nodes a decision graph is not looked through. */
  private static final int MOST_NODES = 100_000;

  /** So many points or blocks are told apart at most. */
  private static final int MOST_BLOCKS = 512;

  /** From so many points a block is grown before the widest is taken. */
  private static final int SEEDS = 6;

  private final Layout layout;
  private final Part part;
  private final int[] order;

  /**
   * Elements that something picks, as columns name them: levels of a block behind those of slots. What
   * a block allows at such a level holds for the element that is picked.
   */
  private final List<Element> elements = new ArrayList<>();

  /** By element: the level of what picks it, and by its codes the levels of the variables picked. */
  private final List<int[]> picking = new ArrayList<>();

  private final Set<DecisionGraph.Node> seen = new LinkedHashSet<>();
  private boolean tooLarge;
  private int leaves;

  private Regions(Behaviour behaviour, Part part) {
    this.layout = behaviour.layout;
    this.part = part;
    order = part.graph.order();
    for (Candidate candidate : part.candidates) {
      if (candidate.row != null) {
        for (Condition condition : candidate.row.guard().conditions()) {
          if (condition.test() instanceof Condition.Within within) {
            add(within.slot());
          } else if (condition.test() instanceof Condition.Same same) {
            add(same.slot());
          }
        }
      }
    }
  }

  private void add(Slot slot) {
    if (!(slot instanceof Element element)) {
      return;
    }
    for (Element known : elements) {
      if (known.name().equals(element.name())) {
        return;
      }
    }
    int index = layout.place(element.index(), part.event);
    if (index < 0 || level(index) < 0) {
      return;
    }
    List<Value> keys = layout.slot(index).type().values();
    int[] levels = new int[1 + keys.size()];
    levels[0] = level(index);
    for (int code = 0; code < keys.size(); code++) {
      levels[1 + code] = level(layout.place(element.at(keys.get(code)).orElseThrow(), part.event));
      if (levels[1 + code] < 0) {
        return;
      }
    }
    elements.add(element);
    picking.add(levels);
  }

  private int level(int place) {
    for (int level = 0; level < order.length; level++) {
      if (order[level] == place) {
        return level;
      }
    }
    return -1;
  }

  /**
   * Two rows that both apply somewhere.
   *
   * @param rows the rows
   * @param region a block of points where they do
   */
  public record Overlap(List<RowId> rows, Region region) {
    /** Copies the list. */
    public Overlap {
      rows = List.copyOf(rows);
    }
  }

  /** The rows that would fill the reachable gaps of an event, as few as were found. */
  public static List<Region> gaps(Dense dense, int event) {
    Behaviour behaviour = dense.behaviour();
    Regions regions = new Regions(behaviour, behaviour.events[event]);
    Interned points = new Interned();
    int[] frame = behaviour.layout.frame();
    int first = dense.firstInput(event);
    int last = dense.firstInput(event + 1);
    for (int state = 0; state < dense.states(); state++) {
      for (int input = first; input < last; input++) {
        if (dense.kind(state, input) == PointKind.UNCOVERED && points.size() < MOST_BLOCKS) {
          dense.load(state, input, frame);
          regions.reach(frame, points);
        }
      }
    }
    return regions.fill(points);
  }

  /** Whether a reachable point lies in a region. */
  public static boolean holds(Dense dense, int state, int input, Region region) {
    Layout layout = dense.behaviour().layout;
    int[] frame = layout.frame();
    dense.load(state, input, frame);
    Event event = dense.policy().events().get(dense.eventOf(input));
    for (Map.Entry<Slot, List<Value>> each : region.values().entrySet()) {
      int place = layout.placeAt(each.getKey(), event, frame);
      if (place < 0 || !each.getValue().contains(layout.value(place, frame[place]))) {
        return false;
      }
    }
    return true;
  }

  /** The rows that would fill the gaps of a step at the points where it is called. */
  public static List<Region> stepGaps(Dense dense, String step) {
    Behaviour behaviour = dense.behaviour();
    Part part = step(behaviour, step);
    Regions regions = new Regions(behaviour, part);
    Interned points = new Interned();
    for (int state = 0; state < dense.states(); state++) {
      for (int input = 0; input < dense.inputs(); input++) {
        if (dense.kind(state, input) == PointKind.FAULTY && points.size() < MOST_BLOCKS) {
          dense.load(state, input, behaviour.evaluation.frame);
          behaviour.evaluation.answer(behaviour.events[dense.eventOf(input)], false);
          if (behaviour.evaluation.trouble == Trouble.STEP_GAP
              && behaviour.evaluation.subject.equals(step)) {
            regions.reach(behaviour.evaluation.frame, points);
          }
        }
      }
    }
    return regions.fill(points);
  }

  /**
   * The rows that would fill all gaps of an event, reachable or not; empty also where its decision
   * graph is too large to be looked through.
   */
  public static List<Region> allGaps(Dense dense, int event) {
    Behaviour behaviour = dense.behaviour();
    Regions regions = new Regions(behaviour, behaviour.events[event]);
    Interned points = new Interned();
    for (long[][] block : regions.blocks(PointKind.UNCOVERED, new ArrayList<>())) {
      int[] codes = new int[block.length + regions.elements.size()];
      for (int level = 0; level < block.length; level++) {
        codes[level] = Bits.members(block[level])[0];
      }
      regions.add(codes, points);
    }
    return regions.tooLarge ? List.of() : regions.fill(points);
  }

  /** Pairs of an event's rows that overlap anywhere, reachable or not, each with one block. */
  public static List<Overlap> allOverlaps(Dense dense, int event) {
    Behaviour behaviour = dense.behaviour();
    Regions regions = new Regions(behaviour, behaviour.events[event]);
    List<Verdict> verdicts = new ArrayList<>();
    List<long[][]> blocks = regions.blocks(PointKind.OVERLAPPING, verdicts);
    List<Overlap> overlaps = new ArrayList<>();
    Set<List<RowId>> met = new LinkedHashSet<>();
    for (int at = 0; at < blocks.size(); at++) {
      List<RowId> rows = new ArrayList<>();
      for (int candidate : verdicts.get(at).candidates) {
        rows.add(regions.part.row(candidate).id());
      }
      if (met.add(rows)) {
        overlaps.add(new Overlap(rows, regions.region(blocks.get(at))));
      }
    }
    return overlaps;
  }

  private static Part step(Behaviour behaviour, String name) {
    for (Part each : behaviour.steps) {
      if (each.name.equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no step " + name);
  }

  private void reach(int[] frame, Interned points) {
    int[] codes = new int[order.length + elements.size()];
    for (int level = 0; level < order.length; level++) {
      codes[level] = frame[order[level]];
    }
    add(codes, points);
  }

  /** Adds a point, of which the codes of slots are known. */
  private void add(int[] codes, Interned points) {
    for (int at = 0; at < elements.size(); at++) {
      int[] levels = picking.get(at);
      codes[order.length + at] = codes[levels[1 + codes[levels[0]]]];
    }
    points.number(codes, codes.length);
  }

  /** The codes that a level may have. */
  private long[] domain(int level) {
    return level < order.length
        ? layout.domain(order[level])
        : Bits.full(elements.get(level - order.length).type().size());
  }

  // Growing blocks.

  private List<Region> fill(Interned points) {
    int count = points.size();
    boolean[] covered = new boolean[count];
    List<long[][]> chosen = new ArrayList<>();
    int left = count;
    while (left > 0) {
      long[][] best = null;
      int bestCover = 0;
      int seeds = 0;
      for (int point = 0; point < count && seeds < SEEDS; point++) {
        if (!covered[point]) {
          seeds++;
          for (int way = 0; way < 2; way++) {
            long[][] grown = grow(points.key(point), way == 1, chosen);
            int cover = 0;
            for (int other = 0; other < count; other++) {
              cover += !covered[other] && inside(grown, points.key(other)) ? 1 : 0;
            }
            if (cover > bestCover || (cover == bestCover && best != null && wider(grown, best))) {
              best = grown;
              bestCover = cover;
            }
          }
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      for (int point = 0; point < count; point++) {
        if (!covered[point] && inside(best, points.key(point))) {
          covered[point] = true;
          left--;
        }
      }
    }
    List<Region> regions = new ArrayList<>();
    for (long[][] block : chosen) {
      regions.add(region(block));
    }
    return regions;
  }

  private static boolean wider(long[][] one, long[][] other) {
    int more = 0;
    for (int level = 0; level < one.length; level++) {
      more += Integer.compare(Bits.count(one[level]), Bits.count(other[level]));
    }
    return more > 0;
  }

  private long[][] grow(int[] point, boolean backwards, List<long[][]> chosen) {
    long[][] block = new long[point.length][];
    for (int level = 0; level < point.length; level++) {
      block[level] = new long[domain(level).length];
      Bits.add(block[level], point[level]);
    }
    for (int at = 0; at < point.length; at++) {
      // Elements that are picked come last, so that a block says as much as it can by them.
      int level = backwards && at < order.length ? order.length - 1 - at : at;
      long[] before = block[level];
      block[level] = domain(level);
      if (free(block, chosen)) {
        continue;
      }
      block[level] = before;
      for (int code : Bits.members(domain(level))) {
        if (!Bits.has(block[level], code)) {
          long[] more = block[level].clone();
          Bits.add(more, code);
          long[] kept = block[level];
          block[level] = more;
          if (!free(block, chosen)) {
            block[level] = kept;
          }
        }
      }
    }
    return block;
  }

  private boolean free(long[][] block, List<long[][]> chosen) {
    for (long[][] other : chosen) {
      boolean meet = true;
      for (int level = 0; level < block.length && meet; level++) {
        meet = Bits.meet(block[level], other[level]);
      }
      if (meet) {
        return false;
      }
    }
    return free(block, 0);
  }

  /** Whether no row answers in a block, the elements from one on taken index by index. */
  private boolean free(long[][] block, int from) {
    int at = from;
    while (at < elements.size()
        && Bits.within(domain(order.length + at), block[order.length + at])) {
      at++;
    }
    if (at == elements.size()) {
      seen.clear();
      return !answered(part.graph.root(), block);
    }
    int[] levels = picking.get(at);
    for (int code : Bits.members(block[levels[0]])) {
      long[][] part = block.clone();
      part[levels[0]] = new long[block[levels[0]].length];
      Bits.add(part[levels[0]], code);
      part[levels[1 + code]] = Bits.and(block[levels[1 + code]], block[order.length + at]);
      if (!Bits.empty(part[levels[1 + code]]) && !free(part, at + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a body row answers, or several apply, at some point of a block behind a node. */
  private boolean answered(DecisionGraph.Node node, long[][] block) {
    if (node.next == null) {
      Verdict verdict = node.leaf();
      return verdict.kind == PointKind.OVERLAPPING
          || (verdict.kind == PointKind.ANSWERED && !verdict.byCheck);
    }
    if (part.graph.nodes() > MOST_NODES) {
      tooLarge = true;
      return true;
    }
    if (!seen.add(node)) {
      return false;
    }
    for (int code : Bits.members(block[level(node)])) {
      if (answered(part.graph.follow(node, code), block)) {
        return true;
      }
    }
    return false;
  }

  private int level(DecisionGraph.Node node) {
    int level = 0;
    while (order[level] != node.slot) {
      level++;
    }
    return level;
  }

  private static boolean inside(long[][] block, int[] point) {
    for (int level = 0; level < block.length; level++) {
      if (!Bits.has(block[level], point[level])) {
        return false;
      }
    }
    return true;
  }

  // Walking through all leaves.

  /** Blocks of points with leaves of a kind, those aside that no flags and choices allow. */
  private List<long[][]> blocks(PointKind kind, List<Verdict> verdicts) {
    List<long[][]> found = new ArrayList<>();
    long[][] path = new long[order.length][];
    for (int level = 0; level < order.length; level++) {
      path[level] = layout.domain(order[level]);
    }
    gather(part.graph.root(), kind, path, found, verdicts, new LinkedHashSet<>());
    return found;
  }

  /** Says whether a leaf of the kind lies behind a node. */
  private boolean gather(
      DecisionGraph.Node node,
      PointKind kind,
      long[][] path,
      List<long[][]> found,
      List<Verdict> verdicts,
      Set<DecisionGraph.Node> barren) {
    if (node.next == null) {
      Verdict verdict = node.leaf();
      if (verdict.kind != kind) {
        return false;
      }
      leaves++;
      if (found.size() < MOST_BLOCKS && allowed(path)) {
        found.add(path.clone());
        verdicts.add(verdict);
      }
      return true;
    }
    if (part.graph.nodes() > MOST_NODES) {
      tooLarge = true;
      return false;
    }
    if (barren.contains(node) || leaves >= 8 * MOST_BLOCKS) {
      return false;
    }
    int level = level(node);
    long[] whole = path[level];
    Map<DecisionGraph.Node, long[]> behind = new LinkedHashMap<>();
    for (int code : Bits.members(layout.domain(node.slot))) {
      long[] codes = behind.computeIfAbsent(
          part.graph.follow(node, code), each -> new long[Bits.words(layout.size(node.slot))]);
      Bits.add(codes, code);
    }
    boolean any = false;
    for (Map.Entry<DecisionGraph.Node, long[]> each : behind.entrySet()) {
      path[level] = each.getValue();
      any |= gather(each.getKey(), kind, path, found, verdicts, barren);
    }
    path[level] = whole;
    if (!any) {
      barren.add(node);
    }
    return any;
  }

  /** Whether some flags and choices give the flags and traits values inside a block. */
  private boolean allowed(long[][] block) {
    boolean constrained = false;
    for (int level = 0; level < order.length; level++) {
      constrained |= order[level] < layout.variableBase;
    }
    if (!constrained) {
      return true;
    }
    int[] frame = layout.frame();
    for (int configuration = 0; configuration < layout.configurations; configuration++) {
      layout.configure(configuration, frame);
      boolean fits = true;
      for (int level = 0; level < order.length && fits; level++) {
        fits = order[level] >= layout.variableBase || Bits.has(block[level], frame[order[level]]);
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private Region region(long[][] block) {
    Map<Slot, List<Value>> values = new LinkedHashMap<>();
    int[] places = order.clone();
    Arrays.sort(places);
    for (int place : places) {
      for (int level = 0; level < order.length; level++) {
        if (order[level] == place && !Bits.within(layout.domain(place), block[level])) {
          List<Value> some = new ArrayList<>();
          for (int code : Bits.members(block[level])) {
            some.add(layout.value(place, code));
          }
          values.put(layout.slot(place), some);
        }
      }
    }
    for (int at = 0; at < elements.size() && block.length > order.length; at++) {
      Element element = elements.get(at);
      long[] codes = block[order.length + at];
      if (!Bits.within(domain(order.length + at), codes)) {
        List<Value> some = new ArrayList<>();
        for (int code : Bits.members(codes)) {
          some.add(element.type().values().get(code));
        }
        values.put(element, some);
      }
    }
    return new Region(values);
  }
}
