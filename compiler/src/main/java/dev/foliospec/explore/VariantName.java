package dev.foliospec.explore;

import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a policy, some of its undecided traits fixed, others perhaps left open.
 *
 * @param policy the policy's name
 * @param fixed alternative by trait, in the order of writing
 */
public record VariantName(String policy, Map<String, String> fixed) {
  /** Copies the map, keeping its order. */
  public VariantName {
    fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
  }

  /** Reads {@code rfc2024.sev[flush=on_fault]}; empty where the brackets are malformed. */
  public static Optional<VariantName> parse(String text) {
    int open = text.indexOf('[');
    if (open < 0) {
      return Optional.of(new VariantName(text.strip(), Map.of()));
    }
    if (!text.endsWith("]")) {
      return Optional.empty();
    }
    Map<String, String> fixed = new LinkedHashMap<>();
    for (String part : text.substring(open + 1, text.length() - 1).split(",", -1)) {
      int equal = part.indexOf('=');
      if (equal <= 0 || equal == part.length() - 1) {
        return Optional.empty();
      }
      String trait = part.substring(0, equal).strip();
      if (fixed.put(trait, part.substring(equal + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new VariantName(text.substring(0, open).strip(), fixed));
  }

  /** What is wrong with it for a policy, in words, or empty. */
  public Optional<String> trouble(Policy meant) {
    for (Map.Entry<String, String> each : fixed.entrySet()) {
      TraitSetting setting = choice(meant, each.getKey());
      if (setting == null) {
        return Optional.of(
            "`" + meant.name() + "` has no undecided trait named `" + each.getKey() + "`");
      }
      if (position(setting, each.getValue()) < 0) {
        List<String> spelled = new ArrayList<>();
        for (TraitSetting.Alternative alternative : setting.alternatives()) {
          spelled.add("`" + alternative.spelled() + "`");
        }
        return Optional.of("`"
            + each.getKey()
            + "` is "
            + String.join(" or ", spelled)
            + " in `"
            + meant.name()
            + "`, not `"
            + each.getValue()
            + "`");
      }
    }
    return Optional.empty();
  }

  /** The variants of a policy that it names; none where {@link #trouble} says why. */
  public List<Variant> variants(Policy meant) {
    List<TraitSetting> open = meant.choices();
    List<Variant> chosen = new ArrayList<>();
    if (trouble(meant).isPresent()) {
      return chosen;
    }
    for (Variant variant : Variant.of(meant)) {
      boolean fits = true;
      for (int at = 0; at < open.size(); at++) {
        String wanted = fixed.get(open.get(at).trait().name());
        fits &= wanted == null
            || position(open.get(at), wanted) == variant.choices().get(at);
      }
      if (fits) {
        chosen.add(variant);
      }
    }
    return chosen;
  }

  private static @Nullable TraitSetting choice(Policy policy, String trait) {
    for (TraitSetting each : policy.choices()) {
      if (each.trait().name().equals(trait)) {
        return each;
      }
    }
    return null;
  }

  private static int position(TraitSetting setting, String spelled) {
    for (int at = 0; at < setting.alternatives().size(); at++) {
      if (setting.alternatives().get(at).spelled().equals(spelled)) {
        return at;
      }
    }
    return -1;
  }
}
