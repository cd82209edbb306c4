package dev.foliospec.generator.export.promela;

import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Lowering;
import dev.foliospec.generator.rows.Settled;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A policy as a model for Spin: one process, which takes one step for each transition.
 *
 * <p>Spin stores one state more than the policy reaches: the one before flags and undecided traits are
 * chosen. Which event happens, with which arguments and chances, is chosen in the same atomic
 * sequence as the step that carries it out, so that it makes no states; nor does what is only
 * needed meanwhile, since it is 0 between events.
 */
public final class Promela {
  private final Policy policy;

  /** What each page follows: the policy itself, unless it is a system. */
  private final Policy page;

  private final List<Property> properties;
  private final Names names;
  private final Expressions expressions;
  private final Claims claims;
  private final Set<ValueMap> maps = new LinkedHashSet<>();
  private final Scratch scratch = new Scratch();
  private final Text text = new Text();
  private final String type;

  private Promela(Policy policy, List<Property> properties) {
    this.policy = policy;
    this.page = policy.lifting().map(Lifting::page).orElse(policy);
    this.properties = properties;
    for (Table table : page.tables()) {
      table.rows().forEach(row -> maps(row, maps));
    }
    List<Slot> read = Claims.reads(policy, properties);
    names = new Names(policy, page, maps, Claims.observed(read));
    expressions = Expressions.ofStates(names);
    claims = new Claims(policy, properties, names, expressions);
    type = names.type();
  }

  /**
   * The model of a policy, all its flags and undecided traits together.
   *
   * @param properties those of all policies; the ones about this policy become assertions
   */
  public static String write(Policy policy, List<Property> properties) {
    return Lowering.of(policy.lifting().map(Lifting::page).orElse(policy))
        .map(lowered -> new Promela(policy, properties).text(lowered))
        .orElse(Text.comment("policy " + policy.name())
            + "\n#error the steps of a row make too many cases\n");
  }

  private static void maps(Transition row, Set<ValueMap> found) {
    row.outcome().updates().forEach(update -> maps(update.value(), found));
    row.outcome().outputs().forEach(output -> maps(output.value(), found));
    row.outcome().errorOutputs().forEach(output -> maps(output.value(), found));
  }

  private static void maps(NewValue value, Set<ValueMap> found) {
    if (value instanceof NewValue.Mapped mapped) {
      found.add(mapped.map());
    } else if (value instanceof NewValue.OneOf some) {
      some.choices().forEach(choice -> maps(choice, found));
    }
  }

  private String text(Lowered lowered) {
    Text events = new Text();
    Set<String> observed = new LinkedHashSet<>();
    Claims.observed(Claims.reads(policy, properties)).forEach(each -> observed.add(each.name()));
    Events writer = new Events(policy, names, expressions, claims, scratch, observed, events);
    Text choices = new Text().in();
    for (String each : List.of("happens", "asked", "one_row", "step_row", "in_range")) {
      scratch.variable("byte", each);
    }
    for (String each : List.of("event", "row", "rows", "answer", "effects")) {
      scratch.variable("short", each);
    }
    scratch.variable("int", "pick");
    scratched(observed);
    if (policy.lifting().isPresent()) {
      Expressions ofPage = Expressions.ofPage(names);
      Pages pages = new Pages(
          policy,
          policy.lifting().get(),
          names,
          expressions,
          ofPage,
          writer,
          new Events(page, names, ofPage, claims, scratch, observed, events),
          scratch,
          observed,
          events);
      pages.write(lowered);
      lowered.events().forEach(rows -> pages.choices(rows, read(rows.event()), choices));
    } else {
      writer.picks(lowered.events());
      for (EventRows rows : lowered.events()) {
        List<Chance> chances = chances(rows.event());
        writer.write(rows, chances);
        choices(rows, chances, writer, choices);
      }
    }
    header();
    constants();
    settings();
    state();
    claims.write(text);
    claims.ghosts(text, type);
    text.line("");
    printing(writer);
    effects();
    moving(writer);
    text.add(events);
    process(choices);
    return text.toString();
  }

  private void scratched(Set<String> observed) {
    for (Event event : policy.events()) {
      event.parameters().forEach(each -> scratch.variable(type, expressions.slot(each, false)));
      event.outputs().forEach(each -> scratch.variable(type, names.named("o_", each.name())));
    }
    policy.chances().forEach(each -> scratch.variable(type, expressions.slot(each, false)));
    observed.forEach(each -> scratch.variable(type, names.named("o_", each)));
    claims.effects().forEach(each -> scratch.variable("short", expressions.effect(each)));
    arrays("n_").forEach((name, length) -> {
      if (length == 0) {
        scratch.variable(type, name);
      } else {
        scratch.array(type, name, length);
      }
    });
    for (Map<String, Definition> some :
        List.of(definitions(), claims.definitions(true), claims.definitions(false))) {
      some.values().forEach(each -> scratch.variable("byte", expressions.definition(each)));
    }
  }

