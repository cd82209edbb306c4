/** Differences, by corpus and on random policies. */
@NullMarked
package dev.foliospec.diff;

import org.jspecify.annotations.NullMarked;
