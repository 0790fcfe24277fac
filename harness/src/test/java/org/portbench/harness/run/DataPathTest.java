package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.workload.Operation;
import org.portbench.reports.ComparisonReport;
import org.portbench.results.Latency;
import org.portbench.results.PayloadSummary;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;
import org.portbench.results.store.Asked;
import org.portbench.results.store.ResultStore;
import org.portbench.strategies.Strategies;

/**
 * One read of 4 KiB, by reference to its VM object, from a client through a file system in a task
 * of its own to a flash drive and back: all ten steps of the data path, each charge worked out by
 * hand from {@link PrimeMachine}'s prices. Metadata are in memory; client and file system have a
 * CPU each, and both sleep at the start.
 */
class DataPathTest {
  private static final long PAGE_BYTES = 4096;
  private static final Cell CELL = Recording.cell("vm-object", Operation.Kind.READ);

  private static final List<String> PATH =
      List.of(
          // 1, what is asked, and when: the next operation, at once; an idle CPU takes 503 to run.
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",

          // 2, who asks: 503 + 6007 = 6510. Its buffer is mapped and stays so.
          "at 6510 client asks",

          // 4, the first crossing: the kernel finds the object behind the buffer's address and
          // takes
          // a reference for the message, whose 64 bytes are copied at 2 ps each.
          "at 6510 client sends the request",
          "MAP MAP_LOOKUP 1 9001",
          "MAP OBJECT_REFERENCE 1 10007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_SEND 1 2003",
          "COPY HEADER_BYTES 64 128",
          // The receiver sleeps on an idle CPU: put in its run queue, which an interrupt tells it
          // (401) before it comes out of idle (503).
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",

          // 3, what it passes through: 6510 + 9001 + 10007 + 1009 + 2003 + 128 = 28658 to the end
          // of
          // the send, + 8009 + 211 + 904 + 6007 = 43789. The reference gets a handle.
          "at 43789 file system receives the request",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_RECEIVE 1 3001",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING HANDLE_INSERT 1 4001",
          "METADATA LAYER_WORK 1 14009",
          // The inode, then the indirect block that it names: 64 bytes of each at 1 ps, in its
          // cache.
          "METADATA BLOCK_LOOKUP 1 15013",
          "METADATA TOUCH_BYTES 64 64",
          "METADATA BLOCK_LOOKUP 1 15013",
          "METADATA TOUCH_BYTES 64 64",

          // 4, the second crossing, into the kernel: 43789 + 1009 + 3001 + 128 + 4001 + 14009
          // + 2 * (15013 + 64) = 96091. The handle is looked up and referenced once more.
          "at 96091 file system sends the request",
          "MESSAGING HANDLE_LOOKUP 1 5003",
          "MAP OBJECT_REFERENCE 1 10007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_KERNEL_CALL 1 2003",
          "COPY HEADER_BYTES 64 128",

          // 5, who talks to the device, in the file system's thread: 96091 + 5003 + 10007 + 1009
          // + 2003 + 128 = 114241. The object's page is found, held, shown to the device, listed.
          "at 114241 driver submits to the device",
          "DRIVER DRIVER_SUBMIT 1 17011",
          "MAP PAGE_LOOKUP 1 11003",
          "PIN PAGE_HOLD 1 12007",
          "IOMMU IOMMU_MAP_PAGE 1 29",
          "DRIVER SCATTER_GATHER_ENTRY 1 16001",
          "DRIVER DOORBELL 1 37",

          // 6, what the device does: 114241 + 17011 + 11003 + 12007 + 29 + 16001 + 37 = 170329.
          "at 170329 device: fetches descriptors",
          "DMA DESCRIPTOR 1 41",
          // 100003 to the first byte, 4096 at 13 ps each.
          "at 170370 device: reads the medium",
          "DEVICE MEDIUM 1 153251",
          // The drive reads a block before it sends it: 4096 at 11 ps on the link, 2 on the bus.
          "at 323621 device: moves data over link and memory bus",
          "DMA TRANSFER 1 45056",

          // 7, how it says it is done: 323621 + 45056 = 368677, the CPU has gone idle meanwhile.
          "IDLE IDLE_EXIT 1 503",
          "at 369180 cpu1: interrupt",
          "INTERRUPT INTERRUPT 1 20011",
          "WAKEUP WAKE_UP 1 8009",
          "SWITCH THREAD_SWITCH 1 6007",
          // 369180 + 20011 + 8009 + 6007 = 403207. A strict IOMMU invalidates for each transfer.
          "at 403207 driver completes",
          "DRIVER DRIVER_COMPLETE 1 18013",
          "IOMMU IOMMU_UNMAP_PAGE 1 31",
          "IOMMU IOMMU_INVALIDATE 1 701",
          "PIN PAGE_UNHOLD 1 13001",

          // 5 to 3, the way back: 403207 + 18013 + 31 + 701 + 13001 = 434953. The kernel's
          // reference
          // is dropped; the reply carries none, the data is where the client wants it.
          "at 434953 driver replies",
          "MESSAGING LIGHT_SEND 1 2003",
          "MAP OBJECT_REFERENCE 1 10007",
          "at 446963 file system receives the reply",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_RECEIVE 1 3001",
          "COPY HEADER_BYTES 64 128",
          // 3 to 2: 446963 + 1009 + 3001 + 128 = 451101. The file system's handle goes.
          "at 451101 file system replies",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_SEND 1 2003",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING HANDLE_LOOKUP 1 5003",
          "MAP OBJECT_REFERENCE 1 10007",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",

          // 2, the client reads what arrived, 4096 at 5 ps: DMA has left it in memory alone.
          // 451101 + 1009 + 2003 + 128 + 5003 + 10007 + 8009 + 211 + 904 + 6007 = 484382.
          "at 484382 client receives the reply",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_RECEIVE 1 3001",
          "COPY HEADER_BYTES 64 128",
          "TOUCH TOUCH_BYTES 4096 20480");

