package org.portbench.harness.driver;

import org.portbench.hardware.dma.Command;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.ipc.Payload;

/** How the data of requests gets to the device and from it. */
sealed interface DataWay permits ByDevice, ByCpu {

  /** Makes commands of a read or a write. */
  void begin(Transfer transfer, Command.Kind kind, Payload payload);

  /** The device is done with all of them. */
  void end(Transfer transfer, Payload payload);

  /** Whether the CPU has to hear of each command. */
  boolean interruptsForEach();

  /** Gives back what is kept between requests. */
  void close();

  /** Half a payload would move half the bytes. */
  static void checkComplete(Request request, int bytes) {
    if (bytes != request.message().length()) {
      throw new IllegalStateException(
          "the driver got memory of "
              + bytes
              + " bytes for a request of "
              + request.message().length());
    }
  }
}
