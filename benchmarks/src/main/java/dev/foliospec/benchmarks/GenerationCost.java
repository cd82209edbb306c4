package dev.foliospec.benchmarks;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.generator.Generator;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Text to classes for a policy of 1,000 rows: what generation costs beside what javac costs. */
public final class GenerationCost {
  private GenerationCost() {}

  /**
   * Prints one line a round, in milliseconds of this thread's CPU time.
   *
   * @param arguments how many rounds, 8 unless said
   * @throws IOException if no scratch folder can be made
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? 8 : Integer.parseInt(arguments[0]);
    String text = BenchPolicy.manyTables(1_000);
    for (int round = 0; round < rounds; round++) {
      long begin = cpu();
      Compilation compiled =
          Compiler.compile(List.of(new SourceFile("bench.folio", text)), CompileOptions.USUAL);
      long checked = cpu();
      List<Policy> policies = compiled.policySet().completePolicies();
      List<GeneratedFile> files = Generator.generate(new Request(
          Set.of(Target.JAVA),
          Request.BASE_PACKAGE,
          compiled.policySet(),
          policies,
          policy -> compiled.explorations().of(policy)));
      long generated = cpu();
      javac(files);
      long done = cpu();
      System.out.printf(
          "check %.1f ms, generate %.1f ms, javac %.1f ms, generate / javac %.2f%n",
          (checked - begin) / 1e6,
          (generated - checked) / 1e6,
          (done - generated) / 1e6,
          (double) (generated - checked) / (done - generated));
    }
  }

  private static void javac(List<GeneratedFile> files) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> sources = new ArrayList<>();
    for (GeneratedFile file : files) {
      sources.add(
          new SimpleJavaFileObject(
              URI.create("string:///" + file.path().replaceFirst("^java/", "")),
              JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return file.text();
            }
          });
    }
    Path out = Files.createTempDirectory("generation-cost");
    boolean fine = javac
        .getTask(null, null, null, List.of("-proc:none", "-d", out.toString()), null, sources)
        .call();
    if (!fine) {
      throw new IllegalStateException("the generated code does not compile");
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
