package dev.foliospec.generator.export.tla;

import dev.foliospec.explore.Variant;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that are about a policy, as formulas of its module. */
final class Claims {
  /** What TLC is asked with a formula. */
  enum Kind {
    /** A state predicate that must hold of all states. */
    INVARIANT,
    /** A formula of steps. */
    STEPS,
    /** A state predicate that must not hold of all states: where it fails is what can be reached. */
    UNREACHABLE,
    /** Nothing: TLC cannot say it. */
    NOTE
  }

  /**
   * A formula.
   *
   * @param ghosts whether it speaks of ghosts, and so belongs to the module that follows them
   * @param text the comment above it and its definition
   */
  record Formula(String name, Kind kind, boolean ghosts, String text) {}

  private final Policy policy;
  private final Lowered lowered;
  private final Names names;
  private final Terms terms;
  private final List<Formula> formulas = new ArrayList<>();

  Claims(Lowered lowered, Names names, Terms terms) {
    this.policy = lowered.policy();
    this.lowered = lowered;
    this.names = names;
    this.terms = terms;
  }

  List<Formula> write(List<Property> properties) {
    for (Property property : properties) {
      write(property);
    }
    return List.copyOf(formulas);
  }

  /** Whether a property is about a policy, or some variant of it. */
  static boolean isAbout(Property property, Policy policy) {
    return property.about().stream().anyMatch(each -> each.policy().equals(policy.name()));
  }

  private void write(Property property) {
    Optional<Expression> where =
        property.where().map(lowered.settled()::of).filter(each -> !isTrue(each));
    List<Piece> about = about(property);
    if (where.isPresent()) {
      about.addAll(Piece.conjuncts(terms.of(where.get(), Terms.Place.STEP)));
    }
    if (where.filter(Claims::isFalse).isPresent()
        || about.stream().anyMatch(each -> Layout.flat(each).equals("FALSE"))) {
      return;
    }
    boolean ghosts = Reads.of(property.claim()).stream().anyMatch(slot -> slot instanceof Ghost);
    Claim claim = property.claim();
    if (claim instanceof Claim.Always always) {
      Expression state = lowered.settled().of(always.state());
      Piece said = always.never()
          ? terms.of(new Expression.Not(state), Terms.Place.STEP)
          : terms.of(state, Terms.Place.STEP);
      add(property, "", Kind.INVARIANT, ghosts, implied(about, said));
    } else if (claim instanceof Claim.After after) {
      after(property, after, about, ghosts);
    } else if (claim instanceof Claim.Reachable reachable) {
      reachable(property, reachable, about, ghosts);
    } else if (claim instanceof Claim.CanReach canReach) {
      canReach(property, canReach, ghosts);
    }
  }

  private static boolean isTrue(Expression expression) {
    return expression instanceof Expression.Literally literally && literally.truth();
  }

  private static boolean isFalse(Expression expression) {
    return expression instanceof Expression.Literally literally && !literally.truth();
  }

  private static Piece implied(List<Piece> premises, Piece conclusion) {
    if (premises.isEmpty()) {
      return conclusion;
    }
    List<Piece> all = new ArrayList<>(premises);
    Piece rest = conclusion;
    if (conclusion instanceof Piece.Implied implied) {
      all.addAll(Piece.conjuncts(implied.premise()));
      rest = implied.conclusion();
    }
    return new Piece.Implied(Piece.all(all), rest);
  }

  // --- Which variants it is about
  // ------------------------------------------------------------------

  /** The choices under which a property must hold: those named, without those that may break it. */
  private List<Piece> about(Property property) {
    List<Piece> about = new ArrayList<>();
    Piece named = subjects(property.about());
    if (!Layout.flat(named).equals("TRUE")) {
      about.add(named);
    }
    for (Property.Exemption exemption : property.exemptions()) {
      Piece exempt = subjects(exemption.subjects());
      String text = Layout.flat(exempt);
      if (text.equals("TRUE")) {
        about.add(Piece.atom("FALSE"));
      } else if (!text.equals("FALSE")) {
        about.add(Piece.not(exempt));
      }
    }
    return about;
  }

