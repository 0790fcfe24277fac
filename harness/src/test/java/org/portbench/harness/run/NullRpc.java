package org.portbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;
import org.portbench.harness.path.Station;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A client and a server that answers at once, or passes on to one that never takes anything: what
 * messages cost without data, layers and devices. Each has the CPU that it is given.
 */
final class NullRpc {
  final Machine machine;
  final DomainThread client;
  final DomainThread server;
  private final Kernel kernel;
  private final Path path;
  private final List<Channel> channels = new ArrayList<>();
  private long next;
  private int answered;

  /**
   * @param cpus of the client, of the server and, if requests are to pile up, of who takes none
   */
  NullRpc(MessagingStrategy strategy, PortKind kind, int machineCpus, int... cpus) {
    this.machine = new Machine(PrimeMachine.profile(machineCpus));
    this.kernel = new Kernel(machine);
    List<Station> stations = new ArrayList<>();
    for (int i = 0; i < cpus.length; i++) {
      String name = List.of("client", "server", "deaf").get(i);
      Task task = kernel.createTask(name);
      DomainThread thread = new DomainThread(kernel, task, machine.cores().get(cpus[i]));
      Stage stage = i + 1 < cpus.length ? new PassesOn(i) : new Answers(i);
      stations.add(new Station(name, stage, new Domain.InTask(task), thread));
    }
    for (int i = 0; i + 1 < cpus.length; i++) {
      Domain upper = stations.get(i).domain();
      Domain lower = stations.get(i + 1).domain();
      Port replies = new Port("replies " + i, 0);
      channels.add(new Channel(kernel, kind, upper, lower, kind.newPort("port " + i), replies));
    }
    this.path = new Path(kernel, strategy, stations, channels, false);
    this.client = stations.getFirst().thread();
    this.server = stations.get(1).thread();
    server.serve(requests(), envelope -> path.requestArrived(envelope, 1));
    client.serve(channels.getFirst().replies(), envelope -> path.replyArrived(envelope, 0));
  }

  NullRpc(MessagingStrategy strategy, int machineCpus, int... cpus) {
    this(strategy, strategy.ports(), machineCpus, cpus);
  }

  Port requests() {
    return channels.getFirst().requests();
  }

  /** One more request of the client's, when its turn comes. */
  NullRpc ask() {
    client.arrive(this::send, false);
    return this;
  }

  private void send() {
    Request request = new Request(path, 0, _ -> answered++);
    path.descend(request.begin(next++, Operation.READ, 0), 0);
  }

  /** Until nothing is pending any more. */
  NullRpc run() {
    while (machine.events().runNext()) {
      // Goes on.
    }
    return this;
  }

  int answered() {
    return answered;
  }

  long count(Counter counter) {
    return machine.meter().counter(counter);
  }

  private record PassesOn(int at) implements Stage {
    @Override
    public void request(Request request) {
      request.path().descend(request, at);
    }

    @Override
    public void reply(Request request) {
      request.path().ascend(request, at);
    }
  }

  private record Answers(int at) implements Stage {
    @Override
    public void request(Request request) {
      request.path().ascend(request, at);
    }

    @Override
    public void reply(Request request) {
      throw new IllegalStateException("nobody is below");
    }
  }
}
