/**
 * The reference interpreter: one step over a policy, read from its cells.
 *
 * <p>It is the oracle for everything that is compiled or generated, so it knows nothing of ranks,
 * decision graphs or generated code, and prefers the plain reading of a cell to speed.
 */
@NullMarked
package dev.foliospec.run;

import org.jspecify.annotations.NullMarked;
