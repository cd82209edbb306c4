package dev.foliospec.resolve;

import dev.foliospec.model.Citation;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Condition;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Status;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A model as lines of text, everything worked out that can be: what the golden files hold. */
final class ModelPrinter {
  private final StringBuilder text = new StringBuilder();

  private ModelPrinter() {}

  /** All of a policy set. */
  static String print(PolicySet set) {
    ModelPrinter printer = new ModelPrinter();
    set.vocabularies().values().forEach(printer::vocabulary);
    set.policies().values().forEach(printer::policy);
    set.properties().forEach(printer::property);
    set.scenarios().forEach(printer::scenario);
    return printer.text.toString();
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  private void head(String line, Optional<String> doc) {
    if (text.length() > 0) {
      text.append('\n');
    }
    line(0, line);
    documented(1, doc);
  }

  private void documented(int depth, Optional<String> doc) {
    doc.ifPresent(words -> words.lines().forEach(each -> line(depth, "## " + each)));
  }

  private static <T> String list(Collection<T> items, Function<T, String> spelled) {
    return items.stream().map(spelled).collect(Collectors.joining(", "));
  }

  private static <T> String ids(Collection<T> items) {
    return list(items, Object::toString);
  }

  // --- Vocabularies ------------------------------------------------------------------------------

  private void vocabulary(Vocabulary vocabulary) {
    head("vocabulary " + vocabulary.name(), vocabulary.doc());
    vocabulary.sources().forEach(each -> line(1, "source " + each.id() + ": " + each.text()));
    line(1, "actors " + String.join(", ", vocabulary.actors()));
    vocabulary.types().forEach(each -> line(1, "type " + each.spelled() + " = " + values(each)));
    vocabulary
        .sets()
        .forEach(each ->
            line(1, "set " + each.name() + " of " + each.type() + " = " + ids(each.values())));
    vocabulary.maps().forEach(this::map);
    vocabulary.variables().forEach(this::variable);
    vocabulary.flags().forEach(each -> line(1, "flag " + each.name() + ": " + each.type()));
    vocabulary
        .traits()
        .forEach(each -> line(
            1,
            "trait " + each.name() + ": "
                + (each.effects() ? "effects" : each.type().spelled())));
    vocabulary
        .chances()
        .forEach(
            each -> line(1, "chance " + each.name() + ": " + each.type() + " = " + each.usual()));
    vocabulary.initials().forEach(this::initial);
    vocabulary.events().forEach(this::event);
    vocabulary
        .effects()
        .forEach(each -> line(
            1,
            "effect " + each.name()
                + each.ensures().map(what -> " ensures " + spelled(what)).orElse("")));
    vocabulary.errors().forEach(each -> line(1, "error " + each.name()));
    vocabulary
        .definitions()
        .forEach(each -> line(1, "define " + each.name() + " = " + spelled(each.expression())));
    vocabulary.ghosts().forEach(this::ghost);
    vocabulary.observers().forEach(this::observer);
  }

  private void ghost(Ghost ghost) {
    String rules = ghost.rules().stream()
        .map(each -> ", "
            + each.value().map(Value::name).orElse((each.shift() < 0 ? "" : "+") + each.shift())
            + " on "
            + each.effect())
        .collect(Collectors.joining());
    line(1, "ghost " + ghost.name() + ": " + typed(ghost.type()) + " = " + ghost.initial() + rules);
  }

  private static String values(Type type) {
    return type.values().stream()
        .map(each -> each + (type.matchesAny(each) ? " matches any" : ""))
        .collect(Collectors.joining(type.ordered() ? " < " : " | "));
  }

  /** The name of a type, or what it consists of where it has none. */
  private static String typed(Type type) {
    return type.name().isPresent() || type.isRange() ? type.spelled() : values(type);
  }

  private void map(ValueMap map) {
    String entries = map.entries().entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining(", "));
    line(1, "map " + map.name() + " of " + map.from() + " -> " + map.to() + " = " + entries);
  }

