package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.ArrivalProcess;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.Pace;
import org.portbench.results.Latency;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/** Open loops at one server whose service is constant: M/D/1, and what happens beyond it. */
class QueueingTest {
  private static final long SERVICE_PS = 100_000_000;
  private static final double SERVICES_PER_SECOND = 1e12 / SERVICE_PS;
  private static final long ARRIVALS = 200_000;
  private static final long SEED = 20030716;

  @ParameterizedTest(name = "load {0}, queue depth {1}")
  @CsvSource({"0.5, 1024", "0.8, 1024", "0.8, 1"})
  void meanWait_isThatOfPollaczekAndKhinchin(double load, int queueDepth) {
    TrialResult result = run(poisson(load), queueDepth, ARRIVALS, SEED);

    assertEquals(ARRIVALS, result.operations());
    assertEquals(ARRIVALS * SERVICE_PS, result.totalsPs().get("device"));
    double theoryPs = load / (2 * (1 - load)) * SERVICE_PS;
    double waitPs = result.totalsPs().get("queueing") / (double) ARRIVALS;
    assertEquals(theoryPs, waitPs, 0.03 * theoryPs, "wait as the device says, seed " + SEED);
    double latencyPs = result.latencyNs().mean() * 1000.0;
    assertEquals(
        theoryPs, latencyPs - SERVICE_PS, 0.03 * theoryPs, "as the client sees it, seed " + SEED);
    assertFalse(result.saturated());
  }

  @Test
  void sameSeed_givesTheSameWaits_anotherOthers() {
    TrialResult once = run(poisson(0.8), 1, 1000, SEED);
    assertEquals(once, run(poisson(0.8), 1, 1000, SEED));
    TrialResult other = run(poisson(0.8), 1, 1000, SEED + 1);
    assertFalse(once.totalsPs().equals(other.totalsPs()));
  }

  @Test
  void evenlySpacedArrivals_neverWaitForAServerThatKeepsUp() {
    TrialResult result =
        run(new ArrivalProcess.Constant(0.99 * SERVICES_PER_SECOND), 1, 5000, SEED);
    assertEquals(0, result.totalsPs().get("queueing"));
    assertFalse(result.saturated());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1, 1.5, 20})
  void overloadedOpenLoop_isSaturatedAndShowsNoPercentile(double load) {
    TrialResult result = run(poisson(load), 1024, 20_000, SEED);
    assertTrue(result.passed());
    assertTrue(result.saturated());
    assertEquals("saturated: the backlog grows, percentiles mean nothing", result.reason());
    Latency latency = result.latencyNs();
    assertTrue(latency.count() > 0);
    for (OptionalLong percentile : percentiles(latency)) {
      assertTrue(percentile.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void openLoopThatIsKeptUpWith_isNotSaturated(double load) {
    TrialResult result = run(poisson(load), 1024, 20_000, SEED);
    assertFalse(result.saturated());
    assertEquals("", result.reason());
    assertTrue(result.latencyNs().p99().isPresent());
  }

  private static OptionalLong[] percentiles(Latency latency) {
    return new OptionalLong[] {
      latency.p50(), latency.p90(), latency.p99(), latency.p99_9(), latency.p99_99()
    };
  }

  private static ArrivalProcess poisson(double load) {
    return new ArrivalProcess.Poisson(load * SERVICES_PER_SECOND);
  }

  private static TrialResult run(
      ArrivalProcess arrivals, int queueDepth, long operations, long seed) {
    SmallLoad load =
        new SmallLoad(Operation.Kind.READ, OneServer.PAGE_BYTES, new Pace.OpenLoop(arrivals));
    Cell cell =
        new Cell(
            OneServer.machine(SERVICE_PS, queueDepth),
            StackSpec.user(0, Touch.NOTHING),
            load.workload(),
            "null",
            seed,
            operations);
    Strategies known = new Strategies(QueueingTest.class.getClassLoader());
    return new Trial(cell, known.create("null")).run();
  }
}
