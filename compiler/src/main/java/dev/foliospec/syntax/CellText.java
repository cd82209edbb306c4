package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
      return word.name().map(Name::text).orElse("-");
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
      return oneOf.choices().stream()
          .map(CellText::update)
          .collect(Collectors.joining(", ", "{", "}"));
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
    return index.map(name -> "[" + name + "]").orElse("");
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
    return effects.items().stream().map(CellText::effect).collect(Collectors.joining(", "));
  }

  private static String effect(EffectsSyntax.Item item) {
    if (item instanceof EffectsSyntax.Named named) {
      return named.name() + named.before().map(other -> " before " + other).orElse("");
    }
    return item instanceof EffectsSyntax.Do step ? "do " + step.step() : "base";
  }

  /** Settings of a trait, separated by strokes. */
  static String alternatives(List<AlternativeSyntax> alternatives) {
    return alternatives.stream()
        .map(each -> names(each.names()))
        .collect(Collectors.joining(" / "));
  }

  /** Names, separated by commas. */
  static String names(List<Name> names) {
    return names.stream().map(Name::text).collect(Collectors.joining(", "));
  }

  /** Values and ranges, separated by commas. */
  static String items(List<ItemSyntax> items) {
    return items.stream().map(CellText::item).collect(Collectors.joining(", "));
  }

  /** A value or a range. */
  static String item(ItemSyntax item) {
    return item.low() + item.high().map(high -> ".." + high).orElse("");
  }

  /** Sources, separated by commas. */
  static String citations(List<CitationSyntax> citations) {
    return citations.stream()
        .map(each -> each.source() + each.locator().map(at -> "#" + at).orElse(""))
        .collect(Collectors.joining(", "));
  }
}
