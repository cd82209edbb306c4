/** From what is written to what is meant: a corpus of specs beside the models that come of them. */
@NullMarked
package dev.foliospec.resolve;

import org.jspecify.annotations.NullMarked;
