package dev.foliospec.explore;

import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of each row of an explored policy, worked out row by row when asked. */
public final class RowUses {
  /** Beyond so many nodes conditions pass for satisfiable. */
  private static final int MOST_NODES = 20_000;

  private final Dense dense;
  private final Behaviour behaviour;
  private final Map<RowId, List<Place>> places = new LinkedHashMap<>();

  /** A row as one of its events, or its step, sees it. */
  private record Place(Part part, int candidate) {}

  /** Rows of an explored policy. */
  public RowUses(Dense dense) {
    this.dense = dense;
    behaviour = dense.behaviour();
    for (Part part : behaviour.events) {
      add(part);
    }
    for (Part part : behaviour.steps) {
      add(part);
    }
  }

  private void add(Part part) {
    for (int candidate = 0; candidate < part.candidates.size(); candidate++) {
      if (part.candidates.get(candidate).row != null) {
        places
            .computeIfAbsent(part.row(candidate).id(), each -> new ArrayList<>())
            .add(new Place(part, candidate));
      }
    }
  }

  /** The rows that apply at some reachable point. */
  public Set<RowId> applying() {
    return applying(behaviour);
  }

  /** The rows of a policy that applied at some point that was explored. */
  static Set<RowId> applying(Behaviour behaviour) {
    Set<RowId> applying = new LinkedHashSet<>();
    for (Part part : behaviour.events) {
      gather(part, applying);
    }
    for (Part part : behaviour.steps) {
      gather(part, applying);
    }
    return applying;
  }

  private static void gather(Part part, Set<RowId> applying) {
    for (Verdict verdict : part.graph.verdicts()) {
      if (verdict.visited) {
        for (int candidate : verdict.candidates) {
          applying.add(part.row(candidate).id());
        }
        for (int candidate : verdict.passed) {
          applying.add(part.row(candidate).id());
        }
      }
    }
  }

  /** What becomes of a row that applies nowhere. */
  public RowUse unused(RowId row) {
    boolean possible = !places.containsKey(row);
    boolean ruledOut = false;
    Set<RowId> others = new LinkedHashSet<>();
    for (Place place : places.getOrDefault(row, List.of())) {
      Candidate candidate = place.part().candidates.get(place.candidate());
      if (candidate.row != null && candidate.row.alternativeTo().isPresent()) {
        return unused(candidate.row.alternativeTo().get());
      }
      ruledOut |= candidate.asksSettled;
      if (satisfiable(candidate)) {
        possible = true;
        forestalled(place, candidate, others);
      }
    }
    if (!possible) {
      return new RowUse(ruledOut ? RowUse.Kind.RULED_OUT : RowUse.Kind.CONTRADICTORY, List.of());
    }
    return new RowUse(
        others.isEmpty() ? RowUse.Kind.UNREACHED : RowUse.Kind.FORESTALLED,
        new ArrayList<>(others));
  }

  private boolean satisfiable(Candidate candidate) {
    if (candidate.impossible) {
      return false;
    }
    if (candidate.tests() == 0) {
      return true;
    }
    DecisionGraph alone = new DecisionGraph(behaviour.layout, List.of(candidate));
    return reaches(alone, alone.root(), new LinkedHashSet<>());
  }

  private boolean reaches(
      DecisionGraph graph, DecisionGraph.Node node, Set<DecisionGraph.Node> barren) {
    if (node.next == null) {
      return node.holds(0);
    }
    if (!node.holds(0) || barren.contains(node)) {
      return false;
    }
    if (graph.nodes() > MOST_NODES) {
      return true;
    }
    for (int code : Bits.members(behaviour.layout.domain(node.slot))) {
      if (reaches(graph, graph.follow(node, code), barren)) {
        return true;
      }
    }
    barren.add(node);
    return false;
  }

