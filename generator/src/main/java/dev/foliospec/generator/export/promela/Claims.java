package dev.foliospec.generator.export.promela;

import dev.foliospec.explore.Variant;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties that are about a policy, as assertions that macros turn on: {@code P_name} one, {@code
 * ALL} all that must hold, {@code EXEMPT} those that exceptions let a policy break, {@code REACHABLE}
 * those that say that a state is not reached.
 */
final class Claims {
  /** One assertion. */
  private record Check(
      Property property,
      String name,
      String group,
      String variable,
      String holds,
      boolean ofState) {}

  private final Policy policy;
  private final Names names;
  private final Expressions expressions;
  private final List<Property> about = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  Claims(Policy policy, List<Property> properties, Names names, Expressions expressions) {
    this.policy = policy;
    this.names = names;
    this.expressions = expressions;
    for (Property property : properties) {
      if (isAbout(property, policy)) {
        about.add(property);
        add(property);
      }
    }
  }

  static boolean isAbout(Property property, Policy policy) {
    return property.about().stream().anyMatch(each -> each.policy().equals(policy.name()));
  }

  /** What the properties about a policy read. */
  static List<Slot> reads(Policy policy, List<Property> properties) {
    List<Slot> read = new ArrayList<>();
    for (Property property : properties) {
      if (isAbout(property, policy)) {
        expressions(property).forEach(each -> read.addAll(Reads.of(each)));
      }
    }
    return read;
  }

  /** What the {@code after} properties about an event read. */
  static List<Slot> reads(Policy policy, List<Property> properties, String event) {
    List<Slot> read = new ArrayList<>();
    for (Property property : properties) {
      if (isAbout(property, policy) && follows(property, event)) {
        expressions(property).forEach(each -> read.addAll(Reads.of(each)));
      }
    }
    return read;
  }

  private static boolean follows(Property property, String event) {
    return property.claim() instanceof Claim.After after
        && after.triggers().stream().anyMatch(each -> each.event().name().equals(event));
  }

  private static List<Expression> expressions(Property property) {
    List<Expression> expressions = new ArrayList<>();
    property.where().ifPresent(expressions::add);
    Claim claim = property.claim();
    if (claim instanceof Claim.Always always) {
      expressions.add(always.state());
    } else if (claim instanceof Claim.Reachable reachable) {
      expressions.add(reachable.state());
    } else if (claim instanceof Claim.After after) {
      after.when().ifPresent(expressions::add);
      expressions.add(after.holds());
    }
    return expressions;
  }

  /** The effects of which properties speak. */
  Set<String> effects() {
    Set<String> effects = new LinkedHashSet<>();
    for (Property property : about) {
      expressions(property).forEach(each -> effects(each, effects));
    }
    return effects;
  }

