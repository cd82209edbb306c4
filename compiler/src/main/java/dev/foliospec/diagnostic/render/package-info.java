/**
 * Findings as text: for the terminal, one line each, JSON, SARIF, workflow commands.
 *
 * <p>All renderers read the same records and decide nothing about them. Values in, text out; nothing
 * here prints. Text that comes from specs is made harmless for where it goes.
 */
@NullMarked
package dev.foliospec.diagnostic.render;

import org.jspecify.annotations.NullMarked;
