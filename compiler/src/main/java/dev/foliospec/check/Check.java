package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.PolicySet;

/** One property that policies must have. */
interface Check {
  /** Adds a finding for each place where the property does not hold. */
  void inspect(PolicySet set, Explorations explorations, Diagnostics found);
}
