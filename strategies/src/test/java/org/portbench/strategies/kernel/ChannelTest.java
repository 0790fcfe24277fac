package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.builtin.CopyStrategy;
import org.portbench.strategies.builtin.DirectStrategy;
import org.portbench.strategies.builtin.Mach2Strategy;
import org.portbench.strategies.builtin.Mach3Strategy;
import org.portbench.strategies.builtin.MachXnuStrategy;
import org.portbench.strategies.builtin.VmObjectStrategy;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;

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
    channel.sendRequest(WRITE, 1);
    assertRights(channel, 1, 1);
    int reply = channel.receiveRequest(WRITE, 1, Arrival.WOKEN);
    assertRights(channel, 0, 1);
    assertEquals(1, server.ports().size());
    Message answer = new Message().answer(WRITE, Payload.NOTHING);
    channel.sendReply(answer, reply, 0);
    assertRights(channel, 0, 1);
    assertEquals(0, server.ports().size());
    channel.receiveReply(answer, 0, Arrival.WOKEN);
    assertRights(channel, 0, 0);
  }

  /**
   * Two traps, as each side sends and then waits in one. The request, with a range of data, takes
   * the general way; the reply is of the common shape when it is sent, but its receiver sleeps.
   */
  @Test
  void aMachRoundTripBetweenSleepersCostsTwoTrapsAndIsQueuedTwice() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    roundTrip(channel, 1);
    assertEquals(
        Map.ofEntries(
            Map.entry("SYSTEM_CALL", 2L),
            // Five items of 8 and one, beside 24, in and out.
            Map.entry("HEADER_BYTES", 2 * (64L + 32)),
            Map.entry("ITEM_SCAN", 10L),
            Map.entry("MACH_SEND", 1L),
            Map.entry("MACH_FAST_SEND", 1L),
            Map.entry("MACH_ENQUEUE", 2L),
            Map.entry("MACH_DEQUEUE", 2L),
            Map.entry("MACH_RECEIVE", 2L),
            // The one that was allocated for the request serves for the reply, too.
            Map.entry("MESSAGE_BUFFER", 1L),
            Map.entry("RIGHT_COPY_IN", 2L),
            Map.entry("RIGHT_COPY_OUT", 1L)),
        charges.take());
  }

  /** All five sections of the optimized path, twice; the rights are in them. */
  @Test
  void whereTheCpuIsHandedOverASimpleMessageGoesInOnePiece() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    assertTrue(channel.handsOver());
    rpc(channel, 0, Arrival.HANDED_OVER);
    assertEquals(
        Map.ofEntries(
            Map.entry("SYSTEM_CALL", 2L),
            Map.entry("HEADER_BYTES", 2 * (56L + 32)),
            Map.entry("MACH_FAST_SEND", 2L),
            Map.entry("MACH_RENDEZVOUS", 2L),
            Map.entry("THREAD_HANDOFF", 2L),
            Map.entry("MACH_FAST_RECEIVE", 2L),
            Map.entry("MESSAGE_BUFFER", 1L)),
        charges.take());
    assertEquals(2, bench.machine().meter().counter(Counter.THREAD_HANDOFFS));
    assertEquals(3, bench.machine().meter().counter(Counter.RIGHTS_TRANSFERRED));
    rpc(channel, 0, Arrival.HANDED_OVER);
    assertEquals(0, charges.of("MESSAGE_BUFFER"), "the CPU has kept it");
  }

  /** A complex request is copied in and out the general way, and handed over all the same. */
  @Test
  void aComplexRequestIsHandedOverToo() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    rpc(channel, 1, Arrival.HANDED_OVER);
    assertEquals(1, charges.of("MACH_SEND"));
    assertEquals(2, charges.of("RIGHT_COPY_IN"));
    assertEquals(2, charges.of("MACH_RENDEZVOUS"));
    assertEquals(1, charges.of("MACH_RECEIVE"));
    assertEquals(1, charges.of("RIGHT_COPY_OUT"));
    assertEquals(1, charges.of("MACH_FAST_RECEIVE"), "the reply");
  }

  /** It takes the message out of the queue, and goes on as if it had been handed over. */
  @Test
  void whoFindsASimpleMessageInTheQueueCopiesItOutInOnePiece() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    channel.sendRequest(WRITE, 0);
    channel.enqueue();
    charges.take();
    channel.receiveRequest(WRITE, 0, Arrival.QUEUED);
    assertEquals(
        Map.of("MACH_DEQUEUE", 1L, "MACH_FAST_RECEIVE", 1L, "HEADER_BYTES", 56L), charges.take());
  }

  /** Hand-over without an optimized path, and neither. */
  @Test
  void xnuHandsTheCpuOverAndMach2DoesNot() {
    Channel xnu = channel(new MachXnuStrategy(), new Domain.InTask(server));
    assertTrue(xnu.handsOver());
    rpc(xnu, 0, Arrival.HANDED_OVER);
    assertEquals(2, charges.of("MACH_SEND"));
    assertEquals(2, charges.of("MACH_ENQUEUE"));
    assertEquals(2, charges.of("THREAD_HANDOFF"));
    assertEquals(2, charges.of("MACH_DEQUEUE"));
    assertEquals(2, charges.of("MACH_RECEIVE"));
    assertEquals(2, charges.of("MESSAGE_BUFFER"));
    for (MessagingStrategy none :
        List.of(new Mach2Strategy(), new VmObjectStrategy(), new CopyStrategy())) {
      assertFalse(channel(none, new Domain.InTask(server)).handsOver(), none.name());
    }
  }

  /** Who sends alone does not sleep then, so that nothing can be handed over. */
  @Test
  void combinedCallsCanBeTakenFromMachAndGivenToALightPort() {
    Domain task = new Domain.InTask(server);
    Channel mach = channel(new Mach3Strategy().ports().withCombinedCalls(false), task);
    assertFalse(mach.handsOver());
    roundTrip(mach, 0);
    assertEquals(4, charges.of("SYSTEM_CALL"));
    assertEquals(2, charges.of("MACH_SEND"));
    assertEquals(2, charges.of("MACH_RECEIVE"));
    assertEquals(3, charges.of("RIGHT_COPY_IN"));
    charges.take();
    Channel light = channel(new VmObjectStrategy().ports().withCombinedCalls(true), task);
    assertFalse(light.handsOver());
    roundTrip(light, 0);
    assertEquals(
        Map.of("SYSTEM_CALL", 2L, "LIGHT_SEND", 2L, "LIGHT_RECEIVE", 2L, "HEADER_BYTES", 4 * 64L),
        charges.take());
    PortKind same = new Mach3Strategy().ports();
    assertEquals(same, same.withCombinedCalls(false).withCombinedCalls(true));
    assertEquals(new PortKind.Call(), new PortKind.Call().withCombinedCalls(true));
  }

  /** One trap, one message: 64 bytes in, 16 out with the call. A Mach kernel replies. */
  @Test
  void whatTheKernelAnswersAtOnceComesBackWithTheCall() {
    Channel light = channel(new VmObjectStrategy(), new Domain.InKernel());
    assertTrue(light.answersAtOnce());
    light.sendRequest(WRITE, 0);
    light.answerAtOnce();
    assertEquals(
        Map.of("SYSTEM_CALL", 1L, "LIGHT_KERNEL_CALL", 1L, "HEADER_BYTES", 64L + 16),
        charges.take());
    assertEquals(1, bench.machine().meter().counter(Counter.MESSAGES));
    assertEquals(0, kernel.holdings().messages());
    assertFalse(channel(new VmObjectStrategy(), new Domain.InTask(server)).answersAtOnce());
    for (MessagingStrategy none :
        List.of(new Mach3Strategy(), new CopyStrategy(), new DirectStrategy())) {
      assertFalse(channel(none, new Domain.InKernel()).answersAtOnce(), none.name());
    }
  }

  /** Four scalars and one range, scanned in and out; a message without data is not looked into. */
  @Test
  void machItemsAreScannedOnlyWhereTheMessageIsComplex() {
    Channel channel = channel(new Mach3Strategy(), new Domain.InTask(server));
    roundTrip(channel, 1);
    assertEquals(10, charges.of("ITEM_SCAN"));
    charges.take();
    roundTrip(channel, 0);
    assertEquals(0, charges.of("ITEM_SCAN"));
  }

  @Test
  void aPipeTakesFourSystemCallsAndALightPortToo() {
    for (MessagingStrategy strategy :
        new MessagingStrategy[] {new CopyStrategy(), new VmObjectStrategy()}) {
      charges.take();
      roundTrip(channel(strategy, new Domain.InTask(server)), 1);
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
    Message answer = new Message().answer(WRITE, Payload.NOTHING);
    channel.sendRequest(WRITE, 1);
    channel.sendReply(answer, 0, 0);
    channel.receiveReply(answer, 0, Arrival.WOKEN);
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

  private void roundTrip(Channel channel, int ranges) {
    rpc(channel, ranges, Arrival.WOKEN);
  }

  private void rpc(Channel channel, int ranges, Arrival arrival) {
    Message answer = new Message().answer(WRITE, Payload.NOTHING);
    channel.sendRequest(WRITE, ranges);
    delivered(channel, arrival);
    int reply = channel.receiveRequest(WRITE, ranges, arrival);
    channel.sendReply(answer, reply, 0);
    delivered(channel, arrival);
    channel.receiveReply(answer, 0, arrival);
  }

  private static void delivered(Channel channel, Arrival arrival) {
    if (arrival == Arrival.HANDED_OVER) {
      channel.handOver();
    } else {
      channel.enqueue();
    }
  }

  private Channel channel(MessagingStrategy strategy, Domain lower) {
    return channel(strategy.ports(), lower);
  }

  private Channel channel(PortKind kind, Domain lower) {
    Port requests = kind.newPort("requests");
    return new Channel(kernel, kind, upper, lower, requests, new Port("replies", 0));
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
    channel.sendRequest(WRITE, 1);
    channel.sendRequest(WRITE, 1);
    int first = channel.receiveRequest(WRITE, 1, Arrival.WOKEN);
    int second = channel.receiveRequest(WRITE, 1, Arrival.WOKEN);
    Message answer = new Message().answer(WRITE, Payload.NOTHING);
    channel.sendReply(answer, first, 0);
    channel.sendReply(answer, second, 0);
    assertEquals(2, kernel.holdings().messages());
    channel.receiveReply(answer, 0, Arrival.WOKEN);
    channel.receiveReply(answer, 0, Arrival.WOKEN);
    assertEquals(0, kernel.holdings().messages());
    Meter meter = bench.machine().meter();
    assertEquals(72, meter.counter(Counter.PORT_BYTES));
    assertEquals(2 * 256, meter.counter(Counter.MESSAGE_BYTES));
    assertEquals(2 * 16, meter.counter(Counter.RIGHT_BYTES), "two names to reply to");
  }
}
