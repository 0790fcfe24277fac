package org.portbench.strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortName;

/**
 * One request on its way along a course and back, in steps that a test can stop between: what is
 * outstanding then can be given up in good order. Every receiver sleeps, on a CPU of its own.
 */
final class Exchange {
  private final Course course;
  private final Message request;
  private final Payload[] held;
  private final Payload[] answers;
  private final PortName[] names;
  private final List<Wiring> wirings = new ArrayList<>();
  private Payload inTransit = Payload.NOTHING;
  private Message travelling;
  private Where where = Where.HELD;
  private int at;

  private enum Where {
    HELD,
    SENT,
    QUEUED
  }

  Exchange(Course course, Operation operation, AddressRanges memory) {
    this.course = course;
    this.request = new Message(1, operation, false, memory.length(), Payload.NOTHING);
    this.travelling = request;
    int stations = course.domains.size();
    this.held = new Payload[stations];
    this.answers = new Payload[stations];
    this.names = new PortName[stations];
    Arrays.fill(held, Payload.NOTHING);
    Arrays.fill(answers, Payload.NOTHING);
    held[0] = course.movesData() ? memory : Payload.NOTHING;
  }

  Message request() {
    return request;
  }

  /** Where the request, or its reply, is now. */
  int at() {
    return at;
  }

  Payload held(int station) {
    return held[station];
  }

  /** Where a station finds data that a reply brought. */
  Payload arrived(int station) {
    return answers[station].length() == 0 ? held[station] : answers[station];
  }

  /**
   * From the sender to the driver and back: each step leaves things as they may stay for a while.
   */
  List<Runnable> steps() {
    List<Runnable> steps = new ArrayList<>();
    for (int i = 0; i < course.driver(); i++) {
      steps.add(this::send);
      steps.add(this::queue);
      steps.add(this::receive);
    }
    steps.add(this::wire);
    steps.add(this::unwire);
    for (int i = 0; i < course.driver(); i++) {
      steps.add(this::reply);
      steps.add(this::queueReply);
      steps.add(this::receiveReply);
    }
    return steps;
  }

  // ---- down ------------------------------------------------------------------------------------

  void send() {
    course.at(
        at,
        () -> {
          inTransit = course.strategy.send(down(), request, held[at]);
          channel().sendRequest(request, inTransit.rangeCount());
          where = Where.SENT;
        });
  }

  /** Into the port of a task; the kernel is not queued for. */
  void queue() {
    if (!below().kernel()) {
      queueAt(channel().requests());
    }
  }

  Port.Sent queueAt(Port port) {
    return queued(port.send(envelope()));
  }

  /** After the sender was blocked. */
  Port.Sent queuePromised(Port port) {
    return queued(port.sendPromised(envelope()));
  }

  private Port.Sent queued(Port.Sent sent) {
    if (sent == Port.Sent.QUEUED) {
      (travelling.reply() ? course.channels.get(at - 1) : channel()).enqueue();
      where = Where.QUEUED;
    }
    return sent;
  }

  Envelope envelope() {
    return new Envelope(travelling, inTransit, this);
  }

  void receive() {
    course.at(
        at + 1,
        () -> {
          if (!below().kernel()) {
            channel().requests().receive();
          }
          taken();
        });
  }

  /** In the receiver, which has it from the port. */
  void taken() {
    if (!below().kernel()) {
      names[at + 1] = channel().receiveRequest(request, inTransit.rangeCount(), Arrival.WOKEN);
    }
    held[at + 1] = course.strategy.receive(down(), request, inTransit);
    inTransit = Payload.NOTHING;
    where = Where.HELD;
    at++;
  }

  // ---- at the driver ---------------------------------------------------------------------------

  /** Keeps the data in place for the device; returns as wired. */
  Wiring wire() {
    course.at(at, () -> wirings.add(course.bench.kernel().wire(held[at], request.deviceAccess())));
    return wirings.getLast();
  }

  void unwire() {
    course.at(at, () -> course.bench.kernel().unwire(wirings.removeLast()));
    answers[at] = held[at];
  }

