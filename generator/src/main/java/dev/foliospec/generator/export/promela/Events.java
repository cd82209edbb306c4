package dev.foliospec.generator.export.promela;

import dev.foliospec.generator.rows.Answering;
import dev.foliospec.generator.rows.CheckRows;
import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Origin;
import dev.foliospec.generator.rows.Pick;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Shown;
import dev.foliospec.generator.rows.Way;
import dev.foliospec.generator.rows.Write;
import dev.foliospec.model.Chance;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens at an event, as statements that run in one step: the checks are asked in order, then
 * exactly one row of the bodies, which is carried out.
 *
 * <p>What rows leave open is chosen before the step, as a number: {@code pick} counts the ways of the
 * row that answers. Where it has fewer, nothing happens.
 */
final class Events {
  private final Policy policy;
  private final Names names;
  private final Expressions expressions;
  private final Claims claims;
  private final Scratch scratch;
  private final Set<String> observed;
  private final Text text;

  /** Whether the event that is written can end in several ways. */
  private boolean open;

  /** How long the array of picks is: as long as the row needs that picks most. */
  private int picks;

  /** Rows that answer together: a row with its alternatives. */
  private record Together(List<Answering> rows) {}

  Events(
      Policy policy,
      Names names,
      Expressions expressions,
      Claims claims,
      Scratch scratch,
      Set<String> observed,
      Text text) {
    this.policy = policy;
    this.names = names;
    this.expressions = expressions;
    this.claims = claims;
    this.scratch = scratch;
    this.observed = observed;
    this.text = text;
  }

  /** The inline of an event. */
  String name(Event event) {
    return names.named("on_", event.name());
  }

  /** The inline in which a page of a system is asked. */
  String asking(Event event) {
    return names.named("ask_", event.name());
  }

  // --- How many ways there are ----------------------------------------------------------------

