package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.builtin.CopyStrategy;
import org.portbench.strategies.builtin.DirectStrategy;
import org.portbench.strategies.builtin.Mach3Strategy;
import org.portbench.strategies.builtin.VmObjectStrategy;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortName;

/** What a message costs whatever it carries, and what becomes of the rights in it. */
class ChannelTest {
  private static final Message WRITE =
      new Message(1, Operation.WRITE, false, TestMachine.PAGE, Payload.NOTHING);

  private final Bench bench = new Bench(TestMachine.OLD);
  private final Kernel kernel = bench.kernel();
  private final Charges charges = new Charges(bench.machine().meter());
  private final Task server = kernel.createTask("server");
  private final Domain upper = new Domain.InTask(kernel.createTask("client"));

  /** COPY_SEND and MAKE_SEND_ONCE down, MOVE_SEND_ONCE up: in the end there are none. */
  @Test
  void machRightsTravelWithTheMessageAndEndWithTheReply() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    PortKind.Queue kind = (PortKind.Queue) new Mach3Strategy().ports();
    channel.sendRequest(WRITE, 1);
    assertRights(channel, 1, 1);
    PortName reply = channel.receiveRequest(kind, WRITE, 1);
    assertRights(channel, 0, 1);
    assertEquals(1, server.ports().size());
    Message answer = WRITE.answered(Payload.NOTHING);
    channel.sendReply(answer, reply, 0);
    assertRights(channel, 0, 1);
    assertEquals(0, server.ports().size());
    channel.receiveReply(answer, 0);
    assertRights(channel, 0, 0);
  }

  /** Two traps, as each side sends and then waits in one; three rights in, one out. */
  @Test
  void aMachRoundTripCostsTwoTrapsAndFourTranslationsOfRights() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    roundTrip(channel, new Mach3Strategy(), 1);
    assertEquals(2, charges.of("SYSTEM_CALL"));
    assertEquals(2, charges.of("MACH_SEND"));
    assertEquals(2, charges.of("MACH_RECEIVE"));
    assertEquals(3, charges.of("RIGHT_COPY_IN"));
    assertEquals(1, charges.of("RIGHT_COPY_OUT"));
  }

  /** Four scalars and one range, scanned in and out; a message without data is not looked into. */
  @Test
  void machItemsAreScannedOnlyWhereTheMessageIsComplex() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    roundTrip(channel, new Mach3Strategy(), 1);
    assertEquals(10, charges.of("ITEM_SCAN"));
    charges.take();
    roundTrip(channel, new Mach3Strategy(), 0);
    assertEquals(0, charges.of("ITEM_SCAN"));
  }

  @Test
  void aPipeTakesFourSystemCallsAndALightPortToo() {
    for (MessagingStrategy strategy :
        new MessagingStrategy[] {new CopyStrategy(), new VmObjectStrategy()}) {
      charges.take();
      roundTrip(channel(strategy, new Domain.InTask(server)), strategy, 1);
      assertEquals(4, charges.of("SYSTEM_CALL"), strategy.name());
    }
  }

  /** A system call that the kernel answers by returning, or by a message that is to be fetched. */
  @Test
  void theKernelAnswersByReturningOrByMessage() {
    assertEquals(1, kernelCalls(new DirectStrategy()));
    assertEquals(1, kernelCalls(new CopyStrategy()));
    assertEquals(1, kernelCalls(new Mach3Strategy()), "sends and waits in one");
    assertEquals(2, kernelCalls(new VmObjectStrategy()));
  }

  private long kernelCalls(MessagingStrategy strategy) {
    Channel channel = channel(strategy, new Domain.InKernel());
    charges.take();
    Message answer = WRITE.answered(Payload.NOTHING);
    channel.sendRequest(WRITE, 1);
    channel.sendReply(answer, new PortName(0), 0);
    channel.receiveReply(answer, 0);
    assertRights(channel, 0, 0);
    return charges.of("SYSTEM_CALL");
  }

  @Test
  void aDestroyedRequestIsAnnouncedToWhoWaitsForItsReply() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    channel.sendRequest(WRITE, 1);
    charges.take();
    channel.destroyRequest();
    assertRights(channel, 0, 0);
    assertEquals(1, charges.of("MACH_SEND"));
  }

  private void roundTrip(Channel channel, MessagingStrategy strategy, int ranges) {
    Message answer = WRITE.answered(Payload.NOTHING);
    channel.sendRequest(WRITE, ranges);
    PortName reply = channel.receiveRequest((PortKind.Queue) strategy.ports(), WRITE, ranges);
    channel.sendReply(answer, reply, 0);
    channel.receiveReply(answer, 0);
  }

  private Channel channel(MessagingStrategy strategy, Domain lower) {
    Port requests = strategy.ports().newPort("requests");
    return new Channel(kernel, strategy.ports(), upper, lower, requests, new Port("replies", 0));
  }

  private static void assertRights(Channel channel, int send, int sendOnce) {
    assertEquals(send, channel.requests().sendRights());
    assertEquals(sendOnce, channel.replies().sendOnceRights());
    assertEquals(0, channel.requests().sendOnceRights() + channel.replies().sendRights());
  }

  /** Two requests are on their way before one is received: the most there was at once. */
  @Test
  void memoryOfPortsRightsAndMessagesIsCountedAsItLives() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    PortKind.Queue kind = (PortKind.Queue) new Mach3Strategy().ports();
    channel.sendRequest(WRITE, 1);
    channel.sendRequest(WRITE, 1);
    PortName first = channel.receiveRequest(kind, WRITE, 1);
    PortName second = channel.receiveRequest(kind, WRITE, 1);
    Message answer = WRITE.answered(Payload.NOTHING);
    channel.sendReply(answer, first, 0);
    channel.sendReply(answer, second, 0);
    assertEquals(2, kernel.holdings().messages());
    channel.receiveReply(answer, 0);
    channel.receiveReply(answer, 0);
    assertEquals(0, kernel.holdings().messages());
    Meter meter = bench.machine().meter();
    assertEquals(72, meter.counter(Counter.PORT_BYTES));
    assertEquals(2 * 256, meter.counter(Counter.MESSAGE_BYTES));
    assertEquals(2 * 16, meter.counter(Counter.RIGHT_BYTES), "two names to reply to");
  }
}
