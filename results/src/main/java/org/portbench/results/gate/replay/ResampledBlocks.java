package org.portbench.results.gate.replay;

import java.util.List;
import java.util.random.RandomGenerator;
import org.portbench.results.gate.Block;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Pair;
import org.portbench.results.gate.Side;

/** Blocks that were once measured, drawn again in any order and as often as one likes. */
public final class ResampledBlocks implements Launcher {
  private static final int LAUNCHES = 4;
  private static final int OF_SIDE = 2;

  private final List<Block> measured;
  private final RandomGenerator chance;
  private Block block;
  private int launches;
  private int ofBase;
  private int ofHead;

  public ResampledBlocks(List<Block> measured, RandomGenerator chance) {
    this.measured = List.copyOf(measured);
    this.chance = chance;
    this.block = this.measured.getFirst();
  }

  /** A side that is launched more than twice in a block is that of a control: all are the same. */
  @Override
  public double launch(Side side) {
    if (launches++ % LAUNCHES == 0) {
      block = measured.get(chance.nextInt(measured.size()));
      ofBase = 0;
      ofHead = 0;
    }
    boolean base = side == Side.BASE ? ofBase < OF_SIDE : ofHead >= OF_SIDE;
    Pair pair = base ? block.base() : block.head();
    int taken = base ? ofBase++ : ofHead++;
    return taken == 0 ? pair.first() : pair.second();
  }
}
