package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.memory.PhysicalMemory;

class PiecesTest {
  private final PhysicalMemory memory =
      new Machine(MachineProfiles.builtIn("server-2024")).memory();
  private final int page = memory.pageBytes();
  private final Pieces pieces = new Pieces(memory);

  @Test
  void wholePagesOfNeighbours_areOneRun_whichMayBeginAndEndWithinAPage() {
    pieces.add(7, 100, page - 100);
    pieces.add(8, 0, page);
    pieces.add(9, 0, 10);
    assertEquals(3, pieces.runEnd(0));
    assertEquals(2 * page - 90, pieces.bytes());
    assertEquals(page - 100, pieces.start(1));
    assertEquals(10, pieces.length(2));
  }

  @Test
  void gapOrOtherFrame_beginsANewRun() {
    pieces.add(7, 0, page);
    pieces.add(9, 0, page);
    pieces.add(10, 4, page - 4);
    pieces.add(11, 0, 8);
    pieces.add(12, 0, page);
    assertEquals(1, pieces.runEnd(0));
    assertEquals(2, pieces.runEnd(1));
    assertEquals(4, pieces.runEnd(2));
    assertEquals(5, pieces.runEnd(4));
  }

  @Test
  void clearedPieces_continueNothing() {
    pieces.add(7, 0, page);
    pieces.clear();
    pieces.add(8, 0, page);
    assertEquals(1, pieces.runEnd(0));
    assertEquals(page, pieces.bytes());
  }
}
