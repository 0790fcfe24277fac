package org.portbench.strategies.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * A task's read and write buffers: anonymous memory that is mapped once and used again and again.
 */
public final class BufferPool {
  private static final int NONE = -1;

  private final VmSystem vm;
  private final VmMap map;
  private final List<Shelf> shelves = new ArrayList<>();
  private BufferShape shape = BufferShape.WHOLE;
  private int lastLength = NONE;
  private Shelf last;

  /** Free buffers of the same pages, range by range; the one that was used last is taken first. */
  private static final class Shelf {
    private final int[] pages;
    private final List<AddressRanges> free = new ArrayList<>();

    Shelf(int[] pages) {
      this.pages = pages;
    }
  }

  BufferPool(VmSystem vm, VmMap map) {
    this.vm = vm;
    this.map = map;
  }

  /** Where the bytes of all buffers are to lie, before there are any. */
  public void shape(BufferShape newShape) {
    shape = newShape;
    lastLength = NONE;
  }

  BufferShape shape() {
    return shape;
  }

  public AddressRanges take(int length) {
    Shelf shelf = shelf(length);
    AddressRanges buffer = shelf.free.isEmpty() ? create(shelf.pages) : shelf.free.removeLast();
    if (buffer.length() != length) {
      resize(buffer.ranges(), length);
    }
    buffer.comeBack();
    return buffer;
  }

  private void resize(IoVec ranges, int length) {
    for (int i = 0; i < shape.count(length); i++) {
      ranges.resize(i, shape.length(length, i));
    }
  }

  /**
   * Of several ranges the last comes first, with its pages, so that none follows the one before it
   * in memory: they are buffers of their own, and their pages are there from the start.
   */
  private AddressRanges create(int[] pages) {
    ArrayDeque<ByteRange> made = new ArrayDeque<>();
    AllOrNothing.run(
        () -> {
          for (int i = pages.length - 1; i >= 0; i--) {
            long first = map.enterNew(pages[i]);
            made.addFirst(new ByteRange(first * map.pageBytes(), pages[i] * map.pageBytes()));
            if (pages.length > 1) {
              fill(map.lookup(first).object());
            }
          }
        },
        () -> made.forEach(range -> map.removeBytes(range.address(), range.length())));
    IoVec places = new IoVec();
    made.forEach(range -> places.add(range.address() + shape.firstByte(), range.length()));
    return new AddressRanges(map, places, Tenure.POOLED);
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
    shelf(buffer.length()).free.add(buffer);
  }

  private Shelf shelf(int length) {
    // Mostly a buffer is as long as the one before.
    if (length != lastLength) {
      last = find(length);
      lastLength = length;
    }
    return last;
  }

  private Shelf find(int length) {
    for (int i = 0; i < shelves.size(); i++) {
      if (fits(shelves.get(i).pages, length)) {
        return shelves.get(i);
      }
    }
    int[] pages = new int[shape.count(length)];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = pagesFor(shape.length(length, i));
    }
    shelves.add(new Shelf(pages));
    return shelves.getLast();
  }

  private boolean fits(int[] pages, int length) {
    if (pages.length != shape.count(length)) {
      return false;
    }
    for (int i = 0; i < pages.length; i++) {
      if (pages[i] != pagesFor(shape.length(length, i))) {
        return false;
      }
    }
    return true;
  }

  private int pagesFor(int length) {
    return vm.pagesOf(shape.firstByte(), length);
  }

  /** Unmaps what is free; after a quiesced run that is everything. */
  public void drain() {
    for (Shelf shelf : shelves) {
      shelf.free.reversed().forEach(buffer -> unmap(buffer.ranges(), shelf.pages));
    }
    shelves.clear();
    lastLength = NONE;
  }

  private void unmap(IoVec places, int[] pages) {
    for (int i = 0; i < pages.length; i++) {
      map.remove(places.address(i) / map.pageBytes(), pages[i]);
    }
  }
}