  private static void effects(Expression expression, Set<String> found) {
    if (expression instanceof Expression.Includes includes) {
      found.add(includes.effect());
    } else if (expression instanceof Expression.Ordered ordered) {
      found.add(ordered.first());
      found.add(ordered.second());
    } else if (expression instanceof Expression.Not not) {
      effects(not.part(), found);
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(part -> effects(part, found));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(part -> effects(part, found));
    } else if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(part -> effects(part, found));
    }
  }

  /**
   * The definitions that properties name, those that they name before them; of transitions the ones
   * that mean what is after the event.
   */
  Map<String, Definition> definitions(boolean ofStates) {
    Map<String, Definition> named = new LinkedHashMap<>();
    for (Property property : about) {
      if (property.claim() instanceof Claim.After != ofStates) {
        expressions(property).forEach(each -> Promela.definitions(each, named));
      }
    }
    if (!ofStates) {
      policy.definitions().forEach(each -> named.remove(each.name()));
    }
    return named;
  }

  // --- Which configurations -------------------------------------------------------------------

  private String covered(List<Property.Subject> subjects) {
    List<String> parts = new ArrayList<>();
    for (Property.Subject subject : subjects) {
      if (subject.policy().equals(policy.name())) {
        List<String> fixed = new ArrayList<>();
        subject.fixed().forEach((trait, spelled) -> fixed.add(is(trait, spelled)));
        parts.add(fixed.isEmpty() ? "true" : Text.all(fixed));
      }
    }
    return parts.isEmpty() ? "false" : parts.contains("true") ? "true" : Text.any(parts);
  }

  /** That a trait has an alternative. */
  private String is(String trait, String spelled) {
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(trait)) {
        for (int at = 0; at < setting.alternatives().size(); at++) {
          if (setting.alternatives().get(at).spelled().equals(spelled)) {
            return setting.undecided() ? names.named("k_", trait) + " == " + at : "true";
          }
        }
      }
    }
    return "false";
  }

  private static String and(String one, String other) {
    return one.equals("true")
        ? other
        : other.equals("true") ? one : "(" + one + " && " + other + ")";
  }

  // --- What must hold -------------------------------------------------------------------------

  private void add(Property property) {
    String included = covered(property.about());
    if (property.where().isPresent()) {
      included = and(included, expressions.of(property.where().get()));
    }
    List<Property.Subject> excepted = new ArrayList<>();
    property.exemptions().forEach(each -> excepted.addAll(each.subjects()));
    String exempt = covered(excepted);
    Claim claim = property.claim();
    if (claim instanceof Claim.Reachable reachable) {
      reachable(property, included, expressions.of(reachable.state()));
      return;
    }
    if (claim instanceof Claim.CanReach || !speaks(claim)) {
      return;
    }
    boolean ofState = claim instanceof Claim.Always;
    String kept = kept(claim);
    if (!exempt.equals("true")) {
      String asked = exempt.equals("false") ? included : and(included, "!(" + exempt + ")");
      add(property, "P_", "ALL", "holds_", asked, kept, ofState);
    }
    if (!exempt.equals("false")) {
      add(property, "X_", "EXEMPT", "excepted_", and(included, exempt), kept, ofState);
    }
  }

  /** Whether the policy has one of the events that a claim is about. */
  private boolean speaks(Claim claim) {
    return !(claim instanceof Claim.After after)
        || after.triggers().stream()
            .anyMatch(each -> policy.event(each.event().name()).isPresent());
  }

  private void add(
      Property property,
      String macro,
      String group,
      String variable,
      String asked,
      String kept,
      boolean ofState) {
    checks.add(new Check(
        property,
        names.named(macro, told(property)),
        group,
        names.named(variable, told(property)),
        asked.equals("true") ? kept : "(!(" + asked + ") || " + kept + ")",
        ofState));
  }

  /** Its name, with a number where several units have a property of that name. */
  private String told(Property property) {
    int before = 0;
    for (Property other : about) {
      if (other.equals(property)) {
        break;
      }
      before += other.name().equals(property.name()) ? 1 : 0;
    }
    return before == 0 ? property.name() : property.name() + "__" + (before + 1);
  }

  private String kept(Claim claim) {
    if (claim instanceof Claim.Always always) {
      String state = expressions.of(always.state());
      return always.never() ? "!(" + state + ")" : state;
    }
    Claim.After after = (Claim.After) claim;
    List<String> events = new ArrayList<>();
    for (Claim.Trigger trigger : after.triggers()) {
      if (policy.event(trigger.event().name()).isEmpty()) {
        continue;
      }
      List<String> parts = new ArrayList<>();
      parts.add("event == " + names.named("ev_", trigger.event().name()));
      for (int at = 0; at < trigger.arguments().size(); at++) {
        Optional<Value> argument = trigger.arguments().get(at);
        String parameter =
            names.named("p_", trigger.event().parameters().get(at).name());
        argument.ifPresent(value -> parts.add(parameter + " == " + names.value(value)));
      }
      events.add(Text.all(parts));
    }
    List<String> premises = new ArrayList<>(List.of(Text.any(events)));
    after.when().ifPresent(when -> premises.add(expressions.of(when)));
    return "(!(" + Text.all(premises) + ") || " + expressions.of(after.holds()) + ")";
  }

  /** One assertion for each variant: it must reach the state by itself. */
  private void reachable(Property property, String included, String state) {
    List<Variant> variants = Variant.of(policy);
    for (int number = 0; number < variants.size(); number++) {
      List<String> parts = new ArrayList<>();
      List<TraitSetting> choices = policy.choices();
      for (int at = 0; at < choices.size(); at++) {
        String choice = names.named("k_", choices.get(at).trait().name());
        parts.add(choice + " == " + variants.get(number).choices().get(at));
      }
      String name = told(property) + (variants.size() == 1 ? "" : "_in_" + number);
      String here = and(parts.isEmpty() ? "true" : Text.all(parts), included);
      checks.add(new Check(
          property,
          names.named("P_", told(property)),
          "REACHABLE",
          names.named("unreached_", name),
          "!(" + and(here, state) + ")",
          true));
    }
  }

  // --- Text -----------------------------------------------------------------------------------

  /** The macros of all properties, with the ghosts that they read. */
  void write(Text text) {
    for (Property property : about) {
      String title = property.title().map(each -> ": " + each).orElse("");
      String sources = property.grounds().sources().isEmpty()
          ? ""
          : "; " + property.grounds().spelled();
      text.note("property " + property.name() + title + sources);
      if (property.claim() instanceof Claim.CanReach) {
        text.note("It speaks of paths that branch, which Spin cannot, and is left out.");
      } else if (!speaks(property.claim())) {
        text.note("The policy has none of its events.");
      }
      for (Check check : checks) {
        if (check.property().equals(property)) {
          text.line("#if " + defined(List.of(check)));
          text.line("byte " + check.variable() + ";");
          text.line("#define check_" + check.variable() + "() \\");
          text.line("  " + check.variable() + " = (" + check.holds() + "); \\");
          text.line("  assert(" + check.variable() + "); \\");
          text.line("  " + check.variable() + " = 0");
          text.line("#else");
          text.line("#define check_" + check.variable() + "() skip");
          text.line("#endif");
        }
      }
    }
  }

  private static String defined(List<Check> checks) {
    Set<String> words = new LinkedHashSet<>();
    for (Check check : checks) {
      words.add("defined(" + check.group() + ")");
      words.add("defined(" + check.name() + ")");
    }
    return String.join(" || ", words);
  }

  /** The ghosts that properties read, each only where one of these is asked. */
  void ghosts(Text text, String type) {
    for (Ghost ghost : policy.ghosts()) {
      List<Check> readers = new ArrayList<>();
      for (Check check : checks) {
        if (reads(check.property(), ghost.name())) {
          readers.add(check);
        }
      }
      if (readers.isEmpty()) {
        continue;
      }
      String now = names.named("g_", ghost.name());
      String next = names.named("h_", ghost.name());
      text.note("ghost " + ghost.name() + ", which those read that turn it on, and its next value");
      text.line("#if " + defined(readers));
      text.line(type + " " + now + ";");
      text.line(type + " " + next + ";");
      text.line("#define start_" + now + "() " + now + " = " + names.value(ghost.initial()));
      text.line("#define begin_" + now + "() " + next + " = " + now);
      text.line("#define commit_" + now + "() " + now + " = " + next);
      text.line("#define reset_" + now + "() " + next + " = 0");
      for (Ghost.Rule rule : ghost.rules()) {
        text.line("#define " + on(ghost, rule) + " " + next + " = " + moved(ghost, rule, next));
      }
      text.line("#else");
      for (String each : List.of("start_", "begin_", "commit_", "reset_")) {
        text.line("#define " + each + now + "() skip");
      }
      for (Ghost.Rule rule : ghost.rules()) {
        text.line("#define " + on(ghost, rule) + " skip");
      }
      text.line("#endif");
    }
  }

  private static boolean reads(Property property, String ghost) {
    for (Expression expression : expressions(property)) {
      for (Slot slot : Reads.of(expression)) {
        if (slot instanceof Ghost && slot.name().equals(ghost)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What follows an effect, one statement for each ghost that does. */
  List<String> follow(String effect) {
    List<String> calls = new ArrayList<>();
    for (Ghost ghost : policy.ghosts()) {
      if (about.stream().anyMatch(property -> reads(property, ghost.name()))) {
        for (Ghost.Rule rule : ghost.rules()) {
          if (rule.effect().equals(effect)) {
            calls.add(on(ghost, rule));
          }
        }
      }
    }
    return calls;
  }

  private String on(Ghost ghost, Ghost.Rule rule) {
    return names.named("on_", rule.effect()) + "_" + names.named("g_", ghost.name()) + "()";
  }

  private String moved(Ghost ghost, Ghost.Rule rule, String from) {
    if (rule.value().isPresent()) {
      return names.value(rule.value().get());
    }
    List<Value> values = ghost.type().values();
    Map<Value, Value> moves = new LinkedHashMap<>();
    for (int at = 0; at < values.size(); at++) {
      long to = Math.max(0, Math.min((long) at + rule.shift(), values.size() - 1));
      moves.put(values.get(at), values.get((int) to));
    }
    return names.mapped(moves, from);
  }

  /** Calls of the macros of ghosts: {@code start_}, {@code begin_} and so on. */
  List<String> eachGhost(String what) {
    List<String> calls = new ArrayList<>();
    for (Ghost ghost : policy.ghosts()) {
      if (about.stream().anyMatch(property -> reads(property, ghost.name()))) {
        calls.add(what + names.named("g_", ghost.name()) + "()");
      }
    }
    return calls;
  }

  /** Checks of every state. */
  List<String> ofStates() {
    List<String> calls = new ArrayList<>();
    for (Check check : checks) {
      if (check.ofState()) {
        calls.add("check_" + check.variable() + "()");
      }
    }
    return calls;
  }

  /** Checks of every transition by an event. */
  List<String> after(String event) {
    List<String> calls = new ArrayList<>();
    for (Check check : checks) {
      if (!check.ofState() && follows(check.property(), event)) {
        calls.add("check_" + check.variable() + "()");
      }
    }
    return calls;
  }

  /** The outputs that properties read. */
  static List<Observed> observed(List<Slot> read) {
    List<Observed> observed = new ArrayList<>();
    for (Slot slot : read) {
      if (slot instanceof Observed output) {
        observed.add(output);
      }
    }
    return observed;
  }
}
