package org.portbench.strategies.kernel.ipc;

/** Bytes in a buffer of the kernel, from its first on. */
public record InlineBytes(KernelBuffer buffer) implements Payload {
  @Override
  public int length() {
    return buffer.length();
  }

  @Override
  public int rangeCount() {
    return 1;
  }
}
