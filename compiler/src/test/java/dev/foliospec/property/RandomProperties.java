package dev.foliospec.property;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.resolve.Reads;
import dev.foliospec.run.PolicyByHand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Properties at random about some policy, with everything that a property can say. */
final class RandomProperties {
  private final Policy policy;
  private final Random random;
  private final List<Slot> still = new ArrayList<>();
  private final List<Slot> changing = new ArrayList<>();
  private final List<String> effects;
  private final List<String> answers;

  RandomProperties(Policy policy, Dense dense, Random random) {
    this.policy = policy;
    this.random = random;
    policy.flags().forEach(each -> still.add(each.flag()));
    for (TraitSetting setting : policy.traits()) {
      if (!setting.trait().effects()) {
        still.add(setting.trait());
      }
    }
    changing.addAll(policy.variables());
    changing.addAll(policy.ghosts());
    Set<String> done = new TreeSet<>(List.of("nothing"));
    Set<String> answered = new TreeSet<>(List.of("ok"));
    for (Reaction reaction : dense.reactions()) {
      reaction.effects().stream().map(Effect::name).forEach(done::add);
      answered.add(reaction.answer());
    }
    effects = List.copyOf(done);
    answers = List.copyOf(answered);
  }

  /** Two ghosts that follow effects of a policy at random. */
  static List<Ghost> ghosts(Dense dense, Random random) {
    Set<String> effects = new TreeSet<>();
    for (Reaction reaction : dense.reactions()) {
      reaction.effects().stream().map(Effect::name).forEach(effects::add);
    }
    List<Ghost> ghosts = new ArrayList<>();
    for (String name : List.of("g", "h")) {
      Type type = PolicyByHand.type("0", "1", "2");
      List<Ghost.Rule> rules = new ArrayList<>();
      for (String effect : effects) {
        switch (random.nextInt(4)) {
          case 0 -> rules.add(new Ghost.Rule(effect, 1, Optional.empty()));
          case 1 -> rules.add(new Ghost.Rule(effect, -1, Optional.empty()));
          case 2 -> rules.add(new Ghost.Rule(effect, 0, Optional.of(any(type.values(), random))));
          default -> {
            // Not followed.
          }
        }
      }
      ghosts.add(new Ghost(
          name,
          type,
          Optional.empty(),
          any(type.values(), random),
          rules,
          Optional.empty(),
          PolicyByHand.NOWHERE));
    }
    return ghosts;
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T any(List<T> of) {
    return any(of, random);
  }

  Property property() {
    Optional<Expression> where = random.nextInt(4) == 0 && !still.isEmpty()
        ? Optional.of(within(any(still), false))
        : Optional.empty();
    List<Property.Exemption> exemptions = new ArrayList<>();
    for (int at = random.nextInt(3); at > 0; at--) {
      exemptions.add(
          new Property.Exemption(List.of(subject()), Grounds.NONE, PolicyByHand.NOWHERE));
    }
    return new Property(
        "p",
        Optional.empty(),
        Optional.empty(),
        List.of(random.nextInt(4) == 0 ? subject() : new Property.Subject(policy.name(), Map.of())),
        where,
        random.nextInt(3) == 0 ? exemptions : List.of(),
        claim(),
        Grounds.NONE,
        Optional.empty(),
        PolicyByHand.NOWHERE);
  }

  private Property.Subject subject() {
    List<TraitSetting> choices = policy.choices();
    if (choices.isEmpty()) {
      return new Property.Subject(policy.name(), Map.of());
    }
    TraitSetting choice = any(choices);
    return new Property.Subject(
        policy.name(), Map.of(choice.trait().name(), any(choice.alternatives()).spelled()));
  }

  private Claim claim() {
    List<Slot> state = new ArrayList<>(changing);
    state.addAll(still);
    return switch (random.nextInt(6)) {
      case 0 -> new Claim.Always(random.nextBoolean(), new Conditions(state, false).any(2));
      case 1 -> new Claim.Reachable(new Conditions(state, false).any(3));
      case 2 ->
        new Claim.CanReach(
            new Conditions(state, false).any(1), new Conditions(state, false).any(1), by());
      default -> after(state);
    };
  }

  private Set<String> by() {
    Set<String> by = new LinkedHashSet<>();
    for (int at = random.nextInt(3); at > 0; at--) {
      by.add(any(policy.events()).name());
    }
    return by;
  }

  private Claim after(List<Slot> state) {
    List<Claim.Trigger> triggers = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int at = random.nextInt(3); at >= 0; at--) {
      Event event = any(policy.events());
      List<Optional<Value>> arguments = new ArrayList<>();
      event
          .parameters()
          .forEach(each -> arguments.add(
              random.nextInt(3) == 0 ? Optional.of(any(each.type().values())) : Optional.empty()));
      triggers.add(new Claim.Trigger(event, arguments));
      events.add(event);
    }
    List<Slot> slots = new ArrayList<>(state);
    slots.addAll(policy.chances());
    events.get(0).parameters().stream()
        .filter(each -> events.stream()
            .allMatch(event -> event
                .parameter(each.name())
                .filter(other -> other.type().values().equals(each.type().values()))
                .isPresent()))
        .forEach(slots::add);
    events.get(0).outputs().stream()
        .filter(each -> events.stream()
            .allMatch(event -> event
                .output(each.name())
                .filter(other -> other.type().values().equals(each.type().values()))
                .isPresent()))
        .forEach(each -> slots.add(new Observed(each.name(), each.type())));
    Conditions conditions = new Conditions(slots, true);
    Optional<Expression> when =
        random.nextBoolean() ? Optional.of(conditions.any(1)) : Optional.empty();
    return new Claim.After(triggers, when, conditions.any(2));
  }

