package dev.foliospec.generator.machine;

import com.palantir.javapoet.CodeBlock;
import dev.foliospec.generator.plan.Formula;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Formulas as conditions of Java; definitions become methods of their own. */
final class Conditions {
  /** How tightly a piece binds. */
  private enum Binding {
    OR,
    AND,
    ATOM
  }

  private record Bound(Piece piece, Binding binding) {}

  private final Map<Formula.Named, String> definitions = new LinkedHashMap<>();
  private final Needs.Index index;
  private final UnaryOperator<String> claim;
  private final Conversions conversions;

  /**
   * Conditions of one class.
   *
   * @param index the places by their numbers
   * @param claim finds a free name for a method
   * @param conversions turns values into those of another type
   */
  Conditions(Needs.Index index, UnaryOperator<String> claim, Conversions conversions) {
    this.conversions = conversions;
    this.index = index;
    this.claim = claim;
  }

  /** The definitions named so far, with the methods that stand for them. */
  Map<Formula.Named, String> definitions() {
    return definitions;
  }

  /** What a place holds. */
  static Piece read(Place place) {
    return switch (place.kind()) {
      case CONFIGURATION -> Piece.of("c.$N()", place.field().name());
      case STATE -> Piece.of("s.$N()", place.field().name());
      case ELEMENT ->
        Piece.of("s.$N($L)", place.field().name(), read(place.index().orElseThrow()));
      case PARAMETER -> Piece.of("$N", place.field().name());
      case CHANCE -> Piece.of("chances.$N()", place.field().name());
    };
  }

  /** A formula, whole. */
  Piece condition(Formula formula) {
    return bound(formula).piece();
  }

