package dev.foliospec.explore;

import dev.foliospec.model.Definition;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression over the places of a frame. Definitions are looked up among values that {@link
 * Layout#holds} has worked out before.
 */
final class Formula {
  static final int[] NONE = {};

  private static final byte LITERALLY = 0;
  private static final byte WITHIN = 1;
  private static final byte COMPARED = 2;
  private static final byte NOT = 3;
  private static final byte AND = 4;
  private static final byte OR = 5;
  private static final byte IMPLIES = 6;
  private static final byte DEFINED = 7;
  private static final byte RELATED = 8;

  private static final Formula[] NO_PARTS = {};
  private static final long[] NO_MASK = {};

  private final byte kind;

  /** Of what is compared with constants or first; the number of a definition; 1 for true. */
  private final int place;

  private final long[] mask;
  private final int other;
  private final int[] keys;
  private final int[] otherKeys;
  private final Expression.Comparator comparator;
  private final Formula[] parts;

  /** The definitions to work out first, in this order. */
  int[] needs = NONE;

  private Formula(byte kind, int place, long[] mask, Formula[] parts) {
    this(kind, place, mask, -1, NONE, NONE, Expression.Comparator.EQUAL, parts);
  }

  private Formula(
      byte kind,
      int place,
      long[] mask,
      int other,
      int[] keys,
      int[] otherKeys,
      Expression.Comparator comparator,
      Formula[] parts) {
    this.kind = kind;
    this.place = place;
    this.mask = mask;
    this.other = other;
    this.keys = keys;
    this.otherKeys = otherKeys;
    this.comparator = comparator;
    this.parts = parts;
  }

  static Formula literally(boolean truth) {
    return new Formula(LITERALLY, truth ? 1 : 0, NO_MASK, NO_PARTS);
  }

  /** A comparison of two slots by value. */
  static Formula same(Layout layout, int place, int other, boolean negated) {
    return compared(
        layout,
        place,
        place,
        other,
        other,
        negated ? Expression.Comparator.DIFFERENT : Expression.Comparator.EQUAL);
  }

  static Formula of(Expression written, Layout layout, @Nullable Event event) {
    Expression expression = Elements.apart(written);
    if (expression instanceof Expression.Within within) {
      Expression.Term term = within.term();
      int place = layout.place(term.slot(), event);
      if (place < 0) {
        return literally(false);
      }
      return new Formula(
          WITHIN,
          term.primed() ? place - layout.variableBase + layout.afterBase : place,
          mask(layout.slot(place).type(), within.values()),
          NO_PARTS);
    }
    if (expression instanceof Expression.Compared compared) {
      int left = layout.place(compared.left().slot(), event);
      int right = layout.place(compared.right().slot(), event);
      if (left < 0 || right < 0) {
        return literally(false);
      }
      int shift = layout.afterBase - layout.variableBase;
      return compared(
          layout,
          left,
          compared.left().primed() ? left + shift : left,
          right,
          compared.right().primed() ? right + shift : right,
          compared.comparator());
    }
    if (expression instanceof Expression.Not not) {
      return new Formula(NOT, 0, NO_MASK, new Formula[] {of(not.part(), layout, event)});
    }
    if (expression instanceof Expression.And and) {
      return new Formula(AND, 0, NO_MASK, all(and.parts(), layout, event));
    }
    if (expression instanceof Expression.Or or) {
      return new Formula(OR, 0, NO_MASK, all(or.parts(), layout, event));
    }
    if (expression instanceof Expression.Implies implies) {
      return new Formula(IMPLIES, 0, NO_MASK, all(implies.parts(), layout, event));
    }
    if (expression instanceof Expression.Defined defined) {
      int number = layout.definition(defined.definition().name());
      return number < 0 ? literally(false) : new Formula(DEFINED, number, NO_MASK, NO_PARTS);
    }
    return literally(((Expression.Literally) expression).truth());
  }

  private static Formula[] all(List<Expression> parts, Layout layout, @Nullable Event event) {
    Formula[] all = new Formula[parts.size()];
    for (int at = 0; at < all.length; at++) {
      all[at] = of(parts.get(at), layout, event);
    }
    return all;
  }

  static long[] mask(Type type, List<Value> values) {
    long[] mask = new long[Bits.words(type.size())];
    for (Value value : values) {
      int code = type.position(value);
      if (code >= 0) {
        Bits.add(mask, code);
      }
    }
    return mask;
  }

  /**
   * Compares by a key for each code: the position in the left term's type; a value that this type
   * lacks has a key of its own, which no order relates to any other unless both are numbers.
   */
  private static Formula compared(
      Layout layout,
      int left,
      int leftAt,
      int right,
      int rightAt,
      Expression.Comparator comparator) {
    Type type = layout.slot(left).type();
    Type second = layout.slot(right).type();
    boolean numbers = comparator.ordinal() > 1 && isRange(type) && isRange(second);
    if (comparator.ordinal() > 1 && !numbers && type.size() * (long) second.size() <= (1 << 16)) {
      return related(type, leftAt, second, rightAt, comparator);
    }
    int[] keys = new int[type.size()];
    for (int code = 0; code < keys.length; code++) {
      keys[code] = numbers ? type.values().get(code).number() : code;
    }
    int[] otherKeys = keys;
    if (!type.equals(second)) {
      otherKeys = new int[second.size()];
      for (int code = 0; code < otherKeys.length; code++) {
        Value value = second.values().get(code);
        otherKeys[code] = numbers ? value.number() : type.position(value);
      }
    }
    return new Formula(COMPARED, leftAt, NO_MASK, rightAt, keys, otherKeys, comparator, NO_PARTS);
  }

  /** Compares pair by pair: numbers by size, others by their position in the left term's type. */
  private static Formula related(
      Type type, int leftAt, Type second, int rightAt, Expression.Comparator comparator) {
    int size = second.size();
    long[] pairs = new long[Bits.words(type.size() * size)];
    for (int code = 0; code < type.size(); code++) {
      Value left = type.values().get(code);
      for (int other = 0; other < size; other++) {
        Value right = second.values().get(other);
        boolean number = left.isNumber() && right.isNumber();
        int one = number ? left.number() : code;
        int two = number ? right.number() : type.position(right);
        if (compare(comparator, one, two)) {
          Bits.add(pairs, code * size + other);
        }
      }
    }
    int[] width = {size};
    return new Formula(RELATED, leftAt, pairs, rightAt, width, NONE, comparator, NO_PARTS);
  }

  private static boolean isRange(Type type) {
    for (Value value : type.values()) {
      if (!value.isNumber()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds whatever the frame is, as far as its words alone tell. */
  boolean always() {
    return switch (kind) {
      case LITERALLY -> place == 1;
      case NOT -> parts[0].never();
      case AND -> count(true) == parts.length;
      case OR -> count(true) > 0;
      case IMPLIES -> parts[parts.length - 1].always() || premises(false);
      default -> false;
    };
  }

  /** Whether it fails whatever the frame is, as far as its words alone tell. */
  boolean never() {
    return switch (kind) {
      case LITERALLY -> place != 1;
      case NOT -> parts[0].always();
      case AND -> count(false) > 0;
      case OR -> count(false) == parts.length;
      case IMPLIES -> parts[parts.length - 1].never() && premises(true);
      default -> false;
    };
  }

  /** How many parts hold always, or never. */
  private int count(boolean always) {
    int count = 0;
    for (Formula part : parts) {
      count += (always ? part.always() : part.never()) ? 1 : 0;
    }
    return count;
  }

  /** Whether all premises always hold, or one of them never does. */
  private boolean premises(boolean always) {
    boolean all = true;
    boolean any = false;
    for (int at = 0; at < parts.length - 1; at++) {
      all &= parts[at].always();
      any |= parts[at].never();
    }
    return always ? all : any;
  }

  boolean test(int[] frame, boolean[] definitions) {
    return switch (kind) {
      case LITERALLY -> place == 1;
      case WITHIN -> Bits.has(mask, frame[place]);
      case COMPARED -> compare(comparator, keys[frame[place]], otherKeys[frame[other]]);
      case RELATED -> Bits.has(mask, frame[place] * keys[0] + frame[other]);
      case NOT -> !parts[0].test(frame, definitions);
      case AND -> allButLast(frame, definitions) && last(frame, definitions);
      case OR -> any(frame, definitions);
      case IMPLIES -> !allButLast(frame, definitions) || last(frame, definitions);
      default -> definitions[place];
    };
  }

  private boolean allButLast(int[] frame, boolean[] definitions) {
    for (int at = 0; at < parts.length - 1; at++) {
      if (!parts[at].test(frame, definitions)) {
        return false;
      }
    }
    return true;
  }

  private boolean last(int[] frame, boolean[] definitions) {
    return parts[parts.length - 1].test(frame, definitions);
  }

  private boolean any(int[] frame, boolean[] definitions) {
    for (Formula part : parts) {
      if (part.test(frame, definitions)) {
        return true;
      }
    }
    return false;
  }

  private static boolean compare(Expression.Comparator comparator, int one, int two) {
    return switch (comparator) {
      case EQUAL -> one == two;
      case DIFFERENT -> one != two;
      case LESS -> two >= 0 && one < two;
      case AT_MOST -> two >= 0 && one <= two;
      case MORE -> two >= 0 && one > two;
      case AT_LEAST -> two >= 0 && one >= two;
    };
  }

  /** The slots before the event that it reads and that can have several values. */
  long[] slots(Layout layout) {
    long[] slots = new long[Bits.words(layout.slots)];
    gather(layout, slots);
    return slots;
  }

  private void gather(Layout layout, long[] slots) {
    if (kind == WITHIN || kind == COMPARED || kind == RELATED) {
      gather(layout, place, slots);
      if (kind != WITHIN) {
        gather(layout, other, slots);
      }
    } else if (kind == DEFINED) {
      Bits.addAll(slots, layout.definitionSlots(place));
    }
    for (Formula part : parts) {
      part.gather(layout, slots);
    }
  }

  private static void gather(Layout layout, int place, long[] slots) {
    if (place < layout.slots && layout.fixed(place) < 0) {
      Bits.add(slots, place);
    }
  }

  /** Adds the numbers of the definitions that it names itself. */
  void definitions(long[] into) {
    if (kind == DEFINED) {
      Bits.add(into, place);
    }
    for (Formula part : parts) {
      part.definitions(into);
    }
  }

  /** The terms of an expression, those in definitions aside. */
  static List<Expression.Term> terms(Expression expression) {
    List<Expression.Term> terms = new ArrayList<>();
    terms(List.of(expression), terms);
    return terms;
  }

  private static void terms(List<Expression> parts, List<Expression.Term> into) {
    for (Expression written : parts) {
      Expression part = Elements.apart(written);
      if (part instanceof Expression.Within within) {
        into.add(within.term());
      } else if (part instanceof Expression.Compared compared) {
        into.add(compared.left());
        into.add(compared.right());
      } else if (part instanceof Expression.Not not) {
        terms(List.of(not.part()), into);
      } else if (part instanceof Expression.And and) {
        terms(and.parts(), into);
      } else if (part instanceof Expression.Or or) {
        terms(or.parts(), into);
      } else if (part instanceof Expression.Implies implies) {
        terms(implies.parts(), into);
      }
    }
  }

  /** Adds the definitions that an expression names itself. */
  static void named(Expression expression, List<Definition> into) {
    if (expression instanceof Expression.Defined defined) {
      into.add(defined.definition());
    } else if (expression instanceof Expression.Not not) {
      named(not.part(), into);
    } else if (expression instanceof Expression.And and) {
      named(and.parts(), into);
    } else if (expression instanceof Expression.Or or) {
      named(or.parts(), into);
    } else if (expression instanceof Expression.Implies implies) {
      named(implies.parts(), into);
    }
  }

  private static void named(List<Expression> parts, List<Definition> into) {
    for (Expression part : parts) {
      named(part, into);
    }
  }
}
