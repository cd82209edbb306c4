package dev.foliospec.generator.export.tla;

import dev.foliospec.explore.Exploration;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Lowering;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.Source;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
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
  private final Set<String> families = new LinkedHashSet<>();

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
    policy.variables().forEach(each -> {
      terms.name(each);
      families.add(each.family());
    });
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
    files.put(module + ".cfg", config(false, false));
    if (formulas.stream().anyMatch(each -> isAsked(each, false, true))) {
      files.put(module + "_reachable.cfg", config(false, true));
    }
    if (formulas.stream().anyMatch(Claims.Formula::ghosts)) {
      files.put(module + "_ghosts.tla", ghosts());
      files.put(module + "_ghosts.cfg", config(true, false));
      if (formulas.stream().anyMatch(each -> isAsked(each, true, true))) {
        files.put(module + "_ghosts_reachable.cfg", config(true, true));
      }
    }
    return files;
  }

  private static boolean isAsked(Claims.Formula formula, boolean ghosts, boolean reachable) {
    return formula.ghosts() == ghosts
        && formula.kind() != Claims.Kind.NOTE
        && (formula.kind() == Claims.Kind.UNREACHABLE) == reachable;
  }

  // --- Configurations
  // ------------------------------------------------------------------------------

  private String config(boolean ghosts, boolean reachable) {
    String name = module + (ghosts ? "_ghosts" : "");
    StringBuilder text = new StringBuilder();
    if (reachable) {
      text.append(Comments.lines(
          "What can be reached. Each invariant must be violated, and what TLC shows for it is how its"
              + " state is reached. TLC stops at the first that it finds: take that one out and run it"
              + " again. What must hold is asked by "
              + name
              + ".cfg."));
    } else {
      text.append(Comments.lines("Everything that TLC can check of " + name + ".tla."));
    }
    text.append("SPECIFICATION ")
        .append(operator(ghosts ? "GhostSpec" : "Spec"))
        .append('\n');
    List<String> constants = constants();
    if (!constants.isEmpty()) {
      text.append("CONSTANTS\n");
      constants.forEach(
          each -> text.append("  ").append(each).append(" = ").append(each).append('\n'));
    }
    text.append(Comments.lines("Without what the latest step was: " + operator("last") + "."));
    text.append("VIEW ").append(operator(ghosts ? "GhostView" : "View")).append('\n');
    text.append(Comments.lines("A policy may have states in which nothing can happen any more."));
    text.append("CHECK_DEADLOCK FALSE\n");
    List<String> invariants = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    if (!reachable && !ghosts) {
      invariants.add(operator("TypeOK"));
    }
    for (Claims.Formula each : formulas) {
      if (isAsked(each, ghosts, reachable)) {
        (each.kind() == Claims.Kind.STEPS ? steps : invariants).add(each.name());
      }
    }
    list(text, "INVARIANTS", invariants);
    list(text, "PROPERTIES", steps);
    return text.toString();
  }

  private static void list(StringBuilder text, String head, List<String> names) {
    if (!names.isEmpty()) {
      text.append(head).append('\n');
      names.forEach(each -> text.append("  ").append(each).append('\n'));
    }
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
    return "-".repeat(dashes / 2) + title + "-".repeat(dashes - dashes / 2) + "\n";
  }

  private static final String LAST = "=".repeat(Layout.WIDTH) + "\n";
  private static final String BETWEEN = "-".repeat(Layout.WIDTH) + "\n\n";

  private String module() {
    String initial = initial();
    String typed = typed();
    String said = claims(false);
    String declared = declared();
    StringBuilder text = new StringBuilder(first(module));
    head(text);
    text.append("EXTENDS Integers, Sequences\n\n");
    constantsDeclared(text);
    variables(text);
    text.append(BETWEEN).append(declared).append(typed).append(initial);
    text.append(actions).append('\n');
    text.append(operator("Spec"))
        .append(" == ")
        .append(operator("Init"))
        .append(" /\\ [][")
        .append(operator("Next"))
        .append("]_")
        .append(operator("vars"))
        .append("\n\n");
    if (!said.isEmpty()) {
      text.append(BETWEEN).append(said);
    }
    return text.append(LAST).toString();
  }

  private void head(StringBuilder text) {
    Policy written = pages.map(each -> each.lowered().policy()).orElse(policy);
    String kind = policy
        .lifting()
        .map(each -> ", a system of " + each.pages() + (each.pages() == 1 ? " page" : " pages"))
        .orElse(", a policy");
    text.append(Comments.lines(
        policy.name() + kind + " of " + written.vocabulary().name() + ", as its rows say."));
    policy.doc().ifPresent(doc -> text.append("\\*\n").append(Comments.lines(doc)));
    for (Lack lack : written.lacks()) {
      text.append(Comments.lines(
          "It lacks " + lack.event().name() + ". " + Comments.grounds(lack.grounds())));
    }
    sources(written, text);
    text.append("\\*\n");
    int states = explored.dense().states();
    text.append(Comments.lines(
        explored.complete()
            ? "Distinct states with " + module + ".cfg, and of the policy: " + states + "."
            : "The policy reaches more states than were explored: more than " + states + "."));
    text.append(Comments.lines(
        "Generated by Foliospec from the policy's tables. Edit the tables, not this module."));
    text.append('\n');
  }

  /** The documents that are cited, each once. */
  private void sources(Policy written, StringBuilder text) {
    Set<String> cited = new HashSet<>();
    policy.lifting().ifPresent(lifting -> {
      lifting.commonGrounds().forEach(each -> cite(each, cited));
      lifting.events().forEach(each -> {
        cite(each.grounds(), cited);
        each.globals().forEach(global -> cite(global.grounds(), cited));
      });
      lifting.refusals().forEach(each -> cite(each.row().grounds(), cited));
    });
    written.lacks().forEach(each -> cite(each.grounds(), cited));
    written.tables().forEach(table -> table.rows().forEach(row -> cite(row.grounds(), cited)));
    properties.forEach(each -> cite(each.grounds(), cited));
    boolean first = true;
    for (Source source : policy.sources()) {
      if (cited.contains(source.id())) {
        text.append(first ? "\\*\n\\* Sources:\n" : "");
        first = false;
        text.append(Comments.lines("  " + source.id() + ": " + source.text()));
      }
    }
  }

  private static void cite(Grounds grounds, Set<String> cited) {
    grounds.sources().forEach(each -> cited.add(each.source()));
  }

  private void constantsDeclared(StringBuilder text) {
    List<String> constants = constants();
    if (!constants.isEmpty()) {
      text.append("CONSTANTS\n");
      for (int at = 0; at < constants.size(); at++) {
        boolean none = constants.get(at).equals(terms.noOutput())
            && hasOutputs()
            && at == constants.size() - 1;
        text.append("  ")
            .append(constants.get(at))
            .append(at < constants.size() - 1 ? "," : "")
            .append(
                none
                    ? "  \\* what an answer shows that has no such output"
                    : "  \\* beside numbers in some type, and so no string")
            .append('\n');
      }
      text.append('\n');
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

  private void variables(StringBuilder text) {
    Map<String, Optional<String>> config = config();
    if (!config.isEmpty()) {
      text.append(Comments.lines("Flags and undecided traits: chosen once, constant afterwards."));
      declare(text, config);
      text.append('\n');
    }
    Map<String, Optional<String>> state = state();
    if (!state.isEmpty()) {
      text.append(Comments.lines("The state."));
      declare(text, state);
      text.append('\n');
    }
    text.append(
        Comments.lines("What the latest step was and answered, for people and properties."));
    text.append("VARIABLE ").append(operator("last")).append("\n\n");
    if (!config.isEmpty()) {
      tuple(text, operator("config"), List.copyOf(config.keySet()));
    }
    List<String> whole = new ArrayList<>();
    if (!config.isEmpty()) {
      whole.add(operator("config"));
    }
    whole.addAll(state.keySet());
    tuple(text, operator("state"), whole);
    tuple(text, operator("vars"), List.of(operator("state"), operator("last")));
    text.append('\n');
  }

  private static void declare(StringBuilder text, Map<String, Optional<String>> variables) {
    text.append(variables.size() == 1 ? "VARIABLE\n" : "VARIABLES\n");
    int at = 0;
    for (Map.Entry<String, Optional<String>> each : variables.entrySet()) {
      text.append("  ")
          .append(each.getKey())
          .append(++at < variables.size() ? "," : "")
          .append(Comments.trailing(each.getValue()))
          .append('\n');
    }
  }

  private static void tuple(StringBuilder text, String name, List<String> parts) {
    define(text, name, new Piece.Listed("<<", parts.stream().map(Piece::atom).toList(), ">>"));
  }

  private static void define(StringBuilder text, String head, Piece body) {
    List<String> lines = Layout.lines(body, head.length() + 4);
    boolean isList = body instanceof Piece.Listed;
    if (lines.size() == 1 || isList) {
      text.append(head).append(" == ").append(String.join("\n", lines)).append('\n');
    } else {
      text.append(head)
          .append(" ==\n  ")
          .append(String.join("\n", Layout.lines(body, 2)))
          .append('\n');
    }
  }

  // --- Types, maps, definitions
  // --------------------------------------------------------------------

  private String declared() {
    StringBuilder text = new StringBuilder();
    // Definitions may use orders, so what they use is noted before it is written.
    StringBuilder definitions = new StringBuilder();
    for (TraitSetting each : policy.choices()) {
      if (Choices.follows(each)) {
        each.trait().doc().ifPresent(doc -> definitions.append(Comments.lines(doc)));
        define(definitions, terms.name(each.trait()), Choices.value(each, names, terms));
        definitions.append('\n');
      }
    }
    defined(terms, definitions);
    pages.ifPresent(each -> defined(each.terms(), definitions));
    terms
        .types()
        .values()
        .forEach(
            each -> define(text, names.of("type", each.name().orElseThrow()), terms.written(each)));
    text.append(terms.types().isEmpty() ? "" : "\n");
    for (ValueMap each : terms.maps().values()) {
      map(text, each);
    }
    if (!terms.orders().isEmpty()) {
      terms
          .orders()
          .forEach((type, name) -> define(
              text,
              name,
              new Piece.Listed("<<", type.values().stream().map(terms::literal).toList(), ">>")));
      order(text, terms.before(), "<");
      order(text, terms.notAfter(), "<=");
      text.append('\n');
    }
    return text.append(definitions).toString();
  }

  /** The definitions that some terms have used. */
  private void defined(Terms used, StringBuilder text) {
    for (Definition each : List.copyOf(used.definitions().values())) {
      each.doc().ifPresent(doc -> text.append(Comments.lines(doc)));
      String head = Layout.flat(used.called(used.definition(each), Terms.arguments(each)));
      define(text, head, used.of(each.expression(), Terms.Place.ACTION));
      text.append('\n');
    }
  }

  private void order(StringBuilder text, String name, String sign) {
    String order = names.of("bound", "order");
    String one = names.of("bound", "one");
    String other = names.of("bound", "other");
    String i = names.of("bound", "i");
    String j = names.of("bound", "j");
    text.append(name + "(" + order + ", " + one + ", " + other + ") ==\n");
    text.append("  \\E " + i + ", " + j + " \\in DOMAIN " + order + " : " + i + " " + sign + " " + j
        + " /\\ " + order + "[" + i + "] = " + one + " /\\ " + order + "[" + j + "] = " + other
        + "\n");
  }

  private void map(StringBuilder text, ValueMap map) {
    Map<Value, List<Value>> sources = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (from, to) -> sources.computeIfAbsent(to, none -> new ArrayList<>()).add(from));
    String bound = names.of("bound", "x");
    List<Piece> domain = map.entries().keySet().stream().map(terms::literal).toList();
    String head = String.join(
        "\n", Layout.lines(new Piece.Listed("[" + bound + " \\in {", domain, "} |->"), 2));
    StringBuilder cases = new StringBuilder();
    sources.forEach((to, from) -> {
      Piece when = from.size() == 1
          ? new Piece.Related(Piece.atom(bound), " = ", terms.literal(from.get(0)))
          : Piece.in(bound, terms.set(from));
      cases
          .append(cases.length() == 0 ? "CASE " : "\n       [] ")
          .append(String.join("\n", Layout.lines(when, 10)))
          .append(" -> ")
          .append(terms.value(to));
    });
    text.append(names.of("map", map.name()) + " ==\n  " + head + "\n     " + cases + "]\n\n");
  }

  // --- Types and first states
  // ----------------------------------------------------------------------

  private String typed() {
    List<Piece> parts = chosen();
    for (String family : families) {
      List<Variable> elements = elements(family);
      Variable first = elements.get(0);
      Piece type = terms.set(first.type());
      parts.add(new Piece.Related(
          Piece.atom(terms.name(first)),
          " \\in ",
          first
              .member()
              .<Piece>map(member -> Piece.atom(
                  "[" + Layout.flat(terms.set(member.over())) + " -> " + Layout.flat(type) + "]"))
              .orElse(type)));
    }
    StringBuilder text = new StringBuilder();
    define(text, operator("TypeOK"), Piece.all(parts));
    text.append("\n");
    text.append(Comments.lines("What tells states apart."));
    text.append(operator("View") + " == " + operator("state") + "\n\n");
    return text.toString();
  }

  /** What flags and undecided traits may be. */
  private List<Piece> chosen() {
    List<Piece> parts = new ArrayList<>();
    for (FlagSetting each : policy.flags()) {
      parts.add(new Piece.Related(
          Piece.atom(terms.name(each.flag())), " \\in ", terms.set(each.allowed())));
    }
    for (TraitSetting each : policy.choices()) {
      parts.add(new Piece.Related(
          Piece.atom(Choices.variable(each, names, terms)), " \\in ", alternatives(each)));
    }
    return parts;
  }

  private Piece alternatives(TraitSetting setting) {
    return new Piece.Listed(
        "{",
        setting.alternatives().stream().map(each -> Choices.held(each, terms)).toList(),
        "}");
  }

  private List<Variable> elements(String family) {
    return policy.variables().stream()
        .filter(each -> each.family().equals(family))
        .toList();
  }

  private String initial() {
    List<Piece> parts = chosen();
    for (String family : families) {
      List<Variable> elements = elements(family);
      parts.add(new Piece.Related(Piece.atom(terms.name(elements.get(0))), " = ", first(elements)));
    }
    List<Piece> fields = new ArrayList<>();
    for (String each : List.of("row", "event")) {
      fields.add(new Piece.Related(Piece.atom(each), " |-> ", Piece.atom("\"none\"")));
    }
    fields.add(new Piece.Related(Piece.atom("args"), " |-> ", Piece.atom("<<>>")));
    if (!policy.chances().isEmpty()) {
      fields.add(new Piece.Related(Piece.atom("chances"), " |-> ", Piece.atom("<<>>")));
    }
    fields.add(new Piece.Related(Piece.atom("answer"), " |-> ", Piece.atom("\"none\"")));
    fields.add(new Piece.Related(Piece.atom("out"), " |-> ", Piece.atom("<<>>")));
    fields.add(new Piece.Related(Piece.atom("effects"), " |-> ", Piece.atom("<<>>")));
    fields.add(new Piece.Related(Piece.atom("odd"), " |-> ", Piece.atom("FALSE")));
    parts.add(
        new Piece.Related(Piece.atom(operator("last")), " = ", new Piece.Listed("[", fields, "]")));
    StringBuilder text = new StringBuilder();
    define(text, operator("Init"), Piece.all(parts));
    text.append('\n');
    did(text);
    return text.toString();
  }

  /** What a variable starts with, or by index what each element does. */
  private Piece first(List<Variable> elements) {
    Optional<Variable.Member> member = elements.get(0).member();
    if (member.isEmpty()) {
      return first(elements.get(0));
    }
    String bound = names.of("bound", "x");
    Piece value = first(elements.get(elements.size() - 1));
    for (int at = elements.size() - 2; at >= 0; at--) {
      Piece other = first(elements.get(at));
      if (!other.equals(value)) {
        value = new Piece.Conditional(
            new Piece.Related(
                Piece.atom(bound),
                " = ",
                terms.literal(elements.get(at).member().orElseThrow().key())),
            other,
            value);
      }
    }
    return Piece.atom("[" + bound + " \\in "
        + Layout.flat(terms.set(member.get().over())) + " |-> " + Layout.flat(value) + "]");
  }

  private Piece first(Variable variable) {
    for (Initial initial : policy.initials()) {
      if (initial.variable().name().equals(variable.name())) {
        return first(variable, initial.cases(), 0);
      }
    }
    return terms.literal(variable.initial().orElseThrow());
  }

  private Piece first(Variable variable, List<Initial.Case> cases, int at) {
    if (at == cases.size()) {
      return terms.literal(variable.initial().orElseThrow());
    }
    Initial.Case here = cases.get(at);
    Optional<Expression> condition = here.condition().map(lowered.settled()::of);
    if (condition.isEmpty()) {
      return terms.literal(here.value());
    }
    if (condition.get() instanceof Expression.Literally literally) {
      return literally.truth() ? terms.literal(here.value()) : first(variable, cases, at + 1);
    }
    return new Piece.Conditional(
        terms.of(condition.get(), Terms.Place.ACTION),
        terms.literal(here.value()),
        first(variable, cases, at + 1));
  }

  private void did(StringBuilder text) {
    List<String> told = new ArrayList<>(List.of("row", "event", "args"));
    if (!policy.chances().isEmpty()) {
      told.add("chances");
    }
    told.addAll(List.of("answer", "out", "effects"));
    List<Piece> fields = new ArrayList<>();
    List<String> bound = new ArrayList<>();
    for (String each : told) {
      String name = names.of("bound", each);
      bound.add(name);
      fields.add(new Piece.Related(Piece.atom(each), " |-> ", Piece.atom(name)));
    }
    String last = operator("last");
    fields.add(new Piece.Related(Piece.atom("odd"), " |-> ", Piece.atom("~" + last + ".odd")));
    text.append(
        Comments.lines("What a step says of itself. One is odd, the next even, so that no step"
            + " stutters and formulas of steps see them all."));
    define(
        text,
        operator("Did") + "(" + String.join(", ", bound) + ")",
        new Piece.Related(Piece.atom(last + "'"), " = ", new Piece.Listed("[", fields, "]")));
    text.append('\n');
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

  // --- The module that follows ghosts
  // --------------------------------------------------------------

  private String ghosts() {
    String said = claims(true);
    List<Ghost> followed = policy.ghosts();
    StringBuilder text = new StringBuilder(first(module + "_ghosts"));
    text.append(Comments.lines(policy.name()
        + " with its ghosts: history that follows the effects of steps and that properties alone"
        + " read. They make more states of some, so they are kept out of " + module + ".tla."));
    text.append('\n');
    text.append("EXTENDS ").append(module).append("\n\n");
    Map<String, Optional<String>> declared = new LinkedHashMap<>();
    followed.forEach(each -> declared.put(terms.name(each), each.doc()));
    declare(text, declared);
    text.append('\n');
    List<Piece> typed = new ArrayList<>();
    List<Piece> first = new ArrayList<>();
    List<Piece> next = new ArrayList<>();
    first.add(Piece.atom(operator("Init")));
    next.add(Piece.atom(operator("Next")));
    for (Ghost each : followed) {
      String name = terms.name(each);
      String after = names.of("after", name + "_after");
      follow(text, each, after);
      typed.add(new Piece.Related(Piece.atom(name), " \\in ", terms.written(each.type())));
      first.add(new Piece.Related(Piece.atom(name), " = ", terms.literal(each.initial())));
      next.add(new Piece.Related(
          Piece.atom(name + "'"),
          " = ",
          Piece.atom(after + "(" + name + ", " + operator("last") + "'.effects)")));
    }
    define(text, operator("GhostTypeOK"), Piece.all(typed));
    define(text, operator("GhostInit"), Piece.all(first));
    define(text, operator("GhostNext"), Piece.all(next));
    List<String> whole = new ArrayList<>(List.of(operator("state")));
    whole.addAll(declared.keySet());
    tuple(text, operator("GhostView"), whole);
    List<String> all = new ArrayList<>(List.of(operator("vars")));
    all.addAll(declared.keySet());
    tuple(text, operator("ghostVars"), all);
    text.append(operator("GhostSpec") + " == " + operator("GhostInit") + " /\\ []["
        + operator("GhostNext") + "]_" + operator("ghostVars") + "\n\n");
    return text.append(BETWEEN).append(said).append(LAST).toString();
  }

  /** How a ghost follows effects, one after another. */
  private void follow(StringBuilder text, Ghost ghost, String name) {
    String value = names.of("bound", "value");
    String effects = names.of("bound", "effects");
    Type type = ghost.type();
    String effect = names.of("bound", "effect");
    String on = names.of("on", terms.name(ghost) + "_on");
    Piece next = Piece.atom(value);
    for (int at = ghost.rules().size() - 1; at >= 0; at--) {
      Ghost.Rule rule = ghost.rules().get(at);
      Piece moved = rule.value().isPresent()
          ? terms.literal(rule.value().get())
          : moved(type, value, rule.shift());
      next = new Piece.Conditional(
          new Piece.Plain(effect + " = \"" + rule.effect() + "\"", Piece.Binding.RELATION),
          moved,
          next);
    }
    define(text, on + "(" + value + ", " + effect + ")", next);
    text.append("\nRECURSIVE ").append(name).append("(_, _)\n");
    define(
        text,
        name + "(" + value + ", " + effects + ")",
        new Piece.Conditional(
            Piece.atom(effects + " = <<>>"),
            Piece.atom(value),
            Piece.atom(name + "(" + on + "(" + value + ", Head(" + effects + ")), Tail(" + effects
                + "))")));
    text.append('\n');
  }

  /** So many places further in the type, or the last on the way. */
  private Piece moved(Type type, String value, int by) {
    List<Value> values = type.values();
    Value end = by < 0 ? values.get(0) : values.get(values.size() - 1);
    if (type.isRange()) {
      String shifted = value + (by < 0 ? " - " : " + ") + Math.abs((long) by);
      String beyond = shifted + (by < 0 ? " <= " : " >= ") + end;
      return new Piece.Conditional(
          new Piece.Plain(beyond, Piece.Binding.RELATION),
          terms.literal(end),
          new Piece.Plain(shifted, Piece.Binding.SUM));
    }
    Piece moved = terms.literal(end);
    for (int at = values.size() - 1; at >= 0; at--) {
      long to = Math.max(0, Math.min(values.size() - 1, (long) at + by));
      if (values.get((int) to).equals(end)) {
        continue;
      }
      moved = new Piece.Conditional(
          new Piece.Plain(value + " = " + terms.value(values.get(at)), Piece.Binding.RELATION),
          terms.literal(values.get((int) to)),
          moved);
    }
    return moved;
  }
}
