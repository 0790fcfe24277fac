package org.portbench.strategies.builtin;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.Course;
import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;

class FbufsStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new FbufsStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }

  /** All but the owner of a buffer only read it. */
  @Override
  public boolean layersWriteInPlace() {
    return false;
  }

  /** In buffers of the path from the start. */
  @Override
  public AddressRanges memory(Course course, int firstByte, int... lengths) {
    List<ByteRange> ranges = new ArrayList<>();
    for (int length : lengths) {
      AddressRanges buffer = course.buffer(firstByte + length);
      ranges.add(new ByteRange(buffer.ranges().ranges().getFirst().address() + firstByte, length));
    }
    return new AddressRanges(course.sender().map(), new IoVec(ranges), Tenure.SHARED);
  }
}
