package dev.foliospec.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What version this is. */
final class Version {
  private Version() {}

  /** The line that {@code --version} prints. */
  static String line() {
    return "foliospec " + number();
  }

  /** The version. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("this build does not say its version");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("this build cannot be read", e);
    }
  }
}
