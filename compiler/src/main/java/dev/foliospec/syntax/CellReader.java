package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a cell says, each as the head of its column wants.
 *
 * <p>A cell that cannot be read costs one message and becomes {@link CellContent.Broken}; the others
 * of its row are read all the same. Inside, {@code null} means that reading broke off at the cursor.
 */
final class CellReader {
  private static final CellContent ANYTHING = new ConditionSyntax.Anything();
  private static final CellContent OTHERWISE = new ConditionSyntax.Otherwise();
  private static final UpdateSyntax KEEP = new UpdateSyntax.Keep();
  private static final UpdateSyntax NOTHING = new UpdateSyntax.Nothing();
  private static final CellContent BROKEN = new CellContent.Broken();

  private static final String SETTING =
      "`VALUE`, `EFFECT, EFFECT` or `none`; where it is undecided, `VALUE / VALUE`";

  private final Words words;
  private final ExpressionBuilder expressions;
  private final Complaints complaints;

  CellReader(Words words, ExpressionBuilder expressions) {
    this.words = words;
    this.expressions = expressions;
    this.complaints = new Complaints(words);
  }

  /** The reader of expressions that it shares. */
  ExpressionBuilder expressions() {
    return expressions;
  }

  /**
   * Reads a cell that is not blank.
   *
   * @param column its column
   * @param cell its tokens
   * @param row what its row is called in messages, such as {@code row B26}
   */
  CellContent read(ColumnSyntax column, Cursor cell, String row) {
    if (column.kind() == ColumnKind.WHEN) {
      return when(cell);
    }
    CellContent content = content(column.kind(), cell);
    if (content != null && cell.isDone()) {
      return content;
    }
    report(column, cell, row);
    return BROKEN;
  }

  private @Nullable CellContent content(ColumnKind kind, Cursor cell) {
    return switch (kind) {
      case EVENT, CONDITION -> condition(cell);
      case REPLACES, SPLITS -> rowNames(cell);
      case ANSWER -> answer(cell);
      case UPDATE, OUTPUT -> update(cell);
      case EFFECTS -> effects(cell);
      case SOURCE -> sources(cell);
      case STATUS -> word(cell);
      case WHY -> prose(cell);
      case ROW, POLICY, WHEN -> null;
    };
  }

  private CellContent when(Cursor cell) {
    if (cell.isOnly(FoliospecLexer.MINUS)) {
      return ANYTHING;
    }
    if (cell.length() == 1 && words.reads(cell.peek(), "otherwise")) {
      return OTHERWISE;
    }
    return expressions.read(cell).<CellContent>map(ConditionSyntax.Holds::new).orElse(BROKEN);
  }

  private @Nullable CellContent condition(Cursor cell) {
    return switch (cell.type()) {
      case FoliospecLexer.MINUS -> {
        cell.next();
        yield ANYTHING;
      }
      case FoliospecLexer.IN -> inNamed(cell);
      case FoliospecLexer.EQUAL, FoliospecLexer.NOT_EQUAL ->
        same(cell.next().getType() == FoliospecLexer.NOT_EQUAL, cell);
      case FoliospecLexer.LESS_THAN,
          FoliospecLexer.AT_MOST,
          FoliospecLexer.MORE_THAN,
          FoliospecLexer.AT_LEAST -> compared(cell);
      case FoliospecLexer.BANG -> {
        cell.next();
        yield noneOf(cell);
      }
      default -> {
        if (cell.length() == 1 && words.reads(cell.peek(), "otherwise")) {
          cell.next();
          yield OTHERWISE;
        }
        yield among(false, cell);
      }
    };
  }

  private @Nullable CellContent inNamed(Cursor cell) {
    cell.next();
    return Cursor.isName(cell.type()) ? new ConditionSyntax.InNamed(words.name(cell.next())) : null;
  }

  private @Nullable CellContent compared(Cursor cell) {
    Comparator comparator = ExpressionBuilder.comparator(cell.next().getType());
    return Cursor.isValue(cell.type())
        ? new ConditionSyntax.Compared(comparator, words.name(cell.next()))
        : null;
  }

