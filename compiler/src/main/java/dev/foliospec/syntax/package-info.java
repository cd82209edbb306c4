/**
 * What is written: one record per construct, the parser that reads them, the formatter that prints
 * them.
 *
 * <p>Text goes in; trees with positions and comments come out. Nothing here knows what a name means.
 */
@NullMarked
package dev.foliospec.syntax;

import org.jspecify.annotations.NullMarked;