  private void variable(Variable variable) {
    line(
        1,
        (variable.hidden() ? "hidden " : "")
            + "var " + variable.name() + ": " + typed(variable.type())
            + variable.initial().map(each -> " = " + each).orElse("")
            + variable.actor().map(each -> " of " + each).orElse("")
            + variable.owner().map(each -> ", declared by " + each).orElse(""));
    documented(2, variable.doc());
  }

  private void initial(Initial initial) {
    String cases = initial.cases().stream()
        .map(each ->
            each.value() + each.condition().map(when -> " if " + spelled(when)).orElse(""))
        .collect(Collectors.joining(" else "));
    line(1, "init " + initial.variable().name() + " = " + cases);
  }

  private void event(Event event) {
    line(
        1,
        "event " + event.name()
            + "(" + list(event.parameters(), each -> each.name() + ": " + typed(each.type())) + ")"
            + " by " + event.actor()
            + (event.outputs().isEmpty()
                ? ""
                : " answers "
                    + list(event.outputs(), each -> each.name() + ": " + typed(each.type())))
            + event.onlyWhen().map(each -> " only when " + spelled(each)).orElse("")
            + (event.silent() ? " silent" : ""));
    documented(2, event.doc());
  }

  private void observer(Observer observer) {
    line(
        1,
        "observer " + observer.name() + " sees answers of " + ids(observer.actors())
            + (observer.effects() ? "; effects" : "")
            + (observer.state().isEmpty() ? "" : "; state " + ids(observer.state())));
  }

  // --- Policies ----------------------------------------------------------------------------------

  private void policy(Policy policy) {
    head(
        (policy.isAbstract() ? "abstract policy " : "policy ") + policy.name() + " of "
            + policy.vocabulary().name() + grounds(policy.grounds()),
        policy.doc());
    if (!policy.lineage().isEmpty()) {
      line(1, "extends " + String.join(", ", policy.lineage()));
    }
    if (!policy.sound()) {
      line(1, "not sound");
    }
    policy.sources().stream()
        .filter(each -> policy.vocabulary().sources().stream()
            .noneMatch(shared -> shared.id().equals(each.id())))
        .forEach(each -> line(1, "source " + each.id() + ": " + each.text()));
    policy.types().forEach(each -> line(1, "type " + each.spelled() + " = " + values(each)));
    line(1, "state " + list(policy.variables(), Variable::name));
    policy.variables().stream().filter(each -> !each.shared()).forEach(this::variable);
    policy.flags().forEach(this::flag);
    policy.traits().forEach(this::trait);
    policy
        .chances()
        .forEach(
            each -> line(1, "chance " + each.name() + ": " + each.type() + " = " + each.usual()));
    policy.initials().forEach(this::initial);
    line(1, "events " + list(policy.events(), Event::name));
    policy
        .lacks()
        .forEach(each -> line(1, "lacks " + each.event().name() + grounds(each.grounds())));
    policy.effects().stream()
        .filter(each -> each.owner().isPresent())
        .forEach(each -> line(
            1,
            "effect " + each.name()
                + each.ensures().map(what -> " ensures " + spelled(what)).orElse("")
                + each.owner().map(who -> ", declared by " + who).orElse("")));
    policy.errors().stream()
        .filter(each -> each.owner().isPresent())
        .forEach(each -> line(
            1,
            "error " + each.name()
                + each.owner().map(who -> ", declared by " + who).orElse("")));
    policy.definitions().stream()
        .filter(each -> policy.vocabulary().definitions().stream()
            .noneMatch(shared -> shared.name().equals(each.name())))
        .forEach(each -> line(1, "define " + each.name() + " = " + spelled(each.expression())));
    policy.checks().forEach(this::table);
    policy.bodies().forEach(this::table);
    policy.steps().forEach(this::table);
    policy.lifting().ifPresent(this::lifting);
  }

