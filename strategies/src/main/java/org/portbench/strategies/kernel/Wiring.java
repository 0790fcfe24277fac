package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmPage;

/**
 * A payload made ready for a device: its frames will stay where they are until it is let go.
 *
 * @param held the pages to let go; empty where others hold them
 * @param ends what else ends with the transfer
 */
public record Wiring(Pieces pieces, List<VmPage> held, List<Runnable> ends) {

  /** Nothing at all. */
  public static Wiring empty() {
    return new Wiring(new Pieces(), new ArrayList<>(), new ArrayList<>());
  }

  void add(VmPage page, int offset, int length) {
    pieces.add(page.frame(), offset, length);
  }

  void end() {
    ends.forEach(Runnable::run);
    ends.clear();
  }
}
