package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Origin;
import dev.foliospec.generator.rows.Pick;
import dev.foliospec.generator.rows.Settled;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What expressions and values of a policy are in its module. Notes what they use, so that a module
 * declares nothing else.
 */
final class Terms {
  /** Where parameters, chances and outputs are read. */
  enum Place {
    /** In an action, where parameters and chances are bound. */
    ACTION,
    /** In a property of a step, where {@code last'} holds them. */
    STEP
  }

  private final Names names;

  /** The parameter that holds a page's state, where it is that of one page which is spoken of. */
  private final Optional<String> self;

  /** Names of fields of records, apart from all others. */
  private final Names fields = new Names();

  /** Names that stand beside numbers in some type, and so are constants rather than strings. */
  private final Set<String> constants;

  private final Map<String, Type> types;
  private final Map<Type, String> orders;
  private final Map<String, ValueMap> maps;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<Pick, String> picks = new HashMap<>();

  Terms(Policy policy, Names names) {
    this.names = names;
    self = Optional.empty();
    constants = new LinkedHashSet<>();
    types = new LinkedHashMap<>();
    orders = new LinkedHashMap<>();
    maps = new LinkedHashMap<>();
    note(policy);
  }

  private Terms(Terms whole, String self) {
    names = whole.names;
    this.self = Optional.of(self);
    constants = whole.constants;
    types = whole.types;
    orders = whole.orders;
    maps = whole.maps;
  }

  /**
   * The terms of what one page follows. They read its variables from a record, and share all else with
   * the terms of the system.
   *
   * @param self the parameter that holds the record
   */
  Terms ofPage(Policy page, String self) {
    Terms terms = new Terms(this, self);
    terms.note(page);
    return terms;
  }

  /** Notes which names stand beside numbers. */
  private void note(Policy policy) {
    List<Type> all = new ArrayList<>();
    policy.variables().forEach(each -> all.add(each.type()));
    policy.variables().forEach(each -> each.member().ifPresent(member -> all.add(member.over())));
    policy.flags().forEach(each -> all.add(each.flag().type()));
    policy.traits().forEach(each -> all.add(each.trait().type()));
    policy.chances().forEach(each -> all.add(each.type()));
    policy.ghosts().forEach(each -> all.add(each.type()));
    policy.events().forEach(event -> {
      event.parameters().forEach(each -> all.add(each.type()));
      event.outputs().forEach(each -> all.add(each.type()));
    });
    for (Type type : all) {
      if (!type.isRange() && type.values().stream().anyMatch(Value::isNumber)) {
        type.values().stream()
            .filter(value -> !value.isNumber())
            .forEach(value -> constants.add(value.name()));
      }
    }
  }

  /** What the latest step was, in a property of a step. */
  String latest() {
    return names.of("operator", "last") + "'";
  }

  // --- What was used
  // -------------------------------------------------------------------------------

  Set<String> constants() {
    return constants;
  }

  Map<String, Type> types() {
    return types;
  }

  Map<Type, String> orders() {
    return orders;
  }

  Map<String, Definition> definitions() {
    return definitions;
  }

  Map<String, ValueMap> maps() {
    return maps;
  }

  // --- Values and sets
  // -----------------------------------------------------------------------------

  String constant(String value) {
    return names.of("value", value);
  }

  String field(String name) {
    return fields.of("field", name);
  }

  String value(Value value) {
    if (value.isNumber()) {
      return value.name();
    }
    return constants.contains(value.name()) ? constant(value.name()) : "\"" + value.name() + "\"";
  }

  Piece literal(Value value) {
    return Piece.atom(value(value));
  }

  Piece set(List<Value> values) {
    return new Piece.Listed("{", values.stream().map(this::literal).toList(), "}");
  }

  /** The set of a type's values, by name if it has one. */
  Piece set(Type type) {
    if (type.name().isPresent()) {
      types.put(type.name().get(), type);
      return Piece.atom(names.of("type", type.name().get()));
    }
    return written(type);
  }

  /** The set of a type's values as it is declared. */
  Piece written(Type type) {
    if (type.isRange()) {
      List<Value> values = type.values();
      Piece range =
          new Piece.Plain(values.get(0) + ".." + values.get(values.size() - 1), Piece.Binding.SUM);
      if (values.get(values.size() - 1).number() - values.get(0).number() + 1 == values.size()) {
        return range;
      }
    }
    return set(type.values());
  }

  // --- Slots
  // ---------------------------------------------------------------------------------------

  /** The module's variable that holds a slot, or the operator that works it out. */
  String name(Slot slot) {
    if (slot instanceof Variable variable) {
      return names.of("variable", variable.family());
    }
    if (slot instanceof Element element) {
      return names.of("variable", element.family());
    }
    if (slot instanceof Parameter) {
      return names.of("parameter", slot.name());
    }
    return names.of(slot instanceof Trait ? "trait" : "variable", slot.name());
  }

  /** Where the state has a variable: under its name, or in the record of a page. */
  private String held(Slot slot) {
    String family = slot instanceof Variable variable
        ? variable.family()
        : slot instanceof Element element ? element.family() : "";
    return self.isPresent() && !family.isEmpty() ? self.get() + "." + field(family) : name(slot);
  }

