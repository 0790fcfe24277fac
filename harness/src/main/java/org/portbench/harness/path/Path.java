package org.portbench.harness.path;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.TaskRanges;

/**
 * A client's way to the device: stations from the client, the first, to the driver, the last, and a
 * channel between each two that lie in different domains. Requests descend, replies ascend; between
 * two stations of the kernel they are function calls, into the kernel the caller's own thread goes
 * on.
 */
public final class Path {
  private final Kernel kernel;
  private final Machine machine;
  private final Meter meter;
  private final MessagingStrategy strategy;
  private final EventQueue events;
  private final Station[] stations;

  /** Below each station but the last. */
  private final Boundary[] boundaries;

  /** No way at all, for what a station does by itself. */
  private final Crossing[] within;

  private final boolean movesData;

  /** Null where receivers hold on to nothing. */
  private final Held held;

  /**
   * @param channels one fewer than stations; what lies between stations of the kernel is not used
   * @param receiversHold whether stations hold data that they received until the next arrives
   */
  public Path(
      Kernel kernel,
      MessagingStrategy strategy,
      List<Station> stations,
      List<Channel> channels,
      boolean receiversHold) {
    this.kernel = kernel;
    this.machine = kernel.vm().machine();
    this.meter = machine.meter();
    this.events = machine.events();
    this.strategy = new SupervisedStrategy(strategy, meter);
    this.stations = stations.toArray(Station[]::new);
    this.boundaries = new Boundary[channels.size()];
    Arrays.setAll(
        boundaries,
        at -> Boundary.between(kernel, stations.get(at), channels.get(at), stations.get(at + 1)));
    this.within = new Crossing[stations.size()];
    Arrays.setAll(within, at -> Boundary.within(kernel, stations.get(at)));
    this.movesData = !(strategy.ports() instanceof PortKind.Free);
    this.held = receiversHold ? new Held(stations.size(), this::giveBack) : null;
  }

  public Kernel kernel() {
    return kernel;
  }

  public Machine machine() {
    return machine;
  }

  public int stations() {
    return stations.length;
  }

  public Station station(int at) {
    return stations[at];
  }

  /** Whether data moves at all. */
  public boolean movesData() {
    return movesData;
  }

  /** Sends a request from a station to the next below. */
  public void descend(Request request, int from) {
    Boundary boundary = boundaries[from];
    if (boundary.withinKernel()) {
      call();
      request.hold(from + 1, request.held(from));
      stations[from + 1].stage().request(request);
    } else {
      sendRequest(request, from, boundary);
    }
  }

  private void sendRequest(Request request, int from, Boundary boundary) {
    Channel channel = boundary.channel();
    Message message = request.message();
    step(from, "sends the request");
    Payload sent =
        strategy.send(boundary.down(), message, given(request, from, request.held(from)));
    channel.sendRequest(message, sent.rangeCount());
    if (boundary.intoKernel()) {
      request.hold(from + 1, strategy.receive(boundary.down(), message, sent));
      arrived(message, from + 1);
      request.inCall(from, true);
      stations[from + 1].stage().request(request);
      request.inCall(from, false);
    } else {
      Outgoing outgoing = request.outgoing();
      outgoing.envelope().put(message, sent);
      DomainThread receiver = stations[from + 1].thread();
      stations[from].thread().send(outgoing.to(channel, channel.requests(), receiver));
    }
  }

  /** A request that travelled as a message has arrived at a station. */
  public void requestArrived(Envelope envelope, int at) {
    Request request = (Request) envelope.cookie();
    Boundary above = boundaries[at - 1];
    Message message = envelope.message();
    Payload sent = envelope.payload();
    step(at, "receives the request");
    request.name(
        at, above.channel().receiveRequest(message, sent.rangeCount(), envelope.arrival()));
    request.hold(at, strategy.receive(above.down(), message, sent));
    arrived(message, at);
    stations[at].stage().request(request);
  }

  /** Sends the reply of a station to the one above; the station is done with the request. */
  public void ascend(Request request, int from) {
    int to = from - 1;
    Boundary boundary = boundaries[to];
    if (boundary.withinKernel()) {
      call();
      request.answer(to, request.reply(from));
      arrive(request, to);
    } else {
      sendReply(request, from, boundary);
    }
  }

