package org.portbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cpu.Core;
import org.portbench.harness.client.Client;
import org.portbench.harness.client.OperationLimit;
import org.portbench.harness.client.Origins;
import org.portbench.harness.client.Tally;
import org.portbench.harness.driver.DeviceDriver;
import org.portbench.harness.measure.MediumJudge;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Station;
import org.portbench.harness.vfs.CachedShare;
import org.portbench.harness.vfs.FileLayout;
import org.portbench.harness.vfs.FileSystem;
import org.portbench.harness.vfs.LayerStack;
import org.portbench.harness.vfs.Touching;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.BufferShape;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Holdings;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A machine with all that a cell needs on it, wired together: the data path, from top to bottom.
 */
final class Rig {
  /** How far into a page the client's buffers begin if they do not begin with it. */
  private static final int ODD_BYTES = 512;

  private final Cell cell;
  private final MessagingStrategy strategy;
  private final PortKind ports;
  private final Machine machine;
  private final Kernel kernel;
  private final MediumJudge judge;
  private final DeviceDriver driver;
  private final LayerStack layers;
  private final List<DomainThread> layerThreads = new ArrayList<>();
  private final List<Port> layerPorts = new ArrayList<>();
  private final List<Channel> layerChannels = new ArrayList<>();
  private final OperationLimit limit = new OperationLimit();
  private final Tally tally = new Tally();
  private final List<Path> paths = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final Holdings atStart;
  private int nextCore;

  Rig(Cell cell, MessagingStrategy strategy) {
    this.cell = cell;
    this.strategy = strategy;
    this.ports = cell.stack().without().switchedOff(strategy.ports());
    this.machine = new Machine(cell.hardware());
    if (cell.stack().is(StackKnob.FRAMES, "scattered")) {
      machine.memory().scatter();
    }
    this.kernel = new Kernel(machine);
    this.atStart = kernel.holdings();
    CachedShare cached = new CachedShare(cell.stack().number(StackKnob.CACHED), cell.seed());
    this.judge = new MediumJudge(machine.device().content(), tally.payload(), !cached.none());
    this.driver = new DeviceDriver(kernel, judge, cell.stack().transfer());
    FileLayout layout = new Room(cell, machine.profile()).layout(cached);
    this.layers =
        new LayerStack(kernel, placed(), touching(), layout, new FileSystem.Cache(cached, judge));
    nextCore = 1;
    machine.meter().setUp(this::wire);
  }

  private Touching touching() {
    StackSpec stack = cell.stack();
    return new Touching(stack.touch(), stack.number(StackKnob.TOUCH_SHARE), cell.seed());
  }

  private LayerStack.Shape placed() {
    if (strategy.crossesDomains() && !(strategy.ports() instanceof PortKind.Queue)) {
      throw new TrialException(
          strategy.name() + " gives layers domains of their own but has no ports between them");
    }
    StackSpec spec = strategy.crossesDomains() ? cell.stack() : cell.stack().inKernel();
    boolean sink = spec.is(StackKnob.ENDPOINT, "sink");
    return new LayerStack.Shape(
        spec.userLayers(), spec.kernelLayers(), spec.number(StackKnob.REFUSING), sink);
  }

  // ---- wiring --------------------------------------------------------------------------------

  private void wire() {
    strategy.open(kernel);
    cell.stack().without().switchOff(machine, kernel);
    boolean ownCpus = cell.stack().is(StackKnob.LAYER_CPU, "own");
    for (int i = 0; i < layers.userLayers(); i++) {
      Task task = layers.task(i);
      layerThreads.add(new DomainThread(kernel, task, core(ownCpus ? nextCore++ : 0)));
      layerPorts.add(ports.newPort("requests of " + task));
    }
    for (int i = 0; i < layers.userLayers(); i++) {
      layerChannels.add(channelBelowLayer(i));
    }
    Origins origins = new Origins();
    int number = 0;
    for (ClientPlan plan : cell.workload().clients()) {
      Core core = core(number == 0 ? 0 : nextCore++);
      Path path = path(plan, core);
      Client client =
          new Client(plan, path, cell.stack().api(), limit, tally, origins, cell.seed() + number);
      if (cell.stack().is(StackKnob.SENDER, "keeps")) {
        client.keepBuffers();
      }
      clients.add(client);
      number++;
    }
    serveLayers();
    clients.getFirst().computeOn(furtherCpus());
  }

  /** CPUs on which the first client computes beside asking for I/O: the last ones there are. */
  private List<Core> furtherCpus() {
    int further = cell.stack().number(StackKnob.ACTIVE_CPUS) - 1;
    int cores = machine.cores().size();
    return machine.cores().subList(cores - further, cores);
  }