  private Piece subjects(List<Property.Subject> subjects) {
    List<Piece> either = new ArrayList<>();
    for (Property.Subject subject : subjects) {
      if (subject.policy().equals(policy.name())) {
        List<Piece> fixed = new ArrayList<>();
        boolean possible = true;
        for (Map.Entry<String, String> each : subject.fixed().entrySet()) {
          Optional<Piece> chosen = chosen(each.getKey(), each.getValue());
          possible &= chosen.isPresent();
          chosen.filter(piece -> !Layout.flat(piece).equals("TRUE")).ifPresent(fixed::add);
        }
        if (possible && fixed.isEmpty()) {
          return Piece.atom("TRUE");
        }
        if (possible) {
          either.add(Piece.all(fixed));
        }
      }
    }
    return Piece.any(either);
  }

  /** That a trait has an alternative; empty where it never does. */
  private Optional<Piece> chosen(String trait, String spelled) {
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(trait)) {
        for (TraitSetting.Alternative each : setting.alternatives()) {
          if (each.spelled().equals(spelled)) {
            return Optional.of(
                setting.undecided()
                    ? Choices.chosen(setting, each, names, terms)
                    : Piece.atom("TRUE"));
          }
        }
      }
    }
    return Optional.empty();
  }

  // --- Claims
  // --------------------------------------------------------------------------------------

  private void after(Property property, Claim.After after, List<Piece> about, boolean ghosts) {
    List<Piece> triggers = new ArrayList<>();
    List<Piece> whole = new ArrayList<>();
    for (Claim.Trigger trigger : after.triggers()) {
      Event event = trigger.event();
      if (policy.event(event.name()).isPresent()) {
        List<Piece> parts = new ArrayList<>();
        for (int at = 0; at < trigger.arguments().size(); at++) {
          Slot parameter = event.parameters().get(at);
          Optional<Value> value = trigger.arguments().get(at);
          if (value.isPresent()) {
            parts.add(new Piece.Related(
                terms.read(parameter, false, Terms.Place.STEP), " = ", terms.literal(value.get())));
          }
        }
        Piece name = Piece.atom("\"" + event.name() + "\"");
        if (parts.isEmpty()) {
          whole.add(name);
        } else {
          parts.add(0, new Piece.Related(event(), " = ", name));
          triggers.add(Piece.all(parts));
        }
      }
    }
    if (whole.size() == 1) {
      triggers.add(0, new Piece.Related(event(), " = ", whole.get(0)));
    } else if (!whole.isEmpty()) {
      triggers.add(0, new Piece.Related(event(), " \\in ", new Piece.Listed("{", whole, "}")));
    }
    if (triggers.isEmpty()) {
      return;
    }
    List<Piece> premises = new ArrayList<>(about);
    premises.addAll(Piece.conjuncts(Piece.any(triggers)));
    after
        .when()
        .map(lowered.settled()::of)
        .filter(when -> !isTrue(when))
        .ifPresent(when -> premises.addAll(Piece.conjuncts(terms.of(when, Terms.Place.STEP))));
    Piece said = implied(premises, terms.of(lowered.settled().of(after.holds()), Terms.Place.STEP));
    add(property, "", Kind.STEPS, ghosts, said);
  }

  private Piece event() {
    return Piece.atom(terms.latest() + ".event");
  }

  private void reachable(
      Property property, Claim.Reachable claim, List<Piece> about, boolean ghosts) {
    Piece state = terms.of(lowered.settled().of(claim.state()), Terms.Place.STEP);
    Piece never = Piece.not(state);
    List<Variant> variants = Variant.of(policy);
    if (variants.size() == 1) {
      add(property, "", Kind.UNREACHABLE, ghosts, implied(about, never));
      return;
    }
    // It must be reached in every variant that the property is about, so each is asked.
    for (Variant variant : variants) {
      if (isAbout(property, variant) && !isExempt(property, variant)) {
        List<Piece> premises = new ArrayList<>();
        property
            .where()
            .map(lowered.settled()::of)
            .filter(each -> !isTrue(each))
            .ifPresent(where -> premises.add(terms.of(where, Terms.Place.STEP)));
        List<TraitSetting> open = policy.choices();
        StringBuilder ending = new StringBuilder();
        for (int at = 0; at < open.size(); at++) {
          TraitSetting.Alternative alternative =
              open.get(at).alternatives().get(variant.choices().get(at));
          premises.add(Choices.chosen(open.get(at), alternative, names, terms));
          ending.append("_").append(variant.choices().get(at) + 1);
        }
        add(property, ending.toString(), Kind.UNREACHABLE, ghosts, implied(premises, never));
      }
    }
  }

  private boolean isAbout(Property property, Variant variant) {
    return property.about().stream().anyMatch(subject -> fits(subject, variant));
  }

  private boolean isExempt(Property property, Variant variant) {
    return property.exemptions().stream()
        .anyMatch(each -> each.subjects().stream().anyMatch(subject -> fits(subject, variant)));
  }

  private boolean fits(Property.Subject subject, Variant variant) {
    if (!subject.policy().equals(policy.name())) {
      return false;
    }
    int choice = 0;
    for (TraitSetting setting : policy.traits()) {
      int at = setting.undecided() ? variant.choices().get(choice++) : 0;
      String wanted = subject.fixed().get(setting.trait().name());
      if (wanted != null && !setting.alternatives().get(at).spelled().equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private void canReach(Property property, Claim.CanReach claim, boolean ghosts) {
    String name = names.of("property", property.name());
    String from = names.of("from", property.name() + "_from");
    String goal = names.of("goal", property.name() + "_goal");
    String by = claim.by().isEmpty()
        ? ""
        : " by "
            + String.join(
                ", ",
                policy.events().stream()
                    .map(Event::name)
                    .filter(claim.by()::contains)
                    .toList());
    StringBuilder text = new StringBuilder(heading(property));
    text.append(Comments.lines("From every " + from + " state some path leads to a " + goal
        + " state" + by + ". That is branching time, of which no formula of TLA+ speaks: " + from
        + " ~> " + goal + " would ask it of every path, and with fairness says something else."
        + " Foliospec checks it."));
    text.append(define(from, terms.of(lowered.settled().of(claim.from()), Terms.Place.STEP)));
    text.append(define(goal, terms.of(lowered.settled().of(claim.goal()), Terms.Place.STEP)));
    formulas.add(new Formula(name, Kind.NOTE, ghosts, text.toString()));
  }

  private void add(Property property, String ending, Kind kind, boolean ghosts, Piece said) {
    String prefix = kind == Kind.UNREACHABLE ? "never_" : "";
    String name = names.of("property", prefix + property.name() + ending);
    String text = heading(property);
    if (kind == Kind.UNREACHABLE) {
      text += Comments.lines("Some state must break this: where TLC finds one, it is reached.");
    }
    if (kind == Kind.STEPS) {
      String open = "[][";
      List<String> lines = new ArrayList<>(Layout.lines(said, 2 + open.length()));
      int last = lines.size() - 1;
      lines.set(last, lines.get(last) + "]_" + names.of("operator", "vars"));
      text += name + " ==\n  " + open + String.join("\n", lines) + "\n";
    } else {
      text += define(name, said);
    }
    formulas.add(new Formula(name, kind, ghosts, text));
  }

  private static String define(String name, Piece body) {
    return name + " ==\n  " + String.join("\n", Layout.lines(body, 2)) + "\n";
  }

  private static String heading(Property property) {
    StringBuilder text = new StringBuilder();
    property.doc().ifPresent(doc -> text.append(Comments.lines(doc)));
    String title = property.title().map(each -> ": " + each).orElse("");
    text.append(Comments.lines(property.name() + title));
    String grounds = Comments.grounds(property.grounds());
    if (!grounds.isEmpty()) {
      text.append(Comments.lines(grounds));
    }
    return text.toString();
  }
}
