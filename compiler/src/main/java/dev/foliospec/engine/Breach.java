package dev.foliospec.engine;

/**
 * Where a watch first found something wrong: of the states closest to an initial one, that of the
 * least rank.
 *
 * @param watch the position of the watch in the order in which the search was given them
 * @param layer how many steps it takes to get there
 * @param state the rank of the state at which it did not hold
 */
public record Breach(int watch, int layer, long state) {}
