package org.portbench.harness.measure;

import java.util.Optional;
import org.portbench.hardware.dma.Command;
import org.portbench.hardware.dma.MediumContent;
import org.portbench.hardware.memory.Content;

/**
 * Knows what belongs on the medium: what was there, and each write's own bytes in the order in
 * which the device took them, whatever way they came. After a write all of its blocks are compared,
 * also what the file system had to read and write back around them.
 */
public final class MediumJudge {
  private final MediumContent medium;
  private final PayloadCheck check;
  private final MediumContent truth = new MediumContent();

  public MediumJudge(MediumContent medium, PayloadCheck check) {
    this.medium = medium;
    this.check = check;
  }

  /** The device has completed a command, for an operation of a client's or for the file system. */
  public void completed(Command command, Optional<Expectation> expectation) {
    expectation.ifPresent(expected -> expected.completed(command, truth));
    if (command.kind() == Command.Kind.WRITE) {
      boolean same = same(command.address(), Math.toIntExact(command.bytes()));
      expectation.ifPresentOrElse(
          expected -> expected.seen(same),
          () -> check.checked(same, 0, "the file system's " + command));
    }
  }

  private boolean same(long address, int length) {
    Content right = new Content(length);
    truth.copyOut(address, length, right, 0);
    return medium.matches(address, length, right, 0);
  }
}
