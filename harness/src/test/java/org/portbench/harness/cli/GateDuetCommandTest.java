package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with builds that are next to nothing; what the clock says is not asserted. */
class GateDuetCommandTest {
  private static final String ANSWERS = "System.out.println(\"help\");";

  @TempDir Path home;

  @Test
  void cellsAreListed() {
    Told told = Told.of(home, "gate", "duet", "--list");
    assertEquals(0, told.code());
    List<String> names = told.out().lines().toList();
    assertTrue(names.containsAll(List.of("io.copy.4k", "tail.fd.4k", "queue.32", "start.help")));
    assertEquals(
        "queue.32\nqueue.1024\n",
        Told.of(home, "gate", "duet", "--list", "--cells", "queue").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "duet | gate duet needs --base: a jar or a git ref to compare with, such as --base HEAD~1",
        "duet --base nowhere | 'nowhere' is no file, and no git ref of HOME",
        "duet --base no.jar | no.jar: no such file",
        "duet --base no.jar --blocks 7 | --blocks: '7': must be a whole number from 8 to 50",
        "duet --base no.jar --budget 0 | --budget: '0': must be a whole number from 1 to 1000000",
        "duet --base no.jar --seed x | --seed: 'x': must be a whole number",
        "duet --base no.jar --cells quue | no cell's name matches 'quue'; portbench gate duet"
            + " --list names them",
        "calibrate --repetitions 0 | --repetitions: '0': must be a whole number from 1 to 10000",
        "calibrate --write no/such.json | --write no/such.json: must be a file in a folder that"
            + " exists",
        "calibrate --budget 1s | --budget: '1s': must be a whole number from 1 to 1000000",
      })
  void whatIsWrong_isOneLine(String args, String expected) {
    String[] all = ("gate " + args).split(" ", -1);
    Told told = Told.of(home, all);
    assertEquals(2, told.code(), told.err());
    assertEquals("portbench: " + expected.replace("HOME", home.toString()), told.oneLine());
    assertFalse(Files.exists(home.resolve("results")));
  }

  @Test
  void aDirectoryThatHoldsARun_isRefused() throws IOException {
    Path held = Files.createDirectories(home.resolve("held"));
    Files.createFile(held.resolve("duet.json"));
    Path jar = build("base", ANSWERS);
    Told told = duet(jar, jar, held);
    assertEquals(2, told.code());
    assertEquals(
        "portbench: " + held + ": already holds a run (duet.json); choose another directory",
        told.oneLine());
  }

  @Test
  void whereTimeIsTooShort_nothingIsConcluded_andAllIsKept() throws IOException {
    Path jar = build("base", ANSWERS);
    Path out = home.resolve("out");
    Told told = duet(jar, jar, out, "--budget", "1", "--cells", "start.help");
    assertEquals(3, told.code(), told.err());
    assertTrue(told.out().contains("inconclusive: out of time"), told.out());
    assertTrue(Files.readAllLines(out.resolve("observations.jsonl")).size() >= 2);
    String json = Files.readString(out.resolve("duet.json"));
    assertTrue(json.contains("\"verdict\": \"inconclusive\""), json);
    assertTrue(json.contains("\"complete\": true"), json);
  }

  @Test
  void aHeadThatFails_isNoPass() throws IOException {
    Path base = build("base", ANSWERS);
    Path head = build("head", "System.err.println(\"no more\"); System.exit(7);");
    Told told = duet(base, head, home.resolve("out"), "--cells", "start.help");
    assertEquals(5, told.code(), told.err());
    assertTrue(
        told.out().contains("failed: " + head + " cannot be measured by start.help: no more"),
        told.out());
  }

  @Test
  void aBuildThatLacksWhatIsMeasured_cannotBeCompared() throws IOException {
    Path jar = build("base", ANSWERS);
    Told told = duet(jar, jar, home.resolve("out"), "--cells", "queue.32,io.copy.4k");
    assertEquals(4, told.code(), told.err());
    assertTrue(
        told.out().contains("not comparable: ") && told.out().contains("it lacks org/portbench/"),
        told.out());
  }

  @Test
  void aJarOfSomethingElse_orWithoutItsLibraries_isRefused() throws IOException {
    Path other = PluginJar.ofText(home.resolve("other.jar"), "a.txt", "text");
    assertEquals(
        "portbench: "
            + other
            + ": is no portbench; harness/target/portbench.jar of a built checkout is one",
        duet(other, other, home.resolve("out")).oneLine());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterrupt_keepsEachLaunch_andRemovesWhatItMade() throws Exception {
    Path jar = build("base", ANSWERS);
    Path temporary = Files.createDirectory(home.resolve("temporary"));
    ChildJvm jvm = new ChildJvm(home, List.of("-Djava.io.tmpdir=" + temporary));
    Process process =
        jvm.start(
            "gate",
            "duet",
            "--base",
            jar.toString(),
            "--head",
            jar.toString(),
            "--cells",
            "start.help",
            "--out",
            "out");
    Path observations = home.resolve("out/observations.jsonl");
    while (process.isAlive() && !(Files.exists(observations) && Files.size(observations) > 0)) {
      Thread.sleep(10);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Told told = jvm.ended(process);
    assertEquals(130, told.code(), told.err());
    assertEquals(
        "portbench: interrupted: 0 of 1 cells are decided; every launch is kept in out",
        told.err().lines().toList().getLast());
    assertTrue(Files.readString(home.resolve("out/duet.json")).contains("\"complete\": false"));
    try (var left = Files.list(temporary)) {
      assertEquals(List.of(), left.filter(path -> path.toString().contains("portbench")).toList());
    }
  }

  private Path build(String name, String body) throws IOException {
    String source =
        "package org.portbench.harness.cli; public final class Main {"
            + " public static void main(String[] args) { "
            + body
            + " } }";
    return PluginJar.make(home, name + ".jar", Map.of("Main", source));
  }

  private Told duet(Path base, Path head, Path out, String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                "gate",
                "duet",
                "--base",
                base.toString(),
                "--head",
                head.toString(),
                "--out",
                out.toString()));
    args.addAll(List.of(more));
    return Told.of(home, args.toArray(String[]::new));
  }
}
