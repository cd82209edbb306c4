package dev.foliospec.generator.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of an expression on one line, and how wide it will be, which the library that prints it
 * does not tell.
 *
 * @param code the code
 * @param width in characters
 * @param broken the same on several lines, for where it does not fit on one
 */
record Piece(CodeBlock code, int width, Optional<CodeBlock> broken) {
  Piece(CodeBlock code, int width) {
    this(code, width, Optional.empty());
  }

  /** How wide a line may be. */
  static final int LINE = 100;

  /** A piece from a format of JavaPoet's; {@code $L} takes pieces as well. */
  static Piece of(String format, Object... parts) {
    int width = format.length();
    List<Object> plain = new ArrayList<>();
    int next = 0;
    for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', at + 2)) {
      Object part = parts[next++];
      width += width(part) - 2;
      plain.add(part instanceof Piece piece ? piece.code() : part);
    }
    return new Piece(CodeBlock.of(format, plain.toArray()), width);
  }

  private static int width(Object part) {
    if (part instanceof Piece piece) {
      return piece.width();
    }
    if (part instanceof ClassName name) {
      return String.join(".", name.simpleNames()).length();
    }
    return part.toString().length();
  }

  /** Pieces with a separator between them. */
  static Piece join(List<Piece> pieces, String separator) {
    CodeBlock.Builder code = CodeBlock.builder();
    int width = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        code.add("$L", separator);
        width += separator.length();
      }
      code.add("$L", pieces.get(i).code());
      width += pieces.get(i).width();
    }
    return new Piece(code.build(), width);
  }

  /**
   * A call, broken where it does not fit.
   *
   * @param indent how far the line is indented
   * @param before how much stands on the line before the call, indentation included
   * @param after how much follows
   */
  static CodeBlock call(Piece callee, List<Piece> arguments, int indent, int before, int after) {
    Piece flat = Piece.of("$L($L)", callee, join(arguments, ", "));
    if (before + flat.width() + after <= LINE || arguments.isEmpty()) {
      return flat.code();
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$L($>$>\n", callee.code());
    if (indent + 4 + join(arguments, ", ").width() + 1 + after <= LINE) {
      code.add("$L", join(arguments, ", ").code());
    } else {
      for (int i = 0; i < arguments.size(); i++) {
        Piece argument = arguments.get(i);
        boolean fits = indent + 4 + argument.width() + 1 + after <= LINE;
        code.add(
            i > 0 ? ",\n$L" : "$L",
            fits ? argument.code() : argument.broken().orElse(argument.code()));
      }
    }
    return code.add(")$<$<").build();
  }

  /** Pieces with commas, as many on a line as fit. */
  static void fill(CodeBlock.Builder code, List<Piece> pieces, int indent, int before, int after) {
    Piece flat = join(pieces, ", ");
    if (before + flat.width() + after <= LINE) {
      code.add("$L", flat.code());
      return;
    }
    code.add("$>$>\n");
    int width = indent + 4;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (i > 0) {
        boolean full = width + 2 + piece.width() + after > LINE;
        code.add(full ? ",\n" : ", ");
        width = full ? indent + 4 : width + 2;
      }
      code.add("$L", piece.code());
      width += piece.width();
    }
    code.add("$<$<");
  }
}
