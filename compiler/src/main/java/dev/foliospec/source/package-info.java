/**
 * Files, spans, and the arithmetic between offsets and lines.
 *
 * <p>Text goes in, positions come out; nothing here reads a disk or knows the language.
 */
@NullMarked
package dev.foliospec.source;

import org.jspecify.annotations.NullMarked;
