package dev.foliospec.generator.plan;

import dev.foliospec.generator.plan.Formula.Operator;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes formulas, each only once, and says what is left of one when a place is known. */
final class Formulas {
  private record Key(String kind, List<Object> parts) {}

  private record Restriction(int formula, int place, int value) {}

  private final Map<Key, Formula> made = new HashMap<>();
  private final Map<Restriction, Formula> restricted = new HashMap<>();
  private final Formula yes = new Formula.Literally(0, new BitSet(), true);
  private final Formula no = new Formula.Literally(1, new BitSet(), false);
  private int next = 2;

  Formula literally(boolean truth) {
    return truth ? yes : no;
  }

  Formula in(Place place, BitSet values) {
    if (values.isEmpty()) {
      return no;
    }
    if (values.cardinality() == place.values().size()) {
      return yes;
    }
    Key key = new Key("in", List.of(place, values));
    Formula known = made.get(key);
    if (known == null) {
      known = new Formula.In(next++, only(place), place, values);
      made.put(key, known);
    }
    return known;
  }

  Formula in(Place place, Iterable<Value> values) {
    BitSet positions = new BitSet();
    for (Value value : values) {
      int position = place.position(value);
      if (position >= 0) {
        positions.set(position);
      }
    }
    return in(place, positions);
  }

  /** A place compared with a constant. */
  Formula compared(Place place, Operator operator, Value value) {
    BitSet positions = new BitSet();
    for (int i = 0; i < place.values().size(); i++) {
      if (holds(place.field().type().type(), place.values().get(i), operator, value)) {
        positions.set(i);
      }
    }
    return in(place, positions);
  }

  /** A constant of a type compared with a place. */
  Formula compared(Type type, Value value, Operator operator, Place place) {
    BitSet positions = new BitSet();
    for (int i = 0; i < place.values().size(); i++) {
      if (holds(type, value, operator, place.values().get(i))) {
        positions.set(i);
      }
    }
    return in(place, positions);
  }

  /** Numbers compare by size, others by their position in the left one's type. */
  static boolean holds(Type type, Value left, Operator operator, Value right) {
    if (operator == Operator.EQUAL || operator == Operator.DIFFERENT) {
      return left.equals(right) == (operator == Operator.EQUAL);
    }
    if (left.isNumber() && right.isNumber()) {
      return operator.holds(Integer.compare(left.number(), right.number()));
    }
    int one = type.position(left);
    int other = type.position(right);
    return one >= 0 && other >= 0 && operator.holds(Integer.compare(one, other));
  }

  Formula compared(Place left, Operator operator, Place right) {
    if (left.equals(right)) {
      return literally(operator.holds(0));
    }
    if (operator == Operator.DIFFERENT) {
      return not(compared(left, Operator.EQUAL, right));
    }
    if (operator == Operator.EQUAL && left.number() > right.number()) {
      return compared(right, operator, left);
    }
    // One operator for all orders, so that a check and a body that ask the same are seen to.
    if (comparable(left, operator, right)) {
      switch (operator) {
        case AT_LEAST -> {
          return not(compared(left, Operator.LESS, right));
        }
        case MORE -> {
          return compared(right, Operator.LESS, left);
        }
        case AT_MOST -> {
          return not(compared(right, Operator.LESS, left));
        }
        case EQUAL, DIFFERENT, LESS -> {}
      }
    }
    if (!comparable(left, operator, right)) {
      List<Formula> cases = new ArrayList<>();
      for (int i = 0; i < left.values().size(); i++) {
        BitSet one = new BitSet();
        one.set(i);
        cases.add(and(List.of(in(left, one), given(left, i, operator, right))));
      }
      return or(cases);
    }
    Key key = new Key("compared", List.of(left, operator, right));
    Formula known = made.get(key);
    if (known == null) {
      BitSet places = only(left);
      places.set(right.number());
      known = new Formula.Compared(next++, places, left, operator, right);
      made.put(key, known);
    }
    return known;
  }

  /** Whether Java can compare two places, at most with one of them turned into the other's type. */
  private static boolean comparable(Place left, Operator operator, Place right) {
    TypePlan one = left.field().type();
    TypePlan other = right.field().type();
    if (one.isNumber() || other.isNumber()) {
      return one.isNumber()
          && other.isNumber()
          && one.type().isRange()
          && other.type().isRange();
    }
    if (one.enumeration().equals(other.enumeration())) {
      return true;
    }
    return operator == Operator.EQUAL
        && (one.type().values().stream().allMatch(other.type()::has)
            || other.type().values().stream().allMatch(one.type()::has));
  }

  /** What is asked of the right place when the left one is known. */
  private Formula given(Place left, int position, Operator operator, Place right) {
    return compared(left.field().type().type(), left.values().get(position), operator, right);
  }

  Formula named(String name, Formula meaning) {
    if (meaning instanceof Formula.Literally) {
      return meaning;
    }
    Key key = new Key("named", List.of(name, meaning.id()));
    Formula known = made.get(key);
    if (known == null) {
      known = new Formula.Named(next++, meaning.places(), name, meaning);
      made.put(key, known);
    }
    return known;
  }

