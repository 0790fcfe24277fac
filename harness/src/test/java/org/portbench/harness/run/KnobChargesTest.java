package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.strategies.Strategies;

/**
 * What a write costs more, or less, when one knob is turned: each charge that differs, how often it
 * is made and for how much, worked out by hand from {@link PrimeMachine}'s prices. The client's
 * file system is in a task of its own unless a test says otherwise.
 */
final class KnobChargesTest {
  private static final int PAGE = 4096;
  private static final StackSpec USER = StackSpec.user(1, Touch.NOTHING);
  private static final MachineProfile PLAIN = PrimeMachine.profile(IommuMode.OFF);
  private static final MachineProfile STRICT = PrimeMachine.profile(IommuMode.STRICT);

  private final Strategies known = new Strategies(getClass().getClassLoader());

  /** Two ranges of a page instead of one of two pages. */
  @Test
  void aRange_isAReferenceAndAHandleInEachDomain() {
    assertEquals(
        """
        DESCRIPTOR +1 +41
        HANDLE_INSERT +1 +4001
        HANDLE_LOOKUP +2 +10006
        MAP_LOOKUP +1 +9001
        OBJECT_REFERENCE +4 +40028
        SCATTER_GATHER_ENTRY +1 +16001\
        """,
        added(PLAIN, "vm-object", USER, StackKnob.SEGMENTS, "2", 2 * PAGE));
  }

  /**
   * Each range has its map copy: an entry in transit, looked up and found room for; entries of the
   * receiver's, looked up by who lists pages and by who removes them; references of the copy and of
   * the list. An item more in the client's message, which is scanned where it is sent and where it
   * is received, and in the file system's to the kernel. The client rewrites nothing.
   */
  @Test
  void aRange_isAnItemAndAMapCopyInMach() {
    StackSpec keeps = USER.with(StackKnob.SENDER, "keeps");
    assertEquals(
        """
        DESCRIPTOR +1 +41
        HEADER_BYTES +24 +48
        ITEM_SCAN +3 +75039
        MAP_ENTRY_INSERT +1 +27011
        MAP_ENTRY_REMOVE +1 +28001
        MAP_FIND_SPACE +1 +26003
        MAP_LOOKUP +3 +27003
        OBJECT_REFERENCE +4 +40028
        SCATTER_GATHER_ENTRY +1 +16001\
        """,
        added(PLAIN, "mach-3", keeps, StackKnob.SEGMENTS, "2", 2 * PAGE));
  }

  /**
   * Two numbers more: plain ones between tasks, in and out, and looked at where the right to the
   * task goes along, to the kernel: 8 bytes each. There the range is looked up in the client's map;
   * its pages are held, nothing refers to its object.
   */
  @Test
  void aRange_isTwoNumbersBesideATaskPort() {
    assertEquals(
        """
        DESCRIPTOR +1 +41
        HEADER_BYTES +48 +96
        ITEM_SCAN +2 +50026
        MAP_LOOKUP +1 +9001
        SCATTER_GATHER_ENTRY +1 +16001\
        """,
        added(PLAIN, "task-port", USER, StackKnob.SEGMENTS, "2", 2 * PAGE));
  }

  /**
   * A right and two numbers more, 8 bytes each: in the client's message, scanned where it is sent
   * and where it is received, and in the file system's to the kernel. The file system gives its
   * right up by a call. The driver wires the entry's pages, which needs no map.
   */
  @Test
  void aRange_isARightAndTwoNumbersOfMemoryEntries() {
    assertEquals(
        """
        DESCRIPTOR +1 +41
        HEADER_BYTES +72 +144
        ITEM_SCAN +9 +225117
        RIGHT_COPY_IN +2 +46006
        RIGHT_COPY_OUT +1 +24001
        SCATTER_GATHER_ENTRY +1 +16001
        SYSTEM_CALL +1 +1009\
        """,
        added(PLAIN, "memory-entry", USER, StackKnob.SEGMENTS, "2", 2 * PAGE));
  }

  /** One page more is found, held and mapped; bus pages follow one another, so that it merges. */
  @Test
  void anOddBuffer_liesInAPageMore() {
    assertEquals(
        """
        IOMMU_MAP_PAGE +1 +29
        IOMMU_UNMAP_PAGE +1 +31
        PAGE_HOLD +1 +12007
        PAGE_LOOKUP +1 +11003
        PAGE_UNHOLD +1 +13001\
        """,
        added(STRICT, "vm-object", USER, StackKnob.ALIGNMENT, "odd", PAGE));
  }

