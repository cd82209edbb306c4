package dev.foliospec.generated;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.generator.Generator;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Code that is generated, compiled and loaded by a test. */
final class Built {
  private Built() {}

  /** The files of targets for all complete policies. */
  static List<GeneratedFile> generate(PolicySet set, Target... targets) {
    return generate(set, set.completePolicies(), targets);
  }

  /** The files of targets for some policies. */
  static List<GeneratedFile> generate(PolicySet set, List<Policy> policies, Target... targets) {
    Map<String, Exploration> explored = new HashMap<>();
    for (Policy each : policies) {
      explored.put(each.name(), Dense.explore(each, Limits.USUAL));
    }
    return Generator.generate(new Request(
        Set.of(targets),
        Request.BASE_PACKAGE,
        set,
        policies,
        policy -> explored.get(policy.name())));
  }

  /**
   * Compiles generated files, warnings being errors, and loads them: machines with nothing on the
   * class path, tests with Jupiter.
   */
  static ClassLoader load(List<GeneratedFile> files, Path folder) throws IOException {
    List<Path> machines = new ArrayList<>();
    List<Path> tests = new ArrayList<>();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    for (GeneratedFile each : files) {
      Path target = folder.resolve(each.path());
      Files.createDirectories(target.getParent());
      Files.writeString(target, each.text(), StandardCharsets.UTF_8);
      String inside = each.path().substring(each.path().indexOf('/') + 1);
      if (!each.path().endsWith(".java")) {
        Path beside = classes.resolve(inside);
        Files.createDirectories(beside.getParent());
        Files.writeString(beside, each.text(), StandardCharsets.UTF_8);
      } else if (each.path().startsWith(Target.JAVA_TESTS.word() + "/")) {
        tests.add(target);
      } else {
        machines.add(target);
      }
    }
    compile(machines, classes, classes.toString());
    if (!tests.isEmpty()) {
      compile(tests, classes, classes + File.pathSeparator + System.getProperty("java.class.path"));
    }
    // First its own classes: those of the shipped specs are on the class path as well.
    return new OwnFirst(new URL[] {classes.toUri().toURL()}, Built.class.getClassLoader());
  }

  private static void compile(List<Path> sources, Path classes, String classPath)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = List.of(
          "-proc:none",
          "-Xlint:all,-classfile,-path",
          "-Werror",
          "-d",
          classes.toString(),
          "-classpath",
          classPath);
      boolean done = compiler
          .getTask(
              messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
          .call();
      if (!done) {
        throw new AssertionError(messages.toString());
      }
    }
  }

  /** Loads generated classes from its folder, whatever else the class path holds. */
  private static final class OwnFirst extends URLClassLoader {
    OwnFirst(URL[] folders, ClassLoader parent) {
      super(folders, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(Request.BASE_PACKAGE + ".")) {
        synchronized (getClassLoadingLock(name)) {
          Class<?> known = findLoadedClass(name);
          return known != null ? known : findClass(name);
        }
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own != null ? own : super.getResource(name);
    }
  }
}
