package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Effect;
import dev.foliospec.model.TraitSetting;
import java.util.List;

/**
 * Undecided traits. The variable of one holds the alternative that the run has: a value, or a tuple of
 * effects. Where an alternative follows a flag, the variable holds the flag's name, and an operator
 * says the value.
 */
final class Choices {
  private Choices() {}

  /** Whether an operator has to say a trait's value. */
  static boolean follows(TraitSetting setting) {
    return setting.alternatives().stream().anyMatch(each -> each instanceof TraitSetting.ByFlag);
  }

  /** The variable that holds the alternative. */
  static String variable(TraitSetting setting, Names names, Terms terms) {
    return follows(setting)
        ? names.of("choice", setting.trait().name() + "_choice")
        : terms.name(setting.trait());
  }

  /** What the variable holds for an alternative. */
  static Piece held(TraitSetting.Alternative alternative, Terms terms) {
    if (alternative instanceof TraitSetting.Fixed fixed) {
      return terms.literal(fixed.value());
    }
    if (alternative instanceof TraitSetting.Listed listed) {
      return effects(listed.effects());
    }
    return Piece.atom("\"flag " + alternative.spelled() + "\"");
  }

  static Piece effects(List<Effect> effects) {
    List<Piece> all =
        effects.stream().map(each -> Piece.atom("\"" + each.name() + "\"")).toList();
    return new Piece.Listed("<<", all, ">>");
  }

  /** That a run has an alternative. */
  static Piece chosen(
      TraitSetting setting, TraitSetting.Alternative alternative, Names names, Terms terms) {
    return new Piece.Related(
        Piece.atom(variable(setting, names, terms)), " = ", held(alternative, terms));
  }

  /** The value of a trait that may follow a flag. */
  static Piece value(TraitSetting setting, Names names, Terms terms) {
    String variable = variable(setting, names, terms);
    Piece value = Piece.atom(variable);
    for (int at = setting.alternatives().size() - 1; at >= 0; at--) {
      TraitSetting.Alternative each = setting.alternatives().get(at);
      if (each instanceof TraitSetting.ByFlag by) {
        value = new Piece.Conditional(
            chosen(setting, each, names, terms),
            terms.read(by.flag(), false, Terms.Place.ACTION),
            value);
      }
    }
    return value;
  }
}
