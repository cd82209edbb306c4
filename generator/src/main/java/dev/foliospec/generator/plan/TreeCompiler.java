package dev.foliospec.generator.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * From rows of which exactly one should apply to nested questions about places, asked in the order
 * of the table's columns.
 *
 * <p>A place is asked at most once on each path. Points at which {@code spared} holds may go
 * anywhere: a check took them, or they cannot occur.
 */
final class TreeCompiler {
  /** Above this, a place is not taken apart if a comparison can be asked instead. */
  private static final int MANY = 64;

  /** How many arms a split may have. */
  private static final int WIDEST = 100;

  /** A row and when it applies. */
  record Candidate(Formula when, Node.Answer answer) {}

  private record Residue(List<Object> candidates, int spared) {}

  private record SplitKey(Place place, List<Object> arms) {}

  private final Formulas formulas;
  private final List<Place> order;
  private final Map<Residue, Optional<Node>> done = new HashMap<>();
  private final Map<SplitKey, Node> splits = new HashMap<>();
  private final Node uncovered = new Node.Uncovered();

  /**
   * A compiler.
   *
   * @param order all places that rows may ask about, the first asked first
   */
  TreeCompiler(Formulas formulas, List<Place> order) {
    this.formulas = formulas;
    this.order = List.copyOf(order);
  }

  /** The tree for rows; wherever {@code spared} holds, anything may come out. */
  Node compile(List<Candidate> rows, Formula spared) {
    return tree(rows, spared).orElse(uncovered);
  }

  /** The tree, or empty where nothing can occur. */
  private Optional<Node> tree(List<Candidate> rows, Formula spared) {
    if (spared.isTrue()) {
      return Optional.empty();
    }
    List<Candidate> left = new ArrayList<>(rows.size());
    List<Object> key = new ArrayList<>(rows.size() * 2);
    BitSet asked = new BitSet();
    for (Candidate row : rows) {
      if (!row.when().isFalse()) {
        left.add(row);
        key.add(row.when().id());
        key.add(row.answer().row());
        asked.or(row.when().places());
      }
    }
    if (asked.isEmpty()) {
      return Optional.of(left.size() == 1 ? left.get(0).answer() : uncovered);
    }
    Residue residue = new Residue(key, spared.id());
    Optional<Node> known = done.get(residue);
    if (known == null) {
      known = divide(left, spared, asked);
      done.put(residue, known);
    }
    return known;
  }

  private Optional<Node> divide(List<Candidate> rows, Formula spared, BitSet asked) {
    Place place =
        order.stream().filter(each -> asked.get(each.number())).findFirst().orElseThrow();
    Optional<Formula.Compared> only = onlyQuestion(rows, place);
    if (only.isPresent()) {
      return ask(rows, spared, only.get());
    }
    Map<List<Object>, BitSet> classes = new LinkedHashMap<>();
    for (int i = 0; i < place.values().size(); i++) {
      List<Object> kept = new ArrayList<>(rows.size() + 1);
      kept.add(formulas.restrict(spared, place, i).id());
      for (Candidate row : rows) {
        kept.add(formulas.restrict(row.when(), place, i).id());
      }
      classes.computeIfAbsent(kept, key -> new BitSet()).set(i);
    }
    if (classes.size() > MANY) {
      Optional<Formula.Compared> question = comparison(rows, place);
      if (question.isPresent()) {
        return ask(rows, spared, question.get());
      }
    }
    BitSet impossible = new BitSet();
    Map<Integer, BitSet> arms = new LinkedHashMap<>();
    Map<Integer, Node> nodes = new HashMap<>();
    for (BitSet values : classes.values()) {
      int one = values.nextSetBit(0);
      List<Candidate> kept = new ArrayList<>(rows.size());
      for (Candidate row : rows) {
        Formula when = formulas.restrict(row.when(), place, one);
        if (!when.isFalse()) {
          kept.add(new Candidate(when, row.answer()));
        }
      }
      Optional<Node> node = tree(kept, formulas.restrict(spared, place, one));
      if (node.isEmpty()) {
        impossible.or(values);
      } else {
        int id = number(node.get());
        nodes.put(id, node.get());
        arms.computeIfAbsent(id, key -> new BitSet()).or(values);
      }
    }
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    if (arms.size() == 1) {
      return Optional.of(nodes.values().iterator().next());
    }
    return Optional.of(split(place, arms, nodes, impossible));
  }

  private Node split(
      Place place, Map<Integer, BitSet> arms, Map<Integer, Node> nodes, BitSet impossible) {
    List<Object> key = new ArrayList<>();
    List<Node.Arm> made = new ArrayList<>();
    arms.forEach((id, values) -> {
      key.add(id);
      key.add(values);
      made.add(new Node.Arm(values, Objects.requireNonNull(nodes.get(id))));
    });
    return splits.computeIfAbsent(
        new SplitKey(place, key), ignored -> halved(place, made, impossible));
  }

