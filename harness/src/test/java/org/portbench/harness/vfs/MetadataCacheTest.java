package org.portbench.harness.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.harness.vfs.MetadataCache.Block;
import org.portbench.harness.vfs.OwnRequests.Arrived;
import org.portbench.strategies.kernel.ipc.Payload;

final class MetadataCacheTest {
  private static final int CAPACITY = 8;

  private final MetadataCache cache = new MetadataCache(CAPACITY);
  private final List<Long> gone = new ArrayList<>();

  private Arrived read(long address) {
    return new Arrived() {
      @Override
      public Payload bytes() {
        return Payload.NOTHING;
      }

      @Override
      public void giveBack() {
        gone.add(address);
      }
    };
  }

  /** Against a map that keeps the order of access itself. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSafeBlockThatWasNotUsedForLongestGoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Long, Boolean> expected = new LinkedHashMap<>(16, 0.75f, true);
    List<Long> expectedGone = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      long address = 4096L * random.nextInt(20);
      Optional<Block> found = cache.find(address);
      assertEquals(expected.get(address) != null, found.isPresent(), "seed " + seed);
      if (found.isEmpty()) {
        if (expected.size() >= CAPACITY) {
          safeAndOldest(expected)
              .ifPresent(victim -> {
                expected.remove(victim);
                expectedGone.add(victim);
              });
        }
        expected.put(address, false);
        assertFalse(cache.keep(address, read(address)).dirty(), "seed " + seed);
      } else if (random.nextInt(4) == 0) {
        found.get().change();
        expected.put(address, true);
      } else if (found.get().dirty() && random.nextInt(3) == 0) {
        found.get().beginWriting();
        found.get().endWriting();
        expected.put(address, false);
      }
      assertEquals(expectedGone, gone, "seed " + seed);
    }
    assertTrue(gone.size() > 100);
    expectedGone.addAll(expected.keySet());
    cache.clear();
    assertEquals(expectedGone, gone, "seed " + seed);
  }

  private static Optional<Long> safeAndOldest(Map<Long, Boolean> dirty) {
    return dirty.entrySet().stream()
        .filter(entry -> !entry.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Test
  void aBlockOnItsWayToTheDeviceStays() {
    Block written = cache.keep(0, read(0));
    written.change();
    written.beginWriting();
    for (int i = 1; i <= CAPACITY; i++) {
      cache.keep(i * 4096L, read(i * 4096L));
    }
    assertEquals(List.of(4096L), gone);
    assertTrue(cache.find(0).isPresent());
  }
}
