package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.dma.Devices.US;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.Heat;

/**
 * Reckoned with {@link Devices#flash}: 0.1 us a descriptor, four channels with stripes of a page,
 * 50 us to read, 10 us to program, 1 ns a byte, a link of 143 ps a byte: 0.585728 us a page.
 */
class DmaDeviceTest {
  private static final long PAGE_LINK_PS = 585_728;

  @Test
  void oneRead_isDescriptor_medium_andLink() {
    // 0.1 + (50 + 4.096) + 0.585728
    Rig rig = new Rig(Devices.flash(32));
    Command read = rig.read(0, rig.frames(1));
    assertEquals(54_781_728, rig.timePs(read));
    assertEquals(54_096_000, read.spentPs(Category.DEVICE));
    assertEquals(685_728, read.spentPs(Category.DMA));
    assertEquals(0, read.spentPs(Category.QUEUEING));
  }

  @Test
  void oneWrite_isDescriptor_link_andMedium() {
    // 0.1 + 0.585728 + (10 + 4.096)
    Rig rig = new Rig(Devices.flash(32));
    Command write = rig.write(0, rig.frames(1));
    assertEquals(14_781_728, rig.timePs(write));
    assertEquals(14_096_000, write.spentPs(Category.DEVICE));
    assertEquals(685_728, write.spentPs(Category.DMA));
  }

  @Test
  void longRead_hasTheLinkWhileTheMediumStillReads() {
    // 16 pages, 4 on each channel: the first is out at 0.1 + 54.096, the last at 0.1 + 50 +
    // 16.384 us. The link needs 16 * 0.585728 = 9.371648 us; it need not pause when it starts so
    // late that the last page leaves when it is read, and ends 0.585728 us after that.
    Rig rig = new Rig(Devices.flash(32));
    Command read = rig.read(0, rig.frames(16));
    assertEquals(1, read.memory().segments());
    assertEquals(100_000 + 66_384_000 + PAGE_LINK_PS, rig.timePs(read));
    assertEquals(66_384_000, read.spentPs(Category.DEVICE));
    assertEquals(100_000 + PAGE_LINK_PS, read.spentPs(Category.DMA));
  }

  @Test
  void longWrite_hasTheMediumWhileTheLinkStillTransfers() {
    Rig rig = new Rig(Devices.flash(32));
    Command write = rig.write(0, rig.frames(16));
    assertEquals(100_000 + PAGE_LINK_PS + 26_384_000, rig.timePs(write));
  }

  @Test
  void slowLink_setsThePace_andTheRestIsDma() {
    // As the long read, with a link of 2 us a page: the first page is out at 54.196 us, the link
    // takes 16 * 2.048 us from then on.
    Rig rig = new Rig(Devices.flash(32), IommuMode.OFF, 500);
    Command read = rig.read(0, rig.frames(16));
    assertEquals(54_196_000 + 16 * 2_048_000, rig.timePs(read));
    assertEquals(66_384_000, read.spentPs(Category.DEVICE));
    assertEquals(54_196_000 + 16 * 2_048_000 - 66_384_000, read.spentPs(Category.DMA));
  }

  @Test
  void slowLink_isTheMediumsPaceForAWriteToo() {
    // The last page is in at 0.1 + 16 * 2.048 us and takes 14.096 us more.
    Rig rig = new Rig(Devices.flash(32), IommuMode.OFF, 500);
    assertEquals(100_000 + 16 * 2_048_000 + 14_096_000, rig.timePs(rig.write(0, rig.frames(16))));
  }

  @Test
  void memoryThatLiesApart_takesADescriptorEach() {
    Rig rig = new Rig(Devices.flash(32));
    Frame[] frames = rig.frames(3);
    Command scattered = rig.read(0, frames[2], frames[1], frames[0]);
    assertEquals(2 * 100_000, rig.timePs(scattered) - rig.timePs(rig.read(0, frames)));
    assertEquals(4, rig.meter.counter(Counter.DMA_DESCRIPTORS));
    assertEquals(6 * PAGE_BYTES, rig.meter.counter(Counter.DMA_BYTES));
  }

