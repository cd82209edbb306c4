package dev.foliospec.generator.export.promela;

import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a policy's parts are called in a model, and the numbers that stand for its values.
 *
 * <p>Every name of the policy gets a letter and {@code _} before it, which says what it is: {@code s_}
 * a variable of the state and {@code n_} its next value, {@code v_} a value, {@code p_} a parameter.
 * So no name is a word of Promela or C, and none meets a name of Spin's own.
 *
 * <p>Values of one name are equal whatever their type, so each name has one number: numbers stand for
 * themselves, other values follow the greatest of them.
 */
final class Names {
  /** What an output shows where there is none. */
  static final String NOTHING = "nothing";

  /** What an output shows where nothing is promised. */
  static final String ANYTHING = "anything";

  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private final Map<Integer, String> texts = new TreeMap<>();
  private final Map<String, String> traits = new LinkedHashMap<>();
  private final Map<String, String> flags = new LinkedHashMap<>();
  private final Map<String, String> safe = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  /**
   * The names of a policy's parts.
   *
   * @param page of a system what its pages follow, else the policy itself
   * @param maps the maps that its rows apply
   * @param observed the outputs that properties read
   */
  Names(
      Policy policy, Policy page, Collection<ValueMap> maps, Collection<? extends Slot> observed) {
    number(types(List.of(policy, page), maps, observed));
    for (FlagSetting setting : policy.flags()) {
      String name = setting.flag().name();
      flags.put(
          name,
          setting.allowed().size() == 1 ? value(setting.allowed().get(0)) : named("f_", name));
    }
    for (TraitSetting setting : policy.traits()) {
      TraitSetting.Alternative first = setting.alternatives().get(0);
      if (setting.undecided()) {
        traits.put(setting.trait().name(), named("t_", setting.trait().name()));
      } else if (!(first instanceof TraitSetting.Listed)) {
        traits.put(setting.trait().name(), alternative(first));
      }
    }
  }

  private static List<Type> types(
      List<Policy> policies, Collection<ValueMap> maps, Collection<? extends Slot> observed) {
    Set<Type> all = new LinkedHashSet<>();
    for (Policy policy : policies) {
      for (Variable variable : policy.variables()) {
        variable.member().ifPresent(member -> all.add(member.over()));
        all.add(variable.type());
      }
      policy.flags().forEach(each -> all.add(each.flag().type()));
      policy.traits().forEach(each -> all.add(each.trait().type()));
      policy.chances().forEach(each -> all.add(each.type()));
      policy.ghosts().forEach(each -> all.add(each.type()));
      for (Event event : policy.events()) {
        event.parameters().forEach(each -> all.add(each.type()));
        for (Output output : event.outputs()) {
          all.add(output.type());
        }
      }
    }
    maps.forEach(each -> all.addAll(List.of(each.from(), each.to())));
    observed.forEach(each -> all.add(each.type()));
    // Ordered types first, so that their values' numbers are in order where that can be.
    List<Type> types = new ArrayList<>();
    all.stream().filter(Type::ordered).forEach(types::add);
    all.stream().filter(type -> !type.ordered()).forEach(types::add);
    return types;
  }

  private void number(List<Type> types) {
    int greatest = 0;
    for (Type type : types) {
      for (Value value : type.values()) {
        if (value.isNumber()) {
          codes.put(value.name(), value.number());
          texts.put(value.number(), value.name());
          greatest = Math.max(greatest, value.number());
        }
      }
    }
    int next = greatest + 1;
    for (Type type : types) {
      for (Value value : type.values()) {
        if (!codes.containsKey(value.name())) {
          texts.put(next, named("v_", value.name()));
          codes.put(value.name(), next++);
        }
      }
    }
    texts.put(next, NOTHING);
    texts.put(next + 1, ANYTHING);
  }

  /** By number: what stands for it, numbers that stand for themselves aside. */
  Map<Integer, String> constants() {
    Map<Integer, String> constants = new TreeMap<>();
    texts.forEach((code, text) -> {
      if (!text.equals(Integer.toString(code))) {
        constants.put(code, text);
      }
    });
    return constants;
  }

  /** The smallest of Promela's types that holds any value. */
  String type() {
    int greatest = 0;
    for (int code : texts.keySet()) {
      greatest = Math.max(greatest, code);
    }
    return greatest < 256 ? "byte" : greatest < 32_768 ? "short" : "int";
  }

  /**
   * A name with letters before it. What Promela does not have in names becomes {@code _}, and names
   * that fall together then are told apart by a number.
   */
  String named(String before, String name) {
    return safe.computeIfAbsent(before + name, written -> {
      String plain = written.replaceAll("[^A-Za-z0-9_]", "_");
      String free = plain;
      for (int number = 2; !taken.add(free); number++) {
        free = plain + "__" + number;
      }
      return free;
    });
  }

