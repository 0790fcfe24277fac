package org.portbench.harness.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.workload.ReplayMode;

final class ExperimentTextTest {
  private static final String GOOD =
      """
      description = "two"
      seed = 9
      machines = ["pc-2003"]
      layers = [0, 4]

      [[matrix]]
      workloads = ["randread-4k"]
      sizes = [512, "4k"]
      queue_depths = [1, 32]
      placements = ["kernel"]
      touch = ["data"]
      operations = 77

      [[matrix]]
      machines = ["server-2024"]
      workloads = ["a.fio"]
      strategies = ["copy"]
      replay = "timed"
      """;

  @Test
  void listsBeforeTheFirstMatrixHoldInAllThatDoNotNameTheirs() {
    Experiment read = new ExperimentText("x", new MatrixText("x.toml", ""), GOOD).read();
    assertEquals("two", read.description());
    assertEquals(9, read.seed());
    Matrix first = read.matrices().getFirst();
    assertEquals(List.of("pc-2003"), first.machines().stream().map(Name::text).toList());
    assertEquals(List.of(), first.strategies());
    assertEquals(List.of(512L, 4096L), first.sizes());
    assertEquals(List.of(1, 32), first.queueDepths());
    assertEquals(List.of("0", "4"), first.stack(StackKnob.LAYERS));
    assertEquals(List.of("kernel"), first.stack(StackKnob.PLACEMENT));
    assertEquals(List.of("data"), first.stack(StackKnob.TOUCH));
    assertEquals(OptionalLong.of(77), first.operations());
    Matrix second = read.matrices().getLast();
    assertEquals(List.of("server-2024"), second.machines().stream().map(Name::text).toList());
    assertEquals(List.of("user"), second.stack(StackKnob.PLACEMENT));
    assertEquals(List.of("nothing"), second.stack(StackKnob.TOUCH));
    assertEquals(Optional.of(ReplayMode.TIMED), second.replay());
    assertEquals(OptionalLong.empty(), second.operations());
  }

  @Test
  void filesAreRelativeToTheFileThatNamesThem() {
    Experiment read = new ExperimentText("x", new MatrixText("d/x.toml", "d"), GOOD).read();
    assertEquals("d/a.fio", read.matrices().getLast().workloads().getFirst().text());
    assertEquals("randread-4k", read.matrices().getFirst().workloads().getFirst().text());
  }

  @Test
  void oneMatrixNeedsNoHeading() {
    String text = "description = 'x'\nmachines = ['pc-2003']\nworkloads = ['seqread-1m']";
    Experiment read = new ExperimentText("x", new MatrixText("x.toml", ""), text).read();
    assertEquals(1, read.matrices().size());
    assertEquals(List.of("2"), read.matrices().getFirst().stack(StackKnob.LAYERS));
    assertEquals(1, read.seed());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "seed = 9 | seed = nine | x.toml:2: no valid TOML: Unexpected 'n', expected a value",
        "seed = 9 | seed = 1.5 | x.toml:2: seed takes a text in quotes or a whole number",
        "seed = 9 | speed = 9 | x.toml:2: unknown key speed; did you mean seed?",
        "description = \"two\" | # none | x.toml:1: has no description;"
            + " add description = \"what it is to show\"",
        "sizes = | size = | x.toml:8: unknown key size; did you mean sizes?",
        "sizes = [512, \"4k\"] | sizes = 512 | x.toml:8: sizes must be a list, as in sizes = [...]",
        "sizes = [512, \"4k\"] | sizes = [] | x.toml:8: sizes is empty; leave it out or name"
            + " something",
        "sizes = [512, \"4k\"] | sizes = [0] | x.toml:8: sizes: '0': must be from 1 byte to 64m",
        "queue_depths = [1, 32] | queue_depths = [0] | x.toml:9: queue_depths: '0': must be a whole"
            + " number from 1 to 65536",
        "layers = [0, 4] | layers = [true] | x.toml:4: layers takes a text in quotes or a whole"
            + " number",
        "layers = [0, 4] | layers = [99] | x.toml:4: layers: '99': must be a whole number from 0 to"
            + " 64",
        "\"kernel\" | \"disk\" | x.toml:10: placements: 'disk': must be one of user, kernel",
        "\"data\" | \"all\" | x.toml:11: touch: 'all': must be one of nothing, metadata, data",
        "operations = 77 | operations = -1 | x.toml:12: operations: '-1': must be a whole number"
            + " from 1 to 1000000000",
        "\"timed\" | \"later\" | x.toml:18: replay: 'later': must be one of asap, timed",
        "machines = [\"pc-2003\"] | # | x.toml:6: no machines are named;"
            + " add machines = [\"server-2024\"]",
        "workloads = [\"a.fio\"] | # | x.toml:14: no workloads are named;"
            + " add workloads = [\"randread-4k\"]",
      })
  void whatIsWrongIsNamedWithItsLine(String part, String instead, String message) {
    assertTrue(GOOD.contains(part), part);
    String text = GOOD.replace(part, instead);
    Exception error =
        assertThrows(
            ExperimentException.class,
            () -> new ExperimentText("x", new MatrixText("x.toml", ""), text).read());
    assertEquals(message, error.getMessage());
  }

  @Test
  void aMatrixIsATable() {
    String text = "description = 'x'\nmatrix = 3";
    Exception error =
        assertThrows(
            ExperimentException.class,
            () -> new ExperimentText("x", new MatrixText("x.toml", ""), text).read());
    assertEquals(
        "x.toml:2: matrix must be tables, each beginning with [[matrix]]", error.getMessage());
  }

  @Test
  void theBuiltInOnesAreRight() {
    for (String name : Experiments.names()) {
      Experiment experiment = Experiments.find(name);
      assertEquals(name, experiment.name());
      assertFalse(experiment.description().isBlank());
    }
  }

  @Test
  void aFileIsCalledByItsName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my own.toml"), GOOD);
    Experiment experiment = Experiments.find(file.toString());
    assertEquals("my-own", experiment.name());
    assertEquals(file + ":3", experiment.matrices().getFirst().machines().getFirst().where());
  }
}