  private void sendReply(Request request, int from, Boundary boundary) {
    int to = from - 1;
    Channel channel = boundary.channel();
    Message reply = request.replyMessage(to).answer(request.message(), wanted(request.held(to)));
    step(from, "replies");
    if (boundary.intoKernel()) {
      arrived(reply, from);
    }
    Payload sent = strategy.send(boundary.up(), reply, given(request, from, request.reply(from)));
    if (channel.answersAtOnce() && request.inCall(to)) {
      channel.answerAtOnce();
      finish(request, from);
      returned(request, to, reply, sent);
      return;
    }
    channel.sendReply(reply, request.name(from), sent.rangeCount());
    finish(request, from);
    Outgoing outgoing = request.outgoing();
    Envelope envelope = outgoing.envelope().put(reply, sent);
    if (boundary.intoKernel()) {
      // Who has to wait for the device sleeps meanwhile.
      envelope.arrived(Arrival.WOKEN, events.nowPs());
      replyArrived(envelope, to);
    } else {
      DomainThread receiver = stations[to].thread();
      stations[from].thread().send(outgoing.to(channel, channel.replies(), receiver));
    }
  }

  /** A reply that travelled as a message has arrived at a station. */
  public void replyArrived(Envelope envelope, int at) {
    Request request = (Request) envelope.cookie();
    Message reply = envelope.message();
    Payload sent = envelope.payload();
    step(at, "receives the reply");
    boundaries[at].channel().receiveReply(reply, sent.rangeCount(), envelope.arrival());
    returned(request, at, reply, sent);
  }

  private void returned(Request request, int at, Message reply, Payload sent) {
    request.answer(at, strategy.receive(boundaries[at].up(), reply, sent));
    arrived(reply, at);
    arrive(request, at);
  }

  private void arrive(Request request, int at) {
    if (at == request.origin()) {
      request.done();
    } else {
      stations[at].stage().reply(request);
    }
  }

  /** Gives back what a station held of a request and got with its reply, or holds on to it. */
  private void finish(Request request, int at) {
    if (held != null && request.message().length() > 0) {
      held.keep(request, at);
    } else {
      giveBack(at, request.message(), request.held(at), request.reply(at));
    }
    request.hold(at, Payload.NOTHING);
    request.answer(at, Payload.NOTHING);
  }

  /** What came with a reply goes before what was held, unless it is the same. */
  private void giveBack(int at, Message message, Payload its, Payload answer) {
    Crossing here = within[at];
    if (answer != its) {
      strategy.release(here, message, answer);
    }
    strategy.release(here, message, its);
  }

  /** Who holds on to data only shows it to others, also where it could give it away. */
  private Payload given(Request request, int from, Payload its) {
    return held != null
            && from != request.origin()
            && its instanceof AddressRanges memory
            && memory.tenure() == Tenure.TEMPORARY
        ? kernel.lend(memory, memory.rights())
        : its;
  }

  /** What a station held on to goes when the next data has arrived. */
  private void arrived(Message message, int at) {
    if (held != null && message.carriesData()) {
      held.arrived(at);
    }
  }

  /** A station has an answer of its own, as if it had just arrived. */
  public void answersItself(int at) {
    if (held != null) {
      held.arrived(at);
    }
  }

  /** Gives back what stations hold on to; nothing may be under way. */
  public void close() {
    if (held != null) {
      held.giveAllBack();
    }
  }

  /** Memory for the data of a station's own requests. */
  public Payload buffer(int at, int length) {
    return strategy.buffer(within[at], length);
  }

  /** Gives one payload back to whom it came from. */
  public void release(Request request, int at, Payload payload) {
    strategy.release(within[at], request.message(), payload);
  }

  /** Lets a station address data that it holds; what it gets is to be released, unless the same. */
  public Payload reach(Request request, int at, Payload held) {
    return strategy.reach(within[at], request.message(), held);
  }

  /** Lets a station see data at one address; what it gets is to be undone, unless the same. */
  public Payload address(Request request, int at, Payload its) {
    Domain domain = stations[at].domain();
    return domain.kernel()
        ? kernel.address(domain, its, request.message().deviceAccess())
        : reach(request, at, its);
  }

  /** Takes an address away. */
  public void unaddress(Request request, int at, Payload addressed) {
    Domain domain = stations[at].domain();
    if (domain.kernel()) {
      kernel.giveBack(domain, addressed);
    } else {
      release(request, at, addressed);
    }
  }

  /** Uses data that a station holds as it can address it, and lets go of what that took. */
  public void reached(Request request, int at, Payload held, Consumer<Payload> use) {
    Payload reached = reach(request, at, held);
    use.accept(reached);
    letGo(request, at, held, reached);
  }

  /** Undoes a reach, which may not have taken anything. */
  public void letGo(Request request, int at, Payload held, Payload reached) {
    if (reached != held) {
      release(request, at, reached);
    }
  }

  /** Tells whoever explains an operation what happens next. */
  public void step(int at, String what) {
    meter.step(stations[at].name(), what);
  }

  private void call() {
    if (movesData()) {
      meter.perform(Primitive.FUNCTION_CALL);
    }
  }

  private static Payload wanted(Payload held) {
    return switch (held) {
      case AddressRanges own when own.tenure() != Tenure.TEMPORARY -> own;
      case TaskRanges clients -> clients.lent();
      default -> Payload.NOTHING;
    };
  }
}
