package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.portbench.results.Latency;

/** The latency of a cell as it stands in the result file; an absent percentile is null. */
final class LatencyJson {

  private LatencyJson() {}

  static ObjectNode of(Latency latency) {
    ObjectNode json = Json.object();
    json.put("count", latency.count());
    json.put("min", latency.min());
    json.put("mean", latency.mean());
    put(json, "p50", latency.p50());
    put(json, "p90", latency.p90());
    put(json, "p99", latency.p99());
    put(json, "p99_9", latency.p99_9());
    put(json, "p99_99", latency.p99_99());
    json.put("max", latency.max());
    return json;
  }

  static Latency read(Fields json) {
    return new Latency(
        json.count("count"),
        json.count("min"),
        json.count("mean"),
        json.countOrNull("p50"),
        json.countOrNull("p90"),
        json.countOrNull("p99"),
        json.countOrNull("p99_9"),
        json.countOrNull("p99_99"),
        json.count("max"));
  }

  private static void put(ObjectNode json, String name, OptionalLong value) {
    if (value.isPresent()) {
      json.put(name, value.getAsLong());
    } else {
      json.putNull(name);
    }
  }
}
