/**
 * What an observer sees of two policies side by side: which inputs can be given to both, which answers
 * look the same, and the sets of states that the same observations leave possible.
 */
@NullMarked
package dev.foliospec.observe;

import org.jspecify.annotations.NullMarked;
