package dev.foliospec.run;

import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;

/** All combinations of values, for oracles that try everything. */
public final class Products {
  private Products() {}

  /** One value of each type, in every way; the last moves fastest. */
  public static List<List<Value>> of(List<Type> types) {
    List<List<Value>> all = List.of(List.of());
    for (Type type : types) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> start : all) {
        for (Value value : type.values()) {
          List<Value> one = new ArrayList<>(start);
          one.add(value);
          longer.add(one);
        }
      }
      all = longer;
    }
    return all;
  }
}
