package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Which declaration or row each {@code ##} belongs to.
 *
 * <p>Documentation after something on its line trails that; alone on its line it precedes the next
 * declaration or row, unless it goes on with trailing documentation of the line above. Whoever builds
 * a construct claims what belongs to it, inner constructs first; what nobody claims is reported.
 */
final class Documentation {
  private final Words words;
  private final List<Block> blocks = new ArrayList<>();
  private int unclaimed;

  /** Lines of documentation that go together. */
  private static final class Block {
    final boolean trailing;
    final int anchor;
    final List<Token> lines = new ArrayList<>();
    boolean claimed;

    Block(boolean trailing, int anchor) {
      this.trailing = trailing;
      this.anchor = anchor;
    }
  }

  /** Gathers the documentation of a file. */
  Documentation(Words words) {
    this.words = words;
    for (Tokens.Aside aside : words.tokens().asides()) {
      if (aside.token().getType() == FoliospecLexer.DOC) {
        gather(aside);
      }
    }
    // Documentation above a line of dashes belongs below what trails that line.
    blocks.sort((one, other) -> Integer.compare(one.anchor, other.anchor));
    unclaimed = blocks.size();
  }

  private void gather(Tokens.Aside aside) {
    Token token = aside.token();
    Block above = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    boolean goesOn = false;
    if (above != null && !aside.trailing()) {
      Token last = above.lines.get(above.lines.size() - 1);
      goesOn = last.getLine() + 1 == token.getLine()
          && (!above.trailing
              || token.getCharPositionInLine() >= above.lines.get(0).getCharPositionInLine());
    }
    if (above == null || !goesOn) {
      int anchor = aside.trailing() ? aside.next() - 1 : pastBorder(aside.next());
      above = new Block(aside.trailing(), anchor);
      blocks.add(above);
    }
    above.lines.add(token);
  }

  /** What follows, a table's line of dashes left out: documentation above it is the first row's. */
  private int pastBorder(int next) {
    Token[] visible = words.tokens().visible();
    int after = next + 1;
    if (after >= visible.length
        || visible[after] == null
        || visible[after].getType() != FoliospecLexer.BORDER) {
      return next;
    }
    int line = visible[next].getLine();
    while (visible[after].getType() != Token.EOF && visible[after].getLine() == line) {
      after++;
    }
    return after;
  }

  /** The documentation of the construct that lies between two tokens, which claims it. */
  Optional<DocSyntax> of(Token first, Token last) {
    if (unclaimed == 0) {
      return Optional.empty();
    }
    int from = first.getTokenIndex();
    int to = last.getTokenIndex();
    List<Block> mine = new ArrayList<>();
    for (int index = firstFrom(from); index < blocks.size(); index++) {
      Block block = blocks.get(index);
      if (block.anchor > to) {
        break;
      }
      if (!block.claimed && (block.trailing || block.anchor == from)) {
        block.claimed = true;
        unclaimed--;
        mine.add(block);
      }
    }
    return mine.isEmpty() ? Optional.empty() : Optional.of(joined(mine));
  }

  /** Claims the documentation of a construct that is not built. */
  void forget(Token first, Token last) {
    for (int index = firstFrom(first.getTokenIndex()); index < blocks.size(); index++) {
      Block block = blocks.get(index);
      if (block.anchor > last.getTokenIndex()) {
        break;
      }
      unclaimed -= block.claimed ? 0 : 1;
      block.claimed = true;
    }
  }

  private int firstFrom(int anchor) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).anchor < anchor) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private DocSyntax joined(List<Block> mine) {
    List<String> lines = new ArrayList<>();
    int before = 0;
    Token first = mine.get(0).lines.get(0);
    Token last = first;
    for (Block block : mine) {
      for (Token line : block.lines) {
        lines.add(lineOf(line));
        last = line;
      }
      before = block.trailing ? before : lines.size();
    }
    return new DocSyntax(
        lines, before, words.source().span(first.getStartIndex(), last.getStopIndex() + 1));
  }

  private String lineOf(Token token) {
    String text = words.of(token).substring(2);
    return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
  }

  /**
   * All plain comments, and the documentation that nothing claimed, which is reported unless what it
   * belonged to may have been lost.
   */
  List<CommentSyntax> comments() {
    List<CommentSyntax> comments = new ArrayList<>();
    for (Tokens.Aside aside : words.tokens().asides()) {
      if (aside.token().getType() == FoliospecLexer.COMMENT) {
        comments.add(comment(aside.token(), aside.trailing()));
      }
    }
    for (Block block : blocks) {
      if (!block.claimed) {
        if (words.slips().count() == 0) {
          report(block);
        }
        for (Token line : block.lines) {
          comments.add(
              block.trailing && line != block.lines.get(0)
                  ? plain(line)
                  : comment(line, block.trailing));
        }
      }
    }
    comments.sort((one, other) -> Integer.compare(one.at().start(), other.at().start()));
    return comments;
  }

  private CommentSyntax comment(Token token, boolean trailing) {
    return new CommentSyntax(words.of(token).stripTrailing(), trailing, words.at(token));
  }

  /** A line that went on with lost documentation: elsewhere it must not become that of a row. */
  private CommentSyntax plain(Token token) {
    String text = words.of(token).substring(1).stripTrailing();
    return new CommentSyntax(text, false, words.at(token));
  }

  private void report(Block block) {
    words
        .found()
        .add(Diagnostic.of(
                Rule.DOCUMENTS_NOTHING,
                words.at(block.lines.get(0)),
                "this documentation belongs to no declaration or row")
            .withHelp("move it before one, or write `#` for a comment"));
  }
}
