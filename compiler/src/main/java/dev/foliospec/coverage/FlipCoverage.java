package dev.foliospec.coverage;

/**
 * One change of a cell, and what notices it.
 *
 * @param becomes what the cell says instead
 * @param brief the same in few words, as notes have it
 * @param noticed what notices it
 * @param by the scenario, property or rule that does, or empty
 */
public record FlipCoverage(String becomes, String brief, Noticed noticed, String by) {}
