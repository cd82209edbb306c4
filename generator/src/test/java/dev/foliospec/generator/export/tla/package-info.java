/** TLA+ modules as text: against goldens, and what all of them keep. TLC itself runs elsewhere. */
@NullMarked
package dev.foliospec.generator.export.tla;

import org.jspecify.annotations.NullMarked;
