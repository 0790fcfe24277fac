package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MapEntriesTest {
  private static final long SEED = 20031123;
  private static final int SLOTS = 50;
  private static final int SLOT_PAGES = 4;

  private final MapEntries entries = new MapEntries();
  private final TreeMap<Long, VmMapEntry> model = new TreeMap<>();

  @Test
  void whateverComesAndGoesEachPageIsFoundWhereItIsShown() {
    Random random = new Random(SEED);
    for (int step = 0; step < 2_000; step++) {
      change(random.nextInt(SLOTS) * (long) SLOT_PAGES, 1 + random.nextInt(SLOT_PAGES));
      assertEquals(model.size(), entries.count(), "seed " + SEED);
      for (long page = 0; page < SLOTS * SLOT_PAGES; page++) {
        look(page);
      }
    }
  }

  /** Where nothing begins something is entered; otherwise what is there goes, and the next two. */
  private void change(long page, int pages) {
    if (model.containsKey(page)) {
      long end = page + 3 * SLOT_PAGES;
      entries.remove(page, end);
      model.subMap(page, end).clear();
    } else {
      VmMapEntry entry =
          new VmMapEntry().show(new VmObject(), 0, pages, false).linkedAt(page, true);
      entries.add(entry);
      model.put(page, entry);
    }
  }

  private void look(long page) {
    Map.Entry<Long, VmMapEntry> floor = model.floorEntry(page);
    int found = entries.indexOf(page);
    if (floor == null || floor.getValue().endPage() <= page) {
      assertTrue(found < 0, "page " + page + ", seed " + SEED);
    } else {
      assertSame(floor.getValue(), entries.entry(found), "page " + page + ", seed " + SEED);
    }
  }
}
