package dev.foliospec.generator.test;

import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.Spelled;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.run.Ghosts;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Occasion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes {@code NAME.claims}: the properties of a policy, to be tried on all that its machine does. */
final class ClaimsFile {
  private static final String HEADER = """
      # What is claimed of %1$s, to be tried on every state and transition of its machine.
      # Generated from %2$s. Edit the specs, not this file.
      #
      #   state NAME...                         the variables
      #   usual CHANCE VALUE
      #   event NAME PARAMETER...
      #   output NAME : VALUE...
      #   ghost NAME START : VALUE... : EFFECT +1 EFFECT =VALUE...
      #   set CONFIG : NAME=VALUE...            the flags and traits of a set-up, numbered from 0
      #   define NAME : CONDITION
      #   property NAME FILE:LINE TITLE
      #     asked N... / N...                   in which set-ups, those of a variant together
      #     always CONDITION
      #     never CONDITION
      #     after EVENT(ARGUMENT,-)... : WHEN : CONDITION
      #     reachable CONDITION
      #     from CONDITION : CONDITION : EVENT...
      policy %1$s
      """;

  private final Policy policy;
  private final Lines lines;
  private final Interpreter interpreter;
  private final List<Configuration> configurations;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();

  private ClaimsFile(PolicyPlan plan) {
    policy = plan.policy();
    lines = new Lines(plan);
    interpreter = new Interpreter(policy);
    configurations = interpreter.configurations();
  }

  /** The file; empty where nothing is claimed of the policy. */
  static Optional<String> write(PolicyPlan plan, List<Property> properties) {
    ClaimsFile file = new ClaimsFile(plan);
    StringBuilder claims = new StringBuilder();
    Set<String> files = new LinkedHashSet<>();
    for (Property property : properties) {
      String text = file.property(property);
      if (!text.isEmpty()) {
        files.add(property.at().file().path());
        claims.append('\n').append(text);
      }
    }
    if (claims.length() == 0) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    text.append(HEADER.formatted(plan.policy().name(), Lines.plain(String.join(", ", files))));
    text.append("state");
    plan.places().state().forEach(each -> text.append(' ').append(each.field().spelling()));
    text.append('\n');
    file.names(text);
    for (Definition each : file.definitions.values()) {
      text.append("define ").append(each.name()).append(" : ");
      text.append(file.condition(each.expression())).append('\n');
    }
    return Optional.of(text.append(claims).toString());
  }

  private void names(StringBuilder text) {
    for (Chance chance : policy.chances()) {
      text.append("usual ")
          .append(chance.name())
          .append(' ')
          .append(chance.usual())
          .append('\n');
    }
    Map<String, Set<String>> outputs = new LinkedHashMap<>();
    for (Event event : policy.events()) {
      text.append("event ").append(event.name());
      for (Parameter parameter : event.parameters()) {
        text.append(' ').append(parameter.name());
      }
      text.append('\n');
      for (Output output : event.outputs()) {
        Set<String> values = outputs.computeIfAbsent(output.name(), none -> new LinkedHashSet<>());
        output.type().values().forEach(value -> values.add(value.name()));
      }
    }
    outputs.forEach((name, values) -> text.append("output ")
        .append(name)
        .append(" : ")
        .append(String.join(" ", values))
        .append('\n'));
    for (Ghost ghost : policy.ghosts()) {
      text.append("ghost ")
          .append(ghost.name())
          .append(' ')
          .append(ghost.initial())
          .append(" : ");
      text.append(joined(ghost.type().values())).append(" :");
      for (Ghost.Rule rule : ghost.rules()) {
        text.append(' ').append(rule.effect()).append(' ');
        text.append(
            rule.value().isPresent()
                ? "=" + rule.value().get()
                : (rule.shift() < 0 ? "" : "+") + rule.shift());
      }
      text.append('\n');
    }
    for (Configuration configuration : configurations) {
      text.append("set ").append(lines.config(configuration)).append(" : ");
      text.append(String.join(" ", setUp(configuration))).append('\n');
    }
  }

  /** The flags and traits with their values. */
  private List<String> setUp(Configuration configuration) {
    List<String> values = new ArrayList<>();
    Map<String, String> flags = new LinkedHashMap<>();
    for (int at = 0; at < policy.flags().size(); at++) {
      String flag = policy.flags().get(at).flag().name();
      flags.put(flag, configuration.flags().get(at).name());
      values.add(flag + "=" + configuration.flags().get(at));
    }
    int choice = 0;
    for (TraitSetting setting : policy.traits()) {
      TraitSetting.Alternative chosen = setting
          .alternatives()
          .get(setting.undecided() ? configuration.choices().get(choice) : 0);
      choice += setting.undecided() ? 1 : 0;
      if (chosen instanceof TraitSetting.Fixed fixed) {
        values.add(setting.trait().name() + "=" + fixed.value());
      } else if (chosen instanceof TraitSetting.ByFlag byFlag) {
        values.add(setting.trait().name() + "=" + flags.get(byFlag.flag().name()));
      }
    }
    return values;
  }

  // --- Properties -----------------------------------------------------------------------------

