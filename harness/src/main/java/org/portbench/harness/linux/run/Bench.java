package org.portbench.harness.linux.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.domain.Agenda;
import org.portbench.harness.linux.domain.Assignment;
import org.portbench.harness.linux.domain.WarmUp;
import org.portbench.harness.linux.domain.Words;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.sys.SystemCallException;
import org.portbench.harness.linux.transport.Position;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;

/**
 * The processes and the file that cells of one stack and placement share. A stack that broke is
 * replaced before it is needed again.
 */
final class Bench implements AutoCloseable {
  private static final long MOST_FILE_BYTES = 256 << 20;
  private static final long PATIENCE_NS = 120_000_000_000L;
  private static final long PATIENCE_FOR_A_REQUEST_NS = 100_000_000;
  private static final int LARGE_BYTES = 128 << 10;

  private final Path deviceDirectory;
  private final Placement placement;
  private final Map<Integer, Chain> chainsByDomains = new HashMap<>();
  private final Map<LinuxCell, AgendaWriter> writers = new HashMap<>();
  private final Set<Kind> warm = new HashSet<>();
  private Optional<TestFile> file = Optional.empty();
  private boolean closed;

  /** Cells whose hops run the same code. */
  private record Kind(WayKind way, Transport transport, DeviceKind device, boolean large) {}

  Bench(Path deviceDirectory, Placement placement) {
    this.deviceDirectory = deviceDirectory;
    this.placement = placement;
  }

  /** How many requests come before those that are measured; more where hop code is new. */
  WarmUp warmUp(LinuxCell cell) {
    Kind kind = new Kind(cell.way(), cell.transport(), cell.device(), cell.bytes() > LARGE_BYTES);
    return warm.add(kind)
        ? CellLengths.firstWarmUp(cell.bytes())
        : CellLengths.warmUp(cell.bytes());
  }

  /**
   * Runs a cell once.
   *
   * @throws RefusedException where the kernel does not allow it
   * @throws ChainException where a process ended, or something was left behind
   */
  Repetition run(LinuxCell cell, WarmUp warmUp, int measured) {
    int requests = warmUp.requests() + measured;
    try (Memfd memory = Memfd.of(Agenda.bytes(requests));
        Agenda agenda = Agenda.write(memory, warmUp, measured)) {
      Optional<TestFile> device =
          cell.device() == DeviceKind.FILE && cell.way().passesData()
              ? Optional.of(file(cell))
              : Optional.empty();
      long fileBytes = device.map(TestFile::bytes).orElse(MOST_FILE_BYTES);
      writers.computeIfAbsent(cell, _ -> new AgendaWriter(cell, fileBytes)).write(agenda);
      device.ifPresent(f -> f.prepare(agenda, cell.bytes()));
      List<Words> answers = worked(cell, device, memory, requests);
      Histogram latencies = new Histogram(Repetition.SIGNIFICANT_DIGITS);
      IntStream.range(warmUp.requests(), requests)
          .mapToLong(agenda::tookNs)
          .forEach(latencies::recordValue);
      long lost = device.map(f -> f.verify(agenda, cell.bytes())).orElse(0L);
      Repetition.leak(answers)
          .ifPresent(leak -> {
            throw new ChainException(leak);
          });
      long readBack =
          device.isPresent()
              ? IntStream.range(0, requests).filter(agenda::isWrite).mapToLong(agenda::length).sum()
              : 0;
      return new Repetition(Repetition.findings(answers), latencies, lost, readBack);
    }
  }

  private TestFile file(LinuxCell cell) {
    if (file.isEmpty()) {
      try {
        file = Optional.of(TestFile.in(deviceDirectory, MOST_FILE_BYTES));
      } catch (SystemCallException e) {
        throw new RefusedException(e.getMessage());
      }
    }
    TestFile found = file.orElseThrow();
    if (cell.bytes() % found.blockBytes() != 0) {
      throw new RefusedException(
          "O_DIRECT takes blocks of " + found.blockBytes() + " bytes in " + deviceDirectory);
    }
    return found;
  }

  private List<Words> worked(
      LinuxCell cell, Optional<TestFile> device, Memfd agenda, int requests) {
    int domains = cell.way().oneProcess() ? 1 : cell.layers() + 2;
    Chain chain = chain(domains);
    try (Setup setup =
        Setup.of(cell, domains, device.map(TestFile::descriptor), agenda.descriptor())) {
      for (int i = 0; i < domains; i++) {
        List<Descriptor> given = setup.byDomain().get(i);
        chain.tell(
            i,
            assignment(cell, i, domains)
                .words()
                .with("given", given.size())
                .with("agendaBytes", agenda.bytes()),
            given);
      }
    } catch (ChainException e) {
      broken(domains);
      throw e;
    }
    try {
      List<Words> ready = chain.answers(PATIENCE_NS);
      Optional<Words> refusal =
          ready.stream().filter(words -> words.verb().equals("refused")).findFirst();
      if (refusal.isPresent()) {
        release(chain, ready);
        throw new RefusedException(refusal.get().text("why"));
      }
      chain.tellAll(new Words("go"));
      return chain.answers(PATIENCE_NS + requests * PATIENCE_FOR_A_REQUEST_NS);
    } catch (ChainException e) {
      broken(domains);
      throw e;
    }
  }

  /** Those that were ready are told that nothing comes of it. */
  private static void release(Chain chain, List<Words> ready) {
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      if (ready.get(i).verb().equals("ready")) {
        waiting.add(i);
        chain.tell(i, new Words("stop"), List.of());
      }
    }
    chain.answers(waiting, PATIENCE_NS);
  }

  private static Assignment assignment(LinuxCell cell, int index, int domains) {
    return new Assignment(
        new Position(index, domains),
        cell.way(),
        cell.transport(),
        cell.device(),
        cell.touch(),
        cell.layers(),
        cell.depth(),
        cell.bytes());
  }

  private synchronized Chain chain(int domains) {
    if (closed) {
      throw new ChainException("the run was interrupted");
    }
    return chainsByDomains.computeIfAbsent(domains, n -> Chain.start(n, placement));
  }

  private synchronized void broken(int domains) {
    warm.clear();
    Optional.ofNullable(chainsByDomains.remove(domains)).ifPresent(Chain::close);
  }

  /** All processes that run at the moment. */
  synchronized List<Long> pids() {
    return chainsByDomains.values().stream().flatMap(chain -> chain.pids().stream()).toList();
  }

  @Override
  public synchronized void close() {
    closed = true;
    chainsByDomains.values().forEach(Chain::close);
    chainsByDomains.clear();
    file.ifPresent(TestFile::close);
    file = Optional.empty();
  }
}
