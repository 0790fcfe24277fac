package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.strategies.Strategies;

/**
 * The way of {@link DataPathTest} where the file system has the page in memory: a page of 4 KiB by
 * reference to the file's VM object, worked out by hand from {@link PrimeMachine}'s prices. The
 * page was used before, so that the file system's own translation is there.
 */
class CachedPathTest {
  private static final StackSpec CACHED =
      StackSpec.user(1, Touch.NOTHING).with(StackKnob.CACHED, 100);

  private static final List<String> READ_HIT =
      List.of(
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 6510 client asks",
          "at 6510 client sends the request",
          "MAP MAP_LOOKUP 1 9001",
          "MAP OBJECT_REFERENCE 1 10007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_SEND 1 2003",
          "COPY HEADER_BYTES 64 128",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 43789 file system receives the request",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_RECEIVE 1 3001",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING HANDLE_INSERT 1 4001",
          "METADATA LAYER_WORK 1 14009",
          "METADATA BLOCK_LOOKUP 1 15013",
          "METADATA TOUCH_BYTES 64 64",
          "METADATA BLOCK_LOOKUP 1 15013",
          "METADATA TOUCH_BYTES 64 64",
          // Up to here as without a cache, 96091. One page is looked for, and there: 96091 + 11003.
          "MAP PAGE_LOOKUP 1 11003",
          "at 107094 file system has the pages in memory",
          // The kernel finds the object behind the file system's address; its handle for the
          // client's place goes.
          "at 107094 file system replies",
          "MAP MAP_LOOKUP 1 9001",
          "MAP OBJECT_REFERENCE 1 10007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_SEND 1 2003",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING HANDLE_LOOKUP 1 5003",
          "MAP OBJECT_REFERENCE 1 10007",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",
          // 107094 + 9001 + 10007 + 1009 + 2003 + 128 + 5003 + 10007 = 144252, + 8009 + 211 + 904
          // + 6007 = 159383. The client gets a handle, maps what it stands for, faults the page in
          // and reads it, 4096 at 1 ps: it did so last time and has it in its cache.
          "at 159383 client receives the reply",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_RECEIVE 1 3001",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING HANDLE_INSERT 1 4001",
          "TRAP SYSTEM_CALL 1 1009",
          "MAP OBJECT_REFERENCE 1 10007",
          "MAP MAP_FIND_SPACE 1 26003",
          "MAP MAP_ENTRY_INSERT 1 27011",
          "TLB TLB_MISS 1 17",
          "FAULT SOFT_FAULT 1 41011",
          "TOUCH TOUCH_BYTES 4096 4096",
          // It unmaps it again, and gives its handle back.
          "TRAP SYSTEM_CALL 1 1009",
          "MAP MAP_LOOKUP 1 9001",
          "MAP PTE_WRITE 1 19",
          "TLB TLB_INVALIDATE 1 23",
          "MAP MAP_ENTRY_REMOVE 1 28001",
          "MAP OBJECT_REFERENCE 1 10007",
          "MESSAGING HANDLE_LOOKUP 1 5003",
          "MAP OBJECT_REFERENCE 1 10007");

  /**
   * 159383 + 1009 + 3001 + 128 + 4001 = 167522, + 1009 + 10007 + 26003 + 27011 = 231552, + 17 +
   * 41011 + 4096 = 276676, + 1009 + 9001 + 19 + 23 + 28001 + 10007 = 324736, + 5003 + 10007.
   */
  private static final long READ_HIT_END_PS = 339_746;

