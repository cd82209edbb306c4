package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Settled;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The events of a system as actions: pages answer as if each were alone, and their answers together
 * make the step.
 */
final class SystemActions {
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

  // --- One event
  // -----------------------------------------------------------------------------------

  private String event(Lifting.Lifted lifted) {
    text.section(lifted.event());
    Call call = new Call(
        system, lifting, lifted, names, terms, pageTerms, together.pages(), this::answers, always);
    Piece asks = lifted.manner() == Lifting.Manner.ALL
        ? new AtOnce(call).step()
        : new OneByOne(call, names, pageTerms, text).step();
    manner(lifted);
    String name = names.of("event", lifted.event().name());
    List<Piece> sets = call.bindings();
    Piece body = refusals(call, globals(call, asks));
    if (lifted.reach() == Lifting.Reach.RANGE) {
      body = Piece.all(List.of(Call.related(call.place(0), " <= ", call.place(1)), body));
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
      out.add(Call.related(terms.field(output.name()), " |-> ", terms.noOutput()));
    }
    Piece body = otherwise;
    for (int at = asked.size() - 1; at >= 0; at--) {
      Lifting.Refusal refusal = asked.get(at);
      Piece refuses = Piece.all(List.of(
          Piece.atom("UNCHANGED " + names.of("operator", "state")),
          call.did(
              Piece.atom(Call.quoted(refusal.row().id().id())),
              Piece.atom(Call.quoted(refusal.row().outcome().errors().get(0).name())),
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
}
