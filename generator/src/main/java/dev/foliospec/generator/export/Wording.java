package dev.foliospec.generator.export;

import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;

/** Parts of a model as the language writes them. */
final class Wording {
  /** How tightly an expression binds, loosest first. */
  private enum Binding {
    IMPLIES,
    OR,
    AND,
    NOT
  }

  private Wording() {}

  /** A table's first line: {@code table guest_access on guest_read where stage2 = as}. */
  static String head(Table table) {
    StringBuilder text = new StringBuilder();
    text.append(table.kind() == Table.Kind.STEP ? "step " : "table ").append(table.name());
    if (table.kind() == Table.Kind.CHECKS) {
      text.append(" checks");
    }
    if (!table.events().isEmpty()) {
      text.append(" on ")
          .append(String.join(", ", table.events().stream().map(Event::name).toList()));
    }
    table.where().ifPresent(where -> text.append(" where ").append(expression(where)));
    return text.toString();
  }

  /** What a row is in a policy: {@code own}, {@code override} or {@code inherited}. */
  static String origin(Transition row, String policy, Table table) {
    if (!row.id().policy().equals(policy)) {
      return "inherited";
    }
    return table.owner().equals(policy) ? "own" : "override";
  }

  static String ids(List<RowId> ids) {
    return String.join(", ", ids.stream().map(each -> each.id()).toList());
  }

  /** {@code yes / no}: what a trait may be. */
  static String alternatives(TraitSetting setting) {
    List<String> spelled = new ArrayList<>();
    for (TraitSetting.Alternative each : setting.alternatives()) {
      spelled.add(
          each instanceof TraitSetting.Listed listed && !listed.effects().isEmpty()
              ? String.join(", ", listed.effects().stream().map(Effect::name).toList())
              : each.spelled());
    }
    return String.join(" / ", spelled);
  }

  static String expression(Expression expression) {
    return expression(expression, Binding.IMPLIES);
  }

  private static String expression(Expression expression, Binding inside) {
    if (expression instanceof Expression.Implies implies) {
      return joined(implies.parts(), " implies ", Binding.IMPLIES, inside);
    }
    if (expression instanceof Expression.Or or) {
      return joined(or.parts(), " or ", Binding.OR, inside);
    }
    if (expression instanceof Expression.And and) {
      return joined(and.parts(), " and ", Binding.AND, inside);
    }
    if (expression instanceof Expression.Not not) {
      return "not " + expression(not.part(), Binding.NOT);
    }
    if (expression instanceof Expression.Within within) {
      return within.values().size() == 1
          ? term(within.term()) + " = " + within.values().get(0)
          : term(within.term())
              + " in {"
              + String.join(", ", within.values().stream().map(Value::name).toList())
              + "}";
    }
    if (expression instanceof Expression.Compared compared) {
      return term(compared.left()) + sign(compared.comparator()) + term(compared.right());
    }
    if (expression instanceof Expression.Defined defined) {
      return defined.definition().name();
    }
    return Boolean.toString(((Expression.Literally) expression).truth());
  }

  private static String joined(
      List<Expression> parts, String word, Binding binding, Binding inside) {
    Binding tighter = Binding.values()[binding.ordinal() + 1];
    String text =
        String.join(word, parts.stream().map(each -> expression(each, tighter)).toList());
    return binding.compareTo(inside) < 0 ? "(" + text + ")" : text;
  }

  private static String term(Expression.Term term) {
    return term.slot().name() + (term.primed() ? "'" : "");
  }

  private static String sign(Expression.Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> " = ";
      case DIFFERENT -> " != ";
      case LESS -> " < ";
      case AT_MOST -> " <= ";
      case MORE -> " > ";
      case AT_LEAST -> " >= ";
    };
  }
}
