package dev.foliospec.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every shipped table is complete; and what the mail says of its VM types, asked of the tables of
 * {@code rfc2024}, expectations by hand.
 */
class ShippedSpecsTest {
  private static final Compilation SHIPPED = ShippedSpecs.read().compile();

  private static Policy policy(String name) {
    return SHIPPED.policySet().policy(name).orElseThrow();
  }

  /** The policies of the mail's edition. */
  private static List<Policy> ofTheMail() {
    return SHIPPED.policySet().completePolicies().stream()
        .filter(each -> each.edition().equals("rfc2024"))
        .toList();
  }

  @Test
  void compilesWithoutErrorOrWarning() {
    assertThat(SHIPPED.diagnostics())
        .filteredOn(each -> each.severity() != Severity.NOTE)
        .isEmpty();
  }

  @Test
  void hasTheSixTypesOfTheMail() {
    assertThat(ofTheMail())
        .extracting(Policy::name)
        .containsExactly(
            "rfc2024.gunyah",
            "rfc2024.pkvm",
            "rfc2024.tdx",
            "rfc2024.sev",
            "rfc2024.sw_protected",
            "rfc2024.aws");
    assertThat(SHIPPED.policySet().completePolicies()).allMatch(Policy::sound);
  }

  /** The rows of a body are exact: found here step by step, without explorer or check. */
  @TestFactory
  Stream<DynamicTest> everyReachablePointIsAnsweredByTheRowsMeantForIt() {
    return SHIPPED.policySet().completePolicies().stream()
        .map(policy -> DynamicTest.dynamicTest(policy.name(), () -> {
          int[] asked = {0};
          List<Reach.Asked> wrong = new ArrayList<>();
          Reach.visit(policy, chance -> reads(policy, chance), each -> {
            asked[0]++;
            if (each.reply() instanceof Reply.Uncovered
                || each.reply() instanceof Reply.Overlapping
                || each.reply() instanceof Reply.Faulty) {
              wrong.add(each);
            }
          });
          assertThat(asked[0]).isPositive();
          assertThat(wrong).isEmpty();
        }));
  }

  /** Whether a column of the policy is about a chance. */
  private static boolean reads(Policy policy, Chance chance) {
    return policy.tables().stream()
        .flatMap(each -> each.rows().stream())
        .flatMap(each -> each.cells().stream())
        .anyMatch(each -> each.heading().equals(chance.name()));
  }

  /** The mail's types answer every event in every state, and each in one way. */
  @TestFactory
  Stream<DynamicTest> theTypesOfTheMailAnswerEverythingInOneWay() {
    return ofTheMail().stream()
        .map(policy -> DynamicTest.dynamicTest(
            policy.name(),
            () -> assertThat(Reach.replies(policy))
                .isNotEmpty()
                .allMatch(each -> each.reply() instanceof Reply.Answered answered
                    && answered.responses().size() == 1)));
  }

  /** tng#4, tng#19: one bit means prepared and zeroed, so memory that nobody zeroed looks ready. */
  @Test
  void theOneBitSchemeLeaksWhereNothingIsZeroed() {
    List<String> trace = List.of("allocate", "guest_read(private)");
    assertThat(seen("rfc2024.gunyah", "no", trace)).containsExactly("stale");
    assertThat(seen("rfc2024.pkvm", "no", trace)).containsExactly("stale");
    assertThat(seen("rfc2024.tdx", "no", trace)).containsExactly("stale");
    assertThat(seen("rfc2024.aws", "no", trace)).containsExactly("stale");
    assertThat(seen("rfc2024.sev", "no", trace)).containsExactly("zeros");
    assertThat(seen("rfc2024.sw_protected", "no", trace)).containsExactly("stale", "zeros");
  }

  /** The same towards the host; berman#6: Gunyah's series zeroes what is accessible at first. */
  @Test
  void theLeakReachesTheHostToo() {
    List<String> trace = List.of("allocate", "host_read");
    assertThat(seen("rfc2024.gunyah", "yes", trace)).containsExactly("stale", "zeros");
    assertThat(seen("rfc2024.pkvm", "yes", trace)).containsExactly("stale");
    assertThat(seen("rfc2024.sev", "yes", trace)).containsExactly("zeros");
  }

  /** tng#6 to tng#9, roy#1, roy#2: who keeps the data on the way to private. */
  @Test
  void conversionKeepsTheDataUnlessTheTypeZeroes() {
    List<String> trace = List.of("host_write", "convert(private)", "guest_read(private)");
    for (String name : List.of("gunyah", "pkvm", "tdx", "aws")) {
      assertThat(seen("rfc2024." + name, "yes", trace)).as(name).containsExactly("host_data");
    }
    assertThat(seen("rfc2024.sev", "yes", trace)).containsExactly("zeros");
    assertThat(seen("rfc2024.sw_protected", "yes", trace)).containsExactly("host_data", "zeros");
  }

