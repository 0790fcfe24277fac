package org.portbench.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.portbench.results.CellIdentity;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Influence;
import org.portbench.results.Latency;
import org.portbench.results.MachineNumber;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Robustness;
import org.portbench.results.RunResult;
import org.portbench.results.Sensitivity;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;
import org.portbench.results.Verdict;

/** A run as a report may get it, made of plausible numbers instead of a simulation. */
public final class SyntheticRun {
  public static final List<String> FIVE = List.of("null", "direct", "copy", "mach-3", "vm-object");
  public static final List<String> ELEVEN =
      List.of(
          "null",
          "direct",
          "copy",
          "user-iovec",
          "mach-2",
          "mach-3",
          "mach-xnu",
          "fd",
          "vm-object",
          "registered",
          "fbufs");

  /** Per strategy: nanoseconds per message, per page and per byte on the older machine. */
  private static final Map<String, long[]> COSTS =
      Map.ofEntries(
          Map.entry("null", new long[] {2_000, 0, 0}),
          Map.entry("direct", new long[] {9_000, 350, 0}),
          Map.entry("copy", new long[] {15_000, 300, 2}),
          Map.entry("user-iovec", new long[] {14_500, 1_400, 0}),
          Map.entry("mach-2", new long[] {34_000, 3_900, 0}),
          Map.entry("mach-3", new long[] {27_000, 2_600, 0}),
          Map.entry("mach-xnu", new long[] {24_000, 2_900, 0}),
          Map.entry("fd", new long[] {16_500, 700, 0}),
          Map.entry("vm-object", new long[] {15_500, 420, 0}),
          Map.entry("registered", new long[] {14_000, 20, 0}),
          Map.entry("fbufs", new long[] {15_800, 60, 0}));

  /**
   * A workload: its name, bytes per operation (0 where they vary) and the device's time for one.
   */
  public record Load(String name, long sizeBytes, long deviceNs) {}

  public static final List<Load> FIVE_LOADS =
      List.of(
          new Load("randread-4k", 4096, 8_000_000),
          new Load("randread-16k", 16_384, 8_200_000),
          new Load("randread-64k", 65_536, 9_000_000),
          new Load("mixed-70-30", 8192, 60_000),
          new Load("mailboxes.iolog", 0, 40_000));

  private SyntheticRun() {}

  /** Two machines, five strategies, five workloads; one cell failed, one skipped, one saturated. */
  public static RunResult usual() {
    List<TrialResult> cells = new ArrayList<>();
    for (String machine : List.of("pc-2003", "server-2024")) {
      for (Load load : FIVE_LOADS) {
        for (String strategy : FIVE) {
          cells.add(troubled(cell(machine, load, strategy)));
        }
      }
    }
    return run(cells);
  }

  private static TrialResult troubled(TrialResult cell) {
    return switch (cell.identity().machine()
        + " "
        + cell.identity().workload()
        + " "
        + cell.identity().strategy()) {
      case "server-2024 mixed-70-30 mach-3" ->
          ended(cell, Status.FAILED, "payload mismatch at byte 4096 of operation 17");
      case "server-2024 mailboxes.iolog vm-object" ->
          ended(cell, Status.SKIPPED, "interrupted before it began");
      case "pc-2003 mailboxes.iolog copy" -> saturated(cell);
      default -> cell;
    };
  }

  public static RunResult run(List<TrialResult> cells) {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("commandLine", "./harness/portbench run dillon-2003 --seed 1");
    environment.put("javaVersion", "25.0.1");
    environment.put("started", "2003-07-16T12:00:00Z");
    return new RunResult(
        "dillon-2003", 1, true, environment, cells, numbers(), notes(), verdicts());
  }

  private static List<String> notes() {
    return List.of(
        "mailboxes.iolog: 3 operations have odd lengths and are replayed as they are",
        "mixed.fio:2: ioengine only tells fio how to run on a host and is ignored");
  }

