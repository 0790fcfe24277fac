package org.portbench.strategies.kernel.ipc;

/**
 * A message on its way to a port, with the data that travels with it, and with a cookie that the
 * receiver gets untouched.
 */
public final class Envelope {
  private final Message message;
  private final Payload payload;
  private final Object cookie;
  private long duePs;

  public Envelope(Message message, Payload payload, Object cookie) {
    this.message = message;
    this.payload = payload;
    this.cookie = cookie;
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

  /** From when on it waits: when its receiver could have taken it. */
  public void due(long timePs) {
    duePs = timePs;
  }

  /** How long it has waited in the queue by now. */
  public long waitedPs(long nowPs) {
    return nowPs - duePs;
  }
}
