package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.hardware.dma.Devices.MS;
import static org.portbench.hardware.dma.Devices.SECTOR_BYTES;
import static org.portbench.hardware.dma.Devices.TRACK_BYTES;
import static org.portbench.hardware.dma.Devices.US;

import org.junit.jupiter.api.Test;

/** A revolution is 8 ms, a sector 8 us, a track 1000 sectors, a cylinder one track. */
class DiskDriveTest {
  private static final long OVERHEAD_PS = MS / 2;
  private static final long SECTOR_PS = 8 * US;
  private static final long ROTATION_PS = 8 * MS;

  private final StorageMedium disk = StorageMedium.of(Devices.disk(1));

  @Test
  void read_isOverhead_seek_rotation_andMedia() {
    // Cylinder 251 of 1002: the seek is 1 ms + (10 ms - 1 ms) * sqrt(250 / 1000) = 5.5 ms, so that
    // the head is there at 0.5 + 5.5 = 6 ms. Sector 500 lies at 4 ms of the 8 ms revolution; it
    // comes by at 12 ms and has passed at 12.008 ms.
    long address = 251L * TRACK_BYTES + 500 * SECTOR_BYTES;
    Said service = Said.of(disk.read(address, SECTOR_BYTES, 0));
    assertEquals(new Said(0, 12_008 * US, 12_008 * US, SECTOR_PS), service);
  }

  @Test
  void seek_takesTheTrackSeekForOneCylinder_andTheFullSeekForAll() {
    // Off at 0.5 ms, there at 1.5 ms; the first sector of any track comes by at 8 ms, sector 200 at
    // 1.6 ms.
    assertEquals(1_600 * US, arrivalPs(disk, TRACK_BYTES + 200 * SECTOR_BYTES));
    // Off at 0.5 ms, there at 10.5 ms; sector 350 comes by at 2.8 + 8 ms.
    StorageMedium another = StorageMedium.of(Devices.disk(1));
    assertEquals(10_800 * US, arrivalPs(another, 1001L * TRACK_BYTES + 350 * SECTOR_BYTES));
  }

  @Test
  void headThatIsLate_waitsAlmostARevolution() {
    // The head is over sector 62.5 when the overhead is done, at 0.5 ms: sector 62 has just gone.
    assertEquals(62 * SECTOR_PS + ROTATION_PS, arrivalPs(disk, 62 * SECTOR_BYTES));
    StorageMedium another = StorageMedium.of(Devices.disk(1));
    assertEquals(63 * SECTOR_PS, arrivalPs(another, 63 * SECTOR_BYTES));
  }

  @Test
  void secondCommand_waitsForTheFirst_withItsOverheadDone() {
    Said first = Said.of(disk.write(100 * SECTOR_BYTES, SECTOR_BYTES, 0));
    Said second = Said.of(disk.write(101 * SECTOR_BYTES, SECTOR_BYTES, 0));
    assertEquals(101 * SECTOR_PS, first.lastPs());
    assertEquals(first.lastPs(), second.waitPs());
    assertEquals(102 * SECTOR_PS, second.lastPs());
  }

  @Test
  void queuedSequentialReads_runAtMediaRate_acrossTracks() {
    long lastPs = disk.read(0, TRACK_BYTES, 0).lastPs();
    for (int i = 1; i <= 20; i++) {
      Said service = Said.of(disk.read((long) i * TRACK_BYTES, TRACK_BYTES, lastPs - OVERHEAD_PS));
      assertEquals(lastPs + ROTATION_PS, service.lastPs());
      lastPs = service.lastPs();
    }
  }

  @Test
  void sequentialReadAfterAPause_runsOnFromTheBuffer() {
    int half = TRACK_BYTES / 2;
    long lastPs = disk.read(0, half, 0).lastPs();
    // 1 ms later, and 0.5 ms of overhead: 1.5 of 4 ms were read ahead meanwhile.
    assertEquals(lastPs + ROTATION_PS / 2, disk.read(half, half, lastPs + MS).lastPs());
  }

  @Test
  void readAhead_endsAfterOneRevolution() {
    long lastPs = disk.read(0, SECTOR_BYTES, 0).lastPs();
    long laterPs = lastPs + 100 * ROTATION_PS;
    long startPs = laterPs + OVERHEAD_PS;
    assertEquals(
        new Said(0, startPs, startPs, SECTOR_PS),
        Said.of(disk.read(SECTOR_BYTES, TRACK_BYTES, laterPs)),
        "all of it is in the buffer");
    long nextPs = startPs + 100 * ROTATION_PS;
    assertEquals(
        nextPs + OVERHEAD_PS + ROTATION_PS,
        disk.read(SECTOR_BYTES + TRACK_BYTES, 2L * TRACK_BYTES, nextPs).lastPs());
  }

  @Test
  void sequentialWriteAfterACompletion_losesARevolution() {
    long lastPs = disk.write(0, 100 * SECTOR_BYTES, 0).lastPs();
    Said next = Said.of(disk.write(100 * SECTOR_BYTES, SECTOR_BYTES, lastPs));
    assertEquals(lastPs + ROTATION_PS + SECTOR_PS, next.lastPs());
  }

  @Test
  void writeInBetween_endsTheReadAhead() {
    disk.read(0, SECTOR_BYTES, 0);
    long lastPs = disk.write(SECTOR_BYTES, SECTOR_BYTES, 0).lastPs();
    Said next = Said.of(disk.read(2 * SECTOR_BYTES, SECTOR_BYTES, lastPs));
    assertEquals(lastPs + ROTATION_PS + SECTOR_PS, next.lastPs());
  }

  private static long arrivalPs(StorageMedium disk, long address) {
    return disk.read(address, SECTOR_BYTES, 0).lastPs() - SECTOR_PS;
  }
}
