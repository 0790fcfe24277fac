package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Bytes of an object, by reference.
 *
 * @param rights what the receiver may do with them; write includes read
 * @param grant by which the reference was given
 */
public record ObjectRange(VmObject object, long offset, int length, Access rights, Grant grant) {

  /** A reference by a grant of its own. */
  public ObjectRange(VmObject object, long offset, int length, Access rights) {
    this(object, offset, length, rights, new Grant());
  }

  /** Whether the object has all these bytes, in pages of a size. */
  public boolean within(int pageBytes) {
    long bytes = (long) object.end() * pageBytes;
    return offset >= 0 && length >= 0 && offset <= bytes - length;
  }

  /** Not what was revoked, nor writing where the reference or a seal forbids it. */
  public boolean allows(Access access) {
    return !grant.revoked()
        && switch (access) {
          case READ -> true;
          case WRITE -> rights == Access.WRITE && !object.sealed();
        };
  }
}
