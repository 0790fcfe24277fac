package org.portbench.hardware.mmu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A TLB as its description says, from maps in the order of use: one for each set. */
final class LeastRecentlyUsed {
  private record Key(int tag, long page) {}

  private final int ways;
  private final List<Map<Key, Long>> sets = new ArrayList<>();

  LeastRecentlyUsed(int sets, int ways) {
    this.ways = ways;
    for (int i = 0; i < sets; i++) {
      this.sets.add(new LinkedHashMap<>(16, 0.75f, true));
    }
  }

  long probe(AddressSpace space, long page) {
    Long entry = set(page).get(new Key(space.tag(), page));
    return entry == null ? 0 : entry;
  }

  boolean holds(AddressSpace space, long page) {
    return set(page).containsKey(new Key(space.tag(), page));
  }

  void insert(AddressSpace space, long page, long entry) {
    Map<Key, Long> set = set(page);
    set.put(new Key(space.tag(), page), entry);
    if (set.size() > ways) {
      set.remove(set.keySet().iterator().next());
    }
  }

  void invalidate(AddressSpace space, long page) {
    set(page).remove(new Key(space.tag(), page));
  }

  void flushAll() {
    sets.forEach(Map::clear);
  }

  void flushNonGlobal() {
    sets.forEach(set -> set.keySet().removeIf(key -> key.tag() != AddressSpace.KERNEL_TAG));
  }

  private Map<Key, Long> set(long page) {
    return sets.get((int) (page % sets.size()));
  }
}
