package org.portbench.harness.linux.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.domain.WarmUp;
import org.portbench.harness.linux.sys.OnLinux;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;

/**
 * Every way on a small grid, through real processes: what arrives is what was sent, and nothing is
 * left open.
 */
@OnLinux
final class WaysTest {
  private static final int REQUESTS = 20;

  @TempDir static Path directory;

  private static Bench bench;

  @BeforeAll
  static void open() {
    bench = new Bench(directory, Placement.ALTERNATING);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void writesArriveWhole(WayKind way) {
    for (Transport transport : Transport.values()) {
      Repetition done = run(Small.of(way).over(transport));
      assertEquals((long) REQUESTS * 4096, done.checkedBytes(), transport.word());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void readsArriveWhole(WayKind way) {
    for (Transport transport : Transport.values()) {
      Repetition done = run(Small.of(way).over(transport).asking("randread-4k"));
      assertEquals((long) REQUESTS * 4096, done.checkedBytes(), transport.word());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void whatIsWrittenIsInTheFileAndWhatIsReadIsFromIt(WayKind way) {
    Small small = Small.of(way).to(DeviceKind.FILE).asking("mixed-70-30").sized(8192);
    Repetition done = run(small);
    assertEquals((long) REQUESTS * 8192, done.checkedBytes());
    run(small.asking("randwrite-4k").over(Transport.RING).sized(64 << 10));
    run(small.asking("randread-4k").over(Transport.RING).sized(64 << 10));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void layersSeeWhatPasses(WayKind way) {
    for (String workload : new String[] {"randwrite-4k", "randread-4k"}) {
      Small all = Small.of(way).asking(workload).through(2).touching(Look.ALL);
      assertEquals(3L * REQUESTS * 4096, run(all).checkedBytes(), workload);
      Small header = all.to(DeviceKind.SINK_HEADER).touching(Look.HEADER).over(Transport.RING);
      assertEquals(3L * REQUESTS * Long.BYTES, run(header).checkedBytes(), workload);
    }
  }

  /** The rest of what such a device returns is whatever was there. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void ofWhatASinkReturnsOnlyItsHeaderIsCompared(WayKind way) {
    Small small = Small.of(way).asking("randread-4k").touching(Look.ALL);
    Repetition done = run(small.to(DeviceKind.SINK_HEADER));
    assertEquals(2L * REQUESTS * Long.BYTES, done.checkedBytes());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void manyRequestsAreUnderWayAtOnce(WayKind way) {
    for (Transport transport : Transport.values()) {
      Small small = Small.of(way).over(transport).deep(8).sized(128 << 10);
      assertEquals((long) REQUESTS * (128 << 10), run(small).checkedBytes());
      run(small.asking("randread-4k").to(DeviceKind.FILE));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NULL")
  void theSmallestAndTheLargestRequestsPass(WayKind way) {
    Repetition small = run(Small.of(way).sized(512).through(0));
    assertEquals((long) REQUESTS * 512, small.checkedBytes());
    Repetition large = bench.run(Small.of(way).sized(16 << 20).through(0).cell(), WarmUp.NONE, 2);
    assertEquals(2L * (16 << 20), large.checkedBytes());
  }

  @Test
  void theFloorPassesRequestsAndNoData() {
    Repetition done = run(Small.of(WayKind.NULL).to(DeviceKind.FILE));
    assertEquals(0, done.checkedBytes());
    assertEquals(REQUESTS, done.latencies().getTotalCount());
  }

  @Test
  void aFileThatCannotBeMadeIsSaid() {
    try (Bench nowhere = new Bench(directory.resolve("none"), Placement.ONE_CPU)) {
      RefusedException e =
          assertThrows(
              RefusedException.class,
              () -> nowhere.run(Small.of(WayKind.FD).to(DeviceKind.FILE).cell(), WarmUp.NONE, 1));
      assertTrue(e.getMessage().contains("O_DIRECT"), e.getMessage());
      assertEquals(
          1, nowhere.run(Small.of(WayKind.FD).cell(), WarmUp.NONE, 1).latencies().getTotalCount());
    }
  }

  private static Repetition run(Small small) {
    try {
      Repetition done = bench.run(small.cell(), WarmUp.NONE, REQUESTS);
      assertEquals(0, done.mismatches(), small.toString());
      assertEquals(REQUESTS, done.latencies().getTotalCount());
      return done;
    } catch (RefusedException e) {
      if (small.device() == DeviceKind.FILE && small.bytes() > 4096) {
        return abort(e.getMessage());
      }
      throw e;
    }
  }
}
