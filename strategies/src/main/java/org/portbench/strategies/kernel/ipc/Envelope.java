package org.portbench.strategies.kernel.ipc;

/**
 * A message on its way to a port, with the data that travels with it, and with a cookie that the
 * receiver gets untouched. Once received it may be filled again.
 */
public final class Envelope {
  private Message message;
  private Payload payload;
  private final Object cookie;
  private Arrival arrival = Arrival.QUEUED;
  private long duePs;

  public Envelope(Message message, Payload payload, Object cookie) {
    this.message = message;
    this.payload = payload;
    this.cookie = cookie;
  }

  /** Another message with its data takes the place of the one before. */
  public Envelope put(Message newMessage, Payload newPayload) {
    message = newMessage;
    payload = newPayload;
    arrival = Arrival.QUEUED;
    duePs = 0;
    return this;
  }

  public Message message() {
    return message;
  }

  public Payload payload() {
    return payload;
  }

  public Object cookie() {
    return cookie;
  }

  /**
   * It has come to its port.
   *
   * @param timePs from when on it waits: when its receiver could have taken it
   */
  public void arrived(Arrival how, long timePs) {
    arrival = how;
    duePs = timePs;
  }

  public Arrival arrival() {
    return arrival;
  }

  /** How long it has waited in the queue by now. */
  public long waitedPs(long nowPs) {
    return nowPs - duePs;
  }
}