  private void lifting(Lifting lifting) {
    line(1, lifting.pages() + " pages of type " + typed(lifting.index()));
    for (int at = 0; at < lifting.common().size(); at++) {
      line(
          1,
          "common " + lifting.common().get(at) + grounds(lifting.commonGrounds().get(at)));
    }
    for (Lifting.Lifted each : lifting.events()) {
      line(
          1,
          "lifts " + each.event().name() + " as " + each.reach() + ", " + each.manner()
              + each.output().map(output -> ", answers " + output).orElse("")
              + each.refused().map(event -> ", with " + event.name()).orElse("")
              + each.beside().map(event -> ", with " + event.name()).orElse("")
              + grounds(each.grounds()));
      event(each.event());
      event(each.each());
      for (Lifting.Global told : each.globals()) {
        line(2, "tells " + told.name() + " when " + spelled(told.when()) + grounds(told.grounds()));
      }
    }
    for (Lifting.Refusal each : lifting.refusals()) {
      line(
          1,
          "refuses " + each.row().id() + " on " + list(each.row().events(), Event::name) + " with "
              + list(each.row().outcome().errors(), ErrorAnswer::name) + " when "
              + spelled(each.when()) + grounds(each.row().grounds()));
    }
    line(1, "each page follows");
    policy(lifting.page());
  }

  private void flag(FlagSetting setting) {
    line(
        1,
        "flag " + setting.flag().name() + " = " + ids(setting.allowed())
            + setting.flag().owner().map(who -> ", declared by " + who).orElse("")
            + grounds(setting.grounds()));
  }

  private void trait(TraitSetting setting) {
    String alternatives = setting.alternatives().stream()
        .map(ModelPrinter::alternative)
        .collect(Collectors.joining(" / "));
    line(1, "trait " + setting.trait().name() + " = " + alternatives + grounds(setting.grounds()));
  }

  private static String alternative(TraitSetting.Alternative alternative) {
    if (alternative instanceof TraitSetting.ByFlag by) {
      return "flag " + by.flag().name();
    }
    return alternative instanceof TraitSetting.Listed
        ? "effects " + alternative.spelled()
        : alternative.spelled();
  }

  private static String grounds(Grounds grounds) {
    String cited =
        grounds.sources().isEmpty() ? "" : " [" + list(grounds.sources(), Citation::spelled) + "]";
    String status =
        grounds.status() == Status.DECIDED ? "" : " " + grounds.status().word();
    return cited + status + grounds.why().map(each -> " because " + each).orElse("");
  }

  private void table(Table table) {
    String kind = switch (table.kind()) {
      case CHECKS -> "checks ";
      case BODY -> "body ";
      case STEP -> "step ";
    };
    line(
        1,
        kind + table.name()
            + (table.events().isEmpty() ? "" : " on " + list(table.events(), Event::name))
            + table.where().map(each -> " where " + spelled(each)).orElse("")
            + ", declared by " + table.owner());
    documented(2, table.doc());
    table.rows().forEach(this::row);
  }

  private void row(Transition row) {
    line(
        2,
        row.id()
            + row.alternativeTo().map(other -> " or " + other).orElse("")
            + (row.events().isEmpty() ? "" : " on " + list(row.events(), Event::name))
            + grounds(row.grounds()));
    documented(3, row.doc());
    row.guard().conditions().forEach(each -> line(3, "when " + spelled(each)));
    if (row.guard().otherwise()) {
      line(3, "when no other row covers the point");
    }
    related("unless split by", row.splitBy());
    Outcome outcome = row.outcome();
    if (outcome.answer() != Outcome.Answer.NONE) {
      line(
          3,
          "answers " + outcome.answer().name().toLowerCase(java.util.Locale.ROOT)
              + (outcome.errors().isEmpty()
                  ? ""
                  : " " + list(outcome.errors(), each -> each.name())));
    }
    outputs("shows", outcome.outputs());
    outputs("with an error shows", outcome.errorOutputs());
    outcome.updates().stream()
        .filter(each -> !(each.value() instanceof NewValue.Kept))
        .forEach(each -> line(3, update(each)));
    if (!outcome.effects().isEmpty()) {
      line(3, "does " + list(outcome.effects(), ModelPrinter::item));
    }
    related("replaces", row.replaced());
    related("splits", row.split());
    line(
        3,
        "printed | "
            + row.cells().stream()
                .map(each -> each.heading() + ": " + each.text())
                .collect(Collectors.joining(" | ")));
  }

