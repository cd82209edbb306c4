/**
 * What is meant: vocabularies and flattened policies, with every name bound.
 *
 * <p>A policy here is complete in itself: inherited tables, overrides and pivots are already worked
 * in, so that no reader needs to know where a row was written. Values only; nothing is computed.
 */
@NullMarked
package dev.foliospec.model;

import org.jspecify.annotations.NullMarked;
