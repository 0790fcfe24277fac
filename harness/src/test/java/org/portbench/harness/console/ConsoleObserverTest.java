package org.portbench.harness.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.results.CellIdentity;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;

final class ConsoleObserverTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void whereNobodyWatchesAQuarterOfTheCellsIsALine() {
    ConsoleObserver observer = observer(false, false);
    observer.started();
    for (int i = 1; i <= 8; i++) {
      observer.finished(cell(Status.PASSED, ""), i / 8.0);
    }
    observer.ended();
    assertEquals(
        List.of(
            "portbench: running x: 8 cells, 2 at a time",
            "portbench: 2 of 8 cells, 0 s left",
            "portbench: 4 of 8 cells, 0 s left",
            "portbench: 6 of 8 cells, 0 s left"),
        text().lines().toList());
  }

  @Test
  void onATerminalOneLineIsWrittenOverAndErased() {
    ConsoleObserver observer = observer(true, false);
    observer.finished(cell(Status.PASSED, ""), 0.5);
    observer.ended();
    assertEquals("\r\u001b[K1/8 cells, 0 s left: m w s\r\u001b[K", text());
  }

  @Test
  void aFailureIsALineAtOnceAndATraceOnlyOnRequest() {
    ConsoleObserver quiet = observer(false, false);
    quiet.thrown(new IllegalStateException("inside"));
    quiet.finished(cell(Status.FAILED, "because"), 0.1);
    assertEquals("portbench: failed: m/st/w/s/n1/s2: because", text().strip());
    observer(false, true).thrown(new IllegalStateException("inside"));
    assertTrue(text().contains("java.lang.IllegalStateException: inside\n\tat "), text());
  }

  @Test
  void anInterruptSaysWhatIsKept() {
    observer(false, false).interrupted(3, 8);
    observer(false, false).interrupted(8, 8);
    assertEquals(
        List.of(
            "portbench: interrupted: 3 of 8 cells are finished and kept;"
                + " portbench run --resume d runs the others",
            "portbench: interrupted after the last cell; all cells are kept;"
                + " portbench run --resume d does the rest"),
        text().lines().toList());
  }

  private ConsoleObserver observer(boolean terminal, boolean traces) {
    return new ConsoleObserver(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        new ConsoleObserver.Heading("x", 8, 2, "d"),
        terminal,
        traces);
  }

  private static TrialResult cell(Status status, String reason) {
    CellIdentity identity = new CellIdentity("model", "m", "st", "w", "s", 2, 1);
    return TrialResult.without(identity, new TreeMap<>(), "digest", status, reason);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
