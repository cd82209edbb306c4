package dev.foliospec.generator.export.tla;

import dev.foliospec.explore.Exploration;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Lowering;
import dev.foliospec.model.Chance;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Variable;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as a TLA+ module with configurations for TLC.
 *
 * <p>{@code NAME.tla} and {@code NAME.cfg} check types and properties; {@code NAME_reachable.cfg} shows
 * what {@code reachable} asks for; {@code NAME_ghosts.tla} follows the ghosts where a property reads
 * them, so that the states of the first stay the policy's own.
 */
public final class Tla {
  private final Policy policy;
  private final Exploration explored;
  private final String module;
  private final Lowered lowered;
  private final Names names = new Names();
  private final Terms terms;
  private final Optional<Pages> pages;
  private final List<Property> properties;
  private final List<Claims.Formula> formulas;
  private final String actions;

  /**
   * What the pages of a system follow.
   *
   * @param terms its terms, which read a page's variables from a record
   */
  private record Pages(Lifting lifting, Lowered lowered, Terms terms) {}

  /** The parameter that holds the state of a page. */
  private static final String SELF = "s";

  private Tla(PolicySet set, Exploration explored, Lowered lowered, Optional<Lowered> loweredPage) {
    this.policy = lowered.policy();
    this.explored = explored;
    this.lowered = lowered;
    module = module(set, policy.name());
    names.of("module", module);
    for (String each : List.of("Init", "Next", "Spec", "TypeOK", "View", "Did", "NoOutput")) {
      names.of("operator", each);
    }
    policy.lifting().ifPresent(each -> reserved(each));
    terms = new Terms(policy, names);
    policy.flags().forEach(each -> terms.name(each.flag()));
    policy.choices().forEach(each -> Choices.variable(each, names, terms));
    policy.variables().forEach(terms::name);
    policy.ghosts().forEach(terms::name);
    for (String each : List.of("state", "config", "last", "vars")) {
      names.of("operator", each);
    }
    properties =
        set.properties().stream().filter(each -> Claims.isAbout(each, policy)).toList();
    Set<String> chances = new LinkedHashSet<>();
    for (Property property : properties) {
      Reads.of(property.claim()).stream()
          .filter(slot -> slot instanceof Chance)
          .forEach(slot -> chances.add(slot.name()));
    }
    String self = names.of("bound", SELF);
    pages = loweredPage.map(
        each -> new Pages(policy.lifting().orElseThrow(), each, terms.ofPage(each.policy(), self)));
    actions = pages
        .map(each -> new SystemActions(
                lowered, each.lifting(), each.lowered(), names, terms, each.terms(), self, chances)
            .write())
        .orElseGet(() -> new Actions(lowered, names, terms, chances).write(lowered.events()));
    formulas = new Claims(lowered, names, terms).write(properties);
  }

  /**
   * The files of a policy or a system by their names; none where the steps of some row make too many
   * ways to carry it out, as {@link Lowering#of} says.
   *
   * @param set everything that was compiled; the module's name depends on all of it
   * @param explored what the policy reaches, which the module says
   */
  public static Map<String, String> write(Policy policy, PolicySet set, Exploration explored) {
    Optional<Lowered> lowered = Lowering.of(policy);
    Optional<Lowered> page = policy.lifting().flatMap(each -> Lowering.of(each.page()));
    if (lowered.isEmpty() || page.isPresent() != policy.lifting().isPresent()) {
      return Map.of();
    }
    return new Tla(set, explored, lowered.get(), page).files();
  }

  /** Names of a system's own, before others take them. */
  private void reserved(Lifting lifting) {
    names.of("type", lifting.index().name().orElseThrow(), "Pages");
    names.of("parameter", "last", "upto");
    Together.OPERATORS.forEach(each -> names.of("operator", each));
  }

  /** The name of a policy's module, which is the name of its file: {@code v8_tdx}. */
  public static String module(PolicySet set, String policy) {
    Set<String> taken = new HashSet<>();
    for (String each : set.policies().keySet()) {
      String base = Names.identifier(each);
      String name = base;
      // Other modules are looked up by their files, and file systems may not tell cases apart.
      for (int number = 2;
          STANDARD.contains(name.toLowerCase(Locale.ROOT))
              || !taken.add(name.toLowerCase(Locale.ROOT));
          number++) {
        name = base + "_" + number;
      }
      if (each.equals(policy)) {
        return name;
      }
    }
    throw new IllegalArgumentException("no policy is named " + policy);
  }

