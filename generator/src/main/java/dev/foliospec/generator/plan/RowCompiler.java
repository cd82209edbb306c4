package dev.foliospec.generator.plan;

import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one row does when it answers one event: its steps worked in, a tree where they depend on the
 * state, changes and effects at its leaves.
 *
 * <p>Where the row could not be carried out (a number out of its range, a step without a row), and
 * where it leaves open what happens, the leaf is {@link Node.Uncovered}: neither can be reached in
 * the checked, deterministic policies that become machines.
 */
final class RowCompiler {
  /** What has to be known before the row's effect can be said. */
  private record Need(Place place, boolean value) {}

  /**
   * What a row does.
   *
   * @param node the tree; its leaves have no effects if these are a tree of their own
   * @param effects the tree of the effects, where they alone depend on the state
   */
  record Done(Node node, Optional<Node> effects) {}

  /** What of a row is asked for. */
  private enum View {
    ALL,
    ALL_BUT_EFFECTS,
    EFFECTS
  }

  /** What a row or step writes, and what it does. */
  private record Change(Map<String, Node.Source> written, List<ConstantPlan> effects) {}

  /**
   * With more cases than these, looked at up to four times, nobody would read what a row does. Steps
   * that ask about different variables multiply.
   */
  private static final int MOST_CASES = 4_000;

