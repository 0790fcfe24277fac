package org.portbench.harness.workload;

import java.util.OptionalDouble;
import org.portbench.hardware.sim.RandomStream;

/** Each offset drawn without regard to earlier ones, so a pass never ends. */
final class IndependentCursor implements RegionCursor {
  private final int blockBytes;
  private final BlockDraw draw;

  /** Draws a block's number. */
  @FunctionalInterface
  interface BlockDraw {
    long next();
  }

  private IndependentCursor(int blockBytes, BlockDraw draw) {
    this.blockBytes = blockBytes;
    this.draw = draw;
  }

  static IndependentCursor uniform(RequestPattern pattern, long regionBytes, RandomStream random) {
    long blocks = blocks(pattern, regionBytes);
    return new IndependentCursor(pattern.smallestRequest(), () -> random.below(blocks));
  }

  static IndependentCursor zipf(
      RequestPattern pattern, long regionBytes, OffsetOrder.Zipf zipf, RandomStream random) {
    long blocks = blocks(pattern, regionBytes);
    ZipfRanks ranks = new ZipfRanks(blocks, zipf.theta(), random);
    return new IndependentCursor(
        pattern.smallestRequest(), scattered(ranks::next, blocks, zipf.center(), random));
  }

  /** fio's formula: the block of rank n u^p, where h^(1/p) = 1 - h. */
  static IndependentCursor pareto(
      RequestPattern pattern, long regionBytes, OffsetOrder.Pareto pareto, RandomStream random) {
    long blocks = blocks(pattern, regionBytes);
    double power = StrictMath.log(pareto.h()) / StrictMath.log(1.0 - pareto.h());
    BlockDraw ranks =
        () -> Math.min(blocks - 1, (long) (blocks * StrictMath.pow(random.nextDouble(), power)));
    return new IndependentCursor(
        pattern.smallestRequest(), scattered(ranks, blocks, pareto.center(), random));
  }

  /** Popular blocks are not neighbors: ranks are spread over the region. */
  private static BlockDraw scattered(
      BlockDraw ranks, long blocks, OptionalDouble center, RandomStream random) {
    BlockPermutation places = new BlockPermutation(blocks, random.nextLong());
    long shift =
        center.isPresent()
            ? Math.min(blocks - 1, (long) (center.getAsDouble() * blocks)) - places.at(0)
            : 0;
    return () -> Math.floorMod(places.at(ranks.next()) + shift, blocks);
  }

  private static long blocks(RequestPattern pattern, long regionBytes) {
    return (regionBytes - pattern.leastRoom()) / pattern.smallestRequest() + 1;
  }

  @Override
  public void restart() {}

  @Override
  public long next(boolean read) {
    return draw.next() * blockBytes;
  }

  @Override
  public int claim(boolean read, long offset, int bytes) {
    return bytes;
  }
}
