package org.portbench.harness.linux.calibrate;

import static org.portbench.harness.linux.calibrate.MeasuredProfile.key;
import static org.portbench.harness.linux.calibrate.Quantity.*;

import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;

/**
 * The prices of kernel primitives that follow from calls: each call less what the model charges for
 * beside the primitive. What is left out keeps the price of its counted work.
 *
 * @param counted the prices by work on this machine
 */
record MeasuredPrimitives(Worth worth, Prices counted) {
  private static final double PS_PER_NS = 1000;
  private static final int PAGE = 4096;
  private static final int FEWER_PINNED = 256;

  void add() {
    switching();
    messages();
    mapping();
    faults();
    pinning();
  }

  private double counted(Primitive primitive) {
    return counted.of(primitive) / PS_PER_NS;
  }

  private void switching() {
    double wakeUp = counted(Primitive.WAKE_UP);
    worth.derived(
        key(Primitive.THREAD_SWITCH),
        "a hop on one CPU less futex wake, futex wait and wake_up",
        w -> w.of(HOP_ONE_CPU) - w.of(FUTEX_WAKE) - w.of(FUTEX_WAIT) - wakeUp,
        HOP_ONE_CPU,
        FUTEX_WAKE,
        FUTEX_WAIT);
    worth.derived(key(Primitive.SPACE_SWITCH), "in thread_switch", _ -> 0, HOP_ONE_CPU);
  }

  private void messages() {
    lessCall(Primitive.STREAM_WRITE, "write of 32 bytes to a pipe", PIPE_WRITE);
    lessCall(Primitive.STREAM_READ, "read of 32 bytes from a pipe", PIPE_READ);
    lessCall(Primitive.SOCKET_SEND, "sendmsg of 32 bytes", SOCKET_SEND);
    lessCall(Primitive.SOCKET_RECEIVE, "recvmsg of 32 bytes", SOCKET_RECEIVE);
    lessCall(Primitive.LIGHT_SEND, "a light port is a ring and a futex: wake", FUTEX_WAKE);
    lessCall(Primitive.LIGHT_RECEIVE, "a light port is a ring and a futex: wait", FUTEX_WAIT);
    worth.derived(
        key(Primitive.HANDLE_LOOKUP),
        "sending with a descriptor less sending without",
        w -> w.of(DESCRIPTOR_SEND) - w.of(SOCKET_SEND),
        DESCRIPTOR_SEND,
        SOCKET_SEND);
    worth.derived(
        key(Primitive.HANDLE_INSERT),
        "receiving with a descriptor less receiving without",
        w -> w.of(DESCRIPTOR_RECEIVE) - w.of(SOCKET_RECEIVE),
        DESCRIPTOR_RECEIVE,
        SOCKET_RECEIVE);
  }

  private void lessCall(Primitive primitive, String what, Quantity quantity) {
    worth.derived(
        key(primitive),
        what + ", less a system call",
        w -> w.of(quantity) - w.of(SYSTEM_CALL),
        quantity,
        SYSTEM_CALL);
  }

  private void mapping() {
    double beside = counted(Primitive.MAP_FIND_SPACE) + counted(Primitive.OBJECT_REFERENCE);
    worth.derived(
        key(Primitive.MAP_ENTRY_INSERT),
        "mmap less a system call, map_find_space and object_reference",
        w -> w.of(MAP) - w.of(SYSTEM_CALL) - beside,
        MAP,
        SYSTEM_CALL);
    double besideRemoval = counted(Primitive.MAP_LOOKUP) + counted(Primitive.OBJECT_REFERENCE);
    worth.derived(
        key(Primitive.MAP_ENTRY_REMOVE),
        "munmap of what is untouched less a system call, map_lookup and object_reference",
        w -> w.of(UNMAP) - w.of(SYSTEM_CALL) - besideRemoval,
        UNMAP,
        SYSTEM_CALL);
  }

  private void faults() {
    worth.measured(key(Primitive.SOFT_FAULT), SOFT_FAULT_RUN);
    worth.derived(
        key(Primitive.KERNEL_FAULT),
        "a soft fault that maps one page, less a trap, taken for a system call",
        w -> w.of(SOFT_FAULT_WRITE) - w.of(SYSTEM_CALL),
        SOFT_FAULT_WRITE,
        SYSTEM_CALL);
    worth.derived(
        key(Primitive.PAGE_ALLOCATE),
        "a zero-fill fault less a soft fault and zeroing",
        w -> w.of(ZERO_FAULT) - w.of(SOFT_FAULT_WRITE) - PAGE * w.of(ZERO) / PS_PER_NS,
        ZERO_FAULT,
        SOFT_FAULT_WRITE,
        ZERO);
    worth.derived(
        key(Primitive.PROTECTION_FAULT),
        "a copy-on-write fault less page_allocate and copying",
        w -> w.of(COW_FAULT) - allocation(w) - PAGE * w.of(COPY_PRIVATE) / PS_PER_NS,
        COW_FAULT,
        ZERO_FAULT,
        SOFT_FAULT_WRITE,
        COPY_PRIVATE);
  }

  private static double allocation(Worth w) {
    return Math.max(0, w.of(ZERO_FAULT) - w.of(SOFT_FAULT_WRITE) - PAGE * w.of(ZERO) / PS_PER_NS);
  }

  private void pinning() {
    double lookup = counted(Primitive.PAGE_LOOKUP);
    for (Primitive half : new Primitive[] {Primitive.PAGE_HOLD, Primitive.PAGE_UNHOLD}) {
      worth.derived(
          key(half),
          "half of pinning and unpinning a page less page_lookup",
          w -> (pin(w) - lookup) / 2,
          PIN_FEW,
          PIN_MANY);
    }
    double completion = counted(Primitive.DRIVER_COMPLETE);
    worth.derived(
        key(Primitive.DRIVER_SUBMIT),
        "CPU time of a write of 4 KiB less system call, thread_switch, driver_complete and a pin",
        w ->
            w.of(WRITE_4K_WORK)
                - w.of(SYSTEM_CALL)
                - (w.of(HOP_ONE_CPU) - w.of(FUTEX_WAKE) - w.of(FUTEX_WAIT))
                - completion
                - pin(w),
        WRITE_4K_WORK,
        SYSTEM_CALL,
        HOP_ONE_CPU,
        FUTEX_WAKE,
        FUTEX_WAIT,
        PIN_FEW,
        PIN_MANY);
    worth.derived(
        key(Primitive.SCATTER_GATHER_ENTRY),
        "CPU time of a write of 1 MiB less one of 4 KiB, a page, less a pin",
        w -> (w.of(WRITE_1M_WORK) - w.of(WRITE_4K_WORK)) / 255 - pin(w),
        WRITE_1M_WORK,
        WRITE_4K_WORK,
        PIN_FEW,
        PIN_MANY);
  }

  private static double pin(Worth w) {
    return Math.max(0, (w.of(PIN_MANY) - w.of(PIN_FEW)) / FEWER_PINNED);
  }
}
