package org.portbench.results;

import java.util.List;

/**
 * How a run's claims were tested against the estimates of its machines.
 *
 * @param form of the cells that were run again, in words
 * @param tried estimates that were halved and doubled
 * @param of so many; more than tried where the study was interrupted
 * @param skipped what was not tried, or changed no cell, and why
 */
public record EstimateStudy(String form, long tried, long of, List<Skipped> skipped) {

  /** An estimate that was left out. */
  public record Skipped(String machine, String key, String value, String reason) {}

  public EstimateStudy {
    skipped = List.copyOf(skipped);
  }
}
