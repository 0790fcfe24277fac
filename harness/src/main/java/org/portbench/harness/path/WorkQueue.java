package org.portbench.harness.path;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Work that is to be done later, first come, first served, each with what it is about. A ring of
 * arrays: what has been done leaves its place to what comes.
 */
final class WorkQueue {
  private Consumer<?>[] works = new Consumer<?>[16];
  private Object[] abouts = new Object[16];
  private long[] duesPs = new long[16];
  private int first;
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * @param duePs from when on it could be done
   */
  <T> void add(Consumer<? super T> work, T about, long duePs) {
    if (count == works.length) {
      grow();
    }
    int place = (first + count++) & (works.length - 1);
    works[place] = work;
    abouts[place] = about;
    duesPs[place] = duePs;
  }

  /** From when on the next could be done. */
  long nextDuePs() {
    return duesPs[first];
  }

  /** Removes the next, then does it: it may add more. */
  @SuppressWarnings("unchecked") // add has seen that each work fits what it is about
  void doNext() {
    Consumer<Object> work = (Consumer<Object>) works[first];
    Object about = abouts[first];
    abouts[first] = null;
    first = (first + 1) & (works.length - 1);
    count--;
    work.accept(about);
  }

  /** Twice the places, the first at the start. */
  private void grow() {
    works = straightened(works);
    abouts = straightened(abouts);
    long[] before = duesPs;
    duesPs = Arrays.copyOfRange(before, first, first + 2 * count);
    System.arraycopy(before, 0, duesPs, count - first, first);
    first = 0;
  }

  private <E> E[] straightened(E[] before) {
    E[] after = Arrays.copyOfRange(before, first, first + 2 * count);
    System.arraycopy(before, 0, after, count - first, first);
    return after;
  }
}
