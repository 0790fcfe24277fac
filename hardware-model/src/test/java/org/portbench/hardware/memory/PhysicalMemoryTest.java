package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.cost.PrimeMachine.FRAMES;
import static org.portbench.hardware.cost.PrimeMachine.PAGE_BYTES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Charges;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.sim.EventQueue;

class PhysicalMemoryTest {
  private final EventQueue events = new EventQueue();
  private final Charges charges = new Charges();
  private Meter meter;
  private PhysicalMemory memory;

  PhysicalMemoryTest() {
    boot(PrimeMachine.cores(2));
  }

  private void boot(MachineProfile profile) {
    meter = new Meter(new Prices(profile));
    meter.attach(charges);
    memory = new PhysicalMemory(profile, meter, events);
  }

  @Test
  void copyOfColdPages_costsHalfOfEachSidesPriceFromMemory() {
    memory.copy(0, memory.take(), 0, memory.take(), 0, PAGE_BYTES);
    assertEquals(List.of("COPY COPY_BYTES 4096 163840"), charges.taken()); // 4096 * (40 + 40) / 2
    assertEquals(PAGE_BYTES, meter.counter(Counter.BYTES_COPIED));
    assertEquals(163_840, meter.segmentPs());
  }

  @Test
  void copyPrices_followTheHeatOfEachSide() {
    int source = memory.take();
    memory.copy(0, source, 0, memory.take(), 0, PAGE_BYTES);
    charges.taken();
    memory.copy(0, source, 0, memory.take(), 0, 100);
    memory.copy(1, source, 0, source, 1000, 100);
    memory.copy(1, source, 0, memory.take(), 0, 100);
    assertEquals(
        List.of(
            "COPY COPY_BYTES 100 2500", // private 10, memory 40
            "COPY COPY_BYTES 100 2000", // shared 20, twice
            "COPY COPY_BYTES 100 2500"),
        charges.taken());
  }

  @Test
  void touchPrices_followTheHeat() {
    int frame = memory.take();
    memory.touch(0, frame, PAGE_BYTES, Category.TOUCH);
    memory.touch(0, frame, 10, Category.METADATA);
    memory.touch(1, frame, 10, Category.TOUCH);
    assertEquals(
        List.of(
            "TOUCH TOUCH_BYTES 4096 69632", // 17 from memory
            "METADATA TOUCH_BYTES 10 50", // 5 private
            "TOUCH TOUCH_BYTES 10 90"), // 9 shared
        charges.taken());
    assertEquals(PAGE_BYTES + 20, meter.counter(Counter.BYTES_TOUCHED));
  }

  @Test
  void zeroing_costsItsOwnPriceAndLeavesZeroes() {
    int frame = memory.take();
    memory.frame(frame).fill(0, PAGE_BYTES, 7, 0);
    memory.zero(0, frame);
    assertTrue(memory.frame(frame).matches(0, PAGE_BYTES, Content.ZERO, 0));
    assertEquals(List.of("COPY ZERO_BYTES 4096 45056"), charges.taken()); // 11
    assertEquals(Heat.PRIVATE, memory.heat(0, frame));
  }

  @Test
  void copy_movesTheBytes() {
    int source = memory.take();
    int target = memory.take();
    memory.frame(source).fill(0, PAGE_BYTES, 7, 0);
    memory.copy(0, source, 100, target, 5, 50);
    assertTrue(memory.frame(target).matches(5, 50, 7, 100));
    assertTrue(memory.frame(target).matches(0, 5, Content.ZERO, 0));
  }

  @Test
  void coldCopiesOfTwoCpusAtOnce_shareTheBus() {
    memory.copy(0, memory.take(), 0, memory.take(), 0, PAGE_BYTES);
    meter.takeSegment(); // the other CPU begins at the same time
    charges.taken();
    memory.copy(1, memory.take(), 0, memory.take(), 0, PAGE_BYTES);
    // Two cold sides of 4096 bytes, 3 ps each on the bus.
    assertEquals(List.of("COPY BUS_WAIT 1 24576", "COPY COPY_BYTES 4096 163840"), charges.taken());
  }

  @Test
  void coldCopiesOfOneCpu_doNotWaitForEachOther() {
    for (int i = 0; i < 10; i++) {
      memory.copy(0, memory.take(), 0, memory.take(), 0, PAGE_BYTES);
    }
    assertEquals(10 * 163_840, meter.totalPs(Category.COPY));
  }

  @Test
  void hotCopy_needsNoBus() {
    int frame = memory.take();
    memory.touch(0, frame, PAGE_BYTES, Category.TOUCH);
    meter.takeSegment();
    memory.bus().claim(0, 1_000_000);
    charges.taken();
    memory.copy(0, frame, 0, frame, 2048, 2048);
    assertEquals(List.of("COPY COPY_BYTES 2048 20480"), charges.taken());
  }

  @Test
  void copyLateInASegment_holdsUpNoDmaBefore() {
    meter.charge(Category.MAP, "WORK", 1, 1_000_000);
    memory.copy(0, memory.take(), 0, memory.take(), 0, PAGE_BYTES);
    assertEquals(0, memory.bus().claim(500_000, 4096), "DMA in the middle of the segment");
    assertEquals(24_576, memory.bus().claim(999_997, 4096), "DMA that runs into the copy");
  }

