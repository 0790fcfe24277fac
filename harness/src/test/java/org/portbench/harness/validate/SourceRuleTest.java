package org.portbench.harness.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.GivenText;
import org.portbench.harness.experiment.MatrixText;
import org.portbench.harness.experiment.Plugins;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetUnit;

/** A figure that feeds a profile is no target of it. */
class SourceRuleTest {

  @ParameterizedTest(name = "{0} from {1} on {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // P. Mau's numbers feed the Pentium 4's profile, and one of them the server's.
        "PREDICTION | P. Mau, elsewhere | pc-2003 | a prediction from P. Mau, from which pc-2003's",
        "PREDICTION | P. Mau, elsewhere | server-2024 | a prediction from P. Mau",
        "PREDICTION | P. Mau, elsewhere | next-1990 | ",
        "COMPOSITION | P. Mau, LKML 2002-10-02, lmbench 2.0: pipe latency | pc-2003 | ",
        "COMPOSITION | P. Mau, LKML 2002-10-02, lmbench 2.0: null call 0.67 us | pc-2003 | P. Mau,"
            + " LKML 2002-10-02, lmbench 2.0: null call 0.67 us is the source of pc-2003's"
            + " cpu.system_call_ns",
        "SIGN | p. mau, LKML 2002-10-02, lmbench 2.0: null call | pc-2003 | p. mau",
        "UNPREDICTABLE | P. Mau, LKML 2002-10-02 | pc-2003 | ",
        // Counts of primitives feed every profile.
        "PREDICTION | Draves et al., SOSP'91, Table 3 | next-1990"
            + " | a prediction from Draves et al., from which",
        "COMPOSITION | Draves et al., SOSP'91, Table 3 | next-1990 | ",
        "COMPOSITION | Draves et al., SOSP'91, Table 4 | next-1990 | Draves et al."
      })
  void whatFeedsAProfile_isNoTargetOfIt(
      TargetKind kind, String source, String machine, String broken) {
    Optional<String> said =
        new SourceRule(target(kind, source), MachineProfiles.builtIn(machine)).broken();
    assertEquals(broken != null, said.isPresent(), () -> said.orElse("allowed"));
    said.ifPresent(why -> assertTrue(why.startsWith(broken), why));
  }

  private static Target target(TargetKind kind, String source) {
    return new Target(
        "t",
        "x.toml:1",
        source,
        kind,
        false,
        "1",
        new Formula.Constant(1),
        TargetUnit.RATIO,
        1000,
        "",
        Optional.empty());
  }

  @Test
  void aFileThatBreaksTheRule_isRefused_withItsLine() {
    String text =
        """
        description = "an input as a target"
        [[run]]
        id = "call"
        machines = ["pc-2003"]
        strategies = ["direct"]
        workloads = ["null-request"]
        layers = [0]
        endpoint = ["sink"]
        [[target]]
        id = "null-call"
        kind = "prediction"
        source = "P. Mau, LKML 2002-10-02, lmbench 2.0: null call"
        quantity = "latencyNs.mean(call)"
        unit = "us"
        expected = 0.67
        compares = "The same number twice."
        """;
    TargetTable table =
        new TargetText(new GivenText("x", new MatrixText("x.toml", ""), text)).read();
    String said =
        assertThrows(
                ExperimentException.class,
                () -> PlannedTable.of(table, List.of("direct"), Map.of()))
            .getMessage();
    assertTrue(said.startsWith("x.toml:9: null-call: a prediction from P. Mau, from which"), said);
  }

  /** Planning applies the rule to each target with each of its machines. */
  @Test
  void everyBuiltInTable_canBePlanned_andThereAreEnoughTargets() {
    List<String> strategies = Plugins.of(List.of()).names();
    List<Target> counted = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String name : Targets.names()) {
      PlannedTable planned = PlannedTable.of(Targets.find(name), strategies, Map.of());
      for (Target target : planned.table().targets()) {
        assertTrue(ids.add(target.id()), "a name of its own: " + target.id());
        if (!target.recalled() && target.kind() != TargetKind.UNPREDICTABLE) {
          counted.add(target);
        }
      }
    }
    assertTrue(counted.size() >= 20, counted.size() + " targets count");
    long predictions =
        counted.stream().filter(target -> target.kind() == TargetKind.PREDICTION).count();
    assertTrue(predictions >= 8, predictions + " predictions count");
  }
}
