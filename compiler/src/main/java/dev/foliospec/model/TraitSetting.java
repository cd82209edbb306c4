package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * A trait in one policy: one alternative, or several where the field has not decided.
 *
 * @param trait the trait
 * @param alternatives what it may be, in the order of writing
 * @param grounds why
 * @param at where it is set
 */
public record TraitSetting(Trait trait, List<Alternative> alternatives, Grounds grounds, Span at) {
  /** Copies the list. */
  public TraitSetting {
    alternatives = List.copyOf(alternatives);
  }

  /** Whether it is undecided, and so a choice of the run. */
  public boolean undecided() {
    return alternatives.size() > 1;
  }

  /** What a trait may be. */
  public sealed interface Alternative {
    /** As it is written in the name of a variant; effects are joined by {@code +}. */
    String spelled();
  }

  /** A value. */
  public record Fixed(Value value) implements Alternative {
    @Override
    public String spelled() {
      return value.name();
    }
  }

  /** Whatever a flag of the same type says. */
  public record ByFlag(Flag flag) implements Alternative {
    @Override
    public String spelled() {
      return flag.name();
    }
  }

  /** Effects in order. */
  public record Listed(List<Effect> effects) implements Alternative {
    /** Copies the list. */
    public Listed {
      effects = List.copyOf(effects);
    }

    @Override
    public String spelled() {
      return effects.isEmpty()
          ? "none"
          : String.join("+", effects.stream().map(Effect::name).toArray(String[]::new));
    }
  }
}
