/**
 * What can be wrong with a spec, as values: rules, diagnostics, labels, edits.
 *
 * <p>Every stage adds to one {@link dev.foliospec.diagnostic.Diagnostics}; nobody throws on bad
 * input. Wording lives beside the check that needs it, rendering in {@code render}.
 */
@NullMarked
package dev.foliospec.diagnostic;

import org.jspecify.annotations.NullMarked;
