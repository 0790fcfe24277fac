package org.portbench.hardware.dma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.mmu.Iommu;
import org.portbench.hardware.sim.EventQueue;

/** A device with memory and nothing else; the test is its driver. */
final class Rig {
  static final int PAGE_BYTES = 4096;

  final EventQueue events = new EventQueue();
  final Meter meter;
  final PhysicalMemory memory;
  final Iommu iommu;
  final DmaDevice device;
  final List<Command> completed = new ArrayList<>();
  CompletionListener then = (command, nowPs) -> {};

  Rig(MachineProfile.Device profile) {
    this(profile, IommuMode.OFF, 0);
  }

  Rig(MachineProfile.Device profile, IommuMode mode, long busPsPerByte) {
    MachineProfile machine = machine(profile, mode, busPsPerByte);
    this.meter = new Meter(new Prices(machine));
    this.memory = new PhysicalMemory(machine, meter, events);
    this.iommu = new Iommu(machine, meter, events, memory);
    this.device = new DmaDevice(profile, memory, iommu, meter, events);
    device.onCompletion(this::completed);
  }

  private static MachineProfile machine(
      MachineProfile.Device device, IommuMode mode, long busPsPerByte) {
    return new MachineProfile(
        "rig",
        "a device and its memory",
        2026,
        new MachineProfile.Processor(1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        new MachineProfile.Memory(
            PAGE_BYTES,
            64,
            1L << 30,
            1 << 15,
            1 << 20,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            busPsPerByte,
            false,
            0),
        new MachineProfile.Mmu(1, 1, true, true, 1, 1, 1, 1, 1, 33),
        new MachineProfile.Iommu(mode, 1, 1, 1, 1),
        new MachineProfile.Interrupts(1, 1, 0),
        device,
        Map.of(),
        "",
        List.of());
  }

  private void completed(Command command, long nowPs) {
    completed.add(command);
    then.completed(command, nowPs);
  }

  Frame[] frames(int count) {
    Frame[] frames = new Frame[count];
    for (int i = 0; i < count; i++) {
      frames[i] = memory.frame(memory.take());
    }
    return frames;
  }

  Command read(long address, Frame... frames) {
    return command(Command.Kind.READ, address, frames);
  }

  Command write(long address, Frame... frames) {
    return command(Command.Kind.WRITE, address, frames);
  }

  Command flush() {
    return command(Command.Kind.FLUSH, 0);
  }

  /** Whole pages, at their physical addresses. */
  private static Command command(Command.Kind kind, long address, Frame... frames) {
    Command command = new Command().prepare(kind, address, "test");
    for (Frame frame : frames) {
      command.memory().append((long) frame.number() * PAGE_BYTES, PAGE_BYTES);
    }
    return command;
  }

  /** Any length, at the physical address 0 and following. */
  static Command of(Command.Kind kind, long address, long bytes) {
    Command command = new Command().prepare(kind, address, "test");
    command.memory().append(0, bytes);
    return command;
  }

  void submit(Command... commands) {
    for (Command command : commands) {
      if (!device.submit(command)) {
        throw new AssertionError("the ring is full");
      }
    }
    device.ringDoorbell(events.nowPs());
  }

  /** Runs until nothing is left to happen. */
  void finish() {
    while (events.runNext()) {}
  }

  /** Submits one command and tells how long it takes from the doorbell to its completion. */
  long timePs(Command command) {
    submit(command);
    finish();
    return command.completedPs() - command.submittedPs();
  }

  void waitPs(long ps) {
    events.schedule(events.newSlot(0, now -> {}), events.nowPs() + ps);
    finish();
  }
}
