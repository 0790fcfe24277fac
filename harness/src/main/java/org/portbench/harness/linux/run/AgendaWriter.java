package org.portbench.harness.linux.run;

import java.util.HashMap;
import java.util.Map;
import org.portbench.harness.linux.domain.Agenda;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;

/**
 * Writes down what a client is to ask for: the workload's own requests, one after the other over
 * all repetitions, each with a stamp of its own. A file smaller than the workload's is gone through
 * again and again.
 */
final class AgendaWriter {
  private static final long STAMPS = 0xD1B5_4A32_D192_ED03L;

  private final OperationSource source;
  private final long fileBytes;
  private final long seed;
  private final Map<Long, Long> stampsByOffset = new HashMap<>();
  private final Operation operation = new Operation();
  private long asked;

  AgendaWriter(LinuxCell cell, long fileBytes) {
    this.source = cell.workload().clients().getFirst().source().apply(cell.seed());
    this.fileBytes = fileBytes / cell.bytes() * cell.bytes();
    this.seed = cell.seed();
  }

  void write(Agenda agenda) {
    for (int i = 0; i < agenda.requests(); i++) {
      if (!source.next(operation)) {
        throw new IllegalStateException("the workload ends after " + asked + " requests");
      }
      asked++;
      long offset = operation.offset() % fileBytes;
      boolean write = operation.kind() == Operation.Kind.WRITE;
      long stamp =
          write
              ? mixed(asked, seed)
              : stampsByOffset.computeIfAbsent(offset, place -> mixed(-1 - place, seed));
      stampsByOffset.put(offset, stamp);
      agenda.set(i, write, operation.length(), offset, stamp);
    }
  }

  private static long mixed(long number, long seed) {
    long z = (number + seed) * STAMPS;
    z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return z ^ z >>> 31;
  }
}