  /** tng#2: the flag is cleared by switching, not by asking for what holds already. */
  @Test
  void askingForTheSameAgainZeroesNothing() {
    List<String> trace = List.of("host_write", "convert(shared)", "host_read");
    for (Policy policy : ofTheMail()) {
      assertThat(seen(policy.name(), "yes", trace)).as(policy.name()).containsExactly("host_data");
    }
  }

  /** berman#5: inaccessible to the host, whatever the type. */
  @Test
  void theHostCannotFaultInWhatIsPrivate() {
    List<String> trace = List.of("host_write", "convert(private)", "host_read");
    for (Policy policy : ofTheMail()) {
      assertThat(seen(policy.name(), "yes", trace)).as(policy.name()).containsExactly("SIGBUS");
    }
  }

  /** roy#3: without zapping the guest reads on through the mapping that it has. */
  @Test
  void theGuestKeepsItsMappingWhereNothingZaps() {
    List<String> trace = List.of("guest_write(shared)", "convert(private)", "guest_read(shared)");
    for (Policy policy : ofTheMail()) {
      assertThat(seen(policy.name(), "yes", trace))
          .as(policy.name())
          .containsExactlyInAnyOrder("guest_shared", "memory_fault");
    }
  }

  /** tng#3, berman#3: what makes a page ready for SEV's guest is done once, at its first fault. */
  @Test
  void sevPreparesPrivatePagesBeforeTheGuestUsesThem() {
    Policy sev = policy("rfc2024.sev");
    Interpreter interpreter = new Interpreter(sev);
    for (Configuration each : configurations(sev, "no")) {
      State state = interpreter.initial(each);
      Response first = step(interpreter, each, state, input(sev, "guest_write(private)"));
      Response second = step(interpreter, each, first.next(), input(sev, "guest_read(private)"));
      assertThat(first.effects()).extracting(effect -> effect.name()).contains("sev_gmem_prepare");
      assertThat(second.effects()).isEmpty();
    }
  }

  /** The traits of the types, as tng#6 to tng#11, roy#1 and roy#2 name them. */
  @Test
  void theTypesZeroAsTheMailSays() {
    Map<String, String> expected = Map.of(
        "rfc2024.gunyah", "never",
        "rfc2024.pkvm", "never",
        "rfc2024.tdx", "never",
        "rfc2024.sev", "both",
        "rfc2024.sw_protected", "zero_flag",
        "rfc2024.aws", "never");
    expected.forEach((name, zeroing) -> assertThat(policy(name).traits())
        .as(name)
        .filteredOn(each -> each.trait().name().equals("zero_on_conversion"))
        .flatExtracting(TraitSetting::alternatives)
        .extracting(TraitSetting.Alternative::spelled)
        .containsExactly(zeroing));
  }

  // --- Traces ------------------------------------------------------------------------------------

  /** What the last event of a trace shows, or the error that it answers, over all set-ups. */
  private static Set<String> seen(String name, String initShared, List<String> trace) {
    Policy policy = policy(name);
    Interpreter interpreter = new Interpreter(policy);
    Set<String> seen = new LinkedHashSet<>();
    for (Configuration each : configurations(policy, initShared)) {
      State state = interpreter.initial(each);
      String last = "";
      for (String call : trace) {
        Input input = input(policy, call);
        Response response = step(interpreter, each, state, input);
        state = response.next();
        last = shown(input.event(), response);
      }
      seen.add(last);
    }
    return seen;
  }

  private static List<Configuration> configurations(Policy policy, String initShared) {
    int flag = 0;
    while (!policy.flags().get(flag).flag().name().equals("init_shared")) {
      flag++;
    }
    int at = flag;
    return new Interpreter(policy)
        .configurations().stream()
            .filter(each -> each.flags().get(at).name().equals(initShared))
            .toList();
  }

  private static Response step(
      Interpreter interpreter, Configuration configuration, State state, Input input) {
    Reply reply = interpreter.step(configuration, state, input);
    assertThat(reply).as(input.call()).isInstanceOf(Reply.Answered.class);
    List<Response> responses = ((Reply.Answered) reply).responses();
    assertThat(responses).as(input.call()).hasSize(1);
    return responses.get(0);
  }

  private static Input input(Policy policy, String call) {
    List<String> parts = new ArrayList<>(List.of(call.split("[(), ]+")));
    Event event = policy.event(parts.remove(0)).orElseThrow();
    List<Value> chances = policy.chances().stream().map(each -> each.usual()).toList();
    return new Input(event, parts.stream().map(Value::new).toList(), chances);
  }

  private static String shown(Event event, Response response) {
    for (int at = 0; at < event.outputs().size(); at++) {
      if (event.outputs().get(at).name().equals("sees")
          && response.outputs().get(at) instanceof Shown.One one) {
        return one.value().name();
      }
    }
    return response.answer();
  }
}
