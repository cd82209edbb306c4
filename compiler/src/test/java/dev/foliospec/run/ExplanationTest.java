package dev.foliospec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.run.Explanation.Considered;
import dev.foliospec.run.Explanation.Happens;
import dev.foliospec.run.Explanation.Part;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String SPEC = """
      vocabulary door
      source S "the manual"
      actor host
      type Key = right | wrong | none
      var locked : no | yes = yes
      var open   : no | yes = no
      var tries  : 0..3 = 0
      flag alarm : no | yes
      chance jam : no | yes = no
      event push(key: Key) by host
      event pull by host only when open = no
      error ESTUCK, EKEY
      effect ring
      define calm = alarm = no and tries = 0

      policy p.base of door
      table guard checks on push source S
      | row | key   | jam | tries || answer        |
      |-----|-------|-----|-------||---------------|
      | G1  | -     | yes | -     || refuse ESTUCK |
      | G2  | right | -   | -     || pass          |
      | G3  | -     | -   | >2    || refuse EKEY   |

      table pushing on push where open = no source S
      | row | key       | locked | calm || answer    | locked' | open' | tries' | effects |
      |-----|-----------|--------|------||-----------|---------|-------|--------|---------|
      | P1  | right     | -      | -    || ok        | no      | yes   | 0      | none    |
      | P2  | !right    | no     | -    || ok        | =       | yes   | =      | none    |
      | P3  | otherwise | -      | yes  || fail EKEY | =       | =     | tries+1 | none   |
      | P4  | otherwise | -      | no   || fail EKEY | =       | =     | tries+1 | ring   |

      table again on push where open = yes source S
      | row | key || answer | open' |
      |-----|-----||--------|-------|
      | A1  | -   || ok     | =     |

      table pulling on pull source S
      | row        | tries || answer | open' |
      |------------|-------||--------|-------|
      | L1         | -     || ok     | yes   |
      | L2 or L1   | -     || ok     | no    |

      policy p.heir of door extends p.base
      override pushing
      | row | splits | key   | locked || answer      | locked' | open' | tries' | effects | source |
      |-----|--------|-------|--------||-------------|---------|-------|--------|---------|--------|
      | H1  | P1     | right | no     || ok          | yes     | yes   | base   | ring    | S      |
      """;

  private static Policy policy(String name) {
    return Compiler.compile(List.of(new SourceFile("door.folio", SPEC)), CompileOptions.USUAL)
        .policySet()
        .policy(name)
        .orElseThrow();
  }

  /** The parts of all rows that are not none, by id, with their reasons' rows and columns. */
  private static Map<String, String> parts(Policy policy, String event, String... known) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (String each : known) {
      values.put(each.split("=")[0], new Value(each.split("=")[1]));
    }
    Explanation explanation = Explanation.of(policy, policy.event(event).orElseThrow(), values);
    Map<String, String> parts = new TreeMap<>();
    for (Considered each : explanation.rows()) {
      StringBuilder reasons = new StringBuilder(each.part().name());
      for (Explanation.Reason reason : each.reasons()) {
        if (reason instanceof Explanation.AtCell cell) {
          reasons.append(' ').append(cell.heading()).append(cell.seen().values());
        } else if (reason instanceof Explanation.AtRow row) {
          reasons.append(' ').append(row.how()).append(' ').append(row.row().id());
        } else {
          reasons.append(" where");
        }
      }
      parts.put(each.row().id().id(), reasons.toString());
    }
    return parts;
  }

  @Test
  void oneRowAnswersWhereAllIsKnown() {
    assertThat(parts(
            policy("p.base"),
            "push",
            "key=right",
            "jam=no",
            "tries=0",
            "open=no",
            "locked=yes",
            "alarm=no"))
        .isEqualTo(Map.of(
            "G1", "NONE jam[no]",
            "G2", "PASSES",
            "G3", "NONE BEFORE G2",
            "P1", "ANSWERS",
            "P2", "NONE key[right] locked[yes]",
            "P3", "NONE COVERS P1",
            "P4", "NONE calm[]",
            "A1", "NONE where"));
  }

  @Test
  void aCheckAnswersBeforeTheBody() {
    assertThat(parts(policy("p.base"), "push", "key=wrong", "jam=yes", "open=no", "locked=no"))
        .containsEntry("G1", "ANSWERS")
        .containsEntry("G2", "NONE BEFORE G1")
        .containsEntry("P2", "NONE BEFORE G1")
        .containsEntry("P1", "NONE key[wrong]");
  }

  @Test
  void whatIsNotKnownLeavesRowsOpen() {
    assertThat(parts(policy("p.base"), "push", "key=wrong", "jam=no", "open=no"))
        .isEqualTo(Map.of(
            "G1", "NONE jam[no]",
            "G2", "NONE key[wrong]",
            "G3", "PERHAPS tries[]",
            "P1", "NONE key[wrong]",
            "P2", "PERHAPS locked[] BEFORE G3",
            "P3", "PERHAPS calm[] COVERS P2 BEFORE G3",
            "P4", "PERHAPS calm[] COVERS P2 BEFORE G3",
            "A1", "NONE where"));
  }

  @Test
  void aRowThatSplitsTakesThePoint() {
    assertThat(parts(policy("p.heir"), "push", "key=right", "locked=no", "open=no", "jam=no"))
        .containsEntry("H1", "ANSWERS")
        .containsEntry("P1", "NONE SPLITS H1");
    assertThat(parts(policy("p.heir"), "push", "key=right", "open=no", "jam=no"))
        .containsEntry("H1", "PERHAPS locked[]")
        .containsEntry("P1", "PERHAPS SPLITS H1");
  }

  @Test
  void anAlternativeStandsBesideItsRow() {
    assertThat(parts(policy("p.base"), "pull")).isEqualTo(Map.of("L1", "ANSWERS", "L2", "ANSWERS"));
  }

  @Test
  void saysWhetherTheEventCanHappen() {
    Policy policy = policy("p.base");
    Event pull = policy.event("pull").orElseThrow();

    assertThat(Explanation.of(policy, pull, Map.of()).happens()).isEqualTo(Happens.PERHAPS);
    assertThat(Explanation.of(policy, pull, Map.of("open", new Value("yes"))).happens())
        .isEqualTo(Happens.NO);
    assertThat(Explanation.of(policy, pull, Map.of("open", new Value("no"))).happens())
        .isEqualTo(Happens.YES);
  }

  @Test
  void agreesWithTheInterpreterAtEveryReachablePoint() throws IOException {
    List<Policy> policies = new ArrayList<>(List.of(policy("p.base"), policy("p.heir")));
    shipped().stream().filter(each -> each.lifting().isEmpty()).forEach(policies::add);
    for (Policy policy : policies) {
      Dense dense = Dense.of(policy);
      Random random = new Random(5);
      for (int state = 0; state < dense.states(); state++) {
        for (int input = 0; input < dense.inputs(); input++) {
          // The shipped policies have more points than a test should visit.
          if (policies.indexOf(policy) < 2 || random.nextInt(40) == 0) {
            agree(policy, dense.configuration(state), dense.state(state), dense.input(input));
          }
        }
      }
    }
  }

  @Test
  void agreesWithTheInterpreterOfSystems() throws IOException {
    int explained = 0;
    Random random = new Random(6);
    for (Policy system : shipped()) {
      if (system.lifting().isEmpty()) {
        continue;
      }
      Dense dense = Dense.of(system);
      Interpreter interpreter = new Interpreter(system);
      for (int round = 0; round < 4_000; round++) {
        int state = random.nextInt(dense.states());
        Input input = dense.input(random.nextInt(dense.inputs()));
        Configuration configuration = dense.configuration(state);
        Map<String, Value> all = known(system, configuration, dense.state(state), input);
        PagesExplanation exact = PagesExplanation.of(
            system, system.lifting().get().event(input.event().name()).orElseThrow(), all);
        Reply reply = interpreter.step(configuration, dense.state(state), input);
        String where = system.name() + " " + dense.state(state) + " " + input.call();
        switch (exact.ends()) {
          case IMPOSSIBLE -> assertThat(reply).as(where).isInstanceOf(Reply.Beyond.class);
          case FORBIDDEN -> assertThat(reply).as(where).isInstanceOf(Reply.Forbidden.class);
          case DONE -> assertThat(answer(reply)).as(where).isEqualTo("ok");
          case REFUSED -> assertThat(answer(reply)).as(where).isNotEqualTo("ok");
          case OFFENDED -> assertThat(exact.offender()).as(where).isPresent();
          default -> assertThat(exact.ends()).as(where).isNotNull();
        }
        explained += exact.ends() == PagesExplanation.End.OPEN ? 0 : 1;
      }
    }
    assertThat(explained).isGreaterThan(11_000);
  }

  private static String answer(Reply reply) {
    return reply instanceof Reply.Answered answered
        ? answered.responses().get(0).answer()
        : reply.toString();
  }

  private static List<Policy> shipped() throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("..", "specs"))) {
      for (Path each :
          files.filter(file -> file.toString().endsWith(".folio")).sorted().toList()) {
        sources.add(new SourceFile(each.toString(), Files.readString(each)));
      }
    }
    return Compiler.compile(sources, CompileOptions.USUAL).policySet().completePolicies();
  }

  private static void agree(Policy policy, Configuration configuration, State state, Input input) {
    Map<String, Value> all = known(policy, configuration, state, input);
    Explanation exact = Explanation.of(policy, input.event(), all);
    Reply reply = new Interpreter(policy).step(configuration, state, input);

    assertThat(exact.happens())
        .as("%s %s", state, input)
        .isEqualTo(reply instanceof Reply.Beyond ? Happens.NO : Happens.YES);
    Set<String> answering = rows(exact, Part.ANSWERS);
    if (reply instanceof Reply.Answered answered) {
      TreeSet<String> expected = new TreeSet<>();
      answered.responses().forEach(each -> expected.add(each.row().spelled()));
      assertThat(answering).as("%s %s", state, input).isEqualTo(expected);
    } else if (reply instanceof Reply.Forbidden forbidden) {
      assertThat(answering).contains(forbidden.row().spelled());
    }
    assertThat(rows(exact, Part.PERHAPS)).as("%s %s", state, input).isEmpty();

    // Whatever is forgotten, the row that answers stays among those that may.
    Map<String, Value> some = new LinkedHashMap<>(all);
    some.keySet().removeIf(name -> name.hashCode() % 2 == 0);
    Explanation vague = Explanation.of(policy, input.event(), some);
    Set<String> may = rows(vague, Part.ANSWERS);
    may.addAll(rows(vague, Part.PERHAPS));
    if (exact.happens() == Happens.YES) {
      assertThat(may).as("%s %s", some, input).containsAll(answering);
    }
  }

  private static Map<String, Value> known(
      Policy policy, Configuration configuration, State state, Input input) {
    Map<String, Value> known = new LinkedHashMap<>();
    for (int at = 0; at < policy.variables().size(); at++) {
      known.put(policy.variables().get(at).name(), state.values().get(at));
    }
    for (int at = 0; at < policy.flags().size(); at++) {
      known.put(policy.flags().get(at).flag().name(), configuration.flags().get(at));
    }
    List<TraitSetting> choices = policy.choices();
    for (int at = 0; at < choices.size(); at++) {
      TraitSetting choice = choices.get(at);
      int chosen = configuration.choices().get(at);
      known.put(
          choice.trait().name(), new Value(choice.alternatives().get(chosen).spelled()));
    }
    for (int at = 0; at < policy.chances().size(); at++) {
      known.put(policy.chances().get(at).name(), input.chances().get(at));
    }
    for (int at = 0; at < input.arguments().size(); at++) {
      known.put(input.event().parameters().get(at).name(), input.arguments().get(at));
    }
    return known;
  }

  private static Set<String> rows(Explanation explanation, Part part) {
    Set<String> rows = new TreeSet<>();
    for (Considered each : explanation.rows()) {
      RowId id = each.row().id();
      if (each.part() == part) {
        rows.add(id.spelled());
      }
    }
    return rows;
  }
}
