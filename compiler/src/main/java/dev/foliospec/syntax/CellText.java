package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/** Prints what cells say. */
public final class CellText {
  private CellText() {}

  /** A cell as it is written. */
  public static String of(CellContent content) {
    if (content instanceof ConditionSyntax condition) {
      return condition(condition);
    }
    if (content instanceof UpdateSyntax update) {
      return update(update);
    }
    if (content instanceof AnswerSyntax answer) {
      return answer(answer);
    }
    if (content instanceof EffectsSyntax effects) {
      return effects(effects);
    }
    if (content instanceof CellContent.RowNames rows) {
      return rows.names().isEmpty() ? "-" : names(rows.names());
    }
    if (content instanceof CellContent.Sources sources) {
      return sources.citations().isEmpty() ? "-" : citations(sources.citations());
    }
    if (content instanceof CellContent.Word word) {
      return word.name().isPresent() ? word.name().get().text() : "-";
    }
    if (content instanceof CellContent.Prose prose) {
      return prose.quoted() ? "\"" + prose.text() + "\"" : prose.text();
    }
    if (content instanceof CellContent.Alternatives alternatives) {
      return alternatives(alternatives.alternatives());
    }
    return "";
  }

  private static String condition(ConditionSyntax condition) {
    if (condition instanceof ConditionSyntax.Among among) {
      String items = items(among.items());
      if (!among.negated()) {
        return items;
      }
      return among.items().size() == 1 ? "!" + items : "!{" + items + "}";
    }
    if (condition instanceof ConditionSyntax.Compared compared) {
      return compared.comparator().sign() + compared.bound();
    }
    if (condition instanceof ConditionSyntax.Same same) {
      return (same.negated() ? "!=" : "=") + same.other() + index(same.index());
    }
    if (condition instanceof ConditionSyntax.InNamed in) {
      return "in " + in.name();
    }
    if (condition instanceof ConditionSyntax.Holds holds) {
      return ExpressionText.of(holds.expression());
    }
    return condition instanceof ConditionSyntax.Otherwise ? "otherwise" : "-";
  }

  private static String update(UpdateSyntax update) {
    if (update instanceof UpdateSyntax.Plain plain) {
      return variable(plain.name(), plain.index(), plain.primed());
    }
    if (update instanceof UpdateSyntax.Shifted shifted) {
      return variable(shifted.name(), shifted.index(), shifted.primed())
          + (shifted.by() < 0 ? "" : "+")
          + shifted.by();
    }
    if (update instanceof UpdateSyntax.Mapped mapped) {
      return mapped.map()
          + "("
          + variable(mapped.argument(), mapped.index(), mapped.primed())
          + ")";
    }
    if (update instanceof UpdateSyntax.OneOf oneOf) {
      StringBuilder all = new StringBuilder();
      for (UpdateSyntax choice : oneOf.choices()) {
        append(all, ", ", update(choice));
      }
      return "{" + all + "}";
    }
    if (update instanceof UpdateSyntax.Keep) {
      return "=";
    }
    if (update instanceof UpdateSyntax.Anything) {
      return "any";
    }
    return update instanceof UpdateSyntax.Base ? "base" : "-";
  }

  private static String variable(Name name, Optional<Name> index, boolean primed) {
    return name + index(index) + (primed ? "'" : "");
  }

  private static String index(Optional<Name> index) {
    return index.isPresent() ? "[" + index.get() + "]" : "";
  }

  private static String answer(AnswerSyntax answer) {
    String text = switch (answer.kind()) {
      case OK -> "ok";
      case REFUSE -> "refuse " + names(answer.errors());
      case FAIL -> "fail " + names(answer.errors());
      case REFUSE_ANY -> "refuse any";
      case FAIL_ANY -> "fail any";
      case ANY -> "any";
      case OK_OR -> "ok or " + names(answer.errors());
      case FORBID -> "forbid";
      case PASS -> "pass";
    };
    StringBuilder all = new StringBuilder(text);
    for (OutputSyntax output : answer.outputs()) {
      String value = update(output.value());
      all.append(", ").append(output.name()).append(value.startsWith("=") ? " = " : "=");
      all.append(value);
    }
    return all.toString();
  }

  private static String effects(EffectsSyntax effects) {
    if (effects.items().isEmpty()) {
      return effects.dash() ? "-" : "none";
    }
    StringBuilder all = new StringBuilder();
    for (EffectsSyntax.Item item : effects.items()) {
      append(all, ", ", effect(item));
    }
    return all.toString();
  }

  private static String effect(EffectsSyntax.Item item) {
    if (item instanceof EffectsSyntax.Named named) {
      return named.name()
          + (named.before().isPresent() ? " before " + named.before().get() : "");
    }
    return item instanceof EffectsSyntax.Do step ? "do " + step.step() : "base";
  }

  /** Settings of a trait, separated by strokes. */
  static String alternatives(List<AlternativeSyntax> alternatives) {
    StringBuilder all = new StringBuilder();
    for (AlternativeSyntax alternative : alternatives) {
      append(all, " / ", names(alternative.names()));
    }
    return all.toString();
  }

  /** Names, separated by commas. */
  static String names(List<Name> names) {
    StringBuilder all = new StringBuilder();
    for (Name name : names) {
      append(all, ", ", name.text());
    }
    return all.toString();
  }

  /** Values and ranges, separated by commas. */
  static String items(List<ItemSyntax> items) {
    StringBuilder all = new StringBuilder();
    for (ItemSyntax item : items) {
      append(all, ", ", item(item));
    }
    return all.toString();
  }

  /** A value or a range. */
  static String item(ItemSyntax item) {
    return item.low() + (item.high().isPresent() ? ".." + item.high().get() : "");
  }

  /** Sources, separated by commas. */
  static String citations(List<CitationSyntax> citations) {
    StringBuilder all = new StringBuilder();
    for (CitationSyntax each : citations) {
      append(
          all,
          ", ",
          each.source() + (each.locator().isPresent() ? "#" + each.locator().get() : ""));
    }
    return all.toString();
  }

  // Loops: every cell's text is made at start-up, where a stream costs more than it saves.
  private static void append(StringBuilder all, String separator, String text) {
    all.append(all.length() == 0 ? "" : separator).append(text);
  }
}
