package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * An object that was attached once and is named by a number from then on: Zircon's vmoid. Requests
 * under way use it; detached, it takes no more of them, and goes when the last has ended.
 */
public final class Registration {
  private final int number;
  private final VmObject object;
  private int uses;
  private boolean detached;

  public Registration(int number, VmObject object) {
    this.number = number;
    this.object = object;
  }

  public int number() {
    return number;
  }

  public VmObject object() {
    return object;
  }

  /** One more request names it. */
  public void use() {
    if (detached) {
      throw new AddressFault("nothing is attached as number " + number + " any more");
    }
    uses++;
  }

  /** A request that names it needs it for one more thing, which ends by itself. */
  public void keep() {
    uses++;
  }

  /** A request has ended, or what it needed it for. */
  public void unuse() {
    if (uses == 0) {
      throw new IllegalStateException("number " + number + " is not in use");
    }
    uses--;
  }

  public void detach() {
    detached = true;
  }

  public boolean detached() {
    return detached;
  }

  /** Whether nobody needs it any more. */
  public boolean over() {
    return detached && uses == 0;
  }
}
