/** What following two policies at once came to, as other programs read it. */
@NullMarked
package dev.foliospec.observe.render;

import org.jspecify.annotations.NullMarked;
