/**
 * Figures, with hand-written references and other state machine libraries beside. In goes a machine
 * or a policy, out come nanoseconds and bytes; what a result has to be is left to whoever reads it.
 */
@NullMarked
package dev.foliospec.benchmarks;

import org.jspecify.annotations.NullMarked;
