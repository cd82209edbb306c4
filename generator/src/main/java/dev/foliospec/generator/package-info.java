/**
 * The front door of the generator: checked policies in, files as values out.
 *
 * <p>Nothing is written to disk and nothing printed here; the same request gives the same bytes.
 */
@NullMarked
package dev.foliospec.generator;

import org.jspecify.annotations.NullMarked;
