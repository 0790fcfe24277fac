package org.portbench.strategies;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * The way of a test's requests: a sender, layers in tasks of their own, and the driver in the
 * kernel, with a channel between each two. Each task has a CPU as far as there are any.
 */
public final class Course {
  public final Bench bench;
  final CheckedStrategy strategy;
  final List<Domain> domains = new ArrayList<>();
  final List<Channel> channels = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();

  /**
   * @param layers in tasks; a strategy that crosses no domains has none
   */
  Course(Bench bench, MessagingStrategy strategy, int layers) {
    this.bench = bench;
    this.strategy = new CheckedStrategy(strategy);
    strategy.open(bench.kernel());
    int count = strategy.crossesDomains() ? layers + 1 : 1;
    for (int i = 0; i < count; i++) {
      tasks.add(bench.kernel().createTask(i == 0 ? "sender" : "layer" + i));
      domains.add(new Domain.InTask(tasks.get(i)));
    }
    domains.add(new Domain.InKernel());
    PortKind kind = strategy.ports();
    for (int i = 0; i < count; i++) {
      Port requests = kind.newPort("requests " + i);
      Port replies = new Port("replies " + i, 0);
      channels.add(
          new Channel(bench.kernel(), kind, domains.get(i), domains.get(i + 1), requests, replies));
    }
  }

  public Task sender() {
    return tasks.getFirst();
  }

  /** A buffer of the sender's, as its strategy gives it. */
  public AddressRanges buffer(int length) {
    Domain here = domains.getFirst();
    return (AddressRanges) strategy.buffer(new Crossing(bench.kernel(), here, here), length);
  }

  /** The station of the driver. */
  int driver() {
    return domains.size() - 1;
  }

  boolean movesData() {
    return !(strategy.ports() instanceof PortKind.Free);
  }

  /** Runs something at a station: the kernel's stations on behalf of the last task. */
  public void at(int station, Runnable work) {
    int task = Math.min(station, tasks.size() - 1);
    bench.run(tasks.get(task), task, work);
  }

  /** All rights to the ports of this course. */
  int rights() {
    return channels.stream()
        .flatMap(channel -> List.of(channel.requests(), channel.replies()).stream())
        .mapToInt(port -> port.sendRights() + port.sendOnceRights())
        .sum();
  }
}
