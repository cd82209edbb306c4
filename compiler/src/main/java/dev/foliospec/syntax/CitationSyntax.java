package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code K3#kvm_gmem_get_folio}: a declared source, and where in it.
 *
 * @param source the declared id, or {@code guess}
 * @param locator what stands after {@code #}
 * @param at the whole citation
 */
public record CitationSyntax(Name source, Optional<String> locator, Span at) {}
