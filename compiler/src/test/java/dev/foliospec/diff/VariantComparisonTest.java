package dev.foliospec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.observe.Side;
import dev.foliospec.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which variants and flag values of two policies are compared with which. */
final class VariantComparisonTest {
  private static final String SPEC = """
      vocabulary page
      source s "made up"
      actor host
      var attr : private | shared = shared
      flag strict : no | yes
      trait zap : no | yes
      event convert by host
      error EINVAL

      policy x.open of page source s
      trait zap = no / yes
      table conversion on convert
      | row | zap | strict || answer        |
      |-----|-----|--------||---------------|
      | C1  | yes | -      || ok            |
      | C2  | no  | yes    || refuse EINVAL |
      | C3  | no  | no     || ok            |

      policy x.strict of page extends x.open source s
      flag strict = yes because "said so"

      policy x.lax of page extends x.open source s
      flag strict = no because "said so"
      """;

  private static final PolicySet POLICIES = Compiler.compile(
          List.of(new SourceFile("x.folio", SPEC)), CompileOptions.USUAL)
      .policySet();

  @Test
  void namesThatFixAChoiceApartAreComparedAllTheSame() {
    assertThat(compare("x.open[zap=no]", "x.open[zap=yes]").differs()).isTrue();
  }

  @Test
  void aFixedChoiceMeetsItsLikeWhereTheOtherIsOpen() {
    assertThat(compare("x.open[zap=no]", "x.open").differs()).isFalse();
    assertThat(compare("x.open", "x.open[zap=yes]").differs()).isFalse();
  }

  @Test
  void flagsFixedApartAreComparedAllTheSame() {
    assertThat(compare("x.strict[zap=no]", "x.lax[zap=no]").differs()).isTrue();
    assertThat(compare("x.strict", "x.open").differs()).isFalse();
  }

  private static Verdict compare(String one, String other) {
    Side a = side(one);
    return Comparison.compare(
        a, side(other), a.policy().vocabulary().observer("default").orElseThrow());
  }

  private static Side side(String text) {
    VariantName name = VariantName.parse(text).orElseThrow();
    Policy policy = POLICIES.policy(name.policy()).orElseThrow();
    return new Side(text, Dense.of(policy), name.variants(policy));
  }
}
