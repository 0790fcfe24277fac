package org.portbench.harness.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.FileSpec;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Pace;
import org.portbench.harness.workload.Workload;

/** What happens on a machine: every step with its time since the start, every charge in between. */
final class Recording implements Ledger {
  private static final int PAGE_BYTES = 4096;

  /** Beyond the twelve blocks that the inode names: an indirect block leads to it. */
  private static final long OFFSET = 20 * PAGE_BYTES;

  private final Machine machine;
  private final long startPs;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Sum> sums = new TreeMap<>();

  /** Of all charges for one thing. */
  record Sum(long times, long ps) {
    Sum plus(long moreTimes, long morePs) {
      return new Sum(times + moreTimes, ps + morePs);
    }
  }

  private Recording(Machine machine) {
    this.machine = machine;
    this.startPs = machine.nowPs();
  }

  /** One page of one file, again and again; its file system in a task of its own. */
  static Cell cell(String strategy, Operation.Kind kind) {
    return cell(strategy, StackSpec.user(1, Touch.NOTHING), kind);
  }

  /** The same under another stack; each operation may be followed by a sync of its data. */
  static Cell cell(String strategy, StackSpec stack, Operation.Kind... kinds) {
    return cell(PrimeMachine.profile(), strategy, stack, PAGE_BYTES, kinds);
  }

  /** So many bytes of one file, again and again. */
  static Cell cell(
      MachineProfile machine,
      String strategy,
      StackSpec stack,
      int bytes,
      Operation.Kind... kinds) {
    ClientPlan client =
        new ClientPlan(
            "client",
            0,
            0,
            0,
            new Pace.ClosedLoop(1, 0, false),
            seed -> around(kinds, bytes),
            false);
    List<FileSpec> files = List.of(new FileSpec("data", 2 * OFFSET));
    Workload workload = new Workload("one-page", files, List.of(client), "one-page", List.of());
    return new Cell(machine, stack, workload, strategy, 1, 1);
  }

  private static OperationSource around(Operation.Kind[] kinds, int bytes) {
    Iterator<Operation.Kind> forever =
        Stream.generate(() -> kinds).flatMap(Arrays::stream).iterator();
    return operation -> {
      Operation.Kind kind = forever.next();
      if (kind.movesData()) {
        operation.move(kind, 0, OFFSET, bytes);
      } else {
        operation.sync(kind, 0);
      }
      return true;
    };
  }

  /** The second operation: the first has read the metadata and mapped the buffers. */
  static Recording ofSecondOperation(Rig rig) {
    return afterOperations(1, rig);
  }

  /** The next operation after so many. */
  static Recording afterOperations(int before, Rig rig) {
    rig.run(before);
    rig.tally().reset();
    Recording recording = of(rig.machine());
    rig.run(1);
    rig.machine().meter().attach(Ledger.NONE);
    return recording;
  }

  /** From now on; counters begin anew. */
  static Recording of(Machine machine) {
    machine.meter().reset();
    Recording recording = new Recording(machine);
    machine.meter().attach(recording);
    return recording;
  }

  @Override
  public void charged(Category category, String what, long times, long ps) {
    if (times > 0) {
      lines.add(category + " " + what + " " + times + " " + ps);
      sums.put(what, sums.getOrDefault(what, new Sum(0, 0)).plus(times, ps));
    }
  }

  @Override
  public void step(String what) {
    lines.add("at " + sinceStartPs() + " " + what);
  }

  String text() {
    return String.join("\n", lines);
  }

  /** What is charged more or less than in another recording: what, how often, and how much. */
  String beyond(Recording other) {
    Set<String> all = new TreeSet<>(sums.keySet());
    all.addAll(other.sums.keySet());
    List<String> differing = new ArrayList<>();
    for (String what : all) {
      Sum before = other.sums.getOrDefault(what, new Sum(0, 0));
      Sum now = sums.getOrDefault(what, new Sum(0, 0)).plus(-before.times, -before.ps);
      if (now.times != 0 || now.ps != 0) {
        differing.add("%s %+d %+d".formatted(what, now.times, now.ps));
      }
    }
    return String.join("\n", differing);
  }

  long sinceStartPs() {
    return machine.nowPs() - startPs;
  }

  /** Those that are not zero. */
  Map<Counter, Long> counters() {
    Map<Counter, Long> counters = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      long count = machine.meter().counter(counter);
      if (count != 0) {
        counters.put(counter, count);
      }
    }
    return counters;
  }
}
