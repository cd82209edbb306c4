package dev.foliospec.explore;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that has a value stands in a frame: an array of codes, a code being the position
 * of a value in its slot's type.
 *
 * <p>Flags come first, then traits with values, variables, chances, and the parameters of each event.
 * Behind them lie the variables' values after the event, and one number for each open choice. A trait
 * that says what a flag says shares the flag's place; a slot that can have one value only is fixed,
 * and conditions on it are settled when they are compiled.
 *
 * <p>A state is ranked in mixed radix over choices, flags and variables.
 */
final class Layout {
  final Policy policy;
  final int variableBase;
  final int variables;

  /** How many slots there are; the frame goes on behind them. */
  final int slots;

  final int afterBase;
  final int choiceBase;
  final int choices;

  /** The product of all radixes, or -1 where it reaches 2^62. */
  final long ranks;

  final int variants;
  final int configurations;

  private final Slot[] slotAt;
  private final int[] sizes;
  private final long[][] domains;
  private final int[] fixed;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, int[]> parameterPlaces = new HashMap<>();

  /** The places of parameters by name: several where events have it with different values. */
  private final Map<String, List<Integer>> sharedPlaces = new HashMap<>();

  private final int chanceBase;
  private final int flags;

  /** Of each flag, the codes that it may have. */
  private final int[][] allowed;

  /** Traits whose value hangs on a choice or a flag: their place, choice (or -1) and setting. */
  private final List<MovingTrait> moving = new ArrayList<>();

  private final TraitSetting[] choiceSettings;
  private final long[] choiceWeights;
  private final long[] flagWeights;
  private final long[] weights;

  private final Map<String, Integer> definitionNumbers = new HashMap<>();
  private Formula[] definitions = new Formula[0];
  private long[][] definitionSlots = new long[0][];
  private long[][] definitionNames = new long[0][];
  private boolean[] definitionValues = new boolean[0];

  private record MovingTrait(int place, int choice, TraitSetting setting) {}

  Layout(Policy policy) {
    this.policy = policy;
    List<Slot> all = new ArrayList<>();
    List<long[]> domain = new ArrayList<>();
    flags = policy.flags().size();
    allowed = new int[flags][];
    for (int at = 0; at < flags; at++) {
      FlagSetting setting = policy.flags().get(at);
      Type type = setting.flag().type();
      allowed[at] = new int[setting.allowed().size()];
      long[] may = new long[Bits.words(type.size())];
      for (int digit = 0; digit < allowed[at].length; digit++) {
        allowed[at][digit] = type.position(setting.allowed().get(digit));
        Bits.add(may, allowed[at][digit]);
      }
      places.put(setting.flag().name(), at);
      all.add(setting.flag());
      domain.add(may);
    }
    List<TraitSetting> open = new ArrayList<>();
    for (TraitSetting setting : policy.traits()) {
      if (setting.undecided()) {
        open.add(setting);
      }
      if (!setting.trait().effects()) {
        placeTrait(setting, open, all, domain);
      }
    }
    choices = open.size();
    choiceSettings = open.toArray(new TraitSetting[0]);
    variableBase = all.size();
    variables = policy.variables().size();
    for (Variable variable : policy.variables()) {
      place(variable, all, domain);
    }
    chanceBase = all.size();
    for (Chance chance : policy.chances()) {
      place(chance, all, domain);
    }
    for (Event event : policy.events()) {
      int[] at = new int[event.parameters().size()];
      for (int parameter = 0; parameter < at.length; parameter++) {
        at[parameter] = placeParameter(event.parameters().get(parameter), all, domain);
      }
      parameterPlaces.put(event.name(), at);
    }
    slots = all.size();
    afterBase = slots;
    choiceBase = afterBase + variables;
    slotAt = all.toArray(new Slot[0]);
    domains = domain.toArray(new long[0][]);
    sizes = new int[slots];
    fixed = new int[slots];
    for (int at = 0; at < slots; at++) {
      sizes[at] = slotAt[at].type().size();
      int[] codes = Bits.members(domains[at]);
      fixed[at] = codes.length == 1 ? codes[0] : -1;
    }
    weights = new long[variables];
    flagWeights = new long[flags];
    choiceWeights = new long[choices];
    long weight = 1;
    for (int at = variables - 1; at >= 0; at--) {
      weights[at] = weight;
      weight = times(weight, sizes[variableBase + at]);
    }
    long product = 1;
    for (int at = flags - 1; at >= 0; at--) {
      flagWeights[at] = weight;
      weight = times(weight, allowed[at].length);
      product = times(product, allowed[at].length);
    }
    long ways = 1;
    for (int at = choices - 1; at >= 0; at--) {
      choiceWeights[at] = weight;
      weight = times(weight, choiceSettings[at].alternatives().size());
      ways = times(ways, choiceSettings[at].alternatives().size());
    }
    ranks = weight;
    variants = ways < 0 ? Integer.MAX_VALUE : (int) Math.min(ways, Integer.MAX_VALUE);
    long both = times(ways, product);
    configurations = both < 0 ? Integer.MAX_VALUE : (int) Math.min(both, Integer.MAX_VALUE);
    compileDefinitions();
  }

