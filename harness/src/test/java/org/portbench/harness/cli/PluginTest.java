package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.results.store.ResultStore;

/** Strategies of somebody else's, in jars. */
final class PluginTest {
  private static final String HONEST = "return copy.send(crossing, message, held);";
  private static final String LOSES_ANSWERS =
      "return message.reply() ? Payload.NOTHING : copy.send(crossing, message, held);";
  private static final String THROWS = "throw new IllegalStateException(\"cannot\\nsend\");";

  @TempDir Path home;

  @Test
  void aJarsStrategyRunsBesideTheOthers() throws IOException {
    String source = PluginJar.strategy("Twin", "twin", HONEST);
    Path jar = PluginJar.make(home, "twin.jar", Map.of("Twin", source));
    Path out = home.resolve("run");
    Told told =
        Told.of(
            home,
            "run",
            "quick",
            "--plugin",
            jar.toString(),
            "--operations",
            "10",
            "--out",
            out.toString());

    assertEquals(0, told.code(), told.err());
    RunResult run = ResultStore.open(out);
    assertEquals(2 * (Known.strategies() + 1), run.cells().size());
    TrialResult twin = cell(run, "twin");
    TrialResult copy = cell(run, "copy");
    assertEquals(copy.totalsPs(), twin.totalsPs());
    assertEquals(copy.counters(), twin.counters());
    assertEquals(twin.bytes(), twin.payload().checkedBytes());
    assertTrue(
        Told.of(home, "list", "strategies", "--plugin", jar.toString())
            .out()
            .contains("a plug-in of a test"));
    assertTrue(
        Told.of(home, "explain", "--strategy", "twin", "--plugin", jar.toString())
            .out()
            .startsWith("read of 4k: twin on "));
  }

  @Test
  void aCellThatFailsLeavesTheOthersStanding() throws IOException {
    Path jar =
        PluginJar.make(
            home,
            "bad.jar",
            Map.of(
                "Forgetful", PluginJar.strategy("Forgetful", "forgetful", LOSES_ANSWERS),
                "Broken", PluginJar.strategy("Broken", "broken", THROWS)));
    Path out = home.resolve("run");
    Told told =
        Told.of(
            home,
            "run",
            "--strategy",
            "direct,forgetful,broken,copy",
            "--plugin",
            jar.toString(),
            "--operations",
            "10",
            "--out",
            out.toString());

    assertEquals(5, told.code(), told.err());
    RunResult run = ResultStore.open(out);
    assertTrue(run.complete());
    assertEquals(Status.PASSED, cell(run, "direct").status());
    assertEquals(Status.PASSED, cell(run, "copy").status());
    TrialResult forgetful = cell(run, "forgetful");
    assertEquals(Status.FAILED, forgetful.status());
    assertTrue(forgetful.reason().startsWith("payload mismatch, first at "), forgetful.reason());
    assertTrue(forgetful.payload().mismatches() > 0);
    TrialResult broken = cell(run, "broken");
    assertEquals(Status.FAILED, broken.status());
    assertEquals("IllegalStateException: cannot send (Broken.java:30)", broken.reason());
    assertTrue(
        told.err().contains("portbench: failed: " + broken.id() + ": " + broken.reason()),
        told.err());
    assertTrue(told.out().startsWith("custom: 4 cells, 2 passed, 2 failed\nfailed  "), told.out());
    assertTrue(Files.readString(out.resolve("report.md")).contains("cannot send"));
  }

  @Test
  void aJarThatAddsNothingIsRefused() throws IOException {
    Path text = Files.writeString(home.resolve("text.jar"), "no zip at all");
    assertTrue(refused(text).startsWith("cannot be read as a jar: "), refused(text));
    Path empty = PluginJar.ofText(home.resolve("empty.jar"), "README", "nothing");
    assertEquals("has no " + PluginJar.SERVICE + ", which names its strategies", refused(empty));
    Path nobody = PluginJar.ofText(home.resolve("nobody.jar"), PluginJar.SERVICE, "# none\n\n");
    assertEquals("its " + PluginJar.SERVICE + " names no class", refused(nobody));
    Path absent = PluginJar.ofText(home.resolve("absent.jar"), PluginJar.SERVICE, "a.B\n");
    assertEquals("its strategy cannot be loaded: Provider a.B not found", refused(absent));
    Path ours =
        PluginJar.ofText(
            home.resolve("ours.jar"),
            PluginJar.SERVICE,
            "org.portbench.strategies.builtin.CopyStrategy\n");
    assertTrue(refused(ours).contains(" already"), refused(ours));
  }

  @Test
  void manyJarsAddTheirsOneByOne() throws IOException {
    List<String> args = new ArrayList<>(List.of("list", "strategies"));
    for (String type : List.of("One", "Two", "Three")) {
      String source = PluginJar.strategy(type, type, HONEST);
      args.add("--plugin");
      args.add(PluginJar.make(home, type + ".jar", Map.of(type, source)).toString());
    }
    Told told = Told.of(home, args.toArray(String[]::new));
    assertEquals(0, told.code(), told.err());
    assertEquals(Known.strategies() + 3, told.out().lines().count(), told.out());
  }

  @Test
  void aStrategyNeedsANameOfItsOwn() throws IOException {
    Path same =
        PluginJar.make(
            home, "same.jar", Map.of("Same", PluginJar.strategy("Same", "copy", HONEST)));
    assertEquals("there is a strategy 'copy' already; give this one another name", refused(same));
    Path odd =
        PluginJar.make(home, "odd.jar", Map.of("Odd", PluginJar.strategy("Odd", "a/b", HONEST)));
    assertEquals(
        "com.example.plugin.Odd is called 'a/b'; a name is letters, digits, dots and hyphens",
        refused(odd));
  }

  @Test
  void aStrategyThatCannotBeMadeIsRefused() throws IOException {
    String made =
        """
        made();

          private static MessagingStrategy made() {
            throw new IllegalStateException("not today");
          }
        """;
    String source = PluginJar.strategy("Shy", "shy", HONEST).replace("new CopyStrategy();", made);
    Path jar = PluginJar.make(home, "shy.jar", Map.of("Shy", source));
    assertTrue(refused(jar).contains("not today"), refused(jar));
  }

  private String refused(Path jar) {
    Told told = Told.of(home, "run", "--plugin", jar.toString());
    assertEquals(2, told.code());
    String start = "portbench: --plugin " + jar + ": ";
    assertTrue(told.oneLine().startsWith(start), told.oneLine());
    return told.oneLine().substring(start.length());
  }

  private static TrialResult cell(RunResult run, String strategy) {
    return run.cells().stream()
        .filter(cell -> cell.identity().strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }
}
