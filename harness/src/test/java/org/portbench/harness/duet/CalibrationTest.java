package org.portbench.harness.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.gate.DuetObserver;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.LaunchException;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.gate.replay.Effect;
import org.portbench.results.gate.replay.Tally;
import org.portbench.results.store.DuetStore;

/** A calibration whose launches take exactly what is injected: nobody else is on the machine. */
class CalibrationTest {
  private static final int PERCENT = 3;
  private static final int EVERY = 4;

  @TempDir Path folder;

  private Characteristics run(
      DuetSession.Launches launches, int repetitions, BooleanSupplier timeLeft) {
    try (DuetStore store = DuetStore.create(folder.resolve("out"))) {
      return new Calibration(Build.thisOne(), launches, store, DuetObserver.NONE, TreeMap::new)
          .run(repetitions, 2003, timeLeft);
    }
  }

  /** The tail moves by all of its delay, however few reads have it. */
  private static Iterations exactly(TimedCell cell) {
    double percent = Double.parseDouble(cell.what().get(PERCENT));
    assertTrue(Integer.parseInt(cell.what().get(EVERY)) >= 1);
    return new Iterations(List.of(100 + percent));
  }

  @Test
  void eachEffect_isFound_orLeftAlone() throws IOException {
    Characteristics measured = run((_, cell) -> exactly(cell), 2, () -> true);
    assertEquals(
        List.of("delay-10", "delay-5", "delay-20", "tail"),
        measured.effects().stream()
            .filter(effect -> effect.endToEnd().regressions() > 0)
            .map(Effect::name)
            .toList());
    for (Effect effect : measured.effects()) {
      boolean found = effect.endToEnd().regressions() > 0;
      boolean faster = effect.name().startsWith("improvement");
      assertEquals(
          new Tally(found || faster ? 0 : 2, faster ? 2 : 0, found ? 2 : 0, 0),
          effect.endToEnd(),
          effect.name());
      assertEquals(found ? 2 * 24 : 2 * 12, effect.measured().size(), effect.name());
      Tally replayed = effect.replayed(50, 1);
      assertEquals(found ? 50 : 0, replayed.regressions(), effect.name());
    }
    String json = Files.readString(folder.resolve("out/characteristics.json"));
    assertTrue(json.contains("\"name\": \"improvement-10\""), json);
    assertTrue(json.contains("\"medianRatio\": 1.2,"), json);
  }

  @Test
  void aDuetThatTimeCutsShort_doesNotCount_butItsBlocksAreKept() {
    int[] asked = {0};
    Characteristics measured = run((_, cell) -> exactly(cell), 9, () -> asked[0]++ < 12 + 2 + 6);
    assertEquals(
        List.of("none", "delay-10"), measured.effects().stream().map(Effect::name).toList());
    assertEquals(1, measured.effects().getFirst().endToEnd().trials());
    assertEquals(0, measured.effects().getLast().endToEnd().trials());
    assertTrue(measured.effects().getLast().measured().size() < 8);
  }

  @Test
  void aJvmThatFails_endsIt() {
    assertEquals(
        "broke",
        assertThrows(
                LaunchException.class,
                () ->
                    run(
                        (_, _) -> {
                          throw new LaunchException("broke", false);
                        },
                        1,
                        () -> true))
            .getMessage());
  }
}
