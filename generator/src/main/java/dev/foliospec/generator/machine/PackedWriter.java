package dev.foliospec.generator.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.TablesPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the packed machine: states, inputs and answers as {@code int}, one table. */
public final class PackedWriter {
  private PackedWriter() {}

  /** The file of a packed machine. */
  public static GeneratedFile write(TablesPlan tables) {
    PolicyPlan plan = tables.policy();
    ClassName numbers = Sources.name(plan.tables());
    ClassName state = Sources.name(plan.own("State"));
    ClassName config = Sources.name(plan.own("Config"));
    ClassName chances = Sources.name(plan.own("Chances"));
    ClassName step = Sources.name(plan.own("Step"));
    ClassName event = Sources.name(plan.vocabulary().event());
    TypeSpec type = TypeSpec.classBuilder(Sources.name(plan.packed()))
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0,
            List.of(
                Texts.sentence("Transitions of `"
                    + plan.policy().name()
                    + "` in numbers, for implementations that keep a number for each"
                    + " page."),
                "A step is one look into a table and allocates nothing: {@code cell ="
                    + " step(state, input); state = next(cell)}. What a number stands"
                    + " for, and back, is asked outside the loop.")))
        .addField(constant("STATES", "How many states can be reached.", numbers))
        .addField(constant("INPUTS", "How many inputs there are.", numbers))
        .addField(FieldSpec.builder(
                int[].class, "CELLS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.EDGES", numbers)
            .build())
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(method(
                "step",
                "What happens on an input in a state: next state and reaction in one.",
                TypeName.INT)
            .addParameter(int.class, "state")
            .addParameter(int.class, "input")
            .addStatement("return CELLS[state * INPUTS + input]")
            .build())
        .addMethod(method("next", "The next state of a cell.", TypeName.INT)
            .addParameter(int.class, "cell")
            .addStatement("return cell & $T.NEXT", numbers)
            .build())
        .addMethod(method("reaction", "The number of a cell's reaction.", TypeName.INT)
            .addParameter(int.class, "cell")
            .addStatement("return cell >>> $T.SHIFT", numbers)
            .build())
        .addMethod(method("initial", "The number of the state in which a run starts.", TypeName.INT)
            .addParameter(config, "config")
            .addStatement("return $T.number(config, $T.initial(config))", numbers, state)
            .build())
        .addMethod(method(
                "number", "The number of a state, or -1 where it cannot be reached.", TypeName.INT)
            .addParameter(config, "config")
            .addParameter(state, "state")
            .addStatement("return $T.number(config, state)", numbers)
            .build())
        .addMethod(method(
                "input",
                "The number of an input, or -1 where the policy does not have the event.",
                TypeName.INT)
            .addParameter(event, "event")
            .addParameter(chances, "chances")
            .addStatement("return $T.input(event, chances)", numbers)
            .build())
        .addMethod(method("state", "The state of a number.", state)
            .addParameter(int.class, "number")
            .addStatement("return $T.Decoded.STATES[number]", numbers)
            .build())
        .addMethod(method("config", "The configuration of a state's number.", config)
            .addParameter(int.class, "number")
            .addStatement("return $T.Decoded.CONFIGS[number]", numbers)
            .build())
        .addMethod(method("event", "The event of an input.", event)
            .addParameter(int.class, "input")
            .addStatement("return $T.Decoded.EVENTS.get(input)", numbers)
            .build())
        .addMethod(method(
                "chances",
                "The chances of an input; those that do not matter are as usual.",
                chances)
            .addParameter(int.class, "input")
            .addStatement("return $T.Decoded.CHANCES.get(input)", numbers)
            .build())
        .addMethod(method("answer", "What a cell stands for.", step)
            .addParameter(int.class, "cell")
            .addStatement("$T next = state(next(cell))", state)
            .beginControlFlow("if (reaction(cell) == $T.BEYOND)", numbers)
            .addStatement("return $T.beyond(next)", step)
            .endControlFlow()
            .addStatement(
                "$T seen = $T.Decoded.REACTIONS.get(reaction(cell))",
                numbers.nestedClass("Reaction"),
                numbers)
            .addStatement(
                "return new $T(seen.kind(), seen.row(), seen.error(), next,"
                    + " seen.outputs(), seen.effects())",
                step)
            .build())
        .build();
    return Sources.file(plan.packed(), type, plan.files());
  }

  private static FieldSpec constant(String name, String doc, ClassName numbers) {
    return FieldSpec.builder(int.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L\n", doc)
        .initializer("$T.$N", numbers, name)
        .build();
  }

  private static MethodSpec.Builder method(String name, String doc, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("$L\n", doc)
        .returns(type);
  }
}
