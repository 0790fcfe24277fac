package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.memory.Content;

/** Commands whose data a CPU moves: the medium's time is all of theirs. */
class ProgrammedTest {
  private final Rig rig = new Rig(Devices.flash(8));
  private final Content buffer = new Content(2 * PAGE_BYTES);

  private Command command(Command.Kind kind, long address) {
    return new Command().prepare(kind, address, "programmed").programmed(buffer);
  }

  /** Two channels, each 50 us and then 4096 bytes at 1 ns: no descriptor, no link. */
  @Test
  void aRead_isDoneWhenTheMediumIs_andItsDataInTheDevicesBuffer() {
    Command read = command(Command.Kind.READ, 0);
    assertEquals(54_096_000, rig.timePs(read));
    assertEquals(54_096_000, read.spentPs(Category.DEVICE));
    assertEquals(0, read.spentPs(Category.DMA));
    assertTrue(buffer.matches(0, 2 * PAGE_BYTES, MediumContent.MEDIUM_ORIGIN, 0));
  }

  /** 10 us and 4096 bytes at 1 ns. */
  @Test
  void aWrite_takesItsDataFromTheDevicesBuffer() {
    buffer.fill(0, 2 * PAGE_BYTES, 9, 0);
    Command write = command(Command.Kind.WRITE, 8192);
    assertEquals(14_096_000, rig.timePs(write));
    assertTrue(rig.device.content().matches(8192, 2 * PAGE_BYTES, buffer, 0));
  }

  @Test
  void aCommandPreparedAgain_movesItsDataByItself() {
    Command again = command(Command.Kind.READ, 0);
    rig.timePs(again);
    again.prepare(Command.Kind.READ, 0, "by itself");
    again.memory().append((long) rig.memory.take() * PAGE_BYTES, PAGE_BYTES);
    assertEquals(PAGE_BYTES, again.bytes());
    assertTrue(rig.timePs(again) > 54_096_000);
  }
}
