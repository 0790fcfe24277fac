package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * When something that serves one user at a time is taken, as far ahead as anybody has claimed it. A
 * claim takes the first free time at or after the moment it is made for, in parts where earlier
 * claims leave only parts. Claims made in the order of their moments are thus served first come,
 * first served; one made for a later moment, as within a long segment, holds nobody up before that.
 */
public final class Timetable {
  private final EventQueue events;
  private long[] startsPs = new long[64];
  private long[] endsPs = new long[64];
  private int first;
  private int end;

  public Timetable(EventQueue events) {
    this.events = events;
  }

  /** Takes so much time from a moment on; tells by how much others delay the end of it. */
  public long claim(long fromPs, long durationPs) {
    if (fromPs < events.nowPs() || durationPs < 0) {
      throw new IllegalArgumentException(
          "no claim: "
              + durationPs
              + " ps from "
              + fromPs
              + " ps, it is "
              + events.nowPs()
              + " ps");
    }
    if (durationPs == 0) {
      return 0;
    }
    forgetPast();
    int at = end;
    while (at > first && endsPs[at - 1] > fromPs) {
      at--;
    }
    int next = at;
    long donePs = Math.addExact(fromPs, durationPs);
    while (next < end && startsPs[next] < donePs) {
      donePs = Math.addExact(donePs, endsPs[next] - Math.max(fromPs, startsPs[next]));
      next++;
    }
    long startPs = next > at ? Math.min(fromPs, startsPs[at]) : fromPs;
    replace(at, next, startPs, donePs);
    return donePs - fromPs - durationPs;
  }

  /**
   * So many claims, each made for a period after the one before it, and later by what that was
   * delayed; tells the delay of all.
   */
  public long claim(long fromPs, long durationPs, long periodPs, int claims) {
    forgetPast();
    boolean free = first == end || endsPs[end - 1] <= fromPs;
    boolean apart = 0 < durationPs && durationPs <= periodPs;
    if (claims > 1 && free && apart && fromPs >= events.nowPs()) {
      append(fromPs, durationPs, periodPs, claims);
      return 0;
    }
    long delayPs = 0;
    for (int i = 0; i < claims; i++) {
      delayPs += claim(fromPs + i * periodPs + delayPs, durationPs);
    }
    return delayPs;
  }

  private void append(long fromPs, long durationPs, long periodPs, int claims) {
    while (endsPs.length - end < claims) {
      makeRoom();
    }
    for (int i = 0; i < claims; i++) {
      startsPs[end + i] = fromPs + i * periodPs;
      endsPs[end + i] = startsPs[end + i] + durationPs;
    }
    end += claims;
  }

  /** How many separate times are taken from now on. */
  int entries() {
    forgetPast();
    return end - first;
  }

  private void forgetPast() {
    while (first < end && endsPs[first] <= events.nowPs()) {
      first++;
    }
  }

  /** One time takes the place of those from one position to before another. */
  private void replace(int at, int next, long startPs, long endPs) {
    int position = at;
    if (next == at) {
      position = insert(at);
    } else {
      move(next, at + 1);
    }
    startsPs[position] = startPs;
    endsPs[position] = endPs;
  }

  private int insert(int at) {
    int position = at;
    if (end == startsPs.length) {
      position -= makeRoom();
    }
    move(position, position + 1);
    return position;
  }

  /** Uses the room that the past leaves, or takes more; returns by how much positions went down. */
  private int makeRoom() {
    int by = first;
    if (by < startsPs.length / 2) {
      startsPs = Arrays.copyOf(startsPs, 2 * startsPs.length);
      endsPs = Arrays.copyOf(endsPs, 2 * endsPs.length);
    }
    move(first, 0);
    first = 0;
    return by;
  }

  private void move(int from, int to) {
    System.arraycopy(startsPs, from, startsPs, to, end - from);
    System.arraycopy(endsPs, from, endsPs, to, end - from);
    end += to - from;
  }
}
