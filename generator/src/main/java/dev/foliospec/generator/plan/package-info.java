/**
 * What is to be written, already in Java's terms: names, types, decision trees over the columns.
 *
 * <p>Policies go in, plain records come out. The plans know Java's names but not the library that
 * prints them; the writers decide nothing. Trees are compiled here from the guards of rows, never
 * from an exploration, so that comparing the readable machine with the packed one means something.
 */
@NullMarked
package dev.foliospec.generator.plan;

import org.jspecify.annotations.NullMarked;
