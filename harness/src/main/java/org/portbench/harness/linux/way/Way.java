package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.transport.Message;

/**
 * One way of passing data, as seen from one domain: the client calls the first four, a layer the
 * next two, the driver the last.
 */
public interface Way extends AutoCloseable {

  /** Where the client writes what it sends, all of it. */
  MemorySegment buffer(int slot);

  /** Sends a request. */
  void request(Message message);

  /** Where the client finds what it asked to read. */
  MemorySegment answer(Message reply);

  /** The client is done with a reply. */
  void settle(Message reply);

  /** A layer passes a request on. */
  void down(Message request);

  /** A layer passes a reply on. */
  void up(Message reply);

  /** The driver does what is asked, and replies. */
  void serve(Message request);

  @Override
  void close();
}
