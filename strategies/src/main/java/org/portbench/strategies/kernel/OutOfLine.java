package org.portbench.strategies.kernel;

/**
 * How a Mach takes memory out of a task that sends it out of line.
 *
 * @param kernelBufferBytes a range of at most so many bytes is copied into a buffer of the kernel
 * @param moves memory that the sender gives up is moved; otherwise it is copied virtually like any
 *     other, then unmapped
 * @param holdingMap what is in transit lies in a map of the kernel's, moved there and from there;
 *     otherwise it is detached from any map
 * @param overwrites what does not begin and end with a page is received as a copy of its ends;
 *     otherwise its pages are, with whatever else they hold
 */
public record OutOfLine(
    int kernelBufferBytes, boolean moves, boolean holdingMap, boolean overwrites) {

  /** Copied virtually whatever the length, or moved; detached in transit: Mach 3.0. */
  public static final OutOfLine VIRTUAL = new OutOfLine(0, true, false);

  /** Whole pages are received. */
  public OutOfLine(int kernelBufferBytes, boolean moves, boolean holdingMap) {
    this(kernelBufferBytes, moves, holdingMap, false);
  }
}
