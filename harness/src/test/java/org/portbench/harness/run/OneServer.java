package org.portbench.harness.run;

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

/** A machine on which nothing takes time but a flash drive's only channel, always the same time. */
final class OneServer {
  static final int PAGE_BYTES = 4096;

  private OneServer() {}

  static MachineProfile machine(long servicePs, int queueDepth) {
    Flash flash = new Flash(1, PAGE_BYTES, servicePs, servicePs, 0);
    return new MachineProfile(
        "one-server",
        "for tests",
        2026,
        new Processor(1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        new Memory(PAGE_BYTES, 64, 1L << 30, 1 << 15, 1 << 20, 0, 0, 0, 0, 0, 0, 0, 0, false, 0),
        new Mmu(1, 1, true, true, 0, 0, 0, 0, 0, 33),
        new Iommu(IommuMode.OFF, 0, 0, 0, 1),
        new Interrupts(0, 1, 0),
        new Device(PAGE_BYTES, 1L << 30, queueDepth, queueDepth, 1, PAGE_BYTES, 0, 0, 0, 0, flash),
        Map.of(),
        "",
        List.of());
  }
}