  // --- What is read ---------------------------------------------------------------------------

  /** The chances that the rows of an event read, or properties of it do. */
  private List<Chance> chances(Event event) {
    Set<String> read = new LinkedHashSet<>(new ChanceReads(policy).of(event));
    read.addAll(read(event));
    return policy.chances().stream().filter(each -> read.contains(each.name())).toList();
  }

  /** The chances that properties of an event read. */
  private Set<String> read(Event event) {
    Set<String> read = new LinkedHashSet<>();
    ChanceReads.chances(Claims.reads(policy, properties, event.name()), read);
    return read;
  }

  /** Adds the definitions that an expression names, those that they name before them. */
  static void definitions(Expression expression, Map<String, Definition> named) {
    Deque<Definition> open = new ArrayDeque<>(Settled.named(expression));
    while (!open.isEmpty()) {
      Definition top = open.peek();
      int before = open.size();
      if (!named.containsKey(top.name())) {
        for (Definition each : Settled.named(top.expression())) {
          if (!named.containsKey(each.name())) {
            open.push(each);
          }
        }
      }
      if (open.size() == before) {
        open.pop();
        named.putIfAbsent(top.name(), top);
      }
    }
  }

  /** The policy's definitions, those that one names before it. */
  private Map<String, Definition> definitions() {
    Map<String, Definition> all = new LinkedHashMap<>();
    for (Definition definition : policy.definitions()) {
      definitions(new Expression.Defined(definition), all);
    }
    return all;
  }

  /** Variables by name, an indexed one once, with how many places it has; 0 where it is none. */
  private Map<String, Integer> arrays(String before) {
    Map<String, Integer> arrays = new LinkedHashMap<>();
    for (Variable variable : policy.variables()) {
      arrays.put(
          names.named(before, variable.family()),
          variable.member().map(member -> names.length(member.over())).orElse(0));
    }
    return arrays;
  }

  // --- Declarations ---------------------------------------------------------------------------

  private void header() {
    text.line("/*");
    text.line(" * Policy " + Text.inComment(policy.name()) + " of "
        + Text.inComment(policy.vocabulary().name())
        + ", for Spin. Generated; change the tables, not this file.");
    text.line(" *");
    text.line(
        " * One process takes one step for each transition. Spin stores one state more than the");
    text.line(" * policy reaches: the one before flags and undecided traits are chosen.");
    text.line(" *");
    text.line(" *   spin -a FILE && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000");
    text.line(" *");
    text.line(
        " * spin -DP_name asks for a property, -DALL for all that must hold, -DEXEMPT for those that");
    text.line(
        " * exceptions let the policy break, -DREACHABLE asks to reach what should be reachable: an");
    text.line(
        " * assertion `unreached_...` that is violated shows how. With -DLABELS, and -DPRINTF for cc,");
    text.line(" * each transition is printed.");
    text.line(
        " * Where Spin says `d_step sequence too long`, -DSTEP=atomic says the same more slowly.");
    text.line(" */");
    text.line("#ifndef STEP");
    text.line("#define STEP d_step");
    text.line("#endif");
    text.line("");
  }

  private void constants() {
    text.note("values");
    names.constants().forEach((code, name) -> text.line("#define " + name + " " + code));
    text.note("answers");
    text.line("#define " + names.named("a_", "ok") + " 1");
    int answer = 2;
    for (ErrorAnswer error : policy.errors()) {
      text.line("#define " + names.named("a_", error.name()) + " " + answer++);
    }
    text.line("#define forbidden " + answer);
    text.note("events");
    int number = 1;
    for (Event event : policy.events()) {
      text.line("#define " + names.named("ev_", event.name()) + " " + number++);
    }
    text.note("effects");
    number = 1;
    for (Effect effect : policy.effects()) {
      text.line("#define " + names.named("x_", effect.name()) + " " + number++);
    }
    text.note("rows");
    number = 1;
    List<Transition> rows = new ArrayList<>();
    policy.lifting().ifPresent(its -> its.refusals().forEach(each -> rows.add(each.row())));
    page.checks().forEach(table -> rows.addAll(table.rows()));
    page.bodies().forEach(table -> rows.addAll(table.rows()));
    for (Transition row : rows) {
      text.line("#define " + names.named("r_", row.id().id()) + " " + number++);
    }
    for (ValueMap map : maps) {
      text.note("map " + map.name());
      text.line(
          "#define " + names.named("m_", map.name()) + "(x) " + names.mapped(map.entries(), "(x)"));
    }
  }