  /** In how many ways the rows of an event may leave off, at most. */
  long ways(EventRows rows) {
    long most = 1;
    for (Together together : together(rows)) {
      long sum = 0;
      for (Answering each : together.rows()) {
        sum += ways(each, rows.event());
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  private static List<Together> together(EventRows rows) {
    List<List<Answering>> groups = new ArrayList<>();
    for (CheckRows checks : rows.checks()) {
      for (Answering each : checks.rows()) {
        if (!each.passes()) {
          groups.add(new ArrayList<>(List.of(each)));
        }
      }
    }
    for (Answering each : rows.bodies()) {
      if (each.row().alternativeTo().isPresent()) {
        groups.get(groups.size() - 1).add(each);
      } else {
        groups.add(new ArrayList<>(List.of(each)));
      }
    }
    return groups.stream().map(Together::new).toList();
  }

  private long ways(Answering answering, Event event) {
    if (answering.forbidden()) {
      return answering.row().alternativeTo().isPresent() ? 0 : 1;
    }
    long most = 1;
    for (Way way : answering.ways()) {
      most = Math.max(most, ways(way, event));
    }
    return most;
  }

  private long ways(Way way, Event event) {
    long ways = answers(way);
    for (Pick pick : way.picks()) {
      ways *= size(pick);
    }
    long outputs = 1;
    for (Reply reply : way.replies()) {
      long shown = 1;
      for (int at = 0; at < reply.outputs().size(); at++) {
        Output output = event.outputs().get(at);
        shown *= shown(output, reply.outputs().get(at)).size();
      }
      outputs = Math.max(outputs, shown);
    }
    return ways * outputs;
  }

  private static int answers(Way way) {
    int answers = 0;
    for (Reply reply : way.replies()) {
      answers += reply.answers().size();
    }
    return answers;
  }

  private static int size(Pick pick) {
    return pick.whole() ? pick.target().type().size() : pick.options().size();
  }

  /** What an output may show; anything at all is each value where properties look at it. */
  private List<String> shown(Output output, List<Shown> options) {
    Set<String> shown = new LinkedHashSet<>();
    for (Shown option : options) {
      if (option instanceof Shown.One one) {
        shown.add(expressions.origin(one.value()));
      } else if (option instanceof Shown.Nothing) {
        shown.add(Names.NOTHING);
      } else if (observed.contains(output.name())) {
        shown.add(Names.ANYTHING + " " + Names.NOTHING);
        for (Value value : output.type().values()) {
          shown.add(Names.ANYTHING + " " + names.value(value));
        }
      } else {
        shown.add(Names.ANYTHING);
      }
    }
    return List.copyOf(shown);
  }

  // --- One event ------------------------------------------------------------------------------

  /** What an event does to the only page there is. */
  void write(EventRows rows, List<Chance> chances) {
    Event event = rows.event();
    introduce(event);
    text.line("inline " + name(event) + "() {").in();
    text.line("begin();");
    which(rows);
    acts(rows);
    text.line("if");
    text.line(":: row > 0 ->").in();
    label(event, chances);
    after(event);
    text.line("commit();");
    text.out().line(":: else");
    text.line("fi;");
    text.line("finish()");
    text.out().line("}");
    text.line("");
  }

  /**
   * What one page of a system answers to an event, and what would become of it.
   *
   * @param able whether it is noted that some row answers, whatever was picked
   */
  void ask(EventRows rows, boolean able) {
    introduce(rows.event());
    text.line("inline " + asking(rows.event()) + "() {").in();
    text.line("see();");
    which(rows);
    if (able) {
      text.line("able = (row > 0);");
    }
    acts(rows);
    text.line("skip");
    text.out().line("}");
    text.line("");
  }

  /** What an event is, as a comment. */
  void introduce(Event event) {
    String parameters = event.parameters().isEmpty()
        ? ""
        : "("
            + String.join(", ", event.parameters().stream().map(Parameter::name).toList())
            + ")";
    text.note(event.name()
        + parameters
        + ", by "
        + event.actor()
        + event.doc().map(doc -> ": " + doc).orElse(""));
  }

  /** Checks of the properties that speak of an event. */
  void after(Event event) {
    List<String> checks = claims.after(event.name());
    if (!checks.isEmpty()) {
      claims.definitions(false).values().forEach(each -> text.line(expressions.worked(each) + ";"));
    }
    for (String check : checks) {
      text.line("if :: answer != forbidden -> " + check + " :: else fi;");
    }
  }

  /** Which row answers. */
  private void which(EventRows rows) {
    for (Output output : rows.event().outputs()) {
      text.line(expressions.slot(observed(output), false) + " = " + Names.NOTHING + ";");
    }
    text.line("happens = (" + expressions.all(rows.onlyWhen()) + ");");
    checks(rows);
    text.note("exactly one of these answers where no check does");
    text.line("asked = (happens && row == 0);");
    for (Answering each : rows.bodies()) {
      if (each.row().alternativeTo().isEmpty()) {
        text.note(about(each));
        text.line("if");
        text.line(":: " + asked(each) + " -> row = " + row(each) + "; rows++");
        text.line(":: else");
        text.line("fi;");
      }
    }
    text.line("one_row = (!asked || rows == 1);");
    text.line("assert(one_row);");
  }

  private void checks(EventRows rows) {
    for (CheckRows table : rows.checks()) {
      text.note("checks " + table.table().name());
      text.line("asked = (happens && row == 0);");
      for (Answering each : table.rows()) {
        text.note(about(each));
        String then = each.passes() ? "asked = 0" : "asked = 0; row = " + row(each);
        text.line("if");
        text.line(":: " + asked(each) + " -> " + then);
        text.line(":: else");
        text.line("fi;");
      }
    }
  }

  private String asked(Answering each) {
    List<String> parts = new ArrayList<>(List.of("asked"));
    each.guard().forEach(part -> parts.add(expressions.of(part)));
    return String.join(" && ", parts);
  }

  private static String about(Answering each) {
    String passes = each.passes() ? ", lets through" : "";
    return each.row().id().id()
        + " of "
        + each.table().name()
        + passes
        + "; "
        + each.row().grounds().spelled();
  }

  private String row(Answering each) {
    return names.named("r_", each.row().id().id());
  }

  /** The slot of an output. */
  static Slot observed(Output output) {
    return new Observed(output.name(), output.type());
  }

  // --- What a row does ------------------------------------------------------------------------

  private void acts(EventRows rows) {
    open = ways(rows) > 1;
    List<Together> groups = together(rows);
    if (groups.isEmpty()) {
      return;
    }
    text.line("if");
    for (Together group : groups) {
      long before = 0;
      for (Answering each : group.rows()) {
        long ways = ways(each, rows.event());
        if (ways == 0) {
          continue;
        }
        String first = row(group.rows().get(0));
        String range = group.rows().size() == 1 ? "" : " && pick < " + (before + ways);
        String least = before == 0 ? "" : " && pick >= " + before;
        text.line(":: row == " + first + least + range + " ->").in();
        if (before > 0) {
          text.line("row = " + row(each) + ";");
          text.line("pick = pick - " + before + ";");
        }
        if (each.forbidden()) {
          settle("answer = forbidden");
        } else {
          act(each, rows.event());
        }
        text.out();
        before += ways;
      }
    }
    text.line(":: else -> row = 0");
    text.line("fi;");
  }

  /** Does something if what was picked is a way of this row. */
  private void settle(String... statements) {
    if (!open) {
      for (int at = 0; at < statements.length; at++) {
        text.line(statements[at] + (at == statements.length - 1 ? "" : ";"));
      }
      return;
    }
    text.line("if");
    text.line(":: pick > 0 -> row = 0");
    text.line(":: else ->").in();
    for (int at = 0; at < statements.length; at++) {
      text.line(statements[at] + (at == statements.length - 1 ? "" : ";"));
    }
    text.out().line("fi");
  }

  private void act(Answering each, Event event) {
    List<Way> ways = each.ways();
    if (ways.size() == 1 && ways.get(0).when().isEmpty()) {
      act(ways.get(0), event);
      return;
    }
    text.line("if");
    for (Way way : ways) {
      List<String> steps = way.steps().stream().map(step -> step.id().id()).toList();
      text.line(":: " + expressions.all(way.when()) + " -> "
              + Text.comment("with " + String.join(", ", steps)))
          .in();
      act(way, event);
      text.out();
    }
    // A step has a row wherever it is called.
    text.line(":: else -> assert(step_row)");
    text.line("fi");
  }

  private void act(Way way, Event event) {
    for (Pick pick : way.picks()) {
      pick(pick);
    }
    int answers = answers(way);
    if (answers == 1) {
      Reply reply = way.replies().get(0);
      text.line("answer = " + answer(reply.answers().get(0)) + ";");
      reply(way, reply, event);
      return;
    }
    scratch.variable("int", "way");
    text.line("way = pick % " + answers + "; pick = pick / " + answers + ";");
    text.line("if");
    int first = 0;
    for (Reply reply : way.replies()) {
      int end = first + reply.answers().size();
      text.line(":: way >= " + first + " && way < " + end + " ->").in();
      StringBuilder chain = new StringBuilder();
      for (int at = first; at < end - 1; at++) {
        chain.append("(way == ").append(at).append(" -> ");
        chain.append(answer(reply.answers().get(at - first))).append(" : ");
      }
      chain.append(answer(reply.answers().get(end - 1 - first)));
      text.line("answer = " + chain.append(")".repeat(end - first - 1)) + ";");
      reply(way, reply, event);
      text.out();
      first = end;
    }
    text.line("fi");
  }

  private String answer(String name) {
    return names.named("a_", name);
  }

  private void pick(Pick pick) {
    int size = size(pick);
    String place = Expressions.picked(pick.number());
    scratch.array(names.type(), "picked", picks);
    List<String> options = new ArrayList<>();
    if (pick.whole()) {
      pick.target().type().values().forEach(value -> options.add(names.value(value)));
    } else {
      for (Origin option : pick.options()) {
        options.add(expressions.origin(option));
      }
    }
    text.line(place + " = " + chosen(options) + "; pick = pick / " + size + ";");
  }

  /** Says how many picks a way makes at most. */
  void picks(List<EventRows> events) {
    for (EventRows rows : events) {
      for (Together group : together(rows)) {
        for (Answering each : group.rows()) {
          for (Way way : each.ways()) {
            picks = Math.max(picks, way.picks().size());
          }
        }
      }
    }
  }

  private static String chosen(List<String> options) {
    StringBuilder chain = new StringBuilder();
    for (int at = 0; at < options.size() - 1; at++) {
      chain.append("(pick % ").append(options.size()).append(" == ").append(at);
      chain.append(" -> ").append(options.get(at)).append(" : ");
    }
    chain.append(options.get(options.size() - 1));
    return chain.append(")".repeat(options.size() - 1)).toString();
  }

  private void reply(Way way, Reply reply, Event event) {
    for (int at = 0; at < reply.outputs().size(); at++) {
      Output output = event.outputs().get(at);
      List<String> options = shown(output, reply.outputs().get(at));
      String place = expressions.slot(observed(output), false);
      String any = expressions.any(output.name());
      List<String> values = options.stream()
          .map(option -> option.substring(
              option.indexOf(' ') < 0 || !open(option) ? 0 : option.indexOf(' ') + 1))
          .toList();
      if (options.stream().anyMatch(Events::open)) {
        scratch.variable("byte", any);
        List<String> opens =
            options.stream().map(option -> open(option) ? "1" : "0").toList();
        text.line(any + " = " + chosen(opens) + ";");
      }
      if (options.size() > 1 || !values.get(0).equals(Names.NOTHING)) {
        text.line(place + " = " + chosen(values) + ";");
      }
      if (options.size() > 1) {
        text.line("pick = pick / " + options.size() + ";");
      }
    }
    List<String> statements = new ArrayList<>();
    if (reply.changes()) {
      way.effects().forEach(item -> effect(item, statements));
      for (Write write : way.writes()) {
        String value = expressions.origin(write.value());
        statements.add(expressions.slot(write.target(), true) + " = " + value);
      }
    }
    settle(statements.isEmpty() ? new String[] {"skip"} : statements.toArray(String[]::new));
  }

  /** Whether an option is one value of an output that may show anything. */
  private static boolean open(String option) {
    return option.startsWith(Names.ANYTHING + " ");
  }

  private void effect(EffectItem item, List<String> statements) {
    if (item instanceof EffectItem.Do one) {
      statements.add(does(one.effect().name()));
      return;
    }
    String trait = ((EffectItem.FromTrait) item).trait().name();
    for (TraitSetting setting : policy.choices()) {
      if (setting.trait().name().equals(trait)) {
        StringBuilder lists = new StringBuilder("if");
        for (int at = 0; at < setting.alternatives().size(); at++) {
          lists.append(" :: ").append(names.named("k_", trait)).append(" == ").append(at);
          lists.append(" -> ");
          List<String> each = new ArrayList<>();
          if (setting.alternatives().get(at) instanceof TraitSetting.Listed listed) {
            listed.effects().forEach(effect -> each.add(does(effect.name())));
          }
          lists.append(each.isEmpty() ? "skip" : String.join("; ", each));
        }
        statements.add(lists.append(" fi").toString());
      }
    }
  }

  private String does(String effect) {
    return names.named("do_", effect) + "()";
  }

  // --- What can be printed --------------------------------------------------------------------

  /** Prints a transition; chances that are not chosen are usual. */
  void label(Event event, List<Chance> chances) {
    List<String> shown = new ArrayList<>(List.of("event"));
    event.parameters().forEach(each -> shown.add(expressions.slot(each, false)));
    for (Chance chance : policy.chances()) {
      shown.add(
          chances.contains(chance) ? expressions.slot(chance, false) : names.value(chance.usual()));
    }
    shown.add("row");
    shown.add("answer");
    for (Output output : event.outputs()) {
      String place = expressions.slot(observed(output), false);
      shown.add(
          observed.contains(output.name())
              ? "(" + expressions.any(output.name()) + " -> " + Names.ANYTHING + " : " + place + ")"
              : place);
      if (observed.contains(output.name())) {
        scratch.variable("byte", expressions.any(output.name()));
      }
    }
    StringBuilder line = new StringBuilder("show_line();");
    shown.forEach(each -> line.append(" show(").append(each).append(");"));
    text.line(line.append(" show_states();").toString());
  }

  /** The variables of the state: as they are in {@code s_}, then as they will be in {@code n_}. */
  List<String> variables(String before) {
    List<String> variables = new ArrayList<>();
    for (Variable variable : policy.variables()) {
      variables.add(names.variable(before, variable));
    }
    return variables;
  }
}
