package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.Robustness;
import org.portbench.results.RunResult;
import org.portbench.results.store.Asked;
import org.portbench.results.store.ResultStore;

final class ClaimsCommandTest {
  @TempDir Path home;

  @Test
  void aStoredRunIsPrintedClaimByClaim() {
    Path out = robustRun();
    RunResult run = ResultStore.open(out);
    assertEquals(
        Robustness.SURVIVES,
        run.claims().stream().filter(c -> c.id().equals("D7")).findFirst().orElseThrow().robust());
    Told all = Told.of(home, "claims", out.toString());
    assertEquals(0, all.code(), all.err());
    assertEquals(
        List.of("L1", "L2", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"),
        all.out()
            .lines()
            .filter(line -> line.matches("[LD][0-9]  .*"))
            .map(l -> l.substring(0, 2))
            .toList());
    Told one = Told.of(home, "claims", out.toString(), "--id", "D7");
    assertTrue(
        one.out().startsWith("D7  does not hold  Matt Dillon: File data then never"), one::out);
    assertTrue(
        one.out().contains("    estimates: survives every estimate halved or doubled"), one::out);
    assertTrue(
        one.out().contains("    to be fair: vm-object was never built end to end"), one::out);
    assertTrue(all.out().contains(one.out().strip()), all::out);
    assertTrue(Files.exists(out.resolve("charts").resolve("estimates-pc-2003.svg")));
  }

  @Test
  void theReportOfAStoredRunStillKnowsWhatEstimatesDo() throws IOException {
    Path out = robustRun();
    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("survives every estimate halved or doubled"));
    Files.delete(out.resolve("report.html"));
    assertEquals(0, Told.of(home, "report", out.toString()).code());
    assertEquals(report, Files.readString(out.resolve("report.html")));
  }

  @Test
  void whatCannotBePrintedIsOneLine() {
    Path out = home.resolve("nothing");
    Told none = Told.of(home, "claims", out.toString());
    assertEquals(2, none.code());
    assertEquals("portbench: " + out + ": no such directory", none.oneLine());

    Told noRun = Told.of(home, "claims", home.toString());
    assertEquals(4, noRun.code());
    assertEquals(
        "portbench: " + home + ": is no run: it holds neither run.json nor cells.jsonl",
        noRun.oneLine());

    RunResult empty =
        new RunResult("x", 1, false, new TreeMap<>(), List.of(), List.of(), List.of(), List.of());
    ResultStore.create(home.resolve("empty"), empty, new Asked(List.of("run"), "")).close();
    Told noCells = Told.of(home, "claims", home.resolve("empty").toString());
    assertEquals(4, noCells.code());
    assertTrue(
        noCells
            .oneLine()
            .endsWith(
                "has no cells, so nothing can be said of any claim; run the experiment again"),
        noCells::err);
  }

  @Test
  void anUnknownClaimIsOneLine() {
    Path out = home.resolve("run");
    Told.of(home, "run", "--strategy", "direct", "--operations", "5", "--out", out.toString());
    Told told = Told.of(home, "claims", out.toString(), "--id", "D9");
    assertEquals(2, told.code());
    assertEquals("portbench: --id 'D9': no such claim; did you mean D1?", told.oneLine());
  }

  private Path robustRun() {
    Path out = home.resolve("run");
    Told told =
        Told.of(
            home,
            "run",
            "--machine",
            "pc-2003",
            "--strategy",
            "direct,vm-object",
            "--operations",
            "20",
            "--robust",
            "--out",
            out.toString());
    assertEquals(0, told.code(), told.err());
    assertTrue(told.err().contains("estimates to test the verdicts"), told::err);
    return out;
  }
}
