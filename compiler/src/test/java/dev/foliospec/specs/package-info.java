/** The specs that ship: that they compile, and that their scenarios mean what they claim. */
@NullMarked
package dev.foliospec.specs;

import org.jspecify.annotations.NullMarked;
