package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.dma.Devices.SECTOR_BYTES;
import static org.portbench.hardware.dma.MediumContent.MEDIUM_ORIGIN;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Frame;

/** What is where after a transfer. */
class DmaTransferTest {

  @Test
  void writtenPages_areReadBack_elsewhere() {
    Rig rig = new Rig(Devices.flash(8));
    Frame[] from = rig.frames(3);
    Frame[] to = rig.frames(3);
    for (int i = 0; i < 3; i++) {
      from[i].fill(0, PAGE_BYTES, 9, (long) i * PAGE_BYTES);
    }
    rig.timePs(rig.write(8192, from[0], from[1], from[2]));
    assertTrue(rig.device.content().matches(8192, PAGE_BYTES, from[0], 0));
    rig.timePs(rig.read(8192, to[2], to[0], to[1]));
    assertTrue(to[2].matches(0, PAGE_BYTES, 9, 0));
    assertTrue(to[0].matches(0, PAGE_BYTES, 9, PAGE_BYTES));
    assertTrue(to[1].matches(0, PAGE_BYTES, 9, 2 * PAGE_BYTES));
  }

  @Test
  void sectorsAtOddPlacesInMemory_arriveThere_andNowhereElse() {
    Rig rig = new Rig(Devices.disk(8));
    Frame first = rig.memory.frame(rig.memory.take());
    Frame second = rig.memory.frame(rig.memory.take());
    Command read = new Command().prepare(Command.Kind.READ, 5 * SECTOR_BYTES, "odd");
    read.memory().append((long) first.number() * PAGE_BYTES + PAGE_BYTES - 100, 300);
    read.memory().append((long) second.number() * PAGE_BYTES + 1000, 212);
    rig.timePs(read);
    assertTrue(first.matches(0, PAGE_BYTES - 100, Content.ZERO, 0));
    assertTrue(first.matches(PAGE_BYTES - 100, 100, MEDIUM_ORIGIN, 2560));
    assertTrue(second.matches(0, 200, MEDIUM_ORIGIN, 2660));
    assertTrue(second.matches(200, 800, Content.ZERO, 0));
    assertTrue(second.matches(1000, 212, MEDIUM_ORIGIN, 2860));
    assertTrue(second.matches(1212, PAGE_BYTES - 1212, Content.ZERO, 0));
  }

  @Test
  void data_movesAtCompletion_notBefore() {
    Rig rig = new Rig(Devices.flash(8));
    Frame frame = rig.memory.frame(rig.memory.take());
    rig.submit(rig.read(0, frame));
    while (rig.completed.isEmpty()) {
      assertTrue(frame.matches(0, PAGE_BYTES, Content.ZERO, 0));
      rig.events.runNext();
    }
    assertTrue(frame.matches(0, PAGE_BYTES, MEDIUM_ORIGIN, 0));
  }

  @Test
  void busAddresses_goThroughTheIommu() {
    Rig rig = new Rig(Devices.flash(8), IommuMode.STRICT, 0);
    Frame[] frames = rig.frames(3);
    long bus = rig.iommu.map(new int[] {frames[2].number(), frames[0].number()}, 2);
    Command read = new Command().prepare(Command.Kind.READ, 0, "mapped");
    read.memory().append(bus * PAGE_BYTES, 2L * PAGE_BYTES);
    rig.timePs(read);
    assertTrue(frames[2].matches(0, PAGE_BYTES, MEDIUM_ORIGIN, 0));
    assertTrue(frames[0].matches(0, PAGE_BYTES, MEDIUM_ORIGIN, PAGE_BYTES));
    assertTrue(frames[1].matches(0, PAGE_BYTES, Content.ZERO, 0));
  }

  @Test
  void pageTakenFromTheDeviceDuringATransfer_isFoundOut() {
    Rig rig = new Rig(Devices.flash(8), IommuMode.STRICT, 0);
    long bus = rig.iommu.map(new int[] {rig.memory.take()}, 1);
    Command read = new Command().prepare(Command.Kind.READ, 0, "torn");
    read.memory().append(bus * PAGE_BYTES, PAGE_BYTES);
    rig.submit(read);
    rig.iommu.unmap(bus, 1);
    Throwable defect = assertThrows(IllegalStateException.class, rig::finish);
    assertEquals("device access to unmapped bus page " + bus, defect.getMessage());
  }
}