  /** A row with more cases than a readable machine shows. */
  static final class TooManyCases extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooManyCases(Transition row) {
      super("row " + row.id().spelled() + " and its steps make more than " + MOST_CASES + " cases");
    }
  }

  private final Policy policy;
  private final Places places;
  private final Scope scope;
  private final EventPlan event;
  private final EnumPlan effects;
  private final EnumPlan errors;
  private final Map<String, FieldPlan> fields = new LinkedHashMap<>();
  private final Map<Place, BitSet> anywhere = new HashMap<>();
  private Formula applies;
  private Map<Place, BitSet> known = Map.of();
  private List<Formula> asked = List.of();
  private @Nullable Need need;
  private boolean impossible;
  private int cases;
  private View view = View.ALL;
  private final Map<String, Set<Value>> set = new LinkedHashMap<>();

  RowCompiler(
      Policy policy,
      Places places,
      Scope scope,
      EventPlan event,
      EnumPlan effects,
      EnumPlan errors) {
    this.policy = policy;
    this.places = places;
    this.scope = scope;
    this.event = event;
    this.effects = effects;
    this.errors = errors;
    this.applies = scope.always();
    places.state().forEach(each -> fields.put(each.field().spelling(), each.field()));
  }

  /**
   * The tree of a row.
   *
   * @param applies when the row answers; what it leaves out need not be considered
   */
  Done compile(Transition row, Formula applies) {
    if (row.outcome().answer() == Outcome.Answer.FORBID) {
      return new Done(new Node.Forbid(), Optional.empty());
    }
    if (applies.isFalse()) {
      return new Done(new Node.Uncovered(), Optional.empty());
    }
    asked = List.copyOf(conditions(row, new LinkedHashSet<>(), new HashSet<>()));
    this.applies = applies;
    Map<Place, BitSet> possible = Map.of();
    resolve(row, possible);
    // Now that all values are known that the row writes, one that a variable has already may be
    // written again where that makes two leaves the same.
    Node all = resolve(row, possible);
    if (all instanceof Node.Act) {
      return new Done(all, Optional.empty());
    }
    view = View.ALL_BUT_EFFECTS;
    Node changes = resolve(row, possible);
    view = View.EFFECTS;
    Node does = resolve(row, possible);
    return changes instanceof Node.Act && isWhole(does)
        ? new Done(changes, Optional.of(does))
        : new Done(all, Optional.empty());
  }

  private static boolean isWhole(Node node) {
    return node instanceof Node.Does
        || (node instanceof Node.Split split
            && split.spared().isEmpty()
            && split.arms().stream().allMatch(arm -> isWhole(arm.node())));
  }

  private List<Place> all() {
    List<Place> all = new ArrayList<>();
    places.configuration().forEach(each -> all.add(each.place()));
    all.addAll(places.parameters().getOrDefault(event.event().name(), List.of()));
    all.addAll(places.elements(event.event()));
    all.addAll(places.state());
    all.addAll(places.chances());
    return all;
  }

  /** The conditions of all rows of the steps that a row calls, however deep. */
  private Set<Formula> conditions(Transition row, Set<Formula> found, Set<String> seen) {
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call && seen.add(call.step())) {
        Optional<Table> step = policy.step(call.step());
        if (step.isPresent()) {
          for (Transition each : step.get().rows()) {
            found.add(scope.applies(step.get(), each, true));
            conditions(each, found, seen);
          }
        }
      }
    }
    return found;
  }

  private Node resolve(Transition row, Map<Place, BitSet> known) {
    this.known = known;
    this.need = null;
    this.impossible = false;
    Node leaf = act(row);
    Need missing = need;
    if (missing == null) {
      if (++cases > MOST_CASES) {
        throw new TooManyCases(row);
      }
      return impossible ? new Node.Uncovered() : leaf;
    }
    Place place = missing.place();
    BitSet possible = possible(place);
    List<Node.Arm> arms = new ArrayList<>();
    for (BitSet part : parts(place, possible, missing.value())) {
      Map<Place, BitSet> more = new LinkedHashMap<>(known);
      more.put(place, part);
      add(arms, part, resolve(row, more));
    }
    if (arms.size() == 1) {
      return arms.get(0).node();
    }
    BitSet spared = new BitSet();
    spared.set(0, place.values().size());
    spared.andNot(possible);
    return TreeCompiler.halved(place, arms, spared);
  }

  private static void add(List<Node.Arm> arms, BitSet values, Node node) {
    for (Node.Arm arm : arms) {
      if (arm.node().equals(node)) {
        arm.values().or(values);
        return;
      }
    }
    arms.add(new Node.Arm((BitSet) values.clone(), node));
  }

  /** The values of a place in groups that no condition tells apart, or each alone. */
  private List<BitSet> parts(Place place, BitSet possible, boolean alone) {
    Map<List<Object>, BitSet> parts = new LinkedHashMap<>();
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      List<Object> key = new ArrayList<>();
      if (alone) {
        key.add(i);
      } else {
        for (Formula formula : asked) {
          key.add(scope.formulas().restrict(formula, place, i).id());
        }
      }
      parts.computeIfAbsent(key, ignored -> new BitSet()).set(i);
    }
    return List.copyOf(parts.values());
  }

  // --- The row, as far as what is known says --------------------------------------------------

  private Node act(Transition row) {
    Outcome outcome = row.outcome();
    Optional<Node.Kind> kind = kind(outcome);
    if (kind.isEmpty() || outcome.errors().size() > 1) {
      return new Node.Uncovered();
    }
    Change change = change(row);
    List<Node.Assignment> changes = new ArrayList<>();
    for (Variable variable : policy.variables()) {
      Node.Source value = change.written().get(variable.name());
      FieldPlan field = fields.get(variable.name());
      if (value == null && field != null && kind.get() != Node.Kind.REFUSE) {
        value = again(variable.name());
      }
      if (value != null && field != null && !same(value, field)) {
        changes.add(new Node.Assignment(field, value));
        if (value instanceof Node.Constant constant) {
          set.computeIfAbsent(variable.name(), name -> new HashSet<>()).add(constant.value());
        }
      }
    }
    for (Place place : places.elements(event.event())) {
      Node.Source value = change.written().get(place.field().spelling());
      if (value != null && !(value instanceof Node.Read read && read.place().equals(place))) {
        changes.add(new Node.Assignment(place.field(), place.index(), value));
      }
    }
    if (kind.get() == Node.Kind.REFUSE
        && (!changes.isEmpty() || !change.effects().isEmpty())) {
      impossible = true;
    }
    if (view == View.EFFECTS) {
      return new Node.Does(change.effects());
    }
    return new Node.Act(
        kind.get(),
        outcome.errors().stream().findFirst().map(each -> errors.constant(each.name())),
        changes,
        shown(outcome, change.written()),
        view == View.ALL ? change.effects() : List.of());
  }

  /** The value that a variable is known to have, if the row writes it elsewhere. */
  private Node.@Nullable Source again(String variable) {
    Optional<Place> place = places.place(variable);
    if (place.isPresent() && set.containsKey(variable)) {
      BitSet possible = possible(place.get());
      if (possible.cardinality() == 1) {
        Value value = place.get().values().get(possible.nextSetBit(0));
        if (set.get(variable).contains(value)) {
          return new Node.Constant(value);
        }
      }
    }
    return null;
  }

  private static boolean same(Node.Source value, FieldPlan field) {
    return value instanceof Node.Read read
        && read.place().kind() == Place.Kind.STATE
        && read.place().field().equals(field);
  }

  private static Optional<Node.Kind> kind(Outcome outcome) {
    return switch (outcome.answer()) {
      case OK -> Optional.of(Node.Kind.OK);
      case REFUSE -> Optional.of(Node.Kind.REFUSE);
      case FAIL -> Optional.of(Node.Kind.FAIL);
      case ANY, OK_OR, FORBID, PASS, NONE -> Optional.empty();
    };
  }

  private List<Node.Assignment> shown(Outcome outcome, Map<String, Node.Source> written) {
    List<Node.Assignment> shown = new ArrayList<>();
    Event asking = event.event();
    for (Output output : asking.outputs()) {
      for (OutputValue given : outcome.outputs()) {
        if (given.output().equals(output.name())
            && !(given.value() instanceof NewValue.Nothing)
            && !(given.value() instanceof NewValue.Kept)) {
          value(given.value(), output.type(), written)
              .ifPresent(
                  value -> shown.add(new Node.Assignment(event.output(output.name()), value)));
        }
      }
    }
    return shown;
  }

  private Change change(Transition row) {
    Map<String, Node.Source> written = new LinkedHashMap<>();
    List<ConstantPlan> done = new ArrayList<>();
    List<Update> own = new ArrayList<>();
    for (Update update : row.outcome().updates()) {
      if (!(update.value() instanceof NewValue.Kept)) {
        settled(update.target())
            .ifPresent(target -> own.add(new Update(target, update.value(), update.at())));
      }
    }
    Set<String> mine = new HashSet<>();
    own.forEach(update -> mine.add(update.name()));
    Set<String> ours = new HashSet<>();
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Do one) {
        done.add(effect(one.effect()));
      } else if (item instanceof EffectItem.FromTrait from) {
        listed(from.trait().name()).forEach(each -> done.add(effect(each)));
      } else if (item instanceof EffectItem.Call call) {
        Change called = called(call.step());
        done.addAll(called.effects());
        called.written().forEach((name, value) -> join(mine, written, name, value));
      }
    }
    for (Update update : ordered(own)) {
      Optional<Node.Source> value = value(update.value(), update.target().type(), written);
      if (value.isPresent() && ours.add(update.name())) {
        written.put(update.name(), value.get());
      } else if (value.isPresent()) {
        // Two cells write one element.
        join(Set.of(), written, update.name(), value.get());
      }
    }
    return new Change(written, done);
  }

  /** What a cell writes: of elements that something picks, the one picked, once that is known. */
  private Optional<Slot> settled(Slot target) {
    if (!(target instanceof Element element)
        || places.element(event.event(), target.name()).isPresent()) {
      return Optional.of(target);
    }
    Optional<Node.Source> index = read(element.index(), false, Map.of());
    Optional<Value> key = index.flatMap(this::constant);
    return key.flatMap(element::at);
  }

  private ConstantPlan effect(Effect effect) {
    return effects.constant(effect.name());
  }

  private List<Effect> listed(String trait) {
    Optional<TraitSetting> setting = places.trait(trait);
    if (setting.isEmpty()) {
      return List.of();
    }
    Optional<Place> choice = places.choice(trait);
    List<TraitSetting.Alternative> alternatives = setting.get().alternatives();
    if (choice.isEmpty()) {
      return effects(alternatives.get(0));
    }
    BitSet possible = possible(choice.get());
    if (possible.cardinality() != 1) {
      need(choice.get(), true);
      return List.of();
    }
    String spelled = choice.get().values().get(possible.nextSetBit(0)).name();
    for (TraitSetting.Alternative each : alternatives) {
      if (each.spelled().equals(spelled)) {
        return effects(each);
      }
    }
    return List.of();
  }

  private static List<Effect> effects(TraitSetting.Alternative alternative) {
    return alternative instanceof TraitSetting.Listed listed ? listed.effects() : List.of();
  }

  /** Two steps write one variable: the values must agree, unless the row writes it anyway. */
  private void join(
      Set<String> mine, Map<String, Node.Source> written, String name, Node.Source value) {
    Node.Source other = written.putIfAbsent(name, value);
    if (other == null || other.equals(value) || mine.contains(name)) {
      return;
    }
    Optional<Value> one = constant(other);
    Optional<Value> two = constant(value);
    if (one.isPresent() && two.isPresent() && !one.get().equals(two.get())) {
      impossible = true;
    }
  }

  /** The value of a source, if it is known; otherwise it is asked for. */
  private Optional<Value> constant(Node.Source source) {
    if (source instanceof Node.Constant constant) {
      return Optional.of(constant.value());
    }
    Place place = place(source);
    BitSet possible = possible(place);
    if (possible.cardinality() != 1) {
      need(place, true);
      return Optional.empty();
    }
    return worth(source, place.values().get(possible.nextSetBit(0)));
  }

  private static Place place(Node.Source source) {
    if (source instanceof Node.Read read) {
      return read.place();
    }
    if (source instanceof Node.Shifted shifted) {
      return shifted.place();
    }
    return ((Node.Mapped) source).place();
  }

  /** What comes out of a source when its place has a value. */
  private static Optional<Value> worth(Node.Source source, Value value) {
    if (source instanceof Node.Read) {
      return Optional.of(value);
    }
    if (source instanceof Node.Shifted shifted) {
      return value.isNumber()
          ? Optional.of(Value.of(value.number() + shifted.by()))
          : Optional.empty();
    }
    return source instanceof Node.Mapped mapped
        ? Optional.ofNullable(mapped.map().entries().get(value))
        : Optional.empty();
  }

  private Change called(String name) {
    Change nothing = new Change(Map.of(), List.of());
    Optional<Table> step = policy.step(name);
    if (step.isEmpty()) {
      impossible = true;
      return nothing;
    }
    List<Transition> applying = new ArrayList<>();
    for (Transition row : step.get().rows()) {
      Formula left = left(scope.applies(step.get(), row, true));
      if (left.isTrue()) {
        applying.add(row);
      } else if (!left.isFalse()) {
        need(first(left), false);
      }
    }
    if (need != null) {
      return nothing;
    }
    if (applying.size() != 1) {
      impossible = true;
      return nothing;
    }
    return change(applying.get(0));
  }

  private Place first(Formula formula) {
    return all().stream()
        .filter(place -> formula.places().get(place.number()))
        .findFirst()
        .orElseThrow();
  }

  /** What is left of a condition after all that is known: values that it tells apart stay open. */
  private Formula left(Formula formula) {
    Formula left = formula;
    for (Place place : all()) {
      if (left.places().get(place.number())) {
        BitSet possible = possible(place);
        Formula first = scope.formulas().restrict(left, place, possible.nextSetBit(0));
        boolean same = true;
        for (int i = possible.nextSetBit(0); same && i >= 0; i = possible.nextSetBit(i + 1)) {
          same = scope.formulas().restrict(left, place, i) == first;
        }
        if (same) {
          left = first;
        }
      }
    }
    return left;
  }

  /** The values that a place may have here: where the row answers, and on this way to a leaf. */
  private BitSet possible(Place place) {
    BitSet here = known.get(place);
    return here != null ? here : anywhere.computeIfAbsent(place, this::answering);
  }

  private BitSet answering(Place place) {
    BitSet values = new BitSet();
    for (int i = 0; i < place.values().size(); i++) {
      if (!scope.formulas().restrict(applies, place, i).isFalse()) {
        values.set(i);
      }
    }
    return values;
  }

  private void need(Place place, boolean value) {
    if (need == null) {
      need = new Need(place, value);
    }
  }

  /** A row's own cells, each after those whose new values it reads. */
  private static List<Update> ordered(List<Update> own) {
    List<Update> left = new ArrayList<>(own);
    List<Update> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Update next = left.stream()
          .filter(update -> left.stream().noneMatch(other -> readsNew(update, other)))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("primed cells in a circle"));
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private static boolean readsNew(Update reader, Update written) {
    NewValue value = reader.value();
    return value.readsAfter().stream().anyMatch(written::mayWrite);
  }

  // --- What a cell stands for -----------------------------------------------------------------

  /** The source that a cell names; empty if something has to be known first, or nothing fits. */
  private Optional<Node.Source> value(
      NewValue cell, Type target, Map<String, Node.Source> written) {
    if (cell instanceof NewValue.Constant constant) {
      return fitting(new Node.Constant(constant.value()), target);
    }
    if (cell instanceof NewValue.Read read) {
      return read(read.slot(), read.primed(), written).flatMap(each -> fitting(each, target));
    }
    if (cell instanceof NewValue.Shifted shifted) {
      return read(shifted.slot(), shifted.primed(), written)
          .flatMap(each -> shifted(each, shifted.by()))
          .flatMap(each -> fitting(each, target));
    }
    if (cell instanceof NewValue.Mapped mapped) {
      return read(mapped.slot(), mapped.primed(), written)
          .flatMap(each -> mapped(each, mapped))
          .flatMap(each -> fitting(each, target));
    }
    // Anything, one of several: no machine can say which.
    impossible = true;
    return Optional.empty();
  }

  private Optional<Node.Source> read(Slot slot, boolean primed, Map<String, Node.Source> written) {
    if (primed
        && slot instanceof Element
        && places.element(event.event(), slot.name()).isEmpty()) {
      Optional<Slot> picked = settled(slot);
      return picked.isPresent() ? read(picked.get(), true, written) : Optional.empty();
    }
    Node.Source after = primed ? written.get(slot.name()) : null;
    if (after != null) {
      return Optional.of(after);
    }
    List<Scope.Operand> operands = scope.operands(slot);
    for (Scope.Operand operand : operands) {
      Formula when = left(operand.when());
      if (!when.isTrue() && !when.isFalse()) {
        need(first(when), true);
        return Optional.empty();
      }
      if (when.isTrue()) {
        return operand
            .place()
            .<Node.Source>map(Node.Read::new)
            .or(() -> operand.value().map(Node.Constant::new));
      }
    }
    impossible = true;
    return Optional.empty();
  }

  private Optional<Node.Source> shifted(Node.Source source, int by) {
    if (source instanceof Node.Read read) {
      return Optional.of(new Node.Shifted(read.place(), by));
    }
    return constant(source).map(value -> new Node.Constant(Value.of(value.number() + by)));
  }

  private Optional<Node.Source> mapped(Node.Source source, NewValue.Mapped cell) {
    if (source instanceof Node.Read read) {
      return Optional.of(new Node.Mapped(cell.map(), read.place()));
    }
    Optional<Value> value = constant(source);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Value to = cell.map().entries().get(value.get());
    if (to == null) {
      impossible = true;
      return Optional.empty();
    }
    return Optional.of(new Node.Constant(to));
  }

  /** The source, if all that it may be is in the target's type. */
  private Optional<Node.Source> fitting(Node.Source source, Type target) {
    if (source instanceof Node.Constant constant) {
      if (target.has(constant.value())) {
        return Optional.of(source);
      }
      impossible = true;
      return Optional.empty();
    }
    Place place = place(source);
    BitSet possible = possible(place);
    int fit = 0;
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      if (worth(source, place.values().get(i)).filter(target::has).isPresent()) {
        fit++;
      }
    }
    if (fit == 0) {
      impossible = true;
      return Optional.empty();
    }
    if (fit < possible.cardinality()) {
      need(place, true);
      return Optional.empty();
    }
    return Optional.of(source);
  }
}
