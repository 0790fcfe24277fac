package org.portbench.hardware.dma;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.sim.RandomStream;

/** Commands of all kinds at random times, some while the memory bus is taken by somebody else. */
final class RandomLoad {
  final Rig rig;
  final List<Command> commands = new ArrayList<>();
  private final RandomStream random;
  private final int blockBytes;
  private final long areaBlocks;
  private final Frame[] frames;
  private final int slot;
  private int left;

  RandomLoad(Rig rig, int blockBytes, long areaBytes, long seed, int commandCount) {
    this.rig = rig;
    this.blockBytes = blockBytes;
    this.areaBlocks = areaBytes / blockBytes - 16;
    this.random = new RandomStream(seed, "load");
    this.frames = rig.frames(64);
    this.left = commandCount;
    this.slot = rig.events.newSlot(3, this::arrive);
  }

  void run(long meanGapPs) {
    long atPs = rig.events.nowPs();
    while (left > 0) {
      atPs += random.exponential((double) meanGapPs);
      rig.events.schedule(slot, atPs);
      while (rig.events.nowPs() < atPs) {
        rig.events.runNext();
      }
      while (rig.events.pending(slot)) {
        rig.events.runNext();
      }
    }
    rig.finish();
  }

  private void arrive(long nowPs) {
    if (random.below(4) == 0) {
      rig.memory.bus().claim(nowPs, random.below(100_000));
    }
    for (long burst = random.below(4); burst >= 0 && left > 0; burst--) {
      Command command = next();
      if (rig.device.submit(command)) {
        commands.add(command);
      }
      left--;
    }
    rig.device.ringDoorbell(nowPs);
  }

  private Command next() {
    Command.Kind[] kinds = Command.Kind.values();
    Command.Kind kind = random.below(8) == 0 ? Command.Kind.FLUSH : kinds[(int) random.below(2)];
    if (kind == Command.Kind.FLUSH) {
      return new Command().prepare(kind, 0, left);
    }
    Command command = new Command().prepare(kind, random.below(areaBlocks) * blockBytes, left);
    long busAddress = random.below(frames.length / 2) * Rig.PAGE_BYTES;
    for (long blocks = 1 + random.below(8); blocks > 0; blocks--) {
      command.memory().append(busAddress, blockBytes);
      busAddress += blockBytes * (1 + random.below(2));
    }
    return command;
  }
}
