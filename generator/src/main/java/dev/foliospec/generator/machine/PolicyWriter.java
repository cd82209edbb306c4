package dev.foliospec.generator.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.generator.plan.EnumPlan;
import dev.foliospec.generator.plan.FamilyPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.Places;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.RowPlan;
import dev.foliospec.generator.plan.Spelled;
import dev.foliospec.generator.plan.StartPlan;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the types of one policy's package. */
public final class PolicyWriter {
  /** With more rows than these, what is said of them is not spelled beside their names. */
  private static final int MOST_SPELLED = 1_000;

  private final PolicyPlan plan;
  private final ClassName state;
  private final ClassName config;
  private final ClassName chances;
  private final ClassName row;
  private final ClassName step;
  private final ClassName error;
  private final ClassName outputs;

  private PolicyWriter(PolicyPlan plan) {
    this.plan = plan;
    this.state = Sources.name(plan.own("State"));
    this.config = Sources.name(plan.own("Config"));
    this.chances = Sources.name(plan.own("Chances"));
    this.row = Sources.name(plan.own("Row"));
    this.step = Sources.name(plan.own("Step"));
    this.error = Sources.name(plan.errors().name());
    this.outputs = Sources.name(plan.vocabulary().outputs());
  }

  /** The files of a policy's package. */
  public static List<GeneratedFile> write(PolicyPlan plan) {
    PolicyWriter writer = new PolicyWriter(plan);
    List<String> files = plan.files();
    List<GeneratedFile> made = new ArrayList<>();
    for (EnumPlan each : plan.enumerations()) {
      made.add(Sources.file(each.name(), VocabularyWriter.enumeration(each), files));
    }
    if (plan.ownEffects()) {
      made.add(Sources.file(plan.effects().name(), writer.effects(), files));
    }
    if (plan.ownErrors()) {
      made.add(Sources.file(plan.errors().name(), writer.errors(), files));
    }
    made.add(Sources.file(plan.own("State"), writer.state(), files));
    made.add(Sources.file(plan.own("Config"), writer.config(), files));
    made.add(Sources.file(plan.own("Chances"), writer.chances(), files));
    made.add(Sources.file(plan.own("Row"), writer.rows(), files));
    made.add(Sources.file(plan.own("Step"), writer.step(), files));
    return made;
  }

  private String named() {
    return "`" + plan.policy().name() + "`";
  }

  private TypeSpec effects() {
    List<String> shared = plan.policy().effects().stream()
        .filter(each -> each.owner().isEmpty())
        .map(Effect::name)
        .toList();
    return VocabularyWriter.enumeration(
        plan.effects(), Optional.of(shared(plan.effects(), plan.vocabulary().effects(), shared)));
  }

  private TypeSpec errors() {
    List<String> shared = plan.policy().errors().stream()
        .filter(each -> each.owner().isEmpty())
        .map(ErrorAnswer::name)
        .toList();
    return VocabularyWriter.enumeration(
        plan.errors(), Optional.of(shared(plan.errors(), plan.vocabulary().errors(), shared)));
  }

