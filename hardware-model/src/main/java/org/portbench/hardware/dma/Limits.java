package org.portbench.hardware.dma;

import org.portbench.hardware.cost.MachineProfile;

/**
 * What the device takes; anything else is a defect of its driver.
 *
 * @param blockBytes a power of two
 */
record Limits(int blockBytes, long capacityBytes, int maxSegments, long maxTransferBytes) {

  static Limits of(MachineProfile.Device device) {
    return new Limits(
        device.blockBytes(),
        device.capacityBytes(),
        device.maxSegments(),
        device.maxTransferBytes());
  }

  void check(Command command) {
    long bytes = command.bytes();
    if (command.kind() == Command.Kind.FLUSH) {
      if (bytes != 0) {
        throw refused(command, "a flush has no data");
      }
      return;
    }
    if (bytes == 0) {
      throw refused(command, "there is no data");
    }
    if (((bytes | command.address()) & (blockBytes - 1)) != 0) {
      throw refused(command, "address and length must be multiples of the block, " + blockBytes);
    }
    if (bytes > maxTransferBytes) {
      throw refused(command, "a command moves at most " + maxTransferBytes);
    }
    if (command.address() < 0 || command.address() > capacityBytes - bytes) {
      throw refused(command, "the medium has " + capacityBytes);
    }
    int segments = command.memory().segments();
    if (segments > maxSegments) {
      throw refused(command, segments + " segments, a command has at most " + maxSegments);
    }
  }

  private static IllegalArgumentException refused(Command command, String why) {
    return new IllegalArgumentException(command + ": " + why);
  }
}
