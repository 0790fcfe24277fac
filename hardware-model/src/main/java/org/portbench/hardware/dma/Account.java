package org.portbench.hardware.dma;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Meter;

/** Notes where the time of a command goes, with the command and with the machine's meter. */
record Account(Meter meter) {

  void queued(Command command, String what, long ps) {
    spend(command, Category.QUEUEING, what, 1, ps);
  }

  void served(Command command, String what, long ps) {
    spend(command, Category.DEVICE, what, 1, ps);
  }

  void fetched(Command command, int descriptors, long ps) {
    spend(command, Category.DMA, "DESCRIPTOR", descriptors, ps);
  }

  /** What the data takes on its way beyond what it takes in the medium. */
  void transferred(Command command, long ps) {
    spend(command, Category.DMA, "TRANSFER", 1, ps);
  }

  private void spend(Command command, Category category, String what, long times, long ps) {
    if (ps != 0) {
      command.spend(category, ps);
      meter.chargeAside(category, what, times, ps);
    }
  }
}
