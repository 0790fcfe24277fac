package org.portbench.harness.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Device;
import org.portbench.hardware.cost.MachineProfile.Interrupts;
import org.portbench.hardware.cost.MachineProfile.Iommu;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfile.Medium.Flash;
import org.portbench.hardware.cost.MachineProfile.Memory;
import org.portbench.hardware.cost.MachineProfile.Mmu;
import org.portbench.hardware.cost.MachineProfile.Processor;
import org.portbench.hardware.cost.Primitive;

/**
 * CPUs, two unless told otherwise, with tagged TLBs and a direct map, a strict IOMMU, a flash drive
 * with one channel, each price different from all others, but for a light message's two sends. A
 * primitive that is not named here costs so much that it shows.
 */
final class PrimeMachine {
  private static final long UNEXPECTED_PS = 1_000_000_007;

  private static final Map<Primitive, Long> MEASURED_PS =
      Map.ofEntries(
          Map.entry(Primitive.SYSTEM_CALL, 1009L),
          Map.entry(Primitive.LIGHT_SEND, 2003L),
          Map.entry(Primitive.LIGHT_KERNEL_CALL, 2003L),
          Map.entry(Primitive.LIGHT_RECEIVE, 3001L),
          Map.entry(Primitive.HANDLE_INSERT, 4001L),
          Map.entry(Primitive.HANDLE_LOOKUP, 5003L),
          Map.entry(Primitive.THREAD_SWITCH, 6007L),
          Map.entry(Primitive.SPACE_SWITCH, 7001L),
          Map.entry(Primitive.WAKE_UP, 8009L),
          Map.entry(Primitive.MAP_LOOKUP, 9001L),
          Map.entry(Primitive.OBJECT_REFERENCE, 10_007L),
          Map.entry(Primitive.PAGE_LOOKUP, 11_003L),
          Map.entry(Primitive.PAGE_HOLD, 12_007L),
          Map.entry(Primitive.PAGE_UNHOLD, 13_001L),
          Map.entry(Primitive.LAYER_WORK, 14_009L),
          Map.entry(Primitive.BLOCK_LOOKUP, 15_013L),
          Map.entry(Primitive.SCATTER_GATHER_ENTRY, 16_001L),
          Map.entry(Primitive.DRIVER_SUBMIT, 17_011L),
          Map.entry(Primitive.DRIVER_COMPLETE, 18_013L),
          Map.entry(Primitive.MACH_SEND, 20_021L),
          Map.entry(Primitive.MACH_RECEIVE, 21_001L),
          Map.entry(Primitive.MACH_KERNEL_SERVER, 22_003L),
          Map.entry(Primitive.RIGHT_COPY_IN, 23_003L),
          Map.entry(Primitive.RIGHT_COPY_OUT, 24_001L),
          Map.entry(Primitive.ITEM_SCAN, 25_013L),
          Map.entry(Primitive.MAP_FIND_SPACE, 26_003L),
          Map.entry(Primitive.MAP_ENTRY_INSERT, 27_011L),
          Map.entry(Primitive.MAP_ENTRY_REMOVE, 28_001L),
          Map.entry(Primitive.OBJECT_CREATE, 29_009L),
          Map.entry(Primitive.OBJECT_COLLAPSE, 30_011L),
          Map.entry(Primitive.PAGE_ALLOCATE, 31_013L),
          Map.entry(Primitive.PAGE_FREE, 32_003L),
          Map.entry(Primitive.PROTECTION_FAULT, 33_013L),
          Map.entry(Primitive.MACH_ENQUEUE, 34_019L),
          Map.entry(Primitive.MACH_DEQUEUE, 35_023L),
          Map.entry(Primitive.MACH_FAST_SEND, 36_007L),
          Map.entry(Primitive.MACH_RENDEZVOUS, 37_003L),
          Map.entry(Primitive.MACH_FAST_RECEIVE, 38_011L),
          Map.entry(Primitive.THREAD_HANDOFF, 39_019L),
          Map.entry(Primitive.MESSAGE_BUFFER, 40_009L),
          Map.entry(Primitive.SOFT_FAULT, 41_011L),
          Map.entry(Primitive.FUNCTION_CALL, 42_013L));

  private PrimeMachine() {}

  static MachineProfile profile() {
    return profile(2, IommuMode.STRICT);
  }

  static MachineProfile profile(IommuMode mode) {
    return profile(2, mode);
  }

  static MachineProfile profile(int cpus) {
    return profile(cpus, IommuMode.STRICT);
  }

  private static MachineProfile profile(int cpus, IommuMode mode) {
    return new MachineProfile(
        "prime",
        "for tests",
        2026,
        new Processor(cpus, 1, 1, 1, 1, 1, 211, 307, 401, 503),
        new Memory(4096, 64, 16L << 20, 32 << 10, 64 << 10, 2, 6, 10, 1, 3, 5, 7, 2, false, 0),
        new Mmu(64, 4, true, true, 17, 19, 23, 101, 607, 33),
        new Iommu(mode, 29, 31, 701, 1),
        new Interrupts(20_011, 1, 0),
        new Device(
            4096,
            1L << 30,
            1,
            1,
            16,
            1 << 20,
            37,
            41,
            11,
            1_000_003,
            new Flash(1, 4096, 100_003, 200_003, 13)),
        measured(),
        "",
        List.of());
  }

  private static Map<Primitive, Long> measured() {
    Map<Primitive, Long> measured = new EnumMap<>(Primitive.class);
    for (Primitive primitive : Primitive.values()) {
      measured.put(primitive, MEASURED_PS.getOrDefault(primitive, UNEXPECTED_PS));
    }
    return measured;
  }
}