  /** The file system maps what the client named, copies it, and takes the mapping down. */
  private static final List<String> WRITE_HIT =
      List.of(
          "MAP PAGE_LOOKUP 1 11003",
          "at 119510 file system copies into the pages in memory",
          "TRAP SYSTEM_CALL 1 1009",
          "MAP OBJECT_REFERENCE 1 10007",
          "MAP MAP_FIND_SPACE 1 26003",
          "MAP MAP_ENTRY_INSERT 1 27011",
          "TLB TLB_MISS 1 17",
          "FAULT SOFT_FAULT 1 41011",
          // Out of the cache that both CPUs share into its own: 4096 * (6 + 2) / 2.
          "COPY COPY_BYTES 4096 16384",
          "TRAP SYSTEM_CALL 1 1009",
          "MAP MAP_LOOKUP 1 9001",
          "MAP PTE_WRITE 1 19",
          "TLB TLB_INVALIDATE 1 23",
          "MAP MAP_ENTRY_REMOVE 1 28001",
          "MAP OBJECT_REFERENCE 1 10007",
          // 119510 + 1009 + 10007 + 26003 + 27011 + 17 + 41011 + 16384 + 1009 + 9001 + 19 + 23
          // + 28001 + 10007 = 289012: the reply goes at once.
          "at 289012 file system replies");

  /** A sync of the file's data: the page goes to the device, then the device is flushed. */
  private static final List<String> SYNC =
      List.of(
          "METADATA LAYER_WORK 1 14009",
          "at 362849 file system writes dirty pages",
          "at 362849 file system sends the request",
          "MAP MAP_LOOKUP 1 9001",
          "MAP OBJECT_REFERENCE 1 10007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_KERNEL_CALL 1 2003",
          "COPY HEADER_BYTES 64 128",
          // 362849 + 9001 + 10007 + 1009 + 2003 + 128 = 384997.
          "at 384997 driver submits to the device",
          "DRIVER DRIVER_SUBMIT 1 17011",
          "MAP PAGE_LOOKUP 1 11003",
          "PIN PAGE_HOLD 1 12007",
          "IOMMU IOMMU_MAP_PAGE 1 29",
          "DRIVER SCATTER_GATHER_ENTRY 1 16001",
          "DRIVER DOORBELL 1 37",
          // + 17011 + 11003 + 12007 + 29 + 16001 + 37 = 441085, then as any write.
          "at 441085 device: fetches descriptors",
          "DMA DESCRIPTOR 1 41",
          "at 441126 device: moves data over link and memory bus",
          "DMA TRANSFER 1 45056",
          "at 486182 device: writes the medium",
          "DEVICE MEDIUM 1 253251",
          "IDLE IDLE_EXIT 1 503",
          "at 739936 cpu1: interrupt",
          "INTERRUPT INTERRUPT 1 20011",
          "WAKEUP WAKE_UP 1 8009",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 773963 driver completes",
          "DRIVER DRIVER_COMPLETE 1 18013",
          "IOMMU IOMMU_UNMAP_PAGE 1 31",
          "IOMMU IOMMU_INVALIDATE 1 701",
          "PIN PAGE_UNHOLD 1 13001",
          // 773963 + 18013 + 31 + 701 + 13001 = 805709.
          "at 805709 driver replies",
          "MESSAGING LIGHT_SEND 1 2003",
          "MAP OBJECT_REFERENCE 1 10007",
          "at 817719 file system receives the reply",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_RECEIVE 1 3001",
          "COPY HEADER_BYTES 64 128",
          "at 821857 file system sends the request",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_KERNEL_CALL 1 2003",
          "COPY HEADER_BYTES 64 128",
          "at 824997 driver submits to the device",
          "DRIVER DRIVER_SUBMIT 1 17011",
          "DRIVER DOORBELL 1 37",
          "at 842045 device: fetches descriptors",
          "DMA DESCRIPTOR 1 41",
          "at 842086 device: flushes",
          "DEVICE FLUSH 1 1000003");

  private static Rig rig(String strategy, StackSpec stack, Operation.Kind... kinds) {
    return new Rig(
        Recording.cell(strategy, stack, kinds),
        new Strategies(CachedPathTest.class.getClassLoader()).create(strategy));
  }

  private static void assertRight(Rig rig, long bytes) {
    assertEquals(bytes, rig.tally().payload().checkedBytes());
    assertEquals(Optional.empty(), rig.tally().payload().firstMismatch());
    assertEquals("", rig.close());
  }

