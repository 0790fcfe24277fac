package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.workload.Operation;
import org.portbench.strategies.Strategies;

/**
 * One write of 4 KiB by Mach 3's virtual copy, the way that {@link DataPathTest} takes with a read:
 * the client's second write of the same buffer, which it sent before.
 */
class VirtualCopyPathTest {
  private static final long PAGE_BYTES = 4096;

  private static final List<String> PATH =
      List.of(
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",

          // 503 + 6007. The client produces its data. Sending has made the buffer read-only: the
          // page
          // goes to a shadow, copied from a hot frame to one never used, 4096 * (2 + 10) / 2. The
          // object behind has no other reference left, so that both become one again.
          "at 6510 client asks",
          "TLB TLB_MISS 1 17",
          "FAULT PROTECTION_FAULT 1 33013",
          "MAP OBJECT_CREATE 1 29009",
          "MAP PAGE_LOOKUP 1 11003",
          "MAP PAGE_ALLOCATE 1 31013",
          "COPY COPY_BYTES 4096 24576",
          "MAP OBJECT_COLLAPSE 1 30011",
          "MAP PAGE_FREE 1 32003",
          // Another frame behind the address; the file system's CPU has never had this space.
          "TLB TLB_INVALIDATE 1 23",
          "TOUCH TOUCH_BYTES 4096 4096",

          // 6510 + 17 + 33013 + 29009 + 11003 + 31013 + 24576 + 30011 + 32003 + 23 + 4096 = 201274.
          // A map entry is detached and the page made read-only; 24 bytes of header and five items
          // of 8 are copied, the items decoded; destination and reply port are translated.
          "at 201274 client sends the request",
          "MAP MAP_LOOKUP 1 9001",
          "MAP MAP_ENTRY_INSERT 1 27011",
          "MAP OBJECT_REFERENCE 1 10007",
          "MAP PTE_WRITE 1 19",
          "TLB TLB_INVALIDATE 1 23",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_SEND 1 20021",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING ITEM_SCAN 5 125065",
          "MESSAGING RIGHT_COPY_IN 2 46006",
          "MESSAGING MACH_ENQUEUE 1 34019",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",

          // 201274 + 9001 + 27011 + 10007 + 19 + 23 + 1009 + 20021 + 128 + 125065 + 46006 = 439564,
          // + 34019 + 8009 + 211 + 904 + 6007 = 488714. The file system sleeps on a CPU of its own:
          // it
          // takes the message from the queue. The entry is linked in, no translation is written.
          "at 488714 file system receives the request",
          "MESSAGING MACH_DEQUEUE 1 35023",
          "MESSAGING MACH_RECEIVE 1 21001",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING ITEM_SCAN 5 125065",
          "MESSAGING RIGHT_COPY_OUT 1 24001",
          "MAP MAP_FIND_SPACE 1 26003",
          "METADATA LAYER_WORK 1 14009",
          "METADATA BLOCK_LOOKUP 1 15013",
          "METADATA TOUCH_BYTES 64 64",
          "METADATA BLOCK_LOOKUP 1 15013",
          "METADATA TOUCH_BYTES 64 64",
          // The inode has changed.
          "METADATA TOUCH_BYTES 128 128",

          // 488714 + 35023 + 21001 + 128 + 125065 + 24001 + 26003 + 14009 + 2 * (15013 + 64) + 128
          // =
          // 764226.
          // To a device goes a list of pages, kept in place, which the kernel maps for the driver.
          "at 764226 file system sends the request",
          "MAP MAP_LOOKUP 1 9001",
          "MAP OBJECT_REFERENCE 1 10007",
          "MAP PAGE_LOOKUP 1 11003",
          "PIN PAGE_HOLD 1 12007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_KERNEL_SERVER 1 22003",
          "COPY HEADER_BYTES 64 128",
          "MESSAGING ITEM_SCAN 5 125065",
          "MESSAGING RIGHT_COPY_IN 2 46006",
          "MAP MAP_FIND_SPACE 1 26003",
          "MAP PTE_WRITE 1 19",

          // 764226 + 9001 + 10007 + 11003 + 12007 + 1009 + 22003 + 128 + 125065 + 46006 + 26003 +
          // 19.
          "at 1026477 driver submits to the device",
          "DRIVER DRIVER_SUBMIT 1 17011",
          "IOMMU IOMMU_MAP_PAGE 1 29",
          "DRIVER SCATTER_GATHER_ENTRY 1 16001",
          "DRIVER DOORBELL 1 37",

          // 1026477 + 17011 + 29 + 16001 + 37 = 1059555. 4096 at 11 on the link, then 200003 and
          // 4096
          // at 13 in the flash.
          "at 1059555 device: fetches descriptors",
          "DMA DESCRIPTOR 1 41",
          "at 1059596 device: moves data over link and memory bus",
          "DMA TRANSFER 1 45056",
          "at 1104652 device: writes the medium",
          "DEVICE MEDIUM 1 253251",

          // 1104652 + 253251 + 503 = 1358406.
          "IDLE IDLE_EXIT 1 503",
          "at 1358406 cpu1: interrupt",
          "INTERRUPT INTERRUPT 1 20011",
          "WAKEUP WAKE_UP 1 8009",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 1392433 driver completes",
          "DRIVER DRIVER_COMPLETE 1 18013",
          "IOMMU IOMMU_UNMAP_PAGE 1 31",
          "IOMMU IOMMU_INVALIDATE 1 701",

          // 1392433 + 18013 + 31 + 701 = 1411178. The kernel's mapping goes on all CPUs: the
          // client's
          // is idle and will flush; the page is let go, the list's reference dropped.
          "at 1411178 driver replies",
          "MESSAGING MACH_SEND 1 20021",
          "MAP PTE_WRITE 1 19",
          "TLB TLB_INVALIDATE 1 23",
          "PIN PAGE_UNHOLD 1 13001",
          "MAP OBJECT_REFERENCE 1 10007",

          // 1411178 + 20021 + 19 + 23 + 13001 + 10007 = 1454249. One item beside the header of 24
          // bytes; it stands for no data, so that nobody decodes it. The receive was part of the
          // send.
          "at 1454249 file system receives the reply",
          "MESSAGING MACH_DEQUEUE 1 35023",
          "MESSAGING MACH_RECEIVE 1 21001",
          "COPY HEADER_BYTES 32 64",
          // The entry goes; it was never touched, so there is no translation to withdraw. 1454249 +
          // 35023 + 21001 + 64 = 1510337. This reply has no data with it and goes in one piece.
          "at 1510337 file system replies",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 32 64",
          // The file system takes its mapping down by a call of its own.
          "TRAP SYSTEM_CALL 1 1009",
          "MAP MAP_LOOKUP 1 9001",
          "MAP MAP_ENTRY_REMOVE 1 28001",
          "MAP OBJECT_REFERENCE 1 10007",
          "MESSAGING MACH_ENQUEUE 1 34019",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          // The flush that the client's CPU owed.
          "TLB TLB_FLUSH 1 101",
          "SWITCH THREAD_SWITCH 1 6007",

          // 1510337 + 1009 + 36007 + 64 + 1009 + 9001 + 28001 + 10007 = 1595435, + 34019 + 8009 +
          // 211 + 904 + 101 + 6007 = 1644686.
          "at 1644686 client receives the reply",
          "MESSAGING MACH_DEQUEUE 1 35023",
          "MESSAGING MACH_RECEIVE 1 21001",
          "COPY HEADER_BYTES 32 64");

