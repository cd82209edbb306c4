/** Tests of what is said of cells. */
@NullMarked
package dev.foliospec.coverage;

import org.jspecify.annotations.NullMarked;
