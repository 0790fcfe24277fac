package org.portbench.hardware.cost;

import org.portbench.hardware.cost.MachineProfile.Device;
import org.portbench.hardware.cost.MachineProfile.Medium;
import org.portbench.hardware.cost.MachineProfile.Medium.Disk;
import org.portbench.hardware.cost.MachineProfile.Medium.Flash;

/** What a profile says of its device, and of the one medium that this has. */
record DeviceReader(ProfileSection device, ProfileSection disk, ProfileSection flash) {
  private static final int MANY = 1 << 20;

  /** A disk's time for all its bytes is a number that the model works with. */
  private static final long LONGEST_PASS_PS = Long.MAX_VALUE / 4;

  Device read() {
    Device read =
        device.complete(
            new Device(
                device.powerOfTwo("block_bytes", 256, 65_536),
                device.bytes("capacity_mib", 1, 1 << 26),
                device.count("queue_depth", 1, 65_536),
                device.count("ring_entries", 1, 65_536),
                device.count("max_segments", 1, 65_536),
                device.bytes("max_transfer_kib", 1, MANY),
                device.time("doorbell_ns"),
                device.time("descriptor_ns"),
                device.rate("link_ps_per_byte"),
                device.time("flush_us"),
                medium()));
    if (read.queueDepth() > read.ringEntries()) {
      throw device.error("queue_depth", "at most ring_entries, " + read.ringEntries());
    }
    if (read.maxTransferBytes() % read.blockBytes() != 0) {
      throw device.error("max_transfer_kib", "a multiple of block_bytes, " + read.blockBytes());
    }
    if (read.medium() instanceof Disk medium
        && read.capacityBytes() > LONGEST_PASS_PS / medium.mediaPsPerByte()) {
      throw device.error("capacity_mib", "what passes the heads in 26 days at most");
    }
    return read;
  }

  private Medium medium() {
    if (disk.empty() == flash.empty()) {
      throw device.error("there must be one of [device.disk] and [device.flash]");
    }
    return flash.empty() ? readDisk() : readFlash();
  }

  private Disk readDisk() {
    Disk read =
        disk.complete(
            new Disk(
                disk.time("track_seek_us"),
                disk.time("full_seek_us"),
                disk.timeAboveZero("rotation_us"),
                disk.rate("media_ps_per_byte"),
                disk.time("overhead_us"),
                disk.count("cylinders", 1, 1 << 24)));
    if (read.trackSeekPs() > read.fullSeekPs()) {
      throw disk.error("track_seek_us", "at most full_seek_us");
    }
    return read;
  }

  private Flash readFlash() {
    return flash.complete(
        new Flash(
            flash.count("channels", 1, 4096),
            flash.powerOfTwo("stripe_bytes", 512, 1 << 24),
            flash.time("read_us"),
            flash.time("program_us"),
            flash.rate("channel_ps_per_byte")));
  }
}
