package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Part of an object behind a port of its own, by which those who have a right may map so much and
 * no more: Mach's named entry. Each one is itself, whatever it names.
 */
public final class MemoryEntry {
  private final Port port;
  private final VmObject object;
  private final long firstByte;
  private final long bytes;
  private final Access rights;

  /**
   * @param firstByte where in the object it begins
   * @param rights what may be done through it; write includes read
   */
  public MemoryEntry(Port port, VmObject object, long firstByte, long bytes, Access rights) {
    this.port = port;
    this.object = object;
    this.firstByte = firstByte;
    this.bytes = bytes;
    this.rights = rights;
  }

  public Port port() {
    return port;
  }

  public VmObject object() {
    return object;
  }

  public Access rights() {
    return rights;
  }

  /** Some of its bytes by their object; what it does not have, or no longer, is a fault. */
  ObjectRange range(long offset, int length) {
    if (port.dead()) {
      throw new AddressFault(port + " is gone");
    }
    if (offset < 0 || length < 0 || offset > bytes - length) {
      throw new AddressFault(offset + " + " + length + " is outside the " + bytes + " of " + port);
    }
    return new ObjectRange(object, firstByte + offset, length, rights);
  }
}
