package org.portbench.reports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.micro.Group;
import org.portbench.results.micro.Score;
import org.portbench.results.micro.Scores;

class MicroReportTest {
  @TempDir Path directory;

  @Test
  void eachGroupIsATable_withRatiosWhereThereIsABaseline() throws IOException {
    Scores scores =
        new Scores(
            List.of(
                io("direct", 2_000_000, OptionalDouble.of(40_000)),
                io("copy", 1_000_000, OptionalDouble.empty()),
                new Score(
                    Group.TLB,
                    "probeHit",
                    new TreeMap<>(),
                    2.5,
                    OptionalDouble.of(0.125),
                    Score.Measure.NS_PER_OPERATION,
                    OptionalDouble.of(0))));
    MicroReport.write(scores, Map.of("jvm", "one of mine"), directory);
    String page = Files.readString(directory.resolve("report.md"));
    assertTrue(page.contains("| Speed against direct |"), page);
    assertTrue(
        page.contains("| read | 4 KiB | direct | 2.00 M/s | ± 40.0 k/s | 64 B | ×1.00 |"), page);
    assertTrue(page.contains("| read | 4 KiB | copy | 1.00 M/s | – | 64 B | ×0.50 |"), page);
    assertTrue(page.contains("| probeHit | 2.5 ns | ± 0.125 ns | 0 B |"), page);
    assertTrue(page.contains("| jvm | one of mine |"), page);
    assertTrue(Files.readString(directory.resolve("report.html")).contains("<table"));
  }

  private static Score io(String strategy, double perSecond, OptionalDouble error) {
    return new Score(
        Group.IO,
        "read",
        new TreeMap<>(Map.of("strategy", strategy, "sizeBytes", "4096")),
        perSecond,
        error,
        Score.Measure.OPERATIONS_PER_SECOND,
        OptionalDouble.of(64));
  }
}
