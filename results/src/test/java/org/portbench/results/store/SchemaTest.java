package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.results.SampleCell;
import org.portbench.results.SampleRun;
import org.portbench.results.exact.Baseline;
import org.portbench.results.exact.ExactCell;

/** The published schemas describe what is written, and nothing looser. */
final class SchemaTest {
  @TempDir Path folder;

  @Test
  void theBaselineOfThisRepository_isWhatItsSchemaSays() throws IOException {
    assertEquals(Set.of(), wrong("baseline", Files.readString(Path.of("baselines", "ci.json"))));
  }

  @Test
  void aBaselineThatIsWritten_isWhatItsSchemaSays() throws IOException {
    assertEquals(Set.of(), wrong("baseline", baseline()));
  }

  @Test
  void aRunThatIsWritten_isWhatItsSchemaSays() throws IOException {
    assertEquals(Set.of(), wrong("run", run()));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"schemaVersion\": 1', '\"schemaVersion\": 2'",
    "'\"operations\": 1000', '\"operations\": -5'",
    "'\"operations\": 1000', '\"operations\": 0'",
    "'\"operations\": 1000', '\"operations\": 1.5'",
    "'\"operations\": 1000', '\"operations\": \"NaN\"'",
    "'\"operations\": ', '\"rounds\": '",
    "'\"latencyNs\": \"', '\"latencyNs\": \"5 '",
    "'\"oneIo\": {', '\"more\": 1, \"oneIo\": {'",
    "'\"suite\": \"ci\",', ''",
    "'\"latencyNs\": \"', '\"latencyNs\": \"5:0 '",
    "'\"latencyNs\": \"', '\"latencyNs\": \"5:1:1 '",
    "/s1, /t1",
  })
  void aDamagedBaseline_isNot(String right, String wrong) throws IOException {
    assertDamageIsFound("baseline", baseline(), right, wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"schemaVersion\": 1', '\"schemaVersion\": 2'",
    "'\"complete\": false', '\"complete\": \"no\"'",
    "'\"status\": \"passed\"', '\"status\": \"fine\"'",
    "'\"messages\": 4000', '\"messages\": -1'",
    "'\"p50\": ', '\"median\": '",
    "'\"notes\": [', '\"remarks\": ['",
    "'\"syncs\": 7', '\"syncs\": 7.5'",
  })
  void aDamagedRun_isNot(String right, String wrong) throws IOException {
    assertDamageIsFound("run", run(), right, wrong);
  }

  private static void assertDamageIsFound(String schema, String text, String right, String wrong)
      throws IOException {
    assertTrue(text.contains(right), right);
    String damaged = text.replace(right, wrong == null ? "" : wrong);
    assertFalse(wrong(schema, damaged).isEmpty(), right + " -> " + wrong);
  }

  private String baseline() throws IOException {
    ExactCell cell = ExactCell.of(SampleCell.of("copy").counter("messages", 3).build());
    ExactCell told =
        ExactCell.of(SampleCell.of("direct").build())
            .withOneIo(new TreeMap<>(Map.of("device: works", List.of("A x 1 = 5 ps"))));
    Path file = folder.resolve("ci.json");
    TreeMap<String, String> inputs = new TreeMap<>(Map.of("machine a cpu.x_ns", "1.5"));
    new BaselineFile(file).write(new Baseline("ci", inputs, List.of(cell, told)));
    return Files.readString(file);
  }

  private String run() throws IOException {
    ResultStoreTest.keepAndFinish(folder.resolve("run"), SampleRun.ofEverything());
    return Files.readString(folder.resolve("run").resolve("run.json"));
  }

  private static Set<ValidationMessage> wrong(String schema, String json) throws IOException {
    String text = Files.readString(Path.of("schemas", schema + ".schema.json"));
    JsonSchema known =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    return Collections.unmodifiableSet(known.validate(json, InputFormat.JSON));
  }
}
