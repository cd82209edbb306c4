package dev.foliospec.model;

import java.util.List;

/**
 * What someone can see of a run.
 *
 * @param name its name
 * @param actors whose events' answers are seen, with their outputs
 * @param effects whether effects are seen
 * @param state the variables that are seen after each event
 */
public record Observer(String name, List<String> actors, boolean effects, List<String> state) {
  /** Copies the lists. */
  public Observer {
    actors = List.copyOf(actors);
    state = List.copyOf(state);
  }
}
