package dev.foliospec.generator.export.promela;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Value;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What we say of a policy, beside what Spin says of a model of it. */
final class Confirmed {
  private final Dense dense;
  private final Policy policy;
  private final List<Property> properties;
  private final Codes codes;

  Confirmed(Dense dense, List<Property> properties, String model) {
    this.dense = dense;
    this.policy = dense.policy();
    this.properties =
        properties.stream().filter(each -> Claims.isAbout(each, policy)).toList();
    this.codes = new Codes(model);
  }

  /**
   * Where the two differ; empty if they agree.
   *
   * @param plain a search without properties, so that no ghost tells states apart
   * @param all a search with all properties, printing transitions
   */
  List<String> differences(Spin.Search plain, Spin.Search all) {
    List<String> differences = new ArrayList<>();
    if (plain.stored() != dense.states() + 1) {
      differences.add("states: " + (dense.states() + 1)
          + " with the one before the choices, but Spin" + " stores " + plain.stored());
    }
    Set<String> ours = new LinkedHashSet<>();
    for (int state = 0; state < dense.states(); state++) {
      transitions(state, ours);
    }
    Set<String> theirs = new LinkedHashSet<>();
    all.transitions().forEach(line -> theirs.add(normal(line)));
    differ("transition", ours, theirs, differences);
    Set<String> violated = all.violated().keySet();
    Set<String> expected = expected(violated);
    differ("violated assertion", expected, violated, differences);
    return differences;
  }

  private static void differ(
      String what, Set<String> ours, Set<String> theirs, List<String> differences) {
    Set<String> missing = new TreeSet<>(ours);
    missing.removeAll(theirs);
    Set<String> more = new TreeSet<>(theirs);
    more.removeAll(ours);
    missing.stream().limit(3).forEach(each -> differences.add(what + " only ours: " + each));
    more.stream().limit(3).forEach(each -> differences.add(what + " only Spin's: " + each));
  }

  // --- Transitions ----------------------------------------------------------------------------

  private void transitions(int state, Set<String> found) {
    for (int number = 0; number < dense.inputs(); number++) {
      PointKind kind = dense.kind(state, number);
      if (kind != PointKind.ANSWERED && kind != PointKind.FORBIDDEN) {
        continue;
      }
      Input input = dense.input(number);
      for (int edge = dense.from(state, number); edge < dense.to(state, number); edge++) {
        Reaction reaction = dense.reactions().get(dense.reaction(edge));
        StringBuilder line = new StringBuilder();
        for (Effect effect : reaction.effects()) {
          line.append(' ').append(codes.code(effect));
        }
        line.append(" T ").append(codes.code("ev_", input.event().name()));
        input.arguments().forEach(value -> line.append(' ').append(codes.code(value)));
        input.chances().forEach(value -> line.append(' ').append(codes.code(value)));
        line.append(' ').append(codes.code("r_", reaction.row().id()));
        line.append(' ');
        line.append(
            kind == PointKind.FORBIDDEN
                ? codes.code("", "forbidden")
                : codes.code("a_", reaction.answer()));
        for (int at = 0; at < input.event().outputs().size(); at++) {
          Given given =
              kind == PointKind.FORBIDDEN ? Given.NOTHING : reaction.outputs().get(at);
          line.append(' ').append(shown(given));
        }
        configuration(dense.configuration(state), line);
        state(state, line);
        state(dense.target(edge), line);
        found.add(line.toString());
      }
    }
  }

  private int shown(Given given) {
    return given.anything()
        ? codes.code("", Names.ANYTHING)
        : given.value().map(codes::code).orElseGet(() -> codes.code("", Names.NOTHING));
  }

  private void configuration(Configuration configuration, StringBuilder line) {
    configuration.flags().forEach(value -> line.append(' ').append(codes.code(value)));
    configuration.choices().forEach(choice -> line.append(' ').append(choice));
  }

  private void state(int state, StringBuilder line) {
    for (Value value : dense.state(state).values()) {
      line.append(' ').append(codes.code(value));
    }
  }

  /** A transition as ours are written: chances on which it does not depend are usual. */
  private String normal(String line) {
    int[] numbers = Codes.numbers(line);
    int at = 0;
    while (numbers[at] != Integer.MIN_VALUE) {
      at++;
    }
    Event event = policy.events().get(dense.event(codes.name("ev_", numbers[at + 1])));
    List<Value> arguments = new ArrayList<>();
    for (int count = 0; count < event.parameters().size(); count++) {
      arguments.add(codes.value(numbers[at + 2 + count]));
    }
    int first = at + 2 + arguments.size();
    List<Value> chances = new ArrayList<>();
    for (int count = 0; count < policy.chances().size(); count++) {
      chances.add(codes.value(numbers[first + count]));
    }
    Input input = dense.input(dense.inputOf(event.name(), arguments, chances));
    for (int count = 0; count < chances.size(); count++) {
      numbers[first + count] = codes.code(input.chances().get(count));
    }
    StringBuilder normal = new StringBuilder();
    for (int each : numbers) {
      normal.append(' ').append(each == Integer.MIN_VALUE ? "T" : Integer.toString(each));
    }
    return normal.toString();
  }

  // --- Properties -----------------------------------------------------------------------------

  /** The assertions that must not hold, as our own judgements have it. */
  private Set<String> expected(Set<String> violated) {
    Set<String> expected = new LinkedHashSet<>();
    Judge judge = new Judge(dense, Limits.USUAL.states());
    for (Property property : properties) {
      Judgement judgement = judge.judge(property);
      if (judgement.cut()) {
        throw new AssertionError("too many ghosts in " + property.name());
      }
      if (property.claim() instanceof Claim.Reachable) {
        expected.addAll(reached(property, judgement, violated));
      } else if (!(property.claim() instanceof Claim.CanReach) && judgement.asked()) {
        if (!judgement.failures().isEmpty()) {
          expected.add("holds_" + property.name());
        }
        if (!judgement.needed().isEmpty()) {
          expected.add("excepted_" + property.name());
        }
      }
    }
    return expected;
  }

  /**
   * The variants that reach a state. A judgement says how many are asked and which of these do not;
   * where others are, Spin's word is taken for which.
   */
  private Set<String> reached(Property property, Judgement judgement, Set<String> violated) {
    Set<Integer> not = new HashSet<>();
    judgement.failures().forEach(failure -> not.add(failure.variant()));
    int variants = Variant.of(policy).size();
    Set<String> names = new LinkedHashSet<>();
    for (int variant = 0; variant < variants; variant++) {
      String name = "unreached_" + property.name() + (variants == 1 ? "" : "_in_" + variant);
      boolean all = judgement.variants() == variants;
      if (!not.contains(variant) && (all || violated.contains(name))) {
        names.add(name);
      }
    }
    if (judgement.asked() && names.size() != judgement.variants() - not.size()) {
      names.add(property.name() + " in " + judgement.variants() + " variants, " + not + " aside");
    }
    return names;
  }
}