  @Test
  void transfer_waitsForTheMemoryBus() {
    Rig rig = new Rig(Devices.flash(32), IommuMode.OFF, 100);
    Command read = rig.read(0, rig.frames(1));
    rig.submit(read);
    rig.memory.bus().claim(0, 600_000); // taken until 60 us, the read has it from then on
    rig.finish();
    assertEquals(60 * US + PAGE_LINK_PS, read.completedPs());
    assertEquals(60 * US - 54_196_000, read.spentPs(Category.QUEUEING));
    assertEquals(685_728, read.spentPs(Category.DMA));
  }

  @Test
  void queueDepth_limitsWhatIsWorkedOn() {
    // Four channels are free, but only two commands are taken at a time.
    Rig rig = new Rig(Devices.flash(2));
    Frame frame = rig.memory.frame(rig.memory.take());
    Command[] reads = new Command[4];
    for (int i = 0; i < 4; i++) {
      reads[i] = rig.read((long) i * PAGE_BYTES, frame);
    }
    rig.submit(reads);
    rig.finish();
    assertEquals(List.of(reads), rig.completed);
    long firstPs = reads[0].completedPs();
    assertEquals(54_781_728, firstPs);
    assertEquals(firstPs + PAGE_LINK_PS, reads[1].completedPs(), "waits for the link");
    assertEquals(firstPs + 54_781_728, reads[2].completedPs());
    assertEquals(firstPs, reads[2].spentPs(Category.QUEUEING));
  }

  @Test
  void fullRing_refuses_untilTheDeviceHasTakenSome() {
    Rig rig = new Rig(Devices.flash(2));
    Frame frame = rig.memory.frame(rig.memory.take());
    for (int i = 0; i < 1024; i++) {
      assertTrue(rig.device.submit(rig.read(0, frame)));
    }
    Command late = rig.read(0, frame);
    assertFalse(rig.device.submit(late));
    assertFalse(late.inFlight());
    rig.device.ringDoorbell(0);
    assertTrue(rig.device.submit(late), "the device took two at the doorbell");
    rig.finish();
    assertEquals(1024, rig.completed.size());
    assertFalse(rig.device.idle(), "no doorbell was rung for the last one");
    rig.device.ringDoorbell(rig.events.nowPs());
    rig.finish();
    assertTrue(rig.device.idle());
  }

  @Test
  void completedCommand_canBePreparedAndSubmittedInItsListener() {
    Rig rig = new Rig(Devices.flash(1));
    Frame frame = rig.memory.frame(rig.memory.take());
    rig.then =
        (command, nowPs) -> {
          if (rig.completed.size() < 5) {
            command.prepare(Command.Kind.READ, 0, "again");
            command.memory().append((long) frame.number() * PAGE_BYTES, PAGE_BYTES);
            rig.submit(command);
          }
        };
    rig.timePs(rig.read(0, frame));
    assertEquals(5 * 54_781_728, rig.events.nowPs());
  }

  @Test
  void commandInFlight_canBeNeitherPreparedNorSubmitted() {
    Rig rig = new Rig(Devices.flash(1));
    Command read = rig.read(0, rig.frames(1));
    rig.submit(read);
    assertThrows(IllegalStateException.class, () -> rig.device.submit(read));
    assertThrows(
        IllegalStateException.class, () -> read.prepare(Command.Kind.FLUSH, 0, "too early"));
  }

  @Test
  void read_leavesTheFrameCold() {
    Rig rig = new Rig(Devices.flash(1));
    Frame frame = rig.memory.frame(rig.memory.take());
    rig.memory.touch(0, frame.number(), PAGE_BYTES, Category.TOUCH);
    assertEquals(Heat.PRIVATE, rig.memory.heat(0, frame.number()));
    rig.timePs(rig.write(0, frame));
    assertEquals(Heat.PRIVATE, rig.memory.heat(0, frame.number()));
    rig.timePs(rig.read(0, frame));
    assertEquals(Heat.MEMORY, rig.memory.heat(0, frame.number()));
  }

  @Test
  void doorbell_ringsAtItsTime() {
    Rig rig = new Rig(Devices.flash(1));
    assertThrows(IllegalArgumentException.class, () -> rig.device.ringDoorbell(1));
  }
}
