package dev.foliospec.generator.export;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Source;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a flattened policy declares beside its vocabulary, as policy files write it: an indexed variable
 * once, for all its elements.
 */
final class Declarations {
  private final Policy policy;
  private final Wrapping wrapping;
  private final StringBuilder text = new StringBuilder();

  /** The indexed variables whose {@code init} is written. */
  private final Set<String> begun = new HashSet<>();

  private Declarations(Policy policy, Wrapping wrapping) {
    this.policy = policy;
    this.wrapping = wrapping;
  }

  static String own(Policy policy, Wrapping wrapping) {
    Declarations made = new Declarations(policy, wrapping);
    made.write();
    return made.text.toString();
  }

  private void write() {
    Vocabulary shared = policy.vocabulary();
    for (Source each : policy.sources()) {
      if (!shared.sources().contains(each)) {
        source(each);
      }
    }
    for (Type each : policy.types()) {
      line(
          Optional.empty(),
          "type " + each.spelled() + " = " + values(each) + (each.symmetric() ? " symmetric" : ""));
    }
    for (Variable each : policy.variables()) {
      if (!each.shared()) {
        variable(each);
      }
    }
    for (FlagSetting each : policy.flags()) {
      if (each.flag().owner().isPresent()) {
        line(
            each.flag().doc(),
            "flag " + each.flag().name() + " : " + type(each.flag().type()));
      }
    }
    for (Chance each : policy.chances()) {
      if (!shared.chances().contains(each)) {
        line(
            each.doc(), "chance " + each.name() + " : " + type(each.type()) + " = " + each.usual());
      }
    }
    for (Effect each : policy.effects()) {
      if (each.owner().isPresent()) {
        String ensures =
            each.ensures().map(said -> " ensures " + Wording.expression(said)).orElse("");
        line(each.doc(), "effect " + each.name() + ensures);
      }
    }
    for (ErrorAnswer each : policy.errors()) {
      if (each.owner().isPresent()) {
        line(each.doc(), "error " + each.name());
      }
    }
    for (Definition each : policy.definitions()) {
      if (!shared.definitions().contains(each)) {
        line(each.doc(), "define " + each.name() + " = " + Wording.expression(each.expression()));
      }
    }
    for (Initial each : policy.initials()) {
      if (!shared.initials().contains(each)) {
        initial(each, begun(policy, each));
      }
    }
  }

  /** A source; a text that no line has room for is shortened, and stands in a comment as it is. */
  private void source(Source source) {
    int room = wrapping.width() - 4;
    String said = source.text();
    if (said.length() > room) {
      text.append(wrapping.comment("# ", source.id() + ": " + said));
      int end = said.lastIndexOf(' ', room - 4);
      said = said.substring(0, end > 0 ? end : room - 4) + " ...";
    }
    line(Optional.empty(), "source " + source.id() + " \"" + said + "\"");
  }

  /** What an {@code init} line gives a first value: all elements of an index, or one variable. */
  private static String begun(Policy policy, Initial initial) {
    Variable variable = initial.variable();
    for (Initial other : policy.initials()) {
      if (!other.variable().name().equals(variable.name()) && other.at().equals(initial.at())) {
        return variable.family();
      }
    }
    return variable.name();
  }

  /** Of an indexed variable, the first element stands for all. */
  private void variable(Variable variable) {
    Optional<Variable.Member> member = variable.member();
    if (member.isPresent()
        && !member.get().over().values().get(0).equals(member.get().key())) {
      return;
    }
    String name = variable.family()
        + member.map(each -> "[" + each.over().spelled() + "]").orElse("");
    String hidden = variable.hidden() ? "hidden " : "";
    String first = variable.initial().map(value -> " = " + value).orElse("");
    String known = variable.actor().map(actor -> " of " + actor).orElse("");
    line(variable.doc(), hidden + "var " + name + " : " + type(variable.type()) + first + known);
  }

  private void initial(Initial initial, String name) {
    if (!initial.variable().name().equals(name) && !begun.add(name)) {
      return;
    }
    List<String> cases = new ArrayList<>();
    for (Initial.Case each : initial.cases()) {
      cases.add(each.value()
          + each.condition().map(when -> " if " + Wording.expression(when)).orElse(""));
    }
    line(Optional.empty(), "init " + name + " = " + String.join(" else ", cases));
  }

  private static String type(Type type) {
    return type.name().isPresent() ? type.name().get() : values(type);
  }

  private static String values(Type type) {
    if (type.isRange()) {
      return type.values().get(0) + ".." + type.values().get(type.size() - 1);
    }
    List<String> values = new ArrayList<>();
    for (Value each : type.values()) {
      values.add(each.name() + (type.matchesAny(each) ? " matches any" : ""));
    }
    return String.join(type.ordered() ? " < " : " | ", values);
  }

  private void line(Optional<String> doc, String content) {
    doc.ifPresent(each -> text.append(SpecText.doc(each, wrapping)));
    text.append(wrapping.line("", content));
  }
}
