package org.portbench.hardware.sim;

import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Elements of one kind that are used again and again, as a kernel's zones hand them out: after
 * warm-up a model that takes and gives back makes no garbage, which costs more than the model does.
 */
public final class Zone<E> {
  private final Supplier<? extends E> make;
  private final ArrayList<E> free = new ArrayList<>();

  public Zone(Supplier<? extends E> make) {
    this.make = make;
  }

  /** An element in whatever state it was given back in; new where none is free. */
  public E take() {
    return free.isEmpty() ? make.get() : free.removeLast();
  }

  /** Nobody may use it any more. */
  public void giveBack(E element) {
    free.add(element);
  }
}
