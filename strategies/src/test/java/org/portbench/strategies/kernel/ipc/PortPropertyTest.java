package org.portbench.strategies.kernel.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Port.Sent;

/**
 * A port under random use beside a model of it: what is queued, who is blocked, whose turn it is.
 */
class PortPropertyTest {

  @Test
  void aPortDoesWhatItsModelDoes() {
    for (long seed = 1; seed <= 200; seed++) {
      try {
        new Run(seed).all();
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  private static final class Run {
    private final RandomStream chance;
    private final int limit;
    private final Port port;
    private final ArrayDeque<Integer> queued = new ArrayDeque<>();
    private final ArrayDeque<Integer> blocked = new ArrayDeque<>();
    private final ArrayDeque<Integer> promised = new ArrayDeque<>();
    private final List<Integer> woken = new ArrayList<>();
    private int next;

    Run(long seed) {
      this.chance = new RandomStream(seed, "port");
      this.limit = 1 + (int) chance.below(5);
      this.port = new Port("port", limit);
    }

    void all() {
      for (int i = 0; i < 300; i++) {
        switch ((int) chance.below(8)) {
          case 0, 1, 2 -> send();
          case 3 -> reply();
          case 4, 5, 6 -> receive();
          default -> goOn();
        }
        assertEquals(queued.size(), port.queued());
        assertEquals(!queued.isEmpty(), port.waiting());
      }
      die();
    }

    private void send() {
      int number = next++;
      boolean room = blocked.isEmpty() && queued.size() + promised.size() < limit;
      assertEquals(room ? Sent.QUEUED : Sent.FULL, port.send(envelope(number, false)));
      if (room) {
        queued.add(number);
      } else {
        port.block(envelope(number, false), () -> woken.add(number));
        blocked.add(number);
      }
    }

    private void reply() {
      int number = next++;
      assertEquals(Sent.QUEUED, port.send(envelope(number, true)));
      queued.add(number);
    }

    private void receive() {
      if (queued.isEmpty()) {
        return;
      }
      assertEquals(queued.remove(), port.receive().cookie());
      List<Integer> turn = new ArrayList<>();
      while (!blocked.isEmpty() && queued.size() + promised.size() < limit) {
        turn.add(blocked.peek());
        promised.add(blocked.remove());
      }
      assertEquals(turn, woken);
      woken.clear();
    }

    private void goOn() {
      if (!promised.isEmpty()) {
        int number = promised.remove();
        assertEquals(Sent.QUEUED, port.sendPromised(envelope(number, false)));
        queued.add(number);
      }
    }

    private void die() {
      assertEquals(List.copyOf(queued), port.destroy().stream().map(Envelope::cookie).toList());
      assertEquals(List.copyOf(blocked), woken);
      promised.addAll(blocked);
      promised.forEach(
          number -> assertEquals(Sent.DEAD, port.sendPromised(envelope(number, false))));
    }

    private static Envelope envelope(int number, boolean reply) {
      Message message = new Message(number, Operation.WRITE, reply, 0, Payload.NOTHING);
      return new Envelope(message, Payload.NOTHING, number);
    }
  }
}
