package dev.foliospec.generator.export.promela;

import dev.foliospec.generator.rows.Answering;
import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a system: each page is asked as if it were alone, in loops within the one step that
 * an event takes.
 *
 * <p>A page sees {@code y_attr} and would have {@code z_attr} afterwards; it answers under {@code u_}.
 * First all that are asked answer without doing anything ({@code deed} is 0), which says who stops the
 * call. Then it happens: to the pages beside, then to those asked, in their order.
 */
final class Pages {
  private final Policy system;
  private final Policy page;
  private final Lifting lifting;
  private final Names names;
  private final Expressions expressions;
  private final Expressions ofPage;
  private final Events outside;
  private final Events asked;
  private final Scratch scratch;
  private final Set<String> observed;
  private final Text text;
  private final Map<String, EventRows> rows = new LinkedHashMap<>();

  Pages(
      Policy system,
      Lifting lifting,
      Names names,
      Expressions expressions,
      Expressions ofPage,
      Events outside,
      Events asked,
      Scratch scratch,
      Set<String> observed,
      Text text) {
    this.system = system;
    this.page = lifting.page();
    this.lifting = lifting;
    this.names = names;
    this.expressions = expressions;
    this.ofPage = ofPage;
    this.outside = outside;
    this.asked = asked;
    this.scratch = scratch;
    this.observed = observed;
    this.text = text;
  }

  void write(Lowered lowered) {
    lowered.events().forEach(each -> rows.put(each.event().name(), each));
    asked.picks(lowered.events());
    scratched();
    moves();
    lowered.events().forEach(each -> asked.ask(each, looksAhead(each)));
    lifting.events().forEach(this::event);
  }

  private void scratched() {
    for (String each : List.of("pg", "stopped", "going", "turn", "deed", "agree")) {
      scratch.variable("byte", each);
    }
    scratch.variable("short", "decided");
    scratch.variable("short", "reply");
    scratch.array("int", "picks", lifting.pages());
    scratch.array("int", "told", lifting.pages());
    for (Variable variable : page.variables()) {
      for (String before : common(variable) ? List.of("w_", "y_", "z_") : List.of("y_", "z_")) {
        String name = names.named(before, variable.family());
        if (variable.member().isPresent()) {
          scratch.array(names.type(), name, names.length(variable.member().get().over()));
        } else {
          scratch.variable(names.type(), name);
        }
      }
    }
    for (Event event : page.events()) {
      event.parameters().forEach(each -> value(ofPage.slot(each, false)));
      event.outputs().forEach(each -> value(ofPage.slot(Events.observed(each), false)));
      for (Output output : event.outputs()) {
        if (observed.contains(output.name())) {
          scratch.variable("byte", ofPage.any(output.name()));
          scratch.variable("byte", expressions.any(output.name()));
        }
      }
    }
    page.chances().forEach(each -> value(ofPage.slot(each, false)));
    definitions().forEach(each -> scratch.variable("byte", ofPage.definition(each)));
  }

  private void value(String name) {
    scratch.variable(names.type(), name);
  }

  /** The definitions of a page, those that one names before it. */
  private List<Definition> definitions() {
    Map<String, Definition> all = new LinkedHashMap<>();
    for (Definition definition : page.definitions()) {
      Promela.definitions(new Expression.Defined(definition), all);
    }
    return List.copyOf(all.values());
  }

  private boolean common(Variable variable) {
    return lifting.common().contains(variable.name());
  }

  /** A variable of page {@code pg}, or a common one. */
  private String here(String before, Variable variable) {
    return common(variable)
        ? names.variable(before, variable)
        : names.named(before, variable.name()) + "[pg]";
  }

  private List<Variable> commons() {
    return page.variables().stream().filter(this::common).toList();
  }

  // --- Between pages and the whole ------------------------------------------------------------

