package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Bytes of an object, by reference.
 *
 * @param rights what the receiver may do with them; write includes read
 */
public record ObjectRange(VmObject object, long offset, int length, Access rights) {

  /** Whether the object has all these bytes, in pages of a size. */
  public boolean within(int pageBytes) {
    long end = Math.addExact(offset, length);
    return offset >= 0 && length >= 0 && end <= (long) object.pageCount() * pageBytes;
  }

  public boolean allows(Access access) {
    return access == Access.READ || rights == Access.WRITE;
  }
}
