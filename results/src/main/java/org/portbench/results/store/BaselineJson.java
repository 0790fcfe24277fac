package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portbench.results.exact.Baseline;
import org.portbench.results.exact.ExactCell;
import org.portbench.results.exact.LatencyBuckets;

/**
 * A baseline as it stands in its file: sorted, whole numbers, one metric a line, so that its diff
 * reads well; a histogram is one line of {@code nanoseconds:count}, a step of an I/O one of its
 * charges.
 */
final class BaselineJson {
  private static final Pattern BUCKET = Pattern.compile("\\d{1,18}:[1-9]\\d{0,17}");
  private static final String CHARGES = ", ";
  private static final Pattern SPACE = Pattern.compile(" ");

  private BaselineJson() {}

  static ObjectNode of(Baseline baseline) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", Baseline.SCHEMA_VERSION);
    json.put("suite", baseline.suite());
    ObjectNode inputs = json.putObject("inputs");
    baseline.inputs().forEach(inputs::put);
    ObjectNode cells = json.putObject("cells");
    baseline.cells().forEach(cell -> cells.set(cell.id(), cell(cell)));
    return json;
  }

  static Baseline read(Fields json) {
    long version = json.integer("schemaVersion");
    if (version != Baseline.SCHEMA_VERSION) {
      throw wrong(json, "schemaVersion is " + version + "; needed is " + Baseline.SCHEMA_VERSION);
    }
    Fields cells = json.object("cells");
    List<ExactCell> read = new ArrayList<>();
    cells.node().fieldNames().forEachRemaining(id -> read.add(cell(id, cells.object(id))));
    if (read.isEmpty()) {
      throw wrong(json, "has no cells");
    }
    return new Baseline(json.text("suite"), json.textMap("inputs"), read);
  }

  private static ObjectNode cell(ExactCell cell) {
    ObjectNode json = Json.object();
    ObjectNode metrics = json.putObject("metrics");
    cell.metrics().forEach((name, value) -> metrics.put(name, value));
    json.put(
        "latencyNs",
        cell.latencies().counts().entrySet().stream()
            .map(bucket -> bucket.getKey() + ":" + bucket.getValue())
            .collect(Collectors.joining(" ")));
    ObjectNode steps = json.putObject("oneIo");
    cell.oneIo().forEach((step, charges) -> steps.put(step, String.join(CHARGES, charges)));
    return json;
  }

  private static ExactCell cell(String id, Fields json) {
    ExactCell cell = new ExactCell(id, json.countMap("metrics"), buckets(json), oneIo(json));
    if (!cell.metrics().containsKey("operations")) {
      throw wrong(json, json.within() + "metrics.operations: a cell that measured nothing");
    }
    return cell;
  }

  private static SortedMap<String, List<String>> oneIo(Fields json) {
    SortedMap<String, List<String>> steps = new TreeMap<>();
    json.textMap("oneIo")
        .forEach((step, charges) -> steps.put(step, List.of(charges.split(CHARGES, -1))));
    return steps;
  }

  private static LatencyBuckets buckets(Fields json) {
    String text = json.text("latencyNs");
    SortedMap<Long, Long> counts = new TreeMap<>();
    for (String bucket : text.isEmpty() ? new String[0] : SPACE.split(text, -1)) {
      if (!BUCKET.matcher(bucket).matches()) {
        throw wrong(json, json.within() + "latencyNs: pairs of nanoseconds:count are needed");
      }
      int colon = bucket.indexOf(':');
      counts.put(
          Long.parseLong(bucket.substring(0, colon)), Long.parseLong(bucket.substring(colon + 1)));
    }
    return new LatencyBuckets(counts);
  }

  private static StoreException wrong(Fields json, String what) {
    return new StoreException(CONTENT, json.file() + ": " + what);
  }
}
