/**
 * What tests of an implementation must do beyond reaching a row: a policy's reachable part in, the
 * inputs out whose answers tell one of its states from the others.
 *
 * <p>States are told apart by what is answered alone, never by their variables, since an
 * implementation need not show them.
 */
@NullMarked
package dev.foliospec.suite;

import org.jspecify.annotations.NullMarked;
