package dev.foliospec.check;

import dev.foliospec.model.Property;

/**
 * What became of a property in all policies that it is about.
 *
 * @param property the property
 * @param policies in how many policies it was judged
 * @param held whether it holds in all of them, exceptions aside
 */
public record Judged(Property property, int policies, boolean held) {}
