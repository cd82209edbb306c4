/**
 * Policies as TLA+ modules for people to read and for TLC to check, made from rows.
 *
 * <p>A module has an operator for each row that answers, and one for each event; Init makes the choices of a run.
 * What a step answered stands in the variable {@code last}, which the view leaves out, so that TLC's
 * distinct states are the policy's own.
 */
@NullMarked
package dev.foliospec.generator.export.tla;

import org.jspecify.annotations.NullMarked;
