package org.portbench.hardware;

import java.util.List;
import java.util.stream.IntStream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.cpu.InterruptController;
import org.portbench.hardware.dma.DmaDevice;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.mmu.Iommu;
import org.portbench.hardware.mmu.Shootdown;
import org.portbench.hardware.sim.EventQueue;

/** One machine in virtual time, wired up from its profile. */
public final class Machine {
  private final MachineProfile profile;
  private final EventQueue events = new EventQueue();
  private final Meter meter;
  private final PhysicalMemory memory;
  private final List<Core> cores;
  private final Shootdown shootdown;
  private final Iommu iommu;
  private final InterruptController interrupts;
  private final DmaDevice device;

  public Machine(MachineProfile profile) {
    this.profile = profile;
    this.meter = new Meter(new Prices(profile));
    this.memory = new PhysicalMemory(profile, meter, events);
    this.cores =
        IntStream.range(0, profile.cpu().cores())
            .mapToObj(number -> new Core(number, profile, meter, events))
            .toList();
    this.shootdown = new Shootdown(profile, meter, cores);
    this.iommu = new Iommu(profile, meter, events, memory);
    this.interrupts = new InterruptController(profile, meter, events);
    this.device = new DmaDevice(profile.device(), memory, iommu, meter, events);
  }

  public MachineProfile profile() {
    return profile;
  }

  public EventQueue events() {
    return events;
  }

  public Meter meter() {
    return meter;
  }

  public PhysicalMemory memory() {
    return memory;
  }

  public List<Core> cores() {
    return cores;
  }

  public Shootdown shootdown() {
    return shootdown;
  }

  public Iommu iommu() {
    return iommu;
  }

  public InterruptController interrupts() {
    return interrupts;
  }

  public DmaDevice device() {
    return device;
  }

  /** What time it is within the running segment. */
  public long nowPs() {
    return events.nowPs() + meter.segmentPs();
  }
}
