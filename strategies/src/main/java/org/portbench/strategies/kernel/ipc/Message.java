package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.Access;

/**
 * What a request or its reply says, beside the data. It is used again: nobody may keep it longer
 * than what it belongs to is under way.
 */
public final class Message {
  /** Scalars beside the data: operation, file, offset, length. */
  public static final int SCALAR_ITEMS = 4;

  private long id;
  private Operation operation;
  private boolean reply;
  private int length;
  private Payload destination;

  /** What is asked of the next layer. */
  public enum Operation {
    READ,
    WRITE,
    FLUSH
  }

  /** One that is still to be filled in. */
  public Message() {
    this(0, Operation.FLUSH, false, 0, Payload.NOTHING);
  }

  /**
   * A message that is used once.
   *
   * @param id distinguishes requests
   * @param operation what is asked
   * @param length bytes of data that move, in one direction or the other
   * @param destination where the receiver of a reply wants its data; nothing where any place will
   *     do
   */
  public Message(long id, Operation operation, boolean reply, int length, Payload destination) {
    this.id = id;
    this.operation = operation;
    this.reply = reply;
    this.length = length;
    this.destination = destination;
  }

  /** Makes this a request. */
  public Message ask(long newId, Operation newOperation, int newLength) {
    return fill(newId, newOperation, false, newLength, Payload.NOTHING);
  }

  /** Makes this the reply to a request, for a receiver that wants its data there. */
  public Message answer(Message request, Payload wanted) {
    return fill(request.id, request.operation, true, request.length, wanted);
  }

  private Message fill(
      long newId, Operation newOperation, boolean isReply, int newLength, Payload wanted) {
    id = newId;
    operation = newOperation;
    reply = isReply;
    length = newLength;
    destination = wanted;
    return this;
  }

  public long id() {
    return id;
  }

  public Operation operation() {
    return operation;
  }

  public boolean reply() {
    return reply;
  }

  public int length() {
    return length;
  }

  public Payload destination() {
    return destination;
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

  @Override
  public String toString() {
    return (reply ? "reply to " : "") + operation + " " + id + " of " + length + " bytes";
  }
}
