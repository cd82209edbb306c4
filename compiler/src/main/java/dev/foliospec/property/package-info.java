/**
 * Whether the properties of a policy hold, from all that it can reach. Takes properties and {@code
 * Dense}; gives verdicts with the shortest runs that show them. Says nothing in words: that is left to
 * the checks.
 */
@NullMarked
package dev.foliospec.property;

import org.jspecify.annotations.NullMarked;
