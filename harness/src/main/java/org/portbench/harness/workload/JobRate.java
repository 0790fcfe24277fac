package org.portbench.harness.workload;

import java.util.List;
import java.util.Optional;

/** The arrivals that {@code rate_iops} and {@code rate_process} ask for. */
final class JobRate {
  private static final int MOST_PER_SECOND = 1_000_000_000;

  private final Access access;
  private final OptionValue rates;
  private final boolean poisson;

  private JobRate(OptionValue rates, Access access, boolean poisson) {
    this.rates = rates;
    this.access = access;
    this.poisson = poisson;
    rates.split(',').stream()
        .filter(rate -> !rate.text().isEmpty())
        .forEach(rate -> rate.integer(1, MOST_PER_SECOND));
  }

  static Optional<JobRate> of(JobSettings settings, Access access) {
    boolean poisson = settings.value("rate_process").map(JobRate::poisson).orElse(false);
    return settings.value("rate_iops").map(rates -> new JobRate(rates, access, poisson));
  }

  private static boolean poisson(OptionValue process) {
    return switch (process.text()) {
      case "linear" -> false;
      case "poisson" -> true;
      default -> throw process.error("write linear or poisson");
    };
  }

  ArrivalProcess arrivals() {
    double perSecond = (access.reads() ? reads() : 0) + (access.writes() ? writes() : 0);
    return poisson ? new ArrivalProcess.Poisson(perSecond) : new ArrivalProcess.Constant(perSecond);
  }

  /** Each direction keeps its own rate, so the rates are also the mix. */
  double readShare() {
    return (double) reads() / (reads() + writes());
  }

  int reads() {
    return of(0);
  }

  int writes() {
    return of(1);
  }

  private int of(int direction) {
    List<OptionValue> directions = rates.split(',');
    OptionValue rate = directions.get(Math.min(direction, directions.size() - 1));
    if (rate.text().isEmpty()) {
      throw rates.error("one direction has no rate; an open loop needs a rate for each");
    }
    return rate.integer(1, MOST_PER_SECOND);
  }
}
