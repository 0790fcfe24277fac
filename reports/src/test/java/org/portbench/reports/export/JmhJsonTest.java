package org.portbench.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.reports.SyntheticRun;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JmhJsonTest {
  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonSchema schema = schema();

  @Test
  void eachCellThatPassedIsABenchmark() throws IOException {
    RunResult run = SyntheticRun.usual();
    List<TrialResult> passed = run.cells().stream().filter(TrialResult::passed).toList();
    JsonNode json = valid(run);
    assertTrue(passed.size() < run.cells().size());
    assertEquals(passed.size(), json.size());
    for (int i = 0; i < passed.size(); i++) {
      TrialResult cell = passed.get(i);
      JsonNode params = json.get(i).get("params");
      assertEquals(cell.identity().machine(), params.get("machine").textValue());
      assertEquals(cell.identity().strategy(), params.get("strategy").textValue());
      JsonNode metric = json.get(i).get("primaryMetric");
      assertEquals(cell.latencies().getMean(), metric.get("score").doubleValue());
      assertEquals(cell.latencyNs().max(), metric.get("scorePercentiles").get("100.0").longValue());
      assertEquals(cell.latencyNs().count(), counted(metric));
    }
  }

  @Test
  void theErrorIsZeroOnlyWhereTheModelSaysTheScore() throws IOException {
    JsonNode modeled = valid(SyntheticRun.usual()).get(0).get("primaryMetric");
    assertEquals(0, modeled.get("scoreError").doubleValue());
    JsonNode measured = valid(SyntheticRun.measured()).get(0).get("primaryMetric");
    assertEquals("NaN", measured.get("scoreError").textValue());
    assertEquals("NaN", measured.get("scoreConfidence").get(0).textValue());
  }

  @Test
  void theNameEndsWithWorkloadAndStrategy() throws IOException {
    JsonNode first = valid(SyntheticRun.usual()).get(0);
    String name = first.get("benchmark").textValue();
    assertTrue(name.startsWith("org.portbench.pc-2003."), name);
    assertTrue(name.endsWith(".randread-4k.null"), name);
  }

  @Test
  void aPercentileThatTooFewExceedIsATextAndNoNumber() throws IOException {
    JsonNode percentiles =
        valid(SyntheticRun.usual()).get(0).get("primaryMetric").get("scorePercentiles");
    assertTrue(percentiles.get("50.0").isNumber());
    assertEquals("NaN", percentiles.get("99.9999").textValue());
  }

  @Test
  void exactSumsAreSharedOutAmongOperations() throws IOException {
    TrialResult cell =
        SyntheticRun.usual().cells().stream().filter(TrialResult::passed).findFirst().orElseThrow();
    JsonNode others = valid(SyntheticRun.usual()).get(0).get("secondaryMetrics");
    String category = cell.totalsPs().firstKey();
    assertEquals(
        cell.totalsPs().get(category) / 1000.0 / cell.operations(),
        others.get("time." + category).get("score").doubleValue(),
        1e-6);
    assertEquals(cell.cpuNsPerOperation(), others.get("time.cpu").get("score").longValue());
  }

  @Test
  void theSchemaMissesEveryFieldThatIsLeftOut() throws IOException {
    ArrayNode json = (ArrayNode) valid(SyntheticRun.usual());
    ObjectNode whole = (ObjectNode) json.get(0);
    for (String place : List.of("", "/primaryMetric", "/primaryMetric/scorePercentiles")) {
      List<String> names =
          ((ObjectNode) whole.at(place)).propertyStream().map(e -> e.getKey()).toList();
      for (String name : names) {
        ObjectNode part = whole.deepCopy();
        ((ObjectNode) part.at(place)).remove(name);
        boolean optional = name.equals("params");
        assertEquals(optional, schema.validate(mapper.createArrayNode().add(part)).isEmpty(), name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20030716, 77})
  void anyNameAndAnyNumberFits(long seed) throws IOException {
    RunResult run = new Nasty(seed).run(150);
    JsonNode json = valid(run);
    List<TrialResult> passed = run.cells().stream().filter(TrialResult::passed).toList();
    for (int i = 0; i < passed.size(); i++) {
      boolean measured = passed.get(i).operations() > 0;
      assertEquals(measured, json.get(i).get("primaryMetric").get("score").isNumber());
      assertEquals(measured, !json.get(i).get("secondaryMetrics").isEmpty());
      assertEquals(
          passed.get(i).identity().workload(),
          json.get(i).get("params").get("workload").textValue());
    }
  }

  @Test
  void nothingThatPassedIsAnEmptyList() throws IOException {
    RunResult run = SyntheticRun.run(List.of());
    assertEquals(0, valid(run).size());
  }

  private JsonNode valid(RunResult run) throws IOException {
    JsonNode json = mapper.readTree(JmhJson.of(run));
    assertEquals(List.of(), List.copyOf(schema.validate(json)));
    assertFalse(json.toString().contains(":NaN"));
    return json;
  }

  private static long counted(JsonNode metric) {
    long count = 0;
    for (JsonNode bucket : metric.get("rawDataHistogram").get(0).get(0)) {
      count += bucket.get(1).longValue();
    }
    return count;
  }

  private static JsonSchema schema() {
    try (InputStream text = JmhJsonTest.class.getResourceAsStream("/schemas/jmh.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
