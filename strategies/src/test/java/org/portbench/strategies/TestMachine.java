package org.portbench.strategies;

import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;

/**
 * A small machine with round prices, in the variants that make kernels do different things.
 *
 * @param directMap the kernel sees all of memory
 * @param tagged TLB entries survive a change of the address space
 */
public record TestMachine(int cores, boolean directMap, boolean tagged, IommuMode iommu) {
  public static final int PAGE = 4096;

  /** One processor of 2003: no direct map, no tags, no IOMMU. */
  public static final TestMachine OLD = new TestMachine(1, false, false, IommuMode.OFF);

  /** Four processors with everything. */
  public static final TestMachine NEW = new TestMachine(4, true, true, IommuMode.STRICT);

  /** These and what lies between. */
  public static final List<TestMachine> ALL =
      List.of(
          OLD,
          NEW,
          new TestMachine(4, false, false, IommuMode.OFF),
          new TestMachine(1, true, true, IommuMode.OFF),
          new TestMachine(4, false, true, IommuMode.STRICT));

  public MachineProfile profile() {
    return profile(256L << 20);
  }

  /** The same with so many bytes of memory. */
  public MachineProfile profile(long memoryBytes) {
    long ns = 1000;
    return new MachineProfile(
        "test",
        "small, with round prices",
        2026,
        new MachineProfile.Processor(
            cores, ns, 10 * ns, 20 * ns, 100 * ns, 500 * ns, 50 * ns, 60 * ns, 70 * ns, 80 * ns),
        new MachineProfile.Memory(
            PAGE,
            64,
            memoryBytes,
            64 << 10,
            1 << 20,
            100,
            200,
            400,
            50,
            100,
            200,
            80,
            10,
            false,
            0),
        new MachineProfile.Mmu(
            16, 4, tagged, directMap, 30 * ns, 40 * ns, 110 * ns, 300 * ns, 900 * ns, 8),
        new MachineProfile.Iommu(iommu, 90 * ns, 95 * ns, 700 * ns, 32),
        new MachineProfile.Interrupts(1000 * ns, 1, 0),
        new MachineProfile.Device(
            512,
            1L << 30,
            8,
            64,
            64,
            1 << 20,
            100 * ns,
            10 * ns,
            100,
            ns,
            new MachineProfile.Medium.Flash(4, PAGE, 1000 * ns, 2000 * ns, 100)),
        Map.of(),
        "test",
        List.of());
  }
}
