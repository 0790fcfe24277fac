package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Port;

/** How much each system's ports hold, and what ports, rights and messages take of memory. */
class MessagingLimitsTest {
  private static final int MORE_THAN_ANY = 10_000;

  private static MessagingStrategy strategy(String name) {
    return new Strategies(MessagingLimitsTest.class.getClassLoader()).create(name);
  }

  /** Five in each Mach; a pipe's sixteen pages; what fits a socket's buffer; a page of a FIFO. */
  @ParameterizedTest
  @CsvSource({
    "copy, 16",
    "fbufs, 10000",
    "fd, 277",
    "mach-2, 5",
    "mach-3, 5",
    "mach-xnu, 5",
    "memory-entry, 5",
    "registered, 128",
    "task-port, 5",
    "user-iovec, 10000",
    "vm-object, 10000"
  })
  void aPortHoldsSoManyRequestsAndAnyNumberOfReplies(String name, int requests) {
    Port port = strategy(name).ports().newPort(name);
    int sent = 0;
    while (sent < MORE_THAN_ANY && port.send(envelope(false)) == Port.Sent.QUEUED) {
      sent++;
    }
    assertEquals(requests, sent);
    assertEquals(Port.Sent.QUEUED, port.send(envelope(true)));
  }

  private static Envelope envelope(boolean reply) {
    Message message = new Message(1, Operation.FLUSH, reply, 0, Payload.NOTHING);
    return new Envelope(message, Payload.NOTHING, "");
  }

  /**
   * A write of one range is in a layer's hands, then two requests without data are sent. What is on
   * its way: two messages. Names: a right to reply in each Mach; for fd a descriptor of the
   * client's and one of the layer's; a handle, or a place in a table, where objects are named;
   * where ports stand for memory or for tasks, the client's right and the layer's.
   */
  @ParameterizedTest
  @CsvSource({
    "copy,       808,  0, 8,  64",
    "fbufs,      112,  0, 16, 64",
    "fd,         1088, 2, 8,  768",
    "mach-2,     72,   1, 16, 256",
    "mach-3,     72,   1, 16, 256",
    "mach-xnu,   152,  1, 24, 256",
    "memory-entry, 72, 3, 16, 256",
    "registered, 4096, 1, 16, 32",
    "task-port,  72,   3, 16, 256",
    "user-iovec, 112,  0, 16, 64",
    "vm-object,  112,  1, 16, 64"
  })
  void memoryIsCountedAsDeclared(
      String name, int portBytes, int names, int rightBytes, int messageBytes) {
    Bench bench = new Bench(TestMachine.NEW);
    Course course = new Course(bench, strategy(name), 1);
    AddressRanges memory = course.buffer(TestMachine.PAGE);
    course.at(0, () -> bench.fill(memory, 5));
    Exchange inHand = new Exchange(course, Operation.WRITE, memory);
    inHand.send();
    inHand.queue();
    inHand.receive();
    for (int i = 0; i < 2; i++) {
      Exchange sent = new Exchange(course, Operation.FLUSH, bench.memory(course.sender(), 0, 0));
      sent.send();
      sent.queue();
    }
    Meter meter = bench.machine().meter();
    assertEquals(portBytes, meter.counter(Counter.PORT_BYTES));
    assertEquals((long) names * rightBytes, meter.counter(Counter.RIGHT_BYTES));
    assertEquals(2L * messageBytes, meter.counter(Counter.MESSAGE_BYTES));
  }
}