  private void related(String how, List<RowId> rows) {
    if (!rows.isEmpty()) {
      line(3, how + " " + ids(rows));
    }
  }

  private void outputs(String how, List<OutputValue> outputs) {
    outputs.stream()
        .filter(each -> !(each.value() instanceof NewValue.Nothing))
        .forEach(each -> line(3, how + " " + each.output() + " = " + spelled(each.value())));
  }

  private static String update(Update update) {
    return "sets " + update.name() + " = " + spelled(update.value());
  }

  private static String item(EffectItem item) {
    if (item instanceof EffectItem.Call call) {
      return "do " + call.step();
    }
    return item instanceof EffectItem.FromTrait from
        ? "trait " + from.trait().name()
        : ((EffectItem.Do) item).effect().name();
  }

  // --- Cells -------------------------------------------------------------------------------------

  private static String spelled(Condition condition) {
    if (condition.test() instanceof Condition.Within within) {
      return slot(within.slot()) + " in {" + ids(within.values()) + "}";
    }
    if (condition.test() instanceof Condition.Same same) {
      return slot(same.slot()) + (same.negated() ? " != " : " = ") + slot(same.other());
    }
    Condition.Holds holds = (Condition.Holds) condition.test();
    return (holds.truth() ? "" : "not ") + spelled(holds.expression());
  }

  /** A slot by its kind, since a name alone does not show what it was bound to. */
  private static String slot(Slot slot) {
    String kind = slot instanceof Variable ? "" : slot.getClass().getSimpleName() + " ";
    return kind.toLowerCase(java.util.Locale.ROOT) + slot.name();
  }

  private static String spelled(NewValue value) {
    if (value instanceof NewValue.Constant constant) {
      return constant.value().name();
    }
    if (value instanceof NewValue.Read read) {
      return slot(read.slot()) + (read.primed() ? "'" : "");
    }
    if (value instanceof NewValue.Shifted shifted) {
      return slot(shifted.slot())
          + (shifted.primed() ? "'" : "")
          + (shifted.by() < 0 ? " - " : " + ")
          + Math.abs(shifted.by());
    }
    if (value instanceof NewValue.Mapped mapped) {
      return mapped.map().name() + "(" + slot(mapped.slot()) + (mapped.primed() ? "'" : "") + ")";
    }
    if (value instanceof NewValue.OneOf oneOf) {
      return "one of {" + list(oneOf.choices(), ModelPrinter::spelled) + "}";
    }
    if (value instanceof NewValue.Any) {
      return "any";
    }
    return value instanceof NewValue.Kept ? "as it was" : "nothing";
  }

