package org.portbench.strategies.kernel.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.portbench.strategies.kernel.ipc.PortRight.Kind;

class PortSpaceTest {
  private final PortSpace space = new PortSpace(new NameTally());
  private final Port port = new Port("port", 5);

  /** Three arrivals, one name, one right of the port's; the name goes with the third removal. */
  @Test
  void aSendRightHasOneNameHoweverOftenItArrives() {
    int name = space.insert(port, Kind.SEND);
    assertEquals(name, space.insert(port, Kind.SEND));
    assertEquals(name, space.insert(port, Kind.SEND));
    assertEquals(1, space.size());
    assertEquals(1, port.sendRights());
    space.remove(name);
    space.remove(name);
    assertEquals(new PortRight(port, Kind.SEND), space.lookup(name));
    space.remove(name);
    assertEquals(0, space.size());
    assertEquals(0, port.sendRights());
    assertThrows(IllegalStateException.class, () -> space.lookup(name));
  }

  @Test
  void eachSendOnceRightHasItsOwnName() {
    int first = space.insert(port, Kind.SEND_ONCE);
    int second = space.insert(port, Kind.SEND_ONCE);
    assertNotEquals(first, second);
    assertEquals(2, port.sendOnceRights());
    space.remove(first);
    space.remove(second);
    assertEquals(0, port.sendOnceRights());
  }

  @Test
  void aNameIsNotUsedAgain() {
    int name = space.insert(port, Kind.SEND);
    space.remove(name);
    assertNotEquals(name, space.insert(port, Kind.SEND));
    assertThrows(IllegalStateException.class, () -> space.remove(name));
  }

  @Test
  void aRightCannotBeGivenUpTwice() {
    port.madeSendOnce();
    port.consumedSendOnce();
    assertThrows(IllegalStateException.class, port::consumedSendOnce);
    assertThrows(IllegalStateException.class, port::consumedSend);
  }
}
