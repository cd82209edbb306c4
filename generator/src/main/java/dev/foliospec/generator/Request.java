package dev.foliospec.generator;

import dev.foliospec.explore.Exploration;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is to be generated.
 *
 * @param targets the forms
 * @param basePackage the package that holds those of vocabularies
 * @param set everything that was compiled; names depend on all of it, so that two runs agree
 * @param policies complete, sound policies of the set, in the order of the files
 * @param explorations the reachable part of each of them
 */
public record Request(
    Set<Target> targets,
    String basePackage,
    PolicySet set,
    List<Policy> policies,
    Function<Policy, Exploration> explorations) {
  /** The package that holds those of vocabularies, unless another is asked for. */
  public static final String BASE_PACKAGE = "foliospec.generated";

  /** Copies the collections. */
  public Request {
    targets = Set.copyOf(targets);
    policies = List.copyOf(policies);
  }
}
