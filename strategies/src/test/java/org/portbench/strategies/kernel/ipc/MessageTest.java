package org.portbench.strategies.kernel.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.vm.Access;

final class MessageTest {
  private final Message request = new Message();
  private final Message reply = new Message();

  @Test
  void aReadsDataComesWithTheReply() {
    request.ask(7, Operation.READ, 512);
    reply.answer(request, Payload.NOTHING);
    assertTrue(request.asksForData());
    assertFalse(request.carriesData());
    assertTrue(reply.carriesData());
    assertFalse(reply.asksForData());
    assertEquals(Access.WRITE, reply.deviceAccess());
    assertEquals(7, reply.id());
    assertEquals(512, reply.length());
  }

  @Test
  void aWritesDataGoesWithTheRequest() {
    request.ask(8, Operation.WRITE, 512);
    reply.answer(request, Payload.NOTHING);
    assertTrue(request.carriesData());
    assertFalse(reply.carriesData());
    assertEquals(Access.READ, request.deviceAccess());
  }

  @Test
  void nothingIsLeftOfTheMessageBefore() {
    reply.answer(request.ask(1, Operation.READ, 512), Payload.NOTHING);
    reply.ask(2, Operation.FLUSH, 0);
    assertFalse(reply.reply());
    assertEquals(2, reply.id());
    assertFalse(reply.carriesData());
    assertSame(Payload.NOTHING, reply.destination());
    assertEquals("FLUSH 2 of 0 bytes", reply.toString());
  }

  @Test
  void anEnvelopeIsFilledAgain() {
    Envelope envelope = new Envelope(request, Payload.NOTHING, "cookie");
    envelope.arrived(Arrival.WOKEN, 30);
    assertEquals(12, envelope.waitedPs(42));
    envelope.put(reply, Payload.NOTHING);
    assertSame(reply, envelope.message());
    assertEquals(Arrival.QUEUED, envelope.arrival());
    assertEquals("cookie", envelope.cookie());
  }
}
