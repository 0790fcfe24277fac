package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.Machine;
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
  private final boolean shadowSkip;
  private Core cpu;
  private int nextObject;
  private int nextTag = AddressSpace.KERNEL_TAG + 1;
  private int liveObjects;
  private int liveEntries;
  private int holds;

  /**
   * @param shadowSkip a sole reference to an object is written in place; without, a shadow is made
   *     and then collapsed
   */
  public VmSystem(Machine machine, boolean shadowSkip) {
    this.machine = machine;
    this.meter = machine.meter();
    this.cpu = machine.cores().getFirst();
    this.shadowSkip = shadowSkip;
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

  /** The CPU that runs the kernel now. */
  public Core cpu() {
    return cpu;
  }

  public void runOn(Core core) {
    cpu = core;
  }

  public int liveObjects() {
    return liveObjects;
  }

  public int liveEntries() {
    return liveEntries;
  }

  public int holds() {
    return holds;
  }

  public VmMap createMap(String name) {
    return new VmMap(this, new AddressSpace(nextTag++, name));
  }

  public VmObject createObject(int pages) {
    meter.perform(Primitive.OBJECT_CREATE);
    liveObjects++;
    return new VmObject(nextObject++, pages);
  }

  public void reference(VmObject object) {
    meter.perform(Primitive.OBJECT_REFERENCE);
    object.retain();
  }

  /** Gives a reference back; the last one frees the pages and lets go of the object behind. */
  public void release(VmObject object) {
    meter.perform(Primitive.OBJECT_REFERENCE);
    if (object.drop() > 0) {
      return;
    }
    for (int i = 0; i < object.pageCount(); i++) {
      if (object.page(i).isPresent()) {
        discard(object.displace(i));
      }
    }
    liveObjects--;
    if (object.backing() != null) {
      release(object.backing());
    }
  }

  /** A page for a place in the object, its content left over: whoever asks overwrites it. */
  public VmPage allocate(VmObject object, int index) {
    meter.perform(Primitive.PAGE_ALLOCATE);
    meter.count(Counter.PAGES_ALLOCATED, 1);
    VmPage page = new VmPage(machine.memory().allocate());
    object.place(index, page);
    return page;
  }

  public VmPage allocateZeroed(VmObject object, int index) {
    VmPage page = allocate(object, index);
    machine.memory().zero(cpu.number(), page.frame());
    return page;
  }

  /** The page through which the object itself would be read or written, made if there is none. */
  public VmPage pageForDevice(VmObject object, int index) {
    meter.perform(Primitive.PAGE_LOOKUP);
    return object.page(index).orElseGet(() -> allocateZeroed(object, index));
  }

  /** Keeps a page where it is for a device. */
  public void hold(VmPage page) {
    meter.perform(Primitive.PAGE_HOLD);
    meter.count(Counter.PAGES_PINNED, 1);
    page.frame().hold();
    holds++;
  }

  public void unhold(VmPage page) {
    meter.perform(Primitive.PAGE_UNHOLD);
    page.frame().unhold();
    holds--;
    if (page.orphaned() && !page.frame().held()) {
      free(page);
    }
  }

  /** Puts a shadow before the object, for the first write after a copy. Returns what is written. */
  VmObject shadow(VmObject object, int offset, int pages) {
    if (shadowSkip && object.references() == 1 && !object.shadow() && object.pageCount() == pages) {
      return object;
    }
    meter.perform(Primitive.OBJECT_CREATE);
    liveObjects++;
    VmObject shadow = new VmObject(nextObject++, pages, object, offset);
    collapse(shadow);
    return shadow;
  }

  /** Takes over the pages of objects behind, as long as nobody else refers to them. */
  void collapse(VmObject object) {
    VmObject backing = object.backing();
    while (backing != null && backing.references() == 1) {
      meter.perform(Primitive.OBJECT_COLLAPSE);
      for (int i = 0; i < backing.pageCount(); i++) {
        if (backing.page(i).isPresent()) {
          inherit(object, i - object.backingOffset(), backing.displace(i));
        }
      }
      object.backedBy(backing.backing(), object.backingOffset() + backing.backingOffset());
      backing.drop();
      liveObjects--;
      backing = object.backing();
    }
  }

  private void inherit(VmObject object, int index, VmPage page) {
    boolean wanted = index >= 0 && index < object.pageCount() && object.page(index).isEmpty();
    if (wanted) {
      meter.perform(Primitive.OBJECT_PAGE_MOVE);
      object.place(index, page);
    } else {
      discard(page);
    }
  }

  /** A map entry, or the part of a map copy that will become one. */
  public void entryMade() {
    meter.perform(Primitive.MAP_ENTRY_INSERT);
    meter.count(Counter.MAP_ENTRIES, 1);
    liveEntries++;
  }

  void entryGone() {
    meter.perform(Primitive.MAP_ENTRY_REMOVE);
    liveEntries--;
  }

  private void discard(VmPage page) {
    if (page.frame().held()) {
      page.orphan();
    } else {
      free(page);
    }
  }

  private void free(VmPage page) {
    meter.perform(Primitive.PAGE_FREE);
    Frame frame = page.frame();
    machine.memory().free(frame);
  }
}
