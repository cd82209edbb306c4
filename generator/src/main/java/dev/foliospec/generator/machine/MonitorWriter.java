package dev.foliospec.generator.machine;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.TablesPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the monitor, which follows the states that are consistent with what was seen. */
public final class MonitorWriter {
  private final TablesPlan tables;
  private final PolicyPlan plan;
  private final ClassName self;
  private final ClassName numbers;
  private final ClassName state;
  private final ClassName config;
  private final ClassName row;
  private final ClassName event;
  private final ClassName error;
  private final ClassName outputs;
  private final ClassName verdict;

  private MonitorWriter(TablesPlan tables) {
    this.tables = tables;
    this.plan = tables.policy();
    this.self = Sources.name(plan.monitor());
    this.numbers = Sources.name(plan.tables());
    this.state = Sources.name(plan.own("State"));
    this.config = Sources.name(plan.own("Config"));
    this.row = Sources.name(plan.own("Row"));
    this.event = Sources.name(plan.vocabulary().event());
    this.error = Sources.name(plan.errors().name());
    this.outputs = Sources.name(plan.vocabulary().outputs());
    this.verdict = self.nestedClass("Verdict");
  }

  /** The file of a monitor. */
  public static GeneratedFile write(TablesPlan tables) {
    return new MonitorWriter(tables).write();
  }