  private void settings() {
    text.line("");
    for (FlagSetting setting : policy.flags()) {
      if (setting.allowed().size() > 1) {
        text.note("flag " + setting.flag().name());
        text.line(type + " " + names.flag(setting.flag().name()) + ";");
      }
    }
    for (TraitSetting setting : policy.choices()) {
      String name = setting.trait().name();
      List<String> spelled = new ArrayList<>();
      for (int at = 0; at < setting.alternatives().size(); at++) {
        spelled.add(at + " is " + setting.alternatives().get(at).spelled());
      }
      text.note("trait " + name + ", undecided: " + String.join(", ", spelled));
      text.line("byte " + names.named("k_", name) + ";");
      if (!setting.trait().effects()) {
        StringBuilder chain = new StringBuilder();
        int last = setting.alternatives().size() - 1;
        for (int at = 0; at < last; at++) {
          chain.append('(').append(names.named("k_", name)).append(" == ").append(at);
          chain.append(" -> ").append(names.alternative(setting.alternatives().get(at)));
          chain.append(" : ");
        }
        chain.append(names.alternative(setting.alternatives().get(last)));
        text.line("#define " + names.trait(name) + " " + chain.append(")".repeat(last)));
      }
    }
  }

  private void state() {
    text.line("");
    text.note("the state");
    Map<String, Integer> arrays = arrays("s_");
    Set<String> declared = new LinkedHashSet<>();
    for (Variable variable : policy.variables()) {
      String name = names.named("s_", variable.family());
      if (declared.add(name)) {
        int length = arrays.getOrDefault(name, 0);
        String doc = variable.doc().map(each -> "  " + Text.comment(each)).orElse("");
        text.line(type + " " + name + (length == 0 ? "" : "[" + length + "]") + ";" + doc);
      }
    }
    text.line("");
    text.note("what is used while an event is worked out, and is 0 between events");
    scratch.declare(text);
    text.line("");
  }

  private void printing(Events writer) {
    text.note("each transition on a line: effects, the event, its row and answer, two states");
    text.line("#ifdef LABELS");
    text.line("#define show(x) printf(\" %d\", x)");
    text.line("#define show_line() printf(\" T\")");
    text.line("#define show_states() \\");
    for (FlagSetting setting : policy.flags()) {
      text.line("  show(" + names.flag(setting.flag().name()) + "); \\");
    }
    for (TraitSetting setting : policy.choices()) {
      text.line("  show(" + names.named("k_", setting.trait().name()) + "); \\");
    }
    for (String before : List.of("s_", "n_")) {
      writer.variables(before).forEach(each -> text.line("  show(" + each + "); \\"));
    }
    text.line("  printf(\"\\n\")");
    text.line("#else");
    text.line("#define show(x) skip");
    text.line("#define show_line() skip");
    text.line("#define show_states() skip");
    text.line("#endif");
    text.line("");
  }

  private void effects() {
    Set<String> spoken = claims.effects();
    for (Effect effect : policy.effects()) {
      text.line("inline " + names.named("do_", effect.name()) + "() {").in();
      List<String> statements = new ArrayList<>();
      statements.add("effects++");
      if (spoken.contains(effect.name())) {
        String place = expressions.effect(effect.name());
        statements.add(place + " = (" + place + " == 0 -> effects : " + place + ")");
      }
      statements.addAll(claims.follow(effect.name()));
      statements.add("show(" + names.named("x_", effect.name()) + ")");
      String done = String.join("; ", statements);
      text.line(policy.lifting().isPresent() ? "if :: deed -> " + done + " :: else fi" : done);
      text.out().line("}");
    }
    text.line("");
  }

  private void moving(Events writer) {
    List<String> now = writer.variables("s_");
    List<String> next = writer.variables("n_");
    text.note("before an event: the next state is this one, definitions are worked out");
    text.line("inline begin() {").in();
    for (int at = 0; at < now.size(); at++) {
      text.line(next.get(at) + " = " + now.get(at) + ";");
    }
    claims.eachGhost("begin_").forEach(each -> text.line(each + ";"));
    definitions().values().forEach(each -> text.line(expressions.worked(each) + ";"));
    if (policy.lifting().isPresent()) {
      text.line("keep();");
    }
    text.line("step_row = 0");
    text.out().line("}");
    text.line("");
    text.note("what must hold of every state: values are of their types, and properties");
    text.line("inline states() {").in();
    text.line("in_range = (" + range() + ");");
    text.line("assert(in_range);");
    Map<String, Definition> named = claims.definitions(true);
    named.values().forEach(each -> text.line(expressions.worked(each) + ";"));
    claims.ofStates().forEach(each -> text.line(each + ";"));
    named.values().forEach(each -> text.line(expressions.definition(each) + " = 0;"));
    text.line("in_range = 0");
    text.out().line("}");
    text.line("");
    text.line("inline commit() {").in();
    for (int at = 0; at < now.size(); at++) {
      text.line(now.get(at) + " = " + next.get(at) + ";");
    }
    claims.eachGhost("commit_").forEach(each -> text.line(each + ";"));
    text.line("states()");
    text.out().line("}");
    text.line("");
    text.line("inline finish() {").in();
    scratch.reset(text);
    claims.eachGhost("reset_").forEach(each -> text.line(each + ";"));
    text.line("skip");
    text.out().line("}");
    text.line("");
  }

