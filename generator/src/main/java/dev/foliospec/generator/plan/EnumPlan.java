package dev.foliospec.generator.plan;

import java.util.List;
import java.util.Optional;

/**
 * A generated enumeration.
 *
 * @param name in Java
 * @param constants in the order of writing
 * @param doc what it is, in one line
 * @param details more about it, if anybody wrote it
 */
public record EnumPlan(
    JavaName name, List<ConstantPlan> constants, String doc, Optional<String> details) {
  /** Copies the list. */
  public EnumPlan {
    constants = List.copyOf(constants);
  }

  /** The constant of a spelling; call it only for a spelling that the enumeration has. */
  public ConstantPlan constant(String spelling) {
    for (ConstantPlan constant : constants) {
      if (constant.spelling().equals(spelling)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name.simpleName() + " has no " + spelling);
  }
}
