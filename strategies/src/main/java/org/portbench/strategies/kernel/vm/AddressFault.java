package org.portbench.strategies.kernel.vm;

/** An access to an address that is not mapped, or not for this access: EFAULT, INVALID_ADDRESS. */
public final class AddressFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AddressFault(String message) {
    super(message);
  }
}
