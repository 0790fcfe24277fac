package org.portbench.reports.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;
import org.portbench.results.store.Json;

/**
 * A score as JMH writes it. The model says the same each time, so the error of its score is 0; what
 * is not known, as the error of what was measured, is NaN, which is a text there.
 *
 * @param exact whether the model says it
 */
record JmhMetric(boolean exact) {
  private static final List<String> PERCENTILES =
      List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0");

  /** A percentile that fewer operations exceed is an anecdote. */
  private static final long EXCEEDANCES_NEEDED = 100;

  /** A time of each operation. */
  ObjectNode sampled(AbstractHistogram latencies) {
    boolean empty = latencies.getTotalCount() == 0;
    ObjectNode json = score(empty ? Double.NaN : latencies.getMean(), "ns/op");
    ObjectNode percentiles = json.putObject("scorePercentiles");
    PERCENTILES.forEach(rank -> put(percentiles, rank, percentile(latencies, rank)));
    ArrayNode iteration = json.putArray("rawDataHistogram").addArray().addArray();
    for (HistogramIterationValue bucket : latencies.recordedValues()) {
      iteration
          .addArray()
          .add((double) bucket.getValueIteratedTo())
          .add(bucket.getCountAtValueIteratedTo());
    }
    return json;
  }

  /** One number of the whole cell. */
  ObjectNode single(double value, String unit) {
    ObjectNode json = score(value, unit);
    ObjectNode percentiles = json.putObject("scorePercentiles");
    PERCENTILES.forEach(rank -> put(percentiles, rank, value));
    json.putArray("rawData").addArray().add(value);
    return json;
  }

  private ObjectNode score(double value, String unit) {
    ObjectNode json = Json.object();
    put(json, "score", value);
    boolean certain = exact && !Double.isNaN(value);
    put(json, "scoreError", certain ? 0 : Double.NaN);
    ArrayNode confidence = json.putArray("scoreConfidence");
    if (certain) {
      confidence.add(value).add(value);
    } else {
      confidence.add("NaN").add("NaN");
    }
    json.put("scoreUnit", unit);
    return json;
  }

  private static double percentile(AbstractHistogram latencies, String rank) {
    double percent = Double.parseDouble(rank);
    long count = latencies.getTotalCount();
    boolean extreme = percent == 0 || percent == 100;
    boolean known = extreme ? count > 0 : count * (100 - percent) / 100 >= EXCEEDANCES_NEEDED;
    if (!known) {
      return Double.NaN;
    }
    return percent == 0 ? latencies.getMinValue() : latencies.getValueAtPercentile(percent);
  }

  private static void put(ObjectNode json, String name, double value) {
    if (Double.isNaN(value)) {
      json.put(name, "NaN");
    } else {
      json.put(name, value);
    }
  }
}
