package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Goes on after a mistake: one message, then the next line that starts with a keyword or a bar.
 *
 * <p>Nothing is inserted or dropped within a line. Constructs that are lists of lines (files, units,
 * tables, cards, properties, scenarios) begin each round by looking whether a line starts here;
 * what stands there otherwise is left over from the line before, and passed over after a message. A
 * misspelt keyword is taken for the right one, so that what hangs on it is not lost.
 */
final class Recovery extends DefaultErrorStrategy {
  private static final Map<String, Integer> KEYWORDS = keywords();

  private final Words words;
  private final Complaints complaints;
  private final Expectations expectations = new Expectations();
  private int reports;
  private int misspelt = -1;

  Recovery(Words words, Complaints complaints) {
    this.words = words;
    this.complaints = complaints;
  }

  private static Map<String, Integer> keywords() {
    Map<String, Integer> keywords = new LinkedHashMap<>();
    for (int type = FoliospecLexer.VOCABULARY_UNIT; type <= FoliospecLexer.WHY; type++) {
      String quoted = FoliospecLexer.VOCABULARY.getLiteralName(type);
      keywords.put(quoted.substring(1, quoted.length() - 1), type);
    }
    return keywords;
  }

  /** How many mistakes were reported. */
  int reports() {
    return reports;
  }

  @Override
  public void reportError(Parser parser, RecognitionException slip) {
    if (inErrorRecoveryMode(parser)) {
      return;
    }
    beginErrorCondition(parser);
    Token found = slip.getOffendingToken();
    if (becomesKeyword(parser, found)) {
      return;
    }
    said(found);
    if (hangsOnMisspelt(found)) {
      return;
    }
    ParserRuleContext context = parser.getContext();
    String expected =
        slip instanceof NoViableAltException undecided && undecided.getStartToken() != found
            ? expectations.somethingElse(context)
            : expectations.expected(context, slip.getExpectedTokens());
    complaints.unexpected(found, expected, expectations.shape(context));
  }

  private void said(Token found) {
    reports++;
    words.slips().mark(found.getTokenIndex());
  }

  @Override
  public void recover(Parser parser, RecognitionException slip) {
    TokenStream input = parser.getInputStream();
    boolean inHead = expectations.isHead(parser.getContext());
    boolean first = isUndecidedKeyword(slip, input) || complaints.opensContinuedLine(input.LT(1));
    while (first || !startsLine(input.LA(1)) || (inHead && goesOnWithHead(input))) {
      first = false;
      if (input.LA(1) == Token.EOF) {
        return;
      }
      parser.consume();
    }
  }

