package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;

/** A payload made ready for a device: its frames will stay where they are until it is let go. */
public final class Wiring {
  private final Pieces pieces;

  /** Pages to let go; none where others hold them. */
  final List<VmPage> held = new ArrayList<>();

  /** Pages that the transfer keeps beside who holds them. */
  final List<VmPage> kept = new ArrayList<>();

  /** Buffers of the kernel that the transfer has a reference to. */
  final List<KernelBuffer> buffers = new ArrayList<>();

  /** Objects whose bytes the device has for all to see. */
  final List<VmObject> lent = new ArrayList<>();

  /** What else ends with the transfer. */
  final List<Runnable> ends = new ArrayList<>();

  private Wiring(PhysicalMemory memory) {
    pieces = new Pieces(memory);
  }

  /** Nothing at all. */
  public static Wiring empty(PhysicalMemory memory) {
    return new Wiring(memory);
  }

  public Pieces pieces() {
    return pieces;
  }

  void add(Frame frame, int offset, int length) {
    pieces.add(frame.number(), offset, length);
  }

  Wiring clear() {
    pieces.clear();
    held.clear();
    kept.clear();
    buffers.clear();
    lent.clear();
    ends.clear();
    return this;
  }
}
