package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.RunResult;
import org.portbench.results.SampleRun;
import org.portbench.results.Sensitivity;

class RunJsonTest {
  @TempDir Path temp;
  private String text;
  private JsonNode json;

  @BeforeEach
  void writeOneOfEverything() throws IOException {
    ResultStoreTest.keepAndFinish(temp.resolve("run"), SampleRun.ofEverything());
    text = Files.readString(temp.resolve("run/run.json"));
    json = new ObjectMapper().readTree(text);
  }

  @Test
  void theKeysOfARunAreInOrder() {
    assertEquals(
        List.of(
            "schemaVersion",
            "complete",
            "experiment",
            "seed",
            "environment",
            "machines",
            "notes",
            "estimateStudy",
            "claims",
            "cells"),
        keys(json));
  }

  @Test
  void theKeysOfAClaimAreInOrder() {
    JsonNode claim = json.get("claims").get(0);
    assertEquals(
        List.of(
            "id",
            "who",
            "statement",
            "headline",
            "verdict",
            "robust",
            "metric",
            "threshold",
            "conditions",
            "explanation",
            "details",
            "fair",
            "sensitivity",
            "evidence"),
        keys(claim));
    JsonNode influence = claim.get("sensitivity").get("influences").get(1);
    assertEquals(List.of("machine", "key", "value", "half", "double"), keys(influence));
    assertTrue(influence.get("half").isNull());
    assertEquals("holds within limits", influence.get("double").get("verdict").textValue());
  }

  /** As programs wrote it that knew of no robustness. */
  @Test
  void aRunWithoutWhatWasAddedIsReadAllTheSame() throws IOException {
    ObjectNode older = (ObjectNode) json.deepCopy();
    older.remove("estimateStudy");
    ((ObjectNode) older.get("claims").get(0)).remove(List.of("fair", "sensitivity"));
    Files.writeString(temp.resolve("run/run.json"), older.toString());
    RunResult read = ResultStore.open(temp.resolve("run"));
    assertEquals(Optional.empty(), read.study());
    assertEquals(Sensitivity.NONE, read.claims().getFirst().sensitivity());
    assertEquals("", read.claims().getFirst().fairness());
  }

  @Test
  void theKeysOfACellAreInOrder() {
    assertEquals(
        List.of(
            "id",
            "tier",
            "machine",
            "stack",
            "workload",
            "strategy",
            "seed",
            "operationsAsked",
            "parameters",
            "contentDigest",
            "status",
            "reason",
            "saturated",
            "operations",
            "syncs",
            "bytes",
            "latencyNs",
            "throughput",
            "cpuNsPerOperation",
            "elapsedPs",
            "totalsPs",
            "breakdownNs",
            "counters",
            "payload"),
        keys(json.get("cells").get(0)));
    assertEquals(
        List.of("count", "min", "mean", "p50", "p90", "p99", "p99_9", "p99_99", "max"),
        keys(json.get("cells").get(0).get("latencyNs")));
  }

  @Test
  void allNumbersAreIntegers() {
    assertEquals(List.of(), numbersThatAreNotIntegers(json));
  }

  @Test
  void anAbsentPercentileIsNull() {
    JsonNode latency = json.get("cells").get(0).get("latencyNs");
    assertTrue(latency.get("p90").isIntegralNumber());
    assertTrue(latency.get("p99_99").isNull());
  }

  @Test
  void aSkippedCellHasZerosAndNulls() {
    JsonNode cell = json.get("cells").get(3);
    assertEquals("skipped", cell.get("status").textValue());
    assertEquals(0, cell.get("operations").longValue());
    assertEquals(0, cell.get("latencyNs").get("max").longValue());
    assertTrue(cell.get("latencyNs").get("p50").isNull());
  }

  @Test
  void everyKeyHasALineOfItsOwn() {
    assertTrue(
        text.startsWith(
            """
            {
              "schemaVersion": 1,
              "complete": false,
              "experiment": "dillon-2003",
              "seed": -9223372036854775808,
              "environment": {
                "jvm": "25.0.1",
                "out": "/tmp/ä b"
              },
              "machines": [
                {
                  "machine": "pc-2003",
            """));
    assertTrue(text.endsWith("  ]\n}\n"));
    assertTrue(text.lines().noneMatch(line -> line.split("\": ", -1).length > 2));
    assertTrue(text.contains("\"parameters\": {},\n"));
  }

  @Test
  void aTextThatIsNoUnicodeIsWrittenAllTheSame() {
    String line = Json.line(Json.object().put("name", "half a pair: \ud800"));
    assertEquals("{\"name\":\"half a pair: \ud800\"}\n", line);
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<JsonNode> numbersThatAreNotIntegers(JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    if (node.isNumber() && !node.isIntegralNumber()) {
      found.add(node);
    }
    node.forEach(child -> found.addAll(numbersThatAreNotIntegers(child)));
    return found;
  }
}
