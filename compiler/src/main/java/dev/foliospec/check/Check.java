package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.PolicySet;

/** One rule that policies must keep. */
interface Check {
  /** Adds a finding for each place where it is not kept. */
  void inspect(PolicySet set, Explorations explorations, Diagnostics found);
}
