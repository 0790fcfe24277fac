package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.Elsewhere;

class PercentileCurveTest {
  @TempDir Path temp;

  @Test
  void decimalsHaveAPointInEveryCountry() {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(1000, 3);
    histogram.recordValue(2000);
    for (String text : Elsewhere.everywhere(() -> written(histogram))) {
      assertEquals(
          """
                 Value     Percentile TotalCount 1/(1-Percentile)

              1000.000 0.000000000000          3           1.00
              1000.000 0.100000000000          3           1.11
              1000.000 0.200000000000          3           1.25
              1000.000 0.300000000000          3           1.43
              1000.000 0.400000000000          3           1.67
              1000.000 0.500000000000          3           2.00
              1000.000 0.550000000000          3           2.22
              1000.000 0.600000000000          3           2.50
              1000.000 0.650000000000          3           2.86
              1000.000 0.700000000000          3           3.33
              1000.000 0.750000000000          3           4.00
              2000.000 0.775000000000          4           4.44
              2000.000 1.000000000000          4
          #[Mean    =     1250.000, StdDeviation   =      433.013]
          #[Max     =     2000.000, Total count    =            4]
          #[Buckets =            1, SubBuckets     =         2048]
          """,
          text);
    }
  }

  @Test
  void nothingMeasuredIsAnEmptyCurve() {
    String text = written(new Histogram(3));
    assertEquals(3, text.lines().filter(line -> line.startsWith("#[")).count());
  }

  private String written(Histogram histogram) {
    Path file = temp.resolve("curve.hgrm");
    try {
      new PercentileCurve(histogram).write(file);
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
