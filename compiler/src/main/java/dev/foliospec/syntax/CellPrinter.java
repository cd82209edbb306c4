package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/** Cells in their canonical writing, one space after each comma. */
public final class CellPrinter {
  private CellPrinter() {}

  /** A cell's content as the formatter writes it; broken cells are empty. */
  public static String print(CellContent content) {
    if (content instanceof ConditionSyntax condition) {
      return condition(condition);
    }
    if (content instanceof AnswerSyntax answer) {
      return answer(answer);
    }
    if (content instanceof UpdateSyntax update) {
      return update(update);
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
      return word.name().map(Name::text).orElse("-");
    }
    if (content instanceof CellContent.Prose prose) {
      return prose.quoted() ? "\"" + prose.text() + "\"" : prose.text();
    }
    if (content instanceof CellContent.Alternatives alternatives) {
      StringBuilder text = new StringBuilder();
      for (AlternativeSyntax each : alternatives.alternatives()) {
        text.append(text.isEmpty() ? "" : " / ").append(names(each.names()));
      }
      return text.toString();
    }
    return "";
  }

  /** Names with commas between them. */
  public static String names(List<Name> names) {
    StringBuilder text = new StringBuilder();
    for (Name each : names) {
      text.append(text.isEmpty() ? "" : ", ").append(each.text());
    }
    return text.toString();
  }

  /** Citations with commas between them. */
  public static String citations(List<CitationSyntax> citations) {
    StringBuilder text = new StringBuilder();
    for (CitationSyntax each : citations) {
      text.append(text.isEmpty() ? "" : ", ").append(each.source().text());
      each.locator().ifPresent(where -> text.append('#').append(where));
    }
    return text.toString();
  }

  /** Values and ranges with commas between them. */
  public static String items(List<ItemSyntax> items) {
    StringBuilder text = new StringBuilder();
    for (ItemSyntax each : items) {
      text.append(text.isEmpty() ? "" : ", ").append(each.low().text());
      each.high().ifPresent(high -> text.append("..").append(high.text()));
    }
    return text.toString();
  }

  private static String condition(ConditionSyntax condition) {
    if (condition instanceof ConditionSyntax.Anything) {
      return "-";
    }
    if (condition instanceof ConditionSyntax.Among among) {
      String items = items(among.items());
      if (!among.negated()) {
        return items;
      }
      boolean single = among.items().size() == 1 && among.items().get(0).high().isEmpty();
      return single ? "!" + items : "!{" + items + "}";
    }
    if (condition instanceof ConditionSyntax.Compared compared) {
      return compared.comparator().sign() + compared.bound().text();
    }
    if (condition instanceof ConditionSyntax.Same same) {
      return (same.negated() ? "!=" : "=") + reference(same.other(), same.index(), false);
    }
    if (condition instanceof ConditionSyntax.InNamed in) {
      return "in " + in.name().text();
    }
    if (condition instanceof ConditionSyntax.Holds holds) {
      return ExpressionPrinter.print(holds.expression());
    }
    return "otherwise";
  }

  private static String answer(AnswerSyntax answer) {
    String errors = names(answer.errors());
    String word = switch (answer.kind()) {
      case OK -> "ok";
      case REFUSE -> "refuse " + errors;
      case FAIL -> "fail " + errors;
      case REFUSE_ANY -> "refuse any";
      case FAIL_ANY -> "fail any";
      case ANY -> "any";
      case OK_OR -> "ok or " + errors;
      case FORBID -> "forbid";
      case PASS -> "pass";
    };
    StringBuilder text = new StringBuilder(word);
    for (OutputSyntax output : answer.outputs()) {
      text.append(", ").append(output.name().text()).append('=').append(update(output.value()));
    }
    return text.toString();
  }

  private static String update(UpdateSyntax update) {
    if (update instanceof UpdateSyntax.Keep) {
      return "=";
    }
    if (update instanceof UpdateSyntax.Nothing) {
      return "-";
    }
    if (update instanceof UpdateSyntax.Plain plain) {
      return reference(plain.name(), plain.index(), plain.primed());
    }
    if (update instanceof UpdateSyntax.Shifted shifted) {
      return reference(shifted.name(), shifted.index(), shifted.primed())
          + (shifted.by() < 0 ? "-" : "+")
          + Math.abs(shifted.by());
    }
    if (update instanceof UpdateSyntax.Mapped mapped) {
      return mapped.map().text()
          + "("
          + reference(mapped.argument(), mapped.index(), mapped.primed())
          + ")";
    }
    if (update instanceof UpdateSyntax.OneOf oneOf) {
      StringBuilder text = new StringBuilder("{");
      for (UpdateSyntax each : oneOf.choices()) {
        text.append(text.length() == 1 ? "" : ", ").append(update(each));
      }
      return text.append('}').toString();
    }
    return update instanceof UpdateSyntax.Base ? "base" : "any";
  }

  private static String effects(EffectsSyntax effects) {
    if (effects.items().isEmpty()) {
      return effects.dash() ? "-" : "none";
    }
    StringBuilder text = new StringBuilder();
    for (EffectsSyntax.Item item : effects.items()) {
      text.append(text.isEmpty() ? "" : ", ");
      if (item instanceof EffectsSyntax.Named named) {
        text.append(named.name().text());
        named.before().ifPresent(before -> text.append(" before ").append(before.text()));
      } else if (item instanceof EffectsSyntax.Do call) {
        text.append("do ").append(call.step().text());
      } else {
        text.append("base");
      }
    }
    return text.toString();
  }

  static String reference(Name name, Optional<Name> index, boolean primed) {
    String indexed = index.map(i -> name.text() + "[" + i.text() + "]").orElse(name.text());
    return primed ? indexed + "'" : indexed;
  }
}
