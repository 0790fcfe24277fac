package org.portbench.strategies.builtin;

import org.portbench.strategies.builtin.MachParameters.Body;
import org.portbench.strategies.builtin.MachParameters.Delivery;
import org.portbench.strategies.builtin.MachParameters.Device;
import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * Mach 2.x, as NeXT had it: out-of-line data is copied virtually from the sender's map into a
 * holding map of the kernel when it is sent, and from there into the receiver's when it is
 * received. What the sender gives up is unmapped in a step of its own. The driver finds its pages
 * through the holding map, where the kernel faults them in.
 *
 * <p>Follows the {@code MACH_OLD_VM_COPY} branch that Rhapsody's {@code ipc/ipc_kmsg.c} preserves;
 * the sources of 2.5 itself were not to be had. Where we differ: reads are handed up as in 3.0,
 * whereas a file server of that time called the BSD part of the kernel for its device; and messages
 * cost what they do in 3.0 where its optimized path is not taken.
 */
public final class Mach2Strategy extends MachStrategy {

  /** Its sizes are taken to be those of Mach 3.0: an estimate. */
  private static final MachParameters PARAMETERS =
      new MachParameters(
          5,
          Body.TYPED_ITEMS,
          Delivery.THROUGH_RUN_QUEUE,
          new OutOfLine(0, false, true),
          false,
          Device.MAPPED_IN,
          Integer.MAX_VALUE,
          new PortKind.Queue.Memory(72, 16, 256));

  public Mach2Strategy() {
    super(PARAMETERS);
  }

  @Override
  public String name() {
    return "mach-2";
  }

  @Override
  public String description() {
    return "Mach 2.x: typed messages, out-of-line data through a kernel holding map, copied twice";
  }
}
