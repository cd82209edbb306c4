package dev.foliospec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1048576, 1048576", "3k, 3072", "512m, 536870912", "2G, 2147483648"})
  void isANumberOfBytesOrOfUnits(String text, long bytes) {
    assertThat(MemorySize.bytes(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "0", "0g", "-1m", "1.5g", "2gb", "999999999999t", "١m"})
  void isNothingElse(String text) {
    assertThat(MemorySize.bytes(text)).isEmpty();
  }
}