  private static List<MachineNumber> numbers() {
    return List.of(
        new MachineNumber("server-2024", MachineNumber.YEAR, "2024", "derived", "a server"),
        new MachineNumber("pc-2003", MachineNumber.YEAR, "2003", "derived", "a PC"),
        new MachineNumber("old-1990", MachineNumber.YEAR, "1990", "derived", "a workstation"),
        new MachineNumber("pc-2003", "cpu.count", "2", "recalled", "a common dual-processor PC"),
        new MachineNumber(
            "pc-2003", "cpu.system_call_ns", "430", "verified", "lmbench tables of the time"),
        new MachineNumber(
            "pc-2003", "bus.copy_cold_ps_per_byte", "1250", "estimate", "STREAM copy, halved"),
        new MachineNumber(
            "server-2024", "cpu.system_call_ns", "95", "secondary", "published getpid loops"),
        new MachineNumber(
            "server-2024", "iommu.map_ns", "180", "derived", "from an IOTLB flush and a PTE"));
  }

  /**
   * One estimate flips, one moves the limits, one moves the figure alone; in this order of size.
   */
  private static Sensitivity sensitivity() {
    return new Sensitivity(
        "",
        "CPU time per I/O of vm-object against that of direct",
        new TreeMap<>(Map.of("pc-2003", 1600L, "server-2024", 2000L)),
        List.of(
            influence("pc-2003", "cpu.instruction_ps", 1590, 1610, Verdict.HOLDS_WITHIN_LIMITS, ""),
            influence("pc-2003", "interrupts.entry_ns", 1700, 1500, Verdict.DOES_NOT_HOLD, "a"),
            influence(
                "server-2024",
                "primitive.mach_send_ns",
                1900,
                2050,
                Verdict.HOLDS_WITHIN_LIMITS,
                "a")));
  }

  private static Influence influence(
      String machine, String key, long half, long twice, Verdict withHalf, String lost) {
    return new Influence(
        machine,
        key,
        "100",
        Optional.of(
            new Influence.Change(
                "50",
                withHalf,
                List.of(),
                lost.isEmpty() ? List.of() : List.of(lost),
                OptionalLong.of(half))),
        Optional.of(
            new Influence.Change(
                "200", Verdict.HOLDS_WITHIN_LIMITS, List.of(), List.of(), OptionalLong.of(twice))));
  }

  private static List<ClaimVerdict> verdicts() {
    return List.of(
        new ClaimVerdict(
            "D1",
            "Matt Dillon",
            "Mach messages are heavy-weight.",
            "Mach messages are heavy-weight",
            Verdict.HOLDS,
            Robustness.SURVIVES,
            Sensitivity.NONE,
            "CPU time per operation",
            "at least 150 % of vm-object",
            List.of("on pc-2003 everywhere"),
            "On pc-2003 mach-3 takes ×1.74 to ×1.90 the CPU time of vm-object.",
            List.of("met on pc-2003: randread-4k, mixed-70-30"),
            "",
            List.of()),
        new ClaimVerdict(
            "D7",
            "Matt Dillon",
            "File data then never is mapped, so a user-space VFS stack is almost as efficient.",
            "a user-space VFS stack comes within 10 % of an in-kernel one",
            Verdict.HOLDS_WITHIN_LIMITS,
            Robustness.FLIPS,
            sensitivity(),
            "CPU time per operation",
            "at most 110 % of direct",
            List.of("on pc-2003 for requests of 64 KiB and more", "on server-2024 nowhere"),
            "On pc-2003 vm-object takes ×1.52 to ×1.71 the CPU time of direct.",
            List.of("met in 3 of 10 settings", "met on pc-2003: randread-64k"),
            "",
            List.of()),
        new ClaimVerdict(
            "D3",
            "Matt Dillon",
            "It presumes fairly expensive memory-mapping operations",
            "it presumes expensive mapping",
            Verdict.DOES_NOT_HOLD,
            Robustness.NOT_TESTED_YET,
            Sensitivity.NONE,
            "map and fault time",
            "at least 50 % of CPU time",
            List.of(),
            "On pc-2003 mapping is 3.1 % of the CPU time.",
            List.of(),
            "",
            List.of()),
        new ClaimVerdict(
            "D8",
            "Matt Dillon",
            "Practically no intermediate VFS layer touches the data",
            "practically no layer touches data",
            Verdict.NOT_DECIDED,
            Robustness.NOT_TESTED_YET,
            Sensitivity.NONE,
            "an input",
            "none",
            List.of(),
            "An input of the model, not a result.",
            List.of(),
            "",
            List.of()));
  }

