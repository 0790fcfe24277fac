package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.kernel.Holdings;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;

/** Full queues and dead receivers, with messages that carry data. */
public interface QueueContract extends ContractSubject {

  @Test
  default void aFullQueueBlocksItsSendersAndLetsThemGoOnInTheirOrder() {
    int limit = limit();
    assumeTrue(limit > 0);
    Sending sending = new Sending(new Bench(TestMachine.NEW), this);
    Port port = sending.course.channels.getFirst().requests();
    for (int i = 0; i < limit; i++) {
      assertEquals(Port.Sent.QUEUED, sending.next().queueAt(port));
    }
    List<Integer> woken = new ArrayList<>();
    List<Exchange> late = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      late.add(sending.next());
      assertEquals(Port.Sent.FULL, late.getLast().queueAt(port));
      port.block(late.getLast().envelope(), () -> woken.add(number));
    }
    assertEquals(List.of(), woken);
    sending.takeOne(port);
    assertEquals(List.of(0), woken);
    assertEquals(Port.Sent.FULL, sending.next().queueAt(port), "the place is promised");
    assertEquals(Port.Sent.QUEUED, late.getFirst().queuePromised(port));
    sending.takeOne(port);
    sending.takeOne(port);
    assertEquals(List.of(0, 1, 2), woken);
    assertEquals(Port.Sent.FULL, sending.next().queueAt(port), "both places are promised");
    assertEquals(Port.Sent.QUEUED, late.get(1).queuePromised(port));
    assertEquals(Port.Sent.QUEUED, late.get(2).queuePromised(port));
    assertEquals(limit, port.queued());
    sending.end(port);
  }

  @Test
  default void aReplyIsNeverBlocked() {
    assumeTrue(strategy().ports() instanceof PortKind.Queue);
    Port port = strategy().ports().newPort("small");
    Message reply = new Message(1, Operation.READ, true, 0, Payload.NOTHING);
    for (int i = 0; i < 1000; i++) {
      assertEquals(Port.Sent.QUEUED, port.send(new Envelope(reply, Payload.NOTHING, i)));
    }
  }

  @Test
  default void aDeadReceiverLeavesNothingOfWhatWasQueuedOrBlocked() {
    assumeTrue(strategy().crossesDomains());
    for (TestMachine machine : TestMachine.ALL) {
      Sending sending = new Sending(new Bench(machine), this);
      Port port = sending.course.channels.getFirst().requests();
      int queued = limit() > 0 ? limit() : 7;
      for (int i = 0; i < queued; i++) {
        sending.next().queueAt(port);
      }
      List<Exchange> woken = new ArrayList<>();
      for (int i = 0; i < 2 && limit() > 0; i++) {
        Exchange blocked = sending.next();
        assertEquals(Port.Sent.FULL, blocked.queueAt(port));
        port.block(blocked.envelope(), () -> woken.add(blocked));
      }
      assertEquals(queued, port.destroy().size());
      for (Exchange blocked : woken) {
        assertEquals(Port.Sent.DEAD, blocked.queuePromised(port));
      }
      assertEquals(limit() > 0 ? 2 : 0, woken.size());
      assertEquals(Port.Sent.DEAD, sending.next().queueAt(port));
      sending.end(port);
    }
  }

  private int limit() {
    return switch (strategy().ports()) {
      case PortKind.Queue queue when strategy().crossesDomains() -> queue.queueLimit();
      case PortKind.Queue _, PortKind.Call _, PortKind.Free _ -> 0;
    };
  }

  /** A sender with many requests under way. */
  final class Sending {
    final Course course;
    private final ContractSubject subject;
    private final Holdings before;
    private final List<Exchange> all = new ArrayList<>();

    Sending(Bench bench, ContractSubject subject) {
      this.subject = subject;
      this.course = new Course(bench, subject.strategy(), 1);
      this.before = bench.kernel().holdings();
    }

    /** One more request, sent but not queued. */
    Exchange next() {
      AddressRanges memory = subject.memory(course, 0, PAGE);
      course.at(0, () -> course.bench.fill(memory, 5));
      Exchange exchange = new Exchange(course, Operation.WRITE, memory);
      exchange.send();
      all.add(exchange);
      return exchange;
    }

    /** The receiver takes the oldest request. */
    void takeOne(Port port) {
      Exchange oldest = (Exchange) port.receive().cookie();
      course.at(1, oldest::taken);
    }

    void end(Port port) {
      port.destroy();
      all.forEach(Exchange::abandon);
      assertEquals(0, course.strategy.outstanding());
      assertEquals(0, course.rights());
      course.bench.clear();
      assertEquals(before, course.bench.kernel().holdings());
      assertTrue(port.dead());
    }
  }
}
