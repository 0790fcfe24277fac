package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate of this repository, tried whole. */
final class GateSelftestTest {
  @TempDir Path home;

  @Test
  void theGateDoesWhatItMust() {
    Told told = Told.of(home, "gate", "selftest");
    assertEquals(0, told.code(), told.out() + told.err());
    assertTrue(told.out().lines().allMatch(line -> !line.startsWith("FAIL")), told.out());
    assertTrue(told.out().strip().endsWith("The gate passes its self-test: 11 checks."));
    assertEquals("", told.err());
  }
}