  private static String spelled(Expression expression) {
    if (expression instanceof Expression.Implies implies) {
      return joined(implies.parts(), " implies ");
    }
    if (expression instanceof Expression.Or or) {
      return joined(or.parts(), " or ");
    }
    if (expression instanceof Expression.And and) {
      return joined(and.parts(), " and ");
    }
    if (expression instanceof Expression.Not not) {
      return "not " + spelled(not.part());
    }
    if (expression instanceof Expression.Within within) {
      return term(within.term()) + " in {" + ids(within.values()) + "}";
    }
    if (expression instanceof Expression.Compared compared) {
      String sign = switch (compared.comparator()) {
        case EQUAL -> " = ";
        case DIFFERENT -> " != ";
        case LESS -> " < ";
        case AT_MOST -> " <= ";
        case MORE -> " > ";
        case AT_LEAST -> " >= ";
      };
      return term(compared.left()) + sign + term(compared.right());
    }
    if (expression instanceof Expression.Defined defined) {
      return "defined " + defined.definition().name();
    }
    if (expression instanceof Expression.Answered answered) {
      return answered.answers().isEmpty()
          ? "refused"
          : "answer in {" + ids(answered.answers()) + "}";
    }
    if (expression instanceof Expression.Includes includes) {
      return "effects include " + includes.effect();
    }
    if (expression instanceof Expression.Ordered ordered) {
      return "effects order " + ordered.first() + " < " + ordered.second();
    }
    return Boolean.toString(((Expression.Literally) expression).truth());
  }

  private static String joined(List<Expression> parts, String word) {
    return parts.stream().map(ModelPrinter::spelled).collect(Collectors.joining(word, "(", ")"));
  }

  private static String term(Expression.Term term) {
    return slot(term.slot()) + (term.primed() ? "'" : "");
  }

  // --- Properties --------------------------------------------------------------------------------

  private void property(Property property) {
    head("property " + property.name() + grounds(property.grounds()), property.doc());
    property.title().ifPresent(title -> line(1, "\"" + title + "\""));
    property.owner().ifPresent(owner -> line(1, "of " + owner));
    line(1, "for " + subjects(property.about()));
    property.where().ifPresent(where -> line(1, "where " + spelled(where)));
    property
        .exemptions()
        .forEach(each -> line(1, "except " + subjects(each.subjects()) + grounds(each.grounds())));
    claim(property.claim());
  }

  private static String subjects(List<Property.Subject> subjects) {
    return list(
        subjects,
        each -> each.policy() + (each.fixed().isEmpty() ? "" : each.fixed().toString()));
  }

  private void claim(Claim claim) {
    if (claim instanceof Claim.Always always) {
      line(1, (always.never() ? "never " : "always ") + spelled(always.state()));
    } else if (claim instanceof Claim.Reachable reachable) {
      line(1, "reachable " + spelled(reachable.state()));
    } else if (claim instanceof Claim.CanReach canReach) {
      line(1, "from " + spelled(canReach.from()));
      line(1, "can reach " + spelled(canReach.goal()));
      canReach.by().stream().sorted().forEach(each -> line(1, "by " + each));
    } else if (claim instanceof Claim.After after) {
      for (Claim.Trigger trigger : after.triggers()) {
        String arguments =
            list(trigger.arguments(), each -> each.map(Value::name).orElse("-"));
        line(1, "after " + trigger.event().name() + "(" + arguments + ")");
      }
      after.when().ifPresent(when -> line(1, "when " + spelled(when)));
      line(1, "holds " + spelled(after.holds()));
    }
  }

  // --- Scenarios ---------------------------------------------------------------------------------

  private void scenario(Scenario scenario) {
    head("scenario " + scenario.name() + grounds(scenario.grounds()), scenario.doc());
    scenario.title().ifPresent(title -> line(1, "\"" + title + "\""));
    line(1, "for " + String.join(", ", scenario.policies()));
    scenario.flags().forEach((name, value) -> line(1, "flag " + name + " = " + value));
    scenario.choices().forEach((name, value) -> line(1, "choice " + name + " = " + value));
    for (Scenario.Step step : scenario.steps()) {
      List<String> parts = new ArrayList<>();
      parts.add(step.event().name() + "(" + ids(step.arguments()) + ")");
      step.chances().forEach((name, value) -> parts.add("chance " + name + " = " + value));
      parts.add("answer " + step.answer().orElse("any"));
      step.outputs()
          .forEach((name, expected) ->
              parts.add(name + " = " + expected.value().map(Value::name).orElse("nothing")));
      line(1, String.join("; ", parts));
    }
  }
}
