package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FioJobTest {
  private static final long SECOND_PS = 1_000_000_000_000L;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "read, false, 256, 0",
    "write, false, 0, 256",
    "randread, true, 256, 0",
    "randwrite, true, 0, 256",
  })
  void aJobGoesOnceOverItsSize(String rw, boolean random, long reads, long writes) {
    List<Asked> operations = run("[a]\nrw=" + rw + "\nbs=4k\nsize=1m\n");

    assertEquals(reads, WorkloadFiles.count(operations, Operation.Kind.READ));
    assertEquals(writes, WorkloadFiles.count(operations, Operation.Kind.WRITE));
    assertEquals(256, operations.stream().map(Asked::offset).distinct().count());
    List<Long> offsets = operations.stream().map(Asked::offset).toList();
    assertEquals(random, !offsets.equals(offsets.stream().sorted().toList()));
  }

  @Test
  void withoutRwAJobReads() {
    assertEquals(256, WorkloadFiles.count(run("[a]\nsize=1m\n"), Operation.Kind.READ));
  }

  @Test
  void withoutASizeAJobHas64MebibytesAndSaysSo() {
    Workload job = job("[a]\nrw=read\nbs=1m\n");
    assertEquals(List.of(new FileSpec("a.0.0", 64 << 20)), job.files());
    assertEquals(64, WorkloadFiles.operations(job).size());
    assertEquals(List.of("test.fio:1: [a] has no size: it takes 64 MiB"), job.notes());
  }

  @ParameterizedTest
  @CsvSource({"rwmixread=70, 70", "rwmixwrite=70, 30", "rwmixread=0, 0", "rwmixread=100, 100"})
  void theMixIsHeld(String mix, int readPercent) {
    for (String rw : List.of("rw", "readwrite", "randrw")) {
      List<Asked> operations = run("[a]\nnorandommap\nrw=" + rw + "\n" + mix + "\nsize=40m\n");
      double share =
          100.0 * WorkloadFiles.count(operations, Operation.Kind.READ) / operations.size();
      assertEquals(readPercent, share, 2.0, rw + " " + mix);
    }
  }

  @Test
  void theLaterOfTheTwoMixOptionsCounts() {
    assertEquals(
        0,
        WorkloadFiles.count(
            run("[a]\nrw=randrw\nrwmixread=50\nrwmixwrite=100\nsize=1m\n"), Operation.Kind.READ));
  }

  @Test
  void sequentialReadsAndWritesEachKeepTheirPlace() {
    List<Asked> operations = run("[a]\nrw=rw\nbs=4k\nsize=1m\n");
    for (Operation.Kind kind : List.of(Operation.Kind.READ, Operation.Kind.WRITE)) {
      List<Asked> own = operations.stream().filter(o -> o.kind() == kind).toList();
      for (int i = 0; i < own.size(); i++) {
        assertEquals(4_096L * i, own.get(i).offset());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bs=8k; 8192; 8192",
        "blocksize=8k; 8192; 8192",
        "bs=8k,32k; 8192; 32768",
        "bs=,8k; 4096; 8192",
        "bs=,8k,; 4096; 8192",
        "bs=8k,; 8192; 4096",
        "bs=0x2000; 8192; 8192",
        "bs=513; 513; 513",
        "bs=(2*4k); 8192; 8192",
        "bs=$pagesize; 4096; 4096",
        "bs=2*$pagesize,3*$pagesize; 8192; 12288",
        "bssplit=16k/; 16384; 16384",
      })
  void blockSizesAreReadAsFioReadsThem(String line, int read, int write) {
    List<Asked> operations = run("[a]\nrw=randrw\nnorandommap\nsize=4m\n" + line + "\n");
    assertEquals(Set.of(read), lengths(operations, Operation.Kind.READ));
    assertEquals(Set.of(write), lengths(operations, Operation.Kind.WRITE));
  }

  @Test
  void bssplitWeighsTheLengths() {
    List<Asked> operations =
        run("[a]\nrw=randread\nnorandommap\nio_size=400m\nsize=64m\nbssplit=4k/60:16k/30:64k/10\n");
    Map<Integer, Long> counts =
        operations.stream().collect(Collectors.groupingBy(Asked::length, Collectors.counting()));
    double all = operations.size();
    assertEquals(0.60, counts.get(4_096) / all, 0.01);
    assertEquals(0.30, counts.get(16_384) / all, 0.01);
    assertEquals(0.10, counts.get(65_536) / all, 0.01);
  }

  @Test
  void blankPercentagesShareTheRest() {
    List<Asked> operations =
        run("[a]\nrw=randread\nnorandommap\nsize=32m\nbssplit=4k/50:1k/:32k/\n");
    Map<Integer, Long> counts =
        operations.stream().collect(Collectors.groupingBy(Asked::length, Collectors.counting()));
    double all = operations.size();
    assertEquals(0.50, counts.get(4_096) / all, 0.03);
    assertEquals(0.25, counts.get(1_024) / all, 0.03);
    assertEquals(0.25, counts.get(32_768) / all, 0.03);
  }

  @Test
  void bssplitHasADirectionEachAndOutranksBs() {
    List<Asked> operations =
        run("[a]\nrw=randrw\nnorandommap\nsize=4m\nbssplit=2k/50:4k/50,8k/100\nbs=512\n");
    assertEquals(Set.of(2_048, 4_096), lengths(operations, Operation.Kind.READ));
    assertEquals(Set.of(8_192), lengths(operations, Operation.Kind.WRITE));
  }

  @Test
  void theRandomMapCoversEachBlockOnceWhateverTheLengths() {
    for (String blocks :
        List.of("bs=4k", "bs=1000", "bs=4k,16k", "bssplit=4k/40:12k/30:64k/30", "bs=3k,4k")) {
      List<Asked> operations = run("[a]\nrw=randrw\nsize=3m\n" + blocks + "\n");
      int[] touched = new int[3 << 20];
      for (Asked operation : operations) {
        for (int i = 0; i < operation.length(); i++) {
          touched[(int) operation.offset() + i]++;
        }
      }
      for (int i = 0; i < touched.length - 4_096; i++) {
        assertTrue(touched[i] <= 1, blocks + " touches byte " + i + " twice");
        assertTrue(touched[i] == 1 || blocks.equals("bs=3k,4k"), blocks + " leaves out byte " + i);
      }
    }
  }

  @Test
  void withoutAMapSomeBlocksComeAgain() {
    List<Asked> operations = run("[a]\nrw=randread\nsize=4m\nbs=4k\nnorandommap\n");
    assertEquals(1_024, operations.size());
    double distinct = operations.stream().map(Asked::offset).distinct().count();
    assertEquals(1_024 * (1 - Math.exp(-1)), distinct, 40);
  }

  @Test
  void ioSizeMaySayLessOrMoreThanTheSize() {
    assertEquals(64, run("[a]\nrw=randread\nsize=1m\nio_size=256k\n").size());
    List<Asked> more = run("[a]\nrw=randread\nsize=256k\nio_limit=1m\n");
    assertEquals(256, more.size());
    for (int pass = 0; pass < 4; pass++) {
      List<Asked> one = more.subList(64 * pass, 64 * pass + 64);
      assertEquals(64, one.stream().map(Asked::offset).distinct().count());
    }
  }

  @Test
  void numberIosStopsEarlierButNeverLater() {
    assertEquals(10, run("[a]\nrw=read\nsize=1m\nnumber_ios=10\n").size());
    assertEquals(256, run("[a]\nrw=read\nsize=1m\nnumber_ios=1k\n").size());
  }

  @Test
  void loopsRepeatTheJob() {
    assertEquals(768, run("[a]\nrw=randread\nsize=1m\nloops=3\n").size());
    assertEquals(30, run("[a]\nrw=read\nsize=1m\nloops=3\nnumber_ios=10\n").size());
  }

  @Test
  void onlyWholeBlocksAreAskedFor() {
    assertEquals(2, run("[a]\nrw=read\nsize=10000\nbs=4k\n").size());
    assertEquals(2, run("[a]\nrw=randwrite\nsize=10000\nbs=4k\n").size());
  }

  @Test
  void anOffsetMovesTheRegion() {
    Workload fixed = job("[a]\nrw=randread\nbs=4k\nsize=1m\noffset=1000\n");
    assertEquals(List.of(new FileSpec("a.0.0", 1_000 + (1 << 20))), fixed.files());
    assertEquals(1_000, lowest(fixed));

    Workload share = job("[a]\nrw=randread\nbs=64k\nfilesize=1m\noffset=20%\n");
    assertEquals(1 << 20, share.footprintBytes());
    assertEquals(4 * 65_536, lowest(share));
    assertEquals(12, WorkloadFiles.operations(share).size());
  }

  @Test
  void aSizeInPercentIsOfTheFile() {
    Workload job = job("[a]\nrw=read\nbs=4k\nfilesize=4m\nsize=25%\n");
    assertEquals(4 << 20, job.footprintBytes());
    assertEquals(256, WorkloadFiles.operations(job).size());
  }

  @Test
  void withAFileSizeTheSizeSaysHowMuch() {
    Workload job = job("[a]\nrw=randread\nbs=4k\nfilesize=1m\nsize=2m\n");
    assertEquals(1 << 20, job.footprintBytes());
    assertEquals(512, WorkloadFiles.operations(job).size());
  }

  @Test
  void aRangeOfFileSizesIsDrawnFrom() {
    Workload job = job("[a]\nrw=read\nbs=4k\nfilesize=64k-1m\nnrfiles=16\nrandseed=7\n");
    assertEquals(16, job.files().stream().map(FileSpec::sizeBytes).distinct().count());
    for (FileSpec file : job.files()) {
      assertTrue(file.sizeBytes() >= 65_536 && file.sizeBytes() <= 1 << 20, file.toString());
    }
    assertEquals(
        job.files(), job("[a]\nrw=read\nbs=4k\nfilesize=1m:64k\nnrfiles=16\nrandseed=7\n").files());
  }

  @Test
  void filesTakeTurnsAndShareTheSize() {
    Workload job = job("[a]\nrw=write\nbs=4k\nsize=64k\nnrfiles=4\n");
    assertEquals(List.of("a.0.0", "a.0.1", "a.0.2", "a.0.3"), names(job));
    assertEquals(65_536, job.footprintBytes());
    List<Asked> operations = WorkloadFiles.operations(job);
    assertEquals(16, operations.size());
    for (int i = 0; i < 16; i++) {
      assertEquals(i % 4, operations.get(i).file());
    }
  }

  @Test
  void clonesHaveFilesAndChanceOfTheirOwn() {
    Workload job = job("[a]\nrw=randread\nbs=4k\nsize=1m\nnumjobs=3\n");
    assertEquals(List.of("a.0.0", "a.1.0", "a.2.0"), names(job));
    assertEquals(
        List.of("a.0", "a.1", "a.2"), job.clients().stream().map(ClientPlan::name).toList());
    List<List<Long>> offsets =
        job.clients().stream()
            .map(c -> WorkloadFiles.operations(c, 1).stream().map(Asked::offset).toList())
            .toList();
    assertEquals(3, Set.copyOf(offsets).size());
  }

  @Test
  void jobsOfOneNameShareTheirFileAsInFio() {
    Workload job = job("[a]\nsize=1m\n[a]\nsize=2m\n");
    assertEquals(List.of(new FileSpec("a.0.0", 2 << 20)), job.files());
    assertEquals(2, job.clients().size());
  }

  @Test
  void aSyncFollowsEveryNthWrite() {
    List<Asked> operations = run("[a]\nrw=write\nbs=4k\nsize=1m\nfsync=100\nfdatasync=30\n");
    long writes = 0;
    for (Asked operation : operations) {
      switch (operation.kind()) {
        case WRITE -> writes++;
        case SYNC -> assertEquals(0, writes % 100);
        case DATA_SYNC -> assertEquals(0, writes % 30);
        case READ -> throw new AssertionError("no reads");
      }
    }
    assertEquals(2, WorkloadFiles.count(operations, Operation.Kind.SYNC));
    assertEquals(8, WorkloadFiles.count(operations, Operation.Kind.DATA_SYNC));
  }

  @Test
  void stonewallBeginsAPhase() {
    Workload job =
        job(
            """
            [global]
            size=1m
            [a]
            stonewall
            [b]
            [c]
            stonewall
            numjobs=2
            [d]
            stonewall=0
            """);
    assertEquals(List.of(0, 0, 1, 1, 1), job.clients().stream().map(ClientPlan::phase).toList());
    Workload all = job("[global]\nwait_for_previous\nsize=1m\n[a]\n[b]\n[c]\n");
    assertEquals(List.of(0, 1, 2), all.clients().stream().map(ClientPlan::phase).toList());
  }

  @Test
  void depthAndThinkTimeMakeAClosedLoop() {
    assertEquals(new Pace.ClosedLoop(1, 0, false), pace("size=1m\n"));
    assertEquals(new Pace.ClosedLoop(16, 0, false), pace("size=1m\niodepth=16\n"));
    assertEquals(new Pace.ClosedLoop(1, 50_000_000, false), pace("size=1m\nthinktime=50\n"));
    assertEquals(
        new Pace.ClosedLoop(1, 2_000_000_000L, false), pace("thinktime=2ms\niodepth=4\nsize=1m\n"));
  }

  @Test
  void theQueueDepthOfTheCommandLineReplacesTheFiles() {
    WorkloadOptions deep = WorkloadOptions.DEFAULT.withQueueDepth(8);
    Workload job = files().job("[a]\nsize=1m\niodepth=2\n", deep);
    assertEquals(new Pace.ClosedLoop(8, 0, false), job.clients().getFirst().pace());
    assertEquals("test.fio@qd8", job.name());
    assertTrue(
        job.notes().contains("test.fio:3: [a] iodepth=2: replaced by a queue depth of 8"),
        job.notes().toString());
    assertNotEquals(files().job("[a]\nsize=1m\niodepth=2\n").digest(), job.digest());
  }

  @Test
  void aRateMakesAnOpenLoop() {
    assertEquals(open(new ArrivalProcess.Constant(500)), pace("size=1m\nrate_iops=500\n"));
    assertEquals(
        open(new ArrivalProcess.Constant(2_000)), pace("size=1m\nrate_iops=2k,7\nkb_base=1000\n"));
    assertEquals(
        open(new ArrivalProcess.Poisson(500)),
        pace("size=1m\nrate_iops=,500\nrate_process=poisson\nrw=write\n"));
  }

  @Test
  void eachDirectionKeepsItsOwnRate() {
    Workload job = job("[a]\nrw=randrw\nrwmixread=70\nsize=64m\nrate_iops=100,300\n");
    assertEquals(open(new ArrivalProcess.Constant(400)), job.clients().getFirst().pace());
    List<Asked> operations = WorkloadFiles.operations(job);
    double reads = WorkloadFiles.count(operations, Operation.Kind.READ);
    assertEquals(0.25, reads / operations.size(), 0.02);
    assertTrue(
        job.notes()
            .contains(
                "test.fio:5: [a] rate_iops=100,300: a rate for each direction, so the mix is 100"
                    + " reads to 300"),
        job.notes().toString());
  }

  @Test
  void runtimeBoundsAJobAndTimeBasedFillsIt() {
    ClientPlan bounded = job("[a]\nsize=1m\nruntime=3\n").clients().getFirst();
    assertEquals(3 * SECOND_PS, bounded.runtimePs());
    assertEquals(256, WorkloadFiles.operations(bounded, 1).size());

    ClientPlan filled =
        job("[a]\nrw=randread\nsize=1m\nruntime=500ms\ntime_based\n").clients().getFirst();
    assertEquals(SECOND_PS / 2, filled.runtimePs());
    assertEquals(10_000, WorkloadFiles.first(10_000, filled, 1).size());
    assertTrue(filled.finite(), "its runtime ends it");

    ClientPlan parenthesized = job("[a]\nsize=1m\nruntime=(3*1000+2ms)\n").clients().getFirst();
    assertEquals(5_000_000_000L, parenthesized.runtimePs());
  }

  @Test
  void aStartMayBeDelayedByATimeOrByChance() {
    assertEquals(
        2 * SECOND_PS, job("[a]\nsize=1m\nstartdelay=2\n").clients().getFirst().startDelayPs());
    List<Long> delays =
        job("[a]\nsize=1m\nstartdelay=1-10ms\nnumjobs=20\n").clients().stream()
            .map(ClientPlan::startDelayPs)
            .toList();
    assertTrue(Set.copyOf(delays).size() > 15, delays.toString());
    assertTrue(
        delays.stream().allMatch(d -> d >= SECOND_PS / 100 && d <= SECOND_PS), delays.toString());
  }

  @Test
  void aSeedOfTheJobsOwnOutranksTheRuns() {
    ClientPlan seeded = job("[a]\nrw=randread\nsize=1m\nrandseed=42\n").clients().getFirst();
    assertEquals(WorkloadFiles.operations(seeded, 1), WorkloadFiles.operations(seeded, 2));
    ClientPlan free = job("[a]\nrw=randread\nsize=1m\n").clients().getFirst();
    assertEquals(WorkloadFiles.operations(free, 1), WorkloadFiles.operations(free, 1));
    assertNotEquals(WorkloadFiles.operations(free, 1), WorkloadFiles.operations(free, 2));
  }

  @Test
  void synchronousEnginesAreNotedWhereTheDepthIsMoreThanOne() {
    String note = "test.fio:%d: [a] iodepth=4: counts here; fio's %s would run at depth 1";
    assertTrue(job("[a]\nsize=1m\niodepth=4\n").notes().contains(note.formatted(3, "psync")));
    assertTrue(
        job("[a]\nsize=1m\nioengine=sync\niodepth=4\n")
            .notes()
            .contains(note.formatted(4, "sync")));
    assertEquals(
        List.of("test.fio:3: ioengine=libaio is ignored: it tells fio how to run on a host"),
        job("[a]\nsize=1m\nioengine=libaio\niodepth=4\n").notes());
  }

  private static Pace open(ArrivalProcess arrivals) {
    return new Pace.OpenLoop(arrivals);
  }

  private Pace pace(String settings) {
    return job("[a]\n" + settings).clients().getFirst().pace();
  }

  private static long lowest(Workload job) {
    return WorkloadFiles.operations(job).stream().mapToLong(Asked::offset).min().orElseThrow();
  }

  private static List<String> names(Workload job) {
    return job.files().stream().map(FileSpec::name).toList();
  }

  private static Set<Integer> lengths(List<Asked> operations, Operation.Kind kind) {
    return operations.stream()
        .filter(operation -> operation.kind() == kind)
        .map(Asked::length)
        .collect(Collectors.toSet());
  }

  private List<Asked> run(String text) {
    return WorkloadFiles.operations(job(text));
  }

  private Workload job(String text) {
    return files().job(text);
  }

  private WorkloadFiles files() {
    return new WorkloadFiles(folder);
  }
}
