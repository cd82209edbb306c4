package dev.foliospec.explore;

import dev.foliospec.model.Event;
import dev.foliospec.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision graph of an event or a step, with what each of its rows does. */
final class Part {
  /** The event; a step has none. */
  final @Nullable Event event;

  final String name;
  final List<Candidate> candidates;

  /** By candidate; an event's {@code only when} does nothing. */
  final Action[] actions;

  final DecisionGraph graph;

  /** The places of parameters, then of chances that its rows read. */
  final int[] inputPlaces;

  /** Whether each of its rows, its steps included, has one response at most. */
  final boolean single;

  Part(
      @Nullable Event event,
      String name,
      List<Candidate> candidates,
      Action[] actions,
      DecisionGraph graph,
      int[] inputPlaces,
      boolean single) {
    this.event = event;
    this.name = name;
    this.candidates = candidates;
    this.actions = actions;
    this.graph = graph;
    this.inputPlaces = inputPlaces;
    this.single = single;
  }

  /** The row of a candidate. */
  Transition row(int candidate) {
    Transition row = candidates.get(candidate).row;
    if (row == null) {
      throw new IllegalArgumentException("candidate " + candidate + " has no row");
    }
    return row;
  }
}
