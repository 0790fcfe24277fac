package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Virtual copies of an object that no map shows, whose owner goes on writing to it. */
class SnapshotsTest {
  private static final int PAGES = 4;

  private final VmBench bench = new VmBench();
  private final VmMap receiver = bench.vm.createMap("receiver");
  private final VmObject file = bench.vm.createFile(PAGES);

  SnapshotsTest() {
    for (int i = 0; i < PAGES; i++) {
      bench.frame(bench.vm.allocateUnused(file, i)).fill(0, VmBench.PAGE, i + 1, 0);
    }
    bench.charges.take();
  }

  private long copyOut(int firstPage, int pages) {
    return bench.copyOut(
        bench.copies.ofSnapshot(file, (long) firstPage * VmBench.PAGE, pages * VmBench.PAGE),
        receiver);
  }

  private void write(int index, long origin) {
    int page = bench.vm.page(file, index, Access.WRITE);
    bench.frame(page).fill(0, VmBench.PAGE, origin, 0);
  }

  /** One part, and the snapshot with the kernel's, the copy's and its own reference. */
  @Test
  void theFirstCopyMakesASnapshot_theNextSharesIt() {
    copyOut(0, 2);
    assertEquals(
        Map.of(
            "MAP_ENTRY_INSERT", 1L,
            "OBJECT_CREATE", 1L,
            "OBJECT_REFERENCE", 2L,
            "MAP_FIND_SPACE", 1L),
        bench.charges.take());
    copyOut(1, 2);
    assertEquals(
        Map.of("MAP_ENTRY_INSERT", 1L, "OBJECT_REFERENCE", 1L, "MAP_FIND_SPACE", 1L),
        bench.charges.take());
  }

  /** The old page moves to the snapshot, the object gets a new one with its content. */
  @Test
  void aWriteLeavesTheOldPageToTheSnapshot_once() {
    long page = copyOut(0, 1);
    assertTrue(bench.holds(receiver, page, 1));
    bench.charges.take();
    write(0, 50);
    assertEquals(
        Map.of("PAGE_LOOKUP", 1L, "OBJECT_PAGE_MOVE", 1L, "PAGE_ALLOCATE", 1L, "COPY_BYTES", 4096L),
        bench.charges.take());
    assertTrue(bench.holds(receiver, page, 1));
    bench.charges.take();
    write(0, 51);
    assertEquals(Map.of("PAGE_LOOKUP", 1L), bench.charges.take());
  }

  @Test
  void aWriteThatNobodyHasACopyOf_copiesNothing() {
    receiver.remove(copyOut(0, 1), 1);
    bench.charges.take();
    write(0, 50);
    // The snapshot goes, with its reference and the one behind it.
    assertEquals(Map.of("PAGE_LOOKUP", 1L, "OBJECT_REFERENCE", 2L), bench.charges.take());
  }

  /** Against a model: what each copy must show is what the file and its owner have written. */
  @RepeatedTest(20)
  void everyCopyShowsWhatItsOwnersWrote(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    SplittableRandom random = new SplittableRandom(seed);
    long[] now = {1, 2, 3, 4};
    List<Long> places = new ArrayList<>();
    List<long[]> shown = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      int index = random.nextInt(PAGES);
      long origin = 100L + step;
      int some = places.isEmpty() ? 0 : random.nextInt(places.size());
      switch (random.nextInt(5)) {
        case 0 -> {
          places.add(copyOut(0, PAGES));
          shown.add(now.clone());
        }
        case 1 -> {
          write(index, origin);
          now[index] = origin;
        }
        case 2 -> {
          if (!places.isEmpty()) {
            bench.write(receiver, places.get(some) + index, origin);
            shown.get(some)[index] = origin;
          }
        }
        case 3 -> {
          if (places.size() > 3) {
            receiver.remove(places.remove(some), PAGES);
            shown.remove(some);
          }
        }
        default -> {}
      }
      for (int i = 0; i < places.size(); i++) {
        long place = places.get(i);
        assertTrue(
            bench.holds(receiver, place + index, shown.get(i)[index]),
            "seed " + seed + ", step " + step + ", copy " + i + ", page " + index);
      }
    }
    places.forEach(place -> receiver.remove(place, PAGES));
    bench.vm.releaseFile(file);
    assertEquals(0, bench.frames(), "seed " + seed);
    assertEquals(0, bench.vm.liveObjects(), "seed " + seed);
  }
}
