package org.portbench.harness.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * One mechanism of machine or kernel that can be switched off alone, to show what it contributes.
 */
public enum Mechanism {
  NOTHING,
  /** Address-space tags: without, a switch forgets all of a TLB that is not global. */
  TAGS(number("mmu.tagged", "false")),
  /** The kernel's standing mapping of all memory. */
  DIRECT_MAP(number("mmu.direct_map", "false")),
  /** What a miss in the TLB costs. */
  TLB_MISSES(number("mmu.tlb_miss_ns", "0")),
  /** What the kernel pays to write entries of page tables, other than in a fault. */
  PAGE_TABLE_WRITES(number("mmu.pte_write_ns", "0")),
  /** All that CPUs copy or read is in the private cache of whoever does, and needs no bus. */
  CACHE_MISSES,
  /** What it costs others, and the initiator to wait for them, when translations are withdrawn. */
  SHOOTDOWNS,
  /** What faults cost, without the copying and zeroing that they cause. */
  FAULTS(
      number("measured.soft_fault_ns", "0"),
      number("measured.protection_fault_ns", "0"),
      number("measured.kernel_fault_ns", "0")),
  /** The way of system calls into the kernel and back. */
  TRAPS,
  /** What it costs to take memory of the kernel's and give it back: small blocks, and pages. */
  ALLOCATIONS(
      number("cpu.allocation_ns", "0"),
      number("measured.page_allocate_ns", "0"),
      number("measured.page_free_ns", "0")),
  /** The way out of idle of a CPU that is woken. */
  IDLE(number("cpu.idle_exit_ns", "0"), number("cpu.ipi_latency_ns", "0")),
  /** A sole reference to a virtual copy is written in place. */
  SHADOW_SKIP,
  /** Memory that its sender gives up moves, instead of being copied virtually. */
  MOVES,
  /**
   * One system call that sends a message and waits for the next; with it, all that only it opens.
   */
  COMBINED_CALLS,
  /** The shorter way through the kernel for simple messages, all in one piece. */
  FAST_PATH;

  private static final String WHY = "switched off";

  private final List<Number> changes;

  Mechanism(Number... changes) {
    this.changes = List.of(changes);
  }

  private static Number number(String key, String value) {
    return new Number(key, value, "estimate", WHY);
  }

  static Mechanism of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String[] wordsArray() {
    return Arrays.stream(values()).map(Mechanism::word).toArray(String[]::new);
  }

  static String words() {
    return Stream.of(values())
        .filter(mechanism -> mechanism != NOTHING)
        .map(Mechanism::word)
        .collect(Collectors.joining(", "));
  }

  /** The machine without it. */
  MachineProfile switchedOff(MachineProfile machine) {
    return changes.isEmpty()
        ? machine
        : MachineProfiles.with(machine, changes.toArray(Number[]::new));
  }

  /** What messages cost without it. */
  PortKind switchedOff(PortKind ports) {
    return switch (this) {
      case COMBINED_CALLS -> ports.withCombinedCalls(false);
      case FAST_PATH -> ports.withoutShorterWay();
      default -> ports;
    };
  }

  /** What a machine and its kernel do by themselves is done without it from now on. */
  void switchOff(Machine machine, Kernel kernel) {
    switch (this) {
      case SHOOTDOWNS -> machine.shootdown().free();
      case SHADOW_SKIP -> kernel.vm().shadowSkip(false);
      case MOVES -> kernel.vm().moves(false);
      case TRAPS -> machine.meter().free(Primitive.SYSTEM_CALL);
      case CACHE_MISSES -> machine.memory().alwaysCached();
      default -> {}
    }
  }
}
