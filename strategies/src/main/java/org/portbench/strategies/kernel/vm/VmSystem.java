package org.portbench.strategies.kernel.vm;

import java.util.BitSet;
import java.util.Optional;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.mmu.AddressSpace;

/** Objects and pages of one kernel: who makes them, who counts them, who frees them. */
public final class VmSystem {
  private final Machine machine;
  private final Meter meter;
  private final PhysicalMemory memory;
  private final int pageBytes;
  private final ShadowChains chains;
  private final Snapshots snapshots;
  private final Zones zones = new Zones();

  /** Held pages that have lost their place: each stays until it is let go. */
  private final BitSet orphans = new BitSet();

  private Core cpu;
  private boolean shadowSkip;
  private boolean moves = true;
  private int nextObject;
  private int nextTag = AddressSpace.KERNEL_TAG + 1;
  private int liveObjects;
  private int liveEntries;
  private int holds;

  public VmSystem(Machine machine) {
    this.machine = machine;
    this.meter = machine.meter();
    this.memory = machine.memory();
    this.pageBytes = memory.pageBytes();
    this.cpu = machine.cores().getFirst();
    this.chains = new ShadowChains(this);
    this.snapshots = new Snapshots(this);
  }

  public Machine machine() {
    return machine;
  }

  public int pageBytes() {
    return pageBytes;
  }

  /** Pages that so many bytes lie in, from a place in the first; at least one. */
  public int pagesOf(int firstByte, int length) {
    return Math.max(1, Math.ceilDiv(firstByte + length, pageBytes()));
  }

  /** A task enters the kernel and leaves it again. */
  public void systemCall() {
    meter.perform(Primitive.SYSTEM_CALL);
    meter.count(Counter.SYSTEM_CALLS, 1);
  }

  /** The CPU that runs the kernel now. */
  public Core cpu() {
    return cpu;
  }

  public void runOn(Core core) {
    cpu = core;
  }

  // ---- what there is ---------------------------------------------------------------------------

  public int liveObjects() {
    return liveObjects;
  }

  public int liveEntries() {
    return liveEntries;
  }

  public int holds() {
    return holds;
  }

  boolean shadowSkip() {
    return shadowSkip;
  }

  /**
   * Whether a sole reference to an object is written in place, as in XNU; without, a shadow is made
   * and then collapsed, as in Mach 3.0.
   */
  public void shadowSkip(boolean skip) {
    shadowSkip = skip;
  }

  public boolean moves() {
    return moves;
  }

  /** Whether memory that its sender gives up may move; otherwise it is copied virtually. */
  public void moves(boolean allowed) {
    moves = allowed;
  }

