package dev.foliospec.generator.machine;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.generator.plan.ConstantPlan;
import dev.foliospec.generator.plan.EnumPlan;
import dev.foliospec.generator.plan.EventPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.VocabularyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the types that all policies of a vocabulary share. */
public final class VocabularyWriter {
  private final VocabularyPlan plan;
  private final List<String> files;

  private VocabularyWriter(VocabularyPlan plan) {
    this.plan = plan;
    this.files = List.of(plan.vocabulary().at().file().path());
  }

  /** The files of a vocabulary. */
  public static List<GeneratedFile> write(VocabularyPlan plan) {
    VocabularyWriter writer = new VocabularyWriter(plan);
    List<GeneratedFile> made = new ArrayList<>();
    for (EnumPlan each : plan.enumerations()) {
      made.add(Sources.file(each.name(), enumeration(each), writer.files));
    }
    made.add(Sources.file(plan.event(), writer.events(), writer.files));
    made.add(Sources.file(plan.effects().name(), enumeration(plan.effects()), writer.files));
    made.add(Sources.file(plan.errors().name(), enumeration(plan.errors()), writer.files));
    made.add(Sources.file(plan.outputs(), writer.outputs(), writer.files));
    return made;
  }

  /** An enumeration whose constants know how the spec spells them. */
  static TypeSpec enumeration(EnumPlan plan) {
    return enumeration(plan, Optional.empty());
  }

  static TypeSpec enumeration(EnumPlan plan, Optional<MethodSpec> more) {
    ClassName name = Sources.name(plan.name());
    TypeSpec.Builder type = TypeSpec.enumBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc(Sources.javadoc(0, paragraphs(plan.doc(), plan.details())));
    for (ConstantPlan constant : plan.constants()) {
      String doc = constant.doc().orElse("`" + constant.spelling() + "`");
      type.addEnumConstant(
          constant.name(),
          TypeSpec.anonymousClassBuilder("$L", Texts.literal(constant.spelling()))
              .addJavadoc(Sources.javadoc(2, List.of(Texts.sentence(doc))))
              .build());
    }
    type.addField(FieldSpec.builder(String.class, "spelling", Modifier.PRIVATE, Modifier.FINAL)
            .build())
        .addMethod(MethodSpec.constructorBuilder()
            .addParameter(String.class, "spelling")
            .addStatement("this.spelling = spelling")
            .build())
        .addMethod(spelling())
        .addMethod(of(name));
    more.ifPresent(type::addMethod);
    return type.build();
  }

  private static MethodSpec spelling() {
    return MethodSpec.methodBuilder("spelling")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("As the tables write it.\n")
        .returns(String.class)
        .addStatement("return spelling")
        .build();
  }

  private static MethodSpec of(ClassName name) {
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("The constant that the tables write so.\n")
        .addParameter(String.class, "spelling")
        .returns(name)
        .beginControlFlow("for ($T each : values())", name)
        .beginControlFlow("if (each.spelling.equals(spelling))")
        .addStatement("return each")
        .endControlFlow()
        .endControlFlow()
        .addStatement("throw new $T(spelling)", IllegalArgumentException.class)
        .build();
  }

  private static List<String> paragraphs(String first, Optional<String> more) {
    List<String> all = new ArrayList<>(List.of(Texts.sentence(first)));
    more.ifPresent(each -> all.add(Texts.sentence(each)));
    return all;
  }

  // --- Events -----------------------------------------------------------------------------------

  private TypeSpec events() {
    ClassName name = Sources.name(plan.event());
    ClassName kind = name.nestedClass("Kind");
    TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
        .addAnnotation(Sources.generated())
        .addJavadoc("What asks for a change; a record for each kind.\n")
        .addMethod(MethodSpec.methodBuilder("kind")
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .addJavadoc("Which kind it is, to switch over.\n")
            .returns(kind)
            .build())
        .addType(kinds(kind));
    for (EventPlan event : plan.events()) {
      type.addType(event(name, kind, event));
    }
    if (plan.events().isEmpty()) {
      type.addType(TypeSpec.recordBuilder("Nothing")
          .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
          .addSuperinterface(name)
          .addJavadoc("No event: the vocabulary has none.\n")
          .addMethod(kindOf(kind, CodeBlock.of("throw new $T()", IllegalStateException.class)))
          .build());
    }
    return type.build();
  }