  private static MethodSpec shared(EnumPlan own, EnumPlan vocabulary, List<String> names) {
    ClassName type = Sources.name(vocabulary.name());
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (this) {$>\n");
    own.constants().forEach(each -> {
      if (names.contains(each.spelling())) {
        code.add(
            "case $N -> $T.of($T.$N);\n",
            each.name(),
            Optional.class,
            type,
            vocabulary.constant(each.spelling()).name());
      } else {
        code.add("case $N -> $T.empty();\n", each.name(), Optional.class);
      }
    });
    return MethodSpec.methodBuilder("shared")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The vocabulary's constant for it, unless it is the policy's own.\n")
        .returns(
            com.palantir.javapoet.ParameterizedTypeName.get(ClassName.get(Optional.class), type))
        .addCode(code.add("$<};\n").build())
        .build();
  }

  // --- State, configuration, chances ----------------------------------------------------------

  private TypeSpec state() {
    List<FieldPlan> fields = plan.places().state().stream().map(Place::field).toList();
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Place place : plan.places().state()) {
      if (place.field().type().isNumber()) {
        checks.add(inRange(place));
      }
    }
    TypeSpec.Builder type = TypeSpec.recordBuilder(state)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0,
            List.of(Texts.sentence(
                "A state of " + named() + ": one value for each of its variables."))))
        .addJavadoc(Sources.components(0, fields))
        .recordConstructor(VocabularyWriter.constructor(fields, checks.build()));
    type.addMethod(initial());
    for (FieldPlan field : fields) {
      type.addMethod(with(state, field, fields));
    }
    for (FamilyPlan family : plan.places().families()) {
      type.addMethod(picked(family));
      type.addMethod(withPicked(state, family));
    }
    return type.build();
  }

  /** Where a run starts, as declarations and {@code init} say. */
  private MethodSpec initial() {
    Conditions conditions =
        new Conditions(new Needs.Index(plan), name -> name, new Conversions(name -> name));
    CodeBlock.Builder code = CodeBlock.builder().add("return new $T($>$>\n", state);
    for (int i = 0; i < plan.starts().size(); i++) {
      StartPlan start = plan.starts().get(i);
      code.add(i > 0 ? ",\n" : "");
      for (StartPlan.Case each : start.cases()) {
        code.add(
            "$L ? $L : ",
            conditions.condition(each.when()).code(),
            Sources.value(start.field().type(), each.value()).code());
      }
      code.add("$L", Sources.value(start.field().type(), start.otherwise()).code());
    }
    return MethodSpec.methodBuilder("initial")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("The state in which a run starts.\n")
        .addParameter(config, "c")
        .returns(state)
        .addCode(code.add(");$<$<\n").build())
        .build();
  }

  /** Refuses a number that the type does not have. */
  static CodeBlock inRange(Place place) {
    String name = place.field().name();
    CodeBlock condition;
    if (Conditions.isRun(place)) {
      int last = place.values().size() - 1;
      condition = CodeBlock.of(
          "$N < $L || $N > $L",
          name,
          Conditions.number(place, 0),
          name,
          Conditions.number(place, last));
    } else {
      List<Piece> pieces = new ArrayList<>();
      for (int i = 0; i < place.values().size(); i++) {
        pieces.add(Piece.of("$N != $L", name, Conditions.number(place, i)));
      }
      condition = Piece.join(pieces, " && ").code();
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", condition)
        .addStatement(
            "throw new $T($S + $N)",
            IllegalArgumentException.class,
            place.field().name() + " is ",
            name)
        .endControlFlow()
        .build();
  }

  private static MethodSpec with(ClassName record, FieldPlan changed, List<FieldPlan> fields) {
    List<Piece> values =
        fields.stream().map(each -> Piece.of("$N", each.name())).toList();
    String name = changed.name().startsWith("_") ? changed.name().substring(1) : changed.name();
    return MethodSpec.methodBuilder(
            "with" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1))
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Sources.javadoc(
            2, List.of(Texts.sentence("The same, with another `" + changed.spelling() + "`."))))
        .addParameter(Sources.type(changed.type()), changed.name())
        .returns(record)
        .addCode("return $L;\n", Piece.call(Piece.of("new $T", record), values, 4, 11, 1))
        .build();
  }

  /** Reads the element of an indexed variable that an index picks. */
  private static MethodSpec picked(FamilyPlan family) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (index) {$>\n");
    for (int at = 0; at < family.keys().size(); at++) {
      code.add("case $N -> $N;\n", key(family, at), family.elements().get(at).name());
    }
    return MethodSpec.methodBuilder(family.field().name())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Sources.javadoc(
            2, List.of(Texts.sentence("The `" + family.field().spelling() + "` of an index."))))
        .addParameter(Sources.type(family.index().type()), "index")
        .returns(Sources.type(family.field().type()))
        .addCode(code.add("$<};\n").build())
        .build();
  }

  private static MethodSpec withPicked(ClassName record, FamilyPlan family) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (index) {$>\n");
    for (int at = 0; at < family.keys().size(); at++) {
      code.add(
          "case $N -> with$N(value);\n",
          key(family, at),
          capital(family.elements().get(at).name()));
    }
    return MethodSpec.methodBuilder("with" + capital(family.field().name()))
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Sources.javadoc(
            2,
            List.of(Texts.sentence(
                "The same, with another `" + family.field().spelling() + "` of an index."))))
        .addParameter(Sources.type(family.index().type()), "index")
        .addParameter(Sources.type(family.field().type()), "value")
        .returns(record)
        .addCode(code.add("$<};\n").build())
        .build();
  }

  private static String key(FamilyPlan family, int at) {
    return family
        .index()
        .type()
        .enumeration()
        .orElseThrow()
        .constant(family.keys().get(at).name())
        .name();
  }

  private static String capital(String name) {
    String bare = name.startsWith("_") ? name.substring(1) : name;
    return bare.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + bare.substring(1);
  }

  private TypeSpec config() {
    List<FieldPlan> fields = new ArrayList<>();
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Places.Choice choice : plan.places().configuration()) {
      fields.add(choice.place().field());
      BitSet allowed = new BitSet();
      choice.allowed().forEach(each -> allowed.set(choice.place().values().indexOf(each)));
      if (allowed.cardinality() < choice.place().values().size()) {
        checks
            .beginControlFlow("if (!($L))", local(choice.place(), allowed).code())
            .addStatement(
                "throw new $T($S + $N)",
                IllegalArgumentException.class,
                choice.place().field().name() + " is ",
                choice.place().field().name())
            .endControlFlow();
      } else if (choice.place().field().type().isNumber()) {
        checks.add(inRange(choice.place()));
      }
    }
    return TypeSpec.recordBuilder(config)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0,
            List.of(Texts.sentence("What does not change in a run of "
                + named()
                + ": flags, and questions that its sources leave open."))))
        .addJavadoc(Sources.components(0, fields))
        .recordConstructor(VocabularyWriter.constructor(fields, checks.build()))
        .build();
  }

  private static Piece local(Place place, BitSet allowed) {
    Place here = new Place(Place.Kind.PARAMETER, place.number(), place.field(), place.values());
    return Conditions.within(here, allowed);
  }

  private TypeSpec chances() {
    List<FieldPlan> fields = plan.places().chances().stream().map(Place::field).toList();
    List<Piece> usual = new ArrayList<>();
    List<Chance> declared = plan.policy().chances();
    for (int i = 0; i < declared.size(); i++) {
      usual.add(Sources.value(fields.get(i).type(), declared.get(i).usual()));
    }
    return TypeSpec.recordBuilder(chances)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc("What the environment chooses, afresh at each event.\n")
        .addJavadoc(Sources.components(0, fields))
        .recordConstructor(
            VocabularyWriter.constructor(fields, CodeBlock.builder().build()))
        .addField(
            FieldSpec.builder(chances, "USUAL", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("What happens unless something is forced.\n")
                .initializer(Piece.call(Piece.of("new $T", chances), usual, 2, 40, 1))
                .build())
        .build();
  }

  // --- Rows -----------------------------------------------------------------------------------

  private TypeSpec rows() {
    TypeSpec.Builder type = TypeSpec.enumBuilder(row)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0, List.of(Texts.sentence("The rows of " + named() + " that answer."))));
    if (plan.rows().size() > MOST_SPELLED) {
      plan.rows().forEach(each -> type.addEnumConstant(each.constant(), documented(each, "")));
      return said(type).build();
    }
    for (RowPlan each : plan.rows()) {
      String texts = String.join(", ", texts(each).stream().map(Texts::literal).toList());
      type.addEnumConstant(each.constant(), documented(each, texts));
    }
    type.addField(text("policy"))
        .addField(text("id"))
        .addField(text("source"))
        .addField(text("at"));
    type.addMethod(MethodSpec.constructorBuilder()
        .addParameter(String.class, "policy")
        .addParameter(String.class, "id")
        .addParameter(String.class, "source")
        .addParameter(String.class, "at")
        .addStatement("this.policy = policy")
        .addStatement("this.id = id")
        .addStatement("this.source = source")
        .addStatement("this.at = at")
        .build());
    return type.addMethod(getter("policy", "The policy that declares it.", "policy"))
        .addMethod(getter("id", "Its name in the tables.", "id"))
        .addMethod(getter("source", "The documents that it rests on.", "source"))
        .addMethod(getter("at", "The file and line in which it was written.", "at"))
        .build();
  }

  private static TypeSpec documented(RowPlan row, String arguments) {
    return TypeSpec.anonymousClassBuilder("$L", arguments)
        .addJavadoc(Sources.javadoc(2, List.of(Rows.summary(row))))
        .build();
  }

  private static List<String> texts(RowPlan row) {
    return List.of(
        row.row().id().policy(),
        row.row().id().id(),
        row.row().grounds().spelled(),
        Spelled.place(row.row().at()));
  }

  /** What is said of rows in few long strings, since an enumeration's start must fit one method. */
  private TypeSpec.Builder said(TypeSpec.Builder type) {
    List<String> lines = new ArrayList<>();
    plan.rows().forEach(row -> texts(row).forEach(each -> lines.add(each.replace('\n', ' '))));
    TypeSpec.Builder said = TypeSpec.classBuilder("Said")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Of each row: its policy, its name, its source, its place.\n");
    List<Piece> constants = new ArrayList<>();
    for (List<String> part : Packing.constants(lines)) {
      String name = "SAID_" + (constants.size() + 1);
      constants.add(Piece.of("$N", name));
      said.addField(
          FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(TablesWriter.text(part))
              .build());
    }
    type.addType(said.addField(FieldSpec.builder(
                String[].class, "LINES", Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "$>$>\n$L$<$<.split($S, -1)",
                Piece.call(Piece.of("String.join"), and(Piece.of("\"\""), constants), 6, 8, 13),
                "\n")
            .build())
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .build());
    return type.addMethod(
            getter("policy", "The policy that declares it.", "Said.LINES[4 * ordinal()]"))
        .addMethod(getter("id", "Its name in the tables.", "Said.LINES[4 * ordinal() + 1]"))
        .addMethod(
            getter("source", "The documents that it rests on.", "Said.LINES[4 * ordinal() + 2]"))
        .addMethod(getter(
            "at", "The file and line in which it was written.", "Said.LINES[4 * ordinal() + 3]"));
  }

  private static List<Piece> and(Piece first, List<Piece> others) {
    List<Piece> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private static FieldSpec text(String name) {
    return FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.FINAL)
        .build();
  }

  private static MethodSpec getter(String name, String doc, String read) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L\n", doc)
        .returns(String.class)
        .addStatement("return $L", read)
        .build();
  }

  // --- Steps ----------------------------------------------------------------------------------

  private TypeSpec step() {
    TypeName effects = Sources.listOf(Sources.name(plan.effects().name()));
    ClassName kind = step.nestedClass("Kind");
    MethodSpec header = MethodSpec.compactConstructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addParameter(kind, "kind")
        .addParameter(row, "row")
        .addParameter(error, "error")
        .addParameter(state, "next")
        .addParameter(outputs, "outputs")
        .addParameter(effects, "effects")
        .build();
    return TypeSpec.recordBuilder(step)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(
            0, List.of(Texts.sentence("What " + named() + " says when an event meets a state."))))
        .addJavadoc("""

            @param kind which of these it is
            @param row the row that answers, or {@code null}
            @param error the error that is answered, or {@code null}
            @param next the state afterwards
            @param outputs what is answered beside
            @param effects what is done, in order
            """)
        .recordConstructor(header)
        .addType(kinds(kind))
        .addMethod(MethodSpec.methodBuilder("answered")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Whether a row answers.\n")
            .returns(boolean.class)
            .addStatement("return kind == Kind.OK || kind == Kind.REFUSED || kind == Kind.FAILED")
            .build())
        .addMethod(answer("ok", "Done.", "OK", effects, false))
        .addMethod(answer("refuse", "An error, and nothing changes.", "REFUSED", null, true))
        .addMethod(answer("fail", "An error, with the row's changes.", "FAILED", effects, true))
        .addMethod(without("forbidden", "The caller must not ask this here.", "FORBIDDEN", true))
        .addMethod(without("lacking", "The policy does not have this event.", "LACKING", false))
        .addMethod(without("beyond", "The event cannot happen here.", "BEYOND", false))
        .addMethod(without("uncovered", "No row answers.", "UNCOVERED", false))
        .build();
  }

  private static TypeSpec kinds(ClassName name) {
    TypeSpec.Builder type = TypeSpec.enumBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("What a policy may say.\n");
    String[][] kinds = {
      {"OK", "Done."},
      {"REFUSED", "An error is answered, nothing changes."},
      {"FAILED", "An error is answered, and yet something changes or is done."},
      {"FORBIDDEN", "The caller must not ask this here; nothing is promised."},
      {"LACKING", "The policy does not have this event."},
      {"BEYOND", "The event cannot happen here, by its {@code only when}."},
      {
        "UNCOVERED",
        "No row answers, or none that says what it does; no state that can be reached is so."
      }
    };
    for (String[] kind : kinds) {
      type.addEnumConstant(
          kind[0],
          TypeSpec.anonymousClassBuilder("")
              .addJavadoc(Sources.javadoc(4, List.of(kind[1])))
              .build());
    }
    return type.build();
  }

  private MethodSpec answer(
      String name,
      String doc,
      String kind,
      @org.jspecify.annotations.Nullable TypeName effects,
      boolean failing) {
    MethodSpec.Builder made = MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("$L\n", doc)
        .addParameter(row, "row");
    if (failing) {
      made.addParameter(error, "error");
    }
    made.addParameter(state, "next").addParameter(outputs, "outputs");
    if (effects != null) {
      made.addParameter(effects, "effects");
    }
    return made.returns(step)
        .addStatement(
            "return new $T(Kind.$N, row, $L, next, outputs, $L)",
            step,
            kind,
            failing ? "error" : "null",
            effects != null ? CodeBlock.of("effects") : CodeBlock.of("$T.of()", List.class))
        .build();
  }

  private MethodSpec without(String name, String doc, String kind, boolean byRow) {
    MethodSpec.Builder made = MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("$L\n", doc);
    if (byRow) {
      made.addParameter(row, "row");
    }
    return made.addParameter(state, "next")
        .returns(step)
        .addStatement(
            "return new $T(Kind.$N, $L, null, next, $T.NONE, $T.of())",
            step,
            kind,
            byRow ? "row" : "null",
            outputs,
            List.class)
        .build();
  }
}
