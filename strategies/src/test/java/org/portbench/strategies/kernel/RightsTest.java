package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.Disposition;
import org.portbench.strategies.kernel.ipc.Notification;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.ipc.PortRight.Kind;

/** Mach's rights: what each disposition takes and gives, and what is told of a port's end. */
class RightsTest {
  private final Bench bench = new Bench(TestMachine.OLD);
  private final Kernel kernel = bench.kernel();
  private final Charges charges = new Charges(bench.machine().meter());
  private final Rights rights = kernel.rights();
  private final Task owner = kernel.createTask("owner");
  private final Task other = kernel.createTask("other");
  private final Port port = new Port("port", 5);
  private final Port notify = new Port("notify", 5);
  private final int received = owner.ports().insert(port, Kind.RECEIVE);

  private int give(Task from, int name, Disposition disposition, Task to) {
    return rights.copyOut(to, rights.copyIn(from, name, disposition));
  }

  @Test
  void aSendRightIsMadeOfTheReceiveRightAndCountedOnItsWay() {
    PortRight onItsWay = rights.copyIn(owner, received, Disposition.MAKE_SEND);
    assertEquals(1, port.sendRights());
    assertEquals(1, port.makeSends());
    int name = rights.copyOut(other, onItsWay);
    assertEquals(1, port.sendRights());
    assertEquals(new PortRight(port, Kind.SEND), other.ports().lookup(name));
    assertEquals(1, charges.of("RIGHT_COPY_IN"));
    assertEquals(1, charges.of("RIGHT_COPY_OUT"));
  }

  @Test
  void aCopyLeavesTheSenderItsRightAndAMoveTakesIt() {
    int mine = give(owner, received, Disposition.MAKE_SEND, other);
    Task third = kernel.createTask("third");
    give(other, mine, Disposition.COPY_SEND, third);
    assertEquals(2, port.sendRights());
    give(other, mine, Disposition.MOVE_SEND, third);
    assertEquals(1, port.sendRights(), "one name, held twice, is one right");
    assertEquals(0, other.ports().size());
    assertThrows(IllegalStateException.class, () -> other.ports().lookup(mine));
    assertEquals(1, port.makeSends(), "copies are not made of the receive right");
  }

  @Test
  void aSendOnceRightIsGoneAfterItsMove() {
    int once = give(owner, received, Disposition.MAKE_SEND_ONCE, other);
    assertEquals(1, port.sendOnceRights());
    int back = give(other, once, Disposition.MOVE_SEND_ONCE, owner);
    assertEquals(1, port.sendOnceRights());
    assertEquals(0, other.ports().size());
    owner.ports().remove(back);
    assertEquals(0, port.sendOnceRights());
  }

  @Test
  void theReceiveRightItselfMoves() {
    int moved = give(owner, received, Disposition.MOVE_RECEIVE, other);
    assertEquals(0, owner.ports().size());
    assertEquals(new PortRight(port, Kind.RECEIVE), other.ports().lookup(moved));
  }

  @Test
  void aDispositionThatTheRightDoesNotAllowChangesNothing() {
    int send = give(owner, received, Disposition.MAKE_SEND, other);
    for (Disposition wrong :
        new Disposition[] {
          Disposition.MAKE_SEND, Disposition.MOVE_SEND_ONCE, Disposition.MOVE_RECEIVE
        }) {
      assertThrows(IllegalStateException.class, () -> rights.copyIn(other, send, wrong));
    }
    assertEquals(1, port.sendRights());
    assertEquals(1, other.ports().size());
  }

  @Test
  void aNameDiesWithTheReceiverWhenItIsNextUsed() {
    int send = give(owner, received, Disposition.MAKE_SEND, other);
    port.destroy();
    assertEquals(1, port.sendRights());
    assertEquals(Kind.DEAD_NAME, other.ports().lookup(send).kind());
    assertEquals(0, port.sendRights());
    assertThrows(
        IllegalStateException.class, () -> rights.copyIn(other, send, Disposition.COPY_SEND));
    other.ports().remove(send);
    assertEquals(0, other.ports().size());
  }

  @Test
  void deathIsToldOnceForEachNameThatAsked() {
    int send = give(owner, received, Disposition.MAKE_SEND, other);
    int once = give(owner, received, Disposition.MAKE_SEND_ONCE, other);
    rights.tellDeath(other, send, notify);
    rights.tellDeath(other, once, notify);
    charges.take();
    port.destroy();
    port.destroy();
    assertEquals(2, charges.of("MACH_SEND"), "each is a message");
    Notification dead = new Notification(Notification.Kind.DEAD_NAME, port, 1);
    assertEquals(Optional.of(dead), notify.nextNotification());
    assertEquals(Optional.of(dead), notify.nextNotification());
    assertEquals(Optional.empty(), notify.nextNotification());
  }

  @Test
  void whoGaveTheNameUpIsNotTold() {
    int send = give(owner, received, Disposition.MAKE_SEND, other);
    rights.tellDeath(other, send, notify);
    other.ports().remove(send);
    port.destroy();
    assertEquals(Optional.empty(), notify.nextNotification());
  }

  @Test
  void whoAsksAfterTheDeathIsToldAtOnce() {
    int send = give(owner, received, Disposition.MAKE_SEND, other);
    port.destroy();
    rights.tellDeath(other, send, notify);
    assertTrue(notify.nextNotification().isPresent());
  }

  @Test
  void theLastSenderToGoIsToldOnce() {
    int send = give(owner, received, Disposition.MAKE_SEND, other);
    rights.tellNoSenders(port, 1, notify);
    PortRight onItsWay = rights.copyIn(other, send, Disposition.COPY_SEND);
    other.ports().remove(send);
    assertEquals(Optional.empty(), notify.nextNotification(), "one is on its way");
    int again = rights.copyOut(other, onItsWay);
    other.ports().remove(again);
    assertEquals(
        Optional.of(new Notification(Notification.Kind.NO_SENDERS, port, 1)),
        notify.nextNotification());
    int more = give(owner, received, Disposition.MAKE_SEND, other);
    other.ports().remove(more);
    assertEquals(Optional.empty(), notify.nextNotification(), "nobody asked again");
  }

  /** The asker knows of two makes, of which the second has not reached its sender yet. */
  @Test
  void nobodyIsToldBeforeAsManySendersWereMadeAsAreKnownOf() {
    int first = give(owner, received, Disposition.MAKE_SEND, other);
    rights.tellNoSenders(port, 2, notify);
    other.ports().remove(first);
    assertEquals(Optional.empty(), notify.nextNotification());
    int second = give(owner, received, Disposition.MAKE_SEND, other);
    other.ports().remove(second);
    assertEquals(
        Optional.of(new Notification(Notification.Kind.NO_SENDERS, port, 2)),
        notify.nextNotification());
  }

  @Test
  void ordinaryMessagesPayNothingForTheChanceOfANotification() {
    rights.tellNoSenders(port, 1, notify);
    charges.take();
    give(owner, received, Disposition.MAKE_SEND, other);
    assertEquals(Map.of("RIGHT_COPY_IN", 1L, "RIGHT_COPY_OUT", 1L), charges.take());
  }
}
