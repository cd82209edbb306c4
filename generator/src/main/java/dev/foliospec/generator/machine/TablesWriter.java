package dev.foliospec.generator.machine;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.explore.Reaction;
import dev.foliospec.generator.plan.EventPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.Places;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.TablesPlan;
import dev.foliospec.model.Input;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the reachable part of a policy as tables, which its packed machine and monitor read. */
public final class TablesWriter {
  /** How many elements a method puts into a list; it stays below 8,000 bytecodes. */
  private static final int BATCH = 60;

  private final TablesPlan tables;
  private final PolicyPlan plan;
  private final ClassName self;
  private final ClassName state;
  private final ClassName config;
  private final ClassName chances;
  private final ClassName step;
  private final ClassName row;
  private final ClassName event;
  private final ClassName error;
  private final ClassName effect;
  private final ClassName outputs;
  private final ClassName reaction;
  private final ClassName located;
  private final TypeSpec.Builder type;

  private TablesWriter(TablesPlan tables) {
    this.tables = tables;
    this.plan = tables.policy();
    this.self = Sources.name(plan.tables());
    this.state = Sources.name(plan.own("State"));
    this.config = Sources.name(plan.own("Config"));
    this.chances = Sources.name(plan.own("Chances"));
    this.step = Sources.name(plan.own("Step"));
    this.row = Sources.name(plan.own("Row"));
    this.event = Sources.name(plan.vocabulary().event());
    this.error = Sources.name(plan.errors().name());
    this.effect = Sources.name(plan.effects().name());
    this.outputs = Sources.name(plan.vocabulary().outputs());
    this.reaction = self.nestedClass("Reaction");
    this.located = self.nestedClass("Located");
    this.type = TypeSpec.classBuilder(self)
        .addModifiers(Modifier.FINAL)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0,
            List.of(
                Texts.sentence("The reachable part of `"
                    + plan.policy().name()
                    + "` in numbers: states with their configurations, inputs, and"
                    + " what happens."),
                "An edge is a reaction, shifted, and the state to which it leads.")));
  }

  /** The file of the tables. */
  public static GeneratedFile write(TablesPlan tables) {
    return new TablesWriter(tables).write();
  }

  private GeneratedFile write() {
    number(
        "STATES", tables.states(), "How many states can be reached; the initial ones come first.");
    number(
        "INITIALS", tables.initials(), "How many states are initial, one for each configuration.");
    number("INPUTS", tables.inputs().size(), "How many inputs there are.");
    number("SHIFT", tables.shift(), "How far the reaction is shifted in an edge.");
    number("NEXT", (1 << tables.shift()) - 1, "The bits of the next state in an edge.");
    number("BEYOND", tables.reactions().size(), "The reaction where an event cannot happen.");
    packed("EDGES", tables.edges().toArray());
    if (!tables.single()) {
      packed("OFFSETS", tables.offsets().toArray());
    }
    type.addType(reaction()).addType(located()).addType(decoded());
    type.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(from()).addMethod(to());
    type.addMethod(first()).addMethod(width()).addMethod(input());
    type.addMethod(number());
    type.addMethod(decode());
    return Sources.file(plan.tables(), type.build(), plan.files());
  }

  private void number(String name, int value, String doc) {
    type.addField(FieldSpec.builder(int.class, name, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L\n", doc)
        .initializer("$L", Integer.toString(value))
        .build());
  }

  /** A table of numbers: the constants, and what they decode to. */
  private void packed(String name, int[] numbers) {
    packed(type, name, numbers, "decode");
  }

  private static void packed(TypeSpec.Builder into, String name, int[] numbers, String decode) {
    int width = Packing.width(numbers);
    List<List<String>> constants = Packing.constants(numbers, width);
    List<Piece> names = new ArrayList<>();
    for (int i = 0; i < constants.size(); i++) {
      String constant = name + "_" + (i + 1);
      names.add(Piece.of("$N", constant));
      into.addField(FieldSpec.builder(
              String.class, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
          .initializer(text(constants.get(i)))
          .build());
    }
    List<Piece> arguments = new ArrayList<>();
    arguments.add(Piece.of("$L", Integer.toString(numbers.length)));
    arguments.add(Piece.of("$L", Integer.toString(width)));
    arguments.addAll(names);
    into.addField(FieldSpec.builder(int[].class, name, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>\n$L$<$<", Piece.call(Piece.of("$N", decode), arguments, 6, 8, 1))
        .build());
  }

  /** A constant, a line of the file for each of its lines. */
  static CodeBlock text(List<String> lines) {
    CodeBlock.Builder code = CodeBlock.builder().add("$>$>");
    for (int i = 0; i < lines.size(); i++) {
      code.add(i > 0 ? "\n+ $L" : "\n$L", Texts.literal(lines.get(i)));
    }
    return code.add("$<$<").build();
  }

  private static MethodSpec decode() {
    return MethodSpec.methodBuilder("decode")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("Numbers of {@code width} digits to the base of 91, as many as there are.\n")
        .addParameter(int.class, "count")
        .addParameter(int.class, "width")
        .addParameter(ArrayTypeName.of(String.class), "texts")
        .varargs()
        .returns(int[].class)
        .addStatement("int[] numbers = new int[count]")
        .addStatement("int at = 0")
        .beginControlFlow("for ($T text : texts)", String.class)
        .beginControlFlow("for (int i = 0; i < text.length(); i += width)")
        .addStatement("int number = 0")
        .beginControlFlow("for (int k = i; k < i + width; k++)")
        .addStatement("int digit = text.charAt(k)")
        .addStatement("number = number * 91 + digit - (digit > 92 ? 36 : 35)")
        .endControlFlow()
        .addStatement("numbers[at++] = number")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return numbers")
        .build();
  }

  private MethodSpec from() {
    return MethodSpec.methodBuilder("from")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("The first edge of an input in a state.\n")
        .addParameter(int.class, "state")
        .addParameter(int.class, "input")
        .returns(int.class)
        .addStatement(
            tables.single()
                ? "return state * INPUTS + input"
                : "return OFFSETS[state * INPUTS + input]")
        .build();
  }

  private MethodSpec to() {
    return MethodSpec.methodBuilder("to")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("The end of the edges of an input in a state.\n")
        .addParameter(int.class, "state")
        .addParameter(int.class, "input")
        .returns(int.class)
        .addStatement(
            tables.single()
                ? "return state * INPUTS + input + 1"
                : "return OFFSETS[state * INPUTS + input + 1]")
        .build();
  }

  // --- Inputs ---------------------------------------------------------------------------------

  private MethodSpec first() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (tables.events().isEmpty()) {
      code.addStatement("return -1");
    } else {
      code.add("return switch (event.kind()) {$>\n");
      for (TablesPlan.EventInputs each : tables.events()) {
        code.add("case $N -> $L;\n", each.event().kind(), first(each).code());
      }
      code.add("$<};\n");
    }
    return MethodSpec.methodBuilder("first")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("The first input of an event, or -1 where the policy does not have it.\n")
        .addParameter(event, "event")
        .returns(int.class)
        .addCode(code.build())
        .build();
  }

  private Piece first(TablesPlan.EventInputs inputs) {
    if (inputs.first() < 0) {
      return Piece.of("-1");
    }
    Piece made = Piece.of("$L", Integer.toString(inputs.first()));
    int scale = width(inputs);
    List<FieldPlan> parameters = inputs.event().parameters();
    for (int i = parameters.size() - 1; i >= 0; i--) {
      FieldPlan parameter = parameters.get(i);
      Piece read = Piece.of(
          "(($T) event).$N()", event.nestedClass(inputs.event().record()), parameter.name());
      made = plus(made, position(parameter, read), scale);
      scale *= parameter.type().type().size();
    }
    return made;
  }

  private static Piece plus(Piece sum, Piece position, int scale) {
    return scale == 1
        ? Piece.of("$L + $L", sum, position)
        : Piece.of("$L + $L * $L", sum, Integer.toString(scale), position);
  }

  private static int width(TablesPlan.EventInputs inputs) {
    int width = 1;
    for (Place chance : inputs.chances()) {
      width *= chance.values().size();
    }
    return width;
  }

  /** The position of a value in its type. */
  private static Piece position(FieldPlan field, Piece read) {
    if (field.type().enumeration().isPresent()) {
      return Piece.of("$L.ordinal()", read);
    }
    Place place = new Place(Place.Kind.PARAMETER, 0, field, field.type().type().values());
    if (Conditions.isRun(place)) {
      int least = Conditions.number(place, 0);
      return least == 0 ? read : Piece.of("($L - $L)", read, Integer.toString(least));
    }
    Piece made = Piece.of("$L", Integer.toString(place.values().size() - 1));
    for (int i = place.values().size() - 2; i >= 0; i--) {
      made = Piece.of(
          "($L == $L ? $L : $L)",
          read,
          Integer.toString(Conditions.number(place, i)),
          Integer.toString(i),
          made);
    }
    return made;
  }

  private MethodSpec width() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (tables.events().isEmpty()) {
      code.addStatement("return 0");
    } else {
      code.add("return switch (event.kind()) {$>\n");
      for (TablesPlan.EventInputs each : tables.events()) {
        code.add("case $N -> $L;\n", each.event().kind(), each.first() < 0 ? 0 : width(each));
      }
      code.add("$<};\n");
    }
    return MethodSpec.methodBuilder("width")
        .addModifiers(Modifier.STATIC)
        .addJavadoc(
            "How many inputs an event is, one for each choice of the chances that matter.\n")
        .addParameter(event, "event")
        .returns(int.class)
        .addCode(code.build())
        .build();
  }

  private MethodSpec input() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("int first = first(event)");
    List<TablesPlan.EventInputs> some =
        tables.events().stream().filter(each -> !each.chances().isEmpty()).toList();
    if (some.isEmpty()) {
      code.addStatement("return first");
    } else {
      code.add("return switch (event.kind()) {$>\n");
      List<Piece> others = new ArrayList<>();
      for (TablesPlan.EventInputs each : tables.events()) {
        if (each.chances().isEmpty()) {
          others.add(Piece.of("$N", each.event().kind()));
          continue;
        }
        Piece made = Piece.of("first");
        int scale = 1;
        for (int i = each.chances().size() - 1; i >= 0; i--) {
          Place chance = each.chances().get(i);
          made = plus(
              made,
              position(chance.field(), Piece.of("chances.$N()", chance.field().name())),
              scale);
          scale *= chance.values().size();
        }
        code.add("case $N -> $L;\n", each.event().kind(), made.code());
      }
      if (!others.isEmpty()) {
        code.add("case ");
        Piece.fill(code, others, 6, 11, 4);
        code.add(" -> first;\n");
      }
      code.add("$<};\n");
    }
    return MethodSpec.methodBuilder("input")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("The number of an input, or -1 where the policy does not have the event.\n")
        .addParameter(event, "event")
        .addParameter(chances, "chances")
        .returns(int.class)
        .addCode(code.build())
        .build();
  }

  private MethodSpec number() {
    return MethodSpec.methodBuilder("number")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("The number of a state, or -1 where it cannot be reached.\n")
        .addParameter(config, "config")
        .addParameter(state, "state")
        .returns(int.class)
        .addStatement("return Decoded.NUMBERS.getOrDefault(new $T(config, state), -1)", located)
        .build();
  }

  // --- What numbers stand for -----------------------------------------------------------------

  private TypeSpec located() {
    return TypeSpec.recordBuilder("Located")
        .addModifiers(Modifier.STATIC)
        .addJavadoc("A state of one configuration.\n")
        .recordConstructor(MethodSpec.compactConstructorBuilder()
            .addParameter(config, "config")
            .addParameter(state, "state")
            .build())
        .build();
  }

  private TypeSpec reaction() {
    return TypeSpec.recordBuilder("Reaction")
        .addModifiers(Modifier.STATIC)
        .addJavadoc(
            "What is seen of an answer; {@code loose} names outputs for which anything may be"
                + " observed.\n")
        .recordConstructor(MethodSpec.compactConstructorBuilder()
            .addParameter(step.nestedClass("Kind"), "kind")
            .addParameter(row, "row")
            .addParameter(error, "error")
            .addParameter(outputs, "outputs")
            .addParameter(Sources.listOf(effect), "effects")
            .addParameter(Sources.listOf(ClassName.get(String.class)), "loose")
            .build())
        .addMethod(explains())
        .build();
  }

  /** Whether an observation may come of a reaction: what was not seen is not asked. */
  private MethodSpec explains() {
    MethodSpec.Builder made = MethodSpec.methodBuilder("explains")
        .addJavadoc(
            "Whether this can be what was seen; outputs that were not seen are {@code null}.\n")
        .addParameter(error, "seenError")
        .addParameter(outputs, "seen")
        .returns(boolean.class);
    made.beginControlFlow("if (error != seenError)")
        .addStatement("return false")
        .endControlFlow();
    for (FieldPlan field : plan.vocabulary().shown()) {
      made.beginControlFlow(
              "if (seen.$N() != null && !seen.$N().equals(outputs.$N()) && !loose.contains($S))",
              field.name(),
              field.name(),
              field.name(),
              field.name())
          .addStatement("return false")
          .endControlFlow();
    }
    return made.addStatement("return true").build();
  }

  private TypeSpec decoded() {
    TypeSpec.Builder made = TypeSpec.classBuilder("Decoded")
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("States, inputs and reactions by their numbers; made when first needed.\n");
    packed(made, "VALUES", tables.values().toArray(), "decode");
    made.addField(array(config, "CONFIGS", "configs()"))
        .addField(array(state, "STATES", "states()"))
        .addField(FieldSpec.builder(
                ParameterizedTypeName.get(ClassName.get(Map.class), located, TypeName.INT.box()),
                "NUMBERS",
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer("numbers()")
            .build())
        .addField(list(reaction, "REACTIONS", "reactions()"))
        .addField(list(event, "EVENTS", "events()"))
        .addField(list(chances, "CHANCES", "chances()"));
    made.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    made.addMethod(configs()).addMethod(states()).addMethod(numbers());
    batches(made, reaction, "reactions", reactions());
    List<CodeBlock> events = new ArrayList<>();
    List<CodeBlock> forced = new ArrayList<>();
    for (Input input : tables.inputs()) {
      events.add(event(input));
      forced.add(chances(input));
    }
    batches(made, event, "events", events);
    batches(made, chances, "chances", forced);
    return made.build();
  }

  private static FieldSpec array(ClassName of, String name, String maker) {
    return FieldSpec.builder(ArrayTypeName.of(of), name, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", maker)
        .build();
  }

  private static FieldSpec list(ClassName of, String name, String maker) {
    return FieldSpec.builder(Sources.listOf(of), name, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", maker)
        .build();
  }

  private MethodSpec configs() {
    List<Place> places =
        plan.places().configuration().stream().map(Places.Choice::place).toList();
    return objects("configs", config, places, 0);
  }

  private MethodSpec states() {
    return objects(
        "states", state, plan.places().state(), plan.places().configuration().size());
  }

  private MethodSpec objects(String name, ClassName of, List<Place> places, int offset) {
    List<Piece> arguments = new ArrayList<>();
    int width = tables.sizes().size();
    for (int i = 0; i < places.size(); i++) {
      Piece code = Piece.of("VALUES[at + $L]", Integer.toString(offset + i));
      arguments.add(value(places.get(i), code));
    }
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ArrayTypeName.of(of))
        .addStatement("$T[] all = new $T[$T.STATES]", of, of, self)
        .beginControlFlow("for (int i = 0; i < all.length; i++)")
        .addCode(places.isEmpty() ? CodeBlock.of("") : CodeBlock.of("int at = i * $L;\n", width))
        .addCode("all[i] = $L;\n", Piece.call(Piece.of("new $T", of), arguments, 8, 17, 1))
        .endControlFlow()
        .addStatement("return all")
        .build();
  }

  private static Piece value(Place place, Piece code) {
    if (place.field().type().enumeration().isPresent()) {
      return Piece.of("$T.values()[$L]", Sources.type(place.field().type()), code);
    }
    if (Conditions.isRun(place)) {
      int least = Conditions.number(place, 0);
      return least == 0 ? code : Piece.of("$L + $L", Integer.toString(least), code);
    }
    List<Piece> numbers = new ArrayList<>();
    for (int i = 0; i < place.values().size(); i++) {
      numbers.add(Piece.of("$L", Integer.toString(Conditions.number(place, i))));
    }
    return Piece.of("new int[] {$L}[$L]", Piece.join(numbers, ", "), code);
  }

  private MethodSpec numbers() {
    return MethodSpec.methodBuilder("numbers")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Map.class), located, TypeName.INT.box()))
        .addStatement(
            "$T numbers = new $T<>()",
            ParameterizedTypeName.get(ClassName.get(Map.class), located, TypeName.INT.box()),
            HashMap.class)
        .beginControlFlow("for (int i = 0; i < STATES.length; i++)")
        .addStatement("numbers.put(new $T(CONFIGS[i], STATES[i]), i)", located)
        .endControlFlow()
        .addStatement("return numbers")
        .build();
  }

  /** A list that is filled by several methods, so that none becomes too long. */
  private static void batches(
      TypeSpec.Builder into, ClassName of, String name, List<CodeBlock> elements) {
    TypeName list = Sources.listOf(of);
    MethodSpec.Builder whole = MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(list)
        .addStatement("$T all = new $T<>()", list, ArrayList.class);
    List<MethodSpec> parts = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += BATCH) {
      String part = name + (from / BATCH + 1);
      whole.addStatement("$N(all)", part);
      MethodSpec.Builder made = MethodSpec.methodBuilder(part)
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .addParameter(list, "all");
      for (CodeBlock each : elements.subList(from, Math.min(from + BATCH, elements.size()))) {
        made.addCode("all.add($>$>\n$L);$<$<\n", each);
      }
      parts.add(made.build());
    }
    into.addMethod(whole.addStatement("return $T.copyOf(all)", List.class).build());
    parts.forEach(into::addMethod);
  }

  private List<CodeBlock> reactions() {
    List<CodeBlock> made = new ArrayList<>();
    for (TablesPlan.ReactionPlan each : tables.reactions()) {
      Reaction seen = each.reaction();
      List<Piece> arguments = new ArrayList<>();
      arguments.add(Piece.of("$T.$N", step.nestedClass("Kind"), seen.kind().name()));
      arguments.add(Piece.of("$T.$N", row, each.row().constant()));
      boolean failing = seen.kind() == Reaction.Kind.REFUSED || seen.kind() == Reaction.Kind.FAILED;
      arguments.add(
          failing
              ? Piece.of("$T.$N", error, plan.errors().constant(seen.answer()).name())
              : Piece.of("null"));
      arguments.add(outputs(each.shown()));
      arguments.add(Piece.of(
          "$T.of($L)",
          ClassName.get(List.class),
          Piece.join(
              seen.effects().stream()
                  .map(one -> Piece.of(
                      "$T.$N", effect, plan.effects().constant(one.name()).name()))
                  .toList(),
              ", ")));
      arguments.add(Piece.of(
          "$T.of($L)",
          ClassName.get(List.class),
          Piece.join(
              each.loose().stream()
                  .map(one -> Piece.of("$L", Texts.literal(one)))
                  .toList(),
              ", ")));
      made.add(Piece.call(Piece.of("new $T", reaction), arguments, 10, 10, 2));
    }
    return made;
  }

  private Piece outputs(List<TablesPlan.Shown> shown) {
    if (shown.isEmpty()) {
      return Piece.of("$T.NONE", outputs);
    }
    List<Piece> values = new ArrayList<>();
    for (FieldPlan field : plan.vocabulary().shown()) {
      Optional<Value> given = shown.stream()
          .filter(each -> each.field().name().equals(field.name()))
          .map(TablesPlan.Shown::value)
          .findFirst();
      values.add(given.map(value -> Sources.value(field.type(), value)).orElse(Piece.of("null")));
    }
    return Piece.of("new $T($L)", outputs, Piece.join(values, ", "));
  }

  private CodeBlock event(Input input) {
    EventPlan planned = plan.vocabulary().plan(input.event());
    List<Piece> arguments = new ArrayList<>();
    for (int i = 0; i < planned.parameters().size(); i++) {
      arguments.add(
          Sources.value(planned.parameters().get(i).type(), input.arguments().get(i)));
    }
    return Piece.call(
        Piece.of("new $T", event.nestedClass(planned.record())), arguments, 10, 10, 2);
  }

  private CodeBlock chances(Input input) {
    List<Piece> values = new ArrayList<>();
    boolean usual = true;
    for (int i = 0; i < plan.places().chances().size(); i++) {
      Value value = input.chances().get(i);
      values.add(Sources.value(plan.places().chances().get(i).field().type(), value));
      usual &= value.equals(plan.policy().chances().get(i).usual());
    }
    return usual
        ? CodeBlock.of("$T.USUAL", chances)
        : Piece.call(Piece.of("new $T", chances), values, 10, 10, 2);
  }
}
