package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * What a modeled operation takes of the computer that models it, which no later change may raise
 * unseen. Where one has a good reason, {@code mvn -pl harness -am test -Dtest=EffortTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Deffort.write=true} writes the table anew.
 */
class EffortTest {
  private static final Path TABLE = Path.of("src", "test", "resources", "effort.txt");
  private static final List<String> WORKLOADS =
      List.of("randread-4k", "randwrite-4k", "randread-64k", "randwrite-64k");

  @BeforeAll
  static void writeTable() throws IOException {
    if (!Boolean.getBoolean("effort.write")) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "# For " + Effort.OPERATIONS + " operations on server-2024, 32 at a time; bytes for each.");
    lines.add(Effort.HEADING);
    for (String strategy : strategies()) {
      for (String workload : WORKLOADS) {
        lines.add(Effort.of(strategy, workload).toString());
      }
    }
    Files.write(TABLE, lines);
  }

  static List<Effort> table() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#") && !line.equals(Effort.HEADING))
        .map(Effort::parse)
        .toList();
  }

  private static List<String> strategies() {
    return new Strategies(EffortTest.class.getClassLoader())
        .all().stream().map(MessagingStrategy::name).toList();
  }

  @ParameterizedTest
  @MethodSource("table")
  void operationsTakeNoMoreThanTheySay(Effort expected) {
    assertEquals(expected, Effort.of(expected.strategy(), expected.workload()));
  }

  @Test
  void noneLeavesMemoryBehind() throws IOException {
    assertEquals(List.of(), table().stream().filter(effort -> effort.bytes() > 0).toList());
  }

  @Test
  void theTableHasAllStrategies() throws IOException {
    List<String> all = strategies();
    assertEquals(all, table().stream().map(Effort::strategy).distinct().toList());
    assertEquals(all.size() * WORKLOADS.size(), table().size());
  }
}
