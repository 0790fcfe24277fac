package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.memory.Pieces;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.ipc.PathBuffer;
import org.portbench.strategies.kernel.ipc.Registration;
import org.portbench.strategies.kernel.vm.VmObject;

/** A payload made ready for a device: its frames will stay where they are until it is let go. */
public final class Wiring {
  private final Pieces pieces;

  /** Whether its pages are held for it; otherwise others hold them. */
  boolean holds;

  /** Whether the transfer keeps its pages beside who holds them. */
  boolean keeps;

  /** Buffers of the kernel that the transfer has a reference to. */
  final List<KernelBuffer> buffers = new ArrayList<>();

  /** Objects whose bytes the device has for all to see. */
  final List<VmObject> lent = new ArrayList<>();

  /** What it uses of what was attached. */
  final List<Registration> registrations = new ArrayList<>();

  /** Buffers of a path that the transfer has a reference to. */
  final List<PathBuffer> pathBuffers = new ArrayList<>();

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

  Wiring clear() {
    pieces.clear();
    holds = false;
    keeps = false;
    buffers.clear();
    lent.clear();
    registrations.clear();
    pathBuffers.clear();
    return this;
  }
}
