package dev.foliospec.generator.export.promela;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A model that says something else than its policy is told from it. */
final class FaultyModelsTest {
  @TempDir
  static Path folder;

  /** By what goes wrong: what is replaced in the model of {@code gunyah.driver}, and by what. */
  private static final Map<String, List<String>> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put("a row never applies", List.of("-> row = r_GU3; rows\\+\\+", "-> skip"));
    FAULTS.put("two rows apply", List.of("rows\\+\\+\\n", "rows = rows + 2\n"));
    FAULTS.put("a check is not asked", List.of("-> asked = 0; row = r_[A-Za-z0-9]+", "-> skip"));
    FAULTS.put("an update is lost", List.of("    n_mapped = v_yes;\\n", ""));
    FAULTS.put("an effect is lost", List.of("    do_folio_get\\(\\);\\n", ""));
    FAULTS.put("another answer", List.of("answer = a_EEXIST;", "answer = a_ok;"));
    FAULTS.put("another start", List.of("s_folio = v_absent;", "s_folio = v_present;"));
    FAULTS.put("a choice is missing", List.of(":: f_can_set_direct_map = v_no ", ""));
    FAULTS.put("an event is missing", List.of("STEP \\{ on_provide\\(\\) }", "finish()"));
    FAULTS.put("a property is turned around", List.of("= \\(\\(!\\(", "= (!(!("));
    FAULTS.put("scratch stays", List.of("  rows = 0;\\n  answer = 0;", "  rows = 0;"));
  }

  @BeforeAll
  static void spinIsThere() {
    Assumptions.assumeTrue(Spin.isThere(), "needs the Debian packages spin and gcc");
  }

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() throws IOException {
    Compilation compilation = SpinTest.shipped();
    List<Property> properties = compilation.policySet().properties();
    Policy policy = compilation.policySet().policy("gunyah.driver").orElseThrow();
    Dense dense = compilation.explorations().of(policy).dense();
    String model = Promela.write(policy, properties);
    List<DynamicTest> tests = new ArrayList<>();
    FAULTS.forEach((what, change) -> tests.add(DynamicTest.dynamicTest(what, () -> {
      String faulty = model.replaceAll(change.get(0), change.get(1));
      assertThat(faulty).isNotEqualTo(model);
      Path own = folder.resolve(what.replace(' ', '_'));
      assertThat(SpinTest.differences(own, faulty, dense, properties)).isNotEmpty();
    })));
    return tests.stream();
  }
}
