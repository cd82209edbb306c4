package dev.foliospec.generator.test;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.explore.Dense;
import dev.foliospec.generator.plan.EventPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.JavaName;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.Places;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.TypePlan;
import dev.foliospec.generator.plan.VocabularyPlan;
import dev.foliospec.model.Output;
import dev.foliospec.model.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/**
 * Writes the tests of a policy: two files of data, and a class that turns them into one test for
 * each row and each scenario, with nothing but Jupiter.
 */
public final class TestWriter {
  /** Above this many points, a suite says so in its file and stops. */
  private static final int MOST_POINTS = 1_000_000;

  private static final ClassName DYNAMIC = ClassName.get("org.junit.jupiter.api", "DynamicTest");
  private static final ClassName FACTORY = ClassName.get("org.junit.jupiter.api", "TestFactory");
  private static final ClassName ASSERTIONS = ClassName.get("org.junit.jupiter.api", "Assertions");
  private static final TypeName TEXTS =
      ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class));
  private static final TypeName NAMED =
      ParameterizedTypeName.get(Map.class, String.class, String.class);

  private final PolicyPlan plan;
  private final boolean driven;
  private final boolean claimed;
  private final ClassName suite;
  private final ClassName claims;
  private final ClassName state;
  private final ClassName config;
  private final ClassName chances;
  private final ClassName step;
  private final ClassName event;
  private final ClassName outputs;
  private final ClassName error;

  private TestWriter(PolicyPlan plan, boolean driven, boolean claimed) {
    this.plan = plan;
    this.driven = driven;
    this.claimed = claimed;
    this.claims = ClassName.get(plan.vocabulary().packageName(), "Claims");
    this.suite = ClassName.get(plan.vocabulary().packageName(), "Suite");
    this.state = name(plan.own("State"));
    this.config = name(plan.own("Config"));
    this.chances = name(plan.own("Chances"));
    this.step = name(plan.own("Step"));
    this.event = name(plan.vocabulary().event());
    this.outputs = name(plan.vocabulary().outputs());
    this.error = name(plan.errors().name());
  }

  private static ClassName name(JavaName name) {
    return ClassName.get(name.packageName(), name.simpleName());
  }

  /** The reader of suites, once for a vocabulary. */
  public static GeneratedFile suite(VocabularyPlan vocabulary) {
    return reader(vocabulary, "Suite.java");
  }

  /** The reader of claims, once for a vocabulary of whose policies something is claimed. */
  public static GeneratedFile claims(VocabularyPlan vocabulary) {
    return reader(vocabulary, "Claims.java");
  }

  private static GeneratedFile reader(VocabularyPlan vocabulary, String name) {
    String path = vocabulary.packageName().replace('.', '/') + "/" + name;
    String text = template(name + ".txt").replace("@PACKAGE@", vocabulary.packageName());
    return new GeneratedFile(path, text);
  }

  private static String template(String name) {
    try (InputStream file = TestWriter.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(file, name + " is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The test of a policy and its files.
   *
   * @param dense what the policy can reach: says which inputs tell its states apart, never what it
   *     answers
   * @param machine whether there is one; otherwise only the monitor is tested
   */
  public static List<GeneratedFile> write(
      PolicyPlan plan, PolicySet set, Dense dense, boolean machine) {
    Walk walk = Walk.of(plan.policy(), MOST_POINTS);
    String folder = plan.packageName().replace('.', '/') + "/";
    String file = plan.policy().shortName();
    Optional<String> claims =
        walk.complete() ? ClaimsFile.write(plan, set.properties()) : Optional.empty();
    List<GeneratedFile> files = new ArrayList<>();
    files.add(new GeneratedFile(folder + file + ".points", PointsFile.write(plan, walk)));
    files.add(new GeneratedFile(
        folder + file + ".traces", TracesFile.write(plan, walk, dense, set.scenarios())));
    claims.ifPresent(text -> files.add(new GeneratedFile(folder + file + ".claims", text)));
    files.add(new TestWriter(plan, machine, claims.isPresent()).write());
    return files;
  }

  private GeneratedFile write() {
    String file = plan.policy().shortName();
    TypeSpec.Builder type = TypeSpec.classBuilder(name(plan.test()))
        .addModifiers(Modifier.FINAL)
        .addAnnotation(com.palantir.javapoet.AnnotationSpec.builder(Generated.class)
            .addMember("value", "$S", "foliospec")
            .build())
        .addJavadoc(
            claimed
                ? "Every point of every row of {@code $L}, its scenarios and its properties.\n"
                : "Every point of every row of {@code $L}, and its scenarios.\n",
            plan.policy().name())
        .addField(
            FieldSpec.builder(suite, "SUITE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                    "$T.read(\n$T.class, $S, $S, $S)",
                    suite,
                    name(plan.test()),
                    plan.policy().name(),
                    file + ".points",
                    file + ".traces")
                .build())
        .addMethod(rows())
        .addMethod(scenarios());
    if (claimed) {
      type.addMethod(properties());
      if (driven) {
        type.addMethod(seen());
      }
    }
    type.addMethod(row()).addMethod(trace());
    if (driven) {
      type.addMethod(asked())
          .addMethod(machine())
          .addMethod(step())
          .addMethod(text())
          .addMethod(shown());
    }
    type.addMethod(monitor());
    if (!driven) {
      type.addMethod(follow());
    }
    type.addMethod(answered());
    type.addMethod(event()).addMethod(chances());
    type.addMethod(config("config", TEXTS)).addMethod(state()).addMethod(values());
    type.addMethod(setUp());
    type.addMethod(outputs());
    JavaFile made = JavaFile.builder(plan.packageName(), type.build())
        .indent("  ")
        .skipJavaLangImports(true)
        .addFileComment("$L", "Generated. Edit the tables, not this file.")
        .build();
    return new GeneratedFile(plan.test().path(), made.toString().replaceAll(" +\n", "\n"));
  }

  private static TypeName tests() {
    return ParameterizedTypeName.get(ClassName.get(Stream.class), DYNAMIC);
  }

  private MethodSpec rows() {
    return MethodSpec.methodBuilder("rows")
        .addAnnotation(FACTORY)
        .returns(tests())
        .addCode(
            "return SUITE.rows().stream()$>$>\n"
                + ".map(row ->$>$>\n"
                + "$T.dynamicTest(row.id() + $S + row.title(), () -> check(row)));$<$<$<$<\n",
            DYNAMIC,
            ": ")
        .build();
  }

  private MethodSpec scenarios() {
    return MethodSpec.methodBuilder("traces")
        .addAnnotation(FACTORY)
        .returns(tests())
        .addCode(
            "return $T.concat(SUITE.rowTraces().stream(), SUITE.scenarios().stream())$>$>\n"
                + ".map(trace ->$>$>\n"
                + "$T.dynamicTest(\ntrace.name() + $S + trace.with() + $S + trace.title(),"
                + " () -> check(trace)));$<$<$<$<\n",
            Stream.class,
            DYNAMIC,
            " ",
            ": ")
        .build();
  }

  private MethodSpec properties() {
    return MethodSpec.methodBuilder("properties")
        .addAnnotation(FACTORY)
        .returns(tests())
        .addStatement(
            "$T claims =\n$T.read(\n$T.class, $S, SUITE, $L)",
            claims,
            claims,
            name(plan.test()),
            plan.policy().shortName() + ".claims",
            driven ? CodeBlock.of("$T::seen", name(plan.test())) : CodeBlock.of("null"))
        .addCode(
            "return claims.properties().stream()$>$>\n"
                + ".map(property ->$>$>\n"
                + "$T.dynamicTest(\n"
                + "$S + property.name() + $S + property.title(), () ->"
                + " claims.check(property)));$<$<$<$<\n",
            DYNAMIC,
            "property ",
            ": ")
        .build();
  }

  /** What the machine answers, in words. */
  private MethodSpec seen() {
    return MethodSpec.methodBuilder("seen")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(TEXTS, "config")
        .addParameter(TEXTS, "state")
        .addParameter(suite.nestedClass("Input"), "input")
        .returns(claims.nestedClass("Seen"))
        .addStatement(
            "$T seen =\n$T.step(\nconfig(config), state(state), event(input),"
                + " chances(input.chances()))",
            step,
            name(plan.machine()))
        .beginControlFlow("if (!seen.answered())")
        .addStatement("return null")
        .endControlFlow()
        .addStatement(
            "$T effects = seen.effects().stream().map($T::spelling).toList()",
            TEXTS,
            name(plan.effects().name()))
        .addStatement(
            "return new $T(answer(seen), shown(seen.outputs()), effects, values(seen.next()))",
            claims.nestedClass("Seen"))
        .build();
  }

  private MethodSpec row() {
    MethodSpec.Builder made = MethodSpec.methodBuilder("check")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("All points of a row.\n")
        .addParameter(suite.nestedClass("Row"), "row")
        .beginControlFlow("for ($T point : row.points())", suite.nestedClass("Point"));
    if (driven) {
      made.addStatement("checkMachine(row, point)");
    }
    return made.addStatement("checkMonitor(row, point)").endControlFlow().build();
  }

  // --- The machine ----------------------------------------------------------------------------

  private MethodSpec machine() {
    return MethodSpec.methodBuilder("checkMachine")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(suite.nestedClass("Row"), "row")
        .addParameter(suite.nestedClass("Point"), "point")
        .addStatement("$T place = SUITE.place(point.place())", suite.nestedClass("Place"))
        .addStatement("$T config = config(place.config())", config)
        .addStatement("$T state = state(place.state())", state)
        .addStatement("$T event = event(point.input())", event)
        .addStatement("$T chances = chances(point.input().chances())", chances)
        .addStatement(
            "$T seen = $T.step(config, state, event, chances)", step, name(plan.machine()))
        .addStatement("int number = $T.number(config, state)", name(plan.packed()))
        .addStatement(
            "$T packed =\n$T.answer(\n$T.step(number, $T.input(event, chances)))",
            step,
            name(plan.packed()),
            name(plan.packed()),
            name(plan.packed()))
        .addStatement("$T.assertEquals(seen, packed, () -> SUITE.where(row, point))", ASSERTIONS)
        .beginControlFlow("if (point.forbidden())")
        .addStatement(
            "$T.assertEquals(\n$T.Kind.FORBIDDEN, seen.kind(), () -> SUITE.where(row, point))",
            ASSERTIONS,
            step)
        .nextControlFlow("else")
        .addStatement(
            "$T.assertEquals(\nSUITE.text(point.allowed().get(0)), text(seen), () ->"
                + " SUITE.where(row, point))",
            ASSERTIONS)
        .endControlFlow()
        .build();
  }

  private MethodSpec text() {
    return MethodSpec.methodBuilder("text")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(step, "seen")
        .returns(String.class)
        .beginControlFlow("if (!seen.answered())")
        .addStatement("return seen.kind().name()")
        .endControlFlow()
        .addStatement(
            "return $T.text(\nseen.row().id(), answer(seen), shown(seen.outputs()),"
                + " effects(seen), values(seen.next()))",
            suite)
        .build();
  }

  private MethodSpec step() {
    return MethodSpec.methodBuilder("effects")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(step, "seen")
        .returns(String.class)
        .addStatement(
            "$T names = seen.effects().stream().map($T::spelling).toList()",
            TEXTS,
            name(plan.effects().name()))
        .addStatement("return names.isEmpty() ? $S : $T.join($S, names)", "-", String.class, ", ")
        .build();
  }

  private MethodSpec answered() {
    if (!driven) {
      return MethodSpec.methodBuilder("error")
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .addParameter(String.class, "answer")
          .returns(error)
          .addStatement("return answer.equals($S) ? null : $T.of(answer)", "ok", error)
          .build();
    }
    return MethodSpec.methodBuilder("answer")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(step, "seen")
        .returns(String.class)
        .addStatement("return seen.error() == null ? $S : seen.error().spelling()", "ok")
        .build();
  }

  private MethodSpec shown() {
    MethodSpec.Builder made = MethodSpec.methodBuilder("shown")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(outputs, "outputs")
        .returns(NAMED)
        .addStatement("$T shown = new $T<>()", NAMED, TreeMap.class);
    for (FieldPlan field : plan.vocabulary().shown()) {
      made.beginControlFlow("if (outputs.$N() != null)", field.name())
          .addStatement(
              "shown.put($S, $L)",
              field.spelling(),
              spelled(field, "outputs." + field.name() + "()"))
          .endControlFlow();
    }
    return made.addStatement("return shown").build();
  }

  private static CodeBlock spelled(FieldPlan field, String read) {
    return field.type().isNumber()
        ? CodeBlock.of("$T.toString($L)", Integer.class, read)
        : CodeBlock.of("$L.spelling()", read);
  }

  // --- Traces ---------------------------------------------------------------------------------

  private MethodSpec trace() {
    MethodSpec.Builder made = MethodSpec.methodBuilder("check")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("A trace from its start, and from its end what is to be done next.\n")
        .addParameter(suite.nestedClass("Trace"), "trace")
        .addStatement("$T config = config(trace.with())", config);
    if (!driven) {
      return made.addStatement(
              "$T end = follow($T.start(config), trace, trace.steps())",
              name(plan.monitor()),
              name(plan.monitor()))
          .beginControlFlow("for ($T tail : trace.tails())", listOf(suite.nestedClass("Step")))
          .addStatement("follow(end, trace, tail)")
          .endControlFlow()
          .build();
    }
    return made.addStatement("$T state = $T.initial(config)", state, state)
        .beginControlFlow("for ($T step : trace.steps())", suite.nestedClass("Step"))
        .addStatement("$T seen = asked(trace, step, config, state)", this.step)
        .beginControlFlow("if (step.changes() != null)")
        .addStatement(
            "$T.assertEquals(step.effects(), effects(seen), () -> SUITE.where(trace, step))",
            ASSERTIONS)
        .addStatement("$T before = values(state)", TEXTS)
        .addStatement("$T after = values(seen.next())", TEXTS)
        .addStatement("$T changes = new $T<>()", NAMED, TreeMap.class)
        .addStatement("$T names = $L", TEXTS, names())
        .beginControlFlow("for (int i = 0; i < names.size(); i++)")
        .beginControlFlow("if (!before.get(i).equals(after.get(i)))")
        .addStatement("changes.put(names.get(i), after.get(i))")
        .endControlFlow()
        .endControlFlow()
        .addStatement(
            "$T.assertEquals(step.changes(), changes, () -> SUITE.where(trace, step))", ASSERTIONS)
        .endControlFlow()
        .addStatement("state = seen.next()")
        .endControlFlow()
        .beginControlFlow("for ($T tail : trace.tails())", listOf(suite.nestedClass("Step")))
        .addStatement("$T after = state", state)
        .beginControlFlow("for ($T step : tail)", suite.nestedClass("Step"))
        .addStatement("after = asked(trace, step, config, after).next()")
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private static TypeName listOf(TypeName of) {
    return ParameterizedTypeName.get(ClassName.get(List.class), of);
  }

  private MethodSpec asked() {
    return MethodSpec.methodBuilder("asked")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("What the machine says to a step: the answer and the outputs must fit.\n")
        .addParameter(suite.nestedClass("Trace"), "trace")
        .addParameter(suite.nestedClass("Step"), "step")
        .addParameter(config, "config")
        .addParameter(state, "state")
        .returns(step)
        .addStatement(
            "$T seen =\n$T.step(\nconfig, state, event(step.input()),"
                + " chances(step.input().chances()))",
            step,
            name(plan.machine()))
        .beginControlFlow("if (step.answer().equals($S))", "forbid")
        .addStatement(
            "$T.assertEquals(\n$T.Kind.FORBIDDEN, seen.kind(), () -> SUITE.where(trace, step))",
            ASSERTIONS,
            step)
        .addStatement("return seen")
        .endControlFlow()
        .addStatement(
            "$T.assertTrue(\nseen.answered(), () -> SUITE.where(trace, step) + $S + seen.kind())",
            ASSERTIONS,
            "seen: ")
        .beginControlFlow("if (!step.answer().equals($S))", "any")
        .addStatement(
            "$T.assertEquals(step.answer(), answer(seen), () -> SUITE.where(trace, step))",
            ASSERTIONS)
        .endControlFlow()
        .addStatement(
            "$T.assertTrue(\n$T.fits(step.outputs(), shown(seen.outputs())),\n() ->"
                + " SUITE.where(trace, step) + $S + shown(seen.outputs()))",
            ASSERTIONS,
            suite,
            "seen: ")
        .addStatement("return seen")
        .build();
  }

  private CodeBlock names() {
    List<CodeBlock> names = plan.places().state().stream()
        .map(place -> CodeBlock.of("$S", place.field().spelling()))
        .toList();
    return CodeBlock.of("$T.of($L)", List.class, joined(names));
  }

  /** With commas, where lines may be broken. */
  private static CodeBlock joined(List<CodeBlock> values) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < values.size(); i++) {
      code.add(i > 0 ? ",$W" : "").add(values.get(i));
    }
    return code.build();
  }

  private MethodSpec follow() {
    return MethodSpec.methodBuilder("follow")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("What a trace says must be among what the monitor follows.\n")
        .addParameter(name(plan.monitor()), "start")
        .addParameter(suite.nestedClass("Trace"), "trace")
        .addParameter(listOf(suite.nestedClass("Step")), "steps")
        .returns(name(plan.monitor()))
        .addStatement("$T monitor = start", name(plan.monitor()))
        .beginControlFlow("for ($T step : steps)", suite.nestedClass("Step"))
        .addComment("a row that forbids ends its trace; any answer at all cannot be followed")
        .beginControlFlow(
            "if (step.answer().equals($S) || step.answer().equals($S))", "forbid", "any")
        .addStatement("return monitor")
        .endControlFlow()
        .addStatement("monitor =\nmonitor.observe(\nevent(step.input()), error(step.answer()),"
            + " outputs(step.input().event(), step.outputs()))")
        .addStatement("$T after = monitor", name(plan.monitor()))
        .addStatement(
            "$T.assertEquals(\n$T.Verdict.FOLLOWED,\nafter.verdict(),\n() -> SUITE.where(trace,"
                + " step) + $S + after.rows())",
            ASSERTIONS,
            name(plan.monitor()),
            "tried: ")
        .endControlFlow()
        .addStatement("return monitor")
        .build();
  }

  // --- The monitor ----------------------------------------------------------------------------

  private MethodSpec monitor() {
    ClassName monitor = name(plan.monitor());
    TypeName names = ParameterizedTypeName.get(Set.class, String.class);
    return MethodSpec.methodBuilder("checkMonitor")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("The monitor follows each answer that is allowed, and no other.\n")
        .addParameter(suite.nestedClass("Row"), "row")
        .addParameter(suite.nestedClass("Point"), "point")
        .addStatement("$T place = SUITE.place(point.place())", suite.nestedClass("Place"))
        .addStatement(
            "$T before = $T.at(config(place.config()), state(place.state()))", monitor, monitor)
        .addStatement("$T event = event(point.input())", event)
        .beginControlFlow("if (point.forbidden())")
        .addStatement(
            "$T.assertEquals(\n$T.Verdict.FORBIDDEN,\nbefore.observe(event, null,"
                + " $T.NONE).verdict(),\n() -> SUITE.where(row, point))",
            ASSERTIONS,
            monitor,
            outputs)
        .addStatement("return")
        .endControlFlow()
        .beginControlFlow("for ($T answer : point.allowed())", suite.nestedClass("Answer"))
        .addStatement(
            "$T error = answer.answer().equals($S) ? null : $T.of(answer.answer())",
            error,
            "ok",
            error)
        .addStatement(
            "$T after =\nbefore.observe(event, error, outputs(point.input().event(),"
                + " answer.outputs()))",
            monitor)
        .addStatement(
            "$T.assertEquals(\n$T.Verdict.FOLLOWED, after.verdict(), () -> SUITE.where(row,"
                + " point))",
            ASSERTIONS,
            monitor)
        .addStatement(
            "$T.assertTrue(\nafter.states().contains(state(SUITE.place(answer.next()).state())),\n()"
                + " -> SUITE.where(row, point) + after.states())",
            ASSERTIONS)
        .endControlFlow()
        .addStatement("$T allowed = new $T<>()", names, LinkedHashSet.class)
        .addComment("after events that nobody sees, other states may answer as well")
        .beginControlFlow("if (before.states().size() > 1)")
        .addStatement("return")
        .endControlFlow()
        .beginControlFlow("for ($T other : SUITE.alike(point))", suite.nestedClass("Point"))
        .addStatement("other.allowed().forEach(each -> allowed.add(each.answer()))")
        .endControlFlow()
        .beginControlFlow("for ($T wrong : $T.values())", error, error)
        .beginControlFlow("if (!allowed.contains(wrong.spelling()))")
        .addStatement(
            "$T.assertEquals(\n$T.Verdict.FAILED,\nbefore.observe(event, wrong,"
                + " $T.NONE).verdict(),\n() -> SUITE.where(row, point) + wrong)",
            ASSERTIONS,
            monitor,
            outputs)
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private MethodSpec outputs() {
    MethodSpec.Builder made = MethodSpec.methodBuilder("outputs")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(String.class, "event")
        .addParameter(NAMED, "given")
        .returns(outputs);
    List<CodeBlock> values = new ArrayList<>();
    for (FieldPlan field : plan.vocabulary().shown()) {
      String local = field.name();
      made.addStatement("$T $N = null", type(field.type()).box(), "seen_" + local);
      values.add(CodeBlock.of("$N", "seen_" + local));
    }
    made.beginControlFlow(
            "for ($T each : given.entrySet())",
            ParameterizedTypeName.get(Map.Entry.class, String.class, String.class))
        .addStatement("$T value = each.getValue().replace($S, $S)", String.class, "*", "")
        .beginControlFlow("if (value.isEmpty() || value.equals($S))", "-")
        .addStatement("continue")
        .endControlFlow();
    for (EventPlan each : plan.vocabulary().events()) {
      for (int i = 0; i < each.outputs().size(); i++) {
        Output output = each.event().outputs().get(i);
        FieldPlan field = each.outputs().get(i);
        made.beginControlFlow(
                "if (event.equals($S) && each.getKey().equals($S))",
                each.event().name(),
                output.name())
            .addStatement(
                "$N = $L", "seen_" + field.name(), parsed(field.type(), CodeBlock.of("value")))
            .endControlFlow();
      }
    }
    made.endControlFlow();
    return made.addStatement("return new $T($L)", outputs, CodeBlock.join(values, ", "))
        .build();
  }

  // --- Reading what the files say -------------------------------------------------------------

  private static TypeName type(TypePlan type) {
    return type.enumeration().<TypeName>map(each -> name(each.name())).orElse(TypeName.INT);
  }

  private static CodeBlock parsed(TypePlan type, CodeBlock text) {
    return type.isNumber()
        ? CodeBlock.of("$T.parseInt($L)", Integer.class, text)
        : CodeBlock.of("$T.of($L)", type(type), text);
  }

  private MethodSpec event() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T arguments = input.arguments()", TEXTS);
    for (EventPlan each : plan.vocabulary().events()) {
      if (plan.policy().event(each.event().name()).isEmpty()) {
        continue;
      }
      List<CodeBlock> arguments = new ArrayList<>();
      for (int i = 0; i < each.parameters().size(); i++) {
        arguments.add(
            parsed(each.parameters().get(i).type(), CodeBlock.of("arguments.get($L)", i)));
      }
      code.beginControlFlow("if (input.event().equals($S))", each.event().name())
          .addStatement(
              "return new $T($L)",
              event.nestedClass(each.record()),
              CodeBlock.join(arguments, ", "))
          .endControlFlow();
    }
    return MethodSpec.methodBuilder("event")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(suite.nestedClass("Input"), "input")
        .returns(event)
        .addCode(code.build())
        .addStatement("throw new $T(input.event() + arguments)", IllegalArgumentException.class)
        .build();
  }

  private MethodSpec chances() {
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < plan.places().chances().size(); i++) {
      FieldPlan field = plan.places().chances().get(i).field();
      String usual = field.type().written(plan.policy().chances().get(i).usual());
      values.add(parsed(
          field.type(), CodeBlock.of("forced.getOrDefault($S, $S)", field.spelling(), usual)));
    }
    return MethodSpec.methodBuilder("chances")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(NAMED, "forced")
        .returns(chances)
        .addStatement("return new $T($L)", chances, joined(values))
        .build();
  }

  private MethodSpec config(String name, TypeName from) {
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < plan.places().configuration().size(); i++) {
      FieldPlan field = plan.places().configuration().get(i).place().field();
      values.add(parsed(field.type(), CodeBlock.of("values.get($L)", i)));
    }
    return objects(name, from, config, values);
  }

  private MethodSpec state() {
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < plan.places().state().size(); i++) {
      FieldPlan field = plan.places().state().get(i).field();
      values.add(parsed(field.type(), CodeBlock.of("values.get($L)", i)));
    }
    return objects("state", TEXTS, state, values);
  }

  private static MethodSpec objects(
      String name, TypeName from, ClassName of, List<CodeBlock> values) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(from, "values")
        .returns(of)
        .addStatement("return new $T($L)", of, joined(values))
        .build();
  }

  /** A configuration from names and values. */
  private MethodSpec setUp() {
    List<CodeBlock> values = new ArrayList<>();
    for (Places.Choice choice : plan.places().configuration()) {
      FieldPlan field = choice.place().field();
      values.add(parsed(field.type(), CodeBlock.of("values.get($S)", field.spelling())));
    }
    return objects("config", NAMED, config, values);
  }

  private MethodSpec values() {
    List<CodeBlock> values = new ArrayList<>();
    for (Place place : plan.places().state()) {
      values.add(spelled(place.field(), "state." + place.field().name() + "()"));
    }
    return MethodSpec.methodBuilder("values")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(state, "state")
        .returns(TEXTS)
        .addStatement("return $T.of($L)", List.class, joined(values))
        .build();
  }
}
