package org.portbench.hardware.dma;

import java.util.Arrays;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.sim.RandomStream;

/**
 * Contents by chunk number, in groups of neighbours: open addressing with linear probing, nothing
 * is ever removed. The group that was found last is found again without a search.
 */
final class ChunkMap {
  /** Found where a chunk was never put. */
  static final Content UNWRITTEN = new Content(0);

  private static final int GROUP_SHIFT = 5;
  private static final int GROUP_CHUNKS = 1 << GROUP_SHIFT;
  private static final Content[] NO_GROUP = unwrittenGroup();

  private long[] numbers = new long[64];
  private Content[][] groups = emptyGroups(64);
  private int groupCount;
  private int chunkCount;
  private long lastNumber = -1;
  private Content[] lastGroup = NO_GROUP;

  /** What holds for a chunk. */
  @FunctionalInterface
  interface Test {
    boolean holds(long number, Content content);
  }

  /** {@link #UNWRITTEN} where the chunk was never put. */
  Content find(long number) {
    return groupOf(number >> GROUP_SHIFT)[place(number)];
  }

  /** How many chunks from one on, up to a limit, were never put. */
  long unwritten(long first, long limit) {
    long end = first + limit;
    long number = first;
    while (number < end && find(number) == UNWRITTEN) {
      boolean wholeGroup = lastGroup == NO_GROUP;
      number = wholeGroup ? (number | (GROUP_CHUNKS - 1)) + 1 : number + 1;
    }
    return Math.min(number, end) - first;
  }

  void put(long number, Content content) {
    Content[] group = groupOf(number >> GROUP_SHIFT);
    if (group == NO_GROUP) {
      group = addGroup(number >> GROUP_SHIFT);
    }
    if (group[place(number)] == UNWRITTEN) {
      chunkCount++;
    }
    group[place(number)] = content;
  }

  int size() {
    return chunkCount;
  }

  /** Whether something holds for every chunk. */
  boolean all(Test test) {
    for (int slot = 0; slot < groups.length; slot++) {
      for (int place = 0; place < GROUP_CHUNKS; place++) {
        Content content = groups[slot][place];
        long number = (numbers[slot] << GROUP_SHIFT) + place;
        if (content != UNWRITTEN && !test.holds(number, content)) {
          return false;
        }
      }
    }
    return true;
  }

  private Content[] groupOf(long number) {
    if (number != lastNumber) {
      lastGroup = groups[slotOf(number)];
      lastNumber = number;
    }
    return lastGroup;
  }

  private Content[] addGroup(long number) {
    if (++groupCount > groups.length / 2) {
      grow();
    }
    Content[] group = unwrittenGroup();
    put(number, group);
    lastNumber = number;
    lastGroup = group;
    return group;
  }

  private void put(long number, Content[] group) {
    int slot = slotOf(number);
    numbers[slot] = number;
    groups[slot] = group;
  }

  private int slotOf(long number) {
    int mask = groups.length - 1;
    int slot = (int) RandomStream.mix(number) & mask;
    while (groups[slot] != NO_GROUP && numbers[slot] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldNumbers = numbers;
    Content[][] oldGroups = groups;
    numbers = new long[2 * oldNumbers.length];
    groups = emptyGroups(2 * oldGroups.length);
    for (int i = 0; i < oldGroups.length; i++) {
      if (oldGroups[i] != NO_GROUP) {
        put(oldNumbers[i], oldGroups[i]);
      }
    }
  }

  private static int place(long number) {
    return (int) number & (GROUP_CHUNKS - 1);
  }

  private static Content[] unwrittenGroup() {
    Content[] group = new Content[GROUP_CHUNKS];
    Arrays.fill(group, UNWRITTEN);
    return group;
  }

  private static Content[][] emptyGroups(int count) {
    Content[][] empty = new Content[count][];
    Arrays.fill(empty, NO_GROUP);
    return empty;
  }
}
