package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Settled;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The events of a system as actions: pages answer as if each were alone, and their answers together
 * make the step.
 */
final class SystemActions {
  /** An event while its action is put together. */
  private record Call(
      Lifting.Lifted lifted,
      Answers.Asked each,
      Optional<Answers.Asked> refused,
      Optional<Answers.Asked> beside,
      List<Chance> chances) {
    Event event() {
      return lifted.event();
    }

    /** Whether pages are told of the answer. */
    boolean tells() {
      return refused.isPresent() || beside.isPresent();
    }
  }

  private final Policy system;
  private final Lifting lifting;
  private final Lowered ofPage;
  private final Settled settled;
  private final Names names;
  private final Terms terms;
  private final Terms pageTerms;
  private final Set<String> always;
  private final Operators text = new Operators();
  private final Answers answers;
  private final Together together;
  private final String p;

  /** @param always the chances that properties read, by their names in the system */
  SystemActions(
      Lowered system,
      Lifting lifting,
      Lowered ofPage,
      Names names,
      Terms terms,
      Terms pageTerms,
      String self,
      Set<String> always) {
    this.system = system.policy();
    this.lifting = lifting;
    this.ofPage = ofPage;
    this.settled = system.settled();
    this.names = names;
    this.terms = terms;
    this.pageTerms = pageTerms;
    this.always = always;
    answers = new Answers(ofPage, names, pageTerms, self, text);
    together = new Together(this.system, lifting, names, terms, pageTerms, text);
    p = names.of("bound", "p");
  }

  /** All actions of all events, and {@code Next}. */
  String write() {
    together.write(
        lifting.events().stream().anyMatch(each -> !each.each().outputs().isEmpty()),
        lifting.events().stream().anyMatch(each -> each.refused().isPresent()),
        lifting.events().stream().anyMatch(each -> each.manner() != Lifting.Manner.ALL));
    List<Piece> next = new ArrayList<>();
    for (Lifting.Lifted each : lifting.events()) {
      next.add(Piece.atom(event(each)));
    }
    text.define(names.of("operator", "Next"), Piece.any(next));
    return text.toString();
  }

  // --- Pieces
  // --------------------------------------------------------------------------------------

  private static Piece related(String left, String sign, String right) {
    return new Piece.Related(Piece.atom(left), sign, Piece.atom(right));
  }

  private static String quoted(String word) {
    return "\"" + word + "\"";
  }

  private String operator(String name) {
    return together.operator(name);
  }

  private String bound(String name) {
    return names.of("bound", name);
  }

  /** The pages that an event asks. */
  private String asked(Lifting.Lifted lifted) {
    return switch (lifted.reach()) {
      case PAGE -> "{" + place(lifted, 0) + "}";
      case RANGE -> place(lifted, 0) + ".." + place(lifted, 1);
      case WHOLE -> together.pages();
    };
  }

  private String place(Lifting.Lifted lifted, int parameter) {
    return terms.name(lifted.event().parameters().get(parameter));
  }

  /**
   * What a page may say.
   *
   * @param now the state that it sees, as a record
   * @param page its number
   * @param reply what the call answers, where the page is told of it
   */
  private String says(Answers.Asked asked, String now, String page, Optional<String> reply) {
    List<String> given = new ArrayList<>();
    given.add(operator("Seen") + "(" + now + ", " + page + ")");
    for (Slot slot : asked.told()) {
      if (slot instanceof Chance) {
        boolean common = lifting.common().contains(slot.name());
        given.add(pageTerms.name(slot) + (common ? "" : "[" + page + "]"));
      } else if (reply.isPresent() && slot.name().equals(Lifting.REPLY)) {
        given.add(reply.get());
      } else {
        given.add(pageTerms.name(slot));
      }
    }
    return asked.name() + "(" + String.join(", ", given) + ")";
  }

  // --- One event
  // -----------------------------------------------------------------------------------

