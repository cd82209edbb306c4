/**
 * What the rows of a policy say, with nothing left to look up: steps worked in, inherited traits
 * settled, primed reads traced back to what was before the event.
 *
 * <p>Policies go in, plain records come out, in terms of the model and of no other language. Made from
 * cells, never from an exploration, so that comparing what is exported from here with what is explored
 * means something.
 */
@NullMarked
package dev.foliospec.generator.rows;

import org.jspecify.annotations.NullMarked;
