package org.portbench.results.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.results.validation.SampleTargets.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

  @ParameterizedTest(name = "{0}: {1} against {2}")
  @CsvSource({
    // 15 % of 1000 is 150, on either side.
    "TIME, 1000, 1150, true",
    "TIME, 1000, 1151, false",
    "TIME, 1000, 850, true",
    "TIME, 1000, 849, false",
    "BANDWIDTH, 1000, 1151, false",
    // 10 % of 3600 is 360.
    "RATIO, 3600, 3960, true",
    "RATIO, 3600, 3961, false",
    "RATIO, 3600, 3239, false",
    // Half to twice.
    "SIZE, 8192, 4096, true",
    "SIZE, 8192, 4095, false",
    "SIZE, 8192, 16384, true",
    "SIZE, 8192, 16385, false",
    "SIGN, 1, 1, true",
    "SIGN, 1, -1, false",
    "SIGN, -1, 0, false"
  })
  void aTolerance_belongsToTheUnit(TargetUnit unit, long expected, long predicted, boolean met) {
    TargetKind kind = unit == TargetUnit.SIGN ? TargetKind.SIGN : TargetKind.PREDICTION;
    assertEquals(met, target("t", kind, unit, expected, OptionalLong.of(predicted)).met());
  }

  @Test
  void anError_isSigned_andHasTwoDecimals() {
    assertEquals("-16.67", error(3, 2.5));
    assertEquals("33.33", error(3, 4));
    assertEquals("0.00", error(3, 3));
  }

  private static String error(double expected, double predicted) {
    TargetResult target =
        target(
            "t",
            TargetKind.PREDICTION,
            TargetUnit.TIME,
            Math.round(expected * 1000),
            OptionalLong.of(Math.round(predicted * 1000)));
    return target.errorPercent().orElseThrow().toPlainString();
  }

  @Test
  void whatHasNoNumber_isNotMet_andHasNoError() {
    TargetResult none =
        target("t", TargetKind.PREDICTION, TargetUnit.TIME, 5, OptionalLong.empty());
    assertEquals(false, none.met());
    assertEquals(Optional.empty(), none.errorPercent());
  }

  /**
   * Errors of 2.78, 15 and 50 %, and one without a number, which is the worst: the median is 32.5,
   * as of the two compositions. Of two predictions one has no number, so that there is no median.
   */
  @Test
  void whatIsOnlyShown_orIsASign_countsInNoError() {
    Validation validation = SampleTargets.some();
    assertEquals(errors(4, 2, "32.50", "50.00"), validation.errors());
    assertEquals(errors(2, 1, "32.50", "50.00"), validation.errors(TargetKind.COMPOSITION));
    assertEquals(
        new Errors(2, 1, Optional.empty(), Optional.of(new BigDecimal("2.78"))),
        validation.errors(TargetKind.PREDICTION));
    assertEquals(
        new Errors(1, 0, Optional.empty(), Optional.empty()), validation.errors(TargetKind.SIGN));
    assertEquals(5, validation.counted());
    assertEquals(2, validation.met());
  }

  @Test
  void nothing_hasNoErrors() {
    assertEquals(
        new Errors(0, 0, Optional.empty(), Optional.empty()), new Validation(List.of()).errors());
  }

  private static Errors errors(int count, int met, String median, String worst) {
    return new Errors(
        count, met, Optional.of(new BigDecimal(median)), Optional.of(new BigDecimal(worst)));
  }
}
