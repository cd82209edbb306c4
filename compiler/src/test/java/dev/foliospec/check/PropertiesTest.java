package dev.foliospec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which policies a property is about, and what is made of exceptions, variants and lacks. */
class PropertiesTest {
  private static final String VOCABULARY = """
      vocabulary v
      source K "a source"
      actor host
      actor guest
      type T = a | b | c
      type Gfn = one | two
      var x : T = a
      var n : 0..2 = 0
      var at[Gfn] : no | yes = no
      ghost wipes : 0..2 = 0, +1 on wipe, 0 on start
      trait t : no | yes
      flag f : no | yes
      chance luck : no | yes = no
      event go(to: T) by host answers sees: T
      event count by guest
      event stop by guest
      event touch(g: Gfn) by guest
      effect wipe, start
      error EIO

      abstract policy base of v source K
      table going on go
      | row | to | t   | luck || answer     | sees | x' | effects |
      |-----|----|-----|------||------------|------|----|---------|
      | G1  | a  | -   | -    || ok         | x    | to | none    |
      | G2  | !a | -   | yes  || refuse EIO | -    | =  | none    |
      | G3  | !a | no  | no   || ok         | x'   | to | none    |
      | G4  | !a | yes | no   || ok         | any  | to | start, wipe, wipe |
      table counting on count
      | row | n  || answer | n'  |
      |-----|----||--------|-----|
      | N1  | <2 || ok     | n+1 |
      | N2  | 2  || ok     | =   |
      table stopping on stop
      | row | x || answer | at[one]' |
      |-----|---||--------|----------|
      | S1  | - || ok     | yes      |

      table touching on touch
      | row | g || answer | at[g]' |
      |-----|---||--------|--------|
      | T1  | - || ok     | =      |

      policy e.no of v extends base
      trait t = no source K
      policy e.yes of v extends base
      trait t = yes source K
      policy e.open of v extends base
      trait t = no / yes source K status disputed
      policy e.still of v extends base
      trait t = no source K
      lacks stop because "it never does" source K

      """;

  private static Compilation compiled(String... parts) {
    SourceFile file = new SourceFile("t.folio", VOCABULARY + String.join("\n", parts) + "\n");
    return Compiler.compile(List.of(file), CompileOptions.USUAL);
  }

  /** What is found, by code and the names in the message. */
  private static List<String> found(String... parts) {
    List<String> found = new ArrayList<>();
    for (Diagnostic each : compiled(parts).diagnostics()) {
      if (each.severity() != Severity.NOTE && each.rule() != Rule.WRITTEN_NEVER_READ) {
        found.add(each.rule().code() + " " + each.message());
      }
    }
    return found;
  }

  private static List<String> ofProperty(String clauses) {
    return found("scenarios of v", "property p", clauses);
  }

  @Test
  void withoutForAllCompletePoliciesAreMeant() {
    assertThat(ofProperty("never x = b"))
        .containsExactly(
            "P711 `e.no` violates property `p`",
            "P711 `e.open` violates property `p`",
            "P711 `e.still` violates property `p`",
            "P711 `e.yes` violates property `p`");
  }

  @Test
  void variantsAreNamedWhereNotAllBreakIt() {
    assertThat(ofProperty("always wipes = 0"))
        .containsExactly(
            "P711 `e.open[t=yes]` violates property `p`", "P711 `e.yes` violates property `p`");
  }

  @Test
  void forNamesPoliciesAndVariants() {
    assertThat(ofProperty("for e.y*, e.open[t=no]\nalways wipes = 0"))
        .containsExactly("P711 `e.yes` violates property `p`");
    assertThat(ofProperty("for e.* where t = no\nalways wipes = 0")).isEmpty();
    assertThat(ofProperty("for e.no where f = yes\nalways f = yes")).isEmpty();
    assertThat(ofProperty("for e.open[t=maybe]\nalways wipes = 0"))
        .containsExactly("P401 no value of `t` is named `maybe`");
  }