  private void moves() {
    text.note("what pages have in common, before any of them is asked");
    text.line("inline keep() {").in();
    for (Variable variable : commons()) {
      text.line(names.variable("w_", variable) + " = " + names.variable("s_", variable) + ";");
    }
    text.line("skip");
    text.out().line("}");
    text.line("");
    text.note("what page pg sees");
    text.line("inline see() {").in();
    for (Variable variable : page.variables()) {
      String seen = common(variable) ? here("w_", variable) : here("s_", variable);
      text.line(names.variable("y_", variable) + " = " + seen + ";");
      text.line(names.variable("z_", variable) + " = " + seen + ";");
    }
    for (Chance chance : page.chances()) {
      if (lifting.common().contains(chance.name())) {
        continue;
      }
      StringBuilder chain = new StringBuilder();
      int last = lifting.pages() - 1;
      for (int number = 0; number < last; number++) {
        chain.append("(pg == ").append(number).append(" -> ");
        chain.append(expressions.slot(ofSystem(chance, number), false)).append(" : ");
      }
      chain.append(expressions.slot(ofSystem(chance, last), false)).append(")".repeat(last));
      text.line(ofPage.slot(chance, false) + " = " + chain + ";");
    }
    definitions().forEach(each -> text.line(ofPage.worked(each) + ";"));
    text.line("row = 0; rows = 0; answer = 0");
    text.out().line("}");
    text.line("");
    text.note("what happens to page pg; those that change what is common agree");
    text.line("inline put() {").in();
    for (Variable variable : page.variables()) {
      String to = here("n_", variable);
      String value = names.variable("z_", variable);
      if (common(variable)) {
        agree(to, value, here("w_", variable), here("s_", variable));
      } else {
        text.line(to + " = " + value + ";");
      }
    }
    text.line("skip");
    text.out().line("}");
    text.line("");
    text.note("the same, where the next page sees what this one did to what is common");
    text.line("inline pass() {").in();
    for (Variable variable : page.variables()) {
      String to = common(variable) ? here("w_", variable) : here("n_", variable);
      text.line(to + " = " + names.variable("z_", variable) + ";");
    }
    text.line("skip");
    text.out().line("}");
    text.line("");
    text.note("what came of the pages one after the other, beside what others did");
    text.line("inline join() {").in();
    for (Variable variable : commons()) {
      agree(here("n_", variable), here("w_", variable), here("s_", variable), here("s_", variable));
    }
    text.line("skip");
    text.out().line("}");
    text.line("");
    text.note("the next state is this one, so far");
    text.line("inline again() {").in();
    for (Variable variable : system.variables()) {
      text.line(names.variable("n_", variable) + " = " + names.variable("s_", variable) + ";");
    }
    text.line("keep()");
    text.out().line("}");
    text.line("");
  }

  private void agree(String to, String value, String seen, String before) {
    text.line("agree = (" + value + " == " + seen + " || " + to + " == " + before + " || " + to
        + " == " + value + ");");
    text.line("assert(agree);");
    text.line(to + " = (" + value + " == " + seen + " -> " + to + " : " + value + ");");
  }

