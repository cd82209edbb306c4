package dev.foliospec.model;

/** One item of a row's effects. */
public sealed interface EffectItem {
  /** An effect. */
  record Do(Effect effect) implements EffectItem {}

  /** The effects and changes of a step. */
  record Call(String step) implements EffectItem {}

  /** The effects that the policy's trait lists. */
  record FromTrait(Trait trait) implements EffectItem {}
}
