package org.portbench.harness.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.robust.Estimate.Error;
import org.portbench.harness.robust.Estimate.Varied;

final class LeanCellsTest {

  /**
   * Cells that never charge for a primitive are not run again; running them all yields the same.
   */
  @Test
  void leavingOutCellsThatAPriceCannotChangeChangesNothing() throws UnfitMachine {
    var machine = MachineProfiles.builtIn("pc-2003");
    LeanCells cells =
        new LeanCells(
            TwoEstimates.cells(machine, List.of("direct", "copy", "mach-3", "vm-object")),
            TwoEstimates.STRATEGIES);
    for (Estimate estimate : Estimate.of(machine)) {
      if (estimate.primitive().isPresent()) {
        var there = ((Varied.Possible) estimate.wrongBy(Error.TWICE)).machine();
        var some = cells.on(there, estimate.primitive());
        var all = cells.on(there, Optional.empty());
        for (int i = 0; i < all.size(); i++) {
          assertEquals(all.get(i).totalsPs(), some.get(i).totalsPs(), estimate.key());
          assertEquals(all.get(i).elapsedPs(), some.get(i).elapsedPs(), estimate.key());
        }
      }
    }
  }
}