  private static long times(long one, long other) {
    if (one < 0 || other < 0) {
      return -1;
    }
    long high = Math.multiplyHigh(one, other);
    long low = one * other;
    return high != 0 || low < 0 || low >= (1L << 62) ? -1 : low;
  }

  private void place(Slot slot, List<Slot> all, List<long[]> domain) {
    places.put(slot.name(), all.size());
    all.add(slot);
    domain.add(Bits.full(slot.type().size()));
  }

  /**
   * The place of a parameter: one for all events that have it with the same values, so that steps,
   * which are compiled once for all events, can read it.
   */
  private int placeParameter(Parameter parameter, List<Slot> all, List<long[]> domain) {
    for (int at : sharedPlaces.getOrDefault(parameter.name(), List.of())) {
      if (all.get(at).type().values().equals(parameter.type().values())) {
        return at;
      }
    }
    sharedPlaces.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(all.size());
    all.add(parameter);
    domain.add(Bits.full(parameter.type().size()));
    return all.size() - 1;
  }

  private void placeTrait(
      TraitSetting setting, List<TraitSetting> open, List<Slot> all, List<long[]> domain) {
    String name = setting.trait().name();
    Type type = setting.trait().type();
    if (!setting.undecided()
        && setting.alternatives().get(0) instanceof TraitSetting.ByFlag byFlag
        && places.containsKey(byFlag.flag().name())
        && byFlag.flag().type().values().equals(type.values())) {
      places.put(name, places.get(byFlag.flag().name()));
      return;
    }
    long[] may = new long[Bits.words(type.size())];
    for (TraitSetting.Alternative alternative : setting.alternatives()) {
      if (alternative instanceof TraitSetting.Fixed value) {
        Bits.add(may, Math.max(0, type.position(value.value())));
      } else if (alternative instanceof TraitSetting.ByFlag byFlag) {
        Integer flag = places.get(byFlag.flag().name());
        if (flag != null) {
          for (int code : allowed[flag]) {
            Bits.add(
                may, Math.max(0, type.position(byFlag.flag().type().values().get(code))));
          }
        }
      }
    }
    places.put(name, all.size());
    moving.add(new MovingTrait(all.size(), setting.undecided() ? open.size() - 1 : -1, setting));
    all.add(setting.trait());
    domain.add(may);
  }

  /** The place of a slot as an event's rows see it ({@code null} for steps and heads), or -1. */
  int place(Slot slot, @Nullable Event event) {
    if (slot instanceof Parameter) {
      if (event != null) {
        return parameterPlace(event, slot.name());
      }
      List<Integer> shared = sharedPlaces.getOrDefault(slot.name(), List.of());
      return shared.size() == 1 ? shared.get(0) : -1;
    }
    Integer at = places.get(slot.name());
    return at == null ? -1 : at;
  }

  /** As {@link #place}, at one point: of an element that something picks, the place of that one. */
  int placeAt(Slot slot, @Nullable Event event, int[] frame) {
    if (slot instanceof Element element) {
      int index = place(element.index(), event);
      return index < 0 ? -1 : place(element.at(value(index, frame[index])).orElseThrow(), event);
    }
    return place(slot, event);
  }

  private int parameterPlace(Event event, String name) {
    int[] at = parameterPlaces.get(event.name());
    if (at != null) {
      for (int parameter = 0; parameter < at.length; parameter++) {
        if (slotAt[at[parameter]].name().equals(name)) {
          return at[parameter];
        }
      }
    }
    return -1;
  }

  int[] parameterPlaces(Event event) {
    return parameterPlaces.getOrDefault(event.name(), new int[0]);
  }

  int chancePlace(int chance) {
    return chanceBase + chance;
  }

  boolean isChance(int place) {
    return place >= chanceBase && place < chanceBase + policy.chances().size();
  }

  Slot slot(int place) {
    return slotAt[place];
  }

  /** How many values the slot's type has. */
  int size(int place) {
    return sizes[place];
  }

  /** The codes that the slot may have in this policy. */
  long[] domain(int place) {
    return domains[place];
  }

  /** The only code that a slot can have, or -1. */
  int fixed(int place) {
    return fixed[place];
  }

