package org.portbench.hardware.dma;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.sim.RandomStream;

/** Contents by chunk number: open addressing with linear probing, nothing is ever removed. */
final class ChunkMap {
  private long[] numbers = new long[64];
  private Content[] contents = new Content[64];
  private int count;

  /** Empty where the chunk was never put. */
  Optional<Content> find(long number) {
    return Optional.ofNullable(contents[slotOf(number)]);
  }

  void put(long number, Content content) {
    int slot = slotOf(number);
    if (contents[slot] == null && ++count > contents.length / 2) {
      grow();
      slot = slotOf(number);
    }
    numbers[slot] = number;
    contents[slot] = content;
  }

  int size() {
    return count;
  }

  /** Whether something holds for every chunk. */
  boolean all(BiPredicate<Long, Content> holds) {
    for (int slot = 0; slot < contents.length; slot++) {
      if (contents[slot] != null && !holds.test(numbers[slot], contents[slot])) {
        return false;
      }
    }
    return true;
  }

  private int slotOf(long number) {
    int mask = contents.length - 1;
    int slot = (int) RandomStream.mix(number) & mask;
    while (contents[slot] != null && numbers[slot] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldNumbers = numbers;
    Content[] oldContents = contents;
    numbers = new long[2 * oldNumbers.length];
    contents = new Content[2 * oldContents.length];
    for (int i = 0; i < oldContents.length; i++) {
      if (oldContents[i] != null) {
        int slot = slotOf(oldNumbers[i]);
        numbers[slot] = oldNumbers[i];
        contents[slot] = oldContents[i];
      }
    }
  }
}
