package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Bytes of an object, by reference. All who get the reference have the same one, so that whoever
 * gave it can take it back from everybody at once, with the mappings that were made through it.
 */
public final class ObjectRange {
  private static final int UNCOUNTED = Integer.MIN_VALUE / 2;

  private final List<AddressRanges> mapped = new ArrayList<>(0);
  private VmObject object;
  private long offset;
  private int length;
  private Access rights;
  private boolean revoked;
  private int holders;

  /**
   * A reference that nobody counts the holders of.
   *
   * @param rights what the receiver may do with them; write includes read
   */
  public ObjectRange(VmObject object, long offset, int length, Access rights) {
    refer(object, offset, length, rights);
    this.holders = UNCOUNTED;
  }

  /** A reference to nothing yet, whose holders are counted. */
  public ObjectRange() {}

  /** Is another reference from now on. */
  public ObjectRange refer(VmObject newObject, long newOffset, int newLength, Access newRights) {
    object = newObject;
    offset = newOffset;
    length = newLength;
    rights = newRights;
    revoked = false;
    mapped.clear();
    return this;
  }

  public VmObject object() {
    return object;
  }

  public long offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public Access rights() {
    return rights;
  }

  /** One more has it. */
  public void keep() {
    holders++;
  }

  /** One fewer has it; tells whether that was the last, if they are counted. */
  public boolean letGo() {
    return --holders == 0;
  }

  /** Whether the object has all these bytes, in pages of a size. */
  public boolean within(int pageBytes) {
    long bytes = (long) object.end() * pageBytes;
    return offset >= 0 && length >= 0 && offset <= bytes - length;
  }

  /** Not what was revoked, nor writing where the reference or a seal forbids it. */
  public boolean allows(Access access) {
    return !revoked
        && switch (access) {
          case READ -> true;
          case WRITE -> rights == Access.WRITE && !object.sealed();
        };
  }

  /** Somebody sees the bytes at these addresses. */
  public void mappedAt(AddressRanges ranges) {
    mapped.removeIf(AddressRanges::gone);
    mapped.add(ranges);
  }

  /** Nobody may do anything by it any more; returns what is still mapped through it. */
  public List<AddressRanges> revoke() {
    revoked = true;
    mapped.removeIf(AddressRanges::gone);
    List<AddressRanges> left = List.copyOf(mapped);
    mapped.clear();
    return left;
  }

  @Override
  public String toString() {
    return length + " bytes at " + offset + " of " + object;
  }
}