  private Expression within(Slot slot, boolean primed) {
    List<Value> values =
        slot.type().values().stream().filter(each -> random.nextBoolean()).toList();
    return new Expression.Within(new Expression.Term(slot, primed), values);
  }

  private final class Conditions {
    private final List<Slot> slots;
    private final boolean transition;
    private final List<Definition> definitions;

    Conditions(List<Slot> slots, boolean transition) {
      this.slots = slots;
      this.transition = transition;
      definitions = policy.definitions().stream()
          .filter(each -> transition
              || Reads.of(each.expression()).stream()
                  .noneMatch(slot -> slot instanceof dev.foliospec.model.Chance))
          .toList();
    }

    Expression any(int depth) {
      if (depth == 0 || random.nextInt(4) == 0) {
        return leaf();
      }
      List<Expression> parts = new ArrayList<>();
      for (int at = random.nextInt(2); at >= -1; at--) {
        parts.add(any(depth - 1));
      }
      return switch (random.nextInt(5)) {
        case 0 -> new Expression.Not(any(depth - 1));
        case 1 -> new Expression.And(parts);
        case 2 -> new Expression.Or(parts);
        case 3 -> new Expression.Implies(parts);
        default -> leaf();
      };
    }

    private Expression leaf() {
      if (slots.isEmpty()) {
        return new Expression.Literally(random.nextBoolean());
      }
      return switch (random.nextInt(transition ? 8 : 4)) {
        case 0 ->
          new Expression.Compared(
              term(), RandomProperties.this.any(List.of(Expression.Comparator.values())), term());
        case 1 ->
          definitions.isEmpty()
              ? new Expression.Literally(random.nextBoolean())
              : new Expression.Defined(RandomProperties.this.any(definitions));
        case 4 ->
          new Expression.Answered(
              random.nextBoolean() ? List.of() : List.of(RandomProperties.this.any(answers)));
        case 5 ->
          random.nextBoolean()
              ? new Expression.Includes(RandomProperties.this.any(effects))
              : new Expression.Ordered(
                  RandomProperties.this.any(effects), RandomProperties.this.any(effects));
        case 6 -> kept();
        default -> {
          Expression.Term term = term();
          yield within(term.slot(), term.primed());
        }
      };
    }

    private Expression kept() {
      if (changing.isEmpty()) {
        return new Expression.Literally(true);
      }
      Slot slot = RandomProperties.this.any(changing);
      return new Expression.Compared(
          new Expression.Term(slot, true),
          Expression.Comparator.EQUAL,
          new Expression.Term(slot, false));
    }

    private Expression.Term term() {
      Slot slot = RandomProperties.this.any(slots);
      boolean changes = slot instanceof Variable || slot instanceof Ghost;
      return new Expression.Term(slot, transition && changes && random.nextBoolean());
    }
  }
}
