package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import org.HdrHistogram.Histogram;
import org.portbench.results.CellIdentity;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;

/** A cell as it stands in the result file, but for its histogram. */
final class CellJson {

  private CellJson() {}

  static ObjectNode of(TrialResult cell) {
    CellIdentity identity = cell.identity();
    ObjectNode json = Json.object();
    json.put("id", cell.id());
    json.put("tier", identity.tier());
    json.put("machine", identity.machine());
    json.put("stack", identity.stack());
    json.put("workload", identity.workload());
    json.put("strategy", identity.strategy());
    json.put("seed", identity.seed());
    json.put("operationsAsked", identity.operations());
    ObjectNode parameters = json.putObject("parameters");
    cell.parameters().forEach(parameters::put);
    json.put("contentDigest", cell.contentDigest());
    json.put("status", cell.status().word());
    json.put("reason", cell.reason());
    json.put("saturated", cell.saturated());
    json.put("operations", cell.operations());
    json.put("syncs", cell.syncs());
    json.put("bytes", cell.bytes());
    json.set("latencyNs", LatencyJson.of(cell.latencyNs()));
    json.putObject("throughput")
        .put("iops", cell.throughput().iops())
        .put("bytesPerSecond", cell.throughput().bytesPerSecond());
    json.put("cpuNsPerOperation", cell.cpuNsPerOperation());
    json.put("elapsedPs", cell.elapsedPs());
    numbers(json.putObject("totalsPs"), cell.totalsPs());
    numbers(json.putObject("breakdownNs"), cell.breakdownNs());
    numbers(json.putObject("counters"), cell.counters());
    json.putObject("payload")
        .put("checkedBytes", cell.payload().checkedBytes())
        .put("mismatches", cell.payload().mismatches());
    return json;
  }

  /** Reads the cell's id first: by it the caller finds the histogram. */
  static String id(Fields json) {
    return json.text("id");
  }

  static TrialResult read(Fields json, Histogram latencies) {
    TrialResult cell =
        new TrialResult(
            identity(json),
            json.textMap("parameters"),
            json.text("contentDigest"),
            json.word("status", Status.values(), Status::word),
            json.text("reason"),
            json.flag("saturated"),
            json.count("operations"),
            json.count("syncs"),
            json.count("bytes"),
            json.count("elapsedPs"),
            LatencyJson.read(json.object("latencyNs")),
            throughput(json.object("throughput")),
            json.count("cpuNsPerOperation"),
            json.countMap("totalsPs"),
            json.countMap("breakdownNs"),
            json.countMap("counters"),
            payload(json.object("payload")),
            latencies);
    check(json, cell);
    return cell;
  }

  private static CellIdentity identity(Fields json) {
    return new CellIdentity(
        json.text("tier"),
        json.text("machine"),
        json.text("stack"),
        json.text("workload"),
        json.text("strategy"),
        json.integer("seed"),
        json.integer("operationsAsked"));
  }

  private static Throughput throughput(Fields json) {
    return new Throughput(json.count("iops"), json.count("bytesPerSecond"));
  }

  private static PayloadSummary payload(Fields json) {
    return new PayloadSummary(json.count("checkedBytes"), json.count("mismatches"));
  }

  private static void numbers(ObjectNode json, SortedMap<String, Long> numbers) {
    numbers.forEach((name, value) -> json.put(name, value));
  }

  private static void check(Fields json, TrialResult cell) {
    if (!cell.id().equals(json.text("id"))) {
      throw new StoreException(
          CONTENT, json.file() + ": " + json.within() + "id: does not fit the names beside it");
    }
    if (cell.latencies().getTotalCount() != cell.latencyNs().count()) {
      throw new StoreException(
          CONTENT,
          json.file()
              + ": "
              + json.within()
              + "latencyNs.count is "
              + cell.latencyNs().count()
              + ", but the cell's histogram holds "
              + cell.latencies().getTotalCount()
              + ": the files do not belong together");
    }
  }
}
