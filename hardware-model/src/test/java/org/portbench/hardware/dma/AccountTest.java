package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.cost.Category.DEVICE;
import static org.portbench.hardware.cost.Category.DMA;
import static org.portbench.hardware.cost.Category.QUEUEING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfile.Medium.Flash;
import org.portbench.hardware.sim.RunDigest;

/** Every picosecond of every command is in exactly one category. */
class AccountTest {
  private static final long SEED = 20030716;
  private static final List<Category> ASIDE = List.of(DEVICE, DMA, QUEUEING);

  @Test
  void categoriesOfEachCommand_addUpToItsTime_onFlash() {
    for (int depth : new int[] {1, 2, 32}) {
      for (long linkPsPerByte : new long[] {0, 143, 5000}) {
        Flash flash = new Flash(4, 16_384, 50_000_000, 10_000_000, 1000);
        Rig rig = new Rig(Devices.flash(depth, flash, linkPsPerByte), IommuMode.OFF, 300);
        check(load(rig, Rig.PAGE_BYTES, 1 << 22, 30_000_000));
      }
    }
  }

  @Test
  void categoriesOfEachCommand_addUpToItsTime_onADisk() {
    for (int depth : new int[] {1, 4, 32}) {
      Rig rig = new Rig(Devices.disk(depth), IommuMode.OFF, 300);
      check(load(rig, Devices.SECTOR_BYTES, 1 << 14, 10_000_000_000L));
    }
  }

  @Test
  void commandThatIsAlone_neverQueues() {
    for (var device : List.of(Devices.flash(32), Devices.disk(32))) {
      Rig rig = new Rig(device, IommuMode.OFF, 300);
      rig.timePs(rig.read(0, rig.frames(9)));
      rig.timePs(rig.write(1 << 20, rig.frames(9)));
      rig.timePs(rig.flush());
      assertEquals(0, rig.meter.totalPs(QUEUEING));
    }
  }

  @Test
  void sameSeed_sameRun_andAnotherSeed_another() {
    long first = digest(load(SEED));
    assertEquals(first, digest(load(SEED)));
    assertTrue(first != digest(load(SEED + 1)));
  }

  private static RandomLoad load(long seed) {
    RandomLoad load =
        new RandomLoad(new Rig(Devices.flash(8)), Rig.PAGE_BYTES, 1 << 24, seed, 2000);
    load.run(30_000_000);
    return load;
  }

  private static RandomLoad load(Rig rig, int blockBytes, long areaBytes, long meanGapPs) {
    RandomLoad load = new RandomLoad(rig, blockBytes, areaBytes, SEED, 3000);
    load.run(meanGapPs);
    return load;
  }

  private static void check(RandomLoad load) {
    Rig rig = load.rig;
    assertTrue(rig.device.idle());
    assertEquals(load.commands.size(), rig.completed.size());
    long[] sums = new long[ASIDE.size()];
    long bytes = 0;
    for (Command command : rig.completed) {
      long takenPs = command.completedPs() - command.submittedPs();
      long spentPs = 0;
      for (int i = 0; i < ASIDE.size(); i++) {
        long ps = command.spentPs(ASIDE.get(i));
        assertTrue(ps >= 0);
        spentPs += ps;
        sums[i] += ps;
      }
      assertEquals(takenPs, spentPs, "seed " + SEED + ", " + command + ", " + command.tag());
      bytes += command.bytes();
    }
    for (int i = 0; i < ASIDE.size(); i++) {
      assertEquals(sums[i], rig.meter.totalPs(ASIDE.get(i)));
    }
    assertTrue(rig.meter.totalPs(QUEUEING) > 0, "the load is one that queues");
    assertEquals(bytes, rig.meter.counter(Counter.DMA_BYTES));
    assertEquals(0, rig.meter.segmentPs(), "no CPU pays for it");
  }

  private static long digest(RandomLoad load) {
    RunDigest digest = new RunDigest();
    for (Command command : load.rig.completed) {
      digest.add(command.completedPs());
      digest.add(command.address());
    }
    return digest.value();
  }
}
