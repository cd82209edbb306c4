package dev.foliospec.generated;

import dev.foliospec.generator.plan.PolicyPlan;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs generated tests that a test has loaded itself. */
final class GeneratedTests {
  private GeneratedTests() {}

  /** The names and messages of those that fail; an error if there is none to run. */
  static List<String> failures(PolicyPlan plan, ClassLoader loader)
      throws ReflectiveOperationException {
    return failures(plan, loader, List.of("rows", "traces", "properties"));
  }

  /** The same of some factories; a test of a policy of which nothing is claimed has no properties. */
  static List<String> failures(PolicyPlan plan, ClassLoader loader, List<String> factories)
      throws ReflectiveOperationException {
    Class<?> type =
        loader.loadClass(plan.test().packageName() + "." + plan.test().simpleName());
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object test = constructor.newInstance();
    List<String> failures = new ArrayList<>();
    int run = 0;
    for (Method method : type.getDeclaredMethods()) {
      if (!factories.contains(method.getName())) {
        continue;
      }
      method.setAccessible(true);
      for (Object each : ((Stream<?>) method.invoke(test)).toList()) {
        DynamicTest dynamic = (DynamicTest) each;
        run++;
        try {
          dynamic.getExecutable().execute();
        } catch (Throwable thrown) {
          failures.add(dynamic.getDisplayName() + "\n" + thrown.getMessage());
        }
      }
    }
    if (run == 0) {
      throw new AssertionError("no tests in " + type);
    }
    return failures;
  }
}
