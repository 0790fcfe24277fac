package org.portbench.harness.path;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the stations of a path still have of requests that are over. Whoever holds on to data gives
 * it back when the next has arrived.
 */
final class Held {
  private final List<List<Runnable>> byStation;

  Held(int stations) {
    byStation =
        IntStream.range(0, stations).<List<Runnable>>mapToObj(at -> new ArrayList<>()).toList();
  }

  void keep(int station, Runnable giveBack) {
    byStation.get(station).add(giveBack);
  }

  /** The next data has arrived at a station: what it had before goes. */
  void arrived(int station) {
    List<Runnable> before = List.copyOf(byStation.get(station));
    byStation.get(station).clear();
    before.forEach(Runnable::run);
  }

  void giveAllBack() {
    for (int station = 0; station < byStation.size(); station++) {
      arrived(station);
    }
  }
}
