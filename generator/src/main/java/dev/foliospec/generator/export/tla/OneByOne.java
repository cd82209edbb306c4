package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Lifting;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A call that asks one page after the other, each seeing what those before it did. */
final class OneByOne {
  private final Call call;
  private final Names names;
  private final Terms pageTerms;
  private final Operators text;

  OneByOne(Call call, Names names, Terms pageTerms, Operators text) {
    this.call = call;
    this.names = names;
    this.pageTerms = pageTerms;
    this.text = text;
  }

  /** Writes how pages go on from one to the next; returns the operator's name. */
  private String onwards() {
    String name = names.of("onwards", call.event().name() + "_onwards");
    String run = call.bound("run");
    String at = call.bound("at");
    String end = call.bound("end");
    String may = call.bound("may");
    String one = call.bound("one");
    String more = call.bound("more");
    List<String> told = told();
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
                    Call.related(
                        "now",
                        " |-> ",
                        call.operator("Passed") + "(" + run + ".now, " + at + ", " + one
                            + ".next)"),
                    Call.related("said", " |-> ", "Append(" + run + ".said, " + one + ")"),
                    Call.related("effects", " |-> ", run + ".effects \\o " + one + ".effects"),
                    Call.related("stuck", " |-> ", "FALSE")),
                "]"))),
        new Piece.Conditional(
            Piece.atom(one + ".answer = \"ok\" /\\ " + at + " < " + end),
            Piece.atom(further),
            Piece.atom("{" + more + "}")));
    Piece all = new Piece.Let(
        List.of(new Piece.Named(
            may, Piece.atom(call.says(call.each(), run + ".now", at, Optional.empty())))),
        new Piece.Conditional(
            Call.related(may, " = ", "{}"),
            Piece.atom("{[" + run + " EXCEPT !.stuck = TRUE]}"),
            new Piece.Framed("UNION {", next, " : " + one + " \\in " + may + "}")));
    text.define(name + "(" + run + ", " + at + ", " + end + given + ")", all);
    text.gap();
    return name;
  }

  /** What pages are told that are asked one after the other. */
  private List<String> told() {
    return call.each().told().stream().map(pageTerms::name).toList();
  }

  /** Its step, once its parameters are bound; writes the operator that goes from page to page. */
  Piece step() {
    String onwards = onwards();
    Lifting.Lifted lifted = call.lifted();
    String now = call.operator("Now");
    String runs = call.bound("runs");
    String run = call.bound("run");
    String end = call.bound("end");
    String stop = call.bound("stop");
    String reply = names.of("parameter", Lifting.REPLY);
    String told = call.bound("told");
    String first = call.place(0);
    String done = run + ".said";
    boolean progress = lifted.manner() == Lifting.Manner.PROGRESS;
    String ok = end + ".answer = \"ok\"";
    List<String> given = told();
    Piece effects = Piece.atom(
        call.beside().isEmpty()
            ? run + ".effects"
            : call.operator("InOrder") + "(" + told + ", DOMAIN " + told + ") \\o " + run
                + ".effects");
    Piece step = Piece.all(List.of(
        Piece.atom(call.operator("Becomes") + "(" + run + ".now, "
            + (call.beside().isPresent() ? told : "<<>>") + ")"),
        call.did(
            new Piece.Conditional(
                Piece.atom(ok), Piece.atom(done + "[1].row"), Piece.atom(end + ".row")),
            Piece.atom(reply),
            call.out(
                ok,
                shown -> "{" + done + "[" + call.bound("i") + "]" + shown + " : " + call.bound("i")
                    + " \\in DOMAIN " + done + "}",
                end,
                progress ? Optional.of(stop + " > " + first) : Optional.empty(),
                stop),
            effects)));
    if (call.beside().isPresent()) {
      Piece may = call.choices(
          call.pages() + " \\ (" + call.asked() + ")",
          Piece.atom(call.says(call.beside().get(), now, call.page(), Optional.of(reply))));
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
                Stream.concat(Stream.of(start, first, call.place(1)), given.stream())
                    .map(Piece::atom)
                    .toList(),
                ")"))),
        Piece.all(List.of(
            Piece.atom("\\A " + run + " \\in " + runs + " : ~" + run + ".stuck"),
            new Piece.Exists(List.of(Call.related(run, " \\in ", runs)), each))));
  }
}
