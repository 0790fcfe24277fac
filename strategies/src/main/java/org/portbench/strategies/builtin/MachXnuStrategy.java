package org.portbench.strategies.builtin;

import org.portbench.strategies.builtin.MachParameters.Body;
import org.portbench.strategies.builtin.MachParameters.Delivery;
import org.portbench.strategies.builtin.MachParameters.Device;
import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * XNU as it is today: descriptors in place of typed items, so that plain bytes are never looked at;
 * what is at most 16 KiB is copied through a buffer of the kernel, whatever the sender asked for;
 * what is longer is copied virtually, and what the sender gives up is protected first and then
 * unmapped. Who writes to memory that nobody else refers to any more gets no shadow. The driver
 * gets pages without a mapping, as from an IOMemoryDescriptor.
 *
 * <p>Follows {@code ipc/ipc_kmsg.c} and {@code vm/vm_map.c} of xnu-11417. Where we differ, in its
 * favour: messages cost what they do in Mach 3.0 beside its optimized path, which XNU has not,
 * without vouchers, turnstiles and filters; and clipped entries are not merged again, which nothing
 * that we run needs.
 */
public final class MachXnuStrategy extends MachStrategy {
  private static final int KERNEL_BUFFER_BYTES = 16 << 10;

  /** On x86-64: the port field by field, a slot of the name table, an element of the kmsg zone. */
  private static final MachParameters PARAMETERS =
      new MachParameters(
          5,
          Body.DESCRIPTORS,
          Delivery.HANDED_OVER,
          new OutOfLine(KERNEL_BUFFER_BYTES, false, false, true),
          true,
          Device.LISTED,
          Integer.MAX_VALUE,
          new PortKind.Queue.Memory(152, 24, 256));

  public MachXnuStrategy() {
    super(PARAMETERS);
  }

  @Override
  public String name() {
    return "mach-xnu";
  }

  @Override
  public String description() {
    return "XNU today: descriptors, copied up to 16 KiB, virtual copy beyond, nothing moves";
  }
}
