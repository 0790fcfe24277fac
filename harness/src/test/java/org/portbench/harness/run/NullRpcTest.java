package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.builtin.CopyStrategy;
import org.portbench.strategies.builtin.Mach2Strategy;
import org.portbench.strategies.builtin.Mach3Strategy;
import org.portbench.strategies.builtin.MachXnuStrategy;
import org.portbench.strategies.builtin.VmObjectStrategy;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A request without data and its reply, each charge worked out by hand from {@link PrimeMachine}'s
 * prices; and who may be handed the CPU with a message, and who never is. The first round has
 * allocated the only buffer that the second needs.
 */
class NullRpcTest {

  /** One CPU, the server asleep at its port: the optimized path, past the run queue. */
  private static final List<String> HANDED_OVER =
      List.of(
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",
          // 24 bytes of header and four scalars of 8, at 2 ps each.
          "at 6510 client sends the request",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 56 112",
          "MESSAGING MACH_RENDEZVOUS 1 37003",
          "SWITCH THREAD_HANDOFF 1 39019",
          "SWITCH SPACE_SWITCH 1 7001",
          // 6510 + 1009 + 36007 + 112 + 37003 + 39019 + 7001 = 126661.
          "at 126661 server receives the request",
          "MESSAGING MACH_FAST_RECEIVE 1 38011",
          "COPY HEADER_BYTES 56 112",
          // 126661 + 38011 + 112 = 164784. One scalar comes back.
          "at 164784 server replies",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 32 64",
          "MESSAGING MACH_RENDEZVOUS 1 37003",
          "SWITCH THREAD_HANDOFF 1 39019",
          "SWITCH SPACE_SWITCH 1 7001",
          // 164784 + 1009 + 36007 + 64 + 37003 + 39019 + 7001 = 284887, + 38011 + 64 = 322962.
          "at 284887 client receives the reply",
          "MESSAGING MACH_FAST_RECEIVE 1 38011",
          "COPY HEADER_BYTES 32 64");

  @Test
  void whereTheReceiverSleepsOnTheSameCpu_itIsHandedTheMessageAndTheCpu() {
    NullRpc rpc = new NullRpc(new Mach3Strategy(), 1, 0, 0).ask().run();
    Recording recorded = Recording.of(rpc.machine);
    rpc.ask().run();
    assertEquals(String.join("\n", HANDED_OVER), recorded.text());
    assertEquals(322_962, recorded.sinceStartPs());
    assertEquals(2, rpc.count(Counter.THREAD_HANDOFFS));
    assertEquals(1, rpc.count(Counter.CONTEXT_SWITCHES), "out of idle");
    assertEquals(0, rpc.count(Counter.WAKE_UPS));
  }

  /** Each on a CPU of its own: queue, interrupt, and the way out for whoever was woken. */
  private static final List<String> ACROSS_CPUS =
      List.of(
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 6510 client sends the request",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 56 112",
          "MESSAGING MACH_ENQUEUE 1 34019",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",
          // 6510 + 1009 + 36007 + 112 + 34019 + 8009 + 211 + 904 + 6007 = 92788.
          "at 92788 server receives the request",
          "MESSAGING MACH_DEQUEUE 1 35023",
          "MESSAGING MACH_RECEIVE 1 21001",
          "COPY HEADER_BYTES 56 112",
          "MESSAGING RIGHT_COPY_OUT 1 24001",
          // 92788 + 35023 + 21001 + 112 + 24001 = 172925.
          "at 172925 server replies",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 32 64",
          "MESSAGING MACH_ENQUEUE 1 34019",
          "WAKEUP WAKE_UP 1 8009",
          "WAKEUP IPI_SEND 1 211",
          "IDLE IDLE_EXIT 1 904",
          "SWITCH THREAD_SWITCH 1 6007",
          // 172925 + 1009 + 36007 + 64 + 34019 + 8009 + 211 + 904 + 6007 = 259155, + 35023 + 21001
          // + 64 = 315243.
          "at 259155 client receives the reply",
          "MESSAGING MACH_DEQUEUE 1 35023",
          "MESSAGING MACH_RECEIVE 1 21001",
          "COPY HEADER_BYTES 32 64");

  @Test
  void whereTheReceiverHasAnotherCpu_itIsWoken() {
    NullRpc rpc = new NullRpc(new Mach3Strategy(), 2, 0, 1).ask().run();
    Recording recorded = Recording.of(rpc.machine);
    rpc.ask().run();
    assertEquals(String.join("\n", ACROSS_CPUS), recorded.text());
    assertEquals(315_243, recorded.sinceStartPs());
    assertEquals(0, rpc.count(Counter.THREAD_HANDOFFS));
  }

