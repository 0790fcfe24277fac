package org.portbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;

/** A machine as the knobs of a stack want it. */
public record Hardware(MachineProfile machine, StackSpec stack) {
  /** Ranges of a request, and where they begin, are multiples of so much. */
  private static final int SMALLEST_PIECE_BYTES = 512;

  private static final String SOURCE = "as the experiment asks";

  /** Why there is no such machine, if there is none. */
  public Optional<String> impossible() {
    boolean iommuAsked = stack.is(StackKnob.IOMMU, "lazy") || stack.is(StackKnob.IOMMU, "strict");
    boolean iommuKnown =
        machine.numbers().stream().anyMatch(n -> n.key().equals("iommu.map_page_ns"));
    if (iommuAsked && !iommuKnown) {
      return Optional.of(machine.name() + " has no IOMMU; its iommu is machine or off");
    }
    if (stack.number(StackKnob.ACTIVE_CPUS) > 1 && machine.cpu().cores() == 1) {
      return Optional.of(machine.name() + " has one CPU; its active-cpus is 1");
    }
    int layers = Math.max(1, stack.layers());
    if (stack.number(StackKnob.REFUSING) > layers) {
      return Optional.of("a stack of " + layers + " layers has no more of them to be refusing");
    }
    if (stack.is(StackKnob.ENDPOINT, "sink") && stack.number(StackKnob.CACHED) > 0) {
      return Optional.of("a sink has no file to cache; its cached is 0, or its endpoint device");
    }
    int seats = 1 + stack.userLayers();
    if (coresNeeded() > machine.cpu().cores() && seats > machine.cpu().cores()) {
      return Optional.of(
          "%s has %d CPUs, of which client and layers take %d; its active-cpus is 1"
              .formatted(machine.name(), machine.cpu().cores(), seats));
    }
    MachineProfile.Device device = machine.device();
    boolean split = stack.number(StackKnob.SEGMENTS) > 1 || stack.is(StackKnob.ALIGNMENT, "odd");
    int pieces = device.blockBytes() / Math.min(SMALLEST_PIECE_BYTES, device.blockBytes());
    if (split && device.maxSegments() < pieces) {
      return Optional.of(
          "the device of "
              + machine.name()
              + " takes one block from at most "
              + device.maxSegments()
              + " places; its segments is 1, its alignment page");
    }
    return Optional.empty();
  }

  MachineProfile profile() {
    List<Number> changes = new ArrayList<>();
    if (!stack.is(StackKnob.IOMMU, "machine") && iommuChanges()) {
      changes.add(number("iommu.mode", stack.words().get(StackKnob.IOMMU)));
    }
    int cores = coresNeeded();
    if (cores > machine.cpu().cores()) {
      changes.add(number("cpu.cores", Integer.toString(cores)));
    }
    MachineProfile wanted =
        changes.isEmpty() ? machine : MachineProfiles.with(machine, changes.toArray(Number[]::new));
    return stack.without().switchedOff(wanted);
  }

  private boolean iommuChanges() {
    return machine.iommu().mode()
        != IommuMode.valueOf(stack.words().get(StackKnob.IOMMU).toUpperCase(Locale.ROOT));
  }

  /**
   * Where many CPUs are to be active in the client's space, the layers still have theirs, if they
   * had them: more CPUs are added, but none that anybody else would move to.
   */
  private int coresNeeded() {
    int active = stack.number(StackKnob.ACTIVE_CPUS);
    return active == 1 ? 1 : active + stack.userLayers();
  }

  private static Number number(String key, String value) {
    return new Number(key, value, "estimate", SOURCE);
  }
}