  private String event(Lifting.Lifted lifted) {
    text.section(lifted.event());
    Optional<Answers.Asked> refused = lifted.refused().map(this::answers);
    Optional<Answers.Asked> beside = lifted.beside().map(this::answers);
    Answers.Asked each = answers(lifted.each());
    List<Slot> told = new ArrayList<>(each.told());
    refused.ifPresent(other -> told.addAll(other.told()));
    beside.ifPresent(other -> told.addAll(other.told()));
    List<Chance> chances = new ArrayList<>();
    for (Chance chance : lifting.page().chances()) {
      if (told.stream().anyMatch(slot -> slot.name().equals(chance.name()))
          || namesInSystem(chance).stream().anyMatch(always::contains)) {
        chances.add(chance);
      }
    }
    Call call = new Call(lifted, each, refused, beside, chances);
    Piece asks =
        lifted.manner() == Lifting.Manner.ALL ? atOnce(call) : oneByOne(call, onwards(call));
    manner(lifted);
    String name = names.of("event", lifted.event().name());
    List<Piece> sets = new ArrayList<>();
    for (Parameter parameter : lifted.event().parameters()) {
      sets.add(Piece.in(terms.name(parameter), terms.set(parameter.type())));
    }
    for (Chance chance : chances) {
      Piece values = terms.set(chance.type());
      sets.add(
          lifting.common().contains(chance.name())
              ? Piece.in(pageTerms.name(chance), values)
              : related(
                  pageTerms.name(chance),
                  " \\in ",
                  "[" + together.pages() + " -> " + Layout.flat(values) + "]"));
    }
    Piece body = refusals(call, globals(call, asks));
    if (lifted.reach() == Lifting.Reach.RANGE) {
      body = Piece.all(List.of(related(place(lifted, 0), " <= ", place(lifted, 1)), body));
    }
    text.define(name, sets.isEmpty() ? body : new Piece.Exists(sets, body));
    text.gap();
    return name;
  }

  private Answers.Asked answers(Event event) {
    for (EventRows rows : ofPage.events()) {
      if (rows.event().name().equals(event.name())) {
        return answers.of(rows);
      }
    }
    throw new IllegalStateException("no rows for " + event.name());
  }

  private List<String> namesInSystem(Chance chance) {
    List<String> all = new ArrayList<>();
    for (int number = 0; number < lifting.pages(); number++) {
      all.add(lifting.nameOf(chance.name(), number));
    }
    return all;
  }

  private void manner(Lifting.Lifted lifted) {
    String how = switch (lifted.manner()) {
      case ALL ->
        switch (lifted.reach()) {
          case PAGE -> "One page.";
          case RANGE -> "All of the range, or none of it.";
          case WHOLE -> "All pages at once.";
        };
      case PREFIX -> "One page after the other, up to the first that does not say ok.";
      case PROGRESS ->
        "One page after the other, up to the first that does not say ok; the call is ok where at least"
            + " one was done.";
    };
    String grounds = Comments.grounds(lifted.grounds());
    text.comment(lifted.reach() == Lifting.Reach.PAGE ? how : (how + " " + grounds).strip());
  }

  private Piece refusals(Call call, Piece otherwise) {
    List<Lifting.Refusal> asked = lifting.refusals().stream()
        .filter(each -> each.row().answers(call.event()))
        .toList();
    for (Lifting.Refusal each : asked) {
      text.comment(each.row().id().id() + ": before any page is asked. "
          + Comments.grounds(each.row().grounds()));
    }
    List<Piece> out = new ArrayList<>();
    for (Output output : call.event().outputs()) {
      out.add(related(terms.field(output.name()), " |-> ", terms.noOutput()));
    }
    Piece body = otherwise;
    for (int at = asked.size() - 1; at >= 0; at--) {
      Lifting.Refusal refusal = asked.get(at);
      Piece refuses = Piece.all(List.of(
          Piece.atom("UNCHANGED " + operator("state")),
          did(
              call,
              Piece.atom(quoted(refusal.row().id().id())),
              Piece.atom(quoted(refusal.row().outcome().errors().get(0).name())),
              Replies.record(out),
              Piece.atom("<<>>"))));
      body = new Piece.Conditional(
          terms.of(settled.of(refusal.when()), Terms.Place.ACTION), refuses, body);
    }
    return body;
  }

