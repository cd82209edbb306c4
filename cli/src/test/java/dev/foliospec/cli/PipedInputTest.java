package dev.foliospec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Standard input may be a pipe, which cannot be asked for its length or position. */
class PipedInputTest {
  @Test
  void aPipeIsReadToItsEnd() throws Exception {
    Process format = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "format",
            "-")
        .redirectErrorStream(true)
        .start();
    try (OutputStream in = format.getOutputStream()) {
      in.write("vocabulary   x\n".getBytes(UTF_8));
    }

    assertThat(new String(format.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("vocabulary x\n");
    assertThat(format.waitFor()).isZero();
  }
}
