package org.portbench.hardware.cpu;

/** Something that a CPU does in one go: its state changes at the start, its time passes after. */
public interface Activity {

  /** Does the work and charges for it. */
  void run(Core core);

  /** The time that was charged has passed: what others can see happens now. */
  void ended(Core core);
}
