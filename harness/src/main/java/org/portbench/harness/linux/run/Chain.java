package org.portbench.harness.linux.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.portbench.harness.linux.domain.ControlLine;
import org.portbench.harness.linux.domain.Words;
import org.portbench.harness.linux.sys.Affinity;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Poll;
import org.portbench.harness.linux.sys.UnixSocket;

/** The processes of a stack, client first, and the lines to them. One thread talks to them. */
final class Chain implements AutoCloseable {
  private static final long START_NS = 30_000_000_000L;

  private final List<DomainProcess> processes;
  private final List<ControlLine> lines;

  private Chain(List<DomainProcess> processes, List<ControlLine> lines) {
    this.processes = processes;
    this.lines = lines;
  }

  static Chain start(int domains, Placement placement) {
    List<DomainProcess> processes = new ArrayList<>();
    List<ControlLine> lines = new ArrayList<>();
    Chain chain = new Chain(processes, lines);
    String name = "portbench-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    List<Integer> cpus = Affinity.ofThisThread().cpus();
    try (UnixSocket listening = UnixSocket.listening(name)) {
      for (int i = 0; i < domains; i++) {
        processes.add(DomainProcess.start(name, placement.cpu(i, cpus)));
      }
      lines.addAll(accepted(listening, processes));
      return chain;
    } catch (IOException | RuntimeException e) {
      chain.close();
      throw new ChainException("the processes cannot be started: " + e.getMessage());
    }
  }

  /** Whoever else connects is sent away. */
  private static List<ControlLine> accepted(UnixSocket listening, List<DomainProcess> processes) {
    Map<Long, UnixSocket> byProcess = new HashMap<>();
    List<Long> awaited = processes.stream().map(DomainProcess::pid).toList();
    long deadlineNs = System.nanoTime() + START_NS;
    while (byProcess.size() < processes.size()) {
      List<Integer> ready = Poll.wait(List.of(listening.descriptor()), Poll.READABLE, 100_000_000);
      if (!ready.isEmpty()) {
        UnixSocket socket = listening.accept();
        long process = socket.peerProcess();
        if (!awaited.contains(process) || byProcess.putIfAbsent(process, socket) != null) {
          socket.close();
        }
      }
      for (DomainProcess process : processes) {
        if (!process.alive()) {
          byProcess.values().forEach(UnixSocket::close);
          throw new ChainException("a process " + process.lastWords());
        }
      }
      if (System.nanoTime() > deadlineNs) {
        byProcess.values().forEach(UnixSocket::close);
        throw new ChainException("they do not answer");
      }
    }
    return awaited.stream().map(byProcess::get).map(ControlLine::new).toList();
  }

  int domains() {
    return processes.size();
  }

  List<Long> pids() {
    return processes.stream().map(DomainProcess::pid).toList();
  }

  /** Tells one domain. */
  void tell(int domain, Words words, List<Descriptor> with) {
    try {
      lines.get(domain).send(words, with);
    } catch (RuntimeException e) {
      throw lost(domain);
    }
  }

  void tellAll(Words words) {
    for (int i = 0; i < lines.size(); i++) {
      tell(i, words, List.of());
    }
  }

  /** What each domain answers. */
  List<Words> answers(long patienceNs) {
    return answers(IntStream.range(0, lines.size()).boxed().toList(), patienceNs);
  }

  /** What some of them answer, in their order. */
  List<Words> answers(List<Integer> domains, long patienceNs) {
    SortedMap<Integer, Words> answers = new TreeMap<>();
    long deadlineNs = System.nanoTime() + patienceNs;
    while (answers.size() < domains.size()) {
      List<Integer> silent = domains.stream().filter(i -> !answers.containsKey(i)).toList();
      List<Descriptor> sockets = silent.stream().map(i -> lines.get(i).descriptor()).toList();
      long leftNs = deadlineNs - System.nanoTime();
      List<Integer> ready = leftNs <= 0 ? List.of() : Poll.wait(sockets, Poll.READABLE, leftNs);
      if (ready.isEmpty()) {
        throw new ChainException(
            name(silent.getFirst()) + " has not answered for " + patienceNs / 1_000_000_000 + " s");
      }
      for (int i : ready) {
        int domain = silent.get(i);
        Optional<Words> words = lines.get(domain).receive();
        answers.put(domain, words.orElseThrow(() -> lost(domain)));
      }
    }
    return List.copyOf(answers.values());
  }

  private ChainException lost(int domain) {
    return new ChainException(
        "the process of " + name(domain) + " " + processes.get(domain).lastWords());
  }

  private String name(int domain) {
    return domain == 0
        ? "the client"
        : domain == processes.size() - 1 ? "the driver" : "layer " + domain;
  }

  /** Lets go of the lines, at whose end each process ends, and sees to it that it has. */
  @Override
  public void close() {
    lines.forEach(ControlLine::close);
    processes.forEach(DomainProcess::close);
  }
}
