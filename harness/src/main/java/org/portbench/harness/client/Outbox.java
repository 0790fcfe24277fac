package org.portbench.harness.client;

import java.util.HashMap;
import java.util.Map;
import org.portbench.harness.measure.Expectation;
import org.portbench.strategies.kernel.DataAccess;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * What a client sends: new bytes each time, or what its buffer holds from an earlier time. A buffer
 * that something was read into in between is written anew.
 */
final class Outbox {
  private final DataAccess data;
  private final Map<Long, Written> written = new HashMap<>();
  private boolean keeping;

  /** A copy of the ranges: another use of the payload may be of others. */
  private record Written(IoVec ranges, long origin) {
    Written {
      ranges = new IoVec(ranges.ranges());
    }
  }

  Outbox(DataAccess data) {
    this.data = data;
  }

  /** From now on what a buffer holds is sent again. */
  void keep() {
    keeping = true;
  }

  /** Makes a buffer hold what is to be sent, and tells what that is. */
  void write(Payload buffer, long origin, Expectation expectation) {
    if (keeping && buffer instanceof AddressRanges own && own.rangeCount() > 0) {
      Written before = written.get(first(own));
      if (before != null && before.ranges.equals(own.ranges())) {
        expectation.write(buffer.length(), before.origin);
        return;
      }
      written.put(first(own), new Written(own.ranges(), origin));
    }
    data.produce(buffer, origin, 0);
    expectation.write(buffer.length(), origin);
  }

  /** A buffer is about to be read into. */
  void read(Payload buffer) {
    if (keeping && buffer instanceof AddressRanges own && own.rangeCount() > 0) {
      written.remove(first(own));
    }
  }

  private static long first(AddressRanges buffer) {
    return buffer.ranges().address(0);
  }
}
