/**
 * What of the tables anything depends on: every cell is changed, and what notices is asked.
 *
 * <p>In go checked policies with their properties and scenarios, out come the cells and for each of
 * their changes what notices it. What the changed policies mean is left to {@code resolve}, whether
 * they are in order to {@code check}.
 */
@NullMarked
package dev.foliospec.coverage;

import org.jspecify.annotations.NullMarked;
