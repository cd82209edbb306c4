/**
 * The front door: from files to checked policies, in one call.
 *
 * <p>Command line, editor, build plugin and reports all come through here, so that none of them can
 * think differently about a spec.
 */
@NullMarked
package dev.foliospec.compile;

import org.jspecify.annotations.NullMarked;
