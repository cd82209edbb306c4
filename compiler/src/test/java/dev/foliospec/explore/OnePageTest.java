package dev.foliospec.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A system of one page does what the page does, whatever its ranges are. */
class OnePageTest {
  @Test
  void aSystemOfOnePageIsThePage() {
    int transitions = 0;
    for (long seed = 0; seed < 60; seed++) {
      String text = RandomSystem.text(seed);
      String page = text.substring(0, text.indexOf("system "));
      String system = page
          + "system v.single of v extends v.one pages 1 source note\n"
          + (seed % 2 == 0
              ? "range e all\nrange h prefix\nrange i progress\n"
              : "whole h\nrange i all\n")
          + (seed % 3 == 0 ? "common c\n" : "");
      PolicySet meant = Compiler.compile(
              List.of(new SourceFile("single.folio", system)), CompileOptions.USUAL)
          .policySet();
      Set<String> alone = does(meant.policy("v.one").orElseThrow());

      assertThat(does(meant.policy("v.single").orElseThrow())).as(system).isEqualTo(alone);
      transitions += alone.size();
    }
    assertThat(transitions).isGreaterThan(2_000);
  }

  /** All transitions in words, pages left out. */
  private static Set<String> does(Policy policy) {
    Dense dense = Dense.of(policy);
    int places = 0;
    Set<String> does = new TreeSet<>();
    for (int state = 0; state < dense.states(); state++) {
      for (int input = 0; input < dense.inputs(); input++) {
        Input asked = dense.input(input);
        places = policy.lifting().isEmpty()
            ? 0
            : policy.lifting().get().event(asked.event().name()).orElseThrow().places();
        String point = dense.configuration(state).flags()
            + " "
            + dense.state(state).values()
            + " "
            + asked.event().name()
            + asked.arguments().subList(places, asked.arguments().size())
            + asked.chances()
            + " "
            + dense.kind(state, input);
        does.add(point);
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          Reaction reaction = dense.reactions().get(dense.reaction(edge));
          does.add(point
              + " "
              + reaction.row().id()
              + " "
              + reaction.kind()
              + " "
              + reaction.answer()
              + " "
              + reaction.outputs().stream().map(Given::spelled).toList()
              + " "
              + reaction.effects().stream().map(Effect::name).toList()
              + " "
              + dense.state(dense.target(edge)).values());
        }
      }
    }
    return does;
  }
}