  // ---- up --------------------------------------------------------------------------------------

  void reply() {
    course.at(
        at,
        () -> {
          Payload wanted =
              held[at - 1] instanceof AddressRanges own
                      && own.tenure() != AddressRanges.Tenure.TEMPORARY
                  ? own
                  : Payload.NOTHING;
          Message reply = request.answered(wanted);
          inTransit = course.strategy.send(up(), reply, answers[at]);
          course.channels.get(at - 1).sendReply(reply, names[at], inTransit.rangeCount());
          travelling = reply;
          where = Where.SENT;
          finish(at);
        });
  }

  void queueReply() {
    if (!course.domains.get(at).kernel()) {
      queueAt(course.channels.get(at - 1).replies());
    }
  }

  void receiveReply() {
    course.at(
        at - 1,
        () -> {
          Channel channel = course.channels.get(at - 1);
          if (where == Where.QUEUED) {
            channel.replies().receive();
          }
          channel.receiveReply(travelling, inTransit.rangeCount(), Arrival.WOKEN);
          answers[at - 1] = course.strategy.receive(up(), travelling, inTransit);
          inTransit = Payload.NOTHING;
          where = Where.HELD;
          at--;
        });
  }

  // ---- giving up -------------------------------------------------------------------------------

  /** Ends here, at whatever step: the receiver dies, then everybody gives back what is left. */
  void abandon() {
    wirings.forEach(course.bench.kernel()::unwire);
    wirings.clear();
    if (where == Where.QUEUED) {
      Channel channel = travelling.reply() ? course.channels.get(at - 1) : channel();
      (travelling.reply() ? channel.replies() : channel.requests()).destroy();
    }
    if (where != Where.HELD) {
      dropTravelling();
    }
    for (int station = course.driver(); station > 0; station--) {
      abandon(station);
    }
    giveBackAnswer();
  }

  private void dropTravelling() {
    if (travelling.reply()) {
      course.channels.get(at - 1).destroyReply();
    } else {
      channel().destroyRequest();
    }
    release(course.driver(), inTransit);
  }

  private void abandon(int station) {
    boolean answered = travelling.reply() && where != Where.HELD && station == at;
    course.at(station, () -> finish(station));
    if (station > at || answered) {
      return;
    }
    Channel above = course.channels.get(station - 1);
    if (course.domains.get(station).kernel()) {
      above.destroyRequest();
    } else {
      above.abandonRequest(names[station]);
    }
  }

  private void finish(int station) {
    if (answers[station] != held[station]) {
      giveBack(station, answers[station]);
    }
    giveBack(station, held[station]);
    held[station] = Payload.NOTHING;
    answers[station] = Payload.NOTHING;
  }

  /** The sender is done with what the reply brought; its own memory it keeps. */
  void giveBackAnswer() {
    if (answers[0] != held[0]) {
      release(0, answers[0]);
    }
    answers[0] = Payload.NOTHING;
  }

  void release(int station, Payload payload) {
    course.at(station, () -> giveBack(station, payload));
  }

  private void giveBack(int station, Payload payload) {
    Domain domain = course.domains.get(station);
    Crossing crossing = new Crossing(course.bench.kernel(), domain, domain);
    course.strategy.release(crossing, request, payload);
  }

  Payload reach(int station) {
    List<Payload> reached = new ArrayList<>();
    Domain domain = course.domains.get(station);
    Crossing crossing = new Crossing(course.bench.kernel(), domain, domain);
    course.at(
        station, () -> reached.add(course.strategy.reach(crossing, request, arrived(station))));
    return reached.getFirst();
  }

  // ---- where -----------------------------------------------------------------------------------

  private Channel channel() {
    return course.channels.get(at);
  }

  private Domain below() {
    return course.domains.get(at + 1);
  }

  private Crossing down() {
    return new Crossing(course.bench.kernel(), course.domains.get(at), below());
  }

  private Crossing up() {
    return new Crossing(course.bench.kernel(), course.domains.get(at), course.domains.get(at - 1));
  }
}
