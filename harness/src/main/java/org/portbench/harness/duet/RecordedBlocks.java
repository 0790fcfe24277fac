package org.portbench.harness.duet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.portbench.results.gate.Block;
import org.portbench.results.gate.BlockOrder;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Pair;
import org.portbench.results.gate.Side;

/** Launches as another does, and keeps the blocks. */
final class RecordedBlocks implements Launcher {
  private static final int LAUNCHES = 4;

  private final ToDoubleFunction<Side> launch;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Double> base = new ArrayList<>();
  private final List<Double> head = new ArrayList<>();
  private Side first = Side.BASE;

  RecordedBlocks(ToDoubleFunction<Side> launch) {
    this.launch = launch;
  }

  @Override
  public double launch(Side side) {
    if (base.isEmpty() && head.isEmpty()) {
      first = side;
    }
    double seen = launch.applyAsDouble(side);
    (side == Side.BASE ? base : head).add(seen);
    if (base.size() + head.size() == LAUNCHES) {
      BlockOrder order = first == Side.BASE ? BlockOrder.ABBA : BlockOrder.BAAB;
      blocks.add(
          new Block(
              order,
              new Pair(base.getFirst(), base.getLast()),
              new Pair(head.getFirst(), head.getLast())));
      base.clear();
      head.clear();
    }
    return seen;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
