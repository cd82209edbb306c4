package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of all reachable states or transitions of some policies.
 *
 * @param name its name
 * @param title what it says in words
 * @param owner the policy that declares it, or empty for a vocabulary or a scenarios unit
 * @param about the complete policies that it is about, in path order
 * @param where under which flags and traits it must hold
 * @param exemptions policies that may break it
 * @param claim what must hold
 * @param grounds what it rests on
 * @param doc its documentation
 * @param at its name
 */
public record Property(
    String name,
    Optional<String> title,
    Optional<String> owner,
    List<Subject> about,
    Optional<Expression> where,
    List<Exemption> exemptions,
    Claim claim,
    Grounds grounds,
    Optional<String> doc,
    Span at) {
  /** Copies the lists. */
  public Property {
    about = List.copyOf(about);
    exemptions = List.copyOf(exemptions);
  }

  /**
   * A policy, or some of its variants.
   *
   * @param policy the policy's name
   * @param fixed for traits by name, the spelling of the alternative that they must have
   */
  public record Subject(String policy, Map<String, String> fixed) {
    /** Copies the map, keeping its order. */
    public Subject {
      fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    }
  }

  /**
   * Policies that may break a property.
   *
   * @param subjects the policies, in path order
   * @param grounds why
   * @param at the clause
   */
  public record Exemption(List<Subject> subjects, Grounds grounds, Span at) {
    /** Copies the list. */
    public Exemption {
      subjects = List.copyOf(subjects);
    }
  }
}
