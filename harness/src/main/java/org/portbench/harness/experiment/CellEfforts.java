package org.portbench.harness.experiment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.RequestSample;

/** What cells take to run against each other, as far as one knows before. */
final class CellEfforts {
  /** What an operation takes beside its bytes, in the time that a KiB takes. */
  private static final double OPERATION_IN_KIB = 32;

  private final double[] efforts;
  private final double total;

  private CellEfforts(double[] efforts) {
    this.efforts = efforts;
    this.total = IntStream.range(0, efforts.length).mapToDouble(i -> efforts[i]).sum();
  }

  static CellEfforts of(List<Cell> cells) {
    Map<String, Double> ofOperations = new HashMap<>();
    return new CellEfforts(
        cells.stream()
            .mapToDouble(cell ->
                cell.operations()
                    * ofOperations.computeIfAbsent(
                        cell.workload().digest(), _ -> ofOperation(cell)))
            .toArray());
  }

  private static double ofOperation(Cell cell) {
    return OPERATION_IN_KIB + RequestSample.of(cell.workload(), cell.seed()).meanBytes() / 1024.0;
  }

  /** A cell's share of all. */
  double share(int index) {
    return efforts[index] / total;
  }

  /**
   * The order in which many at a time end soonest: no long one is left when the others are done.
   */
  List<Integer> longestFirst() {
    return IntStream.range(0, efforts.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> efforts[i]).reversed())
        .toList();
  }
}
