package dev.foliospec.engine;

/** Something that should hold at each reachable state. */
@FunctionalInterface
public interface Watch {
  /** One that looks at the states of a thread, right after this expander has expanded them. */
  Watcher over(Expander expander);
}
