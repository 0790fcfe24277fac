package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

class MicroStoreTest {
  private static final String HOLD =
      """
      {"benchmark": "org.portbench.bench.QueueBenchmark.hold", "mode": "avgt",
       "params": {"list": "%s", "pending": "32"},
       "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "ns/op"},
       "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 24.5}}}
      """;

  @TempDir Path folder;

  @Test
  void whatJmhWroteIsRead() throws IOException {
    Score score = read("[" + HOLD.formatted("portbench", "8.5", "0.25") + "]").all().getFirst();
    assertEquals(
        new Score(
            Group.QUEUE,
            "hold",
            new TreeMap<>(Map.of("list", "portbench", "pending", "32")),
            8.5,
            OptionalDouble.of(0.25),
            Score.Measure.NS_PER_OPERATION,
            OptionalDouble.of(24.5)),
        score);
  }

  @Test
  void speedsAreHeldAgainstTheBestBaseline() throws IOException {
    Scores scores =
        read(
            "["
                + String.join(
                    ",",
                    HOLD.formatted("portbench", "8", "\"NaN\""),
                    HOLD.formatted("ssj-splay-tree", "40", "1"),
                    HOLD.formatted("ssj-henriksen", "16", "1"))
                + "]");
    List<Score> all = scores.all();
    assertEquals(OptionalDouble.empty(), all.getFirst().error());
    assertEquals(OptionalDouble.of(2), scores.ratio(all.get(0)));
    assertEquals(0.4, scores.ratio(all.get(1)).getAsDouble(), 1e-9);
    assertEquals(OptionalDouble.of(1), scores.ratio(all.get(2)));
    assertEquals(OptionalDouble.empty(), new Scores(all.subList(0, 1)).ratio(all.getFirst()));
  }

  @Test
  void beforeTheFirstScoreThereIsNone() {
    assertTrue(MicroStore.create(folder).scores().all().isEmpty());
  }

  @Test
  void whatIsNotJmhs_isNamedWithItsPlace() {
    String strange = HOLD.formatted("portbench", "8", "1").replace("ns/op", "furlongs");
    StoreException e = assertThrows(StoreException.class, () -> read("[" + strange + "]"));
    assertTrue(e.getMessage().contains("all[0].primaryMetric.scoreUnit"), e.getMessage());
    e = assertThrows(StoreException.class, () -> read("[{"));
    assertTrue(e.getMessage().contains("micro.json"), e.getMessage());
  }

  @Test
  void aDirectoryThatHoldsScores_isRefused() throws IOException {
    read("[]");
    assertThrows(StoreException.class, () -> MicroStore.create(folder));
  }

  private Scores read(String json) throws IOException {
    MicroStore store = MicroStore.create(folder);
    Files.writeString(folder.resolve("micro.json"), json);
    return store.scores();
  }
}
