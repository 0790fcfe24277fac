package org.portbench.hardware.dma;

import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Medium.Disk;
import org.portbench.hardware.cost.MachineProfile.Medium.Flash;

/** Devices whose numbers are easy to reckon with; not those of any real one. */
final class Devices {
  static final long US = 1_000_000;
  static final long MS = 1000 * US;
  static final int SECTOR_BYTES = 512;

  /** 1000 sectors of 8 us. */
  static final int TRACK_BYTES = 512_000;

  static final int CYLINDERS = 1002;
  static final long DESCRIPTOR_PS = 100_000;
  static final long LINK_PS_PER_BYTE = 143;
  static final long FLUSH_PS = 30 * US;

  private Devices() {}

  /** Four channels, 50 us to read and 10 us to program, then 1 ns a byte. */
  static MachineProfile.Device flash(int queueDepth) {
    return flash(queueDepth, new Flash(4, PAGE_BYTES, 50 * US, 10 * US, 1000), LINK_PS_PER_BYTE);
  }

  static MachineProfile.Device flash(int queueDepth, Flash flash, long linkPsPerByte) {
    return new MachineProfile.Device(
        PAGE_BYTES,
        1L << 40,
        queueDepth,
        1024,
        64,
        1 << 20,
        0,
        DESCRIPTOR_PS,
        linkPsPerByte,
        FLUSH_PS,
        flash);
  }

  /** One channel that takes {@code servicePs} for anything; nothing else takes time. */
  static MachineProfile.Device server(int queueDepth, long servicePs) {
    Flash flash = new Flash(1, PAGE_BYTES, servicePs, servicePs, 0);
    return new MachineProfile.Device(
        PAGE_BYTES, 1L << 40, queueDepth, 4096, 1, PAGE_BYTES, 0, 0, 0, 0, flash);
  }

  /** 7500 rpm, 64 MB/s, seeks of 1 to 10 ms, one track to a cylinder; a link of 10 ns a byte. */
  static MachineProfile.Device disk(int queueDepth) {
    Disk disk = new Disk(MS, 10 * MS, 8 * MS, 15_625, MS / 2, CYLINDERS);
    long capacityBytes = (long) CYLINDERS * TRACK_BYTES;
    return new MachineProfile.Device(
        SECTOR_BYTES,
        capacityBytes,
        queueDepth,
        64,
        1024,
        4L << 20,
        0,
        DESCRIPTOR_PS,
        10_000,
        FLUSH_PS,
        disk);
  }
}
