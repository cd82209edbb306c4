package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.engine.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String printed() {
    String text = err.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "<wiped>");
    err.reset();
    return text;
  }

  @Test
  void comesAfterASecondAndThenEveryHalf() {
    AtomicLong clock = new AtomicLong();
    ProgressLine line = new ProgressLine(Sink.of(err), clock::get);
    clock.set(999_999_999L);
    line.at(1_000, 1);
    assertThat(printed()).isEmpty();
    clock.set(1_000_000_000L);
    line.at(1_234_567, 21);
    assertThat(printed()).isEqualTo("<wiped>1,234,567 states, 21 events from the start");
    clock.set(1_400_000_000L);
    line.at(2_000_000, 22);
    assertThat(printed()).isEmpty();
    clock.set(1_500_000_000L);
    line.at(2_500_000, 23);
    assertThat(printed()).isEqualTo("<wiped>2,500,000 states, 23 events from the start");
    line.end();
    assertThat(printed()).isEqualTo("<wiped>");
  }

  @Test
  void leavesNothingWhereItNeverCame() {
    ProgressLine line = new ProgressLine(Sink.of(err), () -> 0);
    line.at(5, 1);
    line.end();
    assertThat(printed()).isEmpty();
  }

  @Test
  void isForThoseWhoWatch() {
    assertThat(ProgressLine.of(shell(false))).isSameAs(Progress.NONE);
    assertThat(ProgressLine.of(shell(true))).isInstanceOf(ProgressLine.class);
  }

  private Shell shell(boolean watched) {
    return new Shell(
        Path.of("").toAbsolutePath(),
        new ByteArrayInputStream(new byte[0]),
        Sink.of(err),
        Sink.of(err),
        Map.of(),
        false,
        watched);
  }
}
