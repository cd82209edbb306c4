/**
 * Policies in, texts for people and other tools out: tables in several forms, graphs, test vectors.
 * Each form escapes what it quotes for where it goes.
 */
@NullMarked
package dev.foliospec.generator.export;

import org.jspecify.annotations.NullMarked;
