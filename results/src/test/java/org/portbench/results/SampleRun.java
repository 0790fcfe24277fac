package org.portbench.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.results.store.Asked;

/** Runs for tests. */
public final class SampleRun {

  public static final Asked ASKED = new Asked(List.of("run", "dillon-2003"), "0123456789abcdef");

  private SampleRun() {}

  public static RunResult of(TrialResult... cells) {
    return new RunResult(
        "dillon-2003",
        42,
        true,
        environment(),
        Arrays.asList(cells),
        List.of(),
        List.of(),
        List.of());
  }

  /** One of everything: every status, absent percentiles, texts that need care, all fields used. */
  public static RunResult ofEverything() {
    TrialResult[] cells = {
      SampleCell.of("vm-object")
          .cpuNs(9_876)
          .parameter("layers", "2")
          .parameter("touch", "nothing")
          .breakdownNs("trap", 120)
          .breakdownNs("map", 0)
          .counter("pteWrites", 0)
          .counter("messages", 4000)
          .build(),
      SampleCell.of("mach-3").workload("my job, \"best\" of\n3").seed(-5).build(),
      SampleCell.of("copy").saturated().workload("ü é 日本 %2C").build(),
      SampleCell.of("null").skipped("the queue depth exceeds the device's").build(),
      SampleCell.of("direct").failed("3 mismatches, first at byte 4096").build(),
    };
    return new RunResult(
        "dillon-2003",
        Long.MIN_VALUE,
        false,
        environment(),
        Arrays.asList(cells),
        List.of(
            new MachineNumber("pc-2003", "cpu.system_call_ns", "123.5", "estimate", "a \"paper\""),
            new MachineNumber("pc-2003", "cpu.clock_mhz", "2400", "verified", "data sheet")),
        List.of("mixed.fio:3: ioengine ignored", "no size: 64 MiB"),
        List.of(verdict()),
        Optional.of(
            new EstimateStudy(
                "lean \"cells\"",
                3,
                4,
                List.of(new EstimateStudy.Skipped("pc-2003", "cpu.cores", "1", "would be half")))));
  }

  private static ClaimVerdict verdict() {
    return new ClaimVerdict(
        "D7",
        "Matt Dillon",
        "almost as efficient, he said",
        "almost as efficient",
        Verdict.HOLDS_WITHIN_LIMITS,
        Robustness.FLIPS,
        sensitivity(),
        "CPU per I/O",
        "at most 110 %",
        List.of("on pc-2003 only for randread-4k", "and \"another\""),
        "On pc-2003 vm-object takes ×1.02.",
        List.of("met in 1 of 2 settings", "not met on pc-2003: \"b\""),
        "never \"built\"",
        List.of(new Evidence("a/b", "cpuNsPerOperation", -1), new Evidence("c", "bytes", 2)));
  }

  /** With a figure and without, with a half that cannot be, with flips and moved limits. */
  private static Sensitivity sensitivity() {
    Influence.Change flip =
        new Influence.Change(
            "416",
            Verdict.DOES_NOT_HOLD,
            List.of(),
            List.of("randread-4k", "w \"2\""),
            OptionalLong.of(-12));
    Influence.Change stay =
        new Influence.Change(
            "1666", Verdict.HOLDS_WITHIN_LIMITS, List.of("x"), List.of(), OptionalLong.empty());
    return new Sensitivity(
        "2 settings differ",
        "CPU time of vm-object against that of direct",
        new TreeMap<>(Map.of("pc-2003", 1234L)),
        List.of(
            new Influence(
                "pc-2003", "cpu.instruction_ps", "833", Optional.of(flip), Optional.of(stay)),
            new Influence(
                "pc-2003", "primitive.mach_send", "1", Optional.empty(), Optional.of(stay))));
  }

  private static SortedMap<String, String> environment() {
    return new TreeMap<>(Map.of("jvm", "25.0.1", "out", "/tmp/ä b"));
  }
}
