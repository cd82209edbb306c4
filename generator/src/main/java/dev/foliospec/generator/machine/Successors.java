package dev.foliospec.generator.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.Node;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.PolicyPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * The state after a row: by {@code State}'s own method where one variable changes, else by a method
 * for the variables that change together, so that no state is made only to be changed again.
 */
final class Successors {
  private static final int LONGEST = 48;

  private final ClassName state;
  private final List<FieldPlan> fields;
  private final UnaryOperator<String> claim;
  private final Map<List<FieldPlan>, String> together = new LinkedHashMap<>();

  /**
   * Successors in one machine.
   *
   * @param plan the policy
   * @param claim makes the name of a method unique
   */
  Successors(PolicyPlan plan, UnaryOperator<String> claim) {
    this.state = Sources.name(plan.own("State"));
    this.fields = plan.places().state().stream().map(Place::field).toList();
    this.claim = claim;
  }

  /** The state {@code s} with the changes of a row. */
  Piece after(List<Node.Assignment> changes, Function<Node.Assignment, Piece> value) {
    if (changes.isEmpty()) {
      return Piece.of("s");
    }
    Node.Assignment change = changes.get(changes.size() - 1);
    if (change.index().isPresent()) {
      // Elements that something picks come last; what is read is read of the state before.
      return Piece.of(
          "$L.with$N($L, $L)",
          after(changes.subList(0, changes.size() - 1), value),
          capital(change.field()),
          Conditions.read(change.index().get()),
          value.apply(change));
    }
    if (changes.size() == 1) {
      return Piece.of("s.with$N($L)", capital(change.field()), value.apply(change));
    }
    List<FieldPlan> changed = changes.stream().map(Node.Assignment::field).toList();
    List<Piece> arguments = new ArrayList<>(List.of(Piece.of("s")));
    changes.forEach(each -> arguments.add(value.apply(each)));
    String method = together.computeIfAbsent(changed, each -> claim.apply(name(each)));
    Piece callee = Piece.of("$N", method);
    return Piece.of("$L($L)", callee, Piece.join(arguments, ", "))
        .or(Piece.call(callee, arguments, 8, 8, 1));
  }

  private static String name(List<FieldPlan> changed) {
    String all =
        "with" + String.join("", changed.stream().map(Successors::capital).toList());
    return all.length() <= LONGEST ? all : "with" + capital(changed.get(0)) + "AndOthers";
  }

  private static String capital(FieldPlan field) {
    String name = field.name().startsWith("_") ? field.name().substring(1) : field.name();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The methods that were asked for. */
  List<MethodSpec> methods() {
    List<MethodSpec> made = new ArrayList<>();
    together.forEach((changed, name) -> made.add(method(changed, name)));
    return made;
  }

  private MethodSpec method(List<FieldPlan> changed, String name) {
    List<String> names = changed.stream().map(FieldPlan::name).toList();
    String before = "s";
    while (names.contains(before)) {
      before += "_";
    }
    List<Piece> values = new ArrayList<>();
    for (FieldPlan field : fields) {
      values.add(
          changed.contains(field)
              ? Piece.of("$N", field.name())
              : Piece.of("$N.$N()", before, field.name()));
    }
    List<String> spelled =
        changed.stream().map(each -> "`" + each.spelling() + "`").toList();
    MethodSpec.Builder method = MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc(Sources.javadoc(
            2,
            List.of(Texts.sentence("The same state, with another " + String.join(", ", spelled)))))
        .addParameter(state, before);
    changed.forEach(each -> method.addParameter(Sources.type(each.type()), each.name()));
    return method
        .returns(state)
        .addCode("return $L;\n", Piece.call(Piece.of("new $T", state), values, 4, 11, 1))
        .build();
  }
}