  @Test
  void exceptionsCoverVariants() {
    assertThat(ofProperty(
            "except e.yes, e.open[t=yes] because \"they wipe\" source K\n" + "always wipes = 0"))
        .isEmpty();
    assertThat(ofProperty(
            "except e.yes, e.open[t=no] because \"they wipe\" source K\n" + "always wipes = 0"))
        .containsExactly("P711 `e.open[t=yes]` violates property `p`");
    assertThat(ofProperty("except e.no because \"it wipes\" source K\n"
            + "except e.yes, e.open because \"they wipe\" source K\n"
            + "always wipes = 0"))
        .containsExactly("P715 nothing needs this exception from property `p`");
  }

  @Test
  void aContractIsJudgedWhereItIsNamed() {
    String contract = "policy e.promise of v extends base\ntrait t = yes source K\n"
        + "policy e.keeper of v extends base refines e.promise\ntrait t = no source K\n";
    String never = "never wipes > 0";
    assertThat(found(contract, "scenarios of v", "property p\nfor e.p*, e.k*\n" + never))
        .doesNotContain("P711 `e.promise` violates property `p`");
    assertThat(found(contract, "scenarios of v", "property p\n" + never))
        .doesNotContain("P711 `e.promise` violates property `p`");
    assertThat(found(contract, "scenarios of v", "property p\nfor e.promise\n" + never))
        .contains("P711 `e.promise` violates property `p`");
  }

  @Test
  void aPolicysPropertyIsInherited() {
    assertThat(found(
            "policy e.own of v extends e.no",
            "var mine : no | yes = yes",
            "property p",
            "never mine = yes",
            "policy e.heir of v extends e.own"))
        .containsExactly(
            "P711 `e.heir` violates property `p`", "P711 `e.own` violates property `p`");
  }

  @Test
  void nothingIsAskedOfAnEventThatAPolicyLacks() {
    assertThat(ofProperty("after stop: x' != x"))
        .containsExactly(
            "P711 `e.no` violates property `p`",
            "P711 `e.open` violates property `p`",
            "P711 `e.yes` violates property `p`");
    assertThat(ofProperty("for e.still\nafter stop: x' != x"))
        .containsExactly("P714 property `p` is about no policy");
    assertThat(ofProperty("for e.still\nafter stop, count: n' <= 2")).isEmpty();
  }

  @Test
  void transitionsAreReadBeforeAndAfter() {
    assertThat(ofProperty("after go when answer = ok: x' = to")).isEmpty();
    assertThat(ofProperty("after go(b) when answer = ok: x = b")).hasSize(4);
    assertThat(ofProperty("after go when refused: unchanged x, n, at, wipes")).isEmpty();
    assertThat(ofProperty("after go when to != a and luck = yes: answer = EIO")).isEmpty();
    assertThat(ofProperty("after go when to != a: answer in {ok, EIO}")).isEmpty();
    assertThat(ofProperty("after any by guest: x' = x and answer = ok")).isEmpty();
    assertThat(ofProperty("after go when effects include wipe: effects order start < wipe"))
        .isEmpty();
    assertThat(ofProperty("after go: not effects order wipe < start")).isEmpty();
    assertThat(ofProperty("after count: n' = n implies n = 2")).isEmpty();
    // A chance on which nothing depends falls both ways all the same.
    assertThat(ofProperty("for e.no\nafter count: luck = no"))
        .containsExactly("P711 `e.no` violates property `p`");
  }

  @Test
  void outputsThatMayBeAnythingAreTriedWithEveryValueAndNone() {
    assertThat(ofProperty("for e.no\nafter go when answer = ok: sees in {a, b, c}"))
        .isEmpty();
    assertThat(ofProperty("for e.yes\nafter go when answer = ok: sees in {a, b, c}"))
        .containsExactly("P711 `e.yes` violates property `p`");
    assertThat(ofProperty("for e.yes\nafter go when sees = c and to = b: x = c"))
        .containsExactly("P711 `e.yes` violates property `p`");
  }

