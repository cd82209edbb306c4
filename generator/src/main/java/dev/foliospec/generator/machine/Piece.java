package dev.foliospec.generator.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of an expression on one line, and how wide it will be, which the library that prints it
 * does not tell.
 *
 * @param parts text, and names of types, which are printed as imports allow
 * @param width in characters
 * @param broken the same on several lines, for where it does not fit on one
 */
record Piece(List<Object> parts, int width, Optional<CodeBlock> broken) {
  /** How wide a line may be. */
  static final int LINE = 100;

  /** Copies the list. */
  Piece {
    parts = List.copyOf(parts);
  }

  /** A piece from a format: {@code $T} is a type, {@code $N} and {@code $L} are text or pieces. */
  static Piece of(String format, Object... given) {
    Joiner joined = new Joiner();
    int from = 0;
    int next = 0;
    for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', at + 2)) {
      joined.add(format.substring(from, at));
      joined.add(given[next++]);
      from = at + 2;
    }
    joined.add(format.substring(from));
    return joined.piece();
  }

  /** Pieces with a separator between them. */
  static Piece join(List<Piece> pieces, String separator) {
    Joiner joined = new Joiner();
    for (int i = 0; i < pieces.size(); i++) {
      joined.add(i > 0 ? separator : "");
      joined.add(pieces.get(i));
    }
    return joined.piece();
  }

  /** The same, with a form for where it does not fit. */
  Piece or(CodeBlock onSeveralLines) {
    return new Piece(parts, width, Optional.of(onSeveralLines));
  }

  /** Whether it is just this text. */
  boolean is(String text) {
    return parts.size() == 1 && parts.get(0).equals(text);
  }

  /** The code. */
  CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Object part : parts) {
      code.add(part instanceof TypeName ? "$T" : "$L", part);
    }
    return code.build();
  }

  /** Puts parts in a row; texts beside each other become one, since each part costs printing. */
  private static final class Joiner {
    private final List<Object> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int width;

    void add(Object part) {
      if (part instanceof Piece piece) {
        piece.parts().forEach(this::add);
      } else if (part instanceof TypeName type) {
        flush();
        parts.add(type);
        width += width(type);
      } else {
        text.append(part);
      }
    }

    private static int width(TypeName type) {
      return type instanceof ClassName name
          ? String.join(".", name.simpleNames()).length()
          : type.toString().length();
    }

    private void flush() {
      if (text.length() > 0) {
        parts.add(text.toString());
        width += text.length();
        text.setLength(0);
      }
    }

    Piece piece() {
      flush();
      return new Piece(parts, width, Optional.empty());
    }
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
    code.add(callee.code()).add("($>$>\n");
    if (indent + 4 + join(arguments, ", ").width() + 1 + after <= LINE) {
      code.add(join(arguments, ", ").code());
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
