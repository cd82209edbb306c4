package dev.foliospec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.grammar.FoliospecParser;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The grammar needs no more than SLL prediction, and nothing in it can be read in two ways. */
class GrammarTest {
  @TestFactory
  Stream<DynamicTest> noDecisionAsksForFullContext() {
    return Corpus.everything().stream()
        .map(input -> DynamicTest.dynamicTest(
            input.path(), () -> assertThat(conflicts(input)).isEmpty()));
  }

  private static List<String> conflicts(SourceFile input) {
    FoliospecParser parser = new FoliospecParser(Tokens.read(input.text(), input.path()));
    Conflicts conflicts = new Conflicts();
    parser.removeErrorListeners();
    parser.addErrorListener(conflicts);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.file();
    return conflicts.found;
  }

  private static final class Conflicts extends BaseErrorListener {
    private final List<String> found = new ArrayList<>();

    @Override
    public void reportAttemptingFullContext(
        Parser parser,
        DFA decision,
        int start,
        int stop,
        BitSet alternatives,
        ATNConfigSet configurations) {
      add("full context", parser, decision);
    }

    @Override
    public void reportAmbiguity(
        Parser parser,
        DFA decision,
        int start,
        int stop,
        boolean exact,
        BitSet alternatives,
        ATNConfigSet configurations) {
      add("ambiguity", parser, decision);
    }

    private void add(String what, Parser parser, DFA decision) {
      int rule = decision.atnStartState.ruleIndex;
      found.add(what + " in " + parser.getRuleNames()[rule]);
    }
  }
}
