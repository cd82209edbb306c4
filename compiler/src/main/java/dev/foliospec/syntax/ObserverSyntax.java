package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code observer kernel sees answers of host; effects; state except hidden}: what someone can see.
 *
 * @param name its name
 * @param answers whether answers are seen at all
 * @param actors whose events' answers are seen
 * @param effects whether effects are seen
 * @param state whether the state is seen
 * @param except variables that are not; {@code hidden} stands for all hidden ones
 * @param doc its documentation
 * @param at the whole declaration
 */
public record ObserverSyntax(
    Name name,
    boolean answers,
    List<Name> actors,
    boolean effects,
    boolean state,
    List<Name> except,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public ObserverSyntax {
    actors = List.copyOf(actors);
    except = List.copyOf(except);
  }
}
