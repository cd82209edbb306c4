package dev.foliospec.generator.export.promela;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Value;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What we say of a policy, beside what Spin says of a model of it. */
final class Confirmed {
  private final Dense dense;
  private final Policy policy;
  private final List<Property> properties;
  private final Codes codes;
  private final Map<String, Event> eventOf = new HashMap<>();
  private final Map<String, String> usually = new HashMap<>();

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
    Set<String> ours = transitions();
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

  /** All transitions, as the model prints them. */
  private Set<String> transitions() {
    String[] states = new String[dense.states()];
    for (int state = 0; state < states.length; state++) {
      StringBuilder text = new StringBuilder();
      dense.state(state).values().forEach(value -> text.append(' ').append(codes.code(value)));
      states[state] = text.toString();
    }
    String[] inputs = new String[dense.inputs()];
    for (int number = 0; number < inputs.length; number++) {
      StringBuilder text = new StringBuilder(" T ");
      Input input = dense.input(number);
      text.append(codes.code("ev_", input.event().name()));
      input.arguments().forEach(value -> text.append(' ').append(codes.code(value)));
      input.chances().forEach(value -> text.append(' ').append(codes.code(value)));
      inputs[number] = text.toString();
    }
    int[] answering = dense.answering();
    String[] effects = new String[dense.reactions().size()];
    String[] answers = new String[effects.length];
    for (int number = 0; number < effects.length; number++) {
      Reaction reaction = dense.reactions().get(number);
      StringBuilder text = new StringBuilder();
      reaction.effects().forEach(effect -> text.append(' ').append(codes.code(effect)));
      effects[number] = text.toString();
      answers[number] = answer(reaction, policy.events().get(answering[number]));
    }
    Set<String> found = new LinkedHashSet<>();
    for (int state = 0; state < states.length; state++) {
      StringBuilder text = new StringBuilder();
      configuration(dense.configuration(state), text);
      String from = text + states[state];
      for (int number = 0; number < inputs.length; number++) {
        PointKind kind = dense.kind(state, number);
        if (kind == PointKind.ANSWERED || kind == PointKind.FORBIDDEN) {
          for (int edge = dense.from(state, number); edge < dense.to(state, number); edge++) {
            int reaction = dense.reaction(edge);
            found.add(effects[reaction]
                + inputs[number]
                + answers[reaction]
                + from
                + states[dense.target(edge)]);
          }
        }
      }
    }
    return found;
  }

  private String answer(Reaction reaction, Event event) {
    boolean forbids = reaction.kind() == Reaction.Kind.FORBIDDEN;
    StringBuilder text = new StringBuilder();
    text.append(' ').append(codes.code("r_", reaction.row().id())).append(' ');
    text.append(forbids ? codes.code("", "forbidden") : codes.code("a_", reaction.answer()));
    for (int at = 0; at < event.outputs().size(); at++) {
      text.append(' ').append(shown(forbids ? Given.NOTHING : reaction.outputs().get(at)));
    }
    return text.toString();
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

  /** A transition as ours are written: chances on which it does not depend are usual. */
  private String normal(String line) {
    if (policy.chances().isEmpty()) {
      return line;
    }
    int mark = line.indexOf(" T ");
    int end = line.indexOf(' ', mark + 3);
    Event event = eventOf.computeIfAbsent(
        line.substring(mark + 3, end),
        code -> policy.event(codes.name("ev_", Integer.parseInt(code))).orElseThrow());
    for (int count = event.parameters().size() + policy.chances().size(); count > 0; count--) {
      end = line.indexOf(' ', end + 1);
    }
    String usual =
        usually.computeIfAbsent(line.substring(mark, end), input -> usually(event, input));
    return line.substring(0, mark) + usual + line.substring(end);
  }

  private String usually(Event event, String written) {
    int[] numbers = Codes.numbers(written);
    List<Value> arguments = new ArrayList<>();
    for (int count = 0; count < event.parameters().size(); count++) {
      arguments.add(codes.value(numbers[2 + count]));
    }
    List<Value> chances = new ArrayList<>();
    for (int count = 0; count < policy.chances().size(); count++) {
      chances.add(codes.value(numbers[2 + arguments.size() + count]));
    }
    Input input = dense.input(dense.inputOf(event.name(), arguments, chances));
    StringBuilder usual = new StringBuilder(" T ").append(numbers[1]);
    arguments.forEach(value -> usual.append(' ').append(codes.code(value)));
    input.chances().forEach(value -> usual.append(' ').append(codes.code(value)));
    return usual.toString();
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