  private String property(Property property) {
    Map<List<Integer>, List<String>> asked = asked(property);
    Optional<String> claim = claim(property.claim());
    if (asked.isEmpty() || claim.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("property ").append(property.name()).append(' ');
    text.append(Lines.plain(Spelled.place(property.at())).replace(' ', '_')).append(' ');
    text.append(Lines.plain(property.title().or(property::doc).orElse("a property")));
    text.append("\n  asked ");
    List<String> groups = new ArrayList<>();
    asked.values().forEach(each -> groups.add(String.join(" ", each)));
    text.append(String.join(" / ", groups));
    return text.append("\n  ").append(claim.get()).append('\n').toString();
  }

  /** The numbers of the set-ups in which a property is asked, by variant. */
  private Map<List<Integer>, List<String>> asked(Property property) {
    Map<List<Integer>, List<String>> asked = new LinkedHashMap<>();
    List<Value> ghosts = new Ghosts(policy).initial();
    for (int number = 0; number < configurations.size(); number++) {
      Configuration each = configurations.get(number);
      boolean meant = covers(property.about(), each)
          && property.exemptions().stream().noneMatch(one -> covers(one.subjects(), each))
          && (property.where().isEmpty()
              || Occasion.of(policy, each, interpreter.initial(each), ghosts)
                  .holds(property.where().get()));
      if (meant) {
        asked
            .computeIfAbsent(each.choices(), none -> new ArrayList<>())
            .add(Integer.toString(number));
      }
    }
    return asked;
  }

  private boolean covers(List<Property.Subject> subjects, Configuration configuration) {
    for (Property.Subject subject : subjects) {
      if (subject.policy().equals(policy.name()) && fits(subject.fixed(), configuration)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Map<String, String> fixed, Configuration configuration) {
    int choice = 0;
    int fitting = 0;
    for (TraitSetting setting : policy.traits()) {
      String spelled = setting
          .alternatives()
          .get(setting.undecided() ? configuration.choices().get(choice) : 0)
          .spelled();
      choice += setting.undecided() ? 1 : 0;
      fitting += spelled.equals(fixed.get(setting.trait().name())) ? 1 : 0;
    }
    return fitting == fixed.size();
  }

  private Optional<String> claim(Claim claim) {
    if (claim instanceof Claim.Always always) {
      return Optional.of((always.never() ? "never " : "always ") + named(always.state()));
    }
    if (claim instanceof Claim.Reachable reachable) {
      return Optional.of("reachable " + named(reachable.state()));
    }
    if (claim instanceof Claim.CanReach canReach) {
      List<String> by = policy.events().stream()
          .map(Event::name)
          .filter(canReach.by()::contains)
          .toList();
      boolean possible = canReach.by().isEmpty() || !by.isEmpty();
      return possible
          ? Optional.of("from " + named(canReach.from()) + " : " + named(canReach.goal())
              + (by.isEmpty() ? "" : " : " + String.join(" ", by)))
          : Optional.empty();
    }
    return after((Claim.After) claim);
  }

  private Optional<String> after(Claim.After after) {
    List<String> calls = new ArrayList<>();
    for (Claim.Trigger trigger : after.triggers()) {
      if (policy.event(trigger.event().name()).isPresent()) {
        List<String> arguments = trigger.arguments().stream()
            .map(each -> each.map(Value::name).orElse("-"))
            .toList();
        boolean any = arguments.stream().allMatch(each -> each.equals("-"));
        calls.add(trigger.event().name() + (any ? "" : "(" + String.join(",", arguments) + ")"));
      }
    }
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of("after " + String.join(" ", calls) + " : "
            + after.when().map(this::named).orElse("(true)") + " : " + named(after.holds()));
  }

  /** A condition; takes note of the definitions that it names. */
  private String named(Expression expression) {
    gather(expression);
    return condition(expression);
  }

  private void gather(Expression expression) {
    if (expression instanceof Expression.Defined defined) {
      if (definitions.put(defined.definition().name(), defined.definition()) == null) {
        gather(defined.definition().expression());
      }
    } else if (expression instanceof Expression.Not not) {
      gather(not.part());
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(this::gather);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::gather);
    } else if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(this::gather);
    }
  }

  private String condition(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return literally.truth() ? "(true)" : "(false)";
    }
    if (expression instanceof Expression.Not not) {
      return "(not " + condition(not.part()) + ")";
    }
    if (expression instanceof Expression.And and) {
      return all("and", and.parts());
    }
    if (expression instanceof Expression.Or or) {
      return all("or", or.parts());
    }
    if (expression instanceof Expression.Implies implies) {
      return all("implies", implies.parts());
    }
    if (expression instanceof Expression.Defined defined) {
      return "(is " + defined.definition().name() + ")";
    }
    if (expression instanceof Expression.Within within) {
      String values = within.values().isEmpty() ? "" : " " + joined(within.values());
      return "(in " + term(within.term()) + values + ")";
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared);
    }
    if (expression instanceof Expression.Answered answered) {
      return answered.answers().isEmpty()
          ? "(refused)"
          : "(answered " + String.join(" ", answered.answers()) + ")";
    }
    if (expression instanceof Expression.Includes includes) {
      return "(does " + includes.effect() + ")";
    }
    Expression.Ordered ordered = (Expression.Ordered) expression;
    return "(first " + ordered.first() + " " + ordered.second() + ")";
  }

  private String all(String word, List<Expression> parts) {
    StringBuilder text = new StringBuilder("(").append(word);
    parts.forEach(each -> text.append(' ').append(condition(each)));
    return text.append(')').toString();
  }

  private static String compared(Expression.Compared compared) {
    String both = term(compared.left()) + " " + term(compared.right());
    String sign = switch (compared.comparator()) {
      case EQUAL -> "=";
      case DIFFERENT -> "!=";
      case LESS -> "<";
      case AT_MOST -> "<=";
      case MORE -> ">";
      case AT_LEAST -> ">=";
    };
    boolean orderly = compared.comparator().ordinal() > 1;
    String order = orderly ? " " + joined(compared.left().slot().type().values()) : "";
    return "(" + sign + " " + both + order + ")";
  }

  private static String term(Expression.Term term) {
    return term.slot().name() + (term.primed() ? "'" : "");
  }

  private static String joined(List<Value> values) {
    return String.join(" ", values.stream().map(Value::name).toArray(String[]::new));
  }
}
