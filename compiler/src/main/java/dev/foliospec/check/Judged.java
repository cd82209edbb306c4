package dev.foliospec.check;

import dev.foliospec.explore.Variant;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.property.Run;
import dev.foliospec.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * What became of a property in all policies that it is about.
 *
 * @param property the property
 * @param policies in how many policies it was judged
 * @param held whether it holds in all of them, exceptions aside
 * @param breaches the shortest run in each policy that breaks it
 */
public record Judged(Property property, int policies, boolean held, List<Breach> breaches) {
  /** Copies the list. */
  public Judged {
    breaches = List.copyOf(breaches);
  }

  /** The same, with the runs of policies in files alone, unless the property itself is in one. */
  public Judged about(Set<SourceFile> files) {
    boolean asked = files.contains(property.at().file());
    return new Judged(
        property,
        policies,
        held,
        breaches.stream()
            .filter(breach -> asked || files.contains(breach.policy().at().file()))
            .toList());
  }

  /**
   * A run that breaks a property.
   *
   * @param policy whose run it is
   * @param variant in which variant
   * @param run the run
   */
  public record Breach(Policy policy, Variant variant, Run run) {}
}
