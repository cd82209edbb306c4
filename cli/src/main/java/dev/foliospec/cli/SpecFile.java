package dev.foliospec.cli;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of one spec, made text: too many of them, or bytes that are not UTF-8, are findings about
 * the file and no reason to stop.
 *
 * @param source the text; empty where the file is too large
 * @param found what was wrong with the bytes
 */
record SpecFile(SourceFile source, Optional<Diagnostic> found) {
  /** Most bytes that a spec may have: 16 MB. */
  static final int LARGEST = 16 << 20;

  /** What stands for bytes that are not UTF-8, as Unicode wants it. */
  static final char REPLACEMENT = '\uFFFD';

  /**
   * Makes text of bytes.
   *
   * @param path as it is shown
   * @param bytes the content, or as much of it as shows that it is too large
   */
  static SpecFile of(String path, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return tooLarge(path);
    }
    SourceFile source = new SourceFile(path, new String(bytes, StandardCharsets.UTF_8));
    // A file may hold the character itself, so bytes are decoded strictly only where it turns up.
    return source.text().indexOf(REPLACEMENT) < 0
        ? new SpecFile(source, Optional.empty())
        : new SpecFile(source, firstFault(source, bytes));
  }

  /** A file that is not even read. */
  static SpecFile tooLarge(String path) {
    SourceFile source = new SourceFile(path, "");
    Diagnostic found = Diagnostic.of(
            Rule.FILE_TOO_LARGE, source.span(0, 0), "this file is larger than 16 MB")
        .withNote("nothing of it was read")
        .withHelp("write one unit a file, and leave generated data out");
    return new SpecFile(source, Optional.of(found));
  }

  private static Optional<Diagnostic> firstFault(SourceFile source, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(source.text().length() + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return Optional.empty();
    }
    int at = out.position();
    String hex = Integer.toHexString(bytes[in.position()] & 0xff);
    return Optional.of(
        Diagnostic.of(Rule.NOT_UTF8, source.span(at, at + 1), "the byte 0x" + hex + " is not UTF-8")
            .withLabel("no character")
            .withNote("specs are UTF-8, in every locale")
            .withHelp("save the file as UTF-8"));
  }
}
