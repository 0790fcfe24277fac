package org.portbench.harness.linux.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Memfd;

/**
 * The descriptors that each domain of a stack is given for a repetition, in the order in which it
 * takes them: wires, carriers of copied data, the client's objects, the device, the agenda.
 *
 * @param own what is closed here once everybody has it
 */
record Setup(List<List<Descriptor>> byDomain, List<Descriptor> own) implements AutoCloseable {

  static Setup of(LinuxCell cell, int domains, Optional<Descriptor> device, Descriptor agenda) {
    List<List<Descriptor>> given = new ArrayList<>();
    List<Descriptor> own = new ArrayList<>();
    IntStream.range(0, domains).forEach(_ -> given.add(new ArrayList<>()));
    if (!cell.way().oneProcess()) {
      give(cell.transport().wires(domains), given, own);
      give(cell.way().carrier().wires(domains), given, own);
    }
    for (int i = 0; i < cell.depth() && cell.way().givesObjects(); i++) {
      Descriptor object = Memfd.of(cell.bytes()).descriptor();
      own.add(object);
      given.forEach(domain -> domain.add(object));
    }
    device.ifPresent(given.getLast()::add);
    given.getFirst().add(agenda);
    return new Setup(given, own);
  }

  private static void give(
      List<List<Descriptor>> wires, List<List<Descriptor>> given, List<Descriptor> own) {
    for (int i = 0; i < wires.size(); i++) {
      given.get(i).addAll(wires.get(i));
      own.addAll(wires.get(i));
    }
  }

  @Override
  public void close() {
    own.forEach(Descriptor::close);
  }
}
