package org.portbench.hardware.dma;

/**
 * Where the driver leaves commands and the device finds them. Three indices only ever grow; the
 * device sees what lies below the second, which the doorbell moves up.
 *
 * <pre>
 *   ... | taken | taken | published | published | offered | free | ...
 *                       ^ consumer              ^ doorbell ^ producer
 *         producer - consumer never exceeds the number of entries
 * </pre>
 */
final class DescriptorRing {
  private final int size;

  /** A power of two of them, so that a mask finds an index's place. */
  private final Command[] entries;

  private long consumer;
  private long doorbell;
  private long producer;

  DescriptorRing(int size) {
    this.size = size;
    this.entries = new Command[Math.max(1, Integer.highestOneBit(2 * size - 1))];
  }

  /** False when all entries are in use: the driver keeps the command. */
  boolean offer(Command command) {
    if (producer - consumer == size) {
      return false;
    }
    entries[index(producer++)] = command;
    return true;
  }

  /** The device may take what was offered so far. */
  void publish(long nowPs) {
    while (doorbell < producer) {
      entries[index(doorbell++)].announce(nowPs);
    }
  }

  /** Whether there is a command that the device may take. */
  boolean ready() {
    return consumer < doorbell;
  }

  Command take() {
    if (!ready()) {
      throw new IllegalStateException("the device takes a command that was not published");
    }
    return entries[index(consumer++)];
  }

  boolean empty() {
    return consumer == producer;
  }

  private int index(long position) {
    return (int) position & (entries.length - 1);
  }
}
