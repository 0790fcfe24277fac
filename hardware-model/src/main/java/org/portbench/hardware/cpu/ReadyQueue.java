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
    makeRoom();
    put(count++, activity, mayRunPs);
  }

  void addFirst(Activity activity, long mayRunPs) {
    makeRoom();
    first = index(-1);
    count++;
    put(0, activity, mayRunPs);
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

  private void put(int position, Activity activity, long mayRunPs) {
    activities[index(position)] = activity;
    fromPs[index(position)] = mayRunPs;
  }

  /** A ring: the array's length is a power of two. */
  private int index(int position) {
    return (first + position) & (activities.length - 1);
  }

  private void makeRoom() {
    if (count == activities.length) {
      activities = Arrays.copyOf(activities, 2 * count);
      fromPs = Arrays.copyOf(fromPs, 2 * count);
      System.arraycopy(activities, 0, activities, count, first);
      System.arraycopy(fromPs, 0, fromPs, count, first);
    }
  }
}
