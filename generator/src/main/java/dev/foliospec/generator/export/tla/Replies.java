package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Shown;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Output;
import java.util.ArrayList;
import java.util.List;

/** What rows answer: answers, outputs and effects. */
final class Replies {
  /**
   * What one reply says.
   *
   * @param choices what is bound first, where it leaves something open
   */
  record Said(List<Piece> choices, Piece answer, Piece out, Piece effects) {}

  private final Names names;
  private final Terms terms;

  Replies(Names names, Terms terms) {
    this.names = names;
    this.terms = terms;
  }

  Said said(Event event, Reply reply, List<EffectItem> effects) {
    List<Piece> choices = new ArrayList<>();
    String answer = "\"" + reply.answers().get(0) + "\"";
    if (reply.answers().size() > 1) {
      answer = names.of("operator", "error");
      List<Piece> errors =
          reply.answers().stream().map(each -> Piece.atom("\"" + each + "\"")).toList();
      choices.add(Piece.in(answer, new Piece.Listed("{", errors, "}")));
    }
    List<Piece> out = new ArrayList<>();
    for (int at = 0; at < event.outputs().size(); at++) {
      Output output = event.outputs().get(at);
      List<Shown> options = reply.outputs().get(at);
      Piece value;
      if (options.size() == 1 && !(options.get(0) instanceof Shown.Anything)) {
        value = shown(options.get(0));
      } else {
        value = Piece.atom(names.of("output", output.name()));
        choices.add(Piece.in(Layout.flat(value), options(output, options)));
      }
      out.add(new Piece.Related(Piece.atom(terms.field(output.name())), " |-> ", value));
    }
    return new Said(choices, Piece.atom(answer), record(out), effects(effects));
  }

  /** A record of fields, or the empty tuple where there are none. */
  static Piece record(List<Piece> fields) {
    return fields.isEmpty() ? Piece.atom("<<>>") : new Piece.Listed("[", fields, "]");
  }

  private Piece shown(Shown shown) {
    return shown instanceof Shown.One one ? terms.of(one.value()) : Piece.atom(terms.noOutput());
  }

  private Piece options(Output output, List<Shown> options) {
    if (options.stream().anyMatch(each -> each instanceof Shown.Anything)) {
      return new Piece.Plain(
          Layout.flat(terms.set(output.type())) + " \\cup {" + terms.noOutput() + "}",
          Piece.Binding.SUM);
    }
    return new Piece.Listed("{", options.stream().map(this::shown).toList(), "}");
  }

  /** Effects in order: a tuple, or tuples and the lists of undecided traits put together. */
  private Piece effects(List<EffectItem> effects) {
    List<String> parts = new ArrayList<>();
    List<Piece> run = new ArrayList<>();
    for (EffectItem item : effects) {
      if (item instanceof EffectItem.Do one) {
        run.add(Piece.atom("\"" + one.effect().name() + "\""));
      } else if (item instanceof EffectItem.FromTrait from) {
        if (!run.isEmpty()) {
          parts.add(Layout.flat(new Piece.Listed("<<", run, ">>")));
          run.clear();
        }
        parts.add(terms.name(from.trait()));
      }
    }
    if (parts.isEmpty()) {
      return new Piece.Listed("<<", run, ">>");
    }
    if (!run.isEmpty()) {
      parts.add(Layout.flat(new Piece.Listed("<<", run, ">>")));
    }
    return new Piece.Plain(String.join(" \\o ", parts), Piece.Binding.SUM);
  }
}
