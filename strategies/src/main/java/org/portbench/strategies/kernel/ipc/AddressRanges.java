package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;

/** Addresses in a task's map. */
public final class AddressRanges implements Payload {
  private final IoVec ranges;
  private final List<VmObject> lent = new ArrayList<>(0);
  private VmMap map;
  private Tenure tenure;
  private Access rights;
  private List<int[]> kept;
  private boolean gone;
  private Life life = Life.ONCE;

  /** What becomes of the ranges when the payload is given back. */
  public enum Tenure {
    /** The task's own memory: it stays. */
    STANDING,
    /** A buffer of the task's pool: it goes back there. */
    POOLED,
    /** Made for this payload alone: it leaves the map. */
    TEMPORARY,
    /** Somebody else's memory, named by its addresses there: nothing is given back. */
    BORROWED,
    /** Buffers of a path, at the same addresses for all who see them: a reference goes. */
    SHARED
  }

  public AddressRanges(VmMap map, IoVec ranges, Tenure tenure) {
    this(map, ranges, tenure, Access.WRITE, List.of());
  }

  /**
   * @param rights what the holder may do with the bytes; write includes read
   * @param kept runs of pages that stay in place for as long as the ranges are in the map
   */
  public AddressRanges(VmMap map, IoVec ranges, Tenure tenure, Access rights, List<int[]> kept) {
    this.map = map;
    this.ranges = ranges;
    this.tenure = tenure;
    this.rights = rights;
    this.kept = kept;
  }

  /** None yet. */
  public AddressRanges() {
    this.ranges = new IoVec();
  }

  /** Begins a use of several, for memory whose ranges are still to be added. */
  public AddressRanges begin(VmMap newMap, Tenure newTenure, Access newRights) {
    life = Life.USED;
    map = newMap;
    tenure = newTenure;
    rights = newRights;
    kept = List.of();
    gone = false;
    ranges.clear();
    return this;
  }

  /** Ends it; tells whether it is to be used again. */
  public boolean end() {
    boolean again = life.again(this);
    if (again) {
      life = Life.ENDED;
    }
    return again;
  }

  public VmMap map() {
    return map;
  }

  public IoVec ranges() {
    return ranges;
  }

  /** The ranges for whoever means to use them: those that have left the map are a fault. */
  public IoVec present() {
    if (gone) {
      throw new AddressFault("the range has left " + map.space());
    }
    return ranges;
  }

  public Tenure tenure() {
    return tenure;
  }

  public Access rights() {
    return rights;
  }

  public List<int[]> kept() {
    return kept;
  }

  /** The objects behind borrowed addresses, as they were when these were named. */
  public List<VmObject> lent() {
    return lent;
  }

  /** Whether the ranges have left the map already: moved on, or given back. */
  public boolean gone() {
    return gone;
  }

  public void leave() {
    gone = true;
  }

  /** The same ranges are in use again. */
  public void comeBack() {
    gone = false;
  }

  @Override
  public int length() {
    return ranges.length();
  }

  @Override
  public int rangeCount() {
    return ranges.count();
  }
}