  public static TrialResult cell(String machine, Load load, String strategy) {
    boolean modern = machine.equals("server-2024");
    long bytesEach = load.sizeBytes() == 0 ? 2_900 : load.sizeBytes();
    long pages = Math.max(1, bytesEach / 4096);
    long[] cost = COSTS.getOrDefault(strategy, new long[] {20_000, 1_000, 1});
    long divisor = modern ? 8 : 1;
    SortedMap<String, Long> perOperation = new TreeMap<>();
    perOperation.put("messaging", cost[0] / 4 / divisor);
    perOperation.put("trap", cost[0] / 8 / divisor);
    perOperation.put("switch", cost[0] / 8 / divisor);
    perOperation.put("wakeup", cost[0] / 16 / divisor);
    perOperation.put("interrupt", cost[0] / 4 / divisor);
    perOperation.put("driver", cost[0] / 8 / divisor);
    perOperation.put("metadata", cost[0] / 16 / divisor);
    perOperation.put("map", cost[1] * pages / 3 / divisor);
    perOperation.put("fault", cost[1] * pages / 3 / divisor);
    perOperation.put("tlb", cost[1] * pages / 6 / divisor);
    perOperation.put("pin", cost[1] * pages / 6 / divisor);
    perOperation.put("copy", cost[2] * bytesEach / divisor);
    perOperation.values().removeIf(ns -> ns == 0);
    long cpuNs = perOperation.values().stream().mapToLong(Long::longValue).sum();
    long deviceNs = modern ? load.deviceNs() / 50 : load.deviceNs();
    perOperation.put("device", deviceNs);
    perOperation.put("dma", bytesEach / 4);
    perOperation.put("queueing", 700L);
    long eachNs = cpuNs + deviceNs + bytesEach / 4 + 700;
    long operations = 20_000;
    SortedMap<String, Long> totals = new TreeMap<>();
    perOperation.forEach((name, ns) -> totals.put(name, ns * 1000 * operations));
    SortedMap<String, Long> counters = new TreeMap<>();
    counters.put("bytesCopied", cost[2] > 0 ? bytesEach * 2 * operations : 0L);
    counters.put("softFaults", strategy.startsWith("mach") ? pages * operations : 0L);
    counters.put("cowFaults", strategy.equals("mach-2") ? operations / 3 : 0L);
    counters.put("tlbShootdowns", strategy.startsWith("mach") ? operations * 2 : 0L);
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("queueDepth", "1");
    if (load.sizeBytes() > 0) {
      parameters.put("sizeBytes", Long.toString(load.sizeBytes()));
    }
    Histogram histogram = latencies(eachNs, operations, machine + load.name() + strategy);
    return new TrialResult(
        new CellIdentity(
            "model", machine, "ufs in user space", load.name(), strategy, 1, operations),
        parameters,
        "digest",
        Status.PASSED,
        "",
        false,
        operations,
        0,
        bytesEach * operations,
        eachNs * 1000 * operations,
        Latency.of(histogram),
        new Throughput(1_000_000_000 / eachNs, bytesEach * 1_000_000_000 / eachNs),
        cpuNs,
        totals,
        perOperation,
        counters,
        new PayloadSummary(bytesEach * operations, 0),
        histogram);
  }

  private static Histogram latencies(long typicalNs, long count, String name) {
    Histogram histogram = new Histogram(3);
    SplittableRandom random = new SplittableRandom(name.length());
    for (long i = 0; i < count; i++) {
      double slow = StrictMath.pow(random.nextDouble(), 12) * 6;
      histogram.recordValue((long) (typicalNs * (0.8 + 0.4 * random.nextDouble() + slow)));
    }
    return histogram;
  }

