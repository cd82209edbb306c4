/**
 * The rules that a policy must keep, one class each, and whether the properties that authors write hold.
 *
 * <p>A set of policies goes in, findings come out; {@link dev.foliospec.check.Explorations} keeps what
 * was explored, so that all checks, and whoever comes after them, look at the same states. Names and
 * types were judged before, when the policies were bound.
 */
@NullMarked
package dev.foliospec.check;

import org.jspecify.annotations.NullMarked;
