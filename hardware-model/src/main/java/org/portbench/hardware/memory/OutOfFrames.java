package org.portbench.hardware.memory;

/** No frame of the machine is free. */
public final class OutOfFrames extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OutOfFrames(String message) {
    super(message);
  }
}
