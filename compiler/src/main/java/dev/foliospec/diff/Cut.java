package dev.foliospec.diff;

/**
 * Where a comparison was ended by a bound.
 *
 * @param steps all traces of so many steps, and shorter ones, were compared
 * @param pairs how many pairs of sets of states were met until then
 * @param memory whether it was memory that ended it, and not the number of pairs
 */
public record Cut(int steps, long pairs, boolean memory) {}
