package org.portbench.harness.workload;

import java.util.OptionalInt;

/**
 * The requests of one client, before chance.
 *
 * @param readShare the share of reads, from 0 to 1
 */
record RequestPattern(
    OffsetOrder order,
    double readShare,
    BlockSizes reads,
    BlockSizes writes,
    SyncRule syncs,
    Budget budget) {

  RequestPattern within(Budget limit) {
    return new RequestPattern(order, readShare, reads, writes, syncs, limit);
  }

  boolean hasReads() {
    return readShare > 0;
  }

  boolean hasWrites() {
    return readShare < 1;
  }

  BlockSizes sizes(boolean read) {
    return read ? reads : writes;
  }

  /** The unit of random offsets. */
  int smallestRequest() {
    int smallestRead = hasReads() ? reads.smallest() : Integer.MAX_VALUE;
    return hasWrites() ? Math.min(smallestRead, writes.smallest()) : smallestRead;
  }

  int largestRequest() {
    int largestRead = hasReads() ? reads.largest() : 0;
    return hasWrites() ? Math.max(largestRead, writes.largest()) : largestRead;
  }

  /** How long a region must be for every direction to find room in it. */
  int leastRoom() {
    int room = hasReads() ? reads.smallest() : 0;
    return hasWrites() ? Math.max(room, writes.smallest()) : room;
  }

  /** The one length of all requests, if there is only one. */
  OptionalInt onlyLength() {
    int smallest = smallestRequest();
    return smallest == largestRequest() ? OptionalInt.of(smallest) : OptionalInt.empty();
  }
}