  /** Value of a code. */
  Value value(int place, int code) {
    return slotAt[place].type().values().get(code);
  }

  long weight(int variable) {
    return weights[variable];
  }

  /** The choice of a trait, or -1 where it is decided. */
  int choice(String trait) {
    for (int at = 0; at < choices; at++) {
      if (choiceSettings[at].trait().name().equals(trait)) {
        return at;
      }
    }
    return -1;
  }

  int[] frame() {
    int[] frame = new int[choiceBase + choices];
    for (int at = 0; at < slots; at++) {
      frame[at] = Math.max(0, fixed[at]);
    }
    return frame;
  }

  /** Puts the choices and flags of a configuration, numbered choices first, into a frame. */
  void configure(int configuration, int[] frame) {
    int rest = configuration;
    for (int at = flags - 1; at >= 0; at--) {
      frame[at] = allowed[at][rest % allowed[at].length];
      rest /= allowed[at].length;
    }
    for (int at = choices - 1; at >= 0; at--) {
      int size = choiceSettings[at].alternatives().size();
      frame[choiceBase + at] = rest % size;
      rest /= size;
    }
    settle(frame);
  }

  private void settle(int[] frame) {
    for (MovingTrait each : moving) {
      TraitSetting.Alternative alternative = each.setting()
          .alternatives()
          .get(each.choice() < 0 ? 0 : frame[choiceBase + each.choice()]);
      Type type = each.setting().trait().type();
      int code = 0;
      if (alternative instanceof TraitSetting.Fixed value) {
        code = type.position(value.value());
      } else if (alternative instanceof TraitSetting.ByFlag byFlag) {
        Integer flag = places.get(byFlag.flag().name());
        code = flag == null ? 0 : type.position(value(flag, frame[flag]));
      }
      frame[each.place()] = Math.max(0, code);
    }
  }

  /** The number of the configuration that a frame holds. */
  int configurationOf(int[] frame) {
    int number = 0;
    for (int at = 0; at < choices; at++) {
      number = number * choiceSettings[at].alternatives().size() + frame[choiceBase + at];
    }
    for (int at = 0; at < flags; at++) {
      number = number * allowed[at].length + digit(at, frame[at]);
    }
    return number;
  }

  /** The number of the configuration of a rank. */
  int configurationOf(long rank) {
    long whole = rank;
    int number = 0;
    for (int at = 0; at < choices; at++) {
      number =
          number * choiceSettings[at].alternatives().size() + (int) (whole / choiceWeights[at]);
      whole %= choiceWeights[at];
    }
    for (int at = 0; at < flags; at++) {
      number = number * allowed[at].length + (int) (whole / flagWeights[at]);
      whole %= flagWeights[at];
    }
    return number;
  }

  private int digit(int flag, int code) {
    int[] codes = allowed[flag];
    int digit = 0;
    while (codes[digit] != code) {
      digit++;
    }
    return digit;
  }

  /** Puts the first value of each variable into a configured frame. */
  void begin(int[] frame) {
    for (int at = 0; at < variables; at++) {
      Variable variable = policy.variables().get(at);
      Value value = variable.initial().orElse(null);
      for (Initial initial : policy.initials()) {
        if (initial.variable().name().equals(variable.name())) {
          value = first(initial, frame);
        }
      }
      frame[variableBase + at] = value == null ? 0 : Math.max(0, variable.type().position(value));
    }
  }

  private @Nullable Value first(Initial initial, int[] frame) {
    for (Initial.Case each : initial.cases()) {
      if (each.condition().isEmpty() || holds(formula(each.condition().get(), null), frame)) {
        return each.value();
      }
    }
    return null;
  }

  /** The ranks of the initial states, by configuration. */
  long[] initials() {
    int[] frame = frame();
    long[] initials = new long[configurations];
    for (int configuration = 0; configuration < initials.length; configuration++) {
      configure(configuration, frame);
      begin(frame);
      initials[configuration] = rank(frame);
    }
    return initials;
  }

  long rank(int[] frame) {
    long rank = 0;
    for (int at = 0; at < variables; at++) {
      rank += frame[variableBase + at] * weights[at];
    }
    for (int at = 0; at < flags; at++) {
      rank += digit(at, frame[at]) * flagWeights[at];
    }
    for (int at = 0; at < choices; at++) {
      rank += frame[choiceBase + at] * choiceWeights[at];
    }
    return rank;
  }

