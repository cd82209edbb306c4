/** Refinements for people and for programs: the same records, written as text and as JSON. */
@NullMarked
package dev.foliospec.refine.render;

import org.jspecify.annotations.NullMarked;