  private GeneratedFile write() {
    TypeSpec type = TypeSpec.classBuilder(self)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0,
            List.of(
                Texts.sentence("Follows one page of `"
                    + plan.policy().name()
                    + "`: all states that are consistent with the answers and outputs"
                    + " seen so far."),
                "What is not known widens the set: flags and open questions at the start,"
                    + " chances at each event, events that nobody sees in between. An"
                    + " output that was not seen is {@code null}; a value that matches"
                    + " any is explained by whatever was seen. A monitor does not change;"
                    + " {@code observe} gives the next one.")))
        .addField(field(numbersType(), "states"))
        .addField(field(verdict, "verdict"))
        .addField(field(Sources.listOf(row), "rows"))
        .addMethod(constructor())
        .addMethod(start())
        .addMethod(startKnown())
        .addMethod(at())
        .addMethod(anywhere())
        .addMethod(observe())
        .addMethod(from())
        .addMethod(closed())
        .addMethod(getter("verdict", verdict, "Whether what was seen can be explained."))
        .addMethod(getter(
            "rows",
            Sources.listOf(row),
            "The rows that may explain the last observation; if none does, those that were"
                + " tried."))
        .addMethod(states())
        .addMethod(configs())
        .addType(verdicts())
        .build();
    return Sources.file(plan.monitor(), type, plan.files());
  }

  private static TypeName numbersType() {
    return ArrayTypeName.of(int.class);
  }

  private static FieldSpec field(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int[].class, "states")
        .addParameter(verdict, "verdict")
        .addParameter(Sources.listOf(row), "rows")
        .addStatement("this.states = states")
        .addStatement("this.verdict = verdict")
        .addStatement("this.rows = rows")
        .build();
  }

  private static MethodSpec.Builder factory(String name, String doc, ClassName self) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("$L\n", doc)
        .returns(self);
  }

  private MethodSpec start() {
    return factory("start", "At the start of a run of which nothing is known.", self)
        .addStatement("$T found = new $T()", BitSet.class, BitSet.class)
        .addStatement("found.set(0, $T.INITIALS)", numbers)
        .addStatement("return from(found)")
        .build();
  }

  private MethodSpec startKnown() {
    return factory("start", "At the start of a run whose configuration is known.", self)
        .addParameter(config, "config")
        .addStatement("return at(config, $T.initial(config))", state)
        .build();
  }

  private MethodSpec at() {
    return factory("at", "In a state that is known.", self)
        .addParameter(config, "config")
        .addParameter(state, "state")
        .addStatement("int number = $T.number(config, state)", numbers)
        .beginControlFlow("if (number < 0)")
        .addStatement(
            "throw new $T($S + state)", IllegalArgumentException.class, "cannot be reached: ")
        .endControlFlow()
        .addStatement("$T found = new $T()", BitSet.class, BitSet.class)
        .addStatement("found.set(number)")
        .addStatement("return from(found)")
        .build();
  }

  private MethodSpec anywhere() {
    return factory("anywhere", "In the middle of a run of which nothing is known.", self)
        .addStatement("$T found = new $T()", BitSet.class, BitSet.class)
        .addStatement("found.set(0, $T.STATES)", numbers)
        .addStatement("return from(found)")
        .build();
  }

  private MethodSpec observe() {
    TypeName rows = ParameterizedTypeName.get(ClassName.get(Set.class), row);
    return MethodSpec.methodBuilder("observe")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The monitor after an event and its answer. Once it has failed, or nothing is\n"
            + "promised any more, it stays as it is: with the states before that event, and\n"
            + "the rows that were tried.\n\n"
            + "@param error the error that was answered, or {@code null} for ok\n"
            + "@param seen the outputs that were seen, {@code Outputs.NONE} if none\n")
        .addParameter(event, "event")
        .addParameter(error, "error")
        .addParameter(outputs, "seen")
        .returns(self)
        .beginControlFlow("if (verdict != Verdict.FOLLOWED)")
        .addStatement("return this")
        .endControlFlow()
        .addStatement("int first = $T.first(event)", numbers)
        .beginControlFlow("if (first < 0)")
        .addStatement("return new $T(states, Verdict.LACKING, $T.of())", self, List.class)
        .endControlFlow()
        .addStatement("int end = first + $T.width(event)", numbers)
        .addStatement("$T found = new $T()", BitSet.class, BitSet.class)
        .addStatement("$T tried = new $T<>()", rows, LinkedHashSet.class)
        .addStatement("$T explaining = new $T<>()", rows, LinkedHashSet.class)
        .beginControlFlow("for (int state : states)")
        .beginControlFlow("for (int input = first; input < end; input++)")
        .addStatement("int to = $T.to(state, input)", numbers)
        .beginControlFlow("for (int i = $T.from(state, input); i < to; i++)", numbers)
        .addStatement("int edge = $T.EDGES[i]", numbers)
        .beginControlFlow("if (edge >>> $T.SHIFT == $T.BEYOND)", numbers, numbers)
        .addStatement("continue")
        .endControlFlow()
        .addStatement(
            "$T reaction =\n$T.Decoded.REACTIONS.get(edge >>> $T.SHIFT)",
            numbers.nestedClass("Reaction"),
            numbers,
            numbers)
        .beginControlFlow(
            "if (reaction.kind() == $T.Kind.FORBIDDEN)", Sources.name(plan.own("Step")))
        .addStatement(
            "return new $T(states, Verdict.FORBIDDEN, $T.of(reaction.row()))", self, List.class)
        .endControlFlow()
        .addStatement("tried.add(reaction.row())")
        .beginControlFlow("if (reaction.explains(error, seen))")
        .addStatement("explaining.add(reaction.row())")
        .addStatement("found.set(edge & $T.NEXT)", numbers)
        .endControlFlow()
        .endControlFlow()
        .endControlFlow()
        .endControlFlow()
        .beginControlFlow("if (tried.isEmpty())")
        .addStatement("return new $T(states, Verdict.BEYOND, $T.of())", self, List.class)
        .endControlFlow()
        .beginControlFlow("if (found.isEmpty())")
        .addStatement("return new $T(states, Verdict.FAILED, $T.copyOf(tried))", self, List.class)
        .endControlFlow()
        .addStatement(
            "return new $T(closed(found), Verdict.FOLLOWED, $T.copyOf(explaining))",
            self,
            List.class)
        .build();
  }

  private MethodSpec from() {
    return MethodSpec.methodBuilder("from")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(BitSet.class, "found")
        .returns(self)
        .addStatement("return new $T(closed(found), Verdict.FOLLOWED, $T.of())", self, List.class)
        .build();
  }

  /** Adds what events that nobody sees may have led to. */
  private MethodSpec closed() {
    List<Integer> silent = new ArrayList<>();
    for (int i = 0; i < tables.inputs().size(); i++) {
      if (tables.inputs().get(i).event().silent()) {
        silent.add(i);
      }
    }
    MethodSpec.Builder made = MethodSpec.methodBuilder("closed")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(BitSet.class, "found")
        .returns(int[].class);
    if (silent.isEmpty()) {
      return made.addJavadoc("The numbers of states, in order.\n")
          .addStatement("return found.stream().toArray()")
          .build();
    }
    boolean run = silent.get(silent.size() - 1) - silent.get(0) == silent.size() - 1;
    CodeBlock loop = run
        ? CodeBlock.of(
            "for (int input = $L; input <= $L; input++)",
            silent.get(0),
            silent.get(silent.size() - 1))
        : CodeBlock.of(
            "for (int input : new int[] {$L})",
            String.join(", ", silent.stream().map(String::valueOf).toList()));
    return made.addJavadoc(
            "The numbers of states, with those to which events lead that nobody sees.\n")
        .addStatement("$T open = ($T) found.clone()", BitSet.class, BitSet.class)
        .beginControlFlow("while (!open.isEmpty())")
        .addStatement("int state = open.nextSetBit(0)")
        .addStatement("open.clear(state)")
        .beginControlFlow("$L", loop)
        .addStatement("int to = $T.to(state, input)", numbers)
        .beginControlFlow("for (int i = $T.from(state, input); i < to; i++)", numbers)
        .addStatement("int next = $T.EDGES[i] & $T.NEXT", numbers, numbers)
        .beginControlFlow("if (!found.get(next))")
        .addStatement("found.set(next)")
        .addStatement("open.set(next)")
        .endControlFlow()
        .endControlFlow()
        .endControlFlow()
        .endControlFlow()
        .addStatement("return found.stream().toArray()")
        .build();
  }

  private static MethodSpec getter(String name, TypeName type, String doc) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Sources.javadoc(2, List.of(doc)))
        .returns(type)
        .addStatement("return $N", name)
        .build();
  }

  private MethodSpec states() {
    return decoded(
        "states", "STATES", state, "The states that are possible now; if it failed, those before.");
  }

  private MethodSpec configs() {
    return decoded("configs", "CONFIGS", config, "The configurations that are possible.");
  }

  private MethodSpec decoded(String name, String array, ClassName of, String doc) {
    TypeName set = ParameterizedTypeName.get(ClassName.get(Set.class), of);
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L\n", doc)
        .returns(Sources.listOf(of))
        .addStatement("$T all = new $T<>()", set, LinkedHashSet.class)
        .beginControlFlow("for (int state : states)")
        .addStatement("all.add($T.Decoded.$N[state])", numbers, array)
        .endControlFlow()
        .addStatement("return $T.copyOf(all)", List.class)
        .build();
  }

  private TypeSpec verdicts() {
    TypeSpec.Builder type = TypeSpec.enumBuilder(verdict)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("What a monitor says.\n");
    String[][] all = {
      {"FOLLOWED", "All that was seen can be explained."},
      {"FAILED", "No state explains the last answer."},
      {"BEYOND", "The event cannot happen in any state that is possible: beyond the model."},
      {"FORBIDDEN", "The caller asked what it must not; nothing is promised any more."},
      {"LACKING", "The policy does not have the event: beyond the model."}
    };
    for (String[] each : all) {
      type.addEnumConstant(
          each[0],
          TypeSpec.anonymousClassBuilder("")
              .addJavadoc(Sources.javadoc(4, List.of(each[1])))
              .build());
    }
    return type.build();
  }
}
