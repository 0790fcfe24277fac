package org.portbench.harness.workload;

import java.util.List;
import org.portbench.hardware.sim.RandomStream;

/** The request lengths of one direction, with how often each of them occurs. */
record BlockSizes(List<Share> shares) {

  record Share(int bytes, int weight) {}

  BlockSizes {
    shares = List.copyOf(shares);
  }

  static BlockSizes fixed(int bytes) {
    return new BlockSizes(List.of(new Share(bytes, 100)));
  }

  int smallest() {
    return shares.stream().mapToInt(Share::bytes).min().orElseThrow();
  }

  int largest() {
    return shares.stream().mapToInt(Share::bytes).max().orElseThrow();
  }

  /** One of the lengths that fit into {@code room}; the smallest where none does. */
  int draw(RandomStream random, long room) {
    if (shares.size() == 1) {
      return shares.getFirst().bytes();
    }
    int fitting = 0;
    for (Share share : shares) {
      fitting += share.bytes() <= room ? share.weight() : 0;
    }
    return fitting == 0 ? smallest() : drawFitting(random.below(fitting), room);
  }

  private int drawFitting(long ticket, long room) {
    long left = ticket;
    for (Share share : shares) {
      if (share.bytes() <= room) {
        left -= share.weight();
        if (left < 0) {
          return share.bytes();
        }
      }
    }
    throw new AssertionError("the ticket is below the sum of the weights");
  }
}
