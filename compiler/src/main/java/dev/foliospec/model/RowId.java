package dev.foliospec.model;

import org.jspecify.annotations.Nullable;

/**
 * A row's name: the policy that declares it, and its id there.
 *
 * @param policy the declaring policy
 * @param id unique in that policy and its heirs
 */
public record RowId(String policy, String id) {
  /** In full: {@code v8.in_place/B27}. */
  public String spelled() {
    return policy + "/" + id;
  }

  // By hand, as in Value: the first use of a record's own costs milliseconds when a process starts.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowId row && id.equals(row.id) && policy.equals(row.policy);
  }

  @Override
  public int hashCode() {
    return 31 * policy.hashCode() + id.hashCode();
  }

  @Override
  public String toString() {
    return spelled();
  }
}
