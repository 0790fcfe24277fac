package org.portbench.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.cpu.Activity;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.mmu.AddressSpace;

class MachineTest {
  private static final long SEGMENT_PS = 1_000_000;

  private final List<String> log = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"pc-2003", "server-2024"})
  void builtInMachine_hasWhatItsProfileSays(String name) {
    Machine machine = new Machine(MachineProfiles.builtIn(name));
    assertEquals(machine.profile().cpu().cores(), machine.cores().size());
    for (int number = 0; number < machine.cores().size(); number++) {
      assertEquals(number, machine.cores().get(number).number());
      assertTrue(machine.cores().get(number).idle());
    }
    assertEquals(machine.profile().memory().pageBytes(), machine.memory().pageBytes());
    assertTrue(machine.device().idle());
    assertTrue(machine.events().idle());
    assertEquals(0, machine.nowPs());
  }

  @Test
  void timeWithinASegment_isPastTheClock() {
    Machine machine = new Machine(PrimeMachine.cores(1));
    machine.meter().charge(Category.MAP, "WORK", 1, 77);
    assertEquals(77, machine.nowPs());
    assertEquals(0, machine.events().nowPs());
  }

  /** An interrupt is 307, a page's invalidation 23. */
  @Test
  void shootdownOfAUserSpace_lengthensTheSegmentsThatRunInIt() {
    Machine machine = new Machine(PrimeMachine.cores(4));
    AddressSpace space = new AddressSpace(1, "space");
    AddressSpace other = new AddressSpace(2, "other");
    start(machine, 1, space);
    start(machine, 2, other);
    machine.cores().get(3).load(space);
    at(machine, 10_000, () -> round(machine, space));
    finish(machine);
    assertEquals(List.of("cpu2 ends at 1000503", "cpu1 ends at 1000833"), log);
    assertEquals(1, machine.meter().counter(Counter.TLB_SHOOTDOWNS));

    start(machine, 3, space);
    finish(machine);
    long wokenPs = 1_000_833 + 503;
    assertEquals("cpu3 ends at " + (wokenPs + 101 + SEGMENT_PS), log.getLast(), "it owed a flush");
  }

  @Test
  void shootdownOfAKernelMapping_reachesAllOf64Cpus() {
    Machine machine = new Machine(PrimeMachine.cores(64));
    AddressSpace kernel = new AddressSpace(AddressSpace.KERNEL_TAG, "kernel");
    for (int number = 1; number < 33; number++) {
      start(machine, number, new AddressSpace(number, "space " + number));
    }
    machine.cores().forEach(core -> core.tlb().insert(kernel, 5, 77));
    at(machine, 10_000, () -> round(machine, kernel));
    finish(machine);
    assertEquals(32, log.size());
    log.forEach(line -> assertTrue(line.endsWith(" ends at 1000833"), line));
    assertEquals(1, machine.meter().counter(Counter.TLB_SHOOTDOWNS));
    for (int number = 1; number < 64; number++) {
      start(machine, number, new AddressSpace(100 + number, "later"));
    }
    finish(machine);
    machine.cores().forEach(core -> assertEquals(0, core.tlb().probe(kernel, 5)));
  }

  private static void round(Machine machine, AddressSpace space) {
    machine.shootdown().round(machine.cores().getFirst(), space, 5, 1, 1);
    machine.meter().takeSegment();
  }

  private void start(Machine machine, int number, AddressSpace space) {
    Core core = machine.cores().get(number);
    core.load(space);
    core.enqueue(
        new Activity() {
          @Override
          public void run(Core on) {
            machine.meter().charge(Category.MAP, "WORK", 1, SEGMENT_PS);
          }

          @Override
          public void ended(Core on) {
            log.add("cpu" + on.number() + " ends at " + machine.events().nowPs());
          }
        },
        0,
        false);
  }

  private static void at(Machine machine, long timePs, Runnable action) {
    machine.events().schedule(machine.events().newSlot(0, now -> action.run()), timePs);
  }

  private static void finish(Machine machine) {
    while (machine.events().runNext()) {}
  }
}
