/**
 * From what is written to what is meant: binds names, works out types, flattens inheritance.
 *
 * <p>A name that does not resolve is reported once, with a suggestion, and passed over in silence
 * afterwards; a policy that could not be bound entirely is marked as not sound. Whether points are
 * covered, and what rows do together, is left to the checks.
 */
@NullMarked
package dev.foliospec.resolve;

import org.jspecify.annotations.NullMarked;
