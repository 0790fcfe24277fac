package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.Access;

/**
 * A request or its reply: the same message goes down and comes back.
 *
 * @param id distinguishes requests
 * @param operation what is asked
 * @param length bytes of data that move, in one direction or the other
 * @param destination where the receiver of a reply wants its data; nothing where any place will do
 */
public record Message(
    long id, Operation operation, boolean reply, int length, Payload destination) {

  /** Scalars beside the data: operation, file, offset, length. */
  public static final int SCALAR_ITEMS = 4;

  /** What is asked of the next layer. */
  public enum Operation {
    READ,
    WRITE,
    FLUSH
  }

  /** Whether data moves in the direction in which the message goes now. */
  public boolean carriesData() {
    return length > 0 && operation == (reply ? Operation.READ : Operation.WRITE);
  }

  /** Whether this is the request of a read: it carries at most the place for the data. */
  public boolean asksForData() {
    return length > 0 && operation == Operation.READ && !reply;
  }

  /** What the device will do to the memory that the message is about. */
  public Access deviceAccess() {
    return operation == Operation.READ ? Access.WRITE : Access.READ;
  }

  /** The reply to this request, for a receiver that wants its data there. */
  public Message answered(Payload wanted) {
    return new Message(id, operation, true, length, wanted);
  }
}
