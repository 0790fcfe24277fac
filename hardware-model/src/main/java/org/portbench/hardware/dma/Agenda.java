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

  boolean empty() {
    return earliestPs() == Tournament.NEVER;
  }

  long earliestPs() {
    return entries.winnerPs();
  }

  Command command() {
    return commands[earliest()];
  }

  Stage stage() {
    return stages[earliest()];
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

  void removeEarliest() {
    entries.leaveWinner(earliest());
  }

  private int earliest() {
    return (int) entries.winnerOrder() & ((1 << LEAF_BITS) - 1);
  }
}
