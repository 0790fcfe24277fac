package org.portbench.harness.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.results.gate.Rule;

class TimedCellsTest {
  private static final TimedCells CELLS = TimedCells.of(List.of("copy", "mach-3", "vm-object"));

  @Test
  void theUsualOnes_areAllThere() {
    assertEquals(
        List.of(
            "io.copy.4k",
            "io.copy.64k",
            "io.mach-3.4k",
            "io.mach-3.64k",
            "io.vm-object.4k",
            "io.vm-object.64k",
            "queue.1024",
            "start.help"),
        names(CELLS.usual()));
  }

  @Test
  void namesAreChosen_byAnyOfThePatterns_onceEach() {
    assertEquals(
        List.of("queue.32", "queue.1024", "io.copy.4k", "tail.copy.4k"),
        names(CELLS.matching("queue,32,copy.4k$,^io.copy.4")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quue", "io,", ""})
  void whatMatchesNothing_isRefused(String patterns) {
    String last = patterns.contains(",") ? "" : patterns;
    assertEquals(
        "no cell's name matches '" + last + "'; portbench gate duet --list names them",
        refusal(patterns));
  }

  @Test
  void whatIsNoExpression_isRefused() {
    assertTrue(refusal("io(").startsWith("'io(' is no regular expression: Unclosed group"));
  }

  private static String refusal(String patterns) {
    return assertThrows(ExperimentException.class, () -> CELLS.matching(patterns)).getMessage();
  }

  @Test
  void tails_haveTheRuleOfTails() {
    for (TimedCell cell : CELLS.all()) {
      assertEquals(cell.name().startsWith("tail.") ? Rule.TAILS : Rule.TIMES, cell.kind().rule());
    }
  }

  private static List<String> names(TimedCells cells) {
    return cells.all().stream().map(TimedCell::name).toList();
  }
}
