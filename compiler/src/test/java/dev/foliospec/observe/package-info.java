/** What observers see, and the sets of states that this leaves possible. */
@NullMarked
package dev.foliospec.observe;

import org.jspecify.annotations.NullMarked;
