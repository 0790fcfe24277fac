package org.portbench.hardware.dma;

import java.util.Arrays;

/** What the device has to do and when: a binary heap in the order of time, then of insertion. */
final class Agenda {
  private long[] timesPs = new long[16];
  private long[] orders = new long[16];
  private Command[] commands = new Command[16];
  private Stage[] stages = new Stage[16];
  private int count;
  private long inserted;

  boolean empty() {
    return count == 0;
  }

  long earliestPs() {
    return timesPs[0];
  }

  Command command() {
    return commands[0];
  }

  Stage stage() {
    return stages[0];
  }

  void add(long timePs, Command command, Stage stage) {
    if (count == timesPs.length) {
      grow();
    }
    long order = inserted++;
    int at = count++;
    while (at > 0 && before(timePs, order, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    put(at, timePs, order, command, stage);
  }

  void removeEarliest() {
    int last = --count;
    int at = 0;
    for (int child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && before(timesPs[child + 1], orders[child + 1], child)) {
        child++;
      }
      if (before(timesPs[last], orders[last], child)) {
        break;
      }
      move(child, at);
      at = child;
    }
    move(last, at);
  }

  private boolean before(long timePs, long order, int other) {
    return timePs != timesPs[other] ? timePs < timesPs[other] : order < orders[other];
  }

  private void move(int from, int to) {
    put(to, timesPs[from], orders[from], commands[from], stages[from]);
  }

  private void put(int at, long timePs, long order, Command command, Stage stage) {
    timesPs[at] = timePs;
    orders[at] = order;
    commands[at] = command;
    stages[at] = stage;
  }

  private void grow() {
    timesPs = Arrays.copyOf(timesPs, 2 * count);
    orders = Arrays.copyOf(orders, 2 * count);
    commands = Arrays.copyOf(commands, 2 * count);
    stages = Arrays.copyOf(stages, 2 * count);
  }
}
