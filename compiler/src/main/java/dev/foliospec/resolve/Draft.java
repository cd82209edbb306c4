package dev.foliospec.resolve;

import dev.foliospec.model.Transition;

/**
 * A row on its way into a flattened policy.
 *
 * @param row the row as bound where it was declared
 * @param anyError whether it answers any error, of whichever policy inherits it
 */
record Draft(Transition row, boolean anyError) {
  Draft with(Transition changed) {
    return new Draft(changed, anyError);
  }
}
