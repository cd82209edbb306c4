/**
 * Plans in, tests out: a JUnit class for each policy, and the files of points and traces that it
 * reads. Expected answers come from the interpreter, never from a machine or an exploration.
 */
@NullMarked
package dev.foliospec.generator.test;

import org.jspecify.annotations.NullMarked;
