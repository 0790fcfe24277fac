package org.portbench.strategies.kernel;

import java.util.function.Consumer;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.Disposition;
import org.portbench.strategies.kernel.ipc.Notification;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortRight;

/**
 * Rights in messages beyond those by which requests and replies find their way, and the messages by
 * which ports tell of their end. To be told costs nothing until it happens; then it costs a
 * message.
 */
public final class Rights {
  private final Meter meter;

  Rights(Meter meter) {
    this.meter = meter;
  }

  /** Takes a right out of a task by its name. */
  public PortRight copyIn(Task task, int name, Disposition disposition) {
    meter.perform(Primitive.RIGHT_COPY_IN);
    PortRight right = task.ports().copyIn(name, disposition);
    meter.count(Counter.RIGHTS_TRANSFERRED, 1);
    return right;
  }

  /** Gives a right that travelled to a task, which gets a name for it. */
  public int copyOut(Task task, PortRight inTransit) {
    meter.perform(Primitive.RIGHT_COPY_OUT);
    return task.ports().copyOut(inTransit);
  }

  /** A send right that had arrived is on its way again, as if it had not. */
  static void undoCopyOut(Task task, int name) {
    task.ports().copyIn(name, Disposition.MOVE_SEND);
  }

  /** Sends a message to {@code notify} when the receiver behind a task's name is gone. */
  public void tellDeath(Task task, int name, Port notify) {
    task.ports().tellDeath(name, to(notify));
  }

  /**
   * Sends a message to {@code notify} when no send right to a port is left.
   *
   * @param sync how many were made, as far as who asks knows
   */
  public void tellNoSenders(Port port, int sync, Port notify) {
    port.tellNoSenders(sync, to(notify));
  }

  private Consumer<Notification> to(Port notify) {
    return notification -> {
      meter.perform(Primitive.MACH_SEND);
      meter.count(Counter.MESSAGES, 1);
      notify.notified(notification);
    };
  }
}