  /** 1644686 + 35023 + 21001 + 64. */
  private static final long END_PS = 1_700_774;

  private static final Map<Counter, Long> COUNTERS =
      Map.ofEntries(
          Map.entry(Counter.BYTES_COPIED, PAGE_BYTES),
          Map.entry(Counter.BYTES_TOUCHED, PAGE_BYTES + 2 * 64 + 128),
          // Read-only at the send, writable by the fault; the kernel's mapping made and withdrawn.
          Map.entry(Counter.PTE_WRITES, 4L),
          Map.entry(Counter.TLB_MISSES, 1L),
          Map.entry(Counter.COW_FAULTS, 1L),
          // A receive is part of the send before it; one call takes the mapping down.
          Map.entry(Counter.SYSTEM_CALLS, 4L),
          Map.entry(Counter.CONTEXT_SWITCHES, 4L),
          Map.entry(Counter.WAKE_UPS, 3L),
          Map.entry(Counter.MAP_ENTRIES, 1L),
          Map.entry(Counter.PAGES_ALLOCATED, 1L),
          Map.entry(Counter.PAGES_PINNED, 1L),
          Map.entry(Counter.MESSAGES, 4L),
          Map.entry(Counter.ITEMS_INTERPRETED, 15L),
          Map.entry(Counter.RIGHTS_TRANSFERRED, 5L),
          Map.entry(Counter.IOMMU_MAPPINGS, 1L),
          Map.entry(Counter.DMA_DESCRIPTORS, 1L),
          Map.entry(Counter.DMA_BYTES, PAGE_BYTES),
          Map.entry(Counter.INTERRUPTS, 1L),
          // One message at a time, one name to reply to.
          Map.entry(Counter.PORT_BYTES, 72L),
          Map.entry(Counter.RIGHT_BYTES, 16L),
          Map.entry(Counter.MESSAGE_BYTES, 256L));

  @Test
  void everyStep_isTakenAtItsTimeForItsPrice() {
    Cell cell = Recording.cell("mach-3", Operation.Kind.WRITE);
    Rig rig = new Rig(cell, new Strategies(getClass().getClassLoader()).create("mach-3"));
    Recording recorded = Recording.ofSecondOperation(rig);

    assertEquals(String.join("\n", PATH), recorded.text());
    assertEquals(END_PS, recorded.sinceStartPs());
    assertEquals(COUNTERS, recorded.counters());
    assertEquals(PAGE_BYTES, rig.tally().payload().checkedBytes());
    assertEquals(Optional.empty(), rig.tally().payload().firstMismatch());
    assertEquals("", rig.close());
  }
}
