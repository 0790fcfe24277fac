package org.portbench.harness.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
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
  private final List<Station> stations;
  private final List<Channel> channels;
  private final List<Crossing> down = new ArrayList<>();
  private final List<Crossing> up = new ArrayList<>();
  private final List<Crossing> within = new ArrayList<>();

  /** Whether a station and the next below are both in the kernel. */
  private final boolean[] sameDomain;

  private final boolean movesData;
  private final Optional<Held> held;

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
    this.strategy = new SupervisedStrategy(strategy, kernel.vm().machine().meter());
    this.stations = stations;
    this.channels = channels;
    this.movesData = !(strategy.ports() instanceof PortKind.Free);
    this.sameDomain = new boolean[stations.size()];
    for (int at = 0; at + 1 < stations.size(); at++) {
      Domain upper = stations.get(at).domain();
      sameDomain[at] = upper.kernel() && stations.get(at + 1).domain().kernel();
    }
    for (Channel channel : channels) {
      down.add(new Crossing(kernel, channel.upper(), channel.lower()));
      up.add(new Crossing(kernel, channel.lower(), channel.upper()));
    }
    for (Station station : stations) {
      within.add(new Crossing(kernel, station.domain(), station.domain()));
    }
    this.held =
        receiversHold ? Optional.of(new Held(stations.size(), this::giveBack)) : Optional.empty();
  }

  public Kernel kernel() {
    return kernel;
  }

  public Machine machine() {
    return machine;
  }

  public int stations() {
    return stations.size();
  }

  public Station station(int at) {
    return stations.get(at);
  }

  /** Whether data moves at all. */
  public boolean movesData() {
    return movesData;
  }

  /** Sends a request from a station to the next below. */
  public void descend(Request request, int from) {
    Station below = stations.get(from + 1);
    if (sameDomain[from]) {
      call();
      request.hold(from + 1, request.held(from));
      below.stage().request(request);
      return;
    }
    Channel channel = channels.get(from);
    Message message = request.message();
    step(from, "sends the request");
    Crossing crossing = down.get(from);
    Payload sent = strategy.send(crossing, message, given(request, from, request.held(from)));
    channel.sendRequest(message, sent.rangeCount());
    if (channel.lower().kernel()) {
      request.hold(from + 1, strategy.receive(crossing, message, sent));
      arrived(message, from + 1);
      request.inCall(from, true);
      below.stage().request(request);
      request.inCall(from, false);
    } else {
      stations
          .get(from)
          .thread()
          .send(channel, channel.requests(), request.envelope().put(message, sent), below.thread());
    }
  }

  /** A request that travelled as a message has arrived at a station. */
  public void requestArrived(Envelope envelope, int at) {
    Request request = (Request) envelope.cookie();
    Channel channel = channels.get(at - 1);
    Message message = envelope.message();
    step(at, "receives the request");
    int ranges = envelope.payload().rangeCount();
    request.name(at, channel.receiveRequest(message, ranges, envelope.arrival()));
    request.hold(at, strategy.receive(down.get(at - 1), message, envelope.payload()));
    arrived(message, at);
    stations.get(at).stage().request(request);
  }

  /** Sends the reply of a station to the one above; the station is done with the request. */
  public void ascend(Request request, int from) {
    int to = from - 1;
    Station above = stations.get(to);
    Payload answer = request.reply(from);
    if (sameDomain[to]) {
      call();
      request.answer(to, answer);
      arrive(request, to);
      return;
    }
    Channel channel = channels.get(to);
    Message reply = request.replyMessage(to).answer(request.message(), wanted(request.held(to)));
    step(from, "replies");
    if (channel.lower().kernel()) {
      arrived(reply, from);
    }
    Payload sent = strategy.send(up.get(to), reply, given(request, from, answer));
    if (channel.answersAtOnce() && request.inCall(to)) {
      channel.answerAtOnce();
      finish(request, from);
      returned(request, to, reply, sent);
      return;
    }
    channel.sendReply(reply, request.name(from), sent.rangeCount());
    finish(request, from);
    Envelope envelope = request.envelope().put(reply, sent);
    if (channel.lower().kernel()) {
      // Who has to wait for the device sleeps meanwhile.
      envelope.arrived(Arrival.WOKEN, machine.events().nowPs());
      replyArrived(envelope, to);
    } else {
      stations.get(from).thread().send(channel, channel.replies(), envelope, above.thread());
    }
  }

  /** A reply that travelled as a message has arrived at a station. */
  public void replyArrived(Envelope envelope, int at) {
    Request request = (Request) envelope.cookie();
    Message reply = envelope.message();
    Payload sent = envelope.payload();
    Channel channel = channels.get(at);
    step(at, "receives the reply");
    channel.receiveReply(reply, sent.rangeCount(), envelope.arrival());
    returned(request, at, reply, sent);
  }

  private void returned(Request request, int at, Message reply, Payload sent) {
    request.answer(at, strategy.receive(up.get(at), reply, sent));
    arrived(reply, at);
    arrive(request, at);
  }

  private void arrive(Request request, int at) {
    if (at == request.origin()) {
      request.done();
    } else {
      stations.get(at).stage().reply(request);
    }
  }

  /** Gives back what a station held of a request and got with its reply, or holds on to it. */
  private void finish(Request request, int at) {
    if (held.isPresent() && request.message().length() > 0) {
      held.get().keep(request, at);
    } else {
      giveBack(at, request.message(), request.held(at), request.reply(at));
    }
    request.hold(at, Payload.NOTHING);
    request.answer(at, Payload.NOTHING);
  }

  /** What came with a reply goes before what was held, unless it is the same. */
  private void giveBack(int at, Message message, Payload its, Payload answer) {
    Crossing here = within.get(at);
    if (answer != its) {
      strategy.release(here, message, answer);
    }
    strategy.release(here, message, its);
  }

  /** Who holds on to data only shows it to others, also where it could give it away. */
  private Payload given(Request request, int from, Payload its) {
    return held.isPresent()
            && from != request.origin()
            && its instanceof AddressRanges memory
            && memory.tenure() == Tenure.TEMPORARY
        ? kernel.lend(memory, memory.rights())
        : its;
  }

  /** What a station held on to goes when the next data has arrived. */
  private void arrived(Message message, int at) {
    if (message.carriesData()) {
      answersItself(at);
    }
  }

  /** A station has an answer of its own, as if it had just arrived. */
  public void answersItself(int at) {
    if (held.isPresent()) {
      held.get().arrived(at);
    }
  }

  /** Gives back what stations hold on to; nothing may be under way. */
  public void close() {
    held.ifPresent(Held::giveAllBack);
  }

  /** Memory for the data of a station's own requests. */
  public Payload buffer(int at, int length) {
    return strategy.buffer(within.get(at), length);
  }

  /** Gives one payload back to whom it came from. */
  public void release(Request request, int at, Payload payload) {
    strategy.release(within.get(at), request.message(), payload);
  }

  /** Lets a station address data that it holds; what it gets is to be released, unless the same. */
  public Payload reach(Request request, int at, Payload held) {
    return strategy.reach(within.get(at), request.message(), held);
  }

  /** Lets a station see data at one address; what it gets is to be undone, unless the same. */
  public Payload address(Request request, int at, Payload its) {
    Domain domain = stations.get(at).domain();
    return domain.kernel()
        ? kernel.address(domain, its, request.message().deviceAccess())
        : reach(request, at, its);
  }

  /** Takes an address away. */
  public void unaddress(Request request, int at, Payload addressed) {
    Domain domain = stations.get(at).domain();
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
    meter.step(stations.get(at).name(), what);
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
