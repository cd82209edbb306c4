/**
 * Searches transition systems whose states are numbers: which states can be reached, breadth-first,
 * and where something is wrong.
 *
 * <p>In comes a {@link dev.foliospec.engine.Space}, which knows the initial states and the successors
 * of each; out comes what was {@link dev.foliospec.engine.Reached}. What a state means is left to
 * the space: nothing here knows of policies.
 */
@NullMarked
package dev.foliospec.engine;

import org.jspecify.annotations.NullMarked;
