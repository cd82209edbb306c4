/** Refinement, by cases written by hand and against a plain reading of its definition. */
@NullMarked
package dev.foliospec.refine;

import org.jspecify.annotations.NullMarked;
