package dev.foliospec.generator.export.tla;

import java.util.List;
import java.util.Optional;

/** A call that asks its pages at once: all of it happens, or what the first page that refuses says. */
final class AtOnce {
  private final Call call;

  AtOnce(Call call) {
    this.call = call;
  }

  /** Its step, once its parameters are bound. */
  Piece step() {
    String now = call.operator("Now");
    String said = call.bound("said");
    String stop = call.bound("stop");
    String told = call.bound("told");
    String done = call.bound("done");
    String reply = said + "[" + stop + "].answer";
    Piece.Named stopping =
        new Piece.Named(stop, Piece.atom(call.operator("Deciding") + "(" + said + ")"));
    Piece.Named doing = new Piece.Named(
        done,
        Piece.atom(
            call.operator("Happens") + "(" + said + ", " + (call.tells() ? told : "<<>>") + ")"));
    Piece step = Piece.all(List.of(
        Piece.atom(call.operator("Becomes") + "(" + now + ", " + done + ")"),
        call.did(
            Piece.atom(said + "[" + stop + "].row"),
            Piece.atom(reply),
            call.out(
                call.operator("Refusing") + "(" + said + ") = {}",
                shown -> "{" + said + "[" + call.page() + "]" + shown + " : " + call.page()
                    + " \\in DOMAIN " + said + "}",
                said + "[" + stop + "]",
                Optional.empty(),
                stop),
            Piece.atom(call.operator("Effects") + "(" + said + ", " + done + ")"))));
    Piece then = call.tells()
        ? new Piece.Let(
            List.of(stopping),
            new Piece.Exists(List.of(told(said, reply)), new Piece.Let(List.of(doing), step)))
        : new Piece.Let(List.of(stopping, doing), step);
    Piece may = call.choices(
        call.asked(), Piece.atom(call.says(call.each(), now, call.page(), Optional.empty())));
    return new Piece.Exists(List.of(new Piece.Related(Piece.atom(said), " \\in ", may)), then);
  }

  /** What the pages say that are told of a call which asks all at once. */
  private Piece told(String said, String reply) {
    String now = call.operator("Now");
    String outside = call.pages() + " \\ DOMAIN " + said;
    String others = call.operator("Others") + "(" + said + ")";
    Optional<Piece> beside = call.beside()
        .map(each -> Piece.atom(call.says(each, now, call.page(), Optional.of(reply))));
    Optional<Piece> refused = call.refused()
        .map(each -> Piece.atom(call.says(each, now, call.page(), Optional.of(reply))));
    Piece may = refused.isEmpty()
        ? call.choices(outside, beside.orElseThrow())
        : beside.isEmpty()
            ? call.choices(others, refused.get())
            : call.choices(
                "(" + outside + ") \\cup " + others,
                new Piece.Conditional(
                    Piece.atom(call.page() + " \\in DOMAIN " + said), refused.get(), beside.get()));
    return new Piece.Related(Piece.atom(call.bound("told")), " \\in ", may);
  }
}
