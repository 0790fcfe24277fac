package org.portbench.strategies.kernel;

import java.util.ArrayDeque;
import java.util.TreeMap;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * A task's read and write buffers: anonymous memory that is mapped once and used again and again.
 */
public final class BufferPool {
  private final VmSystem vm;
  private final VmMap map;
  private final TreeMap<Integer, ArrayDeque<Long>> freeByPages = new TreeMap<>();

  BufferPool(VmSystem vm, VmMap map) {
    this.vm = vm;
    this.map = map;
  }

  public AddressRanges take(int length) {
    int pages = pagesFor(length);
    ArrayDeque<Long> free = freeByPages.get(pages);
    long page = free == null || free.isEmpty() ? map.enterNew(pages) : free.pop();
    return new AddressRanges(map, IoVec.of(page * map.pageBytes(), length), Tenure.POOLED);
  }

  void put(AddressRanges buffer) {
    if (buffer.gone()) {
      throw new IllegalStateException("a buffer of " + map.space() + " was given back twice");
    }
    buffer.leave();
    for (ByteRange range : buffer.ranges().ranges()) {
      freeByPages
          .computeIfAbsent(pagesFor(range.length()), p -> new ArrayDeque<>())
          .push(range.address() / map.pageBytes());
    }
  }

  private int pagesFor(int length) {
    return vm.pagesOf(0, length);
  }

  /** Unmaps what is free; after a quiesced run that is everything. */
  public void drain() {
    freeByPages.forEach((pages, free) -> free.forEach(page -> map.remove(page, pages)));
    freeByPages.clear();
  }
}
