package org.portbench.harness.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.run.Cell;

final class PlannerTest {
  private static final List<String> STRATEGIES = List.of("copy", "direct", "null");

  @Test
  void cellsComeInTheOrderOfTheMatrix() {
    List<String> ids =
        ids(
            """
            machines = ["server-2024", "pc-2003"]
            workloads = ["seqread-1m", "randread-4k"]
            strategies = ["null", "copy"]
            operations = 3
            """);
    assertEquals(
        List.of(
            "server-2024/user2-touch-nothing/seqread-1m/null/n3/s1",
            "server-2024/user2-touch-nothing/seqread-1m/copy/n3/s1",
            "server-2024/user2-touch-nothing/randread-4k/null/n3/s1",
            "server-2024/user2-touch-nothing/randread-4k/copy/n3/s1",
            "pc-2003/user2-touch-nothing/seqread-1m/null/n3/s1",
            "pc-2003/user2-touch-nothing/seqread-1m/copy/n3/s1",
            "pc-2003/user2-touch-nothing/randread-4k/null/n3/s1",
            "pc-2003/user2-touch-nothing/randread-4k/copy/n3/s1"),
        ids);
  }

  @Test
  void noCellIsRunTwice() {
    List<String> ids =
        ids(
            """
            machines = ["pc-2003", "pc-2003"]
            strategies = ["copy"]
            placements = ["user", "kernel"]
            layers = [0]
            [[matrix]]
            workloads = ["randread-4k", "randread-64k"]
            sizes = ["4k", "64k"]
            [[matrix]]
            workloads = ["randread-64k"]
            """);
    assertEquals(
        List.of(
            "pc-2003/no-layers-touch-nothing/randread-4k/copy/n10000/s1",
            "pc-2003/no-layers-touch-nothing/randread-64k/copy/n1000/s1"),
        ids);
  }

  @Test
  void strategiesThatNobodyNamesAreAll() {
    Plan plan = plan("machines = ['pc-2003']\nworkloads = ['randread-4k']");
    assertEquals(STRATEGIES, plan.cells().stream().map(Cell::strategy).toList());
  }

  @ParameterizedTest
  @CsvSource({"512, 10000", "16k, 10000", "16385, 1000", "64k, 1000", "65537, 200", "1m, 200"})
  void smallRequestsAreMeasuredMoreOften(String size, long operations) {
    Plan plan =
        plan("machines = ['pc-2003']\nworkloads = ['randread-4k']\nsizes = ['" + size + "']");
    assertEquals(operations, plan.cells().getFirst().operations());
  }

  @Test
  void whatEndsByItselfIsMeasuredWholeUpToALimit(@TempDir Path folder) throws IOException {
    Path trace = Path.of("workloads", "sqlite-wal.iolog");
    assertEquals(8942, withWorkload(trace).cells().getFirst().operations());
    Path job = Files.writeString(folder.resolve("long.fio"), "[a]\nrw=read\nbs=4k\nsize=1g\n");
    Plan plan = withWorkload(job);
    assertEquals(100_000, plan.cells().getFirst().operations());
    assertTrue(
        plan.notes()
            .contains(
                "long.fio: only its first 100000 reads and writes are measured;"
                    + " --operations names another number"),
        plan.notes().toString());
  }

  @Test
  void optionsReplaceTheListsOfEveryMatrix() {
    Experiment dillon = Experiments.find("dillon-2003");
    Matrix options =
        new Matrix(
            List.of(Name.typed("pc-2003")),
            List.of(Name.typed("copy")),
            List.of(Name.typed("seqread-1m")),
            List.of(),
            List.of(),
            Map.of(),
            Matrix.UNSAID.replay(),
            OptionalLong.of(5));
    Experiment changed = dillon.changedBy(options, OptionalLong.of(4));
    assertEquals(
        List.of(
            "pc-2003/user2-touch-nothing/seqread-1m/copy/n5/s4",
            "pc-2003/user2-touch-data/seqread-1m/copy/n5/s4"),
        new Planner(changed, STRATEGIES, Map.of())
            .plan().cells().stream().map(cell -> cell.identity().id()).toList());
  }

  @Test
  void strategiesOfPluginsAreAddedToThoseThatAreNamed() {
    Experiment named =
        experiment(
            "machines = ['pc-2003']\nworkloads = ['randread-4k']\n" + "strategies = ['copy']");
    assertEquals(
        List.of("copy", "mine"),
        named.with(List.of("mine")).matrices().getFirst().strategies().stream()
            .map(Name::text)
            .toList());
    Experiment all = experiment("machines = ['pc-2003']\nworkloads = ['randread-4k']");
    assertEquals(List.of(), all.with(List.of("mine")).matrices().getFirst().strategies());
  }

  @Test
  void dillonAsksAllThatTheClaimsNeed() {
    Experiment dillon = Experiments.find("dillon-2003");
    List<String> strategies = List.of("copy", "direct", "mach-3", "null", "vm-object");
    Plan plan = new Planner(dillon, strategies, Map.of()).plan();
    Set<String> machines =
        new HashSet<>(plan.machines().stream().map(MachineProfile::name).toList());
    assertEquals(Set.of("pc-2003", "server-2024"), machines);
    assertEquals(strategies.size() * 42, plan.cells().size());
    assertEquals(
        plan.cells().size(),
        plan.cells().stream().map(cell -> cell.identity().id()).distinct().count());
  }

  @Test
  void namesThatNobodyKnowsAreNamedWithTheirLine() {
    assertEquals(
        "x.toml:4: unknown strategy 'copi'; did you mean copy?",
        error("machines = ['pc-2003']\nworkloads = ['randread-4k']\nstrategies = ['copi']"));
    assertEquals(
        "x.toml:2: machine pc-2004: unknown; did you mean pc-2003?",
        error("machines = ['pc-2004']\nworkloads = ['randread-4k']"));
    assertTrue(
        error("machines = ['pc-2003']\nworkloads = ['randread-4']")
            .startsWith("x.toml:3: unknown workload 'randread-4'; "));
  }

  @Test
  void anAbsurdMatrixIsRefused() {
    String many = IntStream.range(0, 2000).mapToObj(i -> "'w" + i + "'").toList().toString();
    assertEquals(
        "x: a matrix of 24000 cells; at most 20000",
        error("machines = ['pc-2003', 'server-2024']\nlayers = [1, 2]\nworkloads = " + many));
  }

  @Test
  void twoMachinesOfOneNameAreNotMixedUp(@TempDir Path folder) throws IOException {
    Path other = folder.resolve("mine.toml");
    try (var in = MachineProfile.class.getResourceAsStream("/machines/pc-2003.toml")) {
      Files.writeString(
          other,
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .replace("system_call_ns = { value = 670", "system_call_ns = { value = 671"));
    }
    assertEquals(
        "x.toml:2: pc-2003 and " + other + " are two machines of one name, pc-2003; rename one",
        error("machines = ['pc-2003', '" + other + "']\nworkloads = ['randread-4k']"));
  }

  private static Plan withWorkload(Path file) {
    return plan("machines = ['pc-2003']\nworkloads = ['" + file + "']");
  }

  private static List<String> ids(String text) {
    return plan(text).cells().stream().map(cell -> cell.identity().id()).toList();
  }

  private static Plan plan(String text) {
    return new Planner(experiment(text), STRATEGIES, Map.of()).plan();
  }

  private static Experiment experiment(String text) {
    return new ExperimentText("x", new MatrixText("x.toml", ""), "description = 'x'\n" + text)
        .read();
  }

  private static String error(String text) {
    return assertThrows(ExperimentException.class, () -> plan(text)).getMessage();
  }
}