  /**
   * Twenty KiB that begin 512 bytes into a page. XNU copies 3584 bytes of the first page and 512 of
   * the last into fresh pages, at (6 + 2) / 2 ps: they come from the client's CPU. The anonymous
   * memory is entered (1), split around its middle (2) and replaced there; the three entries are
   * listed and removed. References: two by the splits, one goes with the middle, two more entries
   * each are listed, let go and removed. Lookups: source and target of each fragment, and a page
   * more to be listed. The client then writes to 4096 bytes that another CPU read: 2 ps more each.
   */
  @Test
  void anOddBuffer_isCopiedAtItsEndsByXnu() {
    assertEquals(
        """
        COPY_BYTES +4096 +16384
        IOMMU_MAP_PAGE +1 +29
        IOMMU_UNMAP_PAGE +1 +31
        MAP_ENTRY_INSERT +3 +81033
        MAP_ENTRY_REMOVE +3 +84003
        OBJECT_CREATE +1 +29009
        OBJECT_REFERENCE +9 +90063
        PAGE_ALLOCATE +2 +62026
        PAGE_FREE +2 +64006
        PAGE_HOLD +1 +12007
        PAGE_LOOKUP +5 +55015
        PAGE_UNHOLD +1 +13001
        PROTECTION_FAULT +1 +33013
        PTE_WRITE +1 +19
        TLB_INVALIDATE +1 +23
        TLB_MISS +1 +17
        TOUCH_BYTES +0 +8192
        ZERO_BYTES +8192 +57344\
        """,
        added(STRICT, "mach-xnu", USER, StackKnob.ALIGNMENT, "odd", 5 * PAGE));
  }

  /** The page is neither written nor faulted, so neither shadowed nor copied nor protected. */
  @Test
  void whatIsKept_isAlreadyToBeCopiedAndNeedsNoProtection() {
    assertEquals(
        """
        COPY_BYTES -4096 -8192
        OBJECT_COLLAPSE -1 -30011
        OBJECT_CREATE -1 -29009
        PAGE_ALLOCATE -1 -31013
        PAGE_FREE -1 -32003
        PAGE_LOOKUP -1 -11003
        PROTECTION_FAULT -1 -33013
        PTE_WRITE -1 -19
        TLB_INVALIDATE -2 -46
        TLB_MISS -1 -17
        TOUCH_BYTES -4096 -4096\
        """,
        added(STRICT, "mach-3", USER, StackKnob.SENDER, "keeps", PAGE));
  }

  /**
   * Two pages. Without, the shadow that the first write makes is the object's only user: one page
   * is copied, the other moves. With, the file system still shows the object: both are copied, and
   * the shadow passes it by (2 references) once it hides all. Lookups: the second page is found
   * behind the shadow (1), and each copy looks whether both pages are hidden (2 and 2).
   */
  @Test
  void whatAReceiverStillHolds_isCopiedPageByPage() {
    assertEquals(
        """
        COPY_BYTES +4096 +8192
        OBJECT_COLLAPSE -1 -30011
        OBJECT_PAGE_MOVE -1 -1000000007
        OBJECT_REFERENCE +2 +20014
        PAGE_ALLOCATE +1 +31013
        PAGE_FREE +1 +32003
        PAGE_LOOKUP +5 +55015
        TLB_INVALIDATE +1 +23\
        """,
        added(STRICT, "mach-3", USER, StackKnob.RECEIVER, "holds", 2 * PAGE));
  }

  @Test
  void aReferenceThatIsHeldLonger_costsNothing() {
    assertEquals("", added(STRICT, "vm-object", USER, StackKnob.RECEIVER, "holds", 2 * PAGE));
  }

  @Test
  void aPathsBufferThatIsHeld_isNotUsedAgain() {
    Rig releases = rig(STRICT, "fbufs", USER, PAGE);
    Rig holds = rig(STRICT, "fbufs", USER.with(StackKnob.RECEIVER, "holds"), PAGE);
    releases.run(5);
    holds.run(5);
    int more = holds.machine().memory().framesInUse() - releases.machine().memory().framesInUse();
    assertEquals(1, more, "one buffer of one page");
  }