  private static final Set<String> STANDARD = Set.of(
      "naturals",
      "integers",
      "reals",
      "sequences",
      "finitesets",
      "bags",
      "tlc",
      "tlcext",
      "toolbox",
      "json",
      "randomization",
      "realtime",
      "peano",
      "protoreals",
      "tlaps",
      "apalache",
      "module");

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(module + ".tla", module());
    Configurations asked = new Configurations(module, names, constants(), formulas);
    files.put(module + ".cfg", asked.text(false, false));
    if (asked.any(false, true)) {
      files.put(module + "_reachable.cfg", asked.text(false, true));
    }
    if (formulas.stream().anyMatch(Claims.Formula::ghosts)) {
      files.put(module + "_ghosts.tla", ghosts());
      files.put(module + "_ghosts.cfg", asked.text(true, false));
      if (asked.any(true, true)) {
        files.put(module + "_ghosts_reachable.cfg", asked.text(true, true));
      }
    }
    return files;
  }

  private String operator(String name) {
    return names.of("operator", name);
  }

  private List<String> constants() {
    List<String> constants = new ArrayList<>();
    terms.constants().forEach(each -> constants.add(terms.constant(each)));
    if (hasOutputs()) {
      constants.add(terms.noOutput());
    }
    return constants;
  }

  private boolean hasOutputs() {
    return policy.events().stream().anyMatch(each -> !each.outputs().isEmpty());
  }

  // --- The module
  // ----------------------------------------------------------------------------------

  private static String first(String module) {
    String title = " MODULE " + module + " ";
    int dashes = Math.max(8, Layout.WIDTH - title.length());
    return "-".repeat(dashes / 2) + title + "-".repeat(dashes - dashes / 2);
  }

  private static final String LAST = "=".repeat(Layout.WIDTH);
  private static final String BETWEEN = "-".repeat(Layout.WIDTH) + "\n\n";

  private String module() {
    States states = new States(lowered, names, terms);
    Operators initial = states.initial();
    Operators typed = states.typed();
    String said = claims(false);
    Operators declared = new Declared(policy, names, terms, pages.map(Pages::terms)).write();
    Operators text = new Operators();
    text.line(first(module));
    Policy written = pages.map(each -> each.lowered().policy()).orElse(policy);
    new Heading(policy, written, explored, module, properties).write(text);
    text.line("EXTENDS Integers, Sequences");
    text.gap();
    constants(text);
    variables(text);
    text.add(BETWEEN);
    text.add(declared);
    text.add(typed);
    text.add(initial);
    text.add(actions);
    text.gap();
    text.line(operator("Spec") + " == " + operator("Init") + " /\\ [][" + operator("Next") + "]_"
        + operator("vars"));
    text.gap();
    if (!said.isEmpty()) {
      text.add(BETWEEN);
      text.add(said);
    }
    text.line(LAST);
    return text.toString();
  }

  private String ghosts() {
    String said = claims(true);
    Operators text = new Operators();
    text.line(first(module + "_ghosts"));
    new GhostModule(policy, module, names, terms).write(text);
    text.add(BETWEEN);
    text.add(said);
    text.line(LAST);
    return text.toString();
  }

  private void constants(Operators text) {
    List<String> constants = constants();
    if (!constants.isEmpty()) {
      text.line("CONSTANTS");
      for (int at = 0; at < constants.size(); at++) {
        boolean last = at == constants.size() - 1;
        boolean none = last && hasOutputs() && constants.get(at).equals(terms.noOutput());
        text.line("  " + constants.get(at) + (last ? "" : ",")
            + (none
                ? "  \\* what an answer shows that has no such output"
                : "  \\* beside numbers in some type, and so no string"));
      }
      text.gap();
    }
  }

  /** Flags and choices, which a run does not change, by variable with what is said of them. */
  private Map<String, Optional<String>> config() {
    Map<String, Optional<String>> config = new LinkedHashMap<>();
    for (FlagSetting each : policy.flags()) {
      config.put(terms.name(each.flag()), each.flag().doc());
    }
    for (TraitSetting each : policy.choices()) {
      config.put(Choices.variable(each, names, terms), each.trait().doc());
    }
    return config;
  }

  private Map<String, Optional<String>> state() {
    Map<String, Optional<String>> state = new LinkedHashMap<>();
    for (Variable each : policy.variables()) {
      state.putIfAbsent(terms.name(each), each.doc());
    }
    return state;
  }

  private void variables(Operators text) {
    Map<String, Optional<String>> config = config();
    if (!config.isEmpty()) {
      text.comment("Flags and undecided traits: chosen once, constant afterwards.");
      text.variables(config);
      text.gap();
    }
    Map<String, Optional<String>> state = state();
    if (!state.isEmpty()) {
      text.comment("The state.");
      text.variables(state);
      text.gap();
    }
    text.comment("What the latest step was and answered, for people and properties.");
    text.line("VARIABLE " + operator("last"));
    text.gap();
    List<String> whole = new ArrayList<>();
    if (!config.isEmpty()) {
      text.tuple(operator("config"), List.copyOf(config.keySet()));
      whole.add(operator("config"));
    }
    whole.addAll(state.keySet());
    text.tuple(operator("state"), whole);
    text.tuple(operator("vars"), List.of(operator("state"), operator("last")));
    text.gap();
  }

  // --- Properties
  // ----------------------------------------------------------------------------------

  private String claims(boolean ghosts) {
    StringBuilder text = new StringBuilder();
    StringBuilder said = new StringBuilder();
    StringBuilder everything = new StringBuilder();
    for (Claims.Formula each : formulas) {
      everything.append(ghosts ? "" : each.text());
      if (each.ghosts() == ghosts) {
        said.append(each.text()).append('\n');
      }
    }
    // The module that follows ghosts extends the other, and has its operators from there.
    String all = everything.toString();
    String effects = operator("last") + "'.effects";
    String i = names.of("bound", "i");
    String j = names.of("bound", "j");
    if (all.contains(terms.does() + "(")) {
      String effect = names.of("bound", "effect");
      text.append(Comments.lines("The step has an effect."));
      text.append(terms.does() + "(" + effect + ") ==\n  \\E " + i + " \\in DOMAIN " + effects
          + " : " + effects + "[" + i + "] = " + effect + "\n\n");
    }
    if (all.contains(terms.doesBefore() + "(")) {
      String one = names.of("bound", "one");
      String other = names.of("bound", "other");
      String k = names.of("bound", "k");
      text.append(Comments.lines("The step has both effects, the first one first."));
      text.append(terms.doesBefore() + "(" + one + ", " + other + ") ==\n  \\E " + i + ", " + j
          + " \\in DOMAIN " + effects + " :\n    /\\ " + i + " < " + j + "\n    /\\ " + effects
          + "["
          + i + "] = " + one + "\n    /\\ " + effects + "[" + j + "] = " + other + "\n    /\\ \\A "
          + k + " \\in 1.." + i + " : " + effects + "[" + k + "] # " + other + "\n\n");
    }
    return text.append(said).toString();
  }
}
