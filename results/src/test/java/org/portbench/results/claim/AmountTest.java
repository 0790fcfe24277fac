package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "15813, 1000, ×15.8, 1581 %, 15.8",
    "1022, 1000, ×1.02, 102 %, 1.02",
    "9996, 1000, ×10.0, 1000 %, 10",
    "4, 1000, ×0.00, 0.4 %, 0.004",
    "99, 1000, ×0.10, 9.9 %, 0.099",
    "100, 1000, ×0.10, 10 %, 0.1",
    "123456, 1000, ×123, 12346 %, 123",
    "1234567, 1000, ×1230, 123457 %, 1230",
    "0, 7, ×0.00, 0 %, 0",
    "-50, 1000, ×-0.05, -5 %, -0.05",
  })
  void threeDigitsAreEnough(long left, long right, String ratio, String share, String mean) {
    assertEquals(ratio, Amount.ratio(left, right));
    assertEquals(share, Amount.share(left, right));
    assertEquals(mean, Amount.mean(left, right));
  }

  @Test
  void whatHasNoRatioIsShownAsItIs() {
    assertEquals("1,234 against 0", Amount.ratio(1234, 0));
    assertEquals("0 against 0", Amount.share(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "1023, 1023 B", "4096, 4 KiB", "1707606016, 1.59 GiB"})
  void bytesHaveTheirUnit(long bytes, String words) {
    assertEquals(words, Amount.bytes(bytes));
  }
}
