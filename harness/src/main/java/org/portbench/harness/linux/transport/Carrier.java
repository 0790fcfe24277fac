package org.portbench.harness.linux.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Pipe;
import org.portbench.harness.linux.sys.UnixSocket;

/** What carries data that is copied. */
public enum Carrier {
  /** Nothing: no data is copied between domains. */
  NONE,
  /** A pipe each way between neighbours. */
  PIPE,
  /** A socket of bytes between neighbours. */
  SOCKET;

  /** What each domain is to be given, in this order; the caller closes its own copies. */
  public List<List<Descriptor>> wires(int domains) {
    List<List<Descriptor>> wires = new ArrayList<>();
    IntStream.range(0, domains).forEach(_ -> wires.add(new ArrayList<>()));
    for (int i = 0; i < domains - 1 && this != NONE; i++) {
      List<Descriptor> above = wires.get(i);
      List<Descriptor> below = wires.get(i + 1);
      if (this == PIPE) {
        Pipe down = Pipe.open();
        Pipe up = Pipe.open();
        above.addAll(List.of(up.read(), down.write()));
        below.addAll(List.of(down.read(), up.write()));
      } else {
        UnixSocket.Pair pair = UnixSocket.bytes();
        above.addAll(List.of(pair.one().descriptor(), pair.one().descriptor()));
        below.addAll(List.of(pair.other().descriptor(), pair.other().descriptor()));
      }
    }
    return wires;
  }
}
