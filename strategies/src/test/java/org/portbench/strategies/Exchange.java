package org.portbench.strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.vm.AllOrNothing;

/**
 * One request on its way along a course and back, in steps that a test can stop between: what is
 * outstanding then can be given up in good order. Every receiver sleeps, on a CPU of its own.
 */
final class Exchange {
  private final Course course;
  private final Message request;
  private final Payload[] held;
  private final Payload[] answers;
  private final int[] names;
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
    this.names = new int[stations];
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

  /** The same, and each task looks at the data as soon as it has it. */
  List<Runnable> lookingSteps() {
    List<Runnable> steps = new ArrayList<>();
    for (Runnable step : steps()) {
      steps.add(step);
      steps.add(this::look);
    }
    return steps;
  }

  private void look() {
    if (where == Where.HELD && at > 0) {
      Payload reached = reach(at);
      if (reached != arrived(at)) {
        release(at, reached);
      }
    }
  }

  // ---- down ------------------------------------------------------------------------------------

  void send() {
    course.at(
        at,
        () -> {
          Payload sent = course.strategy.send(down(), request, held[at]);
          AllOrNothing.run(
              () -> channel().sendRequest(request, sent.rangeCount()),
              () -> giveBack(course.driver(), sent));
          inTransit = sent;
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
    where = Where.HELD;
    AllOrNothing.run(
        () -> held[at + 1] = course.strategy.receive(down(), request, inTransit),
        () -> {
          consumed();
          refuse(at + 1);
        });
    inTransit = Payload.NOTHING;
    at++;
  }

  /** What a receiver could not take is gone. */
  private void consumed() {
    giveBack(course.driver(), inTransit);
    inTransit = Payload.NOTHING;
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
          Message reply = new Message().answer(request, wanted);
          Payload sent = course.strategy.send(up(), reply, answers[at]);
          AllOrNothing.run(
              () -> course.channels.get(at - 1).sendReply(reply, names[at], sent.rangeCount()),
              () -> giveBack(course.driver(), sent));
          inTransit = sent;
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
          where = Where.HELD;
          Crossing up = up();
          at--;
          AllOrNothing.run(
              () -> answers[at] = course.strategy.receive(up, travelling, inTransit),
              this::consumed);
          inTransit = Payload.NOTHING;
        });
  }

  // ---- giving up -------------------------------------------------------------------------------

  /** Ends here, at whatever step: the receiver dies, then everybody gives back what is left. */
  void abandon() {
    letGo();
    abandonMessages();
  }

  /** The device has completed, whoever is still there to hear of it. */
  void letGo() {
    wirings.forEach(course.bench.kernel()::unwire);
    wirings.clear();
  }

  /** Everybody ends but the device. */
  void abandonMessages() {
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
    refuse(station);
  }

  /** A station ends without an answer. */
  private void refuse(int station) {
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
