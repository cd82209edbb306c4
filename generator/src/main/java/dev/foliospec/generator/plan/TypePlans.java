package dev.foliospec.generator.plan;

import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives Java types to the types of one package, in the order in which it is asked. */
final class TypePlans {
  private static final List<String> NO_YES = List.of("no", "yes");

  private final String packageName;
  private final Names names;
  private final Map<Type, TypePlan> known;
  private final List<EnumPlan> made = new ArrayList<>();
  private Optional<EnumPlan> yesNo = Optional.empty();

  /**
   * Starts with what is known already.
   *
   * @param names the names of the package's types
   * @param known types that another package has
   * @param yesNo the enumeration of {@code no | yes}, if another package has it
   */
  TypePlans(String packageName, Names names, Map<Type, TypePlan> known, Optional<EnumPlan> yesNo) {
    this.packageName = packageName;
    this.names = names;
    this.known = new LinkedHashMap<>(known);
    this.yesNo = yesNo;
  }

  /** The Java type of a type, which is named after what it is used for if it has no name. */
  TypePlan plan(Type type, String use) {
    TypePlan plan = known.get(type);
    if (plan == null) {
      plan = new TypePlan(enumeration(type, use), type);
      known.put(type, plan);
    }
    return plan;
  }

  private Optional<EnumPlan> enumeration(Type type, String use) {
    if (type.isRange() || type.size() > TypePlan.LARGEST) {
      return Optional.empty();
    }
    if (type.name().isEmpty() && isNoYes(type)) {
      if (yesNo.isEmpty()) {
        yesNo = Optional.of(make(type, "YesNo", "No or yes."));
      }
      return yesNo;
    }
    String doc = type.name().isPresent()
        ? "The type `" + type.spelled() + "`."
        : "What `" + use + "` may be: `" + type.spelled() + "`.";
    return Optional.of(make(type, Names.pascal(type.name().orElse(use)), doc));
  }

  private static boolean isNoYes(Type type) {
    return type.values().stream().map(Value::name).toList().equals(NO_YES);
  }

  private EnumPlan make(Type type, String wanted, String doc) {
    Names constants = new Names();
    List<ConstantPlan> plans = new ArrayList<>();
    for (Value value : type.values()) {
      plans.add(new ConstantPlan(
          constants.claim(Names.constant(value.name())), value.name(), Optional.empty()));
    }
    EnumPlan plan =
        new EnumPlan(new JavaName(packageName, names.claim(wanted)), plans, doc, Optional.empty());
    made.add(plan);
    return plan;
  }

  /** What it knows by now. */
  Map<Type, TypePlan> known() {
    return known;
  }

  /** The enumerations that it made. */
  List<EnumPlan> made() {
    return made;
  }

  /** The enumeration of {@code no | yes}, if anybody needed it. */
  Optional<EnumPlan> yesNo() {
    return yesNo;
  }
}
