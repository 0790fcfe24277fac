package org.portbench.harness.linux.compare;

import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.run.LinuxCell;
import org.portbench.harness.linux.run.Placement;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.run.StackSpec;
import org.portbench.harness.run.Trial;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/**
 * The model's counterpart of a cell on Linux: the same requests through a stack that is made alike.
 *
 * @param machine this one, as it was measured
 */
record ModelSide(MachineProfile machine, Strategies strategies) {
  private static final long OPERATIONS = 60;
  private static final long OPERATIONS_OF_LARGE = 12;
  private static final int LARGE_BYTES = 1 << 20;

  /**
   * What the model says.
   *
   * @param why it says nothing; otherwise empty
   */
  record Said(long latencyNs, long cpuNs, String why) {}

  Said of(LinuxCell linux) {
    OwnTime own = new OwnTime();
    TrialResult time = run(cell(linux, true), own);
    TrialResult work = run(cell(linux, false), new OwnTime());
    if (!time.passed()) {
      return new Said(0, 0, "in the model: " + time.reason());
    }
    long ownNs = own.nsOfLast(time.operations());
    return new Said(
        Math.max(1, time.latencyNs().mean() - ownNs),
        Math.max(1, work.cpuNsPerOperation() - ownNs),
        "");
  }

  private TrialResult run(Cell cell, OwnTime own) {
    return new Trial(cell, strategies.create(cell.strategy())).showing(own).run();
  }

  /**
   * @param waits whether what is waited for within a price is in it
   */
  Cell cell(LinuxCell linux, boolean waits) {
    MachineProfile priced = new StandIns(machine, linux, waits).priced();
    long operations = linux.bytes() >= LARGE_BYTES ? OPERATIONS_OF_LARGE : OPERATIONS;
    return new Cell(
        priced, stack(linux), linux.workload(), linux.way().word(), linux.seed(), operations);
  }

  /** The driver's process is one more layer of the model's, the last. */
  static StackSpec stack(LinuxCell linux) {
    boolean direct = linux.way() == WayKind.DIRECT;
    boolean file = linux.device() == DeviceKind.FILE;
    StackSpec stack =
        StackSpec.PLAIN
            .with(StackKnob.LAYERS, direct ? linux.layers() : linux.layers() + 1)
            .with(StackKnob.ENDPOINT, file ? "device" : "sink")
            .with(StackKnob.LAYER_CPU, linux.placement() == Placement.ONE_CPU ? "client" : "own");
    if (linux.device() == DeviceKind.SINK_DATA) {
      stack = stack.with(StackKnob.TOUCH, "data");
    }
    if (linux.way() == WayKind.MACH_3) {
      // A private mapping takes nothing from the sender, as if it never wrote again.
      stack = stack.with(StackKnob.SENDER, "keeps");
    }
    return drivenByAddress(linux) ? stack.with(StackKnob.REFUSING, 1) : stack;
  }

  /** Whether the driver maps what it gets, without anybody's looking at it. */
  private static boolean drivenByAddress(LinuxCell linux) {
    return linux.device() != DeviceKind.SINK_DATA
        && (linux.way() == WayKind.FD || (linux.way() == WayKind.VM_OBJECT && reads(linux)));
  }

  static boolean reads(LinuxCell linux) {
    return linux.workload().name().contains("read");
  }
}