  Piece read(Slot slot, boolean primed, Place place) {
    String name = slot instanceof Observed ? slot.name() : held(slot);
    String prime = primed ? "'" : "";
    if (slot instanceof Variable variable && variable.member().isPresent()) {
      return Piece.atom(name + prime + "[" + value(variable.member().get().key()) + "]");
    }
    if (slot instanceof Element element) {
      return Piece.atom(
          name + prime + "[" + Layout.flat(read(element.index(), false, place)) + "]");
    }
    if (place == Place.STEP) {
      if (slot instanceof Parameter) {
        return Piece.atom(latest() + ".args." + field(slot.name()));
      }
      if (slot instanceof Chance) {
        return Piece.atom(latest() + ".chances." + field(slot.name()));
      }
      if (slot instanceof Observed) {
        return Piece.atom(latest() + ".out." + field(slot.name()));
      }
    }
    return Piece.atom(name + prime);
  }

  // --- Expressions
  // ---------------------------------------------------------------------------------

  Piece of(Expression expression, Place place) {
    if (expression instanceof Expression.Literally literally) {
      return Piece.atom(literally.truth() ? "TRUE" : "FALSE");
    }
    if (expression instanceof Expression.Not not) {
      return Piece.not(of(not.part(), place));
    }
    if (expression instanceof Expression.And and) {
      return Piece.all(each(and.parts(), place));
    }
    if (expression instanceof Expression.Or or) {
      return Piece.any(each(or.parts(), place));
    }
    if (expression instanceof Expression.Implies implies) {
      List<Piece> parts = each(implies.parts(), place);
      Piece said = parts.get(parts.size() - 1);
      for (int at = parts.size() - 2; at >= 0; at--) {
        said = new Piece.Implied(parts.get(at), said);
      }
      return said;
    }
    if (expression instanceof Expression.Within within) {
      return within(within, place);
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared, place);
    }
    if (expression instanceof Expression.Defined defined) {
      return defined(defined.definition(), place);
    }
    if (expression instanceof Expression.Answered answered) {
      return answered(answered);
    }
    if (expression instanceof Expression.Includes includes) {
      return Piece.atom(does() + "(\"" + includes.effect() + "\")");
    }
    Expression.Ordered ordered = (Expression.Ordered) expression;
    return Piece.atom(doesBefore() + "(\"" + ordered.first() + "\", \"" + ordered.second() + "\")");
  }

  /** Conjuncts as a list's parts. */
  List<Piece> each(List<Expression> parts, Place place) {
    return parts.stream().map(part -> of(part, place)).toList();
  }

  String does() {
    return names.of("operator", "Does");
  }

  String doesBefore() {
    return names.of("operator", "DoesBefore");
  }

  String before() {
    return names.of("operator", "Before");
  }

  String notAfter() {
    return names.of("operator", "NotAfter");
  }

  private Piece answered(Expression.Answered answered) {
    Piece answer = Piece.atom(latest() + ".answer");
    if (answered.answers().isEmpty()) {
      return new Piece.Related(answer, " # ", Piece.atom("\"ok\""));
    }
    List<Piece> answers =
        answered.answers().stream().map(each -> Piece.atom("\"" + each + "\"")).toList();
    return answers.size() == 1
        ? new Piece.Related(answer, " = ", answers.get(0))
        : new Piece.Related(answer, " \\in ", new Piece.Listed("{", answers, "}"));
  }

  private Piece within(Expression.Within within, Place place) {
    Slot slot = within.term().slot();
    Piece term = read(slot, within.term().primed(), place);
    List<Value> values = within.values();
    if (values.size() == 1) {
      return new Piece.Related(term, " = ", literal(values.get(0)));
    }
    // An output that is not shown is no value, so what it is not says less than what it is.
    if (!(slot instanceof Observed)) {
      List<Value> others = new ArrayList<>(slot.type().values());
      others.removeAll(values);
      if (others.size() == 1) {
        boolean range = slot.type().isRange();
        List<Value> all = slot.type().values();
        String sign = range && others.get(0).equals(all.get(0))
            ? " > "
            : range && others.get(0).equals(all.get(all.size() - 1)) ? " < " : " # ";
        return new Piece.Related(term, sign, literal(others.get(0)));
      }
    }
    return new Piece.Related(term, " \\in ", set(values));
  }

  private Piece compared(Expression.Compared compared, Place place) {
    Piece left = read(compared.left().slot(), compared.left().primed(), place);
    Piece right = read(compared.right().slot(), compared.right().primed(), place);
    return switch (compared.comparator()) {
      case EQUAL -> new Piece.Related(left, " = ", right);
      case DIFFERENT -> new Piece.Related(left, " # ", right);
      case LESS -> ordered(compared, left, right, " < ");
      case AT_MOST -> ordered(compared, left, right, " <= ");
      case MORE -> ordered(compared, left, right, " > ");
      case AT_LEAST -> ordered(compared, left, right, " >= ");
    };
  }

  private Piece ordered(Expression.Compared compared, Piece left, Piece right, String sign) {
    Slot one = compared.left().slot();
    Slot other = compared.right().slot();
    if (one.type().isRange() && other.type().isRange()) {
      List<Piece> parts = new ArrayList<>();
      if (one instanceof Observed) {
        parts.add(new Piece.Related(left, " # ", Piece.atom(noOutput())));
      }
      if (other instanceof Observed) {
        parts.add(new Piece.Related(right, " # ", Piece.atom(noOutput())));
      }
      parts.add(new Piece.Related(left, sign, right));
      return Piece.all(parts);
    }
    Piece order = Piece.atom(order(one));
    boolean less = sign.contains("<");
    String operator = sign.contains("=") ? notAfter() : before();
    return new Piece.Listed(
        operator + "(", List.of(order, less ? left : right, less ? right : left), ")");
  }

  private String order(Slot slot) {
    return orders.computeIfAbsent(
        slot.type(), type -> names.of("order", type.name().orElse(slot.name())));
  }

  String noOutput() {
    return names.of("operator", "NoOutput");
  }

  private Piece defined(Definition definition, Place place) {
    use(definition);
    List<Piece> arguments = new ArrayList<>();
    self.ifPresent(each -> arguments.add(Piece.atom(each)));
    for (Slot slot : arguments(definition)) {
      arguments.add(read(slot, false, place));
    }
    String name = definition(definition);
    return arguments.isEmpty() ? Piece.atom(name) : new Piece.Listed(name + "(", arguments, ")");
  }

  /** The operator of a definition. */
  String definition(Definition definition) {
    return names.of(self.isPresent() ? "of_page" : "definition", definition.name());
  }

  /** The parameters of an operator: the page's state first, where it is a page's. */
  List<Piece> parameters(List<Slot> told) {
    List<Piece> parameters = new ArrayList<>();
    self.ifPresent(each -> parameters.add(Piece.atom(each)));
    told.forEach(each -> parameters.add(Piece.atom(name(each))));
    return parameters;
  }

  /** An operator with these parameters. */
  Piece called(String name, List<Slot> told) {
    List<Piece> parameters = parameters(told);
    return parameters.isEmpty() ? Piece.atom(name) : new Piece.Listed(name + "(", parameters, ")");
  }

  private void use(Definition definition) {
    if (!definitions.containsKey(definition.name())) {
      for (Definition named : Settled.named(definition.expression())) {
        use(named);
      }
      definitions.putIfAbsent(definition.name(), definition);
    }
  }

  /** What a definition has to be told: chances and parameters are bound where an event happens. */
  static List<Slot> arguments(Definition definition) {
    return bound(Reads.of(definition.expression()));
  }

  /** The chances and parameters among slots, each once. */
  static List<Slot> bound(List<Slot> slots) {
    Map<String, Slot> bound = new LinkedHashMap<>();
    for (Slot slot : slots) {
      if (slot instanceof Chance || slot instanceof Parameter) {
        bound.putIfAbsent(slot.name(), slot);
      }
    }
    return List.copyOf(bound.values());
  }

  // --- New values
  // ----------------------------------------------------------------------------------

  /** Forgets which picks are bound: another way begins. */
  void releasePicks() {
    picks.clear();
  }

  /** From here on a pick is known by its name. */
  void bind(Pick pick) {
    picks.put(pick, pickName(pick));
  }

  boolean isBound(Pick pick) {
    return picks.containsKey(pick);
  }

  String pickName(Pick pick) {
    String target = pick.target() instanceof Element element
        ? element.family()
        : pick.target().name();
    return names.of("pick", Names.identifier(target) + "_" + (pick.number() + 1));
  }

  Piece of(Origin origin) {
    if (origin instanceof Origin.Constant constant) {
      return literal(constant.value());
    }
    if (origin instanceof Origin.Read read) {
      return read(read.slot(), false, Place.ACTION);
    }
    if (origin instanceof Origin.Shifted shifted) {
      String sign = shifted.by() < 0 ? " - " : " + ";
      Piece from = of(shifted.from());
      String text =
          from.binding() == Piece.Binding.ATOM ? Layout.flat(from) : "(" + Layout.flat(from) + ")";
      return new Piece.Plain(text + sign + Math.abs(shifted.by()), Piece.Binding.SUM);
    }
    if (origin instanceof Origin.Mapped mapped) {
      maps.put(mapped.map().name(), mapped.map());
      return Piece.atom(
          names.of("map", mapped.map().name()) + "[" + Layout.flat(of(mapped.from())) + "]");
    }
    if (origin instanceof Origin.Picked picked) {
      String name = picks.get(picked.pick());
      if (name == null) {
        throw new IllegalStateException("a pick that nothing binds");
      }
      return Piece.atom(name);
    }
    Origin.Either either = (Origin.Either) origin;
    return new Piece.Conditional(
        of(either.when(), Place.ACTION), of(either.yes()), of(either.no()));
  }

  /** The values that a pick may be. */
  Piece options(Pick pick) {
    if (pick.whole()) {
      return set(pick.target().type());
    }
    return new Piece.Listed("{", pick.options().stream().map(this::of).toList(), "}");
  }
}
