package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Ghost;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The module that follows ghosts: history that properties alone read, apart from the policy's own
 * states.
 */
final class GhostModule {
  private final Policy policy;
  private final String module;
  private final Names names;
  private final Terms terms;

  GhostModule(Policy policy, String module, Names names, Terms terms) {
    this.policy = policy;
    this.module = module;
    this.names = names;
    this.terms = terms;
  }

  /**
   * Writes what stands between the heading of the module and its properties.
   *
   * @param text the module so far
   */
  void write(Operators text) {
    List<Ghost> followed = policy.ghosts();
    text.comment(policy.name()
        + " with its ghosts: history that follows the effects of steps and that properties alone"
        + " read. They make more states of some, so they are kept out of " + module + ".tla.");
    text.gap();
    text.line("EXTENDS " + module);
    text.gap();
    Map<String, Optional<String>> declared = new LinkedHashMap<>();
    followed.forEach(each -> declared.put(terms.name(each), each.doc()));
    text.variables(declared);
    text.gap();
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
    text.define(operator("GhostTypeOK"), Piece.all(typed));
    text.define(operator("GhostInit"), Piece.all(first));
    text.define(operator("GhostNext"), Piece.all(next));
    List<String> whole = new ArrayList<>(List.of(operator("state")));
    whole.addAll(declared.keySet());
    text.tuple(operator("GhostView"), whole);
    List<String> all = new ArrayList<>(List.of(operator("vars")));
    all.addAll(declared.keySet());
    text.tuple(operator("ghostVars"), all);
    text.add(operator("GhostSpec") + " == " + operator("GhostInit") + " /\\ []["
        + operator("GhostNext") + "]_" + operator("ghostVars") + "\n\n");
  }

  /** How a ghost follows effects, one after another. */
  private void follow(Operators text, Ghost ghost, String name) {
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
    text.define(on + "(" + value + ", " + effect + ")", next);
    text.gap();
    text.line("RECURSIVE " + name + "(_, _)");
    text.define(
        name + "(" + value + ", " + effects + ")",
        new Piece.Conditional(
            Piece.atom(effects + " = <<>>"),
            Piece.atom(value),
            Piece.atom(name + "(" + on + "(" + value + ", Head(" + effects + ")), Tail(" + effects
                + "))")));
    text.gap();
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

  private String operator(String name) {
    return names.of("operator", name);
  }
}