  @Test
  void copyThatWaits_isChargedTheWaitAndNoLess() {
    memory.bus().claim(0, 100_000);
    memory.copy(0, memory.take(), 0, memory.take(), 0, PAGE_BYTES);
    assertEquals(List.of("COPY BUS_WAIT 1 300000", "COPY COPY_BYTES 4096 163840"), charges.taken());
    assertEquals(463_840, meter.segmentPs());
  }

  @Test
  void dmaInto_coolsTheFrameOrFillsTheSharedCache() {
    int frame = memory.take();
    memory.touch(0, frame, PAGE_BYTES, Category.TOUCH);
    memory.dmaWrote(frame, PAGE_BYTES);
    assertEquals(Heat.MEMORY, memory.heat(0, frame));

    boot(PrimeMachine.dma(true, 0));
    int filled = memory.take();
    memory.dmaWrote(filled, PAGE_BYTES);
    assertEquals(Heat.SHARED, memory.heat(0, filled));
  }

  @Test
  void coherentDma_needsNoFlush_incoherentPaysByTheLine() {
    memory.flushForDma(PAGE_BYTES);
    assertEquals(List.of(), charges.taken());

    boot(PrimeMachine.dma(false, 13));
    memory.flushForDma(65);
    assertEquals(List.of("PIN CACHE_FLUSH_LINE 2 26"), charges.taken());
  }

  @Test
  void freedFrame_isUsedAgain() {
    int frame = memory.take();
    assertEquals(1, memory.framesInUse());
    assertTrue(memory.allocated(frame));
    memory.free(frame);
    assertEquals(0, memory.framesInUse());
    assertSame(frame, memory.take());
  }

  @Test
  void heldFrame_cannotBeFreedUntilLetGo() {
    int frame = memory.take();
    memory.hold(frame);
    memory.hold(frame);
    memory.unhold(frame);
    var held = assertThrows(IllegalStateException.class, () -> memory.free(frame));
    assertEquals("frame 0 is held for a device", held.getMessage());
    memory.unhold(frame);
    memory.free(frame);
    var again = assertThrows(IllegalStateException.class, () -> memory.unhold(frame));
    assertEquals("frame 0 is not held", again.getMessage());
  }

  @Test
  void frame_cannotBeFreedTwice() {
    int frame = memory.take();
    memory.free(frame);
    var twice = assertThrows(IllegalStateException.class, () -> memory.free(frame));
    assertEquals("frame 0 is free already", twice.getMessage());
    assertEquals(0, memory.framesInUse());
  }

  @Test
  void memoryHasAnEnd() {
    for (int i = 0; i < FRAMES; i++) {
      memory.take();
    }
    var full = assertThrows(IllegalStateException.class, memory::take);
    assertEquals("the machine's 262144 bytes of memory are all in use", full.getMessage());
    memory.free(5);
    assertEquals(5, memory.take());
  }

  @Test
  void frameThatNeverWas_isNotFound() {
    var none = assertThrows(IllegalStateException.class, () -> memory.frame(0));
    assertEquals("there is no frame 0", none.getMessage());
  }

  @Test
  void framesOfOrdinaryMemory_followOneAnother_alsoWhenTheyAreUsedAgain() {
    for (int i = 0; i < 4; i++) {
      assertEquals(i, memory.take());
    }
    for (int i = 3; i >= 0; i--) {
      memory.free(i);
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(i, memory.take());
    }
  }

  @Test
  void framesOfScatteredMemory_areNoNeighbours_untilNoOthersAreLeft() {
    memory.scatter();
    int last = memory.take();
    assertEquals(1, last);
    for (int i = 1; i < FRAMES; i++) {
      int next = memory.take();
      assertTrue(Math.abs(next - last) > 1, last + ", then " + next);
      last = next;
    }
    assertEquals(FRAMES, memory.framesInUse());
    memory.free(20);
    memory.free(40);
    memory.free(41);
    assertEquals(List.of(41, 20, 40), List.of(memory.take(), memory.take(), memory.take()));
    memory.free(7);
    memory.free(8);
    assertEquals(List.of(8, 7), List.of(memory.take(), memory.take()));
  }

  @Test
  void unusedFramesOfScatteredMemory_areNoNeighboursEither_andNoneIsLost() {
    memory.scatter();
    int last = memory.takeUnused();
    for (int i = 1; i < FRAMES / 2; i++) {
      int next = memory.takeUnused();
      assertTrue(Math.abs(next - last) > 1, last + ", then " + next);
      last = next;
    }
    for (int i = FRAMES / 2; i < FRAMES; i++) {
      memory.take();
    }
    assertEquals(FRAMES, memory.framesInUse());
  }

  @Test
  void whereNothingIsEverMissing_everyCopyCostsThePrivateCachesPrice() {
    memory.alwaysCached();
    memory.copy(0, memory.take(), 0, memory.take(), 0, 100);
    assertEquals(List.of("COPY COPY_BYTES 100 1000"), charges.taken());
  }

  @Test
  void anUnusedFrame_isOneThatWasNeverUsed_asLongAsThereIsOne() {
    int used = memory.take();
    memory.free(used);
    int unused = memory.takeUnused();
    assertNotEquals(used, unused);
    assertEquals(used, memory.take());
    assertEquals(2, memory.framesInUse());
  }
}
