package org.portbench.strategies.kernel.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.Machine;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Port.Sent;
import org.portbench.strategies.kernel.vm.VmSystem;

class PortTest {
  private final Port port = new Port("port", 2);
  private final List<String> woken = new ArrayList<>();

  @Test
  void messagesComeInTheOrderInWhichTheyWereSent() {
    assertEquals(Sent.QUEUED, port.send(request("a")));
    assertEquals(Sent.QUEUED, port.send(request("b")));
    assertEquals("a", port.receive().cookie());
    assertEquals("b", port.receive().cookie());
  }

  @Test
  void aFullPortTakesRepliesOnly() {
    port.send(request("a"));
    port.send(request("b"));
    assertEquals(Sent.FULL, port.send(request("c")));
    assertEquals(Sent.QUEUED, port.send(reply("r")));
    assertEquals(3, port.queued());
  }

  /** Two places, two requests and a reply: two must go before the first sender's place is there. */
  @Test
  void repliesTakePlacesToo() {
    port.send(request("a"));
    port.send(request("b"));
    port.send(reply("r"));
    block("c");
    port.receive();
    assertEquals(List.of(), woken);
    port.receive();
    assertEquals(List.of("c"), woken);
  }

  @Test
  void nobodyOvertakesAPromisedPlaceOrAWaitingSender() {
    port.send(request("a"));
    port.send(request("b"));
    block("c");
    block("d");
    port.receive();
    assertEquals(List.of("c"), woken);
    assertEquals(Sent.FULL, port.send(request("e")));
    assertEquals(Sent.QUEUED, port.sendPromised(request("c")));
    port.receive();
    port.receive();
    assertEquals(List.of("c", "d"), woken);
    assertEquals(Sent.QUEUED, port.send(request("e")), "one place is promised, one is free");
    assertEquals(Sent.FULL, port.send(request("f")));
    assertEquals(Sent.QUEUED, port.sendPromised(request("d")));
  }

  @Test
  void whoCouldHaveSentIsNotBlocked() {
    Envelope envelope = request("a");
    assertThrows(IllegalStateException.class, () -> port.block(envelope, () -> {}));
  }

  @Test
  void aDeadPortHandsBackWhatWasQueuedAndWakesEverybody() {
    port.send(request("a"));
    port.send(request("b"));
    block("c");
    block("d");
    List<Envelope> destroyed = port.destroy();
    assertEquals(List.of("a", "b"), destroyed.stream().map(Envelope::cookie).toList());
    assertEquals(List.of("c", "d"), woken);
    assertEquals(Sent.DEAD, port.sendPromised(request("c")));
    assertEquals(Sent.DEAD, port.send(request("e")));
    assertEquals(Sent.DEAD, port.send(reply("r")));
    assertEquals(0, port.queued());
  }

  /** Sixteen pages: ten and five fit, three do not; what is longer than all has to have all. */
  @Test
  void aPipeCountsPages() {
    Port pipe = new Port("pipe", 16, true);
    assertEquals(Sent.QUEUED, pipe.send(bytes("a", 10)));
    assertEquals(Sent.QUEUED, pipe.send(bytes("b", 5)));
    assertEquals(Sent.FULL, pipe.send(bytes("c", 3)));
    pipe.block(bytes("c", 3), () -> woken.add("c"));
    pipe.receive();
    assertEquals(List.of("c"), woken);
    assertEquals(Sent.QUEUED, pipe.sendPromised(bytes("c", 3)));
    assertEquals(Sent.FULL, pipe.send(bytes("d", 100)));
    pipe.block(bytes("d", 100), () -> woken.add("d"));
    pipe.receive();
    assertEquals(List.of("c"), woken);
    pipe.receive();
    assertEquals(List.of("c", "d"), woken);
    assertEquals(Sent.QUEUED, pipe.sendPromised(bytes("d", 100)));
    assertEquals(Sent.FULL, pipe.send(bytes("e", 1)));
  }

  private void block(String name) {
    Envelope envelope = request(name);
    assertEquals(Sent.FULL, port.send(envelope));
    port.block(envelope, () -> woken.add(name));
  }

  private static Envelope request(String name) {
    return new Envelope(
        new Message(1, Operation.WRITE, false, 0, Payload.NOTHING), Payload.NOTHING, name);
  }

  private static Envelope reply(String name) {
    return new Envelope(
        new Message(1, Operation.WRITE, true, 0, Payload.NOTHING), Payload.NOTHING, name);
  }

  private static Envelope bytes(String name, int pages) {
    VmSystem vm = new VmSystem(new Machine(TestMachine.OLD.profile()));
    KernelBuffer buffer = new KernelBuffer(false).of(vm.createObject(pages));
    return new Envelope(
        new Message(1, Operation.WRITE, false, pages * TestMachine.PAGE, Payload.NOTHING),
        buffer.use(pages * TestMachine.PAGE),
        name);
  }
}