  private void forestalled(Place place, Candidate candidate, Set<RowId> others) {
    if (place.part().event == null) {
      return;
    }
    int event = dense.event(place.part().name);
    int[] frame = behaviour.layout.frame();
    for (int state = 0; state < dense.states(); state++) {
      for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
        PointKind kind = dense.kind(state, input);
        if (kind == PointKind.BEYOND || kind == PointKind.UNCOVERED) {
          continue;
        }
        dense.load(state, input, frame);
        if (candidate.holds(frame)) {
          Verdict verdict = place.part().graph.decide(frame);
          if (verdict.byCheck || !candidate.isCheck()) {
            for (int each : verdict.candidates) {
              others.add(place.part().row(each).id());
            }
          }
          for (int each : verdict.passed) {
            if (candidate.isCheck()
                && place.part().candidates.get(each).tableNumber == candidate.tableNumber) {
              others.add(place.part().row(each).id());
            }
          }
        }
      }
    }
  }

  /**
   * Whether a {@code pass} row holds back a later row of its table at some reachable point.
   *
   * @return whether it does, or is the only row of its table for one of its events
   */
  public boolean passIsNeeded(RowId row) {
    for (Place place : places.getOrDefault(row, List.of())) {
      List<Candidate> candidates = place.part().candidates;
      int table = candidates.get(place.candidate()).tableNumber;
      int rows = 0;
      for (Candidate each : candidates) {
        rows += each.isCheck() && each.tableNumber == table ? 1 : 0;
      }
      if (rows == 1 || holdsBack(place, table)) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsBack(Place place, int table) {
    int event = dense.event(place.part().name);
    List<Candidate> candidates = place.part().candidates;
    int[] frame = behaviour.layout.frame();
    for (int state = 0; state < dense.states(); state++) {
      for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
        dense.load(state, input, frame);
        Verdict verdict = place.part().graph.decide(frame);
        boolean passed = false;
        for (int each : verdict.passed) {
          passed |= each == place.candidate();
        }
        if (!passed) {
          continue;
        }
        for (int later = place.candidate() + 1; later < candidates.size(); later++) {
          Candidate each = candidates.get(later);
          if (each.isCheck() && each.tableNumber == table && each.holds(frame)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * How one cell of a row could keep it apart from another row, leaving no reachable point to
   * neither.
   *
   * @param wide the row that would be narrowed
   * @param slot the cell's slot
   * @return the values that the cell would keep, or empty where this cell can't do it
   */
  public List<Value> narrowed(RowId wide, RowId narrow, Slot slot) {
    long[] both = new long[Bits.words(slot.type().size())];
    long[] alone = new long[both.length];
    for (Place place : places.getOrDefault(wide, List.of())) {
      Candidate candidate = place.part().candidates.get(place.candidate());
      Candidate other = null;
      for (Candidate each : place.part().candidates) {
        if (each.row != null && each.row.id().equals(narrow)) {
          other = each;
        }
      }
      if (place.part().event == null) {
        return List.of();
      }
      int event = dense.event(place.part().name);
      int[] frame = behaviour.layout.frame();
      for (int state = 0; state < dense.states(); state++) {
        for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
          dense.load(state, input, frame);
          int at = behaviour.layout.placeAt(slot, place.part().event, frame);
          if (at < 0) {
            return List.of();
          }
          if (candidate.holds(frame)) {
            Bits.add(other != null && other.holds(frame) ? both : alone, frame[at]);
          }
        }
      }
    }
    List<Value> kept = new ArrayList<>();
    if (!Bits.meet(both, alone) && !Bits.empty(both)) {
      for (int code : Bits.members(alone)) {
        kept.add(slot.type().values().get(code));
      }
    }
    return kept;
  }

  /**
   * From which rows a row that splits others takes reachable points.
   *
   * @return for each row that would answer without it, the first such point: state, then input
   */
  public Map<RowId, int[]> taken(RowId row) {
    Map<RowId, int[]> taken = new LinkedHashMap<>();
    boolean[] of = reactionsOf(row);
    for (Place place : places.getOrDefault(row, List.of())) {
      if (place.part().event == null) {
        continue;
      }
      DecisionGraph without = place.part().graph.without(place.candidate());
      int event = dense.event(place.part().name);
      int[] frame = behaviour.layout.frame();
      for (int state = 0; state < dense.states(); state++) {
        for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
          if (!mayAnswer(of, state, input)) {
            continue;
          }
          dense.load(state, input, frame);
          Verdict verdict = place.part().graph.decide(frame);
          if (verdict.kind == PointKind.ANSWERED && verdict.candidates[0] == place.candidate()) {
            Verdict other = without.decide(frame);
            if (other.kind == PointKind.ANSWERED) {
              taken.putIfAbsent(
                  place.part().row(other.candidates[0]).id(), new int[] {state, input});
            }
          }
        }
      }
    }
    return taken;
  }

  /** By reaction, whether it is a row's. */
  private boolean[] reactionsOf(RowId row) {
    boolean[] of = new boolean[dense.reactions().size()];
    for (int number = 0; number < of.length; number++) {
      of[number] = dense.reactions().get(number).row().equals(row);
    }
    return of;
  }

  /** Whether a row may be the one that answers, as far as the reactions to a point say. */
  private boolean mayAnswer(boolean[] reactions, int state, int input) {
    return switch (dense.kind(state, input)) {
      case ANSWERED -> reactions[dense.reaction(dense.from(state, input))];
      case FORBIDDEN, FAULTY -> true;
      default -> false;
    };
  }

  /**
   * Of an {@code otherwise} row, the rows of its table that cover reachable points within its own cells.
   *
   * @return for each such point the rows that do, each set once
   */
  public Set<Set<RowId>> covering(RowId otherwise) {
    Set<Set<RowId>> covering = new LinkedHashSet<>();
    for (Place place : places.getOrDefault(otherwise, List.of())) {
      if (place.part().event == null) {
        continue;
      }
      int event = dense.event(place.part().name);
      Candidate candidate = place.part().candidates.get(place.candidate());
      int[] frame = behaviour.layout.frame();
      for (int state = 0; state < dense.states(); state++) {
        for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
          dense.load(state, input, frame);
          if (dense.kind(state, input) == PointKind.BEYOND || !candidate.holds(frame)) {
            continue;
          }
          Set<RowId> rows = new LinkedHashSet<>();
          for (Candidate each : place.part().candidates) {
            if (each.row != null
                && each.tableNumber == candidate.tableNumber
                && !each.isOtherwise()
                && each.holds(frame)) {
              rows.add(each.row.id());
            }
          }
          covering.add(rows);
        }
      }
    }
    return covering;
  }

  /**
   * For each check row the body rows that would also answer at reachable points that it takes, in
   * the order of meeting.
   */
  public Map<RowId, Set<RowId>> shadowed() {
    Map<RowId, Set<RowId>> shadowed = new LinkedHashMap<>();
    int[] frame = behaviour.layout.frame();
    for (int event = 0; event < behaviour.events.length; event++) {
      Part part = behaviour.events[event];
      for (int state = 0; state < dense.states(); state++) {
        for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
          dense.load(state, input, frame);
          Verdict verdict = part.graph.decide(frame);
          if (!verdict.byCheck) {
            continue;
          }
          RowId check = part.row(verdict.candidates[0]).id();
          for (int body = 0; body < part.candidates.size(); body++) {
            Candidate each = part.candidates.get(body);
            if (each.row != null && !each.isCheck() && !each.isOtherwise() && each.holds(frame)) {
              shadowed.computeIfAbsent(check, none -> new LinkedHashSet<>()).add(each.row.id());
            }
          }
        }
      }
    }
    return shadowed;
  }
}
