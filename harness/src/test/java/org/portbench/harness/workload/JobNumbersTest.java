package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "4096, 4096",
    "4096b, 4096",
    "4k, 4096",
    "4kb, 4096",
    "4kB, 4096",
    "4K, 4096",
    "4KB, 4096",
    "1m, 1048576",
    "1024k, 1048576",
    "1mi, 1000000",
    "1000ki, 1000000",
    "4kib, 4000",
    "1t, 1099511627776",
    "1024g, 1099511627776",
    "1ti, 1000000000000",
    "2p, 2251799813685248",
    "0x1000, 4096",
    "0X10k, 16384",
    "007, 7",
    "0, 0",
  })
  void kIs1024UnlessKbBaseSaysOtherwise(String text, long bytes) {
    assertEquals(bytes, JobUnits.size(text, 1_024));
  }

  @ParameterizedTest
  @CsvSource({
    "4096, 4096",
    "4ki, 4096",
    "4kib, 4096",
    "4kiB, 4096",
    "4Ki, 4096",
    "4KiB, 4096",
    "1mi, 1048576",
    "1024ki, 1048576",
    "1m, 1000000",
    "1000k, 1000000",
    "1ti, 1099511627776",
  })
  void withKbBase1000PrefixesAreInternational(String text, long bytes) {
    assertEquals(bytes, JobUnits.size(text, 1_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k", "4x", "4kk", "1.5g", "-4", "+4", "4 k", "0x", "0xg", "٤"})
  void whatIsNoSizeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> JobUnits.size(text, 1_024));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "0xffffffffffffffff", "9007199254740992k"})
  void whatDoesNotFitIsRefused(String text) {
    assertThrows(ArithmeticException.class, () -> JobUnits.size(text, 1_024));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10000000",
    "10s, 10000000",
    "10sec, 10000000",
    "3MS, 3000",
    "3msec, 3000",
    "7us, 7",
    "7usec, 7",
    "2m, 120000000",
    "1h, 3600000000",
    "1d, 86400000000",
  })
  void timesHaveUnits(String text, long microseconds) {
    assertEquals(microseconds, JobUnits.timeUs(text, 1_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "4y", "1.5s", "-1"})
  void whatIsNoTimeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> JobUnits.timeUs(text, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "2+3*4, 14",
    "(2+3)*4, 20",
    "10-3-2, 5",
    "100/10/2, 5",
    "17%5, 2",
    "2^10, 1024",
    "2^3^2, 512",
    "-2+5, 3",
    "2*-3, -6",
    "' ( 4 + 4 ) ', 8",
    "(4k*2), 8192",
    "-2^2, -4",
  })
  void arithmeticBindsAsUsual(String text, long value) {
    assertEquals(value, Expression.value(text, word -> JobUnits.size(word, 1_024)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(", ")", "(1", "1)", "1+", "*2", "2**3", "2 3", "()", "1//2"})
  void whatIsNoExpressionIsRefused(String text) {
    assertThrows(
        IllegalArgumentException.class,
        () -> Expression.value(text, word -> JobUnits.size(word, 1_024)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/0", "1%0", "2^64", "2^-1", "9223372036854775807+1", "3^63"})
  void whatCannotBeComputedIsRefused(String text) {
    assertThrows(
        ArithmeticException.class,
        () -> Expression.value(text, word -> JobUnits.size(word, 1_024)));
  }

  @Test
  void nestingHasAnEnd() {
    String deep = "(".repeat(4_000) + "1" + ")".repeat(4_000);
    assertThrows(IllegalArgumentException.class, () -> Expression.value(deep, Long::parseLong));
    String minuses = "-".repeat(4_000) + "1";
    assertThrows(IllegalArgumentException.class, () -> Expression.value(minuses, Long::parseLong));
  }

  @ParameterizedTest
  @CsvSource({"4096, 4k", "65536, 64k", "1048576, 1m", "1536, 1536", "1, 1", "67108864, 64m"})
  void commandLineSizesReadAsTheyArePrinted(long bytes, String text) {
    assertEquals(text, ByteSizes.format(bytes));
    assertEquals(bytes, ByteSizes.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"4K, 4096", "4KiB, 4096", "4kb, 4096", "1g, 1073741824", "0, 0"})
  void commandLineSizesAreReadInEitherCase(String text, long bytes) {
    assertEquals(bytes, ByteSizes.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "four", "-4k", "4.5k", "99999999999999999g", "4t"})
  void whatIsNoCommandLineSizeIsRefused(String text) {
    assertEquals(
        "size '" + text + "': not a size; write for example 512, 4k or 1m",
        assertThrows(WorkloadException.class, () -> ByteSizes.parse(text)).getMessage());
  }
}
