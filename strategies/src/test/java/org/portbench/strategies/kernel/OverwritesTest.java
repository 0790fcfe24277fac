package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.memory.Content;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;

/** What XNU copies of a virtual copy that does not begin and end with a page. */
final class OverwritesTest {
  private static final long ORIGIN = 77;
  private static final OutOfLine OVERWRITING = new OutOfLine(0, false, false, true);

  private final Machine machine = new Machine(TestMachine.NEW.profile());
  private final Kernel kernel = new Kernel(machine);

  /** In pages of 4096 bytes. */
  @ParameterizedTest(name = "{1} bytes from {0} on")
  @CsvSource({
    // Aligned: nothing.
    "0, 16384, 0, 0",
    // 3584 at the head and 512 at the tail; one of the two alone.
    "512, 16384, 4096, 2",
    "512, 15872, 3584, 1",
    "0, 12388, 100, 1",
    // Less than three pages: all of it, in the pages that it lies in.
    "512, 12287, 12287, 4",
    "512, 100, 100, 1"
  })
  void fragmentsAreCopiedAndPagesBetweenThemAreNot(
      int firstByte, int length, long copied, long zeroed) {
    Holdings before = kernel.holdings();
    Task sender = kernel.createTask("sender");
    Task receiver = kernel.createTask("receiver");
    sender.buffers().shape(new BufferShape(1, firstByte));
    AddressRanges buffer = sender.buffers().take(length);
    kernel.data().produce(buffer, ORIGIN, 0);
    long copiedBefore = machine.meter().counter(Counter.BYTES_COPIED);
    long allocatedBefore = machine.meter().counter(Counter.PAGES_ALLOCATED);

    AddressRanges received =
        kernel.mapOut((MapCopy) kernel.mapIn(buffer, OVERWRITING), receiver, OVERWRITING);

    assertEquals(copied, machine.meter().counter(Counter.BYTES_COPIED) - copiedBefore);
    assertEquals(zeroed, machine.meter().counter(Counter.PAGES_ALLOCATED) - allocatedBefore);
    Content sent = new Content(length);
    sent.fill(0, length, ORIGIN, 0);
    kernel.data().produce(buffer, ORIGIN + 1, 0);
    assertTrue(kernel.data().consume(received, sent), "a snapshot of what was sent");
    assertNothingAround(received, firstByte, length);
    kernel.giveBack(new Domain.InTask(receiver), received);
    kernel.giveBack(new Domain.InTask(sender), buffer);
    kernel.drain();
    assertEquals(before, kernel.holdings());
  }

  private void assertNothingAround(AddressRanges received, int firstByte, int length) {
    long start = received.ranges().ranges().getFirst().address() - firstByte;
    AddressRanges before = at(received, new ByteRange(start, firstByte));
    assertTrue(kernel.data().consume(before, new Content(Math.max(1, firstByte))));
    int around = -(firstByte + length) & (kernel.vm().pageBytes() - 1);
    AddressRanges after = at(received, new ByteRange(start + firstByte + length, around));
    assertTrue(kernel.data().consume(after, new Content(Math.max(1, around))));
  }

  private static AddressRanges at(AddressRanges memory, ByteRange range) {
    return new AddressRanges(memory.map(), new IoVec(List.of(range)), Tenure.STANDING);
  }
}
