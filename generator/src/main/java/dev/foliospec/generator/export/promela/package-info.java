/**
 * Policies in, models for Spin out, made from rows and never from an exploration, so that what Spin
 * says of a model confirms what is explored.
 */
@NullMarked
package dev.foliospec.generator.export.promela;

import org.jspecify.annotations.NullMarked;
