package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.dma.Devices.DESCRIPTOR_PS;
import static org.portbench.hardware.dma.Devices.FLUSH_PS;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.memory.Frame;

class FlushTest {
  private final Rig rig = new Rig(Devices.flash(32));
  private final Frame frame = rig.memory.frame(rig.memory.take());

  @Test
  void flushOfAnIdleDevice_takesItsDescriptorAndItself() {
    assertEquals(DESCRIPTOR_PS + FLUSH_PS, rig.timePs(rig.flush()));
  }

  @Test
  void flush_waitsForTheLastWriteBeforeIt() {
    Command slow = write(0);
    Command slower = write(4); // on the channel of the first
    Command flush = rig.flush();
    rig.submit(slow, slower, flush);
    rig.finish();
    assertTrue(slow.completedPs() < slower.completedPs());
    assertEquals(slower.completedPs() + FLUSH_PS, flush.completedPs());
    assertEquals(FLUSH_PS, flush.spentPs(Category.DEVICE));
    assertEquals(DESCRIPTOR_PS, flush.spentPs(Category.DMA));
  }

  @Test
  void flush_doesNotWaitForWritesAfterIt_norForReads() {
    Command read = rig.read(0, frame);
    Command before = write(1);
    Command flush = rig.flush();
    Command[] after = {write(1), write(1), write(1), write(1), write(1)};
    rig.submit(read, before, flush);
    rig.submit(after);
    rig.finish();
    assertEquals(before.completedPs() + FLUSH_PS, flush.completedPs());
    assertTrue(flush.completedPs() < read.completedPs());
    assertTrue(flush.completedPs() < after[4].completedPs());
  }

  @Test
  void eachFlush_waitsForItsOwnWrites() {
    Command first = write(0);
    Command flushOfFirst = rig.flush();
    Command second = write(4);
    Command flushOfBoth = rig.flush();
    rig.submit(first, flushOfFirst, second, flushOfBoth);
    rig.finish();
    assertEquals(first.completedPs() + FLUSH_PS, flushOfFirst.completedPs());
    assertEquals(second.completedPs() + FLUSH_PS, flushOfBoth.completedPs());
  }

  @Test
  void laterWriteThatCompletesFirst_doesNotStandInForAnEarlierOne() {
    Command blocker = write(0);
    Command before = write(4); // queues behind the blocker
    Command flush = rig.flush();
    Command quick = write(1); // a channel of its own
    rig.submit(blocker, before, flush, quick);
    rig.finish();
    assertTrue(quick.completedPs() < before.completedPs());
    assertEquals(before.completedPs() + FLUSH_PS, flush.completedPs());
  }

  private Command write(int page) {
    return rig.write((long) page * PAGE_BYTES, frame);
  }
}
