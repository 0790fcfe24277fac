package org.portbench.hardware.cpu;

/**
 * Something that a CPU does in one go, a segment. Its own state changes at the start, while it
 * charges for the work; the time it charged passes after that, longer if others steal some.
 */
public interface Activity {

  /** The CPU turns to it: does the work and charges for it. */
  void run(Core core);

  /**
   * The time has passed: what others can see, messages, wake-ups, doorbells, happens now. What is
   * charged here takes time before the CPU turns to the next activity.
   */
  void ended(Core core);
}
