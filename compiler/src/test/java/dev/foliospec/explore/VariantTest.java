package dev.foliospec.explore;

import static dev.foliospec.run.PolicyByHand.type;
import static dev.foliospec.run.PolicyByHand.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.run.PolicyByHand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static Policy policy() {
    PolicyByHand hand = new PolicyByHand("e.p");
    hand.trait(
        "flush",
        type("on_fault", "on_unmap"),
        new TraitSetting.Fixed(value("on_fault")),
        new TraitSetting.Fixed(value("on_unmap")));
    hand.trait("decided", type("no", "yes"), new TraitSetting.Fixed(value("no")));
    hand.trait(
        "prepare",
        new Type(Optional.empty(), List.of(), false, List.of()),
        new TraitSetting.Listed(List.of()),
        new TraitSetting.Listed(List.of(PolicyByHand.effect("a"), PolicyByHand.effect("b"))));
    return hand.build();
  }

  @Test
  void variantsComeInOrder() {
    assertThat(Variant.of(policy()).stream().map(Variant::name))
        .containsExactly(
            "e.p[flush=on_fault,prepare=none]",
            "e.p[flush=on_fault,prepare=a+b]",
            "e.p[flush=on_unmap,prepare=none]",
            "e.p[flush=on_unmap,prepare=a+b]");
  }

  @Test
  void aNameMayFixSomeChoicesAndLeaveTheRest() {
    VariantName name = VariantName.parse("e.p[prepare=a+b]").orElseThrow();

    assertThat(name.trouble(policy())).isEmpty();
    assertThat(name.variants(policy()).stream().map(Variant::fixed))
        .containsExactly("flush=on_fault,prepare=a+b", "flush=on_unmap,prepare=a+b");
  }

  @Test
  void aNameWithoutBracketsStandsForAllVariants() {
    assertThat(VariantName.parse("e.p").orElseThrow().variants(policy())).hasSize(4);
  }

  @Test
  void whatCannotBeFixedIsSaid() {
    assertThat(VariantName.parse("e.p[decided=no]").orElseThrow().trouble(policy()))
        .contains("`e.p` has no undecided trait named `decided`");
    assertThat(VariantName.parse("e.p[flush=never]").orElseThrow().trouble(policy()))
        .contains("`flush` is `on_fault` or `on_unmap` in `e.p`, not `never`");
  }

  @Test
  void malformedNamesAreNotRead() {
    assertThat(List.of("e.p[", "e.p[]", "e.p[flush]", "e.p[flush=]", "e.p[a=b,a=c]"))
        .allMatch(text -> VariantName.parse(text).isEmpty());
  }

  @Test
  void initialStatesFollowTheVariants() {
    Dense dense = Dense.of(policy());

    assertThat(dense.initials()).isEqualTo(4);
    assertThat(dense.variantOf(2)).isEqualTo(2);
    assertThat(dense.configuration(2).choices()).containsExactly(1, 0);
  }
}
