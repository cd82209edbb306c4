package dev.foliospec.generator.machine;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.generator.plan.EnumPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.JavaName;
import dev.foliospec.generator.plan.TypePlan;
import dev.foliospec.model.Value;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/** What all generated sources have in common. */
final class Sources {
  private Sources() {}

  static ClassName name(JavaName name) {
    return ClassName.get(name.packageName(), name.simpleName());
  }

  static TypeName type(TypePlan type) {
    return type.enumeration().<TypeName>map(each -> name(each.name())).orElse(TypeName.INT);
  }

  static TypeName listOf(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(List.class), type.box());
  }

  static AnnotationSpec generated() {
    return AnnotationSpec.builder(Generated.class)
        .addMember("value", "$S", "foliospec")
        .build();
  }

  /** A value of a type as Java writes it. */
  static Piece value(TypePlan type, Value value) {
    if (type.enumeration().isEmpty()) {
      return Piece.of("$L", Integer.toString(type.number(value)));
    }
    EnumPlan plan = type.enumeration().get();
    return Piece.of("$T.$N", name(plan.name()), plan.constant(value.name()).name());
  }

  /** A javadoc comment of paragraphs that are safe already, in lines that fit. */
  static CodeBlock javadoc(int indent, List<String> paragraphs) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < paragraphs.size(); i++) {
      String wrapped = Texts.wrapped((i > 0 ? "<p>" : "") + paragraphs.get(i), 97 - indent);
      code.add("$L\n", (i > 0 ? "\n" : "") + wrapped);
    }
    return code.build();
  }

  /** {@code @param} lines for the components of a record. */
  static CodeBlock components(int indent, List<FieldPlan> fields) {
    CodeBlock.Builder code = CodeBlock.builder();
    String separator = "\n";
    for (FieldPlan field : fields) {
      String doc = field
          .doc()
          .map(Texts::sentence)
          .orElse("<code>" + Texts.comment(field.spelling()) + "</code>: "
              + Texts.comment(field.type().type().spelled()));
      String wrapped = Texts.wrapped("@param " + field.name() + " " + doc, 93 - indent);
      code.add("$L\n", separator + wrapped.replace("\n", "\n    "));
      separator = "";
    }
    return code.build();
  }

  static GeneratedFile file(JavaName name, TypeSpec type, List<String> files) {
    String origin = files.isEmpty()
        ? "Generated. Edit the tables, not this file."
        : Texts.wrapped(
            "Generated from "
                + files.stream().map(Texts::comment).collect(Collectors.joining(", "))
                + ". Edit the tables, not this file.",
            97);
    JavaFile file = JavaFile.builder(name.packageName(), type)
        .indent("  ")
        .skipJavaLangImports(true)
        .addFileComment("$L", origin)
        .build();
    return new GeneratedFile(name.path(), trimmed(file.toString()));
  }

  /** Without spaces at the ends of lines. */
  private static String trimmed(String text) {
    StringBuilder made = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        int end = made.length();
        while (end > 0 && made.charAt(end - 1) == ' ') {
          end--;
        }
        made.setLength(end);
      }
      made.append(c);
    }
    return made.toString();
  }
}
