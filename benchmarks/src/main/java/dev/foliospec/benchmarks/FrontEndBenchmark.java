package dev.foliospec.benchmarks;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.Parser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and checking, beside the lexer alone on the same text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class FrontEndBenchmark {
  /** How many rows the policy has. */
  @Param({"100", "1000", "10000"})
  private int rows = 100;

  /** Whether each event has a table of its own, or all share one. */
  @Param({"many", "one"})
  private String tables = "many";

  private String text = "";

  /** Writes the policy, and makes sure that it is a good one. */
  @Setup
  public void write() {
    text = tables.equals("one") ? BenchPolicy.oneTable(rows) : BenchPolicy.manyTables(rows);
    Compilation compiled = check();
    if (compiled.hasErrors()) {
      throw new IllegalStateException(compiled.diagnostics().get(0).message());
    }
  }

  /** The reference: every token, nothing else. */
  @Benchmark
  public int lexer() {
    FoliospecLexer lexer = new FoliospecLexer(CharStreams.fromString(text));
    int tokens = 0;
    while (lexer.nextToken().getType() != Token.EOF) {
      tokens++;
    }
    return tokens;
  }

  /** Text to syntax tree, cells included. */
  @Benchmark
  public FileSyntax parse() {
    return Parser.parse(new SourceFile("bench.folio", text), new Diagnostics());
  }

  /** Text to checked policy: coverage, uniqueness and all the rest. */
  @Benchmark
  public Compilation check() {
    return dev.foliospec.compile.Compiler.compile(
        List.of(new SourceFile("bench.folio", text)), CompileOptions.USUAL);
  }
}
