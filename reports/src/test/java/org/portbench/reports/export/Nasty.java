package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.portbench.results.CellIdentity;
import org.portbench.results.Latency;
import org.portbench.results.PayloadSummary;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;

/** Runs and verdicts whose names and reasons hold all that means something in some format. */
final class Nasty {
  private static final List<String> PIECES =
      List.of(
          "|",
          "||",
          "\\",
          "\\|",
          "\n",
          "\r",
          "\r\n",
          "%",
          "%0A",
          ":",
          "::",
          ",",
          "\"",
          "'",
          "<",
          ">",
          "&",
          "&amp;",
          "]]>",
          "`",
          "```",
          "*",
          "_",
          "/",
          "=",
          " ",
          "\t",
          "\0",
          "\u0007",
          "\u001b",
          "\u0085",
          "\u2028",
          "\uFFFE",
          "\uD800",
          "\uDC00",
          "\uD83D\uDE00",
          "é",
          "-8",
          "Benchmark",
          "#",
          "<!--",
          "</details>",
          "</pre>",
          "::error::",
          "=1+1",
          "key: value",
          "a",
          "Z",
          "7",
          ".");

  private final SplittableRandom random;

  /** Says with which seed it can be seen again. */
  Nasty(long seed) {
    System.out.println("seed " + seed);
    random = new SplittableRandom(seed);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(7);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  Verdicts verdicts(int cells) {
    List<JudgedCell> judged = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      judged.add(cell(i));
    }
    return new Verdicts("t" + text(), Optional.empty(), List.of(text(), text()), judged);
  }

  private JudgedCell cell(int number) {
    Judgement[] all = Judgement.values();
    return new JudgedCell(
        text() + number,
        all[random.nextInt(all.length)],
        text(),
        List.of(text(), text()),
        random.nextDouble(),
        random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty());
  }

  RunResult run(int cells) {
    List<TrialResult> all = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      all.add(trial(i));
    }
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("jvm", text());
    return new RunResult(text(), 1, true, environment, all, List.of(), List.of(), List.of());
  }

  private TrialResult trial(int number) {
    CellIdentity identity =
        new CellIdentity("model", text(), text(), text() + number, text(), number, number);
    int which = random.nextInt(8);
    if (which < 2) {
      Status status = which == 0 ? Status.FAILED : Status.SKIPPED;
      return TrialResult.without(identity, new TreeMap<>(), "", status, text());
    }
    long operations = which == 2 ? 0 : 1 + random.nextInt(3000);
    Histogram latencies = new Histogram(3);
    for (long i = 0; i < operations; i++) {
      latencies.recordValue(random.nextLong(1_000_000_000));
    }
    SortedMap<String, Long> sums = new TreeMap<>();
    sums.put("copy", random.nextLong(1L << 60));
    sums.put("trap", 0L);
    SortedMap<String, Long> counters = new TreeMap<>();
    counters.put("bytesCopied", random.nextLong(1L << 50));
    counters.put("softFaults", random.nextLong(10));
    return new TrialResult(
        identity,
        new TreeMap<>(),
        "",
        Status.PASSED,
        "",
        false,
        operations,
        1,
        0,
        random.nextLong(1L << 50),
        Latency.of(latencies),
        new Throughput(0, 0),
        random.nextLong(1_000_000),
        sums,
        new TreeMap<>(),
        counters,
        new PayloadSummary(0, 0),
        latencies);
  }
}
