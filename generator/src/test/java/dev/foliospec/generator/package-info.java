/** Tests of the generator: goldens, and what must hold of every output. */
@NullMarked
package dev.foliospec.generator;

import org.jspecify.annotations.NullMarked;
