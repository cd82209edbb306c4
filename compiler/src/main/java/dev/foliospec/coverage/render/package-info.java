/** Coverage as text and as JSON. */
@NullMarked
package dev.foliospec.coverage.render;

import org.jspecify.annotations.NullMarked;
