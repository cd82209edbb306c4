package dev.foliospec.generator.rows;

import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Transition;
import java.util.List;

/**
 * What a row does where certain rows of its steps apply.
 *
 * @param steps the rows of steps, in the order of the calls, each step once
 * @param when when these rows apply, as conjuncts over what was before the event
 * @param picks the values that are left open, each picked once for all that reads it
 * @param writes what is written, a variable at most once, elements in order: of two writes that meet
 *     in one element the later counts
 * @param effects what is done, in order: effects, and the lists of undecided traits
 * @param replies what is answered, one of these
 */
public record Way(
    List<Transition> steps,
    List<Expression> when,
    List<Pick> picks,
    List<Write> writes,
    List<EffectItem> effects,
    List<Reply> replies) {
  /** Copies the lists. */
  public Way {
    steps = List.copyOf(steps);
    when = List.copyOf(when);
    picks = List.copyOf(picks);
    writes = List.copyOf(writes);
    effects = List.copyOf(effects);
    replies = List.copyOf(replies);
  }
}