  @Test
  void aReadHit_neverComesNearTheDevice() {
    Rig rig = rig("vm-object", CACHED, Operation.Kind.READ);
    Recording recorded = Recording.ofSecondOperation(rig);
    assertEquals(String.join("\n", READ_HIT), recorded.text());
    assertEquals(READ_HIT_END_PS, recorded.sinceStartPs());
    assertEquals(
        Map.ofEntries(
            Map.entry(Counter.BYTES_TOUCHED, 4096L + 2 * 64),
            Map.entry(Counter.PTE_WRITES, 2L),
            Map.entry(Counter.TLB_MISSES, 1L),
            Map.entry(Counter.SOFT_FAULTS, 1L),
            Map.entry(Counter.SYSTEM_CALLS, 6L),
            Map.entry(Counter.CONTEXT_SWITCHES, 3L),
            Map.entry(Counter.WAKE_UPS, 2L),
            Map.entry(Counter.MAP_ENTRIES, 1L),
            Map.entry(Counter.MESSAGES, 2L),
            Map.entry(Counter.PORT_BYTES, 112L),
            Map.entry(Counter.RIGHT_BYTES, 16L),
            Map.entry(Counter.MESSAGE_BYTES, 64L)),
        recorded.counters());
    assertRight(rig, 4096);
  }

  /** One percent of 40 pages is none: a miss is {@link DataPathTest}'s read and one look. */
  @Test
  void aMiss_goesToTheDevice_andDoesNotEnter() {
    StackSpec hardly = CACHED.with(StackKnob.CACHED, 1);
    Rig rig = rig("vm-object", hardly, Operation.Kind.READ);
    Recording recorded = Recording.ofSecondOperation(rig);
    assertEquals(509_000 + 11_003, recorded.sinceStartPs());
    assertEquals(4096, recorded.counters().get(Counter.DMA_BYTES));
    assertRight(rig, 4096);
  }

  @Test
  void aWriteHit_isACopy_andASyncWritesItBack() {
    Rig rig = rig("vm-object", CACHED, Operation.Kind.WRITE, Operation.Kind.DATA_SYNC);
    Recording recorded = Recording.ofSecondOperation(rig);
    String text = recorded.text();
    assertTrue(text.contains(String.join("\n", WRITE_HIT)), text);
    assertTrue(text.contains(String.join("\n", SYNC)), text);
    assertEquals(4096, recorded.counters().get(Counter.DMA_BYTES));
    assertEquals(2, recorded.counters().get(Counter.INTERRUPTS));
    assertRight(rig, 4096);
  }

  /**
   * The kernel's file system copies from its page to the client's buffer, both in its cache: 4096
   * at 2 ps; 6510 + 1009 + 14009 + 2 * (15013 + 64) + 11003 = 62685, + 10007 for a reference, +
   * 11003 to find the page + 8192 + 10007 = 101894, + 4096 to read.
   */
  @Test
  void anInKernelStack_copiesOnce() {
    Rig rig = rig("direct", CACHED, Operation.Kind.READ);
    Recording recorded = Recording.ofSecondOperation(rig);
    assertEquals(105_990, recorded.sinceStartPs());
    assertEquals(
        Map.of(
            Counter.BYTES_COPIED, 4096L,
            Counter.BYTES_TOUCHED, 4096L + 2 * 64,
            Counter.SYSTEM_CALLS, 1L,
            Counter.CONTEXT_SWITCHES, 1L),
        recorded.counters());
    assertRight(rig, 4096);
  }

  /** What nobody synced is written when the cell ends, and nobody is charged. */
  @Test
  void whatIsOnlyInMemory_isWrittenInTheEnd() {
    Rig rig = rig("vm-object", CACHED, Operation.Kind.WRITE);
    Recording recorded = Recording.ofSecondOperation(rig);
    assertEquals(Optional.empty(), Optional.ofNullable(recorded.counters().get(Counter.DMA_BYTES)));
    assertTrue(rig.machine().device().content().writtenChunks() == 0);
    assertRight(rig, 4096);
    assertEquals(1, rig.machine().device().content().writtenChunks());
    assertEquals(0, rig.machine().meter().counter(Counter.DMA_BYTES));
  }
}
