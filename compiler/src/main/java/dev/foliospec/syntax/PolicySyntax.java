package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code policy v8.tdx of guest_memfd extends v8.in_place refines v8.contract}: one VM type; or {@code
 * system v8.range of guest_memfd extends v8.sw_protected pages 2}: several pages of one.
 *
 * @param name dotted; the part before the last dot is the edition
 * @param isAbstract whether it is a base that need not be complete
 * @param vocabulary the subject
 * @param base the policy it extends
 * @param contracts the policies it claims to refine
 * @param pages of a system, how many pages it has
 * @param grounds its head's source and status, defaults for its rows
 * @param doc its documentation
 * @param members its declarations
 * @param at the whole unit
 */
public record PolicySyntax(
    Name name,
    boolean isAbstract,
    Name vocabulary,
    Optional<Name> base,
    List<Name> contracts,
    Optional<Name> pages,
    GroundsSyntax grounds,
    Optional<DocSyntax> doc,
    List<DeclarationSyntax> members,
    Span at)
    implements UnitSyntax {
  /** Copies the lists. */
  public PolicySyntax {
    contracts = List.copyOf(contracts);
    members = List.copyOf(members);
  }
}
