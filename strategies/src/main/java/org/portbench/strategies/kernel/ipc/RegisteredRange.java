package org.portbench.strategies.kernel.ipc;

import java.util.List;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;

/** Ranges of objects that were attached before, by number. */
public record RegisteredRange(List<RegisteredRange.Part> parts) implements Payload.ByReference {

  /** Bytes of one object. */
  public record Part(Registration registration, long offset, int length, Access rights) {
    /** The same bytes by their object. */
    public ObjectRange named() {
      return new ObjectRange(registration.object(), offset, length, rights);
    }
  }

  /** The same bytes by their objects, for a look; it has no references of its own. */
  public ObjectRanges named() {
    return new ObjectRanges(parts.stream().map(RegisteredRange.Part::named).toList());
  }

  @Override
  public int references() {
    return parts.size();
  }

  @Override
  public VmObject referredTo(int i) {
    return parts.get(i).registration.object();
  }

  @Override
  public int length() {
    return parts.stream().mapToInt(RegisteredRange.Part::length).sum();
  }

  @Override
  public int rangeCount() {
    return parts.size();
  }
}
