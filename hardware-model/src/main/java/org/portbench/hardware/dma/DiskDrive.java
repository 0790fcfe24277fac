package org.portbench.hardware.dma;

import org.portbench.hardware.cost.MachineProfile.Medium.Disk;

/**
 * A disk without a write cache, after Ruemmler and Wilkes, "An Introduction to Disk Drive Modeling"
 * (IEEE Computer, 1994). One command at a time, first come, first served; the controller's overhead
 * for the next one runs beside the work on this one.
 *
 * <p>Where the surface is under the head follows from the time alone, which is exact: the angle of
 * a byte is its address times the media rate, modulo one revolution. Tracks thus form one spiral,
 * and skew hides the step to the next track (theirs is a parameter; so are their zones, here all
 * tracks are equally long). After a read the drive goes on reading, at most one revolution ahead,
 * until it is told to do something else, so that a read that continues the last one finds its data
 * in the buffer or on the way there.
 */
final class DiskDrive implements StorageMedium {
  private final Disk disk;
  private final long cylinderBytes;
  private final int blockBytes;
  private final Service service = new Service();
  private long headAddress;
  private boolean readingAhead;
  private long busyUntilPs;

  /** When the byte at the head's address has passed, or passes, under the head. */
  private long streamPs;

  DiskDrive(Disk disk, long capacityBytes, int blockBytes) {
    this.disk = disk;
    this.cylinderBytes = Math.ceilDiv(capacityBytes, disk.cylinders());
    this.blockBytes = blockBytes;
  }

  @Override
  public Service read(long address, long length, long nowPs) {
    long startPs = startPs(nowPs);
    if (readingAhead && address == headAddress) {
      streamPs = Math.max(streamPs, startPs - disk.rotationPs());
    } else {
      streamPs = reachedPs(address, startPs);
    }
    return pass(true, address, length, nowPs, startPs);
  }

  @Override
  public Service write(long address, long length, long nowPs) {
    long startPs = startPs(nowPs);
    streamPs = reachedPs(address, startPs);
    return pass(false, address, length, nowPs, startPs);
  }

  /** The bytes pass under the head; what is in the buffer already is there at once. */
  private Service pass(boolean reading, long address, long length, long nowPs, long startPs) {
    long blockPs = blockBytes * disk.mediaPsPerByte();
    long waitPs = Math.max(0, busyUntilPs - nowPs);
    long firstPs = Math.max(startPs, streamPs + blockPs);
    streamPs = Math.addExact(streamPs, Math.multiplyExact(length, disk.mediaPsPerByte()));
    busyUntilPs = Math.max(startPs, streamPs);
    headAddress = address + length;
    readingAhead = reading;
    return service.says(waitPs, firstPs, busyUntilPs, blockPs);
  }

  private long startPs(long nowPs) {
    return Math.max(busyUntilPs, nowPs + disk.overheadPs());
  }

  /** When the head is over the address, having left for it at {@code startPs}. */
  private long reachedPs(long address, long startPs) {
    long onTrackPs = startPs + seekPs(Math.abs(cylinder(address) - cylinder(headAddress)));
    long anglePs = Math.multiplyExact(address, disk.mediaPsPerByte());
    return onTrackPs + Math.floorMod(anglePs - onTrackPs, disk.rotationPs());
  }

  private long cylinder(long address) {
    return Math.min(address / cylinderBytes, disk.cylinders() - 1);
  }

  /**
   * One cylinder takes the track seek, all of them the full seek, the root of the distance between.
   */
  private long seekPs(long distance) {
    if (distance == 0) {
      return 0;
    }
    double share = (distance - 1) / (double) Math.max(1, disk.cylinders() - 2);
    long beyondPs = (long) (StrictMath.sqrt(share) * (disk.fullSeekPs() - disk.trackSeekPs()));
    return disk.trackSeekPs() + beyondPs;
  }
}
