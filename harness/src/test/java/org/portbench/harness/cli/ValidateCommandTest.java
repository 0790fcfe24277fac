package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {
  private static final Pattern TOML = Pattern.compile("```toml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home;

  @Test
  void theExampleOfTheGuide_runsAsItStands() throws IOException {
    String guide = Files.readString(Path.of("..", "CONTRIBUTING.md"));
    String chapter = guide.substring(guide.indexOf("## Add a target"));
    List<String> blocks =
        TOML.matcher(chapter).results().map((MatchResult found) -> found.group(1)).toList();
    assertEquals(1, blocks.size());
    Path figures = Files.writeString(home.resolve("my-figures.toml"), blocks.getFirst());
    Path out = home.resolve("out");
    Told told = validate(figures, out);

    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().startsWith("my-figures\n"), told.out());
    String last = told.out().strip().lines().toList().getLast();
    assertTrue(
        last.matches("[01] of 1 targets met, [01] not met; 0 more are shown and not counted"),
        last);
    for (String file :
        List.of("validate.json", "validate.html", "validate.md", "charts/validation-model.svg")) {
      assertTrue(Files.exists(out.resolve(file)), file);
    }
  }

  @Test
  void aMachineOfOnesOwn_isFoundBesideTheFile() throws IOException {
    Path machines = Path.of("..", "hardware-model/src/main/resources/machines");
    String profile = Files.readString(machines.resolve("pc-2003.toml"));
    Files.writeString(home.resolve("mine.toml"), profile.replace("\"pc-2003\"", "\"mine\""));
    Path figures = figures("machines = [\"mine.toml\"]");
    Path out = home.resolve("out");
    assertEquals(0, validate(figures, out).code());
    String json = Files.readString(out.resolve("validate.json"));
    assertTrue(json.contains("\"mine/no-layers-touch-nothing-sink/null-request/"), json);
  }

  @Test
  void jobsAndRepetition_changeNoByte() throws IOException {
    Path figures = figures("machines = [\"pc-2003\"]");
    Path one = home.resolve("one");
    Path three = home.resolve("three");
    assertEquals(0, validate(figures, one, "--jobs", "1").code());
    assertEquals(0, validate(figures, three, "--jobs", "3").code());
    for (String file : List.of("validate.json", "validate.html", "validate.md")) {
      assertEquals(
          Files.readString(one.resolve(file)), Files.readString(three.resolve(file)), file);
    }
  }

  @Test
  void whatIsMissed_isCounted_explained_andNoFailure() throws IOException {
    Path figures = figures("machines = [\"pc-2003\"]");
    Told told = validate(figures, home.resolve("out"));
    assertEquals(0, told.code());
    assertTrue(told.out().contains("far: A call. It was never so slow."), told.out());
    assertTrue(
        told.out()
            .strip()
            .endsWith("1 of 2 targets met, 1 not met; 0 more are shown and not" + " counted"),
        told.out());
  }

  @Test
  void aMistakeInAFile_isOneLineWithItsPlace() throws IOException {
    Path figures = figures("machines = [\"pc-2030\"]");
    Told told = validate(figures, home.resolve("out"));
    assertEquals(2, told.code());
    assertEquals(
        "portbench: " + figures + ":2: machine pc-2030: unknown; did you mean pc-2003?",
        told.oneLine());
  }

  @Test
  void aTableThatIsNotThere_isSaidSo() {
    Told told = Told.of(home, "validate", "--targets", "dean-1992");
    assertEquals(2, told.code());
    assertTrue(told.oneLine().startsWith("portbench: unknown targets 'dean-1992'; "), told.err());
    Told file = Told.of(home, "validate", "--targets", "gone.toml");
    assertEquals("portbench: gone.toml: no such file", file.oneLine());
  }

  @Test
  void aDirectoryThatHoldsARun_isRefused() throws IOException {
    Path figures = figures("machines = [\"pc-2003\"]");
    assertEquals(0, validate(figures, home.resolve("out")).code());
    Told again = validate(figures, home.resolve("out"));
    assertEquals(2, again.code());
    assertTrue(again.oneLine().contains("already holds a run (validate.json)"), again.err());
  }

  @Test
  void builtInTables_areListed() {
    Told told = Told.of(home, "list", "targets");
    assertEquals(0, told.code());
    assertTrue(told.out().startsWith("dean-armand-1992 "), told.out());
  }

  private Told validate(Path figures, Path out, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("validate", "--targets", figures.toString(), "--out", out.toString()));
    args.addAll(List.of(more));
    return Told.of(home, args.toArray(String[]::new));
  }

  private Path figures(String machines) throws IOException {
    return Files.writeString(
        home.resolve("figures.toml"),
        """
        description = "a null call, published twice"
        %s
        [[run]]
        id = "call"
        strategies = ["direct"]
        workloads = ["null-request"]
        layers = [0]
        endpoint = ["sink"]
        operations = 50
        [[target]]
        id = "near"
        kind = "prediction"
        source = "Somebody 2003"
        quantity = "latencyNs.mean(call)"
        unit = "us"
        expected = 0.7
        compares = "A call."
        [[target]]
        id = "far"
        kind = "prediction"
        source = "Somebody 2003"
        quantity = "latencyNs.mean(call)"
        unit = "us"
        expected = 7
        compares = "A call."
        unmet = "It was never so slow."
        """
            .formatted(machines));
  }
}
