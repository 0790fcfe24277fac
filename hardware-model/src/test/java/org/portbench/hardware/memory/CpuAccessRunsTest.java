package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.cost.PrimeMachine.FRAMES;
import static org.portbench.hardware.cost.PrimeMachine.PAGE_BYTES;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Charges;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.sim.RandomStream;

/** What a CPU copies and touches by runs, against the same piece by piece on another machine. */
class CpuAccessRunsTest {
  private static final int OPERATIONS = 3_000;

  /** Bytes that lie in one frame on both sides. */
  private record Part(int source, int sourceFrom, int target, int from, int length) {}

  private TwinMemories twins = new TwinMemories(PrimeMachine.dma(false, 0), FRAMES);

  @ParameterizedTest(name = "seed {0}, DMA fills the cache {1}, all cached {2}")
  @CsvSource({"1, false, false", "2, true, false", "20030716, false, false", "3, false, true"})
  void copiesAndTouches_areThoseOfTheirPieces(long seed, boolean fillsCache, boolean allCached) {
    twins = new TwinMemories(PrimeMachine.dma(fillsCache, 0), FRAMES);
    if (allCached) {
      twins.both(m -> m.memory.alwaysCached());
    }
    RandomStream random = new RandomStream(seed, "accesses");
    int waits = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      String where = "seed " + seed + ", operation " + i;
      int core = (int) random.below(TwinMemories.CORES);
      switch ((int) random.below(8)) {
        case 0, 1, 2 -> waits += copy(random, core, where);
        case 3, 4 -> touch(random, core);
        case 5 -> fill(random, i);
        case 6 -> claimBus(random);
        default -> passTime(random, core);
      }
      twins.checkAlike(where);
      twins.checkBus(random.below(4_000_000), 1 + random.below(2 * PAGE_BYTES), where);
    }
    assertEquals(!allCached, waits > 50, waits + " copies waited for the bus");
  }

  /** Returns 1 if it had to wait for the bus. */
  private int copy(RandomStream random, int core, String where) {
    Pieces source = twins.byRun.source;
    Pieces target = twins.byRun.target;
    List<Part> parts;
    do {
      int bytes = RandomPieces.bytes(random);
      RandomPieces.into(source, bytes, random);
      RandomPieces.into(target, bytes, random);
      parts = parts(source, target);
    } while (parts.stream().anyMatch(p -> p.source == p.target && p.sourceFrom != p.from));
    Charges charges = new Charges();
    twins.byRun.meter.attach(charges);
    twins.byRun.memory.copy(core, source, target);
    for (Part p : parts) {
      twins.byPiece.memory.copy(core, p.source, p.sourceFrom, p.target, p.from, p.length);
    }
    List<String> lines = charges.taken();
    assertTrue(lines.getLast().startsWith("COPY COPY_BYTES " + source.bytes() + " "), where);
    return lines.getFirst().startsWith("COPY BUS_WAIT") ? 1 : 0;
  }

  private static List<Part> parts(Pieces source, Pieces target) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < source.count(); i++) {
      for (int j = 0; j < target.count(); j++) {
        int begin = Math.max(source.start(i), target.start(j));
        int end = Math.min(source.start(i + 1), target.start(j + 1));
        if (begin < end) {
          parts.add(
              new Part(
                  source.frameNumber(i),
                  source.offset(i) + begin - source.start(i),
                  target.frameNumber(j),
                  target.offset(j) + begin - target.start(j),
                  end - begin));
        }
      }
    }
    return parts;
  }

  private void touch(RandomStream random, int core) {
    Category category = random.below(2) == 0 ? Category.TOUCH : Category.METADATA;
    Pieces pieces = twins.byRun.source;
    RandomPieces.into(pieces, RandomPieces.bytes(random), random);
    twins.byRun.memory.touch(core, pieces, category);
    for (int i = 0; i < pieces.count(); i++) {
      twins.byPiece.memory.touch(core, pieces.frameNumber(i), pieces.length(i), category);
    }
  }

  /** A device writes whole frames, or somebody part of one. */
  private void fill(RandomStream random, long origin) {
    int[] frames = new int[8];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = (int) random.below(FRAMES);
    }
    int from = (int) random.below(PAGE_BYTES);
    boolean device = random.below(2) == 0;
    twins.both(m -> {
      if (device) {
        m.memory.dmaFill(frames, 1, 7, origin, 500);
      } else {
        m.memory.frame(frames[0]).fill(from, PAGE_BYTES - from, origin, 0);
      }
    });
  }

  /** Others take the bus now and then for a while from now on. */
  private void claimBus(RandomStream random) {
    long laterPs = random.below(100_000);
    long bytes = 1 + random.below(2 * PAGE_BYTES);
    int claims = (int) random.below(20);
    twins.both(m -> {
      for (int i = 0; i < claims; i++) {
        m.memory.bus().claim(m.events.nowPs() + laterPs * i, bytes);
      }
    });
  }

  /** The segment goes on after other work, or another one begins now or later. */
  private void passTime(RandomStream random, int core) {
    long ps = random.below(3) * random.below(5_000_000);
    twins.both(m -> {
      if (core == 0) {
        m.meter.charge(Category.MAP, "WORK", 1, ps);
      } else {
        m.pass(ps);
      }
    });
  }

  @Test
  void coldRunThatTheBusHoldsUp_isDelayedByAsMuchAsItsPiecesTogether() {
    // Two pages from and to memory, 163840 ps each; the bus is taken when the second begins.
    twins.byRun.memory.bus().claim(163_840, 1_000);
    RandomPieces.whole(twins.byRun.source, 0, 2);
    RandomPieces.whole(twins.byRun.target, 10, 2);
    Charges charges = new Charges();
    twins.byRun.meter.attach(charges);
    twins.byRun.memory.copy(0, twins.byRun.source, twins.byRun.target);
    assertEquals(List.of("COPY BUS_WAIT 1 3000", "COPY COPY_BYTES 8192 327680"), charges.taken());
  }

  @Test
  void runOntoItsOwnNeighbours_copiesEachFrameOnce() {
    twins.both(m -> m.memory.frame(0).fill(0, PAGE_BYTES, 7, 0));
    RandomPieces.whole(twins.byRun.source, 0, 3);
    RandomPieces.whole(twins.byRun.target, 1, 3);
    twins.byRun.memory.copy(0, twins.byRun.source, twins.byRun.target);
    for (int i = 0; i < 3; i++) {
      twins.byPiece.memory.copy(0, i, 0, i + 1, 0, PAGE_BYTES);
    }
    twins.checkAlike("each frame to the next");
    assertTrue(twins.byRun.memory.frame(3).matches(0, PAGE_BYTES, 7, 0));
  }
}
