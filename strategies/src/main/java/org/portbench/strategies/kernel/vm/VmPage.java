package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.memory.Frame;

/**
 * A frame in its place in an object; each frame has one for good. A held page that loses its place
 * stays until it is let go.
 */
public final class VmPage {
  private final Frame frame;
  private boolean orphaned;

  VmPage(Frame frame) {
    this.frame = frame;
  }

  public Frame frame() {
    return frame;
  }

  boolean orphaned() {
    return orphaned;
  }

  void orphaned(boolean now) {
    orphaned = now;
  }
}
