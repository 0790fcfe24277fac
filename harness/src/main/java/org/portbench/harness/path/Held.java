package org.portbench.harness.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * What the stations of a path still have of requests that are over. Whoever holds on to data gives
 * it back when the next has arrived.
 */
final class Held {
  private final List<ArrayDeque<Rest>> byStation = new ArrayList<>();
  private final Zone<Rest> rests = new Zone<>(Rest::new);
  private final GivingBack givingBack;

  /** How a station gives back what it held of a request and what it got with the reply. */
  interface GivingBack {
    void giveBack(int station, Message message, Payload its, Payload answer);
  }

  /** What is left of a request, which itself is used again. */
  private static final class Rest {
    private final Message message = new Message();
    private Payload its = Payload.NOTHING;
    private Payload answer = Payload.NOTHING;
  }

  Held(int stations, GivingBack givingBack) {
    for (int at = 0; at < stations; at++) {
      byStation.add(new ArrayDeque<>());
    }
    this.givingBack = givingBack;
  }

  void keep(Request request, int station) {
    Message over = request.message();
    Rest rest = rests.take();
    rest.message.ask(over.id(), over.operation(), over.length());
    rest.its = request.held(station);
    rest.answer = request.reply(station);
    byStation.get(station).add(rest);
  }

  /** The next data has arrived at a station: what it had before goes. */
  void arrived(int station) {
    ArrayDeque<Rest> before = byStation.get(station);
    while (!before.isEmpty()) {
      Rest rest = before.remove();
      givingBack.giveBack(station, rest.message, rest.its, rest.answer);
      rests.giveBack(rest);
    }
  }

  void giveAllBack() {
    for (int station = 0; station < byStation.size(); station++) {
      arrived(station);
    }
  }
}