  /** 484382 + 1009 + 3001 + 128 + 20480. */
  private static final long END_PS = 509_000;

  private static final Map<Category, Long> TOTALS_PS =
      Map.ofEntries(
          Map.entry(Category.TRAP, 6 * 1009L),
          Map.entry(Category.COPY, 6 * 128L),
          Map.entry(Category.MAP, 9001L + 4 * 10_007 + 11_003),
          Map.entry(Category.SWITCH, 4 * 6007L),
          Map.entry(Category.WAKEUP, 3 * 8009L + 2 * 211),
          Map.entry(Category.IDLE, 2 * 904L + 2 * 503),
          Map.entry(Category.MESSAGING, 4 * 2003L + 3 * 3001 + 4001 + 2 * 5003),
          Map.entry(Category.PIN, 12_007L + 13_001),
          Map.entry(Category.IOMMU, 29L + 31 + 701),
          Map.entry(Category.TOUCH, 20_480L),
          Map.entry(Category.METADATA, 14_009L + 2 * (15_013 + 64)),
          Map.entry(Category.DRIVER, 17_011L + 16_001 + 37 + 18_013),
          Map.entry(Category.INTERRUPT, 20_011L),
          Map.entry(Category.DMA, 41L + 45_056),
          Map.entry(Category.DEVICE, 153_251L));

  private static final Map<Counter, Long> COUNTERS =
      Map.ofEntries(
          Map.entry(Counter.BYTES_TOUCHED, PAGE_BYTES + 2 * 64),
          Map.entry(Counter.SYSTEM_CALLS, 6L),
          Map.entry(Counter.CONTEXT_SWITCHES, 4L),
          Map.entry(Counter.WAKE_UPS, 3L),
          Map.entry(Counter.PAGES_PINNED, 1L),
          Map.entry(Counter.MESSAGES, 4L),
          Map.entry(Counter.IOMMU_MAPPINGS, 1L),
          Map.entry(Counter.DMA_DESCRIPTORS, 1L),
          Map.entry(Counter.DMA_BYTES, PAGE_BYTES),
          Map.entry(Counter.INTERRUPTS, 1L),
          Map.entry(Counter.PORT_BYTES, 112L),
          Map.entry(Counter.RIGHT_BYTES, 16L),
          Map.entry(Counter.MESSAGE_BYTES, 64L));

  private final Strategies known = new Strategies(getClass().getClassLoader());

  @Test
  void everyStep_isTakenAtItsTimeForItsPrice() {
    Rig rig = new Rig(CELL, known.create("vm-object"));
    Recording recorded = Recording.ofSecondOperation(rig);

    assertEquals(String.join("\n", PATH), recorded.text());
    assertEquals(END_PS, recorded.sinceStartPs());
    assertEquals(COUNTERS, recorded.counters());
    // 8, what is noted: from 503, when the client's segment began, to the end; the bytes are right.
    assertEquals(508, rig.tally().latencies().histogram().getMaxValue());
    assertEquals(PAGE_BYTES, rig.tally().payload().checkedBytes());
    assertEquals(Optional.empty(), rig.tally().payload().firstMismatch());
    assertEquals("", rig.close());
  }

  /** 9, what is kept, and 10, what is shown. */
  @Test
  void theResult_saysTheSame_andSoDoesWhatIsKeptAndShown(@TempDir Path directory)
      throws IOException {
    TrialResult result = new Trial(CELL, known.create("vm-object")).run();
    assertEquals(Status.PASSED, result.status());
    assertEquals(1, result.operations());
    assertEquals(END_PS, result.elapsedPs());
    TOTALS_PS.forEach((category, ps) -> assertEquals(ps, result.totalsPs().get(name(category))));
    assertEquals(END_PS, result.totalsPs().values().stream().mapToLong(ps -> ps).sum());
    // 509000 - 45097 of DMA - 153251 of the device - 2814 of coming out of idle = 307838.
    assertEquals(308, result.cpuNsPerOperation());
    assertEquals(60, result.breakdownNs().get("map"), "60032 ps");
    OptionalLong none = OptionalLong.empty();
    assertEquals(new Latency(1, 508, 508, none, none, none, none, none, 508), result.latencyNs());
    assertEquals(new Throughput(1_964_636, 8_047_151_277L), result.throughput());
    assertEquals(new PayloadSummary(PAGE_BYTES, 0), result.payload());

    RunResult run = run(result);
    try (ResultStore store =
        ResultStore.create(directory.resolve("run"), run, new Asked(List.of("run"), ""))) {
      store.keep(result);
      store.finish(run);
    }
    assertEquals(result, ResultStore.open(directory.resolve("run")).cells().getFirst());

    ComparisonReport.write(run, directory.resolve("run"));
    String report = Files.readString(directory.resolve("run").resolve("report.md"));
    assertTrue(report.contains("308 ns"), report);
  }

  private static RunResult run(TrialResult result) {
    return new RunResult(
        "one-read",
        1,
        true,
        Collections.emptySortedMap(),
        List.of(result),
        List.of(),
        List.of(),
        List.of());
  }

  private static String name(Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }
}