  private Piece globals(Call call, Piece body) {
    List<Piece.Named> told = new ArrayList<>();
    for (Lifting.Global each : call.lifted().globals()) {
      text.comment(each.name() + ": what all pages know. " + Comments.grounds(each.grounds()));
      List<Value> noOrYes = Lifting.NO_OR_YES;
      told.add(new Piece.Named(
          pageTerms.name(parameter(call.lifted().each(), each.name())),
          new Piece.Conditional(
              terms.of(settled.of(each.when()), Terms.Place.ACTION),
              terms.literal(noOrYes.get(1)),
              terms.literal(noOrYes.get(0)))));
    }
    return told.isEmpty() ? body : new Piece.Let(told, body);
  }

  private static Parameter parameter(Event event, String name) {
    return event.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Piece did(Call call, Piece row, Piece answer, Piece out, Piece effects) {
    List<Piece> arguments = new ArrayList<>();
    for (Parameter each : call.event().parameters()) {
      arguments.add(related(terms.field(each.name()), " |-> ", terms.name(each)));
    }
    List<Piece> given = new ArrayList<>();
    given.add(row);
    given.add(Piece.atom(quoted(call.event().name())));
    given.add(Replies.record(arguments));
    if (!system.chances().isEmpty()) {
      Map<String, Piece> chances = new LinkedHashMap<>();
      for (Chance each : call.chances()) {
        for (int number = 0; number < lifting.pages(); number++) {
          String name = lifting.nameOf(each.name(), number);
          boolean common = lifting.common().contains(each.name());
          String value = pageTerms.name(each) + (common ? "" : "[" + number + "]");
          chances.put(name, related(terms.field(name), " |-> ", value));
        }
      }
      given.add(Replies.record(List.copyOf(chances.values())));
    }
    given.addAll(List.of(answer, out, effects));
    return new Piece.Listed(names.of("operator", "Did") + "(", given, ")");
  }

  /**
   * What a call shows.
   *
   * @param all whether all pages said ok
   * @param values what they show of an output then, as a set, around the output's field
   * @param stops the answer that the call stops with
   * @param nothing whether it then shows nothing that pages show; empty where it never is so
   * @param stopped the page that stops it
   */
  private Piece out(
      Call call,
      String all,
      String[] values,
      String stops,
      Optional<String> nothing,
      String stopped) {
    List<Piece> fields = new ArrayList<>();
    for (Output output : call.lifted().each().outputs()) {
      String field = pageTerms.field(output.name());
      String alike = operator("Alike") + "(" + values[0] + ".out." + field + values[1] + ")";
      Piece refused = Piece.atom(stops + ".out." + field);
      if (nothing.isPresent()) {
        refused =
            new Piece.Conditional(Piece.atom(nothing.get()), Piece.atom(terms.noOutput()), refused);
      }
      fields.add(new Piece.Related(
          Piece.atom(terms.field(output.name())),
          " |-> ",
          new Piece.Conditional(Piece.atom(all), Piece.atom(alike), refused)));
    }
    call.lifted()
        .output()
        .ifPresent(output -> fields.add(new Piece.Related(
            Piece.atom(terms.field(output)),
            " |-> ",
            new Piece.Conditional(
                Piece.atom(all), Piece.atom(terms.noOutput()), Piece.atom(stopped)))));
    return Replies.record(fields);
  }

  // --- All at once
  // ---------------------------------------------------------------------------------

  private Piece atOnce(Call call) {
    String now = operator("Now");
    String said = bound("said");
    String stop = bound("stop");
    String told = bound("told");
    String done = bound("done");
    String reply = said + "[" + stop + "].answer";
    Piece.Named stopping =
        new Piece.Named(stop, Piece.atom(operator("Deciding") + "(" + said + ")"));
    Piece.Named doing = new Piece.Named(
        done,
        Piece.atom(operator("Happens") + "(" + said + ", " + (call.tells() ? told : "<<>>") + ")"));
    Piece step = Piece.all(List.of(
        Piece.atom(operator("Becomes") + "(" + now + ", " + done + ")"),
        did(
            call,
            Piece.atom(said + "[" + stop + "].row"),
            Piece.atom(reply),
            out(
                call,
                operator("Refusing") + "(" + said + ") = {}",
                new String[] {"{" + said + "[" + p + "]", " : " + p + " \\in DOMAIN " + said + "}"},
                said + "[" + stop + "]",
                Optional.empty(),
                stop),
            Piece.atom(operator("Effects") + "(" + said + ", " + done + ")"))));
    Piece then = call.tells()
        ? new Piece.Let(
            List.of(stopping),
            new Piece.Exists(List.of(told(call, said, reply)), new Piece.Let(List.of(doing), step)))
        : new Piece.Let(List.of(stopping, doing), step);
    Piece may =
        choices(asked(call.lifted()), Piece.atom(says(call.each(), now, p, Optional.empty())));
    return new Piece.Exists(List.of(new Piece.Related(Piece.atom(said), " \\in ", may)), then);
  }

  /** One of what each of some pages says. */
  private Piece choices(String pages, Piece says) {
    return new Piece.Framed(
        operator("Choices") + "([" + p + " \\in " + pages + " |-> ", says, "])");
  }

  /** What the pages say that are told of a call which asks all at once. */
  private Piece told(Call call, String said, String reply) {
    String now = operator("Now");
    String outside = together.pages() + " \\ DOMAIN " + said;
    String others = operator("Others") + "(" + said + ")";
    Optional<Piece> beside =
        call.beside().map(each -> Piece.atom(says(each, now, p, Optional.of(reply))));
    Optional<Piece> refused =
        call.refused().map(each -> Piece.atom(says(each, now, p, Optional.of(reply))));
    Piece may = refused.isEmpty()
        ? choices(outside, beside.orElseThrow())
        : beside.isEmpty()
            ? choices(others, refused.get())
            : choices(
                "(" + outside + ") \\cup " + others,
                new Piece.Conditional(
                    Piece.atom(p + " \\in DOMAIN " + said), refused.get(), beside.get()));
    return new Piece.Related(Piece.atom(bound("told")), " \\in ", may);
  }

  // --- One after the other
  // -------------------------------------------------------------------------

  /** Writes how pages go on from one to the next; returns the operator's name. */
  private String onwards(Call call) {
    String name = names.of("onwards", call.event().name() + "_onwards");
    String run = bound("run");
    String at = bound("at");
    String end = bound("end");
    String may = bound("may");
    String one = bound("one");
    String more = bound("more");
    List<String> told = told(call);
    String given = told.isEmpty() ? "" : ", " + String.join(", ", told);
    String further = name + "(" + more + ", " + at + " + 1, " + end + given + ")";
    text.comment(
        "The ways in which pages go on, one after the other, each seeing what those before it"
            + " did. A page that says nothing cannot be asked, and the call is not possible.");
    text.line("RECURSIVE " + name + "("
        + String.join(", ", Collections.nCopies(3 + told.size(), "_")) + ")");
    Piece next = new Piece.Let(
        List.of(new Piece.Named(
            more,
            new Piece.Listed(
                "[",
                List.of(
                    related(
                        "now",
                        " |-> ",
                        operator("Passed") + "(" + run + ".now, " + at + ", " + one + ".next)"),
                    related("said", " |-> ", "Append(" + run + ".said, " + one + ")"),
                    related("effects", " |-> ", run + ".effects \\o " + one + ".effects"),
                    related("stuck", " |-> ", "FALSE")),
                "]"))),
        new Piece.Conditional(
            Piece.atom(one + ".answer = \"ok\" /\\ " + at + " < " + end),
            Piece.atom(further),
            Piece.atom("{" + more + "}")));
    Piece all = new Piece.Let(
        List.of(new Piece.Named(
            may, Piece.atom(says(call.each(), run + ".now", at, Optional.empty())))),
        new Piece.Conditional(
            related(may, " = ", "{}"),
            Piece.atom("{[" + run + " EXCEPT !.stuck = TRUE]}"),
            new Piece.Framed("UNION {", next, " : " + one + " \\in " + may + "}")));
    text.define(name + "(" + run + ", " + at + ", " + end + given + ")", all);
    text.gap();
    return name;
  }

  /** What pages are told that are asked one after the other. */
  private List<String> told(Call call) {
    return call.each().told().stream().map(pageTerms::name).toList();
  }

  private Piece oneByOne(Call call, String onwards) {
    Lifting.Lifted lifted = call.lifted();
    String now = operator("Now");
    String runs = bound("runs");
    String run = bound("run");
    String end = bound("end");
    String stop = bound("stop");
    String reply = names.of("parameter", Lifting.REPLY);
    String told = bound("told");
    String first = place(lifted, 0);
    String done = run + ".said";
    boolean progress = lifted.manner() == Lifting.Manner.PROGRESS;
    String ok = end + ".answer = \"ok\"";
    List<String> given = told(call);
    Piece effects = Piece.atom(
        call.beside().isEmpty()
            ? run + ".effects"
            : operator("InOrder") + "(" + told + ", DOMAIN " + told + ") \\o " + run + ".effects");
    Piece step = Piece.all(List.of(
        Piece.atom(operator("Becomes") + "(" + run + ".now, "
            + (call.beside().isPresent() ? told : "<<>>") + ")"),
        did(
            call,
            new Piece.Conditional(
                Piece.atom(ok), Piece.atom(done + "[1].row"), Piece.atom(end + ".row")),
            Piece.atom(reply),
            out(
                call,
                ok,
                new String[] {
                  "{" + done + "[" + bound("i") + "]",
                  " : " + bound("i") + " \\in DOMAIN " + done + "}"
                },
                end,
                progress ? Optional.of(stop + " > " + first) : Optional.empty(),
                stop),
            effects)));
    if (call.beside().isPresent()) {
      Piece may = choices(
          together.pages() + " \\ (" + asked(lifted) + ")",
          Piece.atom(says(call.beside().get(), now, p, Optional.of(reply))));
      step = new Piece.Exists(List.of(new Piece.Related(Piece.atom(told), " \\in ", may)), step);
    }
    Piece each = new Piece.Let(
        List.of(
            new Piece.Named(end, Piece.atom(done + "[Len(" + done + ")]")),
            new Piece.Named(stop, Piece.atom(first + " + Len(" + done + ") - 1")),
            new Piece.Named(
                reply,
                progress
                    ? new Piece.Conditional(
                        Piece.atom(stop + " > " + first),
                        Piece.atom("\"ok\""),
                        Piece.atom(end + ".answer"))
                    : Piece.atom(end + ".answer"))),
        step);
    String start = "[now |-> " + now + ", said |-> <<>>, effects |-> <<>>, stuck |-> FALSE]";
    return new Piece.Let(
        List.of(new Piece.Named(
            runs,
            new Piece.Listed(
                onwards + "(",
                Stream.concat(Stream.of(start, first, place(lifted, 1)), given.stream())
                    .map(Piece::atom)
                    .toList(),
                ")"))),
        Piece.all(List.of(
            Piece.atom("\\A " + run + " \\in " + runs + " : ~" + run + ".stuck"),
            new Piece.Exists(List.of(related(run, " \\in ", runs)), each))));
  }
}