  private Channel channelBelowLayer(int layer) {
    Domain upper = new Domain.InTask(layers.task(layer));
    boolean last = layer + 1 == layers.userLayers();
    Domain lower = last ? new Domain.InKernel() : new Domain.InTask(layers.task(layer + 1));
    Port requests = last ? new Port("kernel", 0) : layerPorts.get(layer + 1);
    Port replies = new Port("replies to " + layers.task(layer), 0);
    return new Channel(kernel, ports, upper, lower, requests, replies);
  }

  private BufferShape buffers() {
    StackSpec stack = cell.stack();
    int firstByte = stack.is(StackKnob.ALIGNMENT, "odd") ? ODD_BYTES : 0;
    return new BufferShape(stack.number(StackKnob.SEGMENTS), firstByte);
  }

  /** A client's path: its own station and channel, then what all clients share. */
  private Path path(ClientPlan plan, Core core) {
    Task task = kernel.createTask(plan.name());
    task.buffers().shape(buffers());
    DomainThread thread = new DomainThread(kernel, task, core);
    List<Station> stations = new ArrayList<>();
    stations.add(new Station("client", new NobodyAbove(), new Domain.InTask(task), thread));
    DomainThread host = thread;
    for (int i = 0; i < layers.count(); i++) {
      host = i < layers.userLayers() ? layerThreads.get(i) : host;
      stations.add(new Station(layers.name(i), layers.stage(i), layers.domain(i), host));
    }
    stations.add(new Station("driver", driver, new Domain.InKernel(), host));
    List<Channel> channels = new ArrayList<>();
    channels.add(channelOf(task));
    channels.addAll(layerChannels);
    while (channels.size() < stations.size() - 1) {
      channels.add(channels.getLast());
    }
    boolean receiversHold = cell.stack().is(StackKnob.RECEIVER, "holds");
    Path path = new Path(kernel, strategy, stations, channels, receiversHold);
    paths.add(path);
    thread.serve(channels.getFirst().replies(), envelope -> path.replyArrived(envelope, 0));
    return path;
  }

  private Channel channelOf(Task client) {
    Domain upper = new Domain.InTask(client);
    Port replies = new Port("replies to " + client, 0);
    boolean user = layers.userLayers() > 0;
    Domain lower = user ? new Domain.InTask(layers.task(0)) : new Domain.InKernel();
    Port requests = user ? layerPorts.getFirst() : new Port("kernel", 0);
    return new Channel(kernel, ports, upper, lower, requests, replies);
  }

  /** Replies before requests, so that what is under way ends first. */
  private void serveLayers() {
    for (int i = 0; i < layers.userLayers(); i++) {
      int at = i + 1;
      layerThreads
          .get(i)
          .serve(
              layerChannels.get(i).replies(),
              envelope -> pathOf(envelope).replyArrived(envelope, at));
      layerThreads
          .get(i)
          .serve(layerPorts.get(i), envelope -> pathOf(envelope).requestArrived(envelope, at));
    }
  }

  private static Path pathOf(Envelope envelope) {
    return ((Request) envelope.cookie()).path();
  }

  private Core core(int number) {
    return machine.cores().get(number % machine.cores().size());
  }

  // ---- use -----------------------------------------------------------------------------------

  Machine machine() {
    return machine;
  }

  Tally tally() {
    return tally;
  }

  List<Client> clients() {
    return clients;
  }

  /** Runs so many more operations, phase by phase, until everything has come to rest. */
  void run(long operations) {
    limit.allow(operations);
    int phases = clients.stream().mapToInt(client -> client.plan().phase()).max().orElse(0);
    for (int phase = 0; phase <= phases; phase++) {
      for (Client client : clients) {
        if (client.plan().phase() == phase) {
          client.start();
        }
      }
      rest();
    }
  }

  private void rest() {
    while (machine.events().runNext()) {
      // Until nothing is pending any more.
    }
  }

  /** Lets the file system write what it only has in memory, which nobody is charged for. */
  private void sync() {
    machine
        .meter()
        .setUp(() -> {
          layers.sync(clients.getFirst().path());
          rest();
        });
  }

  /** Gives everything back; returns what was not, or what the medium lacks. */
  String close() {
    if (cell.stack().number(StackKnob.CACHED) > 0) {
      sync();
    }
    if (!judge.settled()) {
      return "the medium does not hold all that was written";
    }
    machine
        .meter()
        .setUp(() -> {
          paths.forEach(Path::close);
          layers.close();
          driver.close();
          kernel.drain();
        });
    Holdings atEnd = kernel.holdings();
    return atEnd.equals(atStart) ? "" : "not given back: " + atEnd + ", at the start: " + atStart;
  }
}