  /** A formula, broken at its outermost operator where it does not fit. */
  CodeBlock lines(Formula formula, int before, int after) {
    Piece flat = condition(formula);
    List<Formula> parts = List.of();
    if (formula instanceof Formula.And and) {
      parts = and.parts();
    } else if (formula instanceof Formula.Or or) {
      parts = or.parts();
    }
    if (before + flat.width() + after <= Piece.LINE || parts.isEmpty()) {
      return flat.code();
    }
    boolean all = formula instanceof Formula.And;
    CodeBlock.Builder code = CodeBlock.builder().add("$>$>");
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        code.add(all ? "\n&& " : "\n|| ");
      }
      code.add(
          "$L", wrapped(bound(parts.get(i)), all ? Binding.AND : Binding.OR).code());
    }
    return code.add("$<$<").build();
  }

  /** A formula's negation. */
  Piece negation(Formula formula) {
    return negated(formula).piece();
  }

  private Bound negated(Formula formula) {
    if (formula instanceof Formula.In in) {
      return in(in.place(), others(in.place(), in.values()));
    }
    if (formula instanceof Formula.Compared compared) {
      return new Bound(compared(compared, true), Binding.ATOM);
    }
    if (formula instanceof Formula.Not not) {
      return bound(not.part());
    }
    return new Bound(Piece.of("!$L", wrapped(bound(formula), Binding.ATOM)), Binding.ATOM);
  }

  private static BitSet others(Place place, BitSet values) {
    BitSet others = new BitSet();
    others.set(0, place.values().size());
    others.andNot(values);
    return others;
  }

  private Bound bound(Formula formula) {
    if (formula instanceof Formula.Literally literally) {
      return new Bound(Piece.of("$L", Boolean.toString(literally.truth())), Binding.ATOM);
    }
    if (formula instanceof Formula.In in) {
      return in(in.place(), in.values());
    }
    if (formula instanceof Formula.Compared compared) {
      return new Bound(compared(compared, false), Binding.ATOM);
    }
    if (formula instanceof Formula.And and) {
      return new Bound(all(and.parts(), Binding.AND, " && "), Binding.AND);
    }
    if (formula instanceof Formula.Or or) {
      return new Bound(all(or.parts(), Binding.OR, " || "), Binding.OR);
    }
    if (formula instanceof Formula.Not not) {
      return negated(not.part());
    }
    Formula.Named named = (Formula.Named) formula;
    String method = definitions.get(named);
    if (method == null) {
      method = claim.apply(named.name());
      definitions.put(named, method);
      // Definitions that it names get their methods as well.
      bound(named.meaning());
    }
    return new Bound(Piece.of("$N($L)", method, index.needs(named).arguments()), Binding.ATOM);
  }

  private Piece all(List<Formula> parts, Binding binding, String separator) {
    List<Piece> pieces = new ArrayList<>();
    for (Formula part : parts) {
      pieces.add(wrapped(bound(part), binding));
    }
    return Piece.join(pieces, separator);
  }

  private static Piece wrapped(Bound bound, Binding inside) {
    boolean loose = bound.binding().compareTo(inside) < 0;
    return loose ? Piece.of("($L)", bound.piece()) : bound.piece();
  }

  /** A comparison, or its contrary. */
  Piece compared(Formula.Compared compared, boolean contrary) {
    Place left = compared.left();
    Place right = compared.right();
    Formula.Operator operator = contrary ? compared.operator().contrary() : compared.operator();
    if (left.field().type().isNumber()) {
      return Piece.of("$L $L $L", read(left), operator.java(), read(right));
    }
    boolean equality = operator == Formula.Operator.EQUAL || operator == Formula.Operator.DIFFERENT;
    if (!equality) {
      return Piece.of("$L.compareTo($L) $L 0", read(left), read(right), operator.java());
    }
    if (left.field().type().enumeration().equals(right.field().type().enumeration())) {
      return Piece.of("$L $L $L", read(left), operator.java(), read(right));
    }
    boolean widens = right.field().type().type().values().stream()
        .allMatch(left.field().type().type()::has);
    Place wide = widens ? left : right;
    Place narrow = widens ? right : left;
    return Piece.of(
        "$L $L $L",
        read(wide),
        operator.java(),
        conversions.same(narrow, wide.field().type(), wide.field().name()));
  }

  /** A place has one of some values. */
  static Piece within(Place place, BitSet values) {
    return in(place, values).piece();
  }

  private static Bound in(Place place, BitSet values) {
    return place.field().type().isNumber() ? numbers(place, values) : constants(place, values);
  }

  private static Bound constants(Place place, BitSet values) {
    BitSet others = others(place, values);
    boolean negated = others.cardinality() < values.cardinality();
    List<Piece> pieces = new ArrayList<>();
    for (Value value : picked(place, negated ? others : values)) {
      pieces.add(Piece.of(
          "$L $L $L",
          read(place),
          negated ? "!=" : "==",
          Sources.value(place.field().type(), value)));
    }
    return joined(pieces, negated);
  }

  private static Bound joined(List<Piece> pieces, boolean all) {
    Binding binding = pieces.size() == 1 ? Binding.ATOM : all ? Binding.AND : Binding.OR;
    return new Bound(Piece.join(pieces, all ? " && " : " || "), binding);
  }

  static List<Value> picked(Place place, BitSet values) {
    return values.stream().mapToObj(each -> place.values().get(each)).toList();
  }

  private static Bound numbers(Place place, BitSet values) {
    List<Piece> pieces = new ArrayList<>();
    if (!isRun(place)) {
      for (int i = values.nextSetBit(0); i >= 0; i = values.nextSetBit(i + 1)) {
        pieces.add(Piece.of("$L == $L", read(place), number(place, i)));
      }
      return joined(pieces, false);
    }
    BitSet others = others(place, values);
    int last = place.values().size() - 1;
    int hole = others.nextSetBit(0);
    if (others.cardinality() == 1 && hole > 0 && hole < last) {
      return new Bound(Piece.of("$L != $L", read(place), number(place, hole)), Binding.ATOM);
    }
    int to;
    for (int from = values.nextSetBit(0); from >= 0; from = values.nextSetBit(to + 1)) {
      to = values.nextClearBit(from) - 1;
      pieces.add(run(place, from, to, last));
    }
    if (pieces.size() == 1 && values.get(0) == values.get(last) && values.cardinality() > 1) {
      return new Bound(pieces.get(0), Binding.AND);
    }
    return joined(pieces, false);
  }

  private static Piece run(Place place, int from, int to, int last) {
    Piece read = read(place);
    if (from == to) {
      return Piece.of("$L == $L", read, number(place, from));
    }
    if (from == 0) {
      return Piece.of("$L <= $L", read, number(place, to));
    }
    if (to == last) {
      return Piece.of("$L > $L", read, number(place, from - 1));
    }
    return Piece.of("$L >= $L && $L <= $L", read, number(place, from), read, number(place, to));
  }

  /** Whether the numbers go up by one. */
  static boolean isRun(Place place) {
    for (int i = 1; i < place.values().size(); i++) {
      if (number(place, i) != number(place, i - 1) + 1) {
        return false;
      }
    }
    return true;
  }

  static int number(Place place, int position) {
    return place.field().type().number(place.values().get(position));
  }
}
