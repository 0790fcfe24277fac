package org.portbench.strategies.builtin;

/**
 * CMU Mach 3.0 as known in 2003: typed messages to ports with a queue of five, handed over together
 * with the CPU to a receiver that sleeps on it; data out of line as a virtual copy, or moved when
 * the sender gives it up. The device is a kernel object: its requests are served inline, their
 * pages listed, kept in place and shown to the driver at kernel addresses. A read fills pages of
 * the kernel's, which are taken out of its hands and moved up to the client.
 *
 * <p>Follows {@code ipc/mach_msg.c}, {@code ipc/ipc_kmsg.c}, {@code vm/vm_map.c} and {@code
 * device/ds_routines.c} of the release. Where we differ, in its favour: a write of more than eight
 * pages pays for continuations but stays one I/O, and copying a page on write leaves the
 * translations of other maps alone.
 */
public final class Mach3Strategy extends MachStrategy {

  public Mach3Strategy() {
    super(MachParameters.CMU_3);
  }

  @Override
  public String name() {
    return "mach-3";
  }

  @Override
  public String description() {
    return "CMU Mach 3.0: typed messages, out-of-line data by virtual copy or move";
  }
}
