package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmObject;

/** Ranges of objects that were attached before, by number. */
public final class RegisteredRange implements Payload.ByReference {
  private final ObjectRanges named = new ObjectRanges();
  private final List<Registration> registrations = new ArrayList<>(1);
  private Life life = Life.ONCE;

  /** Begins a use of several, for ranges that are still to be added. */
  public RegisteredRange begin() {
    named.begin();
    life = Life.USED;
    return this;
  }

  /** Ends it; tells whether it is to be used again. */
  public boolean end() {
    boolean again = life.again(this);
    if (again) {
      named.end();
      registrations.clear();
      life = Life.ENDED;
    }
    return again;
  }

  /** Bytes of an attached object, as they lie in it. */
  public void add(Registration registration, ObjectRange range) {
    registrations.add(registration);
    named.add(range);
  }

  public Registration registration(int i) {
    return registrations.get(i);
  }

  /** The same bytes by their objects, for a look; it has no references of its own. */
  public ObjectRanges named() {
    return named;
  }

  @Override
  public int references() {
    return registrations.size();
  }

  @Override
  public VmObject referredTo(int i) {
    return registrations.get(i).object();
  }

  @Override
  public int length() {
    return named.length();
  }

  @Override
  public int rangeCount() {
    return registrations.size();
  }
}