  /** One split, or several below each other where one would make too long a method. */
  static Node halved(Place place, List<Node.Arm> arms, BitSet impossible) {
    if (arms.size() <= WIDEST) {
      return new Node.Split(place, arms, impossible);
    }
    int middle = place.values().size() / 2;
    return halved(place, arms, impossible, 0, place.values().size(), middle);
  }

  private static Node halved(
      Place place, List<Node.Arm> arms, BitSet impossible, int from, int to, int middle) {
    return new Node.Below(
        place,
        middle,
        part(place, arms, impossible, from, middle),
        part(place, arms, impossible, middle, to));
  }

  private static Node part(Place place, List<Node.Arm> arms, BitSet impossible, int from, int to) {
    List<Node.Arm> kept = new ArrayList<>();
    BitSet others = new BitSet();
    others.set(0, from);
    others.set(to, Math.max(to, place.values().size()));
    others.or(impossible);
    for (Node.Arm arm : arms) {
      BitSet values = (BitSet) arm.values().clone();
      values.clear(0, from);
      values.clear(to, place.values().size());
      if (!values.isEmpty()) {
        kept.add(new Node.Arm(values, arm.node()));
      }
    }
    if (kept.isEmpty()) {
      return new Node.Uncovered();
    }
    if (kept.size() == 1) {
      return kept.get(0).node();
    }
    return kept.size() <= WIDEST
        ? new Node.Split(place, kept, others)
        : halved(place, arms, impossible, from, to, (from + to) / 2);
  }

  private Optional<Node> ask(List<Candidate> rows, Formula spared, Formula.Compared question) {
    Optional<Node> yes = assume(rows, spared, question, true);
    Optional<Node> no = assume(rows, spared, question, false);
    if (yes.isEmpty() || no.isEmpty()) {
      return yes.or(() -> no);
    }
    if (number(yes.get()) == number(no.get())) {
      return yes;
    }
    return Optional.of(splits.computeIfAbsent(
        new SplitKey(question.left(), List.of(question.id(), number(yes.get()), number(no.get()))),
        ignored -> new Node.Test(question, yes.get(), no.get())));
  }

  private Optional<Node> assume(
      List<Candidate> rows, Formula spared, Formula.Compared question, boolean truth) {
    List<Candidate> kept = rows.stream()
        .map(row -> new Candidate(formulas.assume(row.when(), question, truth), row.answer()))
        .toList();
    return tree(kept, formulas.assume(spared, question, truth));
  }

  /** The comparison that is all that the rows ask about a place, if it is so. */
  private static Optional<Formula.Compared> onlyQuestion(List<Candidate> rows, Place place) {
    Set<Formula> questions = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    for (Candidate row : rows) {
      questions(row.when(), place, questions, seen);
    }
    return questions.size() == 1 && questions.iterator().next() instanceof Formula.Compared only
        ? Optional.of(only)
        : Optional.empty();
  }

  /** The questions about a place in a formula; two are enough to know that there are several. */
  private static void questions(
      Formula formula, Place place, Set<Formula> found, Set<Integer> seen) {
    if (found.size() > 1 || !formula.places().get(place.number()) || !seen.add(formula.id())) {
      return;
    }
    if (formula instanceof Formula.In || formula instanceof Formula.Compared) {
      found.add(formula);
    }
    parts(formula).forEach(part -> questions(part, place, found, seen));
  }

  private static List<Formula> parts(Formula formula) {
    if (formula instanceof Formula.And and) {
      return and.parts();
    }
    if (formula instanceof Formula.Or or) {
      return or.parts();
    }
    if (formula instanceof Formula.Not not) {
      return List.of(not.part());
    }
    return formula instanceof Formula.Named named ? List.of(named.meaning()) : List.of();
  }

  private static Optional<Formula.Compared> comparison(List<Candidate> rows, Place place) {
    for (Candidate row : rows) {
      Optional<Formula.Compared> found = comparison(row.when(), place);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Formula.Compared> comparison(Formula formula, Place place) {
    if (!formula.places().get(place.number())) {
      return Optional.empty();
    }
    if (formula instanceof Formula.Compared compared) {
      return Optional.of(compared);
    }
    for (Formula part : parts(formula)) {
      Optional<Formula.Compared> found = comparison(part, place);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Equal nodes have one number: answers by their row, others because each is made once. */
  private int number(Node node) {
    if (node instanceof Node.Answer answer) {
      return answer.row();
    }
    if (node instanceof Node.Uncovered) {
      return -1;
    }
    return numbers.computeIfAbsent(new Same(node), key -> -2 - numbers.size());
  }

  private final Map<Same, Integer> numbers = new HashMap<>();

  /** A node as itself, not as what it consists of: trees that share parts must not be unfolded. */
  private static final class Same {
    private final Node node;

    Same(Node node) {
      this.node = node;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && same.node == node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }
}
