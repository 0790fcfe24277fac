package org.portbench.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.portbench.harness.measure.LatencyRecorder;

/** Noting a latency. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecorderBenchmark {
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final long PS_PER_NS = 1000;

  @Param("portbench")
  public String recorder;

  private final Hold.Delays delays = new Hold.Delays();
  private Recording recording;

  private interface Recording {
    void note(int latencyNs);
  }

  @Setup
  public void setUp() {
    LatencyRecorder ours = new LatencyRecorder();
    Histogram plain = new Histogram(SIGNIFICANT_DIGITS);
    recording =
        recorder.equals("portbench")
            ? latencyNs -> ours.record(0, latencyNs * PS_PER_NS)
            : latencyNs -> plain.recordValue(latencyNs);
  }

  @Benchmark
  public void record() {
    recording.note(delays.next());
  }
}