  public static TrialResult ended(TrialResult cell, Status status, String reason) {
    Histogram none = new Histogram(3);
    return copy(cell, status, reason, false, Latency.of(none), none);
  }

  public static TrialResult saturated(TrialResult cell) {
    return copy(
        cell,
        Status.PASSED,
        "saturated: the backlog grew",
        true,
        cell.latencyNs().withoutPercentiles(),
        cell.latencies());
  }

  /** The same cell as if it had cost nothing and taken no time. */
  public static TrialResult free(TrialResult cell) {
    Histogram none = new Histogram(3);
    none.recordValueWithCount(0, cell.operations());
    SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
    parameters.putIfAbsent("sizeBytes", "0");
    return new TrialResult(
        cell.identity(),
        parameters,
        cell.contentDigest(),
        cell.status(),
        cell.reason(),
        cell.saturated(),
        cell.operations(),
        cell.syncs(),
        cell.bytes(),
        0,
        Latency.of(none),
        new Throughput(0, 0),
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        cell.payload(),
        none);
  }

  /**
   * The same cell with a knob turned: another stack, and a number of nanoseconds more of some work.
   */
  public static TrialResult turned(
      TrialResult cell, String key, String value, String category, long moreNs) {
    SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
    parameters.put(key, value);
    SortedMap<String, Long> breakdown = new TreeMap<>(cell.breakdownNs());
    breakdown.merge(category, moreNs, Long::sum);
    CellIdentity old = cell.identity();
    return new TrialResult(
        new CellIdentity(
            old.tier(),
            old.machine(),
            old.stack() + "-" + key + "-" + value,
            old.workload(),
            old.strategy(),
            old.seed(),
            old.operations()),
        parameters,
        cell.contentDigest(),
        cell.status(),
        cell.reason(),
        cell.saturated(),
        cell.operations(),
        cell.syncs(),
        cell.bytes(),
        cell.elapsedPs(),
        cell.latencyNs(),
        cell.throughput(),
        cell.cpuNsPerOperation() + moreNs,
        cell.totalsPs(),
        breakdown,
        cell.counters(),
        cell.payload(),
        cell.latencies());
  }

  /** The same cells as if a real kernel had run them. */
  public static RunResult measured() {
    return run(usual().cells().stream().map(SyntheticRun::onLinux).toList());
  }

  private static TrialResult onLinux(TrialResult cell) {
    CellIdentity old = cell.identity();
    return copy(
        cell,
        new CellIdentity(
            "linux",
            old.machine(),
            old.stack(),
            old.workload(),
            old.strategy(),
            old.seed(),
            old.operations()));
  }

  public static TrialResult renamed(TrialResult cell, String stack, String workload) {
    CellIdentity old = cell.identity();
    CellIdentity identity =
        new CellIdentity(
            old.tier(),
            old.machine(),
            stack,
            workload,
            old.strategy(),
            old.seed(),
            old.operations());
    return copy(cell, identity);
  }

  private static TrialResult copy(TrialResult cell, CellIdentity identity) {
    return new TrialResult(
        identity,
        cell.parameters(),
        cell.contentDigest(),
        cell.status(),
        cell.reason(),
        cell.saturated(),
        cell.operations(),
        cell.syncs(),
        cell.bytes(),
        cell.elapsedPs(),
        cell.latencyNs(),
        cell.throughput(),
        cell.cpuNsPerOperation(),
        cell.totalsPs(),
        cell.breakdownNs(),
        cell.counters(),
        cell.payload(),
        cell.latencies());
  }

  private static TrialResult copy(
      TrialResult cell,
      Status status,
      String reason,
      boolean saturated,
      Latency latency,
      Histogram latencies) {
    return new TrialResult(
        cell.identity(),
        cell.parameters(),
        cell.contentDigest(),
        status,
        reason,
        saturated,
        cell.operations(),
        cell.syncs(),
        cell.bytes(),
        cell.elapsedPs(),
        latency,
        cell.throughput(),
        cell.cpuNsPerOperation(),
        cell.totalsPs(),
        cell.breakdownNs(),
        cell.counters(),
        cell.payload(),
        latencies);
  }
}