  /**
   * Sixteen blocks of 4 KiB, each in two pages that are no neighbours; a command takes sixteen
   * segments. 3584 bytes, fourteen pages and 512 bytes are fifteen blocks; the last goes alone.
   */
  @Test
  void aCommandEndsWithABlock_beforeItHasTooManySegments() {
    StackSpec spread = USER.with(StackKnob.FRAMES, "scattered").with(StackKnob.ALIGNMENT, "odd");
    Recording recording = record(PLAIN, "direct", spread, 16 * PAGE);
    assertEquals(16 + 2, recording.counters().get(Counter.DMA_DESCRIPTORS));
  }

  @Test
  void pagesThatAreNoNeighbours_areASegmentEach() {
    assertEquals(
        """
        DESCRIPTOR +1 +41
        SCATTER_GATHER_ENTRY +1 +16001\
        """,
        added(PLAIN, "direct", USER, StackKnob.FRAMES, "scattered", 2 * PAGE));
  }

  /**
   * Two pages, shown to the kernel and taken away again: 19 to write and 23 to invalidate an entry,
   * the other CPU idles. What finding and holding them costs the driver need not do again, but the
   * list refers to their object.
   */
  @Test
  void aKernelLayerThatRefusesUnmappedData_getsItMapped() {
    String mapped =
        """
        MAP_FIND_SPACE +1 +26003
        OBJECT_REFERENCE +2 +20014
        PTE_WRITE +4 +76
        TLB_INVALIDATE +2 +46\
        """;
    assertEquals(mapped, added(STRICT, "direct", USER, StackKnob.REFUSING, "1", 2 * PAGE));
    StackSpec kernel = USER.inKernel();
    assertEquals(mapped, added(STRICT, "vm-object", kernel, StackKnob.REFUSING, "1", 2 * PAGE));
  }

  /** Those below find it mapped. */
  @Test
  void aSecondLayerThatRefusesUnmappedData_costsNothing() {
    StackSpec one = StackSpec.kernel(2, Touch.NOTHING).with(StackKnob.REFUSING, 1);
    assertEquals("", added(STRICT, "direct", one, StackKnob.REFUSING, "2", 2 * PAGE));
  }

  /** A call to map and one to unmap; nobody looks at the bytes, so that no page is shown. */
  @Test
  void aTaskThatRefusesUnmappedData_mapsIt() {
    assertEquals(
        """
        MAP_ENTRY_INSERT +1 +27011
        MAP_ENTRY_REMOVE +1 +28001
        MAP_FIND_SPACE +1 +26003
        MAP_LOOKUP +1 +9001
        OBJECT_REFERENCE +2 +20014
        SYSTEM_CALL +2 +2018\
        """,
        added(STRICT, "vm-object", USER, StackKnob.REFUSING, "1", 2 * PAGE));
  }

  /** The same by the right to its entry, which goes along with the call. */
  @Test
  void aTaskThatRefusesUnmappedData_mapsAnEntry() {
    assertEquals(
        """
        MAP_ENTRY_INSERT +1 +27011
        MAP_ENTRY_REMOVE +1 +28001
        MAP_FIND_SPACE +1 +26003
        MAP_LOOKUP +1 +9001
        OBJECT_REFERENCE +2 +20014
        RIGHT_COPY_IN +1 +23003
        SYSTEM_CALL +2 +2018\
        """,
        added(STRICT, "memory-entry", USER, StackKnob.REFUSING, "1", 2 * PAGE));
  }

  /** Two pages that the file system has, below a layer of the kernel: found, held and shown. */
  @Test
  void aKernelLayerThatRefusesUnmappedData_getsWhatIsInTheCacheMapped() {
    StackSpec hit = StackSpec.kernel(2, Touch.NOTHING).with(StackKnob.CACHED, 100);
    StackSpec one = hit.with(StackKnob.REFUSING, 1);
    String mapped =
        """
        MAP_FIND_SPACE +1 +26003
        OBJECT_REFERENCE +2 +20014
        PAGE_HOLD +2 +24014
        PAGE_LOOKUP +2 +22006
        PAGE_UNHOLD +2 +26002
        PTE_WRITE +4 +76
        TLB_INVALIDATE +2 +46\
        """;
    assertEquals(mapped, addedToRead("vm-object", one, StackKnob.REFUSING, "2"));
    StackSpec two = StackSpec.kernel(3, Touch.NOTHING).with(StackKnob.CACHED, 100);
    assertEquals(
        "", addedToRead("vm-object", two.with(StackKnob.REFUSING, 2), StackKnob.REFUSING, "3"));
  }

