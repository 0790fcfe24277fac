package org.portbench.hardware.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Charges;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.sim.EventQueue;

/** Mapping a page is 29 ps, unmapping it 31, an invalidation 701, lazily one for eight pages. */
class IommuTest {
  private final EventQueue events = new EventQueue();
  private final Charges charges = new Charges();
  private Meter meter;
  private PhysicalMemory memory;
  private Iommu iommu;

  private void boot(IommuMode mode) {
    MachineProfile profile = PrimeMachine.iommu(2, mode);
    meter = new Meter(new Prices(profile));
    meter.attach(charges);
    memory = new PhysicalMemory(profile, meter, events);
    iommu = new Iommu(profile, meter, events, memory);
  }

  @Test
  void off_aBusPageIsAFrame() {
    boot(IommuMode.OFF);
    memory.take();
    int frame = memory.take();
    assertEquals(frame, frameAt(1));
  }

  @Test
  void off_accessToAFreeFrameIsCaught() {
    boot(IommuMode.OFF);
    memory.free(memory.take());
    var caught = assertThrows(IllegalStateException.class, () -> frameAt(0));
    assertEquals("device access to frame 0, which is free", caught.getMessage());
    assertThrows(IllegalStateException.class, () -> frameAt(1), "no such frame");
  }

  @Test
  void on_accessToAMappedPageWhoseFrameWasFreedIsCaught() {
    boot(IommuMode.STRICT);
    List<Integer> frames = frames(1);
    long page = map(frames);
    memory.free(frames.getFirst());
    var caught = assertThrows(IllegalStateException.class, () -> frameAt(page));
    assertEquals("device access to frame 0, which is free", caught.getMessage());
  }

  @Test
  void scatteredFrames_getConsecutiveBusPages() {
    boot(IommuMode.STRICT);
    List<Integer> frames = frames(4).reversed();
    long first = map(frames);
    for (int i = 0; i < 4; i++) {
      assertEquals(frames.get(i), frameAt(first + i));
    }
    assertEquals(List.of("IOMMU IOMMU_MAP_PAGE 4 116"), charges.taken());
    assertEquals(4, meter.counter(Counter.IOMMU_MAPPINGS));
    assertEquals(4, iommu.mappedPages());
  }

  @Test
  void strict_everyUnmappingInvalidates() {
    boot(IommuMode.STRICT);
    iommu.unmap(map(frames(2)), 2);
    assertEquals(
        List.of(
            "IOMMU IOMMU_MAP_PAGE 2 58",
            "IOMMU IOMMU_UNMAP_PAGE 2 62",
            "IOMMU IOMMU_INVALIDATE 1 701"),
        charges.taken());
    assertEquals(0, iommu.mappedPages());
  }

  @Test
  void lazy_oneInvalidationServesABatch() {
    boot(IommuMode.LAZY);
    for (int i = 0; i < 4; i++) {
      assertEquals(i * 2L * 60, meter.totalPs(Category.IOMMU));
      iommu.unmap(map(frames(2)), 2);
    }
    assertEquals(8 * 60 + 701, meter.totalPs(Category.IOMMU));
    iommu.unmap(map(frames(7)), 7);
    assertEquals(15 * 60 + 701, meter.totalPs(Category.IOMMU), "the next batch is not full");
  }

  @Test
  void invalidationsOfTwoCpusAtOnce_comeOneAfterTheOther() {
    boot(IommuMode.STRICT);
    long first = map(frames(2));
    meter.takeSegment();
    iommu.unmap(first, 1);
    meter.takeSegment(); // the other CPU begins at the same time
    charges.taken();
    iommu.unmap(first + 1, 1);
    assertEquals(
        List.of("IOMMU IOMMU_UNMAP_PAGE 1 31", "IOMMU IOMMU_INVALIDATE 1 1402"), charges.taken());
  }

  @Test
  void accessToAnUnmappedPage_isCaught() {
    boot(IommuMode.STRICT);
    long page = map(frames(1));
    iommu.unmap(page, 1);
    var caught = assertThrows(IllegalStateException.class, () -> frameAt(page));
    assertEquals("device access to unmapped bus page 0", caught.getMessage());
  }

  @Test
  void unmappingTwice_isCaught() {
    boot(IommuMode.LAZY);
    long page = map(frames(1));
    iommu.unmap(page, 1);
    assertThrows(IllegalStateException.class, () -> iommu.unmap(page, 1));
  }

  @Test
  void busPages_areNotUsedAgainSoon() {
    boot(IommuMode.LAZY);
    long first = map(frames(1));
    iommu.unmap(first, 1);
    assertEquals(first + 1, map(frames(1)));
  }

  @Test
  void longLivedMapping_isPassedByWhenBusPagesComeRoundAgain() {
    boot(IommuMode.LAZY);
    List<Integer> frames = frames(50);
    long standing = map(frames.subList(0, 3));
    long page = 0;
    for (int i = 0; i < (1 << 20) / 50 + 1; i++) {
      page = map(frames);
      iommu.unmap(page, 50);
    }
    assertEquals(3, page, "the first after the standing ones");
    assertEquals(frames.get(2), frameAt(standing + 2));
    assertEquals(3, iommu.mappedPages());
  }

  private int frameAt(long busPage) {
    int[] frames = new int[1];
    iommu.translate(busPage, 1, frames);
    return frames[0];
  }

  private long map(List<Integer> frames) {
    return iommu.map(frames.stream().mapToInt(Integer::intValue).toArray(), frames.size());
  }

  private List<Integer> frames(int count) {
    List<Integer> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(memory.take());
    }
    return frames;
  }
}
