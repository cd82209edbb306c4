package dev.foliospec.generator.plan;

import java.util.Optional;

/**
 * A constant of a generated enumeration.
 *
 * @param name in Java
 * @param spelling in the spec
 * @param doc its documentation
 */
public record ConstantPlan(String name, String spelling, Optional<String> doc) {}