  /** Whether a construct broke off before its keyword was taken, since more words had to decide. */
  private static boolean isUndecidedKeyword(RecognitionException slip, TokenStream input) {
    return slip instanceof NoViableAltException undecided
        && undecided.getStartToken() == input.LT(1)
        && undecided.getOffendingToken() != input.LT(1);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {
    ParserRuleContext context = parser.getContext();
    switch (context.getRuleIndex()) {
      case FoliospecParser.RULE_file, FoliospecParser.RULE_unit -> {
        finishLine(parser);
        passOrphans(parser, context);
      }
      case FoliospecParser.RULE_table,
          FoliospecParser.RULE_card,
          FoliospecParser.RULE_property,
          FoliospecParser.RULE_scenario -> finishLine(parser);
      default -> {}
    }
  }

  /** Passes over what is left of a line whose construct is complete. */
  private void finishLine(Parser parser) {
    TokenStream input = parser.getInputStream();
    while (!startsLine(input.LA(1))) {
      Token found = input.LT(1);
      if (becomesKeyword(parser, found)) {
        return;
      }
      if (!inErrorRecoveryMode(parser)) {
        beginErrorCondition(parser);
        leftOver(parser, found);
      }
      boolean head = isFirstOnLine(found) && !isWrapped(found.getTokenIndex());
      passLines(input);
      if (head) {
        passWhatHangs(input);
      }
    }
  }

  private void leftOver(Parser parser, Token found) {
    said(found);
    if (hangsOnMisspelt(found)) {
      return;
    }
    boolean first = isFirstOnLine(found);
    int index = found.getTokenIndex();
    if (first && isWrapped(index)) {
      complaints.wrappedRow(found);
    } else if (first) {
      complaints.notHere(
          found,
          index == 0 ? "a unit such as `policy NAME of VOCABULARY`" : "a declaration",
          Optional.empty());
    } else {
      complaints.notHere(found, "the end of the line", expectations.shape(lastChild(parser)));
    }
  }

  /** Whether the line at a token is the rest of a row, cut off by a mail program. */
  private boolean isWrapped(int index) {
    CommonToken[] visible = words.tokens().visible();
    if (index < 2 || visible[index - 1].getType() != FoliospecLexer.EOL) {
      return false;
    }
    if (!isBar(visible[index - 2].getType())) {
      return true;
    }
    for (int at = index; visible[at].getLine() == visible[index].getLine(); at++) {
      if (isBar(visible[at].getType())) {
        return true;
      }
      if (visible[at].getType() == Token.EOF) {
        return false;
      }
    }
    return false;
  }

  private static boolean isBar(int type) {
    return type == FoliospecLexer.BAR || type == FoliospecLexer.DIVIDER;
  }

  private static ParserRuleContext lastChild(Parser parser) {
    ParserRuleContext context = parser.getContext();
    while (context.getChildCount() > 0
        && context.getChild(context.getChildCount() - 1) instanceof ParserRuleContext) {
      context = (ParserRuleContext) context.getChild(context.getChildCount() - 1);
      if (Expectations.hasShape(context)) {
        return context;
      }
    }
    return context;
  }

  /** Passes over lines up to the next one that starts with a keyword or a bar. */
  private static void passLines(TokenStream input) {
    do {
      input.consume();
    } while (!startsLine(input.LA(1)));
  }

  /** Passes over the clauses and the table of a head that was not recognised as one. */
  private void passWhatHangs(TokenStream input) {
    boolean table = input.LA(1) == FoliospecLexer.ROW && isHeading(input.index());
    while (isClause(input.LA(1))
        || isSourceClause(input)
        || (table && input.LA(1) == FoliospecLexer.ROW)) {
      passLines(input);
      table = table || (input.LA(1) == FoliospecLexer.ROW && isHeading(input.index()));
    }
  }

  /** Whether a line of dashes stands below the row that starts at a token. */
  private boolean isHeading(int row) {
    CommonToken[] visible = words.tokens().visible();
    int at = row;
    while (visible[at].getType() != FoliospecLexer.EOL && visible[at].getType() != Token.EOF) {
      at++;
    }
    return visible[at].getType() == FoliospecLexer.EOL
        && visible[at + 1].getType() == FoliospecLexer.ROW
        && visible[at + 2].getType() == FoliospecLexer.BORDER;
  }

  private static boolean isClause(int type) {
    return type >= FoliospecLexer.FOR && type <= FoliospecLexer.WHY;
  }

  /** Whether a token belongs to a construct whose keyword was misspelt, which is message enough. */
  private boolean hangsOnMisspelt(Token found) {
    if (misspelt < 0) {
      return false;
    }
    for (int index = misspelt + 1; index < found.getTokenIndex(); index++) {
      if (startsLine(words.tokens().visible()[index].getType())) {
        return false;
      }
    }
    return true;
  }

  /** Passes over rows and clauses that no head holds. */
  private void passOrphans(Parser parser, ParserRuleContext context) {
    TokenStream input = parser.getInputStream();
    while (isOrphan(input, context)) {
      Token found = input.LT(1);
      if (!inErrorRecoveryMode(parser) && !hangsOnReported(found)) {
        said(found);
        complaints.orphan(found);
      }
      words.slips().mark(found.getTokenIndex());
      passLines(input);
    }
  }

  /** Whether only the remains of a reported construct lie between it and a token. */
  private boolean hangsOnReported(Token found) {
    int lastReport = words.slips().lastUpTo(found.getTokenIndex() - 1);
    if (lastReport < 0) {
      return false;
    }
    for (int index = lastReport + 1; index < found.getTokenIndex(); index++) {
      if (startsDeclaration(words.tokens().visible()[index].getType())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrphan(TokenStream input, ParserRuleContext context) {
    int type = input.LA(1);
    if (type == FoliospecLexer.ROW) {
      return !(context instanceof FoliospecParser.PoliciesContext policies
          && policies.declaration().isEmpty());
    }
    return isClause(type);
  }

  /** Takes a word at the start of a line for the keyword that it nearly is. */
  private boolean becomesKeyword(Parser parser, Token found) {
    if (found.getType() != FoliospecLexer.WORD || !isFirstOnLine(found)) {
      return false;
    }
    Map<String, Integer> candidates = new LinkedHashMap<>();
    boolean clauses = expectations.hasClauses(parser.getContext());
    KEYWORDS.forEach((keyword, type) -> {
      if (clauses || startsDeclaration(type)) {
        candidates.put(keyword, type);
      }
    });
    Optional<String> meant = Spelling.nearest(words.of(found), candidates.keySet());
    if (meant.isEmpty()) {
      return false;
    }
    said(found);
    misspelt = found.getTokenIndex();
    complaints.misspelt(found, meant.get());
    ((CommonToken) found).setType(candidates.getOrDefault(meant.get(), FoliospecLexer.WORD));
    return true;
  }

  private boolean isFirstOnLine(Token token) {
    int index = token.getTokenIndex();
    return index == 0 || words.tokens().visible()[index - 1].getLine() < token.getLine();
  }

  /** Whether a `source` or `after` at the start of a line belongs to the head before it. */
  private static boolean goesOnWithHead(TokenStream input) {
    return isSourceClause(input) || input.LA(1) == FoliospecLexer.AFTER;
  }

  /** Whether `source` cites here, rather than declares. */
  private static boolean isSourceClause(TokenStream input) {
    return input.LA(1) == FoliospecLexer.SOURCE && input.LA(3) != FoliospecLexer.STRING;
  }

  private static boolean startsDeclaration(int type) {
    return type >= FoliospecLexer.VOCABULARY_UNIT && type <= FoliospecLexer.CARD;
  }

  private static boolean startsLine(int type) {
    return type == FoliospecLexer.ROW || type == Token.EOF || LineStarts.isKeyword(type);
  }
}
