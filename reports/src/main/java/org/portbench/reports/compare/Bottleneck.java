package org.portbench.reports.compare;

import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import org.portbench.results.TrialResult;

/**
 * Whether the device decides how fast a comparison runs. Two things must hold: device and DMA are
 * at work for at least half of the measured time with every strategy, and the strategies' I/O rates
 * lie within a tenth of each other ({@code null}, which no system could be, left out). Then
 * throughput says nothing about the strategies, and CPU time does.
 *
 * @param deviceShare least time of device and DMA over elapsed time; above 1 where channels overlap
 * @param rateSpread highest I/O rate over lowest
 */
public record Bottleneck(double deviceShare, double rateSpread) {
  private static final double DEVICE_SHARE_NEEDED = 0.5;
  private static final double SPREAD_ALLOWED = 1.10;

  public static Bottleneck of(Comparison comparison) {
    DoubleSummaryStatistics rates = over(comparison, cell -> cell.throughput().iops());
    DoubleSummaryStatistics shares = over(comparison, Bottleneck::deviceShare);
    return rates.getCount() == 0
        ? new Bottleneck(0, 1)
        : new Bottleneck(shares.getMin(), rates.getMax() / Math.max(1, rates.getMin()));
  }

  public boolean isDevice() {
    return deviceShare >= DEVICE_SHARE_NEEDED && rateSpread <= SPREAD_ALLOWED;
  }

  private static DoubleSummaryStatistics over(
      Comparison comparison, ToDoubleFunction<TrialResult> value) {
    return comparison
        .passed()
        .filter(cell -> !cell.identity().strategy().equals(Strategies.FLOOR))
        .mapToDouble(value)
        .summaryStatistics();
  }

  private static double deviceShare(TrialResult cell) {
    long busyPs =
        cell.totalsPs().getOrDefault("device", 0L) + cell.totalsPs().getOrDefault("dma", 0L);
    return cell.elapsedPs() == 0 ? 0 : (double) busyPs / cell.elapsedPs();
  }
}
