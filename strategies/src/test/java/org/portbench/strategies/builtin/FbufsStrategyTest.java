package org.portbench.strategies.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.Course;
import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Rounds;
import org.portbench.strategies.StrategyContract;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Message.Operation;

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

  /** A buffer of the path: mapped in both layers by the first request, in no map by the second. */
  @Test
  void nothingHappensInAnyMapOnceTheBufferIsKnown() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges buffer = rounds.course().buffer(4 * PAGE);
    var first = rounds.of(Operation.WRITE, buffer);
    assertEquals(2L, first.get("MAP_ENTRY_INSERT"));
    assertEquals(8L, first.get("PTE_WRITE"));
    for (Operation operation : List.of(Operation.WRITE, Operation.READ)) {
      var next = rounds.of(operation, buffer);
      for (String none : List.of("MAP_ENTRY_INSERT", "PTE_WRITE", "SOFT_FAULT", "PAGE_HOLD")) {
        assertEquals(null, next.get(none), operation + " " + none);
      }
      assertEquals(null, next.get("COPY_BYTES"));
    }
  }

  @Test
  void dataThatLiesElsewhereIsCopiedIntoThePathOnce() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    rounds.of(Operation.WRITE, memory);
    assertEquals(4L * PAGE, rounds.of(Operation.WRITE, memory).get("COPY_BYTES"));
    assertEquals(null, rounds.of(Operation.READ, memory).get("COPY_BYTES"), "read where it is");
  }
}
