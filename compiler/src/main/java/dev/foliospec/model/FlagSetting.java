package dev.foliospec.model;

import java.util.List;

/**
 * A flag in one policy.
 *
 * @param flag the flag
 * @param allowed the values that it may have there; all of them unless the policy fixes it
 * @param grounds why it is fixed
 */
public record FlagSetting(Flag flag, List<Value> allowed, Grounds grounds) {
  /** Copies the list. */
  public FlagSetting {
    allowed = List.copyOf(allowed);
  }
}
