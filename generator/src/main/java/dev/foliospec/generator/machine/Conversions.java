package dev.foliospec.generator.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.TypePlan;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Methods that make a value of one Java type from one of another: maps, and types that overlap. */
final class Conversions {
  private record Conversion(String name, TypePlan from, TypePlan to, Map<Value, Value> entries) {}

  private final Map<Conversion, String> made = new LinkedHashMap<>();
  private final UnaryOperator<String> claim;

  /**
   * Conversions of one class.
   *
   * @param claim finds a free name for a method
   */
  Conversions(UnaryOperator<String> claim) {
    this.claim = claim;
  }

  /** The value of the same name in another type. */
  Piece same(Place place, TypePlan to, String field) {
    Map<Value, Value> same = new LinkedHashMap<>();
    TypePlan from = place.field().type();
    from.type().values().stream().filter(to.type()::has).forEach(each -> same.put(each, each));
    String name = to.enumeration().map(each -> each.name().simpleName()).orElse(field);
    return converted(name, place, to, same);
  }

  /** What a map makes of a value. */
  Piece mapped(ValueMap map, Place place, TypePlan to) {
    return converted(map.name(), place, to, map.entries());
  }

  private Piece converted(String name, Place place, TypePlan to, Map<Value, Value> entries) {
    Conversion conversion = new Conversion(name, place.field().type(), to, entries);
    String method = made.computeIfAbsent(conversion, each -> claim.apply(name));
    return Piece.of("$N($L)", method, Conditions.read(place));
  }

  /** The methods that were asked for. */
  List<MethodSpec> methods() {
    return made.entrySet().stream()
        .map(each -> conversion(each.getKey(), each.getValue()))
        .toList();
  }

  private static MethodSpec conversion(Conversion conversion, String name) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean total = true;
    if (conversion.from().isNumber()) {
      for (Map.Entry<Value, Value> each : conversion.entries().entrySet()) {
        code.beginControlFlow("if (value == $L)", conversion.from().number(each.getKey()))
            .addStatement(
                "return $L", Sources.value(conversion.to(), each.getValue()).code())
            .endControlFlow();
      }
      code.addStatement(
          "throw new $T($T.toString(value))", IllegalArgumentException.class, Integer.class);
      total = false;
    }
    if (total) {
      code.add("return switch (value) {$>\n");
      for (Value each : conversion.from().type().values()) {
        String label =
            conversion.from().enumeration().orElseThrow().constant(each.name()).name();
        Value to = conversion.entries().get(each);
        if (to == null) {
          code.add(
              "case $N -> throw new $T(value.spelling());\n",
              label,
              IllegalArgumentException.class);
        } else {
          code.add("case $N -> $L;\n", label, Sources.value(conversion.to(), to).code());
        }
      }
      code.add("$<};\n");
    }
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc(Sources.javadoc(
            2, List.of(Texts.sentence("What `" + conversion.name() + "` makes of a value"))))
        .addParameter(Sources.type(conversion.from()), "value")
        .returns(Sources.type(conversion.to()))
        .addCode(code.build())
        .build();
  }
}
