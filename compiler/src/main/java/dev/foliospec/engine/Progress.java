package dev.foliospec.engine;

/**
 * Is told how far a search has come: about every thousand states, from the thread that began the
 * search. What is shown of that, and how often, is its business.
 */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = Silence.KEPT;

  /**
   * A search goes on.
   *
   * @param states how many were found so far
   * @param layer how many steps the states that are being expanded lie from an initial one
   */
  void at(long states, int layer);

  /** Tells nobody; not a lambda, which would take its time at every start. */
  enum Silence implements Progress {
    /** The one way to say nothing. */
    KEPT;

    @Override
    public void at(long states, int layer) {}
  }
}
