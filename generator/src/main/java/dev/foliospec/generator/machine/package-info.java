/**
 * Plans in, Java sources out: shared types, machines, packed machines, monitors. One method for each
 * member that is written; what to write was decided in the plans.
 */
@NullMarked
package dev.foliospec.generator.machine;

import org.jspecify.annotations.NullMarked;
