package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.gate.Block;
import org.portbench.results.gate.BlockOrder;
import org.portbench.results.gate.Pair;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.gate.replay.Effect;
import org.portbench.results.gate.replay.Tally;

class CharacteristicsFileTest {
  @TempDir Path folder;

  private static Effect effect(String name, double ratio, Tally endToEnd) {
    Block block = new Block(BlockOrder.ABBA, new Pair(1, 1), new Pair(ratio, ratio));
    return new Effect(name, "for a test", Rule.TIMES, Collections.nCopies(12, block), endToEnd);
  }

  private Fields written(Effect... effects) throws IOException {
    Path file = folder.resolve("characteristics.json");
    new CharacteristicsFile(file)
        .write(new Characteristics(new TreeMap<>(Map.of("cpu", "a small one")), List.of(effects)));
    return Json.parse(Files.readAllBytes(file), file.toString(), 1);
  }

  @Test
  void eachEffect_hasItsCounts_andWhatChanceLeavesOfThem() throws IOException {
    Fields json =
        written(
            effect("none", 1, new Tally(10, 0, 0, 0)),
            effect("delay-10", 1.1, new Tally(0, 0, 9, 1)));
    assertEquals("a small one", json.object("environment").text("cpu"));
    List<Fields> effects = json.objects("effects");
    assertEquals(List.of("none", "delay-10"), effects.stream().map(e -> e.text("name")).toList());

    Fields none = effects.getFirst().object("endToEnd");
    assertEquals(10, none.count("runs"));
    assertEquals(0, none.object("alarms").count("count"));
    // One less the fortieth part's tenth root: Clopper and Pearson for none of ten.
    assertEquals(0.3085, none.object("alarms").decimal("high").orElseThrow(), 5e-5);

    Fields slower = effects.getLast();
    assertEquals(1.1, slower.decimal("medianRatio").orElseThrow(), 1e-9);
    assertEquals(12, slower.count("cleanBlocks"));
    assertEquals(9, slower.object("endToEnd").count("decided"));
    assertEquals(
        1, slower.object("endToEnd").object("alarmsOfDecided").decimal("share").orElseThrow());
    assertEquals(0.9, slower.object("endToEnd").object("alarms").decimal("share").orElseThrow());
    assertEquals(
        Characteristics.REPLAYS, slower.object("replayed").object("alarms").count("count"));

    Fields runs = json.object("wholeRuns");
    assertEquals(0, runs.object("withAlarm").count("count"));
    assertEquals(Characteristics.RUNS, runs.object("withAlarm").count("of"));
    assertEquals(0, runs.count("controlsFired"));
  }

  @Test
  void withoutAnUnchangedProgram_nothingIsSaidOfWholeRuns() throws IOException {
    Fields json = written(effect("delay-10", 1.1, Tally.NONE));
    assertFalse(json.has("wholeRuns"));
    assertFalse(json.objects("effects").getFirst().has("endToEnd"));
  }

  @Test
  void aFolderThatIsNotThere_isOneLine() {
    CharacteristicsFile file = new CharacteristicsFile(folder.resolve("no/such.json"));
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> file.write(new Characteristics(new TreeMap<>(), List.of())));
    assertEquals(StoreException.Kind.WRITING, refused.kind());
  }
}
