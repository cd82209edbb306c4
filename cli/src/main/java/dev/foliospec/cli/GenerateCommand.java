package dev.foliospec.cli;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.VariantName;
import dev.foliospec.generator.Generator;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.export.Show;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.model.Policy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.apache.commons.cli.Option;

/** Generates code, tests, vectors and graphs into a folder. */
final class GenerateCommand implements Command {
  @Override
  public String name() {
    return "generate";
  }

  @Override
  public List<String> forms() {
    return List.of("--target TARGET[,TARGET] --out DIR [POLICY...]");
  }

  @Override
  public String summary() {
    return "write code, tests, vectors or graphs made of policies, of all unless some are named";
  }

  @Override
  public List<Option> options() {
    return List.of(CommandOptions.TARGET, CommandOptions.OUT, CommandOptions.PACKAGE);
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    Set<Target> targets = targets(arguments);
    String out = arguments
        .value(CommandOptions.OUT)
        .orElseThrow(() -> Failure.usage("name the folder to write to with --out"));
    String basePackage = basePackage(arguments);
    Workspace workspace = Workspace.of(shell, arguments);
    List<Policy> policies = policies(workspace, arguments.operands(), targets);
    if (workspace.stops(policies)) {
      return ExitCode.FINDINGS;
    }
    Request request = new Request(
        targets,
        basePackage,
        workspace.compilation().policySet(),
        policies,
        policy -> explored(workspace, policy));
    Map<String, String> files = new TreeMap<>();
    for (GeneratedFile file : Generator.generate(request)) {
      files.put(file.path(), file.text());
    }
    int changed = OutputFolder.write(shell, out, files);
    leftOut(shell, policies, targets);
    shell.out().line(Visible.line(out) + ": " + files.size() + " files, " + changed + " changed");
    return ExitCode.FINE;
  }

  /** Says of which systems nothing was made, since a target is of single policies alone. */
  private static void leftOut(Shell shell, List<Policy> policies, Set<Target> targets) {
    List<String> systems = new ArrayList<>();
    for (Policy each : policies) {
      if (each.lifting().isPresent()) {
        systems.add(each.name());
      }
    }
    for (Target target : targets) {
      if (!systems.isEmpty() && !target.ofSystems()) {
        shell
            .err()
            .line(target.word()
                + ": nothing for "
                + String.join(", ", systems)
                + "; it is made of single policies alone");
      }
    }
  }

  private static Set<Target> targets(Arguments arguments) throws Failure {
    List<String> known = new ArrayList<>();
    for (Target target : Target.values()) {
      known.add(target.word());
    }
    List<String> words = arguments.values(CommandOptions.TARGET);
    if (words.isEmpty()) {
      throw Failure.usage("say what to generate with --target: " + String.join(", ", known));
    }
    Set<Target> targets = EnumSet.noneOf(Target.class);
    for (String word : words) {
      targets.add(Target.of(word)
          .orElseThrow(() -> Failure.usage("--target is one or several of "
              + String.join(", ", known)
              + ", not `"
              + word
              + "`")));
    }
    return targets;
  }

  private static String basePackage(Arguments arguments) throws Failure {
    String name = arguments.value(CommandOptions.PACKAGE).orElse(Request.BASE_PACKAGE);
    if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
      throw Failure.usage("`" + name + "` is not the name of a Java package");
    }
    return name;
  }

  private static List<Policy> policies(
      Workspace workspace, List<String> operands, Set<Target> targets) throws Failure {
    List<Policy> complete = workspace.compilation().policySet().completePolicies();
    if (operands.isEmpty()) {
      return complete;
    }
    Map<String, VariantName> named = new HashMap<>();
    for (String each : operands) {
      VariantName name = workspace.name(each);
      VariantName before = named.put(workspace.complete(name).name(), name);
      if (before != null && !before.equals(name)) {
        throw Failure.usage("`" + name.policy() + "` is named with two choices");
      }
      if (!name.fixed().isEmpty()
          && (targets.contains(Target.JAVA) || targets.contains(Target.JAVA_TESTS))) {
        throw Failure.usage("Java is made of `"
            + name.policy()
            + "` as a whole and told its choices when it runs; name it without brackets");
      }
    }
    // Whatever order they were named in, the same files come out.
    List<Policy> wanted = new ArrayList<>();
    for (Policy each : complete) {
      VariantName name = named.get(each.name());
      if (name != null) {
        wanted.add(Show.fixed(each, name));
      }
    }
    return wanted;
  }

  /** A policy with choices fixed is not the one that was explored when it was checked. */
  private static Exploration explored(Workspace workspace, Policy policy) {
    boolean whole = workspace.compilation().policySet().policy(policy.name()).stream()
        .anyMatch(each -> each.choices().size() == policy.choices().size());
    return whole ? workspace.explored(policy) : Dense.explore(policy, Limits.USUAL);
  }
}