  /** One reference is kept longer. */
  @Test
  void whatWasReadFromTheCacheAndIsHeld_costsNothing() {
    StackSpec hit = USER.with(StackKnob.CACHED, 100);
    for (String strategy : new String[] {"vm-object", "memory-entry", "task-port"}) {
      assertEquals("", addedToRead(strategy, hit, StackKnob.RECEIVER, "holds"), strategy);
    }
  }

  @Test
  void whereDataHasAnAddress_nobodyRefusesIt() {
    for (String strategy : new String[] {"copy", "mach-3", "mach-xnu", "fbufs"}) {
      assertEquals("", added(STRICT, strategy, USER, StackKnob.REFUSING, "1", 5 * PAGE), strategy);
    }
  }

  /** The reply to a write, which carries no data, goes the longer way. */
  @Test
  void withoutAFastPath_aSimpleMessageCostsAsMuchAsAnyOther() {
    assertEquals(
        """
        MACH_FAST_SEND -1 -36007
        MACH_SEND +1 +20021
        RIGHT_COPY_IN +1 +23003\
        """,
        added(STRICT, "mach-3", USER, StackKnob.WITHOUT, "fast-path", PAGE));
    assertEquals("", added(STRICT, "mach-xnu", USER, StackKnob.WITHOUT, "fast-path", PAGE));
  }

  /** A call for each message that is received: the request, the kernel's reply, the reply. */
  @Test
  void withoutCombinedCalls_receivingIsACall_andOpensNoFastPath() {
    assertEquals(
        """
        MACH_FAST_SEND -1 -36007
        MACH_SEND +1 +20021
        RIGHT_COPY_IN +1 +23003
        SYSTEM_CALL +3 +3027\
        """,
        added(STRICT, "mach-3", USER, StackKnob.WITHOUT, "combined-calls", PAGE));
    assertEquals(
        "SYSTEM_CALL +3 +3027",
        added(STRICT, "mach-xnu", USER, StackKnob.WITHOUT, "combined-calls", PAGE));
    assertEquals("", added(STRICT, "vm-object", USER, StackKnob.WITHOUT, "combined-calls", PAGE));
  }

  /** A CPU writes the pipe's page, another reads it: two halves of copies at 2 ps instead of 6. */
  @Test
  void withoutCacheMisses_copiesCostThePrivateCachesPrice() {
    Recording with = record(STRICT, "copy", USER, PAGE);
    StackSpec without = USER.with(StackKnob.WITHOUT, "cache-misses");
    Recording warm = record(STRICT, "copy", without, PAGE);
    assertEquals("COPY_BYTES +0 -16384", warm.beyond(with));
    assertEquals(3 * PAGE, warm.counters().get(Counter.BYTES_COPIED));
  }

  /** What a read of two pages costs more or less when a knob is turned. */
  private String addedToRead(String strategy, StackSpec stack, StackKnob knob, String word) {
    Recording turned = record(read(strategy, stack.with(knob, word)), 2 * PAGE);
    return turned.beyond(record(read(strategy, stack), 2 * PAGE));
  }

  private Rig read(String strategy, StackSpec stack) {
    Cell cell = Recording.cell(STRICT, strategy, stack, 2 * PAGE, Operation.Kind.READ);
    return new Rig(cell, known.create(strategy));
  }

  /** What a write costs more or less when a knob is turned. */
  private String added(
      MachineProfile machine,
      String strategy,
      StackSpec stack,
      StackKnob knob,
      String word,
      int bytes) {
    Recording turned = record(machine, strategy, stack.with(knob, word), bytes);
    return turned.beyond(record(machine, strategy, stack, bytes));
  }

  /** The fifth write: by then buffers are mapped, pools have grown, receivers hold. */
  private Recording record(MachineProfile machine, String strategy, StackSpec stack, int bytes) {
    return record(rig(machine, strategy, stack, bytes), bytes);
  }

  private static Recording record(Rig rig, int bytes) {
    Recording recording = Recording.afterOperations(4, rig);
    assertEquals(bytes, rig.tally().payload().checkedBytes());
    assertEquals(Optional.empty(), rig.tally().payload().firstMismatch());
    assertEquals("", rig.close());
    return recording;
  }

  private Rig rig(MachineProfile machine, String strategy, StackSpec stack, int bytes) {
    Cell cell = Recording.cell(machine, strategy, stack, bytes, Operation.Kind.WRITE);
    return new Rig(cell, known.create(strategy));
  }
}
