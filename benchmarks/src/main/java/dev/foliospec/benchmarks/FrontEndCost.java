package dev.foliospec.benchmarks;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Parser;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * Lexer, parser and compiler on the same text, by the least CPU time of this thread: what a machine
 * that others use at the same time disturbs least.
 */
public final class FrontEndCost {
  private FrontEndCost() {}

  /** Prints one line for 100, 1,000 and 10,000 rows. */
  public static void main(String[] arguments) {
    for (int rows : new int[] {100, 1_000, 10_000}) {
      String text = BenchPolicy.manyTables(rows);
      SourceFile source = new SourceFile("bench.folio", text);
      int rounds = rows > 5_000 ? 15 : 60;
      double lexer = least(rounds, () -> {
        FoliospecLexer tokens = new FoliospecLexer(CharStreams.fromString(text));
        while (tokens.nextToken().getType() != Token.EOF) {
          // Only counted.
        }
      });
      double parser = least(rounds, () -> Parser.parse(source, new Diagnostics()));
      double all = least(rounds, () -> Compiler.compile(List.of(source), CompileOptions.USUAL));
      System.out.printf(
          "%,d rows: lexer %.2f ms, parse %.2f ms (%.2f times, %.1f MB/s), check %.2f ms%n",
          rows, lexer, parser, parser / lexer, text.length() / parser / 1000, all);
    }
  }

  private static double least(int rounds, Runnable work) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
      least = Math.min(least, used);
    }
    return least / 1e6;
  }
}
