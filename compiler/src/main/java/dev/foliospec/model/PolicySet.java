package dev.foliospec.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one run is about.
 *
 * @param vocabularies by name
 * @param policies by name, abstract ones included, in path order
 * @param properties in path order
 * @param scenarios in path order
 */
public record PolicySet(
    Map<String, Vocabulary> vocabularies,
    Map<String, Policy> policies,
    List<Property> properties,
    List<Scenario> scenarios) {
  /** Copies the collections, keeping their order. */
  public PolicySet {
    vocabularies = Collections.unmodifiableMap(new LinkedHashMap<>(vocabularies));
    policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    properties = List.copyOf(properties);
    scenarios = List.copyOf(scenarios);
  }

  /** The policy of a name. */
  public Optional<Policy> policy(String name) {
    return Optional.ofNullable(policies.get(name));
  }

  /** The same, with the policy that its pages follow in place of each system. */
  public PolicySet byPage() {
    boolean any = false;
    Map<String, Policy> pages = new LinkedHashMap<>();
    for (Policy each : policies.values()) {
      any |= each.lifting().isPresent();
      pages.put(each.name(), each.lifting().isPresent() ? each.lifting().get().page() : each);
    }
    return any ? new PolicySet(vocabularies, pages, properties, scenarios) : this;
  }

  /** The policies that are complete in themselves, in path order. */
  public List<Policy> completePolicies() {
    return policies.values().stream().filter(each -> !each.isAbstract()).toList();
  }
}
