package dev.foliospec.explore;

import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the code of a variable or output comes from: a constant, or another slot's code translated by
 * a table into which shifts and maps are worked.
 */
final class Origin {
  /** Of an output: none. */
  static final int NOTHING = -1;

  /** Of an output: any value, or none. */
  static final int ANYTHING = -2;

  /** The value is not one of the target's type. */
  static final int OUTSIDE_RANGE = -3;

  /** The map does not have the value. */
  static final int OUTSIDE_MAP = -4;

  static final byte CONSTANT = 0;
  static final byte READ = 1;
  static final byte SEVERAL = 2;

  /** One of the choices, by the code at the place. */
  static final byte PICKED = 3;

  final byte kind;
  final int constant;
  final int place;

  /** Whether it reads the variable's value after the row. */
  final boolean primed;

  final int[] table;

  /** What is in trouble if the table has no code: a map's name, or empty for the target. */
  final String subject;

  final Origin[] choices;

  /** The codes of the choices, each once, if all of them are constants. */
  final int @Nullable [] constants;

  private Origin(
      byte kind,
      int constant,
      int place,
      boolean primed,
      int[] table,
      String subject,
      Origin[] choices) {
    this.kind = kind;
    this.constant = constant;
    this.place = place;
    this.primed = primed;
    this.table = table;
    this.subject = subject;
    this.choices = choices;
    constants = kind == SEVERAL ? constants(choices) : null;
  }

  private static int @Nullable [] constants(Origin[] choices) {
    int[] constants = Formula.NONE;
    for (Origin each : choices) {
      if (each.kind != CONSTANT) {
        return null;
      }
      boolean known = false;
      for (int code : constants) {
        known |= code == each.constant;
      }
      constants = known ? constants : Bits.append(constants, each.constant);
    }
    return constants;
  }

  private static Origin constant(int code) {
    return new Origin(CONSTANT, code, -1, false, Formula.NONE, "", new Origin[0]);
  }

  /**
   * The origin of a new value.
   *
   * @param target the type of what is written
   * @param at the place of the variable that is written, or -1 for an output
   */
  static Origin of(NewValue value, Type target, int at, Layout layout, @Nullable Event event) {
    if (value instanceof NewValue.Kept) {
      return at < 0 ? constant(NOTHING) : read(target, at, true, layout);
    }
    if (value instanceof NewValue.Nothing) {
      return constant(NOTHING);
    }
    if (value instanceof NewValue.Constant constant) {
      return constant(code(target, constant.value()));
    }
    Element picked = picked(value);
    if (picked != null) {
      return picked(value, picked, target, at, layout, event);
    }
    if (value instanceof NewValue.Read read) {
      return read(target, layout.place(read.slot(), event), read.primed(), layout);
    }
    if (value instanceof NewValue.Shifted shifted) {
      int place = layout.place(shifted.slot(), event);
      if (place < 0) {
        return constant(OUTSIDE_RANGE);
      }
      List<Value> values = layout.slot(place).type().values();
      int[] table = new int[values.size()];
      for (int code = 0; code < table.length; code++) {
        Value from = values.get(code);
        int number = from.isNumber() ? from.number() + shifted.by() : -1;
        table[code] = number < 0 ? OUTSIDE_RANGE : code(target, Value.of(number));
      }
      return new Origin(READ, 0, place, shifted.primed(), table, "", new Origin[0]);
    }
    if (value instanceof NewValue.Mapped mapped) {
      int place = layout.place(mapped.slot(), event);
      if (place < 0) {
        return constant(OUTSIDE_RANGE);
      }
      List<Value> values = layout.slot(place).type().values();
      int[] table = new int[values.size()];
      for (int code = 0; code < table.length; code++) {
        Value to = mapped.map().entries().get(values.get(code));
        table[code] = to == null ? OUTSIDE_MAP : code(target, to);
      }
      return new Origin(READ, 0, place, mapped.primed(), table, mapped.map().name(), new Origin[0]);
    }
    if (value instanceof NewValue.OneOf oneOf) {
      List<Origin> choices = new ArrayList<>();
      for (NewValue each : oneOf.choices()) {
        choices.add(of(each, target, at, layout, event));
      }
      return new Origin(SEVERAL, 0, -1, false, Formula.NONE, "", choices.toArray(new Origin[0]));
    }
    if (at < 0) {
      return constant(ANYTHING);
    }
    Origin[] all = new Origin[target.size()];
    for (int code = 0; code < all.length; code++) {
      all[code] = constant(code);
    }
    return new Origin(SEVERAL, 0, -1, false, Formula.NONE, "", all);
  }

  private static @Nullable Element picked(NewValue value) {
    Slot slot = null;
    if (value instanceof NewValue.Read read) {
      slot = read.slot();
    } else if (value instanceof NewValue.Shifted shifted) {
      slot = shifted.slot();
    } else if (value instanceof NewValue.Mapped mapped) {
      slot = mapped.slot();
    }
    return slot instanceof Element element ? element : null;
  }

  /** What is read of an element: for each code of the index, what is read of that one. */
  private static Origin picked(
      NewValue value, Element element, Type target, int at, Layout layout, @Nullable Event event) {
    int place = layout.place(element.index(), event);
    if (place < 0) {
      return constant(OUTSIDE_RANGE);
    }
    List<Value> keys = layout.slot(place).type().values();
    Origin[] choices = new Origin[keys.size()];
    String subject = "";
    for (int code = 0; code < choices.length; code++) {
      Variable each = element.at(keys.get(code)).orElseThrow();
      NewValue plain;
      if (value instanceof NewValue.Shifted shifted) {
        plain = new NewValue.Shifted(each, shifted.primed(), shifted.by());
      } else if (value instanceof NewValue.Mapped mapped) {
        plain = new NewValue.Mapped(mapped.map(), each, mapped.primed());
        subject = mapped.map().name();
      } else {
        plain = new NewValue.Read(each, ((NewValue.Read) value).primed());
      }
      choices[code] = of(plain, target, at, layout, event);
    }
    return new Origin(PICKED, 0, place, false, Formula.NONE, subject, choices);
  }

  private static Origin read(Type target, int place, boolean primed, Layout layout) {
    if (place < 0) {
      return constant(OUTSIDE_RANGE);
    }
    Type type = layout.slot(place).type();
    int[] table = new int[type.size()];
    for (int code = 0; code < table.length; code++) {
      table[code] = type.equals(target) ? code : code(target, type.values().get(code));
    }
    return new Origin(READ, 0, place, primed, table, "", new Origin[0]);
  }

  private static int code(Type target, Value value) {
    int code = target.position(value);
    return code < 0 ? OUTSIDE_RANGE : code;
  }

  /** Whether the one code that it gives is certain. */
  boolean single() {
    return kind != SEVERAL;
  }

  /** Adds the variables whose values after the row it reads, counted from 0. */
  void after(Layout layout, long[] into) {
    if (primed) {
      int variable = place - layout.variableBase;
      if (variable >= 0 && variable < layout.variables) {
        Bits.add(into, variable);
      }
    }
    for (Origin choice : choices) {
      choice.after(layout, into);
    }
  }

  /** Whether it reads a chance. */
  void reads(long[] into) {
    if (place >= 0) {
      Bits.add(into, place);
    }
    for (Origin choice : choices) {
      choice.reads(into);
    }
  }
}
