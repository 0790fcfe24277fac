package org.portbench.harness.linux.calibrate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.portbench.hardware.cost.MachineProfile.Number;

/**
 * Makes numbers of a profile from readings. A number that follows from several says how; one whose
 * readings are missing is not made, and the estimate stays.
 */
final class Worth {
  private static final double LEAST_RATE = 1;

  private final Readings readings;
  private final LocalDate date;
  private final List<Number> numbers = new ArrayList<>();

  Worth(Readings readings, LocalDate date) {
    this.readings = readings;
    this.date = date;
  }

  /** What a quantity is worth: its median. */
  double of(Quantity quantity) {
    return readings.of(quantity).orElseThrow().median();
  }

  /** A quantity as it was measured. */
  void measured(String key, Quantity quantity) {
    if (known(quantity)) {
      add(key, of(quantity), "verified", "measured, " + date + ", " + spread(quantity));
    }
  }

  /**
   * What follows from quantities; nothing costs less than nothing.
   *
   * @param how it follows, in words
   */
  void derived(String key, String how, ToDoubleFunction<Worth> value, Quantity... from) {
    if (known(from)) {
      double worth = value.applyAsDouble(this);
      String clamped = worth < 0 ? "; that is below nothing, within the noise" : "";
      String source = "measured, " + date + ", " + spread(from) + ": " + how + clamped;
      add(key, Math.max(0, worth), "derived", source);
    }
  }

  /** What somebody else tells. */
  void told(String key, String value, String source) {
    numbers.add(new Number(key, value, "verified", source));
  }

  /** What follows from no reading of ours alone. */
  void estimated(String key, double value, String source) {
    add(key, value, "estimate", source);
  }

  boolean known(Quantity... quantities) {
    return List.of(quantities).stream().allMatch(quantity -> readings.of(quantity).isPresent());
  }

  List<Number> numbers() {
    return List.copyOf(numbers);
  }

  private void add(String key, double value, String status, String source) {
    numbers.add(new Number(key, text(key, value), status, source));
  }

  /** The widest of them counts. */
  private String spread(Quantity... quantities) {
    Optional<Spread> widest =
        List.of(quantities).stream()
            .map(quantity -> readings.of(quantity).orElseThrow())
            .max(Comparator.comparingDouble(Spread::percent));
    double percent = widest.orElseThrow().percent();
    String noisy = widest.orElseThrow().noisy() ? ", too noisy to trust" : "";
    return String.format(Locale.ROOT, "spread %.0f %%%s", percent, noisy);
  }

  /** As precise as picoseconds are, and no more than makes sense. */
  static String text(String key, double value) {
    boolean rate = key.endsWith("_ps_per_byte");
    boolean whole = rate || key.endsWith("_ps");
    double shown = rate ? Math.max(LEAST_RATE, value) : value;
    return BigDecimal.valueOf(shown)
        .setScale(whole ? 0 : 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
