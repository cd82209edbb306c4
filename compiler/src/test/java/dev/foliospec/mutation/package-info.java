/**
 * Cell mutation: one cell of a shipped table is changed, and something has to notice.
 *
 * <p>{@link dev.foliospec.mutation.CellMutations} makes the mutants, {@link
 * dev.foliospec.mutation.Laboratory} compiles each and says what killed it, {@link
 * dev.foliospec.mutation.MutationReport} counts.
 */
@NullMarked
package dev.foliospec.mutation;

import org.jspecify.annotations.NullMarked;
