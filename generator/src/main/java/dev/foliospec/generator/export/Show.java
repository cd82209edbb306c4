package dev.foliospec.generator.export;

import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows flattened policies: every row, its own, overriding or inherited, in the form asked for. */
public final class Show {
  /** How wide a line of text may be. */
  static final int TEXT_WIDTH = 78;

  /** How wide a line of mail may be. */
  static final int MAIL_WIDTH = 72;

  private Show() {}

  /**
   * A policy; of a system, what it says of its pages and the policy that they follow.
   *
   * @param event the one event that is asked about: tables on it, rows that answer it, and the steps
   *     that these call
   */
  public static String policy(Policy policy, Form form, Optional<Event> event) {
    Selection shown = Selection.of(policy, event);
    return switch (form) {
      case TEXT -> SpecText.write(policy, shown, TEXT_WIDTH, false);
      case CARDS -> SpecText.write(policy, shown, TEXT_WIDTH, true);
      case MAIL -> SpecText.write(policy, shown, MAIL_WIDTH, false);
      case MARKDOWN, RST -> Document.write(policy, shown, form);
      case CSV ->
        Rendering.csv(FlatSheet.of(policy.lifting().map(Lifting::page).orElse(policy), shown));
      case JSON -> PolicyJson.write(policy, shown);
    };
  }

  /** A policy with some of its undecided traits fixed, as a name says. */
  public static Policy fixed(Policy policy, VariantName name) {
    if (name.fixed().isEmpty()) {
      return policy;
    }
    List<TraitSetting> traits = new ArrayList<>();
    for (TraitSetting each : policy.traits()) {
      String wanted = name.fixed().get(each.trait().name());
      List<TraitSetting.Alternative> kept = each.alternatives().stream()
          .filter(alternative -> wanted == null || alternative.spelled().equals(wanted))
          .toList();
      traits.add(new TraitSetting(each.trait(), kept, each.grounds(), each.at()));
    }
    return policy.withTraits(traits);
  }

  /** Policies side by side by every trait that any of them sets. */
  public static String traits(List<Policy> policies, Form form) {
    return Pivot.write(Pivot.traits(policies), form);
  }

  /** Policies side by side by one trait. */
  public static String trait(List<Policy> policies, String trait, Form form) {
    return Pivot.write(Pivot.trait(policies, trait), form);
  }

  /** Policies side by side by what each of their rows answers to one event. */
  public static String event(List<Policy> policies, String event, Form form) {
    return Pivot.write(Pivot.event(policies, event), form);
  }
}
