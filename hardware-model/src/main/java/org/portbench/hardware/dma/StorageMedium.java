package org.portbench.hardware.dma;

import org.portbench.hardware.cost.MachineProfile;

/**
 * When a device's medium has read or written something: a function of what it was told before, and
 * of how long that keeps it busy. Calls come in the order of time.
 */
sealed interface StorageMedium permits DiskDrive, FlashDrive {

  static StorageMedium of(MachineProfile.Device device) {
    return switch (device.medium()) {
      case MachineProfile.Medium.Disk disk ->
          new DiskDrive(disk, device.capacityBytes(), device.blockBytes());
      case MachineProfile.Medium.Flash flash -> new FlashDrive(flash, device.blockBytes());
    };
  }

  /** What is returned is valid until the next call. */
  Service read(long address, long length, long nowPs);

  /** What is returned is valid until the next call. */
  Service write(long address, long length, long nowPs);
}
