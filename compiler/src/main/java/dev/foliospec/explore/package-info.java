/**
 * States as numbers: what a policy can reach, and what it answers there.
 *
 * <p>A policy is compiled once: its slots become positions in an array of small numbers, each event
 * one decision graph over its rows (checks in order, then bodies), each row a list of moves. {@link
 * dev.foliospec.explore.Dense} then holds the reachable part, numbered breadth-first. Coverage,
 * differences, monitors, suites and packed code read it; the interpreter never does, so that
 * comparing the two means something.
 */
@NullMarked
package dev.foliospec.explore;

import org.jspecify.annotations.NullMarked;
