package dev.foliospec.observe;

import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether two policies can be given the same events, and so be compared. */
public final class Comparability {
  private Comparability() {}

  /**
   * Why two policies cannot be compared; empty where they can. Two systems can where they lift one
   * vocabulary to the same number of pages, have the same in common, and ask the same pages by each
   * event that both have.
   */
  public static Optional<String> trouble(Policy one, Policy other) {
    String first = subject(one);
    String second = subject(other);
    if (!first.equals(second)) {
      return Optional.of("`" + other.name() + "` speaks of `" + second + "`, `" + one.name()
          + "` of `" + first + "`; only policies of one vocabulary can be compared");
    }
    Lifting lifting = one.lifting().orElse(null);
    Lifting another = other.lifting().orElse(null);
    if (lifting == null || another == null) {
      return one.lifting().isPresent() == other.lifting().isPresent()
          ? Optional.empty()
          : Optional.of("`" + (lifting == null ? other : one).name() + "` is a system of pages, `"
              + (lifting == null ? one : other).name()
              + "` is one page; only systems can be compared with systems");
    }
    if (lifting.pages() != another.pages()) {
      return Optional.of("`" + one.name() + "` has " + lifting.pages() + " pages, `" + other.name()
          + "` has " + another.pages()
          + "; only systems of as many pages can be compared");
    }
    List<String> common = common(lifting);
    List<String> theirs = common(another);
    if (!common.equals(theirs)) {
      return Optional.of(
          "the pages of `" + one.name() + "` have " + list(common)
              + " in common, those of `" + other.name() + "` " + list(theirs)
              + "; only systems whose pages have the same of their vocabulary in common can be compared");
    }
    return events(one, other);
  }

  /** The vocabulary that a policy speaks of; of a system, that of its pages. */
  public static String subject(Policy policy) {
    return policy.lifting().map(Lifting::page).orElse(policy).vocabulary().name();
  }

  /** The vocabulary's variables of which there is one for all pages. */
  private static List<String> common(Lifting lifting) {
    List<String> common = new ArrayList<>();
    lifting.page().variables().forEach(each -> {
      if (each.shared() && lifting.common().contains(each.name())) {
        common.add(each.name());
      }
    });
    return common;
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "nothing" : "`" + String.join("`, `", names) + "`";
  }

  private static Optional<String> events(Policy one, Policy other) {
    for (Event each : one.events()) {
      Optional<Event> same = other.event(each.name());
      if (same.isPresent() && !signature(each).equals(signature(same.get()))) {
        return Optional.of("`" + one.name() + "` has `" + signature(each) + "`, `" + other.name()
            + "` has `" + signature(same.get())
            + "`; only systems that ask ranges by the same events can be compared");
      }
    }
    return Optional.empty();
  }

  /** {@code convert(first, last, to) answers error_offset}. */
  private static String signature(Event event) {
    List<String> parameters = event.parameters().stream().map(Parameter::name).toList();
    List<String> outputs = event.outputs().stream().map(Output::name).toList();
    return event.name() + "(" + String.join(", ", parameters) + ")"
        + (outputs.isEmpty() ? "" : " answers " + String.join(", ", outputs));
  }
}