  ShadowChains chains() {
    return chains;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  Zones zones() {
    return zones;
  }

  // ---- objects ---------------------------------------------------------------------------------

  public VmMap createMap(String name) {
    return new VmMap(this, new AddressSpace(nextTag++, name));
  }

  /** A map of addresses of the kernel's own, which every CPU has loaded. */
  public VmMap createKernelMap(String name) {
    return new VmMap(this, new AddressSpace(AddressSpace.KERNEL_TAG, name));
  }

  public VmObject createObject(int pages) {
    meter.perform(Primitive.OBJECT_CREATE);
    liveObjects++;
    return zones.objects.take().begin(nextObject++, pages);
  }

  /** What is in memory of a file: no page of it yet. */
  public VmObject createFile(int pages) {
    return createObject(pages).showsFile();
  }

  /** The last reference to a file's object, but for copies of it that others may still have. */
  public void releaseFile(VmObject object) {
    snapshots.forget(object);
    release(object);
  }

  /** Takes over the caller's reference to the object behind. */
  VmObject createShadow(VmObject backing, int offset, int pages) {
    VmObject shadow = createObject(pages);
    shadow.backedBy(backing, offset);
    return shadow;
  }

  public void reference(VmObject object) {
    meter.perform(Primitive.OBJECT_REFERENCE);
    object.retain();
  }

  /** Gives a reference back; the last one frees the pages and lets go of the object behind. */
  public void release(VmObject object) {
    VmObject next = object;
    while (next != null) {
      meter.perform(Primitive.OBJECT_REFERENCE);
      if (next.drop() > 0) {
        return;
      }
      VmObject behind = next.backing();
      discardAll(next);
      gone(next);
      next = behind;
    }
  }

  private void gone(VmObject object) {
    liveObjects--;
    if (object.traceless()) {
      zones.objects.giveBack(object);
    }
  }

  /** Ends an object earlier; pages beyond that go, those that a device has when it lets go. */
  public void truncate(VmObject object, int pages) {
    object.endAt(pages);
    for (int i = pages; i < object.pageCount(); i++) {
      if (object.has(i)) {
        discard(object.displace(i));
      }
    }
  }

  /** An object whose pages and place its only shadow has taken over. */
  void absorbed(VmObject object) {
    object.drop();
    gone(object);
  }

  // ---- pages -----------------------------------------------------------------------------------

  /** A page for a place in the object, its content left over: whoever asks overwrites it. */
  public int allocate(VmObject object, int index) {
    meter.perform(Primitive.PAGE_ALLOCATE);
    meter.count(Counter.PAGES_ALLOCATED, 1);
    return placed(object, index, memory.take());
  }

  /** A page for each place of a new object. */
  public void allocateAll(VmObject object) {
    int count = object.pageCount();
    meter.perform(Primitive.PAGE_ALLOCATE, count);
    meter.count(Counter.PAGES_ALLOCATED, count);
    for (int i = 0; i < count; i++) {
      placed(object, i, memory.take());
    }
  }

  private static int placed(VmObject object, int index, int page) {
    object.place(index, page);
    return page;
  }

  /** A page in a frame that nobody has used since the machine was started. */
  public int allocateUnused(VmObject object, int index) {
    return placed(object, index, memory.takeUnused());
  }

  public int allocateZeroed(VmObject object, int index) {
    int page = allocate(object, index);
    zero(page);
    return page;
  }

  public void zero(int page) {
    memory.zero(cpu.number(), page);
  }

  /** A page of its own with the same content, for a place in another object. */
  int copy(int page, VmObject object, int index) {
    int copy = allocate(object, index);
    memory.copy(cpu.number(), page, 0, copy, 0, pageBytes());
    return copy;
  }

  /**
   * The page through which an object is read or written at a place, by a device or by the kernel:
   * found along the shadow chain, copied to the front if it is to be written, zeroed if there is
   * none.
   */
  public int page(VmObject object, int index, Access access) {
    meter.perform(Primitive.PAGE_LOOKUP);
    return found(object, index, access);
  }

  /** The same page, whose look-up is charged already. */
  public int found(VmObject object, int index, Access access) {
    return chains.locate(object, index, access);
  }

  /**
   * Looks a run of pages up if all are there, which costs the same one by one or at once; tells
   * whether they are.
   */
  public boolean lookedUp(VmObject object, int first, int pages, Access access) {
    boolean there = object.there(first, pages, access) == pages;
    meter.perform(Primitive.PAGE_LOOKUP, there ? pages : 0);
    return there;
  }

  /**
   * The frame that a look at a place of an object would find, if any; nobody pays, none is made.
   */
  public Optional<Frame> peek(VmObject top, int index) {
    int at = index;
    for (VmObject object = top; object != null; object = object.backing()) {
      if (object.covers(at) && object.has(at)) {
        return Optional.of(memory.frame(object.pageAt(at)));
      }
      at += object.backingOffset();
    }
    return Optional.empty();
  }

  /** Takes all pages out of one object and puts them into another, which has none. */
  public void moveAll(VmObject from, VmObject to) {
    meter.perform(Primitive.OBJECT_PAGE_MOVE, from.resident());
    to.takeOver(from);
  }

  /** Keeps a page where it is for a device. */
  public void hold(int page) {
    meter.perform(Primitive.PAGE_HOLD);
    meter.count(Counter.PAGES_PINNED, 1);
    keep(page);
  }

  /** One more holder of a page that is held. */
  public void keep(int page) {
    memory.hold(page);
    holds++;
  }

  /** Keeps all pages of an object, which has each. */
  public void holdAll(VmObject object) {
    holdAll(object.pages(), object.pageCount());
  }

  /** Keeps the first pages of an array. */
  public void holdAll(int[] pages, int count) {
    meter.perform(Primitive.PAGE_HOLD, count);
    meter.count(Counter.PAGES_PINNED, count);
    keepAll(pages, 0, count);
  }

  /** One more holder of each of a run of pages in an array. */
  public void keepAll(int[] pages, int first, int count) {
    memory.hold(pages, first, count);
    holds += count;
  }

  public void unholdAll(VmObject object) {
    unholdAll(object.pages(), object.pageCount());
  }

  public void unholdAll(int[] pages, int count) {
    meter.perform(Primitive.PAGE_UNHOLD, count);
    letGoAll(pages, count);
  }

  /** One holder less of the first pages of an array. */
  public void letGoAll(int[] pages, int count) {
    if (orphans.isEmpty()) {
      memory.unhold(pages, count);
      holds -= count;
      return;
    }
    for (int i = 0; i < count; i++) {
      letGo(pages[i]);
    }
  }

  public void unhold(int page) {
    meter.perform(Primitive.PAGE_UNHOLD);
    letGo(page);
  }

  public void letGo(int page) {
    memory.unhold(page);
    holds--;
    if (orphans.get(page) && !memory.held(page)) {
      discard(page);
    }
  }

  /** The first page goes last, so that it is the first to be taken again: frames stay in order. */
  private void discardAll(VmObject object) {
    int freed = 0;
    for (int i = object.pageCount() - 1; i >= 0 && object.resident() > 0; i--) {
      freed += object.has(i) && freed(object.displace(i)) ? 1 : 0;
    }
    meter.perform(Primitive.PAGE_FREE, freed);
  }

  /** A page has lost its place. */
  void discard(int page) {
    meter.perform(Primitive.PAGE_FREE, freed(page) ? 1 : 0);
  }

  /** Frees a page without a place, unless it is held: then it stays until it is let go. */
  private boolean freed(int page) {
    boolean held = memory.held(page);
    if (held) {
      orphans.set(page);
    } else {
      orphans.clear(page);
      memory.free(page);
    }
    return !held;
  }

  // ---- maps ------------------------------------------------------------------------------------

  /** A map entry, or the part of a map copy that will become one. */
  void entryMade() {
    meter.perform(Primitive.MAP_ENTRY_INSERT);
    meter.count(Counter.MAP_ENTRIES, 1);
    liveEntries++;
  }

  void entryGone() {
    meter.perform(Primitive.MAP_ENTRY_REMOVE);
    liveEntries--;
  }

  /** An entry goes, with its reference. */
  void drop(VmMapEntry entry) {
    entryGone();
    release(entry.object());
    zones.entries.giveBack(entry);
  }

  /** Page-table entries were written, other than by a fault. */
  void wroteEntries(int count) {
    if (count > 0) {
      long ps = machine.profile().mmu().pteWritePs();
      meter.charge(Category.MAP, "PTE_WRITE", count, count * ps);
      meter.count(Counter.PTE_WRITES, count);
    }
  }
}
