package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadsTest {
  private static final WorkloadOptions DEFAULT = WorkloadOptions.DEFAULT;

  @Test
  void theNamedBuiltInsAreThere() {
    Set<String> names =
        Workloads.builtIns().stream().map(BuiltIn::name).collect(Collectors.toSet());
    assertTrue(
        names.containsAll(
            Set.of("randread-4k", "randwrite-4k", "seqread-1m", "seqwrite-1m", "mixed-70-30")));
  }

  @Test
  void everyBuiltInIsFoundByItsNameAndNeverEnds() {
    Set<String> digests = new HashSet<>();
    for (BuiltIn builtIn : Workloads.builtIns()) {
      Workload workload = Workloads.find(builtIn.name(), DEFAULT);
      assertEquals(builtIn.name(), workload.name());
      assertFalse(workload.finite());
      assertTrue(digests.add(workload.digest()), "digest of its own: " + builtIn.name());
      for (Asked operation : WorkloadFiles.first(2_000, workload.clients().getFirst(), 1)) {
        boolean sync = builtIn.synced() && operation.kind() == Operation.Kind.SYNC;
        assertEquals(sync ? 0 : builtIn.requestBytes(), operation.length());
        assertTrue(operation.offset() + operation.length() <= workload.footprintBytes());
      }
    }
  }

  @Test
  void randomReadsTouchNoBlockTwiceBeforeTheyHaveTouchedAll() {
    Workload workload = Workloads.find("randread-4k", DEFAULT);
    int blocks = (int) (workload.footprintBytes() / 4_096);
    assertEquals(65_536, blocks);
    List<Asked> pass = WorkloadFiles.first(blocks, workload.clients().getFirst(), 7);
    assertEquals(blocks, pass.stream().map(Asked::offset).distinct().count());
  }

  /**
   * A file of 256 MiB does not fit 16: a quarter of those is used, in blocks that were asked for.
   */
  @Test
  void aFileThatIsToBeCachedFitsTheMemory() {
    WorkloadOptions small = DEFAULT.withMemoryBytes(16 << 20);
    Workload cut = Workloads.find("randread-4k", small);
    assertEquals("randread-4k@file-4m", cut.name());
    assertEquals(4 << 20, cut.footprintBytes());
    assertEquals(4 << 20, Workloads.find("randread-64k", small).footprintBytes());
    Workload fits = Workloads.find("randread-4k", DEFAULT.withMemoryBytes(256 << 20));
    assertEquals(Workloads.find("randread-4k", DEFAULT).digest(), fits.digest());
    assertEquals("null-request", Workloads.find("null-request", small).name());
  }

  @Test
  void sequentialReadsFollowEachOtherForAThousandRequests() {
    ClientPlan client = Workloads.find("seqread-1m", DEFAULT).clients().getFirst();
    List<Asked> operations = WorkloadFiles.first(1_025, client, 1);
    for (int i = 0; i < 1_024; i++) {
      assertEquals((long) i << 20, operations.get(i).offset());
    }
    assertEquals(0, operations.get(1_024).offset());
  }

  @Test
  void mixedHasSeventyReadsInAHundred() {
    ClientPlan client = Workloads.find("mixed-70-30", DEFAULT).clients().getFirst();
    List<Asked> operations = WorkloadFiles.first(20_000, client, 3);
    long reads = WorkloadFiles.count(operations, Operation.Kind.READ);
    assertTrue(Math.abs(reads - 14_000) < 260, "4 sigma around 14000: " + reads);
  }

  @Test
  void overridesShowInTheNameAndInTheDigest() {
    Workload plain = Workloads.find("randread-4k", DEFAULT);
    Workload large = Workloads.find("randread-4k", DEFAULT.withSizeBytes(65_536));
    Workload deep = Workloads.find("randread-4k", DEFAULT.withQueueDepth(8));
    Workload both = Workloads.find("randread-4k", DEFAULT.withSizeBytes(1_536).withQueueDepth(32));

    assertEquals("randread-64k", large.name());
    assertEquals("randread-4k@qd8", deep.name());
    assertEquals("randread-1536@qd32", both.name());
    assertEquals(4, Set.of(plain.digest(), large.digest(), deep.digest(), both.digest()).size());
    assertEquals(new Pace.ClosedLoop(1, 0, false), plain.clients().getFirst().pace());
    assertEquals(new Pace.ClosedLoop(8, 0, false), deep.clients().getFirst().pace());
    assertEquals(65_536, WorkloadFiles.first(1, large.clients().getFirst(), 1).getFirst().length());
  }

  @Test
  void anotherSizeIsTheBuiltInOfThatSize() {
    Workload resized = Workloads.find("randread-4k", DEFAULT.withSizeBytes(65_536));
    Workload builtIn = Workloads.find("randread-64k", DEFAULT);
    assertEquals(builtIn.name(), resized.name());
    assertEquals(builtIn.digest(), resized.digest());
    assertEquals(
        "mixed-70-30@64k", Workloads.find("mixed-70-30", DEFAULT.withSizeBytes(65_536)).name());
  }

  @Test
  void anOverrideWithTheBuiltInsOwnNumberIsNone() {
    Workload plain = Workloads.find("randread-4k", DEFAULT);
    Workload same = Workloads.find("randread-4k", DEFAULT.withSizeBytes(4_096).withQueueDepth(1));
    assertEquals(plain.name(), same.name());
    assertEquals(plain.digest(), same.digest());
  }

  @Test
  void oddSizesStayWithinTheFile() {
    for (long size : new long[] {1, 4_095, 100_000, 64 << 20}) {
      Workload workload = Workloads.find("randwrite-4k", DEFAULT.withSizeBytes(size));
      for (Asked operation : WorkloadFiles.first(500, workload.clients().getFirst(), 1)) {
        assertEquals(size, operation.length());
        assertTrue(operation.offset() + size <= workload.footprintBytes());
      }
    }
  }

  @Test
  void sameSeedSameOperationsAndOtherSeedOthers() {
    for (BuiltIn builtIn : Workloads.builtIns()) {
      ClientPlan client = Workloads.find(builtIn.name(), DEFAULT).clients().getFirst();
      List<Asked> once = WorkloadFiles.first(500, client, 11);
      assertEquals(once, WorkloadFiles.first(500, client, 11));
      if (builtIn.random()) {
        assertNotEquals(once, WorkloadFiles.first(500, client, 12));
      }
    }
  }

  @Test
  void openLoopsArriveAndTakeNoDepth() {
    assertEquals(
        new Pace.OpenLoop(new ArrivalProcess.Poisson(50)),
        Workloads.find("poisson-randread-4k", DEFAULT).clients().getFirst().pace());
    assertEquals(
        "constant-randread-4k is an open loop and takes no queue depth",
        error("constant-randread-4k", DEFAULT.withQueueDepth(2)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, (64 << 20) + 1, Long.MAX_VALUE})
  void absurdRequestSizesAreRefused(long size) {
    assertEquals(
        "request size " + size + ": must be from 1 to 67108864 bytes",
        assertThrows(WorkloadException.class, () -> DEFAULT.withSizeBytes(size)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3, 65_537})
  void absurdQueueDepthsAreRefused(int depth) {
    assertEquals(
        "queue depth " + depth + ": must be from 1 to 65536 requests",
        assertThrows(WorkloadException.class, () -> DEFAULT.withQueueDepth(depth)).getMessage());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    String error = error("randread-5k", DEFAULT);
    assertTrue(error.startsWith("unknown workload 'randread-5k'; write the path of"), error);
    assertTrue(error.contains("randread-4k, randwrite-4k"), error);
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    assertTrue(error("gone.iolog", DEFAULT).startsWith("gone.iolog: no such file; write "));
    assertTrue(error("gone.fio", DEFAULT).startsWith("gone.fio: no such file; write "));
  }

  @Test
  void whatIsNoWorkloadFileIsRefused(@TempDir Path folder) {
    Path notes = new WorkloadFiles(folder).write("notes.txt", "hello");
    assertEquals(notes + ": neither a *.fio nor an *.iolog file", error(notes.toString(), DEFAULT));
    assertEquals(folder + ": is a directory; name a file in it", error(folder.toString(), DEFAULT));
    assertEquals("'a?.fio': not a path", error("a\0.fio", DEFAULT));
  }

  @Test
  void aSizeChangesNoFile() {
    String path = WorkloadFiles.SHIPPED.resolve("journal.iolog").toString();
    assertEquals(
        path + ": says its own request sizes; a size changes only a built-in workload",
        error(path, DEFAULT.withSizeBytes(4_096)));
  }

  private static String error(String name, WorkloadOptions options) {
    return assertThrows(WorkloadException.class, () -> Workloads.find(name, options)).getMessage();
  }
}
