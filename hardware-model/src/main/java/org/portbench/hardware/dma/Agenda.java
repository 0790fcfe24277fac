package org.portbench.hardware.dma;

import java.util.Arrays;
import org.portbench.hardware.sim.Tournament;

/**
 * What the device has to do and when, in the order of time, then of insertion. Each entry has a
 * leaf of a {@link Tournament}. The next leaves a gap there, which who is added next fills: mostly,
 * one way up the tree serves both.
 */
final class Agenda {
  private static final int NONE = -1;

  private final Tournament entries = new Tournament();
  private Command[] commands = new Command[16];
  private Stage[] stages = new Stage[16];
  private int[] free = new int[16];
  private int freeCount;
  private int leaves;
  private int gap = NONE;
  private long inserted;
  private int taken;

  /** When the next is due; {@link Tournament#NEVER} where there is none. */
  long earliestPs() {
    closeGap();
    return entries.timePs(entries.winner());
  }

  /** Takes the next out, if it is due at that moment. */
  boolean take(long timePs) {
    if (earliestPs() != timePs) {
      return false;
    }
    taken = entries.winner();
    gap = taken;
    return true;
  }

  /** Of what was taken last; until more is added. */
  Command command() {
    return commands[taken];
  }

  Stage stage() {
    return stages[taken];
  }

  void add(long timePs, Command command, Stage stage) {
    int leaf = enter();
    commands[leaf] = command;
    stages[leaf] = stage;
    entries.play(leaf, timePs, inserted++);
  }

  private int enter() {
    if (gap != NONE) {
      int leaf = gap;
      gap = NONE;
      return leaf;
    }
    if (freeCount > 0) {
      return free[--freeCount];
    }
    if (leaves == commands.length) {
      commands = Arrays.copyOf(commands, 2 * leaves);
      stages = Arrays.copyOf(stages, 2 * leaves);
      free = Arrays.copyOf(free, 2 * leaves);
    }
    return leaves++;
  }

  private void closeGap() {
    if (gap != NONE) {
      entries.leave(gap);
      free[freeCount++] = gap;
      gap = NONE;
    }
  }
}
