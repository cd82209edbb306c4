package dev.foliospec.generator.rows;

import dev.foliospec.model.Slot;

/**
 * A variable's value after the event.
 *
 * @param target a {@link dev.foliospec.model.Variable}, or an {@link dev.foliospec.model.Element}, whose
 *     index means its value before the event
 * @param value where the value comes from
 */
public record Write(Slot target, Origin value) {}