  private TypeSpec kinds(ClassName name) {
    TypeSpec.Builder type = TypeSpec.enumBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("The kinds of events.\n");
    for (EventPlan event : plan.events()) {
      String doc = event.event().doc().orElse("`" + event.event().name() + "`");
      type.addEnumConstant(
          event.kind(),
          TypeSpec.anonymousClassBuilder(
                  "$L, $L", Texts.literal(event.event().name()), event.event().silent())
              .addJavadoc(Sources.javadoc(4, List.of(Texts.sentence(doc))))
              .build());
    }
    return type.addField(
            FieldSpec.builder(String.class, "spelling", Modifier.PRIVATE, Modifier.FINAL)
                .build())
        .addField(FieldSpec.builder(boolean.class, "silent", Modifier.PRIVATE, Modifier.FINAL)
            .build())
        .addMethod(MethodSpec.constructorBuilder()
            .addParameter(String.class, "spelling")
            .addParameter(boolean.class, "silent")
            .addStatement("this.spelling = spelling")
            .addStatement("this.silent = silent")
            .build())
        .addMethod(spelling())
        .addMethod(MethodSpec.methodBuilder("silent")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Whether nobody sees it happen.\n")
            .returns(boolean.class)
            .addStatement("return silent")
            .build())
        .build();
  }

  private TypeSpec event(ClassName events, ClassName kind, EventPlan event) {
    List<String> doc = new ArrayList<>();
    doc.add(Texts.sentence(event.event().doc().orElse("`" + event.event().name() + "`")));
    doc.add("By " + Texts.comment(event.event().actor()) + ".");
    return TypeSpec.recordBuilder(event.record())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addSuperinterface(events)
        .addJavadoc(Sources.javadoc(2, doc))
        .addJavadoc(Sources.components(2, event.parameters()))
        .recordConstructor(constructor(event.parameters(), ranges(event)))
        .addMethod(kindOf(kind, CodeBlock.of("return $T.$N", kind, event.kind())))
        .build();
  }

  private static CodeBlock ranges(EventPlan event) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (FieldPlan field : event.parameters()) {
      if (field.type().isNumber()) {
        code.add(PolicyWriter.inRange(
            new Place(Place.Kind.PARAMETER, 0, field, field.type().type().values())));
      }
    }
    return code.build();
  }

  private static MethodSpec kindOf(ClassName kind, CodeBlock statement) {
    return MethodSpec.methodBuilder("kind")
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Override.class)
        .returns(kind)
        .addStatement(statement)
        .build();
  }

  /** The header of a record, and what its compact constructor does. */
  static MethodSpec constructor(List<FieldPlan> fields, CodeBlock body) {
    MethodSpec.Builder made = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    for (FieldPlan field : fields) {
      made.addParameter(
          ParameterSpec.builder(Sources.type(field.type()), field.name()).build());
    }
    return made.addCode(body).build();
  }

  // --- Outputs ----------------------------------------------------------------------------------

  private TypeSpec outputs() {
    ClassName name = Sources.name(plan.outputs());
    MethodSpec.Builder header =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    List<Piece> nothing = new ArrayList<>();
    for (FieldPlan field : plan.shown()) {
      header.addParameter(Sources.type(field.type()).box(), field.name());
      nothing.add(Piece.of("null"));
    }
    TypeSpec.Builder type = TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Sources.generated())
        .addJavadoc("What is answered beside ok or an error; {@code null} is no output.\n")
        .addJavadoc(Sources.components(0, plan.shown()))
        .recordConstructor(header.build())
        .addField(FieldSpec.builder(name, "NONE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("No output.\n")
            .initializer("new $T($L)", name, Piece.join(nothing, ", ").code())
            .build());
    for (int i = 0; i < plan.shown().size(); i++) {
      FieldPlan field = plan.shown().get(i);
      List<Piece> values = new ArrayList<>(nothing);
      if (field.type().isNumber()) {
        values.set(i, Piece.of("$N", field.name()));
        type.addMethod(one(
            name,
            field,
            CodeBlock.of("return new $T($L)", name, Piece.join(values, ", ").code())));
      } else {
        values.set(i, Piece.of("values[i]"));
        String each = "EACH_" + (i + 1);
        type.addField(FieldSpec.builder(
                ArrayTypeName.of(name), each, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("each$L()", i + 1)
            .build());
        type.addMethod(each(name, field, i + 1, values));
        type.addMethod(
            one(name, field, CodeBlock.of("return $N[$N.ordinal()]", each, field.name())));
      }
    }
    return type.build();
  }

  private static MethodSpec one(ClassName name, FieldPlan field, CodeBlock statement) {
    return MethodSpec.methodBuilder(field.name())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(Sources.javadoc(2, List.of(Texts.sentence("Only `" + field.spelling() + "`."))))
        .addParameter(Sources.type(field.type()), field.name())
        .returns(name)
        .addStatement(statement)
        .build();
  }

  /** One record for each value, made once, so that answering allocates nothing. */
  private static MethodSpec each(ClassName name, FieldPlan field, int number, List<Piece> values) {
    TypeName value = Sources.type(field.type());
    return MethodSpec.methodBuilder("each" + number)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ArrayTypeName.of(name))
        .addStatement("$T[] values = $T.values()", value, value)
        .addStatement("$T[] each = new $T[values.length]", name, name)
        .beginControlFlow("for (int i = 0; i < values.length; i++)")
        .addStatement("each[i] = new $T($L)", name, Piece.join(values, ", ").code())
        .endControlFlow()
        .addStatement("return each")
        .build();
  }
}
