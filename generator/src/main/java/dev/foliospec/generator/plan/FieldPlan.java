package dev.foliospec.generator.plan;

import java.util.Optional;

/**
 * A component of a generated record: a variable, flag, choice, chance, parameter or output.
 *
 * @param name in Java
 * @param spelling in the spec
 * @param type its Java type
 * @param doc its documentation
 */
public record FieldPlan(String name, String spelling, TypePlan type, Optional<String> doc) {}
