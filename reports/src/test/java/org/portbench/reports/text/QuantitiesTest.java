package org.portbench.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

  @Test
  void timeHasThreeDigitsAndTheUnitThatFits() {
    assertEquals("0 ns", Quantities.time(0));
    assertEquals("7 ns", Quantities.time(7));
    assertEquals("999 ns", Quantities.time(999));
    assertEquals("1.00 µs", Quantities.time(1_000));
    assertEquals("12.3 µs", Quantities.time(12_345));
    assertEquals("8.65 ms", Quantities.time(8_650_000));
    assertEquals("21.0 s", Quantities.time(21_000_000_000L));
  }

  @Test
  void timeThatRoundsUpToTheNextUnitIsWrittenInThatUnit() {
    assertEquals("1.00 ms", Quantities.time(999_600));
    assertEquals("1.00 µs", Quantities.time(999.6));
    assertEquals("10.0 µs", Quantities.time(9_996));
  }

  @Test
  void ticksSayNoMoreThanTheyMust() {
    assertEquals("500 ns", Quantities.timeTick(500));
    assertEquals("2.5 µs", Quantities.timeTick(2_500));
    assertEquals("10 ms", Quantities.timeTick(10_000_000));
  }

  @Test
  void ratesAreWrittenInThousandsAndMillions() {
    assertEquals("124", Quantities.iops(124));
    assertEquals("12.3 k", Quantities.iops(12_345));
    assertEquals("1.20 M", Quantities.iops(1_199_999));
    assertEquals("1.00 M", Quantities.iops(999_999));
  }

  @Test
  void sizesCountInPowersOfTwo() {
    assertEquals("512 B", Quantities.bytes(512));
    assertEquals("4 KiB", Quantities.bytes(4_096));
    assertEquals("7.3 KiB", Quantities.bytes(7_475));
    assertEquals("1 MiB", Quantities.bytes(1 << 20));
  }

  @Test
  void ratesOfBytesKeepThreeDigits() {
    assertEquals("0 B/s", Quantities.bytesPerSecond(0));
    assertEquals("82.5 MiB/s", Quantities.bytesPerSecond(86_507_520));
    assertEquals("65.0 MiB/s", Quantities.bytesPerSecond(65 << 20));
    assertEquals("0.98 MiB/s", Quantities.bytesPerSecond(1000 << 10));
  }

  @Test
  void sizesThatRoundUpToTheNextUnitAreWrittenInThatUnit() {
    assertEquals("1 MiB", Quantities.bytes((1 << 20) - 1));
    assertEquals("1 KiB", Quantities.bytes(1023.7));
  }

  @Test
  void ratiosKeepThreeDigits() {
    assertEquals("×1.00", Quantities.ratio(1));
    assertEquals("×10.4", Quantities.ratio(10.36));
    assertEquals("×123", Quantities.ratio(123.4));
  }

  @Test
  void meansOfCountsAreWholeWhereTheyAre() {
    assertEquals("0", Quantities.mean(0));
    assertEquals("16", Quantities.mean(16));
    assertEquals("2.33", Quantities.mean(7 / 3.0));
    assertEquals("<0.01", Quantities.mean(0.001));
  }

  @Test
  void theLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("12.3 µs", Quantities.time(12_345));
      assertEquals("7.3 KiB", Quantities.bytes(7_475));
      assertEquals("9.7 %", Quantities.percent(0.097));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void differencesHaveASign() {
    assertEquals("+1.50 µs", Quantities.signedTime(1500));
    assertEquals("−63 ns", Quantities.signedTime(-63));
    assertEquals("+12 %", Quantities.signedPercent(0.123));
    assertEquals("−1.2 %", Quantities.signedPercent(-0.0123));
  }
}