  private @Nullable CellContent same(boolean negated, Cursor cell) {
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    Name other = words.name(cell.next());
    if (cell.type() != FoliospecLexer.LEFT_BRACKET) {
      return new ConditionSyntax.Same(negated, other, Optional.empty());
    }
    Name index = index(cell);
    return index == null ? null : new ConditionSyntax.Same(negated, other, Optional.of(index));
  }

  private @Nullable CellContent noneOf(Cursor cell) {
    if (!cell.take(FoliospecLexer.LEFT_BRACE)) {
      ItemSyntax item = item(cell);
      return item == null ? null : new ConditionSyntax.Among(true, List.of(item));
    }
    CellContent content = among(true, cell);
    return content != null && cell.take(FoliospecLexer.RIGHT_BRACE) ? content : null;
  }

  private @Nullable CellContent among(boolean negated, Cursor cell) {
    ItemSyntax first = item(cell);
    if (first == null) {
      return null;
    }
    if (cell.type() != FoliospecLexer.COMMA) {
      return new ConditionSyntax.Among(negated, List.of(first));
    }
    List<ItemSyntax> items = new ArrayList<>();
    items.add(first);
    while (cell.take(FoliospecLexer.COMMA)) {
      ItemSyntax item = item(cell);
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return new ConditionSyntax.Among(negated, items);
  }

  private @Nullable ItemSyntax item(Cursor cell) {
    if (!Cursor.isValue(cell.type())) {
      return null;
    }
    Name low = words.name(cell.next());
    if (!cell.take(FoliospecLexer.RANGE)) {
      return new ItemSyntax(low, Optional.empty());
    }
    return Cursor.isValue(cell.type())
        ? new ItemSyntax(low, Optional.of(words.name(cell.next())))
        : null;
  }

  private @Nullable Name index(Cursor cell) {
    cell.next();
    if (!Cursor.isValue(cell.type())) {
      return null;
    }
    Name index = words.name(cell.next());
    return cell.take(FoliospecLexer.RIGHT_BRACKET) ? index : null;
  }

  private @Nullable CellContent rowNames(Cursor cell) {
    if (cell.take(FoliospecLexer.MINUS)) {
      return new CellContent.RowNames(List.of());
    }
    List<Name> names = values(cell);
    return names == null ? null : new CellContent.RowNames(names);
  }

  /** One or several values, separated by commas. */
  private @Nullable List<Name> values(Cursor cell) {
    List<Name> names = new ArrayList<>();
    do {
      if (!Cursor.isValue(cell.type())) {
        return null;
      }
      names.add(words.name(cell.next()));
    } while (cell.take(FoliospecLexer.COMMA));
    return names;
  }

  private @Nullable CellContent answer(Cursor cell) {
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    List<Name> errors = new ArrayList<>();
    AnswerSyntax.Kind kind = answerKind(cell.next(), cell, errors);
    if (kind == null) {
      return null;
    }
    List<OutputSyntax> outputs = new ArrayList<>();
    while (cell.take(FoliospecLexer.COMMA)) {
      OutputSyntax output = output(cell);
      if (output == null) {
        return null;
      }
      outputs.add(output);
    }
    return new AnswerSyntax(kind, errors, outputs);
  }

  private AnswerSyntax.@Nullable Kind answerKind(Token word, Cursor cell, List<Name> errors) {
    if (words.reads(word, "ok")) {
      return okOr(cell, errors);
    }
    if (words.reads(word, "refuse")) {
      return withError(cell, errors, AnswerSyntax.Kind.REFUSE, AnswerSyntax.Kind.REFUSE_ANY);
    }
    if (words.reads(word, "fail")) {
      return withError(cell, errors, AnswerSyntax.Kind.FAIL, AnswerSyntax.Kind.FAIL_ANY);
    }
    if (word.getType() == FoliospecLexer.ANY) {
      return AnswerSyntax.Kind.ANY;
    }
    if (words.reads(word, "forbid")) {
      return AnswerSyntax.Kind.FORBID;
    }
    return words.reads(word, "pass") ? AnswerSyntax.Kind.PASS : null;
  }

  private AnswerSyntax.@Nullable Kind okOr(Cursor cell, List<Name> errors) {
    if (!cell.take(FoliospecLexer.OR)) {
      return AnswerSyntax.Kind.OK;
    }
    do {
      if (!Cursor.isName(cell.type())) {
        return null;
      }
      errors.add(words.name(cell.next()));
    } while (!goesOnWithOutputs(cell) && cell.take(FoliospecLexer.COMMA));
    return AnswerSyntax.Kind.OK_OR;
  }

  /** Whether after the comma at the cursor an output follows, {@code NAME =}. */
  private static boolean goesOnWithOutputs(Cursor cell) {
    return cell.type() == FoliospecLexer.COMMA && cell.typeAt(2) == FoliospecLexer.EQUAL;
  }

  private AnswerSyntax.@Nullable Kind withError(
      Cursor cell, List<Name> errors, AnswerSyntax.Kind one, AnswerSyntax.Kind any) {
    if (cell.take(FoliospecLexer.ANY)) {
      return any;
    }
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    errors.add(words.name(cell.next()));
    return one;
  }

  private @Nullable OutputSyntax output(Cursor cell) {
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    Name name = words.name(cell.next());
    if (!cell.take(FoliospecLexer.EQUAL)) {
      return null;
    }
    UpdateSyntax value = update(cell);
    return value == null ? null : new OutputSyntax(name, value);
  }

  private @Nullable UpdateSyntax update(Cursor cell) {
    return switch (cell.type()) {
      case FoliospecLexer.EQUAL -> {
        cell.next();
        yield KEEP;
      }
      case FoliospecLexer.MINUS -> {
        cell.next();
        yield NOTHING;
      }
      case FoliospecLexer.ANY -> {
        cell.next();
        yield new UpdateSyntax.Anything();
      }
      case FoliospecLexer.LEFT_BRACE -> {
        cell.next();
        yield oneOf(cell);
      }
      case FoliospecLexer.NUMBER ->
        new UpdateSyntax.Plain(words.name(cell.next()), Optional.empty(), false);
      default -> Cursor.isName(cell.type()) ? named(cell) : null;
    };
  }

  private @Nullable UpdateSyntax oneOf(Cursor cell) {
    List<UpdateSyntax> choices = new ArrayList<>();
    do {
      boolean nested = cell.type() == FoliospecLexer.LEFT_BRACE;
      UpdateSyntax choice = nested ? null : update(cell);
      if (choice == null) {
        return null;
      }
      choices.add(choice);
    } while (cell.take(FoliospecLexer.COMMA));
    return cell.take(FoliospecLexer.RIGHT_BRACE) ? new UpdateSyntax.OneOf(choices) : null;
  }

  private @Nullable UpdateSyntax named(Cursor cell) {
    Token word = cell.next();
    if (words.reads(word, "base") && endsUpdate(cell)) {
      return new UpdateSyntax.Base();
    }
    Name name = words.name(word);
    if (cell.take(FoliospecLexer.LEFT_PARENTHESIS)) {
      return mapped(name, cell);
    }
    Optional<Name> index = Optional.empty();
    if (cell.type() == FoliospecLexer.LEFT_BRACKET) {
      Name inside = index(cell);
      if (inside == null) {
        return null;
      }
      index = Optional.of(inside);
    }
    boolean primed = cell.take(FoliospecLexer.PRIME);
    int sign =
        cell.type() == FoliospecLexer.PLUS ? 1 : cell.type() == FoliospecLexer.MINUS ? -1 : 0;
    if (sign == 0) {
      return new UpdateSyntax.Plain(name, index, primed);
    }
    cell.next();
    int by = cell.type() == FoliospecLexer.NUMBER ? number(cell.peek()) : 0;
    if (by == 0) {
      return null;
    }
    cell.next();
    return new UpdateSyntax.Shifted(name, index, primed, sign * by);
  }

  private static boolean endsUpdate(Cursor cell) {
    return cell.isDone()
        || cell.type() == FoliospecLexer.COMMA
        || cell.type() == FoliospecLexer.RIGHT_BRACE;
  }

  private @Nullable UpdateSyntax mapped(Name map, Cursor cell) {
    if (!Cursor.isValue(cell.type())) {
      return null;
    }
    Name argument = words.name(cell.next());
    Optional<Name> index = Optional.empty();
    if (cell.type() == FoliospecLexer.LEFT_BRACKET) {
      Name inside = index(cell);
      if (inside == null) {
        return null;
      }
      index = Optional.of(inside);
    }
    boolean primed = cell.take(FoliospecLexer.PRIME);
    return cell.take(FoliospecLexer.RIGHT_PARENTHESIS)
        ? new UpdateSyntax.Mapped(map, argument, index, primed)
        : null;
  }

  /** A number of at most six digits; 0 for a longer one, which no range reaches. */
  private int number(Token token) {
    String digits = words.of(token);
    return digits.length() > 6 ? 0 : Integer.parseInt(digits);
  }

  private @Nullable CellContent effects(Cursor cell) {
    if (cell.isOnly(FoliospecLexer.MINUS)) {
      cell.next();
      return new EffectsSyntax(List.of(), true);
    }
    if (cell.length() == 1 && words.reads(cell.peek(), "none")) {
      cell.next();
      return new EffectsSyntax(List.of(), false);
    }
    List<EffectsSyntax.Item> items = new ArrayList<>();
    do {
      EffectsSyntax.Item item = effect(cell);
      if (item == null) {
        return null;
      }
      items.add(item);
    } while (cell.take(FoliospecLexer.COMMA));
    return new EffectsSyntax(items, false);
  }

  private EffectsSyntax.@Nullable Item effect(Cursor cell) {
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    CommonToken word = cell.next();
    if (words.reads(word, "do")) {
      if (!Cursor.isName(cell.type())) {
        return null;
      }
      CommonToken step = cell.next();
      return new EffectsSyntax.Do(words.name(step), words.at(word, step));
    }
    if (words.reads(word, "base")) {
      return new EffectsSyntax.Base(words.at(word));
    }
    if (!cell.take(FoliospecLexer.BEFORE)) {
      return new EffectsSyntax.Named(words.name(word), Optional.empty());
    }
    return Cursor.isName(cell.type())
        ? new EffectsSyntax.Named(words.name(word), Optional.of(words.name(cell.next())))
        : null;
  }

  private @Nullable CellContent sources(Cursor cell) {
    if (cell.take(FoliospecLexer.MINUS)) {
      return new CellContent.Sources(List.of());
    }
    List<CitationSyntax> citations = new ArrayList<>();
    do {
      if (cell.type() != FoliospecLexer.CITED && !Cursor.isName(cell.type())) {
        return null;
      }
      citations.add(words.citation(cell.next()));
    } while (cell.take(FoliospecLexer.COMMA));
    return new CellContent.Sources(citations);
  }

  private @Nullable CellContent word(Cursor cell) {
    if (cell.take(FoliospecLexer.MINUS)) {
      return new CellContent.Word(Optional.empty());
    }
    return Cursor.isName(cell.type())
        ? new CellContent.Word(Optional.of(words.name(cell.next())))
        : null;
  }

  /** Free text: a single string, or whatever stands there without a quotation mark. */
  @Nullable
  CellContent prose(Cursor cell) {
    if (cell.isEmpty()) {
      return new CellContent.Prose("", false);
    }
    if (cell.isOnly(FoliospecLexer.STRING)) {
      return new CellContent.Prose(words.string(cell.next()).text(), true);
    }
    StringBuilder text = new StringBuilder();
    Token before = null;
    while (!cell.isDone()) {
      if (cell.type() == FoliospecLexer.STRING || cell.type() == FoliospecLexer.OPEN_STRING) {
        return null;
      }
      Token token = cell.next();
      if (before != null && before.getLine() < token.getLine()) {
        text.append(' ');
      } else if (before != null) {
        text.append(words.text(), before.getStopIndex() + 1, token.getStartIndex());
      }
      text.append(words.of(token));
      before = token;
    }
    return new CellContent.Prose(text.toString(), false);
  }

  /** A trait's setting, or several where it is undecided. */
  CellContent alternatives(ColumnSyntax column, Cursor cell, String row) {
    List<AlternativeSyntax> alternatives = new ArrayList<>();
    do {
      Token first = cell.isDone() ? null : cell.peek();
      List<Name> names = values(cell);
      if (names == null || first == null) {
        report(column, cell, row, "a setting", SETTING);
        return BROKEN;
      }
      Span at = names.get(0).at().to(names.get(names.size() - 1).at());
      alternatives.add(new AlternativeSyntax(names, at));
    } while (cell.take(FoliospecLexer.SLASH));
    if (!cell.isDone()) {
      report(column, cell, row, "a setting", SETTING);
      return BROKEN;
    }
    return new CellContent.Alternatives(alternatives);
  }

  /** Says that a cell breaks off at its cursor. */
  void report(ColumnSyntax column, Cursor cell, String row) {
    report(column, cell, row, noun(column.kind()), shape(column.kind()));
  }

  private void report(ColumnSyntax column, Cursor cell, String row, String noun, String shape) {
    if (!cell.isDone() && complaints.slip(cell.peek())) {
      return;
    }
    String which = "cell `" + column.heading() + "` of " + row;
    if (column.kind() == ColumnKind.WHY) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.BAD_CELL, words.at(cell.peek()), which + " has quotation marks inside")
              .withHelp("put the whole text in quotes, and none inside"));
      return;
    }
    Diagnostic said = cell.isDone()
        ? Diagnostic.of(
                Rule.BAD_CELL,
                words.source().span(cell.last().getStopIndex() + 1, cell.last().getStopIndex() + 1),
                which + " breaks off")
            .withLabel("something is missing here")
        : Diagnostic.of(Rule.BAD_CELL, words.at(cell.peek()), which + " is not " + noun)
            .withLabel("not expected here");
    words.found().add(said.withHelp("write " + shape));
  }

  private static String noun(ColumnKind kind) {
    return switch (kind) {
      case ROW -> "a row's id";
      case POLICY -> "a policy's name";
      case EVENT -> "an event";
      case REPLACES, SPLITS -> "a list of rows";
      case WHEN, CONDITION -> "a condition";
      case ANSWER -> "an answer";
      case UPDATE -> "a next value";
      case OUTPUT -> "an output";
      case EFFECTS -> "a list of effects";
      case SOURCE -> "a list of sources";
      case STATUS -> "a status";
      case WHY -> "a text";
    };
  }

  private static String shape(ColumnKind kind) {
    return switch (kind) {
      case ROW -> "`ID` or `ID or ID`";
      case POLICY -> "a name such as `v8.tdx`";
      case EVENT -> "`-`, `EVENT`, `EVENT, EVENT` or `!EVENT`";
      case REPLACES, SPLITS -> "`-` or row ids, separated by commas";
      case WHEN -> "a condition such as `a = b and c = d`";
      case CONDITION ->
        "`-`, `VALUE`, `!VALUE`, `VALUE, VALUE`, `!{VALUE, VALUE}`, `>NUMBER`, `1..2`,"
            + " `=VARIABLE`, `in NAME` or `otherwise`";
      case ANSWER ->
        "`ok`, `ok or ERROR`, `refuse ERROR`, `fail ERROR`, `any`, `forbid` or `pass`,"
            + " then perhaps `, OUTPUT=VALUE`";
      case UPDATE, OUTPUT ->
        "`=`, `-`, `VALUE`, `VARIABLE`, `x+1`, `MAP(x)`, `any`, `{VALUE, VALUE}` or `base`";
      case EFFECTS -> "`none`, `EFFECT, EFFECT`, `do STEP` or `base`";
      case SOURCE -> "sources such as `K3` or `K3#function`, separated by commas";
      case STATUS -> "`decided`, `proposed`, `disputed`, `assumed` or `dropped`";
      case WHY -> "a text";
    };
  }
}
