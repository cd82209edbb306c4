/**
 * Two policies compared by what they do: the same, one refines the other, or the shortest traces that
 * tell them apart, each blamed on the pair of rows that first did different things.
 */
@NullMarked
package dev.foliospec.diff;

import org.jspecify.annotations.NullMarked;
