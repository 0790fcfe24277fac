package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** Who leaves some memory behind may leave so much more than was once measured. */
  private static final int SLACK_BYTES = 64;

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
    Effort effort = Effort.of(expected.strategy(), expected.workload());
    assertEquals(expected.withBytes(0).toString(), effort.withBytes(0).toString());
    long most = expected.bytes() == 0 ? 0 : expected.bytes() + SLACK_BYTES;
    assertTrue(effort.bytes() <= most, effort.bytes() + " bytes for each operation: " + expected);
  }

  @Test
  void theTableHasAllStrategies() throws IOException {
    List<String> all = strategies();
    assertEquals(all, table().stream().map(Effort::strategy).distinct().toList());
    assertEquals(all.size() * WORKLOADS.size(), table().size());
  }
}
