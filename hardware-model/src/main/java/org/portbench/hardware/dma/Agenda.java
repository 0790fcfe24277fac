package org.portbench.hardware.dma;

import java.util.Arrays;
import org.portbench.hardware.sim.Tournament;

/** What the device has to do and when, in the order of time, then of insertion. */
final class Agenda {
  /** An entry's order is its number, above its leaf. */
  private static final int LEAF_BITS = 20;

  private final Tournament entries = new Tournament();
  private Command[] commands = new Command[16];
  private Stage[] stages = new Stage[16];
  private long inserted;
  private int taken;

  /** When the next is due; {@link Tournament#NEVER} where there is none. */
  long earliestPs() {
    return entries.winnerPs();
  }

  /** Takes the next out, if it is due at that moment. */
  boolean take(long timePs) {
    if (entries.winnerPs() != timePs) {
      return false;
    }
    taken = (int) entries.winnerOrder() & ((1 << LEAF_BITS) - 1);
    entries.leaveWinner(taken);
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
    int leaf = entries.enter();
    if (leaf >= commands.length) {
      commands = Arrays.copyOf(commands, 2 * leaf);
      stages = Arrays.copyOf(stages, 2 * leaf);
    }
    commands[leaf] = command;
    stages[leaf] = stage;
    entries.play(leaf, timePs, inserted++ << LEAF_BITS | leaf);
  }
}
