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

  /** Where in the object it begins. */
  public long firstByte() {
    return firstByte;
  }

  /** Bytes of its object that it does not have, or no longer, are a fault. */
  void demand(ObjectRange range) {
    if (port.dead()) {
      throw new AddressFault(port + " is gone");
    }
    long offset = range.offset() - firstByte;
    int length = range.length();
    if (offset < 0 || length < 0 || offset > bytes - length) {
      throw new AddressFault(offset + " + " + length + " is outside the " + bytes + " of " + port);
    }
  }
}
