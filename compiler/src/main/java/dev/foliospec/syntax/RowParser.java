package dev.foliospec.syntax;

import dev.foliospec.grammar.FoliospecParser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * The parser, sparing the tree what nobody looks at: the words of cells, which are read from the
 * tokens once the columns are known.
 */
final class RowParser extends FoliospecParser {
  RowParser(TokenStream tokens) {
    super(tokens);
  }

  @Override
  public Token consume() {
    if (getContext() instanceof CellContext) {
      Token token = getCurrentToken();
      getInputStream().consume();
      return token;
    }
    return super.consume();
  }
}
