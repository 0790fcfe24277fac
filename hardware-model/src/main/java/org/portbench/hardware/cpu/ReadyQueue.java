package org.portbench.hardware.cpu;

import java.util.Arrays;

/** Activities that wait for a CPU, each with the moment from which it may run. */
final class ReadyQueue {
  private Activity[] activities = new Activity[8];
  private long[] fromPs = new long[8];
  private int first;
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  void addLast(Activity activity, long mayRunPs) {
    if (count == activities.length) {
      makeRoom();
    }
    put(index(count++), activity, mayRunPs);
  }

  void addFirst(Activity activity, long mayRunPs) {
    if (count == activities.length) {
      makeRoom();
    }
    first = index(-1);
    count++;
    put(first, activity, mayRunPs);
  }

  /** When the first may run. */
  long firstPs() {
    return fromPs[first];
  }

  Activity removeFirst() {
    Activity removed = activities[first];
    first = index(1);
    count--;
    return removed;
  }

  private void put(int place, Activity activity, long mayRunPs) {
    activities[place] = activity;
    fromPs[place] = mayRunPs;
  }

  /** A ring: the array's length is a power of two. */
  private int index(int position) {
    return (first + position) & (activities.length - 1);
  }

  /** Twice the places; what lies before the first now follows what lay last. */
  private void makeRoom() {
    activities = Arrays.copyOf(activities, 2 * count);
    fromPs = Arrays.copyOf(fromPs, 2 * count);
    System.arraycopy(activities, 0, activities, count, first);
    System.arraycopy(fromPs, 0, fromPs, count, first);
  }
}
