package org.portbench.harness.gate.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.experiment.Plugins;

/** The self-test fails where the gate would miss something. */
final class SelfTestTest {
  @TempDir Path folder;
  private final Plugins plugins = Plugins.of(List.of());

  @Test
  void whatNoCellChargesFor_isNamed() throws Exception {
    TestBench bench = bench("pc-2003", "direct", "randread-4k");
    Check.Report numbers = new NumbersCheck(bench, bench.machines().getFirst()).run();
    assertTrue(
        numbers.failures().contains("pc-2003 memory.copy_private_ps_per_byte: no cell charges it"),
        numbers::toString);
    assertFalse(
        numbers.failures().contains("pc-2003 cpu.system_call_ns: no cell charges it"),
        numbers::toString);
    Check.Report primitives = new PrimitivesCheck(bench).run();
    assertTrue(
        primitives.failures().contains("MACH_SEND, instructions: no cell charges it"),
        primitives::toString);
    assertFalse(
        primitives.failures().contains("DRIVER_SUBMIT, lines: no cell charges it"),
        primitives::toString);
  }

  @Test
  void aReasonThatDoesNotHold_isNamed() throws Exception {
    TestBench bench = bench("pc-2003", "direct", "syncwrite-4k");
    MachineProfile machine = bench.machines().getFirst();
    List<String> failures = new NumbersCheck(bench, machine).run().failures();
    assertTrue(
        failures.stream()
            .anyMatch(line ->
                line.startsWith("pc-2003 mmu.shootdown_ns (the machine has one CPU;")
                    && line.endsWith("no cell feels it without that reason either")),
        failures::toString);
  }

  @Test
  void acommandLineThatForgivesEverything_isFound() throws Exception {
    Portbench lenient = _ -> new Portbench.Answer(0, "");
    Files.writeString(
        folder.resolve("small.json"), "{\"cells\": {\n\"a\n    },\n\"operations\": 5");
    SmallSuite suite = SmallSuite.in(folder, lenient);
    Check.Report damaged = new DamageCheck(suite).run();
    assertTrue(damaged.failures().contains("NaN: exit code 0 instead of 4"), damaged::toString);
    assertTrue(
        damaged.failures().contains("a renamed strategy: exit code 0 instead of 4"),
        damaged::toString);
    assertEquals(7, new RefusalCheck(suite).run().failures().size());
    assertTrue(new IrrelevanceCheck(suite).run().passed());
  }

  @Test
  void acommandLineThatAlwaysAlarms_isFound() throws Exception {
    Portbench nervous = _ -> new Portbench.Answer(1, "portbench: changed");
    Files.writeString(folder.resolve("small.json"), "{}");
    SmallSuite suite = SmallSuite.in(folder, nervous);
    assertEquals(9, new IrrelevanceCheck(suite).run().failures().size());
  }

  @ParameterizedTest
  @CsvSource({
    "server-2024, cpu.system_call_ns, 103.001",
    "server-2024, memory.copy_private_ps_per_byte, 33",
    "server-2024, device.flush_us, 20.000001",
    "server-2024, memory.page_bytes, 8192",
    "server-2024, mmu.tagged, false",
    "server-2024, iommu.mode, strict",
    "server-2024, iommu.lazy_batch_pages, 257",
    "pc-2003, device.max_transfer_kib, 129",
  })
  void oneUnitIsTheLeastThereIs(String machine, String key, String expected) {
    MachineProfile profile = MachineProfiles.builtIn(machine);
    assertEquals(expected, OneUnit.more(profile, OneUnit.named(profile, key)).value());
  }

  /** Any number of any built-in machine can be nudged: the suite may take any of them up. */
  @Test
  void eachNumberOfEachMachine_hasAChange() {
    for (String name : MachineProfiles.names()) {
      MachineProfile machine = MachineProfiles.builtIn(name);
      List<String> same = new ArrayList<>();
      machine
          .numbers()
          .forEach(number -> {
            Nudge nudge =
                Unfelt.of(machine, number).orElseGet(() -> Nudge.byOneUnit(machine, number));
            assertEquals(number.key(), nudge.key());
            if (nudge.before().digest().equals(nudge.after().digest())) {
              same.add(number.key());
            }
          });
      assertEquals(List.of(), same, name);
    }
  }

  private TestBench bench(String machine, String strategy, String workload) throws Exception {
    Path file = folder.resolve("few.toml");
    Files.writeString(
        file,
        """
        description = "few cells"
        machines = ["%s"]
        strategies = ["%s"]
        workloads = ["%s"]
        operations = 5
        """
            .formatted(machine, strategy, workload));
    Plan plan = new Planner(Experiments.find(file.toString()), plugins.names(), Map.of()).plan();
    return new TestBench(plan, plugins.strategies(), 1);
  }
}
