package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/** A cell's latencies by percentile in HdrHistogram's own text format, in nanoseconds. */
record PercentileCurve(Histogram latencies) {

  private static final double NS = 1.0;

  void write(Path path) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(text, false, UTF_8)) {
      latencies.outputPercentileDistribution(out, NS);
    }
    try (FileOutputStream file = new FileOutputStream(path.toFile())) {
      text.writeTo(file);
    }
  }
}