  /** A chance of one page, as the system has it. */
  private Chance ofSystem(Chance chance, int number) {
    String name = lifting.nameOf(chance.name(), number);
    return system.chances().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  // --- One event ------------------------------------------------------------------------------

  private void event(Lifting.Lifted lifted) {
    Event event = lifted.event();
    String first = place(lifted, 0, "0");
    String last = place(lifted, lifted.reach() == Lifting.Reach.PAGE ? 0 : 1, most());
    outside.introduce(event);
    text.line("inline " + outside.name(event) + "() {").in();
    text.line("begin();");
    for (Output output : event.outputs()) {
      text.line(shown(output) + " = " + Names.NOTHING + ";");
    }
    text.line("stopped = " + lifting.pages() + "; going = 1;");
    refusals(event);
    text.line("going = (decided == 0);");
    for (Lifting.Global told : lifted.globals()) {
      String parameter = names.named("p_", told.name());
      List<Value> noOrYes = Lifting.NO_OR_YES;
      text.note("what all pages know; " + told.grounds().spelled());
      text.line(parameter + " = (" + expressions.of(told.when()) + " -> "
          + names.value(noOrYes.get(1)) + " : " + names.value(noOrYes.get(0)) + ");");
    }
    carryOut(lifted, first, last);
    for (Output output : lifted.event().outputs()) {
      if (lifted.output().isPresent() && output.name().equals(lifted.output().get())) {
        text.line("if :: stopped < " + lifting.pages() + " -> " + shown(output)
            + " = stopped :: else fi;");
      }
    }
    text.line("row = decided; answer = reply;");
    text.line("if");
    text.line(":: row > 0 && answer == forbidden -> again();").in();
    for (Output output : event.outputs()) {
      text.line(shown(output) + " = " + Names.NOTHING + ";");
    }
    text.line("skip");
    text.out().line(":: else");
    text.line("fi;");
    text.line("if");
    text.line(":: row > 0 ->").in();
    outside.label(event, system.chances());
    outside.after(event);
    text.line("commit();");
    text.out().line(":: else");
    text.line("fi;");
    text.line("finish()");
    text.out().line("}");
    text.line("");
  }

  private String most() {
    return Integer.toString(lifting.pages() - 1);
  }

  private String place(Lifting.Lifted lifted, int parameter, String otherwise) {
    return lifted.reach() == Lifting.Reach.WHOLE
        ? otherwise
        : expressions.slot(lifted.event().parameters().get(parameter), false);
  }

  private String shown(Output output) {
    return expressions.slot(Events.observed(output), false);
  }

  private void refusals(Event event) {
    for (Lifting.Refusal refusal : lifting.refusals()) {
      if (refusal.row().answers(event)) {
        text.note(refusal.row().id().id() + ", before any page is asked; "
            + refusal.row().grounds().spelled());
        String error = refusal.row().outcome().errors().get(0).name();
        text.line("if");
        text.line(":: decided == 0 && " + expressions.of(refusal.when()) + " -> decided = "
            + names.named("r_", refusal.row().id().id()) + "; reply = "
            + names.named("a_", error));
        text.line(":: else");
        text.line("fi;");
      }
    }
  }

  /** The answer of the call after one more page has answered. */
  private void decide(Lifting.Lifted lifted, String first) {
    String none = "stopped == " + lifting.pages();
    text.line("if");
    if (lifted.manner() == Lifting.Manner.PROGRESS) {
      text.line(":: answer != a_ok && pg > " + first + " ->").in();
      text.line("stopped = pg; decided = row; reply = a_ok;");
      outputs(lifted, "nothing");
      text.out();
      text.line(":: answer != a_ok && pg == " + first + " ->").in();
    } else {
      text.line(":: answer != a_ok && " + none + " ->").in();
    }
    text.line("stopped = pg; decided = row; reply = answer;");
    outputs(lifted, "page");
    text.out().line(":: answer == a_ok && pg == " + first + " ->").in();
    text.line("decided = row; reply = answer;");
    outputs(lifted, "page");
    text.out()
        .line(":: answer == a_ok && pg > " + first + " && " + none + " ->")
        .in();
    outputs(lifted, "same");
    text.out().line(":: else");
    text.line("fi;");
  }

  /** What the call shows: nothing, what this page shows, or what all show so far. */
  private void outputs(Lifting.Lifted lifted, String how) {
    for (Output output : lifted.each().outputs()) {
      String whole = shown(output);
      String own = ofPage.slot(Events.observed(output), false);
      boolean looked = observed.contains(output.name());
      String any = expressions.any(output.name());
      String ownAny = ofPage.any(output.name());
      switch (how) {
        case "nothing" -> {
          text.line(whole + " = " + Names.NOTHING + ";");
          if (looked) {
            text.line(any + " = 0;");
          }
        }
        case "page" -> {
          text.line(whole + " = " + own + ";");
          if (looked) {
            text.line(any + " = " + ownAny + ";");
          }
        }
        default -> {
          String same = whole + " == " + own + (looked ? " && " + any + " == " + ownAny : "");
          text.line("if :: " + same + " :: else -> " + whole + " = " + Names.NOTHING
              + (looked ? "; " + any + " = 0" : "") + " fi;");
        }
      }
    }
    text.line("skip");
  }

  /**
   * Asks the pages in turns: in the first they answer, in the second it is seen whether those that
   * are told of it can do what they must, in the last it happens.
   */
  private void carryOut(Lifting.Lifted lifted, String first, String last) {
    boolean together = lifted.manner() == Lifting.Manner.ALL;
    boolean tells = lifted.beside().isPresent() || lifted.refused().isPresent();
    String none = "stopped == " + lifting.pages();
    EventRows its = rows.get(lifted.each().name());
    if (its != null && looksAhead(its)) {
      lookAhead(lifted, asked.ways(its), first, last);
    }
    text.note("turn 0: what the pages answer, in their order; then what happens");
    text.line("turn = 0;");
    text.line("do");
    text.line(":: going && turn < 3 ->").in();
    text.line("again();");
    text.line("deed = (turn == 2);");
    if (lifted.beside().isPresent()) {
      text.line("pg = (turn == 0 -> " + lifting.pages() + " : 0);");
      text.line("do");
      text.line(":: going && pg < " + lifting.pages() + " ->").in();
      text.line("if");
      text.line(":: pg >= " + first + " && pg <= " + last);
      text.line(":: else ->").in();
      tell(lifted.beside().get());
      text.out().line("fi;");
      text.line("pg++");
      text.out().line(":: else -> break");
      text.line("od;");
    }
    text.line("pg = " + first + ";");
    text.line("do");
    text.line(":: going && pg <= " + last + " ->").in();
    text.line("if");
    String asks = together ? "turn == 0 || " + none + " || pg == stopped" : "pg <= stopped";
    text.line(":: " + asks + " ->").in();
    text.line("pick = picks[pg];");
    text.line(asked.asking(lifted.each()) + "();");
    text.line("if");
    text.line(":: turn == 0 && (row == 0 || answer == forbidden) ->");
    text.line("  going = 0; decided = row; reply = answer");
    text.line(":: turn == 0 && row > 0 && answer != forbidden ->").in();
    decide(lifted, first);
    text.line(together ? "skip" : "pass()");
    text.out().line(":: turn > 0 -> " + (together ? "put()" : "pass()"));
    text.line("fi");
    text.out().line(":: else ->").in();
    lifted.refused().ifPresent(this::tell);
    text.line("skip");
    text.out().line("fi;");
    text.line("pg++");
    text.out().line(":: else -> break");
    text.line("od;");
    if (!together) {
      text.line("if :: turn > 0 -> join() :: else fi;");
    }
    text.line("turn = (turn == 0 -> " + (tells ? 1 : 2) + " : turn + 1)");
    text.out().line(":: else -> break");
    text.line("od;");
    text.line("deed = 0;");
  }

  /**
   * Whether pages that are asked one after the other may come, in one way but not in another, to a
   * page that cannot be asked. Then the call is not possible in any.
   */
  private boolean looksAhead(EventRows its) {
    boolean oneByOne = lifting
        .event(its.event().name())
        .filter(lifted -> lifted.manner() != Lifting.Manner.ALL)
        .isPresent();
    boolean forbids = its.bodies().stream().anyMatch(Answering::forbidden)
        || its.checks().stream()
            .anyMatch(checks -> checks.rows().stream().anyMatch(Answering::forbidden));
    return oneByOne && asked.ways(its) > 1 && (forbids || !its.onlyWhen().isEmpty());
  }

  /** Goes all ways that pages may go, to see whether one comes to a page that cannot be asked. */
  private void lookAhead(Lifting.Lifted lifted, long ways, String first, String last) {
    scratch.variable("byte", "able");
    scratch.variable("int", "trial");
    scratch.variable("int", "rest");
    long trials = 1;
    for (int page = 0; page < lifting.pages(); page++) {
      trials = Math.min(trials * ways, Integer.MAX_VALUE);
    }
    text.note("whether any way comes to a page that cannot be asked: then none is possible");
    text.line("trial = 0;");
    text.line("do");
    text.line(":: going && trial < " + trials + " ->").in();
    text.line("again();");
    text.line("rest = trial; pg = " + first + ";");
    text.line("do");
    text.line(":: pg <= " + last + " ->").in();
    text.line("pick = rest % " + ways + "; rest = rest / " + ways + ";");
    text.line(asked.asking(lifted.each()) + "();");
    text.line("if");
    text.line(":: !able || answer == forbidden -> going = 0; decided = row; reply = answer; break");
    text.line(":: able && row > 0 && answer == a_ok -> pass(); pg++");
    text.line(":: else -> break");
    text.line("fi");
    text.out().line(":: else -> break");
    text.line("od;");
    text.line("trial++");
    text.out().line(":: else -> break");
    text.line("od;");
  }

  /** Something happens to page {@code pg}, which is told of the answer. */
  private void tell(Event event) {
    Parameter reply = event.parameters().get(event.parameters().size() - 1);
    StringBuilder chain = new StringBuilder();
    for (ErrorAnswer error : page.errors()) {
      chain.append("(reply == ").append(names.named("a_", error.name())).append(" -> ");
      chain.append(names.value(new Value(error.name()))).append(" : ");
    }
    chain
        .append(names.value(new Value(Reply.OK)))
        .append(")".repeat(page.errors().size()));
    text.line(ofPage.slot(reply, false) + " = " + chain + ";");
    text.line("pick = told[pg];");
    text.line(asked.asking(event) + "();");
    text.line("if");
    text.line(":: row == 0 || answer == forbidden -> going = 0; decided = row; reply = answer");
    text.line(":: else -> put()");
    text.line("fi;");
  }

  // --- Choices --------------------------------------------------------------------------------

  /** One of the choices that are made before an event: what is set, and to what. */
  private record Choice(String name, List<String> values) {}

  /**
   * One choice for all arguments, chances and picks; chances on which nothing depends are usual.
   *
   * @param read the chances that properties of the event read
   */
  void choices(EventRows of, Set<String> read, Text choices) {
    Optional<Lifting.Lifted> lifted = lifting.events().stream()
        .filter(each -> each.each().name().equals(of.event().name()))
        .findFirst();
    if (lifted.isEmpty()) {
      return;
    }
    choices.line(":: atomic {").in();
    choices.line("if");
    int pages = lifting.pages();
    switch (lifted.get().reach()) {
      case PAGE -> {
        for (int at = 0; at < pages; at++) {
          choices(lifted.get(), at, at, read, choices);
        }
      }
      case RANGE -> {
        for (int from = 0; from < pages; from++) {
          for (int to = from; to < pages; to++) {
            choices(lifted.get(), from, to, read, choices);
          }
        }
      }
      case WHOLE -> choices(lifted.get(), 0, pages - 1, read, choices);
    }
    choices.line("fi;");
    choices.line("STEP { " + outside.name(lifted.get().event()) + "() }");
    choices.out().line("}");
  }

  private void choices(Lifting.Lifted lifted, int from, int to, Set<String> read, Text choices) {
    StringBuilder so = new StringBuilder("event = ");
    so.append(names.named("ev_", lifted.event().name()));
    List<Parameter> parameters = lifted.event().parameters();
    List<Choice> open = new ArrayList<>();
    for (int at = 0; at < parameters.size(); at++) {
      String name = expressions.slot(parameters.get(at), false);
      if (at < lifted.places()) {
        so.append("; ").append(name).append(" = ").append(at == 0 ? from : to);
      } else {
        open.add(new Choice(name, values(parameters.get(at))));
      }
    }
    Set<String> depends = new LinkedHashSet<>(read);
    for (int number = 0; number < lifting.pages(); number++) {
      List<Event> seen = new ArrayList<>();
      if (number >= from && number <= to) {
        seen.add(lifted.each());
        pick(open, "picks", number, lifted.each());
        lifted.refused().ifPresent(seen::add);
      } else {
        lifted.beside().ifPresent(seen::add);
      }
      for (Event event : seen) {
        for (String chance : reads(event)) {
          depends.add(lifting.nameOf(chance, number));
        }
        if (!event.name().equals(lifted.each().name())) {
          pick(open, "told", number, event);
        }
      }
    }
    for (Chance chance : system.chances()) {
      String name = expressions.slot(chance, false);
      if (depends.contains(chance.name())) {
        open.add(new Choice(name, values(chance)));
      } else {
        so.append("; ").append(name).append(" = ").append(names.value(chance.usual()));
      }
    }
    write(open, so.toString(), choices);
  }

  private static void write(List<Choice> open, String so, Text choices) {
    if (open.isEmpty()) {
      choices.line(":: d_step { " + so + " }");
      return;
    }
    Choice choice = open.get(0);
    for (String value : choice.values()) {
      write(open.subList(1, open.size()), so + "; " + choice.name() + " = " + value, choices);
    }
  }

  private List<String> values(Slot slot) {
    return slot.type().values().stream().map(names::value).toList();
  }

  private Set<String> reads(Event event) {
    return new ChanceReads(page).of(event);
  }

  private void pick(List<Choice> open, String array, int number, Event event) {
    EventRows its = rows.get(event.name());
    long ways = its == null ? 1 : asked.ways(its);
    if (ways > 1) {
      List<String> values = new ArrayList<>();
      for (long way = 0; way < ways; way++) {
        values.add(Long.toString(way));
      }
      open.add(new Choice(array + "[" + number + "]", values));
    }
  }
}