  /**
   * The server is about to run something else, so that it does not wait at its port. It finds the
   * request there afterwards, and copies it out the short way. Its reply is handed over.
   */
  private static final List<String> BUSY =
      List.of(
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 6510 client sends the request",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 56 112",
          "MESSAGING MACH_ENQUEUE 1 34019",
          "SWITCH THREAD_SWITCH 1 6007",
          "SWITCH SPACE_SWITCH 1 7001",
          // 6510 + 1009 + 36007 + 112 + 34019 = 77657, when the request is there; it waits 6007 +
          // 7001, until 90665.
          "QUEUEING WAIT 1 13008",
          "at 90665 server receives the request",
          "MESSAGING MACH_DEQUEUE 1 35023",
          "MESSAGING MACH_FAST_RECEIVE 1 38011",
          "COPY HEADER_BYTES 56 112",
          // 90665 + 35023 + 38011 + 112 = 163811.
          "at 163811 server replies",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING MACH_FAST_SEND 1 36007",
          "COPY HEADER_BYTES 32 64",
          "MESSAGING MACH_RENDEZVOUS 1 37003",
          "SWITCH THREAD_HANDOFF 1 39019",
          "SWITCH SPACE_SWITCH 1 7001",
          // As in the other: 163811 + 1009 + 36007 + 64 + 37003 + 39019 + 7001.
          "at 283914 client receives the reply",
          "MESSAGING MACH_FAST_RECEIVE 1 38011",
          "COPY HEADER_BYTES 32 64");

  @Test
  void aBusyReceiver_isHandedNothing() {
    NullRpc rpc = new NullRpc(new Mach3Strategy(), 1, 0, 0).ask().run();
    Recording recorded = Recording.of(rpc.machine);
    rpc.ask();
    rpc.server.arrive(() -> {}, false);
    rpc.run();
    assertEquals(String.join("\n", BUSY), recorded.text());
    assertEquals(1, rpc.count(Counter.THREAD_HANDOFFS), "the reply");
  }

  /**
   * The port below holds one message and nobody takes it: the second request blocks the server. The
   * third finds it neither running nor at its port, and the CPU stays with the client.
   */
  @Test
  void aBlockedReceiver_isHandedNothing() {
    MessagingStrategy mach = new Mach3Strategy();
    PortKind narrow = ((PortKind.Queue) mach.ports()).limitedTo(1);
    NullRpc rpc = new NullRpc(mach, narrow, 1, 0, 0, 0);
    rpc.ask().run();
    assertEquals(2, rpc.count(Counter.THREAD_HANDOFFS), "to the server, and to who hears nothing");
    rpc.ask().run();
    assertEquals(3, rpc.count(Counter.THREAD_HANDOFFS));
    assertEquals(1, rpc.count(Counter.SENDERS_BLOCKED));
    rpc.ask().run();
    assertEquals(3, rpc.count(Counter.THREAD_HANDOFFS));
    assertEquals(1, rpc.requests().queued());
    assertEquals(0, rpc.answered());
  }

  /** It sends the first of two, and has the second still to send: only then does it wait. */
  @Test
  void aSenderThatHasMoreToDo_keepsItsCpu() {
    NullRpc rpc = new NullRpc(new Mach3Strategy(), 1, 0, 0).ask().run();
    Recording recorded = Recording.of(rpc.machine);
    rpc.ask().ask().run();
    assertEquals(3, rpc.answered());
    String all = recorded.text();
    assertTrue(
        all.indexOf("MACH_ENQUEUE") < all.indexOf("server receives the request"),
        "the first is queued: " + all);
    assertEquals(
        0, all.substring(0, all.indexOf("server receives")).split("THREAD_HANDOFF").length - 1);
  }

  /** Who has no hand-over pays for the run queue and a whole switch, on the same CPU too. */
  @Test
  void onlyMachSince3_handsOver() {
    assertHandoffs(2, new Mach3Strategy());
    assertHandoffs(2, new MachXnuStrategy());
    assertHandoffs(0, new Mach2Strategy());
    assertHandoffs(0, new VmObjectStrategy());
    assertHandoffs(0, new CopyStrategy());
  }

  private static void assertHandoffs(int expected, MessagingStrategy strategy) {
    NullRpc rpc = new NullRpc(strategy, 1, 0, 0).ask().run();
    Recording.of(rpc.machine);
    rpc.ask().run();
    assertEquals(expected, rpc.count(Counter.THREAD_HANDOFFS), strategy.name());
    assertEquals(2 - expected, rpc.count(Counter.WAKE_UPS), strategy.name());
    assertEquals(3 - expected, rpc.count(Counter.CONTEXT_SWITCHES), strategy.name());
  }

  @Test
  void withoutCombinedCalls_nobodyHandsOver() {
    MessagingStrategy mach = new Mach3Strategy();
    NullRpc rpc = new NullRpc(mach, mach.ports().withCombinedCalls(false), 1, 0, 0);
    rpc.ask().run();
    assertEquals(1, rpc.answered());
    assertEquals(0, rpc.count(Counter.THREAD_HANDOFFS));
    assertEquals(4, rpc.count(Counter.SYSTEM_CALLS));
  }
}
