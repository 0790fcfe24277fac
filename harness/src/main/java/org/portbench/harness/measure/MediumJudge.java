package org.portbench.harness.measure;

import java.util.Optional;
import org.portbench.hardware.dma.Command;
import org.portbench.hardware.dma.MediumContent;
import org.portbench.hardware.memory.Content;

/**
 * Knows what belongs on the medium: what was there, and each write's own bytes in the order in
 * which the device took them, whatever way they came. After a write all of its blocks are compared,
 * also what the file system had to read and write back around them.
 *
 * <p>Where the file system keeps writes in memory, what belongs in the files runs ahead of what
 * belongs on the medium: reads are held against the former, and so is what the file system writes
 * back by itself; in the end both are the same.
 */
public final class MediumJudge {
  private final MediumContent medium;
  private final PayloadCheck check;
  private final MediumContent truth = new MediumContent();
  private final MediumContent latest;
  private Content right = new Content(1);

  /**
   * @param keepsWrites the file system has writes in memory that the device has not got yet
   */
  public MediumJudge(MediumContent medium, PayloadCheck check, boolean keepsWrites) {
    this.medium = medium;
    this.check = check;
    this.latest = keepsWrites ? new MediumContent() : truth;
  }

  /** A read is answered from memory. */
  public void fromCache(Expectation expectation) {
    expectation.fromCache(latest);
  }

  /** A write goes to memory, and to the device only later. */
  public void cacheOnly(Expectation expectation) {
    expectation.intoCache(latest, true);
  }

  /** A write goes to the device; what is in memory of it changes too. */
  public void cacheToo(Expectation expectation) {
    expectation.intoCache(latest, false);
  }

  /** Whether the medium has all that was written, once nothing is under way or only in memory. */
  public boolean settled() {
    return latest.writtenOn(medium);
  }

  /** The device has completed a command, for an operation of a client's or for the file system. */
  public void completed(Command command, Optional<Expectation> expectation) {
    if (expectation.isPresent()) {
      expectation.get().completed(command, truth, latest);
    }
    if (command.kind() == Command.Kind.WRITE) {
      if (expectation.isEmpty()) {
        writtenBack(command.address(), Math.toIntExact(command.bytes()));
      }
      boolean same = same(command.address(), Math.toIntExact(command.bytes()));
      if (expectation.isPresent()) {
        expectation.get().seen(same);
      } else if (!same) {
        check.mismatch("the file system's " + command);
      }
    }
  }

  /** What the file system writes by itself belongs in the file already. */
  private void writtenBack(long address, int length) {
    makeRoom(length);
    latest.copyOut(address, length, right, 0);
    truth.copyIn(address, length, right, 0);
  }

  private boolean same(long address, int length) {
    makeRoom(length);
    truth.copyOut(address, length, right, 0);
    return medium.matches(address, length, right, 0);
  }

  private void makeRoom(int length) {
    if (right.size() < length) {
      right = new Content(length);
    }
  }
}
