package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.MachineProfiles;

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
    assertEquals(4, pieces.runEnd(3));
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

  /** What goes on from page to page is the same added at once and by the piece. */
  @Test
  void addedAtOnce_areThePagesOfAnArray() {
    pieces.add(3, 0, 5);
    pieces.addAll(new int[] {0, 7, 8, 9}, 1, 100, 2 * page);
    assertEquals(List.of(3, 7, 8, 9), frames());
    assertEquals(List.of(0, 100, 0, 0), offsets());
    assertEquals(List.of(5, page - 100, page, 100), lengths());
    Pieces one = new Pieces(memory);
    one.add(3, 0, 5);
    one.addEach(place -> place + 6, 1, 100, 2 * page);
    for (int i = 0; i < pieces.count(); i++) {
      assertEquals(pieces.frameNumber(i), one.frameNumber(i));
      assertEquals(pieces.offset(i), one.offset(i));
      assertEquals(pieces.start(i + 1), one.start(i + 1));
    }
    assertEquals(pieces.count(), one.count());
    pieces.addAll(new int[0], 0, 100, 0);
    assertEquals(4, pieces.count());
  }

  @Test
  void partOfOthers_beginsAndEndsWhereItIsCut() {
    Pieces others = new Pieces(memory);
    others.addAll(new int[] {7, 9, 11}, 0, 96, 2 * page);
    pieces.add(3, 0, 5);
    pieces.addPart(others, page - 100, 20);
    pieces.addPart(others, 10, 2 * page - 20);
    pieces.addPart(others, 0, 0);
    assertEquals(List.of(3, 7, 9, 7, 9, 11), frames());
    assertEquals(List.of(0, page - 4, 0, 106, 0, 0), offsets());
    assertEquals(List.of(5, 4, 16, page - 106, page, 86), lengths());
    assertEquals(5 + 20 + 2 * page - 20, pieces.bytes());
  }

  private List<Integer> frames() {
    return each(pieces::frameNumber);
  }

  private List<Integer> offsets() {
    return each(pieces::offset);
  }

  private List<Integer> lengths() {
    return each(pieces::length);
  }

  private List<Integer> each(IntUnaryOperator what) {
    return IntStream.range(0, pieces.count()).map(what).boxed().toList();
  }
}
