package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.AddressSpace;

/** Objects and pages of one kernel: who makes them, who counts them, who frees them. */
public final class VmSystem {
  private final Machine machine;
  private final Meter meter;
  private final ShadowChains chains;
  private final Snapshots snapshots;
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
    this.cpu = machine.cores().getFirst();
    this.chains = new ShadowChains(this);
    this.snapshots = new Snapshots(this);
  }

  public Machine machine() {
    return machine;
  }

  public int pageBytes() {
    return machine.memory().pageBytes();
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
    return new VmObject(nextObject++, pages);
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
    meter.perform(Primitive.OBJECT_CREATE);
    liveObjects++;
    return new VmObject(nextObject++, pages, backing, offset);
  }

  public void reference(VmObject object) {
    meter.perform(Primitive.OBJECT_REFERENCE);
    object.retain();
  }

  /**
   * Gives a reference back; the last one frees the pages and lets go of the object behind. The
   * first page goes last, so that it is the first to be taken again and frames stay in their order.
   */
  public void release(VmObject object) {
    VmObject next = object;
    while (next != null) {
      meter.perform(Primitive.OBJECT_REFERENCE);
      if (next.drop() > 0) {
        return;
      }
      for (int i = next.pageCount() - 1; i >= 0; i--) {
        if (next.page(i).isPresent()) {
          discard(next.displace(i));
        }
      }
      liveObjects--;
      next = next.backing();
    }
  }

  /** Ends an object earlier; pages beyond that go, those that a device has when it lets go. */
  public void truncate(VmObject object, int pages) {
    object.endAt(pages);
    for (int i = pages; i < object.pageCount(); i++) {
      if (object.page(i).isPresent()) {
        discard(object.displace(i));
      }
    }
  }

  /** An object whose pages and place its only shadow has taken over. */
  void absorbed(VmObject object) {
    object.drop();
    liveObjects--;
  }

  // ---- pages -----------------------------------------------------------------------------------

  /** A page for a place in the object, its content left over: whoever asks overwrites it. */
  public VmPage allocate(VmObject object, int index) {
    meter.perform(Primitive.PAGE_ALLOCATE);
    meter.count(Counter.PAGES_ALLOCATED, 1);
    VmPage page = new VmPage(machine.memory().allocate());
    object.place(index, page);
    return page;
  }

  /** A page for each place of a new object. */
  public void allocateAll(VmObject object) {
    for (int i = 0; i < object.pageCount(); i++) {
      allocate(object, i);
    }
  }

  /** A page in a frame that nobody has used since the machine was started. */
  public VmPage allocateUnused(VmObject object, int index) {
    VmPage page = new VmPage(machine.memory().allocateUnused());
    object.place(index, page);
    return page;
  }

  public VmPage allocateZeroed(VmObject object, int index) {
    VmPage page = allocate(object, index);
    machine.memory().zero(cpu.number(), page.frame());
    return page;
  }

  /** A page of its own with the same content, for a place in another object. */
  VmPage copy(VmPage page, VmObject object, int index) {
    VmPage copy = allocate(object, index);
    machine.memory().copy(cpu.number(), page.frame(), 0, copy.frame(), 0, pageBytes());
    return copy;
  }

  /**
   * The page through which an object is read or written at a place, by a device or by the kernel:
   * found along the shadow chain, copied to the front if it is to be written, zeroed if there is
   * none.
   */
  public VmPage page(VmObject object, int index, Access access) {
    meter.perform(Primitive.PAGE_LOOKUP);
    return chains.locate(object, index, access).page();
  }

  /**
   * The frame that a look at a place of an object would find, if any; nobody pays, none is made.
   */
  public Optional<Frame> peek(VmObject top, int index) {
    int at = index;
    for (VmObject object = top; object != null; object = object.backing()) {
      if (object.covers(at) && object.page(at).isPresent()) {
        return object.page(at).map(VmPage::frame);
      }
      at += object.backingOffset();
    }
    return Optional.empty();
  }

  /** Takes a page out of one object and puts it into another. */
  public void move(VmObject from, int index, VmObject to, int place) {
    meter.perform(Primitive.OBJECT_PAGE_MOVE);
    to.place(place, from.displace(index));
  }

  /** Keeps a page where it is for a device. */
  public void hold(VmPage page) {
    meter.perform(Primitive.PAGE_HOLD);
    meter.count(Counter.PAGES_PINNED, 1);
    keep(page);
  }

  /** One more holder of a page that is held. */
  public void keep(VmPage page) {
    page.frame().hold();
    holds++;
  }

  /** Keeps all pages of an object, which has each. */
  public void holdAll(VmObject object) {
    List<VmPage> held = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (int i = 0; i < object.pageCount(); i++) {
            hold(object.page(i).orElseThrow());
            held.add(object.page(i).orElseThrow());
          }
        },
        () -> held.forEach(this::unhold));
  }

  public void unholdAll(VmObject object) {
    for (int i = 0; i < object.pageCount(); i++) {
      unhold(object.page(i).orElseThrow());
    }
  }

  public void unhold(VmPage page) {
    meter.perform(Primitive.PAGE_UNHOLD);
    letGo(page);
  }

  public void letGo(VmPage page) {
    page.frame().unhold();
    holds--;
    if (page.orphaned() && !page.frame().held()) {
      free(page);
    }
  }

  /** A page that has lost its place; held, it stays until it is let go. */
  void discard(VmPage page) {
    if (page.frame().held()) {
      page.orphan();
    } else {
      free(page);
    }
  }

  private void free(VmPage page) {
    meter.perform(Primitive.PAGE_FREE);
    machine.memory().free(page.frame());
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

  /** Page-table entries were written, other than by a fault. */
  void wroteEntries(int count) {
    if (count > 0) {
      long ps = machine.profile().mmu().pteWritePs();
      meter.charge(Category.MAP, "PTE_WRITE", count, count * ps);
      meter.count(Counter.PTE_WRITES, count);
    }
  }
}
