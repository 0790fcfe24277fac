package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.cost.Primitive;

/**
 * Virtual copies of objects that nobody has mapped, such as what a kernel has in memory of a file.
 * There is no translation to protect: a snapshot lies before the object, empty as long as both are
 * the same, and gets the page that was there when the object is written. Later snapshots go between
 * the object and earlier ones, which find in them what has not changed in between.
 *
 * <p>Follows {@code vm_object_copy_delayed} of Mach 3.0. Where we differ: a snapshot is of the
 * whole object, and the old page itself goes there, so that who has mapped it keeps his
 * translation.
 */
final class Snapshots {
  private final VmSystem vm;

  Snapshots(VmSystem vm) {
    this.vm = vm;
  }

  /** The object as it is now, with a reference for the caller; whoever writes needs a shadow. */
  VmObject of(VmObject object) {
    if (object.hasSnapshot() && object.snapshot().resident() == 0) {
      vm.reference(object.snapshot());
      return object.snapshot();
    }
    vm.reference(object);
    VmObject snapshot = vm.createShadow(object, 0, object.pageCount());
    if (object.hasSnapshot()) {
      putBefore(snapshot, object.snapshot());
    }
    object.snapshot(snapshot);
    vm.reference(snapshot);
    return snapshot;
  }

  /** An earlier snapshot finds in the later one what it has not got itself. */
  private void putBefore(VmObject later, VmObject earlier) {
    vm.reference(later);
    VmObject object = earlier.backing();
    earlier.backedBy(later, 0);
    vm.release(object);
    vm.release(earlier);
  }

  /** A page is about to be written: whoever has a snapshot keeps the page as it is. */
  void beforeWrite(VmObject object, int index) {
    if (!object.hasSnapshot() || !object.has(index)) {
      return;
    }
    VmObject latest = object.snapshot();
    if (latest.references() == 1) {
      forget(object);
    } else if (!latest.has(index)) {
      vm.machine().meter().perform(Primitive.OBJECT_PAGE_MOVE);
      int old = object.displace(index);
      latest.place(index, old);
      vm.copy(old, object, index);
    }
  }

  /** Nobody needs further pages of it. */
  void forget(VmObject object) {
    if (object.hasSnapshot()) {
      VmObject latest = object.snapshot();
      object.forgetSnapshot();
      vm.release(latest);
    }
  }
}
