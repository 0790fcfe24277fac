package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What was sent stays what it was. Two pages are sent to one receiver, who passes them on to
 * another; then the three of them write. All 6^4 = 1296 sequences of four writes (three parties,
 * two pages) are tried, with both copies received before the first write, after the second, or
 * after the last; before that, only the sender's writes happen.
 */
class EveryInterleavingOfWritesTest {
  private static final int PAGES = 2;
  private static final int PARTIES = 3;
  private static final int WRITES = 4;
  private static final int CHOICES = PAGES * PARTIES;

  @ParameterizedTest
  @CsvSource({"false,0", "false,2", "false,4", "true,0", "true,2", "true,4"})
  void nobodyEverSeesWhatAnotherWrites(boolean shadowSkip, int receivedAfter) {
    VmBench bench = new VmBench(shadowSkip);
    int sequences = 1;
    for (int i = 0; i < WRITES; i++) {
      sequences *= CHOICES;
    }
    for (int sequence = 0; sequence < sequences; sequence++) {
      new Run(bench, sequence, receivedAfter).all();
    }
    assertEquals(0, bench.frames());
    assertEquals(0, bench.vm.liveObjects());
    assertEquals(0, bench.vm.liveEntries());
  }

  private static final class Run {
    private final VmBench bench;
    private final int sequence;
    private final int receivedAfter;
    private final VmMap[] maps = new VmMap[PARTIES];
    private final long[] pages = new long[PARTIES];
    private final long[][] expected = {{1, 2}, {1, 2}, {1, 2}};

    Run(VmBench bench, int sequence, int receivedAfter) {
      this.bench = bench;
      this.sequence = sequence;
      this.receivedAfter = receivedAfter;
      for (int i = 0; i < PARTIES; i++) {
        maps[i] = bench.vm.createMap("party " + i);
      }
    }

    void all() {
      pages[0] = bench.filled(maps[0], PAGES);
      VmMapCopy sent = bench.copyIn(maps[0], pages[0], PAGES);
      int left = sequence;
      for (int i = 0; i < WRITES; i++) {
        if (i == receivedAfter) {
          receive(sent);
        }
        write(left % CHOICES, 100 + i);
        left /= CHOICES;
      }
      if (receivedAfter == WRITES) {
        receive(sent);
      }
      for (int party = 0; party < PARTIES; party++) {
        for (int page = 0; page < PAGES; page++) {
          assertTrue(
              bench.holds(maps[party], pages[party] + page, expected[party][page]),
              "sequence " + sequence + ", party " + party + ", page " + page);
        }
      }
      for (int party = 0; party < PARTIES; party++) {
        maps[party].remove(pages[party], PAGES);
      }
    }

    private void receive(VmMapCopy sent) {
      pages[1] = bench.copyOut(sent, maps[1]);
      pages[2] = bench.copyOut(bench.copyIn(maps[1], pages[1], PAGES), maps[2]);
    }

    private void write(int choice, long origin) {
      int party = choice / PAGES;
      int page = choice % PAGES;
      if (pages[party] != 0) {
        bench.write(maps[party], pages[party] + page, origin);
        expected[party][page] = origin;
      }
    }
  }
}
