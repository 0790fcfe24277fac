package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedWorkloadsTest {

  @ParameterizedTest(name = "{0}: {1} reads, {2} writes, {3} syncs, {4} data syncs, {5} odd")
  @CsvSource({
    "journal.iolog, 0, 500, 62, 0, 0, 1, 2048000, 2048000",
    "mailboxes.iolog, 808, 388, 0, 0, 0, 1, 16781312, 16773120",
    "sqlite-wal.iolog, 3334, 5608, 0, 40, 2114, 5, 28014452, 7929856",
    "untar.iolog, 580, 1314, 0, 0, 803, 805, 11215371, 13447168",
  })
  void traceHasAllItsRecordedOperations(
      String name,
      long reads,
      long writes,
      long syncs,
      long dataSyncs,
      long odd,
      int files,
      long bytes,
      long footprint) {
    Workload trace = shipped(name, WorkloadOptions.DEFAULT);
    List<Asked> operations = WorkloadFiles.operations(trace);

    assertEquals(reads, WorkloadFiles.count(operations, Operation.Kind.READ));
    assertEquals(writes, WorkloadFiles.count(operations, Operation.Kind.WRITE));
    assertEquals(syncs, WorkloadFiles.count(operations, Operation.Kind.SYNC));
    assertEquals(dataSyncs, WorkloadFiles.count(operations, Operation.Kind.DATA_SYNC));
    assertEquals(odd, operations.stream().filter(o -> o.length() % 512 != 0).count());
    assertEquals(files, trace.files().size());
    assertEquals(bytes, WorkloadFiles.bytes(operations));
    assertEquals(footprint, trace.footprintBytes());
    assertTrue(trace.finite());
  }

  @Test
  void everyOperationOfEveryTraceLiesWithinItsFile() {
    for (String name :
        List.of("journal.iolog", "mailboxes.iolog", "sqlite-wal.iolog", "untar.iolog")) {
      Workload trace = shipped(name, WorkloadOptions.DEFAULT);
      for (Asked operation : WorkloadFiles.operations(trace)) {
        long size = trace.files().get(operation.file()).sizeBytes();
        assertTrue(operation.offset() + operation.length() <= size, operation.toString());
      }
    }
  }

  @Test
  void timedReplayKeepsTheRecordedMicroseconds() {
    WorkloadOptions timed = WorkloadOptions.DEFAULT.withReplay(ReplayMode.TIMED);
    Workload trace = shipped("journal.iolog", timed);
    List<Asked> operations = WorkloadFiles.operations(trace);

    assertEquals(new Pace.Timed(), trace.clients().getFirst().pace());
    assertEquals(76_000_000L, operations.getFirst().notBeforePs());
    assertEquals(18_051_000_000L, operations.getLast().notBeforePs());
    assertEquals("journal.iolog@timed", trace.name());
  }

  @Test
  void jobFileAsksForWhatItsTracesRecorded() {
    Workload job = shipped("mixed.fio", WorkloadOptions.DEFAULT);
    ClientPlan mailboxes = job.clients().get(0);
    ClientPlan journal = job.clients().get(1);

    List<Asked> mail = WorkloadFiles.operations(mailboxes, 1);
    assertEquals(
        Set.of(4_096, 16_384, 65_536),
        mail.stream().map(Asked::length).collect(Collectors.toSet()));
    long mailBytes = WorkloadFiles.bytes(mail);
    assertTrue(mailBytes >= 16 << 20 && mailBytes < (16 << 20) + 65_536, "bytes " + mailBytes);

    List<Asked> log = WorkloadFiles.operations(journal, 1);
    assertEquals(500, WorkloadFiles.count(log, Operation.Kind.WRITE));
    assertEquals(62, WorkloadFiles.count(log, Operation.Kind.SYNC));
    assertEquals(2_000_000_000_000L, journal.runtimePs());
    assertEquals(
        List.of(new FileSpec("mailboxes.0.0", 16 << 20), new FileSpec("journal.0.0", 16 << 20)),
        job.files());
    assertTrue(
        job.notes()
            .contains("mixed.fio:3: ioengine=psync is ignored: it tells fio how to run on a host"),
        job.notes().toString());
  }

  private static Workload shipped(String name, WorkloadOptions options) {
    return Workloads.find(WorkloadFiles.SHIPPED.resolve(name).toString(), options);
  }
}
