/**
 * Whether a policy refines a contract: after every trace, each answer that it can give is one that the
 * contract allows; or the shortest trace that shows where not.
 */
@NullMarked
package dev.foliospec.refine;

import org.jspecify.annotations.NullMarked;
