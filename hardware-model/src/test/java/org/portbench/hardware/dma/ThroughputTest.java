package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.dma.Devices.US;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Medium.Flash;
import org.portbench.hardware.memory.Frame;

/** A closed loop keeps the queue full; what is slowest is then busy all the time. */
class ThroughputTest {
  private static final int READS = 4000;

  @Test
  void fullQueue_isBoundByTheChannels() {
    // 4 channels, 54.096 us a page.
    long boundPs = READS / 4 * 54_096_000L;
    assertBetween(boundPs, boundPs + 60 * US, loop(Devices.flash(32)));
  }

  @Test
  void fullQueue_isBoundByTheLink_whereThatIsSlower() {
    // 64 channels could read a page in 54.096 / 64 = 0.85 us; the link takes 2 ns a byte, 8.192 us.
    Flash wide = new Flash(64, PAGE_BYTES, 50 * US, 10 * US, 1000);
    long boundPs = READS * 8_192_000L;
    assertBetween(boundPs, boundPs + 70 * US, loop(Devices.flash(32, wide, 2000)));
  }

  @Test
  void shortQueue_isBoundByItsDepth() {
    // Two at a time: each pair is a pair of latencies apart.
    long onePs = 54_781_728;
    long takenPs = loop(Devices.flash(2));
    assertBetween(READS / 2 * onePs, READS / 2 * onePs + 60 * US, takenPs);
  }

  @Test
  void sequentialReadsOneByOne_runAtTheDisksMediaRate() {
    // 256 KiB take 4.096 ms off the medium; the first byte is under the head at 8 ms. Overhead and
    // link are shorter than what the drive reads ahead meanwhile.
    Rig rig = new Rig(Devices.disk(1));
    Frame[] frames = rig.frames(64);
    for (int i = 0; i < 100; i++) {
      rig.timePs(rig.read(i * 262_144L, frames));
    }
    long linkBlockPs = 512 * 10_000;
    assertEquals(8 * Devices.MS + 100 * 4096 * US + linkBlockPs, rig.events.nowPs());
    assertEquals(0, rig.meter.totalPs(Category.QUEUEING));
  }

  /**
   * How long many page reads take, stripe after stripe, with as many at a time as the queue holds.
   */
  private static long loop(MachineProfile.Device profile) {
    Rig rig = new Rig(profile);
    Frame frame = rig.memory.frame(rig.memory.take());
    int[] next = {0};
    rig.then =
        (command, nowPs) -> {
          if (next[0] < READS) {
            rig.submit(rig.read((long) next[0]++ * PAGE_BYTES, frame));
          }
        };
    while (next[0] < profile.queueDepth()) {
      rig.submit(rig.read((long) next[0]++ * PAGE_BYTES, frame));
    }
    rig.finish();
    assertEquals(READS, rig.completed.size());
    return rig.events.nowPs();
  }

  private static void assertBetween(long low, long high, long actual) {
    assertTrue(low <= actual && actual <= high, low + " <= " + actual + " <= " + high);
  }
}