  /** Spin leaves variables out of its states that nothing reads; this reads all. */
  private String range() {
    List<String> parts = new ArrayList<>();
    for (Variable variable : policy.variables()) {
      parts.add(names.within(names.variable("s_", variable), variable.type().values()));
    }
    for (FlagSetting setting : policy.flags()) {
      if (setting.allowed().size() > 1) {
        parts.add(names.within(names.flag(setting.flag().name()), setting.allowed()));
      }
    }
    for (TraitSetting setting : policy.choices()) {
      String choice = names.named("k_", setting.trait().name());
      parts.add(choice + " < " + setting.alternatives().size());
    }
    return parts.isEmpty() ? "true" : String.join(" && ", parts);
  }

  // --- The process ----------------------------------------------------------------------------

  private void process(Text choices) {
    text.line("active proctype page() {").in();
    text.line("atomic {").in();
    for (FlagSetting setting : policy.flags()) {
      if (setting.allowed().size() > 1) {
        String flag = names.flag(setting.flag().name());
        List<String> options = new ArrayList<>();
        for (Value value : setting.allowed()) {
          options.add(":: " + flag + " = " + names.value(value));
        }
        text.line("if " + String.join(" ", options) + " fi;");
      }
    }
    for (TraitSetting setting : policy.choices()) {
      List<String> options = new ArrayList<>();
      for (int at = 0; at < setting.alternatives().size(); at++) {
        options.add(":: " + names.named("k_", setting.trait().name()) + " = " + at);
      }
      text.line("if " + String.join(" ", options) + " fi;");
    }
    text.line("d_step {").in();
    for (Variable variable : policy.variables()) {
      text.line(names.variable("s_", variable) + " = " + first(variable) + ";");
    }
    claims.eachGhost("start_").forEach(each -> text.line(each + ";"));
    text.line("states()");
    text.out().line("}");
    text.out().line("}");
    text.out().line("end:").in();
    text.line("do");
    if (policy.events().isEmpty()) {
      text.line(":: false");
    }
    text.add(choices);
    text.line("od");
    text.out().line("}");
  }

  /** One choice for all arguments, chances and picks, so that each event takes as many steps. */
  private void choices(EventRows rows, List<Chance> chances, Events writer, Text choices) {
    Event event = rows.event();
    choices.line(":: atomic {").in();
    choices.line("if");
    List<Slot> slots = new ArrayList<>(event.parameters());
    slots.addAll(chances);
    String start = "event = " + names.named("ev_", event.name());
    choices(slots, writer.ways(rows), start, choices);
    choices.line("fi;");
    choices.line("STEP { " + writer.name(event) + "() }");
    choices.out().line("}");
  }

  private void choices(List<Slot> slots, long ways, String so, Text choices) {
    if (slots.isEmpty()) {
      for (long pick = 0; pick < ways; pick++) {
        String picked = ways == 1 ? "" : "; pick = " + pick;
        choices.line(":: d_step { " + so + picked + " }");
      }
      return;
    }
    Slot slot = slots.get(0);
    for (Value value : slot.type().values()) {
      String more = so + "; " + expressions.slot(slot, false) + " = " + names.value(value);
      choices(slots.subList(1, slots.size()), ways, more, choices);
    }
  }

  /** Where a variable starts. */
  private String first(Variable variable) {
    StringBuilder chain = new StringBuilder();
    int open = 0;
    for (Initial initial : policy.initials()) {
      if (initial.variable().name().equals(variable.name())) {
        for (Initial.Case each : initial.cases()) {
          if (each.condition().isEmpty()) {
            return chain + names.value(each.value()) + ")".repeat(open);
          }
          chain.append('(').append(expressions.of(each.condition().get())).append(" -> ");
          chain.append(names.value(each.value())).append(" : ");
          open++;
        }
      }
    }
    String plain = variable.initial().map(names::value).orElse(Names.NOTHING);
    return chain + plain + ")".repeat(open);
  }
}