  /** Puts the state of a rank into a frame. */
  void unrank(long rank, int[] frame) {
    long rest = rank;
    for (int at = 0; at < choices; at++) {
      frame[choiceBase + at] = (int) (rest / choiceWeights[at]);
      rest %= choiceWeights[at];
    }
    for (int at = 0; at < flags; at++) {
      frame[at] = allowed[at][(int) (rest / flagWeights[at])];
      rest %= flagWeights[at];
    }
    for (int at = 0; at < variables; at++) {
      frame[variableBase + at] = (int) (rest / weights[at]);
      rest %= weights[at];
    }
    settle(frame);
  }

  State state(int[] frame) {
    Value[] values = new Value[variables];
    for (int at = 0; at < variables; at++) {
      values[at] = value(variableBase + at, frame[variableBase + at]);
    }
    return new State(List.of(values));
  }

  Configuration configuration(int[] frame) {
    Value[] values = new Value[flags];
    for (int at = 0; at < flags; at++) {
      values[at] = value(at, frame[at]);
    }
    Integer[] open = new Integer[choices];
    for (int at = 0; at < choices; at++) {
      open[at] = frame[choiceBase + at];
    }
    return new Configuration(List.of(values), List.of(open));
  }

  /** The rank of a state under a configuration, or -1 where it has a value unknown here. */
  long rank(Configuration configuration, State state) {
    int[] frame = frame();
    for (int at = 0; at < flags; at++) {
      frame[at] = slotAt[at].type().position(configuration.flags().get(at));
      if (frame[at] < 0 || !Bits.has(domains[at], frame[at])) {
        return -1;
      }
    }
    for (int at = 0; at < choices; at++) {
      frame[choiceBase + at] = configuration.choices().get(at);
    }
    for (int at = 0; at < variables; at++) {
      int code = slotAt[variableBase + at].type().position(state.values().get(at));
      if (code < 0) {
        return -1;
      }
      frame[variableBase + at] = code;
    }
    return rank(frame);
  }

  // Definitions: each is compiled once and evaluated at most once an evaluation, those that it
  // names
  // first, so that neither nesting nor repetition costs anything.

  private void compileDefinitions() {
    List<Definition> all = policy.definitions();
    if (all.isEmpty()) {
      return;
    }
    Map<String, Definition> byName = new HashMap<>();
    for (Definition each : all) {
      byName.put(each.name(), each);
    }
    List<Definition> order = new ArrayList<>();
    Map<String, Boolean> done = new HashMap<>();
    ArrayDeque<Definition> open = new ArrayDeque<>();
    for (Definition each : all) {
      open.push(each);
      while (!open.isEmpty()) {
        Definition top = open.peek();
        Boolean state = done.get(top.name());
        if (state != null) {
          open.pop();
          if (!state) {
            done.put(top.name(), true);
            order.add(top);
          }
          continue;
        }
        done.put(top.name(), false);
        List<Definition> named = new ArrayList<>();
        Formula.named(top.expression(), named);
        for (Definition next : named) {
          Definition own = byName.getOrDefault(next.name(), next);
          if (!done.containsKey(own.name())) {
            open.push(own);
          }
        }
      }
    }
    int count = order.size();
    definitions = new Formula[count];
    definitionSlots = new long[count][];
    definitionNames = new long[count][];
    definitionValues = new boolean[count];
    for (int at = 0; at < count; at++) {
      definitionNumbers.put(order.get(at).name(), at);
      Formula formula = formula(order.get(at).expression(), null);
      definitions[at] = formula;
      definitionSlots[at] = formula.slots(this);
      definitionNames[at] = new long[Bits.words(count)];
      formula.definitions(definitionNames[at]);
    }
  }

  int definition(String name) {
    return definitionNumbers.getOrDefault(name, -1);
  }

  Formula definitionFormula(int number) {
    return definitions[number];
  }

  long[] definitionSlots(int number) {
    return definitionSlots[number];
  }

  /** All definitions that a formula hangs on, each after those that it hangs on itself. */
  private int[] needs(Formula formula) {
    long[] direct = new long[Bits.words(Math.max(1, definitions.length))];
    formula.definitions(direct);
    if (Bits.empty(direct)) {
      return Formula.NONE;
    }
    // INVARIANT: numbers are topological, so walking down meets each after all that name it.
    for (int at = definitions.length - 1; at >= 0; at--) {
      if (Bits.has(direct, at) && definitionNames[at] != null) {
        Bits.addAll(direct, definitionNames[at]);
      }
    }
    return Bits.members(direct);
  }

  Formula formula(Expression expression, @Nullable Event event) {
    Formula formula = Formula.of(expression, this, event);
    formula.needs = needs(formula);
    return formula;
  }

  /** Whether a formula holds in a frame. */
  boolean holds(Formula formula, int[] frame) {
    for (int needed : formula.needs) {
      definitionValues[needed] = definitions[needed].test(frame, definitionValues);
    }
    return formula.test(frame, definitionValues);
  }
}
