package dev.foliospec.model;

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

  @Override
  public String toString() {
    return spelled();
  }
}
