package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;

/**
 * What a reference was given by: all its copies go through the same grant, so that whoever gave it
 * can take it back from everybody at once, with the mappings that were made through it.
 */
public final class Grant {
  private final List<AddressRanges> mapped = new ArrayList<>();
  private boolean revoked;

  public boolean revoked() {
    return revoked;
  }

  /** Somebody sees the bytes at these addresses. */
  public void mappedAt(AddressRanges ranges) {
    mapped.removeIf(AddressRanges::gone);
    mapped.add(ranges);
  }

  /** Ends it; returns what is still mapped through it. */
  public List<AddressRanges> revoke() {
    revoked = true;
    mapped.removeIf(AddressRanges::gone);
    List<AddressRanges> left = List.copyOf(mapped);
    mapped.clear();
    return left;
  }
}