  @Test
  void ghostsFollowEffectsInTheirOrderAndStopAtTheTop() {
    assertThat(ofProperty("for e.yes\nafter go when effects include wipe: wipes' = 2"))
        .isEmpty();
    assertThat(ofProperty("for e.yes\nreachable wipes = 1"))
        .containsExactly("P712 `e.yes` never reaches what property `p` asks for");
    assertThat(ofProperty("for e.yes\nafter count, stop: unchanged wipes")).isEmpty();
  }

  @Test
  void quantifiersRunOverTheIndices() {
    assertThat(ofProperty("for e.no\nalways (number g: at[g] = yes) <= 1")).isEmpty();
    assertThat(ofProperty("for e.no\nalways some g: at[g] = no")).isEmpty();
    assertThat(ofProperty("for e.no\nalways every g: (g = two implies at[g] = no)"))
        .isEmpty();
    assertThat(ofProperty("for e.no\nreachable (number g: at[g] = yes) = 1 and n > 1"))
        .isEmpty();
    assertThat(ofProperty("for e.no\nalways every g: at[g] = no"))
        .containsExactly("P711 `e.no` violates property `p`");
  }

  @Test
  void parametersPickElements() {
    assertThat(ofProperty("for e.no\nafter touch: at[g]' = at[g]")).isEmpty();
    assertThat(ofProperty("for e.no\nafter touch when at[g] = yes: g = one")).isEmpty();
    assertThat(ofProperty("for e.no\nafter touch: at[g] = no"))
        .containsExactly("P711 `e.no` violates property `p`");
    assertThat(ofProperty("for e.no\nafter stop: at[g] = no"))
        .containsExactly("P407 the parameter `g` cannot be read here");
  }

  @Test
  void pathsUseTheEventsThatAreNamed() {
    assertThat(ofProperty("from x = b can reach x = a by host")).isEmpty();
    assertThat(ofProperty("from x = b can reach x = a by go, count")).isEmpty();
    assertThat(ofProperty("for e.no\nfrom x = b can reach x = a by guest"))
        .containsExactly(
            "P713 `e.no` reaches a state without the way on that property `p` asks for");
    assertThat(ofProperty("for e.no\nfrom x = b and n = 2 can reach n < 2"))
        .containsExactly(
            "P713 `e.no` reaches a state without the way on that property `p` asks for");
  }

  @Test
  void whatNeverOccursIsReportedOnceForAllPolicies() {
    assertThat(ofProperty("always at[two] = yes implies x = a"))
        .containsExactly("P714 property `p` holds because its premise never occurs");
    assertThat(ofProperty("after stop when at[two] = yes: x = a"))
        .containsExactly("P714 property `p` holds because its transition never occurs");
    assertThat(ofProperty("from at[two] = yes can reach x = a"))
        .containsExactly("P714 property `p` holds because what stands behind `from` never occurs");
    // In one policy it does occur.
    assertThat(ofProperty("always wipes = 2 implies x != c or n <= 2")).isEmpty();
  }

  @Test
  void breachesAreScenariosThatThePolicyFollows() {
    String properties = "scenarios of v\n"
        + "property first\nsource K#a\nnever x = c and n = 2\n"
        + "property second\nfor e.open\nalways wipes = 0\n"
        + "property third\nafter go when luck = yes: answer = ok\n"
        + "property fourth\nfrom n = 2 can reach n = 1\n";
    Compilation broken = compiled(properties);
    String scenarios = BreachScenario.text(broken.properties(), broken.refinements());

    assertThat(scenarios)
        .startsWith("scenarios of v\n\nscenario first_in_e_no \"how `e.no` breaks the property\"\n")
        .contains("  for e.open[t=yes]\n")
        .contains("  source K#a status assumed\n")
        .contains("| go(b) | yes  | EIO    | -    |\n");
    assertThat(scenarios.lines().filter(line -> line.startsWith("scenario "))).hasSize(13);
    assertThat(Compiler.compile(
                List.of(
                    new SourceFile("t.folio", VOCABULARY + properties),
                    new SourceFile("u.folio", scenarios)),
                CompileOptions.USUAL)
            .diagnostics())
        .filteredOn(each -> each.at().at().file().path().equals("u.folio"))
        .isEmpty();
  }
}
