package org.portbench.results.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A cell of both tiers.
 *
 * @param predictedNs latency by the model; none where it failed
 * @param predictedCpuNs CPU time for an operation, by the model
 * @param measured none where the kernel does not allow it, or it failed
 * @param why something is missing; otherwise empty
 */
public record ComparedCell(
    Spot spot,
    String strategy,
    long sizeBytes,
    Optional<Long> predictedNs,
    Optional<Long> predictedCpuNs,
    Optional<Measured> measured,
    String why) {

  /** Whether there is something to compare. */
  public boolean compared() {
    return predictedNs.isPresent() && measured.isPresent();
  }

  /** How much more the model says than was measured. */
  public Optional<BigDecimal> errorPercent() {
    return compared()
        ? Optional.of(percent(predictedNs.get(), measured.get().ns()))
        : Optional.empty();
  }

  /** The same of CPU time. */
  public Optional<BigDecimal> cpuErrorPercent() {
    return compared() && predictedCpuNs.isPresent() && measured.get().cpuNs() > 0
        ? Optional.of(percent(predictedCpuNs.get(), measured.get().cpuNs()))
        : Optional.empty();
  }

  private static BigDecimal percent(long predicted, long measured) {
    return BigDecimal.valueOf(predicted - measured)
        .scaleByPowerOfTen(2)
        .divide(BigDecimal.valueOf(Math.max(1, measured)), 2, RoundingMode.HALF_UP);
  }
}
