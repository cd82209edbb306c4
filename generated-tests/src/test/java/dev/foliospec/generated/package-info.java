/**
 * Checks that no table can make by itself: that interpreter, machine, packed machine and monitor
 * agree on random walks, that generated code is small enough to be compiled by the virtual machine,
 * that hostile specs do no harm, that a flipped cell makes a test fail.
 */
@NullMarked
package dev.foliospec.generated;

import org.jspecify.annotations.NullMarked;
