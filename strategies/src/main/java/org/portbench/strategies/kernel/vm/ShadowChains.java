package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;

/**
 * Objects one behind another: what is not in a shadow is found behind it, what is written moves to
 * the front. After each page that was copied a chain is made shorter where it can be: an object
 * that only its shadow refers to is taken over, one whose pages are all hidden is passed by.
 *
 * <p>Follows Mach 3.0, {@code vm_object_shadow}, {@code vm_object_collapse} and {@code
 * vm_fault_page}: making a shadow collapses nothing, so that even a sole owner copies the first
 * page that it writes. Where we differ: the pages of an object that a look hides or finds are taken
 * in the order of their offsets, and other maps of a copied page are not withdrawn, since none
 * shares it for writing. An object's latest snapshot stays where it is, as there.
 */
final class ShadowChains {
  private final VmSystem vm;
  private final Meter meter;
  private Source source = Source.FOUND;

  /** How a page came to be where it is wanted. */
  enum Source {
    FOUND,
    BEHIND,
    ZEROED,
    COPIED
  }

  ShadowChains(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /**
   * The page to read or write at a place of an object; one that does not exist yet is made. The
   * look into the first object is the caller's to charge.
   */
  int locate(VmObject top, int index, Access access) {
    if (!top.covers(index)) {
      throw new AddressFault("page " + index + " is beyond the end of " + top);
    }
    if (access == Access.WRITE) {
      vm.snapshots().beforeWrite(top, index);
    }
    int at = index;
    for (VmObject object = top; object != null; object = object.backing()) {
      if (object != top) {
        meter.perform(Primitive.PAGE_LOOKUP);
      }
      if (object.covers(at) && object.has(at)) {
        int page = object.pageAt(at);
        return object == top ? got(Source.FOUND, page) : behind(top, index, page, access);
      }
      at += object.backingOffset();
    }
    if (top.ofFile()) {
      throw new IllegalStateException("page " + index + " of " + top + " is not in memory");
    }
    return got(Source.ZEROED, vm.allocateZeroed(top, index));
  }

  /** How the page that was located last was got. */
  Source source() {
    return source;
  }

  private int got(Source how, int page) {
    source = how;
    return page;
  }

  private int behind(VmObject top, int index, int page, Access access) {
    if (access == Access.READ) {
      return got(Source.BEHIND, page);
    }
    int copy = vm.copy(page, top, index);
    collapse(top);
    return got(Source.COPIED, copy);
  }

  /** Puts a shadow before part of an object, for the first write after a copy. */
  VmObject shadow(VmObject object, int offset, int pages) {
    boolean whole = offset == 0 && object.pageCount() == pages;
    if (vm.shadowSkip() && whole && object.references() == 1 && !object.shadow()) {
      return object;
    }
    return vm.createShadow(object, offset, pages);
  }

  /** Makes the chain behind an object as short as it can be. */
  void collapse(VmObject object) {
    while (object.shadow()) {
      VmObject backing = object.backing();
      if (backing.isSnapshot()) {
        return;
      }
      if (backing.references() == 1) {
        absorb(object, backing);
      } else if (hides(object, backing)) {
        passBy(object, backing);
      } else {
        return;
      }
    }
  }

  private void absorb(VmObject object, VmObject backing) {
    meter.perform(Primitive.OBJECT_COLLAPSE);
    for (int i = 0; i < backing.pageCount(); i++) {
      if (backing.has(i)) {
        inherit(object, i - object.backingOffset(), backing.displace(i));
      }
    }
    object.backedBy(backing.backing(), object.backingOffset() + backing.backingOffset());
    vm.absorbed(backing);
  }

  private void inherit(VmObject object, int index, int page) {
    if (object.covers(index) && !object.has(index)) {
      meter.perform(Primitive.OBJECT_PAGE_MOVE);
      object.place(index, page);
    } else {
      vm.discard(page);
    }
  }

  /**
   * Whether nothing of the object behind can be seen through this one: looks until it finds some.
   */
  private boolean hides(VmObject object, VmObject backing) {
    for (int i = 0; i < object.pageCount(); i++) {
      int behind = i + object.backingOffset();
      if (backing.covers(behind) && backing.has(behind)) {
        meter.perform(Primitive.PAGE_LOOKUP);
        if (!object.has(i)) {
          return false;
        }
      }
    }
    return true;
  }

  private void passBy(VmObject object, VmObject backing) {
    meter.perform(Primitive.OBJECT_REFERENCE, 2);
    if (backing.shadow()) {
      backing.backing().retain();
    }
    object.backedBy(backing.backing(), object.backingOffset() + backing.backingOffset());
    backing.drop();
  }
}
