package dev.foliospec.engine;

/** Looks at reachable states, for one thread. */
@FunctionalInterface
public interface Watcher {
  /**
   * Whether all is well at a state and on the steps from it. Called right after the expander has
   * expanded it, so what the expander worked out, its buffer included, may be read but not changed.
   *
   * @param successors how many are in the expander's buffer
   */
  boolean holds(long state, int successors);
}
