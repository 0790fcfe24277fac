package org.portbench.hardware.memory;

import static org.portbench.hardware.cost.PrimeMachine.FRAMES;
import static org.portbench.hardware.cost.PrimeMachine.PAGE_BYTES;

import org.portbench.hardware.sim.RandomStream;

/** Parts of frames as buffers have them: neighbours mostly, but gaps, repeats and scraps too. */
final class RandomPieces {
  private static final int MOST_PAGES = 24;

  private RandomPieces() {}

  /** Whole pages, or some more or less. */
  static int bytes(RandomStream random) {
    int pages = 1 + (int) random.below(MOST_PAGES);
    return random.below(2) == 0
        ? pages * PAGE_BYTES
        : (int) (1 + random.below((long) pages * PAGE_BYTES));
  }

  /** In place of what was there, so many bytes. */
  static void into(Pieces pieces, int bytes, RandomStream random) {
    pieces.clear();
    // One in so many pieces is a scrap, or lies elsewhere than the next after the last.
    long order = random.below(3) == 0 ? 3 : 40;
    int frame = (int) random.below(FRAMES);
    int offset = random.below(2) == 0 ? 0 : (int) random.below(PAGE_BYTES);
    while (pieces.bytes() < bytes) {
      int room = PAGE_BYTES - offset;
      int length = random.below(order) == 0 ? 1 + (int) random.below(room) : room;
      pieces.add(frame, offset, Math.min(length, bytes - pieces.bytes()));
      offset = 0;
      frame = (frame + 1) % FRAMES;
      if (random.below(order) == 0) {
        frame = (int) random.below(FRAMES);
        offset = (int) random.below(PAGE_BYTES);
      }
    }
  }

  /** In place of what was there, whole neighbouring frames. */
  static void whole(Pieces pieces, int first, int frames) {
    pieces.clear();
    for (int i = 0; i < frames; i++) {
      pieces.add(first + i, 0, PAGE_BYTES);
    }
  }
}