  /** A value: its number, or the name of a constant. */
  String value(Value value) {
    Integer code = codes.get(value.name());
    // A value that no type has is none that anything can have.
    return code == null ? NOTHING : texts.getOrDefault(code, NOTHING);
  }

  private int code(Value value) {
    return codes.getOrDefault(value.name(), -1);
  }

  /** An alternative of a trait, as a value. */
  String alternative(TraitSetting.Alternative alternative) {
    if (alternative instanceof TraitSetting.Fixed fixed) {
      return value(fixed.value());
    }
    return alternative instanceof TraitSetting.ByFlag by
        ? flags.getOrDefault(by.flag().name(), NOTHING)
        : NOTHING;
  }

  String flag(String name) {
    return flags.getOrDefault(name, NOTHING);
  }

  String trait(String name) {
    return traits.getOrDefault(name, NOTHING);
  }

  /** A variable: {@code s_attr}, or {@code s_guest[v_b - v_a]} where it is an element. */
  String variable(String before, Variable variable) {
    if (variable.member().isEmpty()) {
      return named(before, variable.name());
    }
    Variable.Member member = variable.member().get();
    return named(before, member.family()) + "[" + index(member.over(), value(member.key())) + "]";
  }

  /** The place of an element: arrays begin with the index type's least number. */
  String index(Type over, String key) {
    int least = least(over);
    return least == 0 ? key : key + " - " + texts.get(least);
  }

  private int least(Type type) {
    int least = Integer.MAX_VALUE;
    for (Value value : type.values()) {
      least = Math.min(least, code(value));
    }
    return least;
  }

  /** How many places an array has that an index type picks from. */
  int length(Type over) {
    int greatest = 0;
    for (Value value : over.values()) {
      greatest = Math.max(greatest, code(value));
    }
    return greatest - least(over) + 1;
  }

  // --- Conditions on numbers ------------------------------------------------------------------

  /** That something is one of several values. */
  String within(String text, Collection<Value> values) {
    Set<Integer> wanted = new LinkedHashSet<>();
    for (Value value : values) {
      if (code(value) >= 0) {
        wanted.add(code(value));
      }
    }
    List<Integer> sorted = wanted.stream().sorted().toList();
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < sorted.size(); ) {
      int end = at;
      while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
        end++;
      }
      if (end > at + 1) {
        String least = texts.get(sorted.get(at));
        String most = texts.get(sorted.get(end));
        parts.add("(" + text + " >= " + least + " && " + text + " <= " + most + ")");
        at = end + 1;
      } else {
        parts.add(text + " == " + texts.get(sorted.get(at)));
        at++;
      }
    }
    return parts.isEmpty() ? "false" : Text.any(parts);
  }

  /** That something comes before another, and its kin. */
  String ordered(Type type, String left, String sign, Type other, String right) {
    boolean numbers = type.isRange() && other.isRange();
    if (numbers || (rises(type) && type.values().containsAll(other.values()))) {
      return "(" + left + sign + right + ")";
    }
    String one = position(type, left);
    String two = position(type, right);
    return "(" + two + " >= 0 && " + one + sign + two + ")";
  }

  private boolean rises(Type type) {
    for (int at = 1; at < type.values().size(); at++) {
      if (code(type.values().get(at - 1)) >= code(type.values().get(at))) {
        return false;
      }
    }
    return true;
  }

  private String position(Type type, String text) {
    StringBuilder chain = new StringBuilder();
    for (int at = 0; at < type.size(); at++) {
      chain.append('(').append(text).append(" == ").append(value(type.values().get(at)));
      chain.append(" -> ").append(at).append(" : ");
    }
    return chain.append("-1").append(")".repeat(type.size())).toString();
  }

  /** A function of values, as a choice between its cases; {@code outside} them nothing. */
  String mapped(Map<Value, Value> entries, String text) {
    StringBuilder chain = new StringBuilder();
    entries.forEach((from, to) -> chain
        .append('(')
        .append(text)
        .append(" == ")
        .append(value(from))
        .append(" -> ")
        .append(value(to))
        .append(" : "));
    return chain.append(NOTHING).append(")".repeat(entries.size())).toString();
  }

  /** The first number of a type whose numbers follow one another, if they do. */
  Optional<String> base(Type type) {
    return type.values().isEmpty() || length(type) != type.size() || !rises(type)
        ? Optional.empty()
        : Optional.of(texts.getOrDefault(least(type), NOTHING));
  }

  static String sign(Expression.Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> " == ";
      case DIFFERENT -> " != ";
      case LESS -> " < ";
      case AT_MOST -> " <= ";
      case MORE -> " > ";
      case AT_LEAST -> " >= ";
    };
  }
}
