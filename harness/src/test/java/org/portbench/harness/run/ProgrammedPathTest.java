package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/**
 * The driver's part of {@link DataPathTest}'s way where the CPU moves the data, worked out by hand.
 */
class ProgrammedPathTest {
  private static final StackSpec PIO =
      StackSpec.user(1, Touch.NOTHING).with(StackKnob.TRANSFER, "pio");

  private static final List<String> READ =
      List.of(
          // No page is held, shown to the device or listed: 114241 + 17011 + 37.
          "at 114241 driver submits to the device",
          "DRIVER DRIVER_SUBMIT 1 17011",
          "DRIVER DOORBELL 1 37",
          "at 131289 device: fetches descriptors",
          "at 131289 device: reads the medium",
          // 100003 and 4096 at 13 ps; then the CPU comes out of idle.
          "DEVICE MEDIUM 1 153251",
          "IDLE IDLE_EXIT 1 503",
          "at 285043 cpu1: interrupt",
          "INTERRUPT INTERRUPT 1 20011",
          "WAKEUP WAKE_UP 1 8009",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 319070 driver completes",
          "DRIVER DRIVER_COMPLETE 1 18013",
          // The page is found in its object; 4096 at the link's 11 ps, and into memory at 3: the
          // other CPU had it last.
          "MAP PAGE_LOOKUP 1 11003",
          "DRIVER PIO_BYTES 4096 45056",
          "COPY TOUCH_BYTES 4096 12288",
          // 319070 + 18013 + 11003 + 45056 + 12288 = 405430.
          "at 405430 driver replies");

  private static final List<String> WRITE =
      List.of(
          "at 126657 driver submits to the device",
          "DRIVER DRIVER_SUBMIT 1 17011",
          "MAP PAGE_LOOKUP 1 11003",
          "DRIVER PIO_BYTES 4096 45056",
          "COPY TOUCH_BYTES 4096 12288",
          "DRIVER DOORBELL 1 37",
          // 126657 + 17011 + 11003 + 45056 + 12288 + 37 = 212052.
          "at 212052 device: fetches descriptors",
          "at 212052 device: writes the medium",
          "DEVICE MEDIUM 1 253251",
          "IDLE IDLE_EXIT 1 503",
          "at 465806 cpu1: interrupt",
          "INTERRUPT INTERRUPT 1 20011",
          "WAKEUP WAKE_UP 1 8009",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 499833 driver completes",
          "DRIVER DRIVER_COMPLETE 1 18013",
          "at 517846 driver replies");

  private static void assertPath(List<String> path, Operation.Kind kind) {
    Rig rig =
        new Rig(
            Recording.cell("vm-object", PIO, kind),
            new Strategies(ProgrammedPathTest.class.getClassLoader()).create("vm-object"));
    String text = Recording.ofSecondOperation(rig).text();
    assertTrue(text.contains(String.join("\n", path)), text);
    assertEquals("", rig.close());
  }

  @Test
  void aRead_isMovedByTheCpuAfterTheInterrupt() {
    assertPath(READ, Operation.Kind.READ);
  }

  @Test
  void aWrite_isMovedByTheCpuBeforeTheDoorbell() {
    assertPath(WRITE, Operation.Kind.WRITE);
  }

  private static TrialResult run(String machine, String strategy, int bytes) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn(machine),
            PIO,
            SmallLoad.oneAtATime(Operation.Kind.READ, bytes).workload(),
            strategy,
            1,
            50);
    Strategies known = new Strategies(ProgrammedPathTest.class.getClassLoader());
    TrialResult result = new Trial(cell, known.create(strategy)).run();
    assertEquals(Status.PASSED, result.status(), result.reason());
    return result;
  }

  /** Without a direct map nobody can refer to pages and not map them: each, and a shootdown. */
  @ParameterizedTest
  @CsvSource({"vm-object", "fd", "user-iovec", "registered"})
  void referringWithoutMapping_endsWhereTheKernelHasNoDirectMap(String strategy) {
    TrialResult old = run("pc-2003", strategy, 65_536);
    assertEquals(50 * 2 * 16, old.counters().get("pteWrites"));
    TrialResult now = run("server-2024", strategy, 65_536);
    assertEquals(0, now.counters().get("pteWrites"));
    assertEquals(0, now.counters().get("tlbShootdowns"));
  }

  /** 16 commands of 128 KiB on the one, two of 1 MiB on the other: an interrupt for each. */
  @ParameterizedTest
  @CsvSource({"pc-2003, 16", "server-2024, 2"})
  void everyCommandInterrupts_andEveryByteIsMovedAtTheLinksPace(String name, long commands) {
    int bytes = 2 << 20;
    MachineProfile machine = MachineProfiles.builtIn(name);
    long each = machine.device().maxTransferBytes();
    assertEquals(commands, bytes / each);
    TrialResult result = run(name, "vm-object", bytes);
    assertEquals(50 * commands, result.counters().get("interrupts"));
    assertEquals(0, result.counters().get("dmaBytes"));
    long pages = machine.mmu().directMap() ? 0 : 50L * bytes / machine.memory().pageBytes();
    assertEquals(pages, result.counters().get("pagesPinned"), "while they are mapped");
    assertEquals(0, result.counters().get("iommuMappings"));
    assertEquals(0, result.totalsPs().get("dma"));
    TrialResult floor = run(name, "null", bytes);
    long movedPs = 50L * bytes * machine.device().linkPsPerByte();
    assertTrue(floor.totalsPs().get("driver") > movedPs, "the floor moves its bytes too");
  }
}
