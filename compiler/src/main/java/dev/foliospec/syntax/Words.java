package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * One file while it is read: its tokens, and how they become names, texts and spans.
 *
 * @param source the file to which all spans point
 * @param text what is read: the file's text, or in quoted mail the text without its marks
 * @param tokens its tokens
 * @param found where findings go
 * @param slips where reading broke off
 */
record Words(SourceFile source, String text, Tokens tokens, Diagnostics found, Slips slips) {
  /** The text of a token. */
  String of(Token token) {
    return text.substring(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** Whether a token reads so. */
  boolean reads(Token token, String word) {
    int start = token.getStartIndex();
    return token.getStopIndex() - start + 1 == word.length() && text.startsWith(word, start);
  }

  /** Where a token stands. */
  Span at(Token token) {
    return source.span(token.getStartIndex(), Math.max(token.getStartIndex(), end(token)));
  }

  private static int end(Token token) {
    return token.getStopIndex() + 1;
  }

  /** From the first token up to the end of the second, which may be the end of a row. */
  Span at(Token first, Token last) {
    Token end = last;
    while (end.getTokenIndex() > first.getTokenIndex()
        && (end.getType() == FoliospecLexer.EOL || end.getType() == Token.EOF)) {
      end = tokens.visible()[end.getTokenIndex() - 1];
    }
    return source.span(first.getStartIndex(), Math.max(first.getStartIndex(), end(end)));
  }

  /** Where a construct stands. */
  Span at(ParserRuleContext construct) {
    Token stop = construct.getStop();
    Token start = construct.getStart();
    return stop == null || stop.getStopIndex() < start.getStartIndex()
        ? source.span(start.getStartIndex(), start.getStartIndex())
        : at(start, stop);
  }

  /** A token as a name. */
  Name name(Token token) {
    return new Name(of(token), at(token));
  }

  /** A construct as a name: a single word, or words joined by dots. */
  Name name(ParserRuleContext construct) {
    Token start = construct.getStart();
    Token stop = construct.getStop();
    if (start == stop) {
      return name(start);
    }
    StringBuilder joined = new StringBuilder();
    for (int index = start.getTokenIndex(); index <= stop.getTokenIndex(); index++) {
      joined.append(of(tokens.visible()[index]));
    }
    return new Name(joined.toString(), at(start, stop));
  }

  /** A construct, where it was written, as a name. */
  Optional<Name> optional(@Nullable ParserRuleContext construct) {
    return construct == null ? Optional.empty() : Optional.of(name(construct));
  }

  /** Constructs as names. */
  List<Name> names(List<? extends ParserRuleContext> constructs) {
    List<Name> names = new ArrayList<>(constructs.size());
    constructs.forEach(each -> names.add(name(each)));
    return names;
  }

  /** A string without its quotes. */
  TextSyntax string(Token token) {
    return new TextSyntax(
        text.substring(token.getStartIndex() + 1, token.getStopIndex()), at(token));
  }

  /** A citation: a name, perhaps with a locator after {@code #}. */
  CitationSyntax citation(Token token) {
    int start = token.getStartIndex();
    int end = end(token);
    int hash = token.getType() == FoliospecLexer.CITED ? text.indexOf('#', start) : end;
    Name id = new Name(text.substring(start, hash), source.span(start, hash));
    return new CitationSyntax(
        id, hash < end ? Optional.of(text.substring(hash + 1, end)) : Optional.empty(), at(token));
  }
}