  Formula not(Formula part) {
    if (part instanceof Formula.Literally literally) {
      return literally(!literally.truth());
    }
    if (part instanceof Formula.Not inner) {
      return inner.part();
    }
    if (part instanceof Formula.In in) {
      BitSet others = new BitSet();
      others.set(0, in.place().values().size());
      others.andNot(in.values());
      return in(in.place(), others);
    }
    Key key = new Key("not", List.of(part.id()));
    Formula known = made.get(key);
    if (known == null) {
      known = new Formula.Not(next++, part.places(), part);
      made.put(key, known);
    }
    return known;
  }

  Formula and(List<Formula> parts) {
    return joined(parts, true);
  }

  Formula or(List<Formula> parts) {
    return joined(parts, false);
  }

  private Formula joined(List<Formula> parts, boolean all) {
    Map<Integer, Formula> found = new LinkedHashMap<>();
    for (Formula part : parts) {
      if (part instanceof Formula.Literally literally) {
        if (literally.truth() != all) {
          return part;
        }
      } else if (all && part instanceof Formula.And and) {
        and.parts().forEach(each -> found.put(each.id(), each));
      } else if (!all && part instanceof Formula.Or or) {
        or.parts().forEach(each -> found.put(each.id(), each));
      } else {
        found.put(part.id(), part);
      }
    }
    List<Formula> kept = new ArrayList<>(found.values());
    if (kept.isEmpty()) {
      return literally(all);
    }
    if (kept.size() == 1) {
      return kept.get(0);
    }
    List<Object> ids = new ArrayList<>(kept.size());
    BitSet places = new BitSet();
    for (Formula part : kept) {
      ids.add(part.id());
      places.or(part.places());
    }
    Key key = new Key(all ? "and" : "or", ids);
    Formula known = made.get(key);
    if (known == null) {
      List<Formula> copy = List.copyOf(kept);
      known = all ? new Formula.And(next++, places, copy) : new Formula.Or(next++, places, copy);
      made.put(key, known);
    }
    return known;
  }

  /** What is left of a formula when a place has the value at a position. */
  Formula restrict(Formula formula, Place place, int position) {
    if (!formula.places().get(place.number())) {
      return formula;
    }
    Restriction key = new Restriction(formula.id(), place.number(), position);
    Formula known = restricted.get(key);
    if (known == null) {
      known = work(formula, place, position);
      restricted.put(key, known);
    }
    return known;
  }

  private Formula work(Formula formula, Place place, int position) {
    if (formula instanceof Formula.In in) {
      return literally(in.values().get(position));
    }
    if (formula instanceof Formula.Compared compared) {
      if (compared.left().equals(place)) {
        return given(place, position, compared.operator(), compared.right());
      }
      return givenRight(compared, position);
    }
    if (formula instanceof Formula.And and) {
      return and(restrictAll(and.parts(), place, position));
    }
    if (formula instanceof Formula.Or or) {
      return or(restrictAll(or.parts(), place, position));
    }
    if (formula instanceof Formula.Not not) {
      return not(restrict(not.part(), place, position));
    }
    if (formula instanceof Formula.Named named) {
      return restrict(named.meaning(), place, position);
    }
    return formula;
  }

  private Formula givenRight(Formula.Compared compared, int position) {
    Value right = compared.right().values().get(position);
    return compared(compared.left(), compared.operator(), right);
  }

  private List<Formula> restrictAll(List<Formula> parts, Place place, int position) {
    List<Formula> left = new ArrayList<>(parts.size());
    for (Formula part : parts) {
      left.add(restrict(part, place, position));
    }
    return left;
  }

  /** What is left of a formula when a comparison in it is known to hold or not. */
  Formula assume(Formula formula, Formula.Compared known, boolean truth) {
    return assume(formula, known, truth, new HashMap<>());
  }

  private Formula assume(
      Formula formula, Formula.Compared known, boolean truth, Map<Integer, Formula> done) {
    if (formula == known) {
      return literally(truth);
    }
    Formula before = done.get(formula.id());
    if (before != null) {
      return before;
    }
    Formula after = formula;
    if (formula instanceof Formula.And and) {
      after =
          and(and.parts().stream().map(each -> assume(each, known, truth, done)).toList());
    } else if (formula instanceof Formula.Or or) {
      after =
          or(or.parts().stream().map(each -> assume(each, known, truth, done)).toList());
    } else if (formula instanceof Formula.Not not) {
      after = not(assume(not.part(), known, truth, done));
    } else if (formula instanceof Formula.Named named) {
      Formula meaning = assume(named.meaning(), known, truth, done);
      after = meaning == named.meaning() ? named : meaning;
    }
    done.put(formula.id(), after);
    return after;
  }

  private static BitSet only(Place place) {
    BitSet set = new BitSet();
    set.set(place.number());
    return set;
  }
}
