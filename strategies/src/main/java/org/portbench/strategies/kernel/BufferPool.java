package org.portbench.strategies.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * A task's read and write buffers: anonymous memory that is mapped once and used again and again.
 */
public final class BufferPool {
  private final VmSystem vm;
  private final VmMap map;
  private final Map<List<Integer>, ArrayDeque<List<Long>>> freeByPages = new LinkedHashMap<>();
  private BufferShape shape = BufferShape.WHOLE;

  BufferPool(VmSystem vm, VmMap map) {
    this.vm = vm;
    this.map = map;
  }

  /** Where the bytes of all buffers are to lie, before there are any. */
  public void shape(BufferShape newShape) {
    shape = newShape;
  }

  BufferShape shape() {
    return shape;
  }

  public AddressRanges take(int length) {
    List<Integer> lengths = shape.lengths(length);
    List<Integer> pages = lengths.stream().map(this::pagesFor).toList();
    ArrayDeque<List<Long>> free = freeByPages.get(pages);
    List<Long> firstPages = free == null || free.isEmpty() ? create(pages) : free.pop();
    List<ByteRange> ranges = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      long address = firstPages.get(i) * map.pageBytes() + shape.firstByte();
      ranges.add(new ByteRange(address, lengths.get(i)));
    }
    return new AddressRanges(map, new IoVec(ranges), Tenure.POOLED);
  }

  /**
   * Of several ranges the last comes first, with its pages, so that none follows the one before it
   * in memory: they are buffers of their own, and their pages are there from the start.
   */
  private List<Long> create(List<Integer> pages) {
    ArrayDeque<ByteRange> made = new ArrayDeque<>();
    AllOrNothing.run(
        () -> {
          for (int count : pages.reversed()) {
            long first = map.enterNew(count);
            made.addFirst(new ByteRange(first * map.pageBytes(), count * map.pageBytes()));
            if (pages.size() > 1) {
              fill(map.lookup(first).object());
            }
          }
        },
        () -> made.forEach(range -> map.removeBytes(range.address(), range.length())));
    return made.stream().map(range -> range.address() / map.pageBytes()).toList();
  }

  private void fill(VmObject object) {
    for (int i = 0; i < object.pageCount(); i++) {
      vm.allocateZeroed(object, i);
    }
  }

  void put(AddressRanges buffer) {
    if (buffer.gone()) {
      throw new IllegalStateException("a buffer of " + map.space() + " was given back twice");
    }
    buffer.leave();
    List<ByteRange> ranges = buffer.ranges().ranges();
    freeByPages
        .computeIfAbsent(
            ranges.stream().map(range -> pagesFor(range.length())).toList(),
            pages -> new ArrayDeque<>())
        .push(ranges.stream().map(range -> range.address() / map.pageBytes()).toList());
  }

  private int pagesFor(int length) {
    return vm.pagesOf(shape.firstByte(), length);
  }

  /** Unmaps what is free; after a quiesced run that is everything. */
  public void drain() {
    freeByPages.forEach((pages, free) -> free.forEach(first -> unmap(first, pages)));
    freeByPages.clear();
  }

  private void unmap(List<Long> firstPages, List<Integer> pages) {
    for (int i = 0; i < pages.size(); i++) {
      map.remove(firstPages.get(i), pages.get(i));
    }
  }
}
