package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings that several policies share by inheritance, each reported once. */
final class Shared {
  private final Map<String, Diagnostic> first = new LinkedHashMap<>();
  private final Map<String, List<String>> policies = new LinkedHashMap<>();

  /** Whether a finding is known already; if so, the policy is added to those that share it. */
  boolean again(String key, Policy policy) {
    List<String> known = policies.get(key);
    if (known == null) {
      return false;
    }
    if (!known.contains(policy.name())) {
      known.add(policy.name());
    }
    return true;
  }

  /** Keeps a finding that is not known yet. */
  void add(String key, Policy policy, Diagnostic finding) {
    List<String> names = new ArrayList<>();
    names.add(policy.name());
    policies.put(key, names);
    first.put(key, finding);
  }

  /** Hands all findings over, each with the policies that share it. */
  void into(Diagnostics found) {
    for (Map.Entry<String, Diagnostic> each : first.entrySet()) {
      List<String> names = policies.getOrDefault(each.getKey(), List.of());
      found.add(
          names.size() < 2 ? each.getValue() : each.getValue().withNote(Wording.alsoIn(names)));
    }
  }
}
