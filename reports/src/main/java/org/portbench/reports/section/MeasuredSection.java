package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.Quantities;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;
import org.portbench.results.Spread;
import org.portbench.results.TrialResult;

/** Of a run on a real kernel: what was measured there, how, and how much it scatters. */
public record MeasuredSection(RunResult run) implements Section {
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.words("stack, workload, strategy"),
          Table.Column.number("median latency"),
          Table.Column.number("least to most"),
          Table.Column.number("CPU per I/O"),
          Table.Column.number("least to most"),
          Table.Column.number("JVM’s own"),
          Table.Column.number("faults"),
          Table.Column.number("switches"));

  @Override
  public List<Block> render() {
    if (run.exact()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Measured on this machine", "measured"));
    blocks.add(new Block.Paragraph(Inline.text(where() + " " + HOW)));
    List<List<Table.Cell>> rows =
        run.cells().stream().filter(TrialResult::passed).map(MeasuredSection::row).toList();
    blocks.add(
        new Block.Fold(
            new Block.Heading(3, "Each cell with its spread", "spread"),
            List.of(new Table(COLUMNS, rows, false))));
    return blocks;
  }

  private static final String HOW =
      "Each domain is a process on a CPU of its own or on one with the others. A request takes from"
          + " the client’s send until its reply is there and its data at hand. CPU time is that of"
          + " the threads that pass requests on; what the JVMs’ own threads took meanwhile stands"
          + " beside it, and work that the kernel does in nobody’s name (interrupts, its own"
          + " threads) is in neither. null passes requests and no data: what a hop costs that does"
          + " nothing is shown and not taken off. direct is one process, not the kernel. mach-3"
          + " maps privately, which is no snapshot: it is an analogue of what virtual copies cost."
          + " Data cannot be read by reference on Linux: there vm-object’s driver maps for a"
          + " moment. A CPU that was idle must wake first; on a virtual machine that alone takes"
          + " more than ten microseconds, and belongs to the machine, not to the strategy.";

  private String where() {
    String repetitions =
        run.cells().stream()
            .filter(TrialResult::passed)
            .findFirst()
            .map(cell -> Spread.repetitions(cell) + " repetitions of each cell, in turns")
            .orElse("nothing");
    return "These numbers were measured, on "
        + fact("machine.cpu")
        + " with Linux "
        + fact("machine.kernel")
        + (fact("machine.virtual").equals("yes") ? ", a virtual machine" : "")
        + ": "
        + repetitions
        + ". They are not exact, and another run gives others.";
  }

  private String fact(String key) {
    Optional<MachineNumber> found =
        run.machines().stream().filter(number -> number.key().equals(key)).findFirst();
    return found.map(MachineNumber::value).orElse("an unknown machine");
  }

  private static List<Table.Cell> row(TrialResult cell) {
    Spread latency = Spread.ofMedianLatency(cell);
    Spread cpu = Spread.ofCpuTime(cell);
    return List.of(
        Table.Cell.text(
            String.join(
                ", ",
                cell.identity().stack(),
                cell.identity().workload(),
                cell.identity().strategy())),
        Table.Cell.text(Quantities.time(latency.middle())),
        Table.Cell.text(range(latency)),
        Table.Cell.text(Quantities.time(cpu.middle())),
        Table.Cell.text(range(cpu)),
        Table.Cell.text(Quantities.time(perOperation(cell, "jvmCpuNs"))),
        Table.Cell.text(tenths(cell, "minorFaults")),
        Table.Cell.text(tenths(cell, "voluntarySwitches")));
  }

  private static String range(Spread spread) {
    return Quantities.time(spread.least()) + " to " + Quantities.time(spread.most());
  }

  private static double perOperation(TrialResult cell, String counter) {
    return (double) cell.counters().getOrDefault(counter, 0L) / Math.max(1, cell.operations());
  }

  private static String tenths(TrialResult cell, String counter) {
    return Double.toString(Math.round(10 * perOperation(cell, counter)) / 10.0);
  }
}
